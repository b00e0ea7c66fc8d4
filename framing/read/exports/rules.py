"""The rules of each database's export, read from `data/exports/`: adding a database is adding a file there.

Every pattern is a regular expression; `{date}` and the like name a piece of `shared.json`. What the keys mean:

- `name`, `about`: the database, and the layout that the rules were written from;
- `signs`: each must be found on some line for a file to count as this export; `page`: what the source of a web page
  holds that is one;
- `begins` or `ends`: the first or the last line of an article; `keeps`: a line that a segment must have to be one;
- `count`: the number of articles as the file states it; `cover`: lines before the first article; `furniture`: lines to
  drop wherever they stand;
- `header`: layouts of an article's first lines, joined by line breaks; the first that fits wins, and its named groups
  are fields;
- `label`: how a labelled line looks (groups `label` and `value`, or `alone` for a label with its value below it);
  `captures`: the fields in a label's value; `text`: the labels that the text follows; `stops`: the labels that can end
  it; `others`: labels of no interest.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from framing.resources import DATA, load_json

Pattern = re.Pattern[str]


@dataclass(frozen=True, slots=True)
class Rules:
    """The rules of one export; see the module's text for what each is."""

    kind: str
    name: str
    signs: tuple[Pattern, ...] = ()
    page: Pattern | None = None
    begins: Pattern | None = None
    ends: Pattern | None = None
    keeps: Pattern | None = None
    count: Pattern | None = None
    cover: tuple[Pattern, ...] = ()
    furniture: tuple[Pattern, ...] = ()
    header: tuple[Pattern, ...] = ()
    label: Pattern | None = None
    captures: Mapping[str, Pattern | None] | None = None
    text: frozenset[str] = frozenset()
    stops: frozenset[str] = frozenset()

    def labelled(self, line: str) -> tuple[str, str] | None:
        """Return a line's label and what stands after it, or None for a line without a label that is known here."""
        found = self.label.match(line) if self.label else None
        if not found or not self.captures:
            return None
        label = found.groupdict().get("alone") or found["label"]
        return (label, (found["value"] or "").strip(" |")) if label in self.captures else None


PLAIN = Rules("", "an unknown database")
"""No rules: the first line of an article is its title, the rest its text."""


@cache
def rules_of(kind: str) -> Rules:
    """Return the rules of an export by its kind, the file's name under `data/exports/`."""
    if not kind:
        return PLAIN
    shared: dict[str, str] = load_json("exports", "shared.json")
    given: dict[str, Any] = load_json("exports", f"{kind}.json")

    def one(key: str) -> Pattern | None:
        return _compiled(given[key], shared) if key in given else None

    def several(key: str) -> tuple[Pattern, ...]:
        return tuple(_compiled(text, shared) for text in given.get(key, ()))

    captures = {label: _compiled(text, shared) for label, text in given.get("captures", {}).items()}
    known = [*given.get("text", ()), *given.get("stops", ()), *given.get("others", ())]
    return Rules(
        kind,
        given["name"],
        signs=several("signs"),
        page=one("page"),
        begins=one("begins"),
        ends=one("ends"),
        keeps=one("keeps"),
        count=one("count"),
        cover=several("cover"),
        furniture=several("furniture"),
        header=several("header"),
        label=one("label"),
        captures={**dict.fromkeys(known), **captures},
        text=frozenset(given.get("text", ())),
        stops=frozenset(given.get("stops", ())),
    )


def kinds() -> list[str]:
    """Return the kinds of export that there are rules for."""
    return sorted(path.stem for path in (DATA / "exports").glob("*.json") if path.stem != "shared")


def is_export_page(page: str) -> bool:
    """Whether a web page's source looks like an export, so that it is worth reading as lines."""
    return any(pattern.search(page) for kind in kinds() if (pattern := rules_of(kind).page))


def _compiled(text: str, shared: Mapping[str, str]) -> Pattern:
    while pieces := [name for name in re.findall(r"\{([a-z]+)\}", text) if name in shared]:
        for name in pieces:
            text = text.replace(f"{{{name}}}", shared[name])
    return re.compile(text)
