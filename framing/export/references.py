"""The works a methods paragraph cites: in the text, as a list, as BibTeX and as CSL-JSON, all from one file."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import Any

from framing.resources import load_json

Work = Mapping[str, Any]
_BIBTEX = {"article-journal": "article", "paper-conference": "inproceedings", "book": "book", "software": "software"}
_FIELDS = {
    "container-title": ("journal", "booktitle"), "volume": "volume", "issue": "number", "page": "pages",
    "publisher": "publisher", "publisher-place": "address", "DOI": "doi", "version": "version",
}  # fmt: skip


@lru_cache(maxsize=1)
def works() -> Mapping[str, Work]:
    """Return the works that may be cited, as CSL-JSON, by id."""
    return {work["id"]: work for work in load_json("references.json")}


def csl(ids: Iterable[str], *, version: str) -> list[Work]:
    """Return the works as CSL-JSON, sorted by author and year; Framing itself in the version named."""
    chosen = [dict(works()[id]) for id in dict.fromkeys(ids)]
    for work in chosen:
        if work["id"] == "framing":
            work["version"] = version
    return sorted(chosen, key=lambda work: (_names(work)[0], year(work)))


def cited(id: str) -> str:
    """Return a work as it is cited in a text: "Hutto & Gilbert 2014", "Wang et al. 2020"."""
    names = [name.split(",")[0] for name in _names(works()[id])]
    shown = names[0] if len(names) == 1 else f"{names[0]} & {names[1]}" if len(names) == 2 else f"{names[0]} et al."
    return f"{shown} {year(works()[id])}"


def listed(work: Work) -> str:
    """Return a work as it stands in a list of references."""
    inside = [str(work[key]) for key in ("container-title", "publisher") if key in work]
    number = f"{work['volume']}({work['issue']})" if "issue" in work else work.get("volume", "")
    where = ", ".join(part for part in (*inside, number, work.get("page", "").replace("-", "–")) if part)
    made = f"Version {work['version']}" if "version" in work else ""
    tail = [part for part in (made, where, f"https://doi.org/{work['DOI']}" if "DOI" in work else "") if part]
    return f"{'; '.join(_names(work))} ({year(work)}). {work['title']}. {'. '.join(tail)}".rstrip(". ") + "."


def bibtex(chosen: Iterable[Work]) -> str:
    """Return the works as BibTeX."""
    return "\n\n".join(_entry(work) for work in chosen) + "\n"


def year(work: Work) -> int:
    """Return the year a work came out."""
    return int(work["issued"]["date-parts"][0][0])


def _names(work: Work) -> list[str]:
    return [a["literal"] if "literal" in a else f"{a['family']}, {a['given']}" for a in work["author"]]


def _entry(work: Work) -> str:
    kind = _BIBTEX[work["type"]]
    # A name that is a body's, and capitals inside a title, are kept by braces.
    authors = [f"{{{a['literal']}}}" if "literal" in a else f"{a['family']}, {a['given']}" for a in work["author"]]
    fields = {"author": " and ".join(authors), "title": _braced(work["title"]), "year": str(year(work))}
    for key, name in _FIELDS.items():
        if key in work:
            field = name if isinstance(name, str) else name[kind != "article"]
            fields[field] = str(work[key]).replace("&", r"\&") if key != "DOI" else str(work[key])
    fields |= {"pages": fields["pages"].replace("-", "--")} if "pages" in fields else {}
    body = ",\n".join(f"  {name} = {{{value}}}" for name, value in fields.items())
    return f"@{kind}{{{work['id']},\n{body}\n}}"


def _braced(title: str) -> str:
    return re.sub(r"\b(\w*[A-Z]\w*[A-Z]\w*)\b", r"{\1}", title).replace("&", r"\&")
