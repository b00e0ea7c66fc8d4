"""Markdown -> Document: headings, lists and quotations keep their kind, marks of emphasis and links go."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from framing.read.dates import iso
from framing.read.document import Document
from framing.read.text import MAX_LINES, decode, document_from_text, normalise
from framing.records import Kind, Paragraph

_FRONT = re.compile(r"\A\s*---\n(?P<fields>.{0,5000}?)\n(?:---|\.\.\.)\s*\n", re.DOTALL)
_FIELD = re.compile(r"^(?P<name>\w+)\s*:\s*[\"']?(?P<value>.*?)[\"']?\s*$", re.MULTILINE)
_HEADING = re.compile(r"#{1,6}\s+(?P<text>.*?)\s*#*$")
_ITEM = re.compile(r"(?:[-*+]|\d{1,3}[.)])\s+(?P<text>.+)$")
_QUOTED = re.compile(r">\s?(?P<text>.*)$")
_RULE = re.compile(r"(?:[-*_]\s*){3,}$")
_INLINE = (
    (re.compile(r"!\[[^\]\n]{0,300}\]\([^)\n]{0,2000}\)"), ""),
    (re.compile(r"\[([^\]\n]{1,500})\](?:\([^)\n]{0,2000}\)|\[[^\]\n]{0,100}\])"), r"\1"),
    (re.compile(r"(\*\*|__)(?=\S)(.{1,2000}?)(?<=\S)\1"), r"\2"),
    (re.compile(r"(?<![\w*])\*(?=[^\s*])([^*\n]{1,2000}?)(?<=[^\s*])\*(?![\w*])"), r"\1"),
    (re.compile(r"(?<![\w_])_(?=[^\s_])([^_\n]{1,2000}?)(?<=[^\s_])_(?![\w_])"), r"\1"),
    (re.compile(r"`([^`\n]{1,500})`"), r"\1"),
    (re.compile(r"\\([\\`*_{}\[\]()#+\-.!>])"), r"\1"),
)
"""Images go, links and emphasis leave their words, and what was protected from being a mark is itself again."""


def read_markdown(content: bytes, name: str) -> Document:
    """Read a Markdown text; its first heading is the title, and its front matter tells what else is known.

    Raises ReadError for what is not text.
    """
    text, note = decode(content, name)
    notes = (note,) if note else ()
    plain = document_from_text(text, name, notes)
    text = normalise(text)
    if text.count("\n") > MAX_LINES or not _is_marked(text):
        return plain
    front = _FRONT.match(text)
    known = {m["name"].lower(): m["value"] for m in _FIELD.finditer(front["fields"])} if front else {}
    found = [Paragraph(_without_marks(t), kind) for kind, t in _blocks(text[front.end() :] if front else text)]
    found = [p for p in found if p.text]
    title = known.get("title", "")
    if found and found[0].kind == "heading" and (not title or found[0].text == title):
        title = found.pop(0).text
    return replace(
        plain,
        paragraphs=tuple(found),
        title=title,
        source=known.get("source", "") or known.get("outlet", ""),
        author=known.get("author") or None,
        published=iso(known.get("published", "") or known.get("date", "")),
        url=known.get("url") or None,
    )


def _is_marked(text: str) -> bool:
    """Whether there is anything that only Markdown means; a plain text is read as one, its wrapped lines joined."""
    lines = text.split("\n")
    return bool(_FRONT.match(text)) or any(_HEADING.match(line) or line.startswith("> ") for line in lines)


def _blocks(text: str) -> Iterator[tuple[Kind, str]]:
    """Yield kind and text of the blocks; lines of one paragraph, item or quotation are joined."""
    kind: Kind = "body"
    lines: list[str] = []
    for line in [*text.split("\n"), ""]:
        bare = line.strip()
        heading, item, quoted = _HEADING.match(bare), _ITEM.match(bare), _QUOTED.match(bare)
        ends = not bare or heading or item or _RULE.match(bare) or bool(quoted) != (kind == "quote")
        if lines and (ends or (quoted and not quoted["text"].strip())):
            yield kind, " ".join(lines)
            lines = []
        if heading:
            yield "heading", heading["text"]
        elif bare and not _RULE.match(bare):
            kind = "list" if item else "quote" if quoted else kind if lines else "body"
            words = (item or quoted or {"text": bare})["text"].strip()
            lines += [words] if words else []


def _without_marks(text: str) -> str:
    for pattern, instead in _INLINE:
        text = pattern.sub(instead, text)
    return " ".join(text.split())
