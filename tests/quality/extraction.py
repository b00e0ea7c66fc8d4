"""How well articles are got out of web pages: twenty in the manner of as many content systems, and ten later ones.

The pages and what should be found in them were written for this project (`tests/fixtures`): the twenty before the
reader, which was made with them; the ten when it was done (F1 .971 at first sight). Measured is what is compared in the
end: what the reader gives, after cleaning. Beside it stands what trafilatura (Barbaresi 2021) gives as plain text,
which the reader builds on.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from trafilatura import bare_extraction

from framing.clean import clean
from framing.read import gather
from framing.records import CleanArticle

PAGES = Path(__file__).parents[1] / "fixtures" / "pages"
FLOORS = {
    "pages.f1": 0.97,
    "pages.titles": 0.95,
    "pages.dates": 0.95,
    "pages.sources": 0.95,
    "pages.kinds": 0.95,
    "later.f1": 0.95,
    "later.titles": 0.9,
    "later.dates": 0.9,
}
"""Dotted names of figures in `measure`'s answer and the least each may be."""
_BODY = ("body", "list", "quote")


def measure(shared: Path | None = None) -> dict[str, Any]:  # noqa: ARG001 - every measure is called alike
    """Return F1 over body paragraphs (whole and word for word), and the shares of titles, dates and sources right."""
    expected = json.loads((PAGES / "expected.json").read_text("utf-8"))
    later = {name: known for name, known in expected.items() if name.startswith("later_")}
    return {"pages": _measured({n: k for n, k in expected.items() if n not in later}), "later": _measured(later)}


def _measured(expected: Mapping[str, Mapping[str, Any]]) -> dict[str, Any]:
    ours = {name: _framing(name) for name in expected}
    plain = {name: _trafilatura(name) for name in expected}
    days = [str(expected[name]["published"])[:10] == str(plain[name][2]) for name in expected]
    return {
        "pages": len(expected),
        "f1": f1([(expected[name]["body"], _body(ours[name])) for name in expected]),
        "titles": share(expected[name]["title"] == ours[name].title for name in expected),
        "dates": share(expected[name]["published"] == ours[name].raw.published for name in expected),
        "sources": share(expected[name]["source"] == ours[name].source for name in expected),
        "authors": share(expected[name]["author"] == ours[name].raw.author for name in expected),
        "kinds": share(_headings(expected[name]) == _kinds(ours[name]) for name in expected),
        "baselines": {
            "trafilatura": {
                "f1": f1([(expected[name]["body"], _without_headings(plain[name][0], name)) for name in expected]),
                "titles": share(expected[name]["title"] == plain[name][1] for name in expected),
                "days": share(days),
            }
        },
    }


def _framing(name: str) -> CleanArticle:
    (article,) = gather([PAGES / name]).event.articles
    return clean(article, off={"dateline"})


def _trafilatura(name: str) -> tuple[list[str], str | None, str | None]:
    found = bare_extraction((PAGES / name).read_bytes(), include_comments=False, with_metadata=True)
    if found is None:
        return [], None, None
    return [line for line in (found.text or "").split("\n") if line.strip()], found.title, found.date


def _without_headings(lines: list[str], name: str) -> list[str]:
    """Leave out what plain text cannot tell from a paragraph, so that only right and wrong paragraphs count."""
    article = _framing(name)
    known = {article.title, *(p.text for p in article.paragraphs if p.kind == "heading")}
    return [line.removeprefix("- ") for line in lines if line not in known]


def _body(article: CleanArticle) -> list[str]:
    return [p.text for p in article.paragraphs if p.kind in _BODY]


def _headings(expected: Mapping[str, Any]) -> list[str]:
    return [kind for kind in expected["kinds"] if kind != "body"]


def _kinds(article: CleanArticle) -> list[str]:
    return [p.kind for p in article.paragraphs if p.kind in ("heading", "list", "quote")]


def f1(pairs: Sequence[tuple[Sequence[str], Sequence[str]]]) -> float:
    """Return F1 over paragraphs that are there whole, summed over pages."""
    both = sum((Counter(gold) & Counter(found)).total() for gold, found in pairs)
    return 2 * both / max(sum(len(gold) + len(found) for gold, found in pairs), 1)


def share(right: Any) -> float:
    """Return the share of true values."""
    values = list(right)
    return sum(values) / len(values)


if __name__ == "__main__":
    print(json.dumps(measure(), indent=1))
