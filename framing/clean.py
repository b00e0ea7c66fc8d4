"""Take page furniture out of an article and tell its title, standfirst and headings from its body.

Every removal is made by a named rule and can be put back. Rules only ever take whole paragraphs, and short ones: a rule
that would have to guess inside a sentence does not belong here.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace
from statistics import median

from framing.records import Article, CleanArticle, Kind, Paragraph, Removal


@dataclass(frozen=True, slots=True)
class Rule:
    """A removal: paragraphs of at most `words` words that `pattern` matches from their beginning."""

    name: str
    reason: str
    pattern: re.Pattern[str]
    words: int


def _rule(name: str, reason: str, words: int, pattern: str) -> Rule:
    return Rule(name, reason, re.compile(pattern, re.IGNORECASE), words)


# A teaser's words are followed by a mark or two spaces; after the plainest of them one space is enough, unless the
# paragraph ends as a sentence does. What somebody is reported to have said is never page furniture.
_MARK = r"(?:\s*[:|»>–—]\s*|\s{2,})"
_LINK = rf"(?:{_MARK}|\s+(?=[^.!?]*[^.!?”\"]$))"
_NOT_SPOKEN = r"(?!.*\b(?:said|says|told|tells|asked|urged|warned|added|cried|shouted|wrote|argued)\b)"
_MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?"
_NOT_A_PERSON = (
    r"(?!(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:January|February|March|April|May|June|July|August|September"
    r"|October|November|December)\b(?! [A-Z])|Christmas|Easter|Thanksgiving|Ramadan|New Year)"
)
RULES: tuple[Rule, ...] = (
    _rule("page edge", "a mark for the top or bottom of the page", 6,
          r"(?:top of page|bottom of page|back to top|skip to (?:main )?content|go to top|end of (?:page|article))"
          r"\W*$"),
    _rule("see also", "a pointer to another article", 30,
          r"(?:(?:see also|read also|also read|read more|read next|more on this(?: story)?|more from"
          rf"|you (?:may|might) also like|what to read next)(?:{_LINK}.*|\W*$)"
          r"|(?:see more|related(?: (?:stor(?:y|ies)|articles?|content|news))?|more stories|recommended(?: for you)?"
          rf"|don['’]t miss|watch|trending(?: now)?|most (?:read|popular))(?:{_MARK}.*|\W*$))"),
    _rule("media", "a button or credit of a picture or video", 30,
          r"(?:slideshow \(.*|enlarge this image\b.*|toggle caption\b.*|(?:play video|view (?:gallery|slideshow)"
          r"|watch the (?:latest )?video)\b(?:[^.!?]*| (?:above|below)\.))$"),
    _rule("contributors", "who helped with the report", 40,
          r".*\bcontributed to this (?:report|story|article)\b.*$"
          r"|\(?(?:additional )?(?:reporting|editing|writing) by\b.*$"),
    _rule("age note", "a note on how old the page is", 12, r"this article is more than .* old\W*$"),
    _rule("advertisement", "a mark for an advertisement", 12,
          r"(?:advertisements?(?:\W+continue reading.*)?|advertising|sponsored(?: content)?"
          r"|(?:story|article) continue[sd] (?:below|after)\b.*|scroll (?:down )?to continue\b.*"
          r"|continue reading(?: (?:below|the (?:main|full|rest)|at|on|in)\b[^.!?,]*)?|loading)\W*$"),
    _rule("share buttons", "buttons for sharing, printing or commenting", 14,
          r"(?:share(?: (?:this|article|story|on|via|to|the|page|facebook|twitter|x|email|whatsapp|link))*|tweet"
          r"|e-?mail|print|pin it|copy link|save(?: article)?|listen to (?:this )?article"
          r"|(?:\d+ )?comments?(?: \(\d+\))?|leave a comment|view comments"
          r"|follow us(?: on (?:twitter|x|facebook|instagram|google|youtube|linkedin|tiktok"
          r"|whatsapp|telegram|bluesky|threads|mastodon|social media)\b.*)?"
          r"|click (?:here )?to (?:share|print|email)\b.*)\W*$"),
    _rule("newsletter", "an invitation to subscribe or sign up", 40,
          rf"{_NOT_SPOKEN}(?:(?:sign up|subscribe|register|want more|never miss)\b[^.]*"
          r"\b(?:newsletter|inbox|alerts?|briefing|subscri\w+|e-?mail)\b"
          r"|(?:join|get|receive)\b[^.]*\b(?:newsletters?|inbox|(?:news|e-?mail|free|daily|morning) (?:alerts?|briefing"
          r"|e-?mails?)|(?:our|by) (?:\w+ )?(?:e-?mail|briefing|alerts?|subscri\w+))\b).*$"),
    _rule("cookies", "a notice about cookies or privacy", 80,
          rf"{_NOT_SPOKEN}(?:.*\b(?:we (?:and our partners )?use cookies|this (?:web)?site uses cookies"
          r"|(?:our|your) cookie (?:policy|settings|preferences|consent))\b"
          r"|(?:(?:accept|manage|reject)(?: all)? cookies|cookie (?:policy|settings|preferences|consent))\W*$)"),
    _rule("copyright", "a copyright line", 45,
          rf"{_NOT_SPOKEN}(?:(?:©|\(c\)\s|copyright\s*(?:©|\(c\)|\d{{4}}\b"
          r"|(?-i:(?:by |of )?(?:(?:[A-Z][\w&.,'’-]*|and|of|the) )+)\d{4}\W*$)).*"
          r"|.*\ball rights reserved(?:\W*$|[.|].*)"
          r"|(?:.*\bthis|no part of this) (?:material|content|article|story|text|page)\b.*\bmay (?:not )?be"
          r" (?:published|reproduced|copied)\b.*)$"),
    _rule("byline", "the author's name, not the article's text", 12,
          rf"(?-i:(?:By|BY) {_NOT_A_PERSON}[A-Z][\w.'’-]*(?:,? (?:and |& )?[A-Z][\w.'’-]*){{0,6}}"
          r"(?:\s*[,|][^.!?]*)?)$"),
    _rule("time stamp", "when the page was published or changed", 14,
          r"(?:(?:first )?published|(?:last )?updated|last modified|posted)\W*(?:(?:on|at)\s+)?"
          r"(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*,?\s+)?"
          rf"(?:{_MONTH}\s+\d|\d|an? (?:minute|hour|day|week)|(?:today|yesterday)\b)"
          rf"(?:[ap]\.m\.|\d\.(?=\d)|{_MONTH}|[^.!?])*$"),
)  # fmt: skip
DOUBLED_TITLE = Rule("doubled title", "the headline a second time", re.compile(r"$^"), 60)
REPEATED = Rule("repeated", "a paragraph that stands in the article twice", re.compile(r"$^"), 10_000)

_END = re.compile(r"[.!?…]['’”\")\]]*$")
_FULL_STOP = re.compile(r"(?<!\.\.)\.['’”\")\]]*$")
_LIST_ITEM = re.compile(r"(?:[•‣▪·*–—-]|\d{1,2}[.)])\s+\S")
_CAPTION = re.compile(
    r"(?:file )?(?:photo|image|picture|caption|graphic)s?"
    r"(?: (?:by|credit|caption|courtesy|from|shows?)\b[^.:]{0,40})?\s*:",
    re.IGNORECASE,
)
_TITLE_WORDS = 30
_HEADING_WORDS = 14


def clean(
    article: Article,
    *,
    restored: Collection[tuple[str, int]] = (),
    off: Collection[str] = (),
) -> CleanArticle:
    """Return the article without page furniture, with its title and its paragraphs' kinds.

    Args:
        article: As it was read.
        restored: Pairs of article id and paragraph index that a person put back; no rule touches them.
        off: Names of rules that are not to be used.
    """
    put_back = {index for id, index in restored if id == article.id}
    removed = {r.index: r for r in _removals(article) if r.index not in put_back and r.rule not in off}
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
    return CleanArticle(article, title, tuple(_kinds([p for _, p in kept])), tuple(removed[i] for i in sorted(removed)))


def _removals(article: Article) -> Iterator[Removal]:
    seen: set[str] = set()
    for index, paragraph in enumerate(article.paragraphs):
        text = paragraph.text
        rule = REPEATED if text in seen and len(text.split()) > 5 else _first_rule(text)
        seen.add(text)
        if rule:
            yield Removal(index, text, rule.name, rule.reason)


def _first_rule(text: str) -> Rule | None:
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
