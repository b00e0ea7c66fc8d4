"""Judged links between the sentences of two articles, as passages that the aligner takes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from framing.records import Passage, Sentence

Docs = Mapping[str, Mapping[str, str]]
Links = Mapping[str, Mapping[str, Any]]
Linked = npt.NDArray[np.bool_]


@dataclass(frozen=True)
class GoldPair:
    """Two articles and which of their passages are linked: shape (left passages, right passages)."""

    key: str
    left: tuple[Passage, ...]
    right: tuple[Passage, ...]
    linked: Linked


def gold_pairs(docs: Docs, links: Links) -> list[GoldPair]:
    """Return every article pair, each sentence a passage of its own.

    Raises:
        ValueError: if a pair names a document, or a link a sentence, that is not there.
    """
    return [_gold_pair(key, docs, link) for key, link in sorted(links.items())]


def _gold_pair(key: str, docs: Docs, link: Mapping[str, Any]) -> GoldPair:
    if missing := [part for part in ("doc1", "doc2", "links") if part not in link]:
        raise ValueError(f"The pair {key!r} has no {missing[0]!r}: doc1, doc2 and links are needed.")
    if strangers := [str(link[part]) for part in ("doc1", "doc2") if link[part] not in docs]:
        raise ValueError(f"The pair {key!r} names the document {strangers[0]!r}, which is not among the documents.")
    left, right = docs[link["doc1"]], docs[link["doc2"]]
    rows, columns = ({id: place for place, id in enumerate(side)} for side in (left, right))
    linked = np.zeros((len(left), len(right)), dtype=bool)
    for id, others in link["links"].items():
        for other in others:
            if id not in rows or other not in columns:
                raise ValueError(f"The pair {key!r} links sentence {id!r} with {other!r}; one of them is not there.")
            linked[rows[id], columns[other]] = True
    # An article linked with itself is still two articles here.
    names = (f"{link['doc1']}", f"{link['doc2']}" if link["doc1"] != link["doc2"] else f"{link['doc2']} (again)")
    return GoldPair(key, single(names[0], list(left.values())), single(names[1], list(right.values())), linked)


def single(article: str, sentences: Sequence[str]) -> tuple[Passage, ...]:
    """Return an article's sentences as passages of one sentence each."""
    return grouped(article, sentences, range(len(sentences)))


def grouped(article: str, sentences: Sequence[str], starts: Sequence[int]) -> tuple[Passage, ...]:
    """Return passages that begin at the given sentences."""
    ends = [*starts[1:], len(sentences)][: len(starts)]
    return tuple(
        _passage(article, place, sentences[start:end])
        for place, (start, end) in enumerate(zip(starts, ends, strict=True))
    )


def _passage(article: str, index: int, sentences: Sequence[str]) -> Passage:
    found, start = [], 0
    for sentence in sentences:
        found.append(Sentence(sentence, start))
        start += len(sentence) + 1
    return Passage(f"{article}-{index:04d}", article, article, index, "body", " ".join(sentences), tuple(found))


def paragraphs(pair: GoldPair, rng: np.random.Generator) -> GoldPair:
    """Group consecutive sentences into paragraphs of 1 to 4; two are linked when any of their sentences are."""
    starts = [_starts(len(side), rng) for side in (pair.left, pair.right)]
    linked = np.logical_or.reduceat(np.logical_or.reduceat(pair.linked, starts[0], axis=0), starts[1], axis=1)
    left, right = (
        grouped(side[0].article, [p.text for p in side], begins)
        for side, begins in zip((pair.left, pair.right), starts, strict=True)
    )
    return GoldPair(pair.key, left, right, linked)


def _starts(sentences: int, rng: np.random.Generator) -> list[int]:
    starts, place = [], 0
    while place < sentences:
        starts.append(place)
        place += int(rng.choice([1, 2, 3, 4], p=[0.3, 0.4, 0.2, 0.1]))
    return starts
