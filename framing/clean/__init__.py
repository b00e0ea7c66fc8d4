"""Take page furniture out of an article and tell its title, standfirst and headings from its body.

Every removal is made by a named rule, or by hand, and can be put back. Rules take whole paragraphs, and short ones; of
a paragraph that stays they take a dateline at its beginning, and boxes of links behind a name. A rule that would have
to guess does not belong here.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import replace
from statistics import median

from framing.clean.dateline import DATELINE, dateline_of
from framing.clean.link_box import LINK_BOX, without_boxes
from framing.clean.rules import BY_HAND, DOUBLED_TITLE, REPEATED, RULES, Rule
from framing.records import Article, CleanArticle, Event, Kind, Paragraph, Removal

__all__ = [
    "ALL_RULES",
    "BY_HAND",
    "DATELINE",
    "DOUBLED_TITLE",
    "LINK_BOX",
    "REPEATED",
    "RULES",
    "Rule",
    "clean",
    "clean_in",
]

ALL_RULES: tuple[Rule, ...] = (*RULES, DATELINE, LINK_BOX, DOUBLED_TITLE, REPEATED)
"""Every rule that can be switched off for an event, by its name."""
_END = re.compile(r"[.!?…]['’”\")\]]*$")
_FULL_STOP = re.compile(r"(?<!\.\.)\.['’”\")\]]*$")
_LIST_ITEM = re.compile(r"(?:[•‣▪·*–—-]|\d{1,2}[.)])\s+\S")
_CAPTION = re.compile(
    r"(?:file )?(?:photo|image|picture|caption|graphic)s?"
    r"(?: (?:by|credit|caption|courtesy|from|shows?)\b[^.:]{0,40})?\s*:",
    re.IGNORECASE,
)
_LONGEST = 2_000  # characters; the rules are for short paragraphs, and their patterns slow on long ones
_TITLE_WORDS = 30
_HEADING_WORDS = 14


def clean(
    article: Article,
    *,
    restored: Collection[tuple[str, int]] = (),
    off: Collection[str] = (),
    left_out: Collection[tuple[str, int]] = (),
) -> CleanArticle:
    """Return the article without page furniture, with its title and its paragraphs' kinds.

    Args:
        article: As it was read.
        restored: Pairs of article id and paragraph index that a person put back; no rule touches them.
        off: Names of rules that are not to be used.
        left_out: Pairs of article id and paragraph index that a person took out; that wins over `restored`.
    """
    id = article.id
    by_hand = {index for owner, index in left_out if owner == id}
    put_back = {index for owner, index in restored if owner == id} - by_hand
    removed = {r.index: r for r in _removals(article, by_hand) if r.index not in put_back and r.rule not in off}
    kept = [(index, p) for index, p in enumerate(article.paragraphs) if index not in removed]
    title = article.title.strip()
    candidates = [(index, p) for index, p in kept if index not in put_back]
    if not title and _is_title([p for _, p in candidates]):
        title = candidates[0][1].text
        kept.remove(candidates[0])
    # Event files often give the headline and repeat it as the first paragraph; rules above run before it is known.
    twice = next((i for i, p in kept[:3] if title and _same(p.text, title) and i not in put_back), None)
    if twice is not None and DOUBLED_TITLE.name not in off:
        text = article.paragraphs[twice].text
        removed[twice] = Removal(twice, text, DOUBLED_TITLE.name, DOUBLED_TITLE.reason)
        kept = [(i, p) for i, p in kept if i != twice]
    if DATELINE.name not in off:
        kept = [_undated(n, i, p, removed) if i not in put_back else (i, p) for n, (i, p) in enumerate(kept)]
    if LINK_BOX.name not in off:
        kept = [(i, _unlinked(i, p, removed) if i not in put_back else p) for i, p in kept]
    return CleanArticle(article, title, tuple(_kinds([p for _, p in kept])), tuple(removed[i] for i in sorted(removed)))


def clean_in(event: Event, article: Article) -> CleanArticle:
    """Clean an article with what a person decided on its event."""
    return clean(article, restored=event.restored, off=event.rules_off, left_out=event.left_out)


def _undated(position: int, index: int, paragraph: Paragraph, removed: dict[int, Removal]) -> tuple[int, Paragraph]:
    """Return the paragraph without its dateline, and enter what was taken among the removals."""
    dateline = dateline_of(position, paragraph.text)
    if dateline:
        removed[index] = Removal(index, dateline.strip(), DATELINE.name, DATELINE.reason, whole=False)
    return index, replace(paragraph, text=paragraph.text[len(dateline) :])


def _unlinked(index: int, paragraph: Paragraph, removed: dict[int, Removal]) -> Paragraph:
    """Return the paragraph without boxes of links; with a dateline that went they are one removal."""
    text, boxes = without_boxes(paragraph.text)
    if boxes:
        dateline = [removed[index].text] if index in removed else []
        removed[index] = Removal(index, " … ".join([*dateline, *boxes]), LINK_BOX.name, LINK_BOX.reason, whole=False)
    return replace(paragraph, text=text)


def _removals(article: Article, by_hand: Collection[int]) -> Iterator[Removal]:
    seen: set[str] = set()
    for index, paragraph in enumerate(article.paragraphs):
        text = paragraph.text
        if index in by_hand:
            yield Removal(index, text, BY_HAND.name, BY_HAND.reason)
            continue
        rule = REPEATED if text in seen and len(text.split()) > 5 else _first_rule(text)
        seen.add(text)
        if rule:
            yield Removal(index, text, rule.name, rule.reason)


def _first_rule(text: str) -> Rule | None:
    if len(text) > _LONGEST:
        return None
    words = len(text.split())
    return next((rule for rule in RULES if words <= rule.words and rule.pattern.match(text)), None)


def _is_title(paragraphs: list[Paragraph]) -> bool:
    """Whether the first paragraph is a headline: not long, without a full stop, and something follows it."""
    if len(paragraphs) < 2 or len(paragraphs[0].text.split()) > _TITLE_WORDS:
        return False
    return not _FULL_STOP.search(paragraphs[0].text)


def _kinds(paragraphs: list[Paragraph]) -> Iterator[Paragraph]:
    lengths = [len(p.text.split()) for p in paragraphs if not _looks_like_heading(p.text)]
    typical = median(lengths) if lengths else 0
    for index, paragraph in enumerate(paragraphs):
        following = paragraphs[index + 1].text if index + 1 < len(paragraphs) else None
        yield replace(paragraph, kind=_kind(paragraph, index, following, typical, len(lengths)))


def _kind(paragraph: Paragraph, index: int, following: str | None, typical: float, bodies: int) -> Kind:
    text = paragraph.text
    if paragraph.kind != "body":
        return paragraph.kind
    if _LIST_ITEM.match(text):
        return "list"
    if _CAPTION.match(text):
        return "caption"
    if following and _looks_like_heading(text) and len(following.split()) > _HEADING_WORDS:
        return "heading"
    # A standfirst stands first and is one short paragraph where the others are long; a news lead is as long as they.
    if index == 0 and bodies >= 4 and len(text.split()) * 2 <= typical:
        return "standfirst"
    return "body"


def _looks_like_heading(text: str) -> bool:
    words = text.split()
    if not words or len(words) > _HEADING_WORDS or not text[0].isalnum() or text[0].islower():
        return False
    if text.endswith(":"):
        return False  # it announces the next paragraph, most often a quotation
    return not _END.search(text) or (text.endswith("?") and len(words) <= 10)


def _same(left: str, right: str) -> bool:
    return re.sub(r"\W+", "", left).casefold() == re.sub(r"\W+", "", right).casefold()
