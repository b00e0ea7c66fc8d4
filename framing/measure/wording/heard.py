"""Passages with the words of one voice alone: the outlet's own, or those it quotes."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby
from typing import Literal

from framing.measure.voice import Speech, speech
from framing.records import Passage, Sentence

Heard = Literal["own", "quoted"]
_GAP = "|"  # ends a run of words: what stood on both sides of a quotation never stood together


def heard(passages: Sequence[Passage], voice: Heard | None) -> list[Passage]:
    """Return the passages with all words blanked that are not in this voice, every other character in its place.

    Quoted are words inside quotation marks and attributed indirect speech. Without a voice nothing is blanked.
    """
    if voice is None:
        return list(passages)
    spans = spoken(passages)
    return [_blanked(p, spans[p.id], keep_quoted=voice == "quoted") for p in passages]


def spoken(passages: Sequence[Passage]) -> dict[str, list[Speech]]:
    """Return what is quoted in each passage, direct and indirect, by passage id."""
    found: dict[str, list[Speech]] = {}
    for _, article in groupby(sorted(passages, key=lambda p: (p.article, p.index)), key=lambda p: p.article):
        found |= speech(list(article))
    return found


def _blanked(passage: Passage, spans: Sequence[Speech], *, keep_quoted: bool) -> Passage:
    quoted = [any(s.start <= i < s.end for s in spans) for i in range(len(passage.text))]
    text = "".join(c if inside == keep_quoted else _GAP for c, inside in zip(passage.text, quoted, strict=True))
    text = re.sub(rf"\{_GAP}{{2,}}", lambda m: _GAP + " " * (len(m.group()) - 1), text)
    sentences = tuple(Sentence(text[s.start : s.end], s.start) for s in passage.sentences)
    return replace(passage, text=text, sentences=sentences)
