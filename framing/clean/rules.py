"""The rules by which whole paragraphs are taken out: each has a name, a reason, and a table of examples in its tests.

A rule may only take what no article says: whoever adds one adds sentences that look alike and must stay.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from framing.read.agencies import IN_PLACE


@dataclass(frozen=True, slots=True)
class Rule:
    """A removal: paragraphs of at most `words` words that `pattern` matches from their beginning."""

    name: str
    reason: str
    pattern: re.Pattern[str]
    words: int


def _rule(name: str, reason: str, words: int, *patterns: str) -> Rule:
    return Rule(name, reason, re.compile("|".join(patterns), re.IGNORECASE), words)


# A teaser's words are followed by a mark or two spaces; after the plainest of them one space is enough, unless the
# paragraph ends as a sentence does. What somebody is reported to have said is never page furniture.
_MARK = r"(?:\s*[:|»>–—]\s*|\s{2,})"
_LINK = rf"(?:{_MARK}|\s+(?=[^.!?]*[^.!?”\"]$))"
_NOT_SPOKEN = r"(?!.*\b(?:said|says|told|tells|asked|urged|warned|added|cried|shouted|wrote|argued)\b)"
# A sentence's last clause, "…, the coroner wrote"; headlines of pointers say "mayor says", in the present.
_NOT_REPORTED = (
    r"(?!.*[,”\"’] (?:(?:the|a|an|his|her|their|its|one|he|she|they|it|we|i)\b[^,]{0,60}?|(?-i:[A-Z])[^,]{0,60}? "
    r"|[a-z]+ )"
    r"\b(?:said|told|asked|urged|warned|added|wrote|argued|noted|found)\b[^,]{0,30}[.!?]?$)"
)
_MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?"
_DAY = r"(?:mon|tues|wednes|thurs|fri|satur|sun)day\b"
# "This report was updated in March and found that …" tells of a report, not of this article.
_NOT_UPDATED = (
    r"(?!.*\b(?:and|but|which) (?:\w+ly )?(?:f[io]u?nds?|shows?|showed|sa(?:id|ys)|concluded|warn(?:s|ed)|put)\b)"
)
_NOT_A_PERSON = (
    r"(?!(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:January|February|March|April|May|June|July|August|September"
    r"|October|November|December)\b(?! [A-Z])|Christmas|Easter|Thanksgiving|Ramadan|New Year)"
)
_NAME = r"(?-i:[A-Z][\w.’'&-]*(?: (?:[A-Z][\w.’'&-]*|de|van|von|al|el|la)){0,4})"
_TO_THE_END = r"(?:[^.!?]|\.(?=\w))*\.?$"
RULES: tuple[Rule, ...] = (
    _rule("page edge", "a mark for the top or bottom of the page", 6,
          r"(?:top of page|bottom of page|back to top|skip to (?:main )?content|go to top|end of (?:page|article))"
          r"\W*$"),
    _rule("see also", "a pointer to another article", 30,
          r"(?:(?:see also|read also|also read|read more|read next|more on this(?: story)?|more from"
          rf"|you (?:may|might) also like|what to read next)(?:{_LINK}.*|\W*$)"
          r"|(?:see more|related(?: (?:stor(?:y|ies)|articles?|content|news))?|more stories|recommended(?: for you)?"
          rf"|don['’]t miss|watch|trending(?: now)?|most (?:read|popular))(?:{_MARK}{_NOT_REPORTED}.*|\W*$))",
          # Pointers in brackets, and an outlet's pointer to its own pages.
          r"[(\[]\s*(?:photos?|pictures|gallery|videos?|also (?:on|in|see)\b[^:]{0,30}|(?:read |see )?(?:more|also)"
          r"|related|read|watch)\s*:[^()\[\]]*[)\]]$",
          r"(?:find this (?:article|story)|this (?:article|story) (?:can be found|appeared first)|original"
          r"(?: article)?|url|link)\b[^.!?]{0,20}https?://\S+$",
          rf"{_NOT_REPORTED}also (?:on|in) (?-i:[A-Z])[^:.]{{1,30}}:.*$",
          r"(?:click|tap) here (?:to(?! (?:share|print|e?-?mail))|for)\b[^.!?,]*\W*$",
          rf"{_NOT_REPORTED}read (?:the|our|this) (?:full|whole|entire|original|rest of the) (?:story|article|report"
          r"|interview)(?: (?:here|below|(?:at|on|in|from|via) (?:(?:our|the) )?(?:(?-i:[A-Z])|\S+\.\w|…)[^!?]*))?\W*$",
          r"(?-i:MORE|READ|RELATED|WATCH|OPINION|Opinion|EXPLAINER|Explainer)\s*:\s*(?-i:[A-Z“‘])[^.]*[^.”\"]$",
          r"(?:explore more on (?:these|this) topics?|more (?:on|in|from) (?:this section|this series))\W*$"),
    _rule("media", "a button or credit of a picture or video", 30,
          r"(?:slideshow \(.*|enlarge this image\b.*|toggle caption\b.*|(?:play video|view (?:gallery|slideshow)"
          r"|watch the (?:latest )?video)\b(?:[^.!?]*| (?:above|below)\.))$"),
    _rule("credit", "who made a picture", 30,
          r"(?:\(\s*)?(?:(?:file )?(?:photo|photograph|picture|image|video|graphic|illustration)s?"
          r"(?: by| credit| courtesy(?: of)?| source|/)?\s*[:,]\s*|credit\s*:\s*|photo(?:graph)?s? by\s+)"
          rf"(?-i:{_NAME}(?:,? (?:and|for|of|via) {_NAME})*(?:\s*/\s*{_NAME})*)(?: via {_NAME})?\W*$",
          r"\(?(?-i:(?:AP|AFP|Reuters|REUTERS|PA|EPA|Getty Images|GETTY IMAGES) ?(?:Photo|Images|Wire)?\s*/\s*[A-Z])"
          r"[^.!?]*$",
          r"(?:via )?(?:getty images|shutterstock|istock|alamy|ap photo|afp photo)(?:\s*/[^.!?]*)?\W*$",
          r"image (?:source|caption|copyright)\s*,.*$|(?-i:[A-Z][\w.’'-]+(?: [A-Z][\w.’'-]+){0,3})\s*/\s*"
          r"(?:getty images|reuters|afp|ap|epa|shutterstock|pa(?: wire| media)?)(?:\s*/[^.!?]*)?\W*$"),
    _rule("contributors", "who helped with the report", 40,
          r".*\bcontributed to this (?:report|story|article)\b.*$"
          r"|\(?(?:additional )?(?:reporting|editing|writing) by\b.*$",
          r"(?-i:Contributing|Contributors|With (?:files|reporting) (?:from|by))\s*:?\s+(?-i:[A-Z]).*$"),
    _rule("agency tag", "an agency's name or its standards, by themselves", 14,
          rf"[-–—(\[]?\s*(?:(?:source|from|copyright)\s*:\s*)?(?-i:{IN_PLACE}|The-CNN-Wire|CNN Wire|CNN Newsource)"
          r"\s*(?:™.*|news agency|wires?|staff)?[)\].]*$",
          r"our standards\s*:.*\bprinciples\b\W*$"),
    _rule("correction", "a note by the editors on the article itself", 90,
          r"(?:correction|corrections (?:and|&) clarifications|clarifications?|editor['’]?s?['’]? note"
          rf"|publisher['’]s note)(?:,? ?\(?{_MONTH} \d{{1,2}}(?:, \d{{4}})?\)?)?\s*[:—–-]\s*.*$",
          # In the plural they are also prisons: the note has to speak of an article or of an error.
          r"corrections?\s*[:—–-]\s*(?=.*\b(?:article|story|headline|caption|version|error|misstated|incorrect(?:ly)?"
          r"|wrong(?:ly)?|corrected)\b).*$|corrections\W*$",
          r"(?:an|a previous|the original) (?:earlier |previous )?version of this (?:article|story|post|report|page)"
          r" (?:\w+ly )?(?:mis\w+|incorrect\w*|wrong\w*|sa(?:id|ys)|stated|gave|had|contained|referred|named|identified"
          r"|omitted|reported|spelled|described|listed|included|attributed|used|quoted|suggested|implied|did"
          r"|(?:was|has been) (?:incorrect|published|corrected|amended|updated))\b.*$",
          rf"{_NOT_UPDATED}this (?:article|story|post|report|page|piece) (?:was|has been|is being)"
          r" (?:(?:first|last|originally|since) )?(?:amended|corrected|updated|revised|clarified)"
          rf"(?:\W*$|:.*$| (?:(?:(?:on|at|in) )?(?:{_DAY}|{_MONTH}\b|\d)|to (?:add|include|correct|reflect|clarify"
          r"|remove|give|show|say|note|change|fix|make|update|provide)\b|with (?:\w+ )?(?:comments?|information|details"
          r"|quotes?|reaction|reporting|developments|response|statement)\b"
          r"|(?:after|since|following) (?:it was )?publi).*$)"),
    _rule("contact", "how to reach the author or the newsroom", 30,
          rf"{_NOT_REPORTED}(?:follow (?:(?:(?:the|our|my) )?(?-i:[A-Z@])|me\b|him\b|her\b|them\b|(?:the|our|my)"
          r" (?:author|reporter|writer|newsroom|account|channel|page)s?\b)|contact\b|reach\b|e-?mail\b|write to\b"
          r"|tweet\b).*(?:@\w|\bon (?:twitter|x|facebook|bluesky|threads|mastodon|whatsapp|instagram|telegram|youtube"
          rf"|tiktok|linkedin|google news)\b){_TO_THE_END}",
          r"(?:(?:have|got) (?:you got )?(?:a|any) (?:news )?(?:tip|story|question|comment)s?\?|do you have (?:a|any)\b"
          r"[^.?]*\?\s*(?:e-?mail|contact|call|get in touch|send)|we pay for your (?:stories|videos|photos)).*$"),
    _rule("tags", "labels of the article's subject", 40,
          rf"{_NOT_REPORTED}(?:tags?|topics?|filed under|categories|keywords|posted in)\s*:\s*[^.!?]*$"),
    _rule("reading time", "how long the page takes to read", 6, r"\d{1,2}[ -]min(?:ute)?s?(?: read| to read)?\W*$"),
    _rule("separator", "a line of marks without a word", 6, r"[^\w\s](?:[\s]*[^\w\s])*$|_{2,}$"),
    _rule("age note", "a note on how old the page is", 12, r"this article is more than .* old\W*$"),
    _rule("advertisement", "a mark for an advertisement", 12,
          r"(?:advertisements?(?:\W+continue reading.*)?|advertising|sponsored(?: content)?"
          r"|(?:story|article) continue[sd] (?:below|after)\b.*|scroll (?:down )?to continue\b.*"
          r"|continue reading(?: (?:below|the (?:main|full|rest)|at|on|in)\b[^.!?,]*)?|loading)\W*$"),
    _rule("share buttons", "buttons for sharing, printing or commenting", 14,
          r"(?:share(?: (?:this|article|story|on|via|to|the|page|facebook|twitter|x|email|whatsapp|link))*|tweet"
          r"|e-?mail|print|pin it|copy link|save(?: article)?|listen to (?:this )?article"
          r"|(?:(?:view|see|read|show) )?(?:all )?(?:\d[\d,.]* )?comments?(?: \(\d+\))?|leave a comment"
          r"|follow us(?: on (?:twitter|x|facebook|instagram|google|youtube|linkedin|tiktok"
          r"|whatsapp|telegram|bluesky|threads|mastodon|social media)\b.*)?"
          r"|click (?:here )?to (?:share|print|email)\b.*)\W*$"),
    _rule("newsletter", "an invitation to subscribe or sign up", 40,
          rf"{_NOT_SPOKEN}(?:(?:sign up|subscribe|register|want more|never miss)\b[^.]*"
          r"\b(?:newsletters?|inbox|alerts?|briefing|subscri\w+|e-?mail)\b"
          r"|(?:join|get|receive)\b[^.]*\b(?:newsletters?|inbox|(?:news|e-?mail|free|daily|morning) (?:alerts?|briefing"
          r"|e-?mails?)|(?:our|by) (?:\w+ )?(?:e-?mail|briefing|alerts?|subscri\w+))\b).*$",
          r"(?:sign up|subscribe|register)(?: (?:now|today|for free))* here\W*$",
          rf"(?:sign up|subscribe)(?: now| today)?\W*$|{_NOT_REPORTED}(?:download|get|install)"
          r" (?:our|the (?-i:[A-Z])[\w ]{1,30}?)(?: (?:free|new|news|mobile))* app"
          r"(?: (?:now|today|here|for|on|from|in)\b[^.!?]*)?\W*$",
          r"(?:subscribe|register|sign in|log in)(?: now)? to (?:continue|keep) reading\b.*$|already a subscriber\b.*$"
          r"|you have \w+ (?:free )?(?:articles?|stories) (?:left|remaining)\b.*$"),
    _rule("cookies", "a notice about cookies or privacy", 80,
          rf"{_NOT_SPOKEN}(?:.*\b(?:we (?:and our partners )?use cookies|this (?:web)?site uses cookies"
          r"|(?:our|your) cookie (?:policy|settings|preferences|consent))\b"
          r"|(?:(?:read|see|view) )?our (?:privacy|cookie) (?:policy|notice|statement)\W*$|privacy policy\W*$"
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
          rf"(?:[ap]\.m\.|\d\.(?=\d)|{_MONTH}|[^.!?])*$",
          # A line that is a date and nothing else.
          rf"(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*\.?,?\s+)?(?:\d{{1,2}} {_MONTH}|{_MONTH} \d{{1,2}}),? \d{{4}}"
          r"(?:\W+(?:at )?\d{1,2}[:.]\d\d(?: ?[ap]\.?m\.?)?(?: \(?[A-Z]{2,5}\)?)?)?\W*$",
          r"(?:\d{4}(?:-\d\d-|/\d\d/)\d\d|\d{1,2}(?:\.\d{1,2}\.|/\d{1,2}/)\d{4})(?:,?[T ]\d{1,2}:\d\d\S*)?\s*$",
          r"updates? at \d{1,2}[:.]\d\d[^.!?]{0,12}:?$"),
)  # fmt: skip
DOUBLED_TITLE = Rule("doubled title", "the headline a second time", re.compile(r"$^"), 60)
BY_HAND = Rule("taken out by hand", "a person took it out; no rule did", re.compile(r"$^"), 10_000)
REPEATED = Rule("repeated", "a paragraph that stands in the article twice", re.compile(r"$^"), 10_000)
