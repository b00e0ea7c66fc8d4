"""A web page's tree -> the paragraphs of its article, each with its kind."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Any

from framing.read.text import normalise
from framing.records import Kind, Paragraph

# Parts of a page that say by their class or id that they are not the article. One that holds more than a third of the
# page's text is the page itself, whatever it is called ("has-newsletter").
_FURNITURE = re.compile(
    r"(?:^|[\s_-])(?:cookies?|consent|gdpr|cmp|newsletters?|sign-?up|related(?:posts)?|recommend\w*|shar(?:e|ing)|sharedaddy"
    r"|social|comments?|disqus|taboola|outbrain|promo|pullquote|rich-link|interstitial|paywall|read-next|more-on|most-read"
    r"|trending|breadcrumbs?|ad|ads|advert\w*|topic-list|links-block|tags?|byline(?:-\w+)?|author-section|share-count"
    r"|backlink|widget|sidebar|submeta|trust-badge)(?:$|[\s_-])",
    re.IGNORECASE,
)
_STANDFIRST = re.compile(
    r"(?:^|[\s_-])(?:standfirst|dek|sub-?title|strapline|article-?summary)(?:$|[\s_-])", re.IGNORECASE
)
_CAPTION = re.compile(r"caption|credit", re.IGNORECASE)
_NAMES = ("class", "id", "data-component", "data-gu-name", "role")
_SAYS_MUCH = 12  # words; a shorter cell of a table is a figure or a menu's entry
_LONGEST_STANDFIRST = 60  # words


def paragraphs(tree: Any) -> list[Paragraph]:
    """Return the article's paragraphs in order; none where the page holds no article.

    Extraction is trafilatura's (Barbaresi 2021), after what names itself furniture was taken out of the tree.
    """
    from trafilatura import bare_extraction

    logging.getLogger("trafilatura").addHandler(logging.NullHandler())
    standfirst = _standfirst(tree)
    prune(tree)
    blocks = [(element.tag, _plain(element)) for element in tree.iter("h2", "h3", "h4", "p", "li")]
    for generous in (False, True):
        found = bare_extraction(tree, include_comments=False, include_tables=True, favor_recall=generous)
        body = getattr(found, "body", None)
        read = list(_read(body)) if body is not None else []
        if any(p.kind != "heading" for p in read):
            return _with_standfirst(_with_headings(read, blocks), standfirst)
    return []


def _with_headings(read: list[Paragraph], blocks: list[tuple[str, str]]) -> list[Paragraph]:
    """Put headings back between the paragraphs that they stand between on the page, where extraction lost them all."""
    if any(p.kind == "heading" for p in read):
        return read
    taken = {p.text for p in read}
    above: dict[str, str] = {}
    for (tag, heading), (_, text) in pairwise(blocks):
        if tag in ("h2", "h3", "h4") and heading and heading not in taken and text in taken:
            above.setdefault(text, heading)
    return [q for p in read for q in ([Paragraph(above[p.text], "heading"), p] if p.text in above else [p])]


def prune(tree: Any) -> None:
    """Take out of the tree what names itself furniture, and what a page does not show."""
    for element in list(tree.iter("script", "style", "template")):
        element.drop_tree()
    total = len(tree.text_content())
    for element in list(tree.iter()):
        if (
            not isinstance(element.tag, str)
            or element.tag in ("html", "body", "article", "main")
            or element.getparent() is None
        ):
            continue
        names = [element.get(name) or "" for name in _NAMES]
        hidden = element.get("role") == "dialog" or element.tag in ("amp-consent", "amp-sidebar", "form", "nav")
        if (hidden or any(_FURNITURE.search(name) for name in names)) and 3 * len(element.text_content()) < total:
            element.drop_tree()


def texts(tree: Any) -> list[Paragraph]:
    """Return every paragraph and heading on a page, for pages where no article was made out."""
    tags: dict[str, Kind] = {"p": "body", "li": "list", "blockquote": "quote", "h2": "heading", "h3": "heading"}
    found = (
        (tags[e.tag], _plain(e))
        for e in tree.iter(*tags)
        if not e.xpath("ancestor::nav|ancestor::footer|ancestor::header")
    )
    return [Paragraph(text, kind) for kind, text in found if len(text.split()) >= _SAYS_MUCH]


def _read(body: Any) -> Iterator[Paragraph]:
    for element in body:
        kind = _kind(element)
        if element.tag == "table":
            yield from _table(element)
        elif element.tag == "list":
            yield from _lines(element.iterfind(".//item"), "list")
        elif element.tag in ("quote", "code"):
            yield from _lines(list(element.iterfind("./p")) or [element], "quote")
        elif element.tag != "graphic":
            yield from _lines([element], kind)
        if element.tail and element.tail.strip():
            yield from (Paragraph(line) for line in _split(element.tail))


def _kind(element: Any) -> Kind:
    if element.tag == "head":
        return "heading"
    return "caption" if _CAPTION.search(element.get("class") or "") else "body"


def _lines(elements: Any, kind: Kind) -> Iterator[Paragraph]:
    for element in elements:
        for line in element.iter("lb"):
            line.text = "\n"
        yield from (Paragraph(text, kind) for text in _split("".join(element.itertext())))


def _table(table: Any) -> Iterator[Paragraph]:
    """Read a table that lays out a page; a cell of few words is a figure or a menu's entry."""
    for cell in table.iter("cell"):
        for line in cell.iter("lb"):
            line.text = "\n"
        blocks = [cell.text or "", *("".join(part.itertext()) + (part.tail or "") for part in cell)]
        lines = [line for block in blocks for line in _split(block)]
        first = next((n for n, line in enumerate(lines) if len(line.split()) >= _SAYS_MUCH), None)
        if first is not None:
            yield from (Paragraph(line) for line in lines[first:])


def _split(text: str) -> list[str]:
    return [line for part in normalise(text).split("\n") if (line := " ".join(part.split()))]


def _plain(element: Any) -> str:
    return " ".join(normalise(element.text_content()).split())


def _standfirst(tree: Any) -> str:
    for element in tree.iter("div", "p", "h2", "section", "span"):
        if any(_STANDFIRST.search(element.get(name) or "") for name in (*_NAMES, "itemprop", "data-testid")):
            text = _plain(element)
            if 4 <= len(text.split()) <= _LONGEST_STANDFIRST:
                return text
    return ""


def _with_standfirst(read: list[Paragraph], standfirst: str) -> list[Paragraph]:
    if not standfirst:
        return read
    rest = [p for number, p in enumerate(read) if number > 2 or p.text != standfirst]
    return [Paragraph(standfirst, "standfirst"), *rest]
