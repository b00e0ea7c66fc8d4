"""The lines of one article in an export -> its fields and its text, by the rules of that export."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import takewhile

from framing.read.dates import iso
from framing.read.exports.rules import Rules
from framing.read.pdf_layout import reading_order
from framing.read.text import paragraphs_of

_HEADER_LINES = 25  # the longest header has title, author, and a dozen lines of codes
_WIDEST = 160  # characters of a line on a printed page; a paragraph in one line is mostly longer
_WRAPPED = 50  # characters; a value as long as this may run on to the next line
_FULL = 0.8  # of the longest line; shorter lines may be the last of their paragraphs
_ENDS_SENTENCE = (".", "!", "?", "”", '"', "’", "…")
_ENDS = (*_ENDS_SENTENCE, ":", ")")
_FOLLOWING = 3  # lines after a label that show whether a text has ended
# Names that mean one zone in the English-speaking press; "CST" may be Chicago or Shanghai.
_ZONES = {
    "GMT": "+00:00", "UTC": "+00:00", "BST": "+01:00", "CET": "+01:00", "CEST": "+02:00",
    "EST": "-05:00", "EDT": "-04:00", "CDT": "-05:00", "MDT": "-06:00", "PST": "-08:00", "PDT": "-07:00",
}  # fmt: skip

Section = tuple[str, str, list[str]]
"""A label, what stands after it, and the lines below it."""


@dataclass(frozen=True, slots=True)
class Fields:
    """What was found of one article; empty where it was not. `words` is the number that the export states."""

    title: str = ""
    source: str = ""
    author: str | None = None
    published: str | None = None
    url: str | None = None
    standfirst: str = ""
    words: int | None = None
    paragraphs: tuple[str, ...] = field(default=(), repr=False)


def fields_of(lines: Sequence[str], rules: Rules) -> Fields:
    """Find an article's fields and its text in its lines."""
    lines = _own(lines, rules)
    found, used = _header(lines, rules)
    sections = _sections(lines[used:], rules)
    named: dict[str, str] = {}
    for label, value, below in sections:
        if label not in rules.text:
            _add(named, rules, label, _whole(value, below))
    text = [line for label, value, below in sections if label in rules.text for line in (value, *below, "")]
    if not any(label in rules.text for label, _, _ in sections):
        text = _unlabelled(sections, rules)
    found = {**found, **named}  # a label names its field, the header only goes by position
    title = _line(found.get("title", ""))
    words = found.get("words", "").replace(",", "")
    author = _line(found.get("author") or found.get("byline") or "")
    return Fields(
        title=title,
        source=_line(found.get("source", "")),
        author=re.sub(r"^by\s+", "", author, flags=re.IGNORECASE) or None,
        published=_time(found.get("published", "")),
        url=found.get("url"),
        standfirst=_line(found.get("standfirst", "")),
        words=int(words) if words.isdecimal() else None,
        paragraphs=tuple(_paragraphs(_own_text(text, title, rules))),
    )


def _own(lines: Sequence[str], rules: Rules) -> list[str]:
    """Return an article's lines without what stands after its end, the bars of tables and the database's furniture."""
    tidy = [line.replace("\n", " ").strip(" |\t\xa0") for line in lines]
    last = max((n for n, line in enumerate(tidy) if rules.ends and rules.ends.search(line)), default=len(tidy))
    return [line for line in tidy[:last] if not any(pattern.search(line) for pattern in rules.furniture)]


def _header(lines: Sequence[str], rules: Rules) -> tuple[dict[str, str], int]:
    """Return the fields that stand in an article's first lines by position, and how many lines they take."""
    numbers: list[int] = []
    for number, line in enumerate(lines):
        if len(numbers) == _HEADER_LINES or (numbers and rules.labelled(line)):  # a title may look like a label
            break
        if line:
            numbers.append(number)
    joined = "\n".join(lines[n] for n in numbers)
    for layout in rules.header:
        if found := layout.match(joined):
            return _named(found), numbers[found.group().count("\n")] + 1
    if numbers and (rules.header or not rules.captures):
        return {"title": lines[numbers[0]]}, numbers[0] + 1
    return {}, 0


def _sections(lines: Sequence[str], rules: Rules) -> list[Section]:
    """Return each label, what stands after it and the lines below it; inside the text only a stop is a label."""
    sections: list[Section] = [("", "", [])]
    labels = {number: found for number, line in enumerate(lines) if (found := rules.labelled(line))}
    stops = {number for number in _among_labels(lines, labels) if labels[number][0] in rules.stops}
    for number, line in enumerate(lines):
        label, value = labels.get(number, ("", ""))
        inside = sections[-1][0] in rules.text
        if label and (not inside or label in rules.text or number in stops):
            sections.append((label, value, []))
        else:
            sections[-1][2].append(line)
    return sections


def _among_labels(lines: Sequence[str], labels: Mapping[int, tuple[str, str]]) -> Iterator[int]:
    """Yield the labels that no sentence follows soon: a text may hold "Location: Town Hall", too.

    A heading, which has its value below it, is never a sentence of a text.
    """
    full = [number for number, line in enumerate(lines) if line]
    places = {number: place for place, number in enumerate(full)}
    for number, (_, value) in labels.items():
        following = full[places[number] + 1 : places[number] + 1 + _FOLLOWING]
        sentences = [n for n in following if n not in labels and lines[n].endswith(_ENDS_SENTENCE)]
        if not value or not sentences:
            yield number


def _whole(value: str, below: Sequence[str]) -> str:
    """Return a label's value: what stands after it with the lines it runs on to, or what stands below it."""
    if value and len(value) < _WRAPPED:
        return value
    return " ".join([value, *(takewhile(bool, below) if value else below)])


def _unlabelled(sections: Sequence[Section], rules: Rules) -> list[str]:
    """Return the text where no label begins it: what stands below the labels, as far as the first stop."""
    before = list(takewhile(lambda section: section[0] not in rules.stops, sections))
    # A label without a value has it in the next line.
    text = [line for label, value, below in before if label and value for line in below]
    return text if any(label for label, _, _ in before) else before[0][2]


def _own_text(lines: Sequence[str], title: str, rules: Rules) -> list[str]:
    """Return a text's lines without furniture that a label stood before, and without a title that pages repeat."""
    kept = [line for line in lines if not any(pattern.search(line) for pattern in rules.furniture)]
    first = next((n for n, line in enumerate(kept) if line), 0)  # a title there is seen to by cleaning, which says so
    return [line for n, line in enumerate(kept) if n == first or not title or _line(line) != title]


def _add(found: dict[str, str], rules: Rules, label: str, value: str) -> None:
    pattern = (rules.captures or {}).get(label)
    if pattern and (fields := pattern.fullmatch(_line(value)) or pattern.match(_line(value))):
        for name, text in _named(fields).items():
            found.setdefault(name, text)


def _named(found: re.Match[str]) -> dict[str, str]:
    groups: Mapping[str, str | None] = found.groupdict()
    return {name: text.strip() for name, text in groups.items() if text}


def _paragraphs(lines: Sequence[str]) -> list[str]:
    """Return the paragraphs of a text; the lines of a printed page are joined across its hyphens and page ends."""
    width = max(map(len, lines), default=0)
    full = [line for line in lines if line and len(line) >= _FULL * width]
    # The longest lines of a printed page break in mid-sentence; the longest paragraphs end as sentences do.
    if width <= _WIDEST and sum(not line.endswith(_ENDS) for line in full) > len(full) / 2:
        return reading_order(["\n".join(lines)])[0]
    return paragraphs_of("\n".join(lines))


def _time(text: str) -> str | None:
    """Return a day, or a time where its zone is named: times of several sources can be told apart only then."""
    read = iso(text)
    if not read or len(read) == 10:
        return read
    zone = next((offset for name, offset in _ZONES.items() if re.search(rf"\b{name}\b", text)), "")
    return read[:10] if len(read) <= 19 and not zone else read[:19] + (zone or read[19:])


def _line(text: str) -> str:
    return " ".join(text.replace("|", " ").split())
