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


_LINK = r"(?:\s*[:|»>–—]\s*|\s{2,}|\s+(?=[^.!?]*[^.!?”\"]$))"  # what follows the words of a teaser, never of a sentence
RULES: tuple[Rule, ...] = (
    _rule("page edge", "a mark for the top or bottom of the page", 6,
          r"(?:top of page|bottom of page|back to top|skip to (?:main )?content|go to top|end of (?:page|article))\W*$"),
    _rule("see also", "a pointer to another article", 30,
          r"(?:see also|see more|read also|also read|read more|read next|related(?: (?:stories|articles|content|news))?"
          r"|more on this(?: story)?|more from|more stories|you (?:may|might) also like|recommended(?: for you)?"
          rf"|don['’]t miss|watch|what to read next|trending(?: now)?|most (?:read|popular))(?:{_LINK}.*|\W*$)"),
    _rule("media", "a button or credit of a picture or video", 30,
          r"(?:play video\b|slideshow \(|enlarge this image\b|toggle caption\b|view (?:gallery|slideshow)\b"
          r"|watch the (?:latest )?video\b).*$"),
    _rule("age note", "a note on how old the page is", 12, r"this article is more than .* old\W*$"),
    _rule("advertisement", "a mark for an advertisement", 12,
          r"(?:advertisements?(?: continue reading.*)?|advertising|sponsored(?: content)?"
          r"|(?:story|article) continue[sd] (?:below|after)\b.*"
          r"|scroll (?:down )?to continue\b.*|continue reading\b.*|loading)\W*$"),
    _rule("share buttons", "buttons for sharing, printing or commenting", 14,
          r"(?:share(?: (?:this|article|story|on|via|to|the|page|facebook|twitter|x|email|whatsapp|link))*|tweet|e-?mail"
          r"|print|pin it|copy link|save(?: article)?|listen to (?:this )?article|(?:\d+ )?comments?(?: \(\d+\))?"
          r"|leave a comment|view comments|follow us\b.*|click (?:here )?to (?:share|print|email)\b.*)\W*$"),
    _rule("newsletter", "an invitation to subscribe or sign up", 40,
          r"(?:sign up|subscribe|join|get|register|receive|want more|never miss)\b[^.]*"
          r"\b(?:newsletter|inbox|alerts?|briefing|subscri\w+|e-?mail)\b.*$"),
    _rule("cookies", "a notice about cookies or privacy", 80,
          r".*\b(?:we use cookies|(?:accept|manage|reject)(?: all)? cookies|cookie (?:policy|settings|preferences|consent))\b"),
    _rule("copyright", "a copyright line", 45,
          r"(?:(?:©|\(c\)\s|copyright\b(?=.*\d{4})).*|.*\ball rights reserved\b.*|.*\bmay not be (?:published|reproduced)\b.*)$"),
    _rule("byline", "the author's name, not the article's text", 12,
          r"(?-i:(?:By|BY) [A-Z][\w.'’-]+(?:,? (?:and |& )?[A-Z][\w.'’-]+){0,6}(?:[,|].*)?)$"),
    _rule("time stamp", "when the page was published or changed", 14,
          r"(?:(?:first )?published|updated|last (?:updated|modified)|posted)(?: (?:on|at))?\b[^.]*\d.*$"),
)  # fmt: skip
DOUBLED_TITLE = Rule("doubled title", "the headline a second time", re.compile(r"$^"), 60)
REPEATED = Rule("repeated", "a paragraph that stands in the article twice", re.compile(r"$^"), 10_000)

_END = re.compile(r"[.!?…]['’”\")\]]*$")
_LIST_ITEM = re.compile(r"(?:[•‣▪·*–—-]|\d{1,2}[.)])\s+\S")
_CAPTION = re.compile(r"(?:photo|image|picture|caption|file photo|graphic)\b[^.]{0,40}:", re.IGNORECASE)
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
    if not title and kept and _is_title([p for _, p in kept]):
        title = kept.pop(0)[1].text
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
    """Whether the first paragraph is a headline: short, without a full stop, or much shorter than what follows."""
    first = paragraphs[0].text
    if len(paragraphs) < 2 or len(first.split()) > _TITLE_WORDS:
        return False
    return not first.endswith(".") or first.endswith("...")


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
    if len(words) > _HEADING_WORDS or not text[0].isalnum() or text[0].islower():
        return False
    if text.endswith(":"):
        return False  # it announces the next paragraph, most often a quotation
    return not _END.search(text) or (text.endswith("?") and len(words) <= 10)


def _same(left: str, right: str) -> bool:
    return re.sub(r"\W+", "", left).casefold() == re.sub(r"\W+", "", right).casefold()
