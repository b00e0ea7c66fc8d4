"""Cut a cleaned article into passages and sentences, keeping every character's place."""

from __future__ import annotations

import re
from collections import Counter

from sentencex import get_sentence_boundaries

from framing.records import CleanArticle, Kind, Passage, Sentence, fingerprint

# Boundaries that sentencex sets in news and a reader would not: after a title or initial before a name, after "a.m."
# and "p.m." before a day or a capitalised place, after "$1.2m." and company endings in mid-sentence.
_TITLES = r"(?:Mr|Mrs|Ms|Mx|Dr|Prof|Gov|Sen|Rep|Gen|Lt|Col|Sgt|Capt|Maj|Rev|Hon|Pres|St|Messrs|Supt|Insp|Det|Cllr)"
_NOT_AN_END = re.compile(
    rf"(?:\b{_TITLES}\.|\b(?:[A-Z]\.)+|\b(?:Inc|Corp|Co|Ltd|Bros|vs|No|approx|Jan|Feb|Aug|Sept|Oct|Nov|Dec)\.)\s*$"
)
_CLOCK_END = re.compile(r"\b[ap]\.m\.\s*$", re.IGNORECASE)
_CLOCK_GOES_ON = re.compile(r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|[A-Z]{2,4}\b|on\b|[a-z(]")
# A quotation that runs on into the next paragraph is opened and not closed; its mark belongs to what it opens.
_LEFT_BEHIND = re.compile(r"(?<=\s)(?:[\"']|[“„«‘]\s?)$")
_ONLY_MARKS = re.compile(r"[\W_]*")


def segment(article: CleanArticle) -> list[Passage]:
    """Return the article's passages in reading order, the headline first, each with its sentences.

    Passage ids come from the article's id and the passage's text, so they stay when another paragraph is put back.
    """
    pieces: list[tuple[Kind, str]] = [("headline", article.title)] if article.title else []
    pieces += [(p.kind, p.text) for p in article.paragraphs if p.text.strip()]
    seen: Counter[str] = Counter()
    of = article.id  # made anew from the whole article each time
    passages = []
    for index, (kind, text) in enumerate(pieces):
        seen[text] += 1
        id = f"{of}-{fingerprint((kind == 'headline' and 'headline') or '', text, str(seen[text]), digits=8)}"
        passages.append(Passage(id, of, article.source, index, kind, text, sentences(text)))
    return passages


def sentences(text: str) -> tuple[Sentence, ...]:
    """Split a passage into sentences; offsets are characters, and only white space lies between two sentences."""
    spans: list[list[int]] = []
    for boundary in get_sentence_boundaries("en", text):
        start, end = boundary["start_index"], boundary["end_index"]
        if spans and (opening := _LEFT_BEHIND.search(text, spans[-1][0], start)):
            start = spans[-1][1] = opening.start()
        if spans and _continues(text[spans[-1][0] : spans[-1][1]], text[start:end]):
            spans[-1][1] = end
        else:
            spans.append([start, end])
    found = []
    for start, end in spans:
        piece = text[start:end]
        if piece.strip():
            found.append(Sentence(piece.strip(), start + len(piece) - len(piece.lstrip())))
    return tuple(found)


def _continues(before: str, after: str) -> bool:
    """Whether a boundary that the splitter set lies inside a sentence."""
    after = after.lstrip()
    if not before.strip() or _ONLY_MARKS.fullmatch(after):
        return True
    if after[0].islower() and not before.rstrip().endswith(("!", "?", "…")):
        return True
    if _CLOCK_END.search(before):
        return bool(_CLOCK_GOES_ON.match(after))
    return bool(_NOT_AN_END.search(before))
