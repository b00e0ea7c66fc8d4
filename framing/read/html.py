"""Web pages, as fetched or as a browser saved them, -> Document. Nothing on a page is run or fetched."""

from __future__ import annotations

import re
import sys
from typing import Any

from framing.read.document import Document, spaced
from framing.read.errors import ReadError
from framing.read.page_body import paragraphs, texts
from framing.read.page_facts import Facts, facts_of
from framing.read.text import decode, paragraphs_of
from framing.read.walls import is_cut_off, refuse_wall
from framing.records import Paragraph

_DECLARED = re.compile(
    rb"<(?:meta\b[^>]{0,200}?charset|\?xml\b[^>]{0,80}?encoding)\s*=\s*[\"']?\s*([A-Za-z0-9_.:-]{2,40})", re.I
)
# What a page calls Latin-1 is Windows-1252: browsers read it so.
_MEANT = {"iso-8859-1": "cp1252", "latin1": "cp1252", "us-ascii": "utf-8"}
# A parsed page may hold these, but its elements cannot be moved or changed any more.
_NOT_IN_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_REFERENCE = re.compile(r"&#(?:[xX]0*([0-9A-Fa-f]{1,6})|0*(\d{1,7}));?")
_LOOKED_AT = 4096  # bytes; browsers look no further for the declaration
# A long read with its comments has some 5,000 elements; beyond this many, extraction takes minutes.
_MOST_ELEMENTS = 60_000
_BODY = 40  # words under which a page that looks like a wall is refused; with more, a note asks for a look
_CUT_OFF = "{0} ends where a subscription is asked for: only the beginning of the article is here."


def read_html(content: bytes, name: str, *, url: str | None = None, charset: str | None = None) -> Document:
    """Read a page's article.

    Args:
        content: The page's bytes.
        name: What messages call it.
        url: Where it was fetched from, if it was.
        charset: The encoding that came with it, if one did.

    Raises:
        ReadError: For a page without an article: a check for robots, a log-in form, an empty body.
    """
    text, notes = _decoded(content, name, charset)
    tree = _parsed(text, name)
    facts = facts_of(tree, url)
    password = bool(tree.xpath("//input[@type='password']"))
    shown = _shown(tree)
    found = _body(tree, facts)
    words = " ".join(p.text for p in found) or shown
    if not found or len(words.split()) < _BODY:
        refuse_wall(facts.title, shown, name, password=password and not found)
    if not found:
        raise ReadError(name, "no article was found on this page; copy its text from a browser and paste it")
    if is_cut_off(shown):
        notes = (*notes, _CUT_OFF.format(name))
    return Document(
        tuple(found),
        spaced(found),
        title=facts.title,
        source=facts.source,
        author=facts.author,
        published=facts.published,
        url=facts.url,
        notes=notes,
    )


def _body(tree: Any, facts: Facts) -> list[Paragraph]:
    """Return the article's paragraphs, from the page's own data where the page shows less than half of it."""
    found = _within(paragraphs(tree) or texts(tree), facts.title)
    told = paragraphs_of(facts.body) if facts.body else []
    if sum(len(p.split()) for p in told) > 2 * sum(len(p.text.split()) for p in found):
        found = [Paragraph(p) for p in told]
    return found


def _within(found: list[Paragraph], title: str) -> list[Paragraph]:
    """Leave out the headline, which is the title, and headings at the end, under which nothing stands."""
    same = re.sub(r"\W+", "", title).casefold()
    kept = [p for p in found if p.kind != "heading" or re.sub(r"\W+", "", p.text).casefold() != same]
    while kept and kept[-1].kind == "heading":
        kept.pop()
    return kept


def _decoded(content: bytes, name: str, charset: str | None) -> tuple[str, tuple[str, ...]]:
    """Decode as the server or the page says, where that is so; else as a text file is decoded."""
    declared = _DECLARED.search(content[:_LOOKED_AT])
    for encoding in (charset, declared[1].decode("ascii") if declared else None):
        try:
            if encoding and not content.startswith((b"\xff\xfe", b"\xfe\xff")):
                return content.decode(_MEANT.get(encoding.lower(), encoding)), ()
        except (LookupError, UnicodeDecodeError):
            continue
    text, note = decode(content, name)
    return text, (note,) if note else ()


def _parsed(text: str, name: str) -> Any:
    from lxml import etree, html  # type: ignore[import-untyped]

    text = re.sub(r"^\s*<\?xml[^>]*\?>", "", _fit_for_xml(text))
    parser = html.HTMLParser(encoding="utf-8", no_network=True, huge_tree=False, remove_comments=True, remove_pis=True)
    try:
        tree = html.document_fromstring(text.encode("utf-8", "replace"), parser=parser)
    except (etree.LxmlError, ValueError, AssertionError, RecursionError):
        raise ReadError(
            name, "it is no web page, or it is damaged; copy the article's text from a browser and paste it"
        ) from None
    if sum(1 for _ in tree.iter()) > _MOST_ELEMENTS:
        raise ReadError(
            name, f"the page has more than {_MOST_ELEMENTS:,} elements; copy the article's text and paste it"
        )
    return tree


def _fit_for_xml(text: str) -> str:
    """Leave out the characters that no element may hold, also where they are written as numbers."""

    def kept(reference: re.Match[str]) -> str:
        code = int(reference[1], 16) if reference[1] else int(reference[2])
        return "" if code < sys.maxunicode and _NOT_IN_XML.match(chr(code)) else reference[0]

    return _REFERENCE.sub(kept, _NOT_IN_XML.sub("", text))


def _shown(tree: Any) -> str:
    """Return the text that a page shows, its scripts and styles left out."""
    parts = (t for t in tree.xpath("//body//text()[not(ancestor::script or ancestor::style or ancestor::template)]"))
    return " ".join(" ".join(parts).split())
