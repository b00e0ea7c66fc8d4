"""How well voices are found: spans of quotations, who says them, and the speakers planted in the example events.

`measure(shared)` returns the figures for `data/accuracy.json`; `FLOORS` are what they must not fall under. The gold set
was written for this project before the rules were tuned and split in two: the rules were tuned on one half only.

A direct span counts as found where both its ends agree with the gold's, up to marks, commas and full
stops around the words. An indirect span is found where it shares four fifths of the words of both together (their
Jaccard index) with a gold span of its kind; each counts once. The speaker is right where the name given to a span that
was found is one of those that the gold lists for the speaker, articles, titles and letter case aside; where the gold
names nobody, "" is right.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

import pandas as pd

from framing.clean import clean
from framing.measure.actors import actors
from framing.measure.voice import WORD
from framing.measure.voices import voices
from framing.quotation import quotations
from framing.read import open_example
from framing.records import Passage
from framing.resources import example_events, load_json
from framing.segment import segment, sentences

GOLD = Path(__file__).parent / "gold" / "voices.jsonl"
FLOORS = {
    "tuning.direct_f1": 0.98,
    "tuning.indirect_f1": 0.96,
    "tuning.speaker": 0.95,
    "held_out.direct_f1": 0.95,
    "held_out.indirect_f1": 0.8,
    "held_out.speaker": 0.9,
    "planted_speakers.found": 0.95,
}
"""Dotted names of figures in `measure`'s answer and the least each may be."""
_NAME = re.compile(r"(?:[A-Z][\w’'-]+)(?:\s[A-Z][\w’'-]+)*")


def measure(shared: Path | None = None) -> dict[str, Any]:  # noqa: ARG001  (every instrument is asked alike)
    """Return every figure; needs none of the shared folder's data."""
    return {**halves(), "planted_speakers": planted()}


def halves() -> dict[str, Any]:
    """Return the figures of both halves of the gold set, each beside the naive baseline."""
    lines = [json.loads(line) for line in GOLD.read_text(encoding="utf-8").splitlines()]
    found = {}
    for name, half in {"held_out": "held out", "tuning": "tuning"}.items():
        documents = [x for x in lines if x["half"] == half]
        found[name] = {
            "on": "gold/voices.jsonl",
            "paragraphs": sum(len(x["paragraphs"]) for x in documents),
            **figures(documents),
            "baselines": {"marks and the nearest name": figures(documents, baseline=True)},
        }
    return found


def figures(documents: Sequence[Mapping[str, Any]], *, baseline: bool = False) -> dict[str, float]:
    """Return F1 of direct and indirect spans, and the share of spans found whose speaker is right."""
    counts = {"direct": [0, 0, 0], "indirect": [0, 0, 0]}  # found, said, in the gold
    right, told = {"direct": 0, "indirect": 0}, 0
    for document in documents:
        passages = passages_of(document)
        said = nearest_name(passages) if baseline else voices(passages, actors(passages))
        for pair in pairs(document, passages, said, counts):
            told += 1
            right[pair[0]["type"]] += _right(pair[0]["speaker"], pair[1], document["speakers"])
    found = {f"{kind}_f1": 2 * both / max(ours + gold, 1) for kind, (both, ours, gold) in counts.items()}
    by_kind = {f"{kind}_speaker": right[kind] / max(counts[kind][0], 1) for kind in counts}
    return found | by_kind | {"speaker": sum(right.values()) / max(told, 1)}


def pairs(
    document: Mapping[str, Any], passages: Sequence[Passage], said: pd.DataFrame, counts: dict[str, list[int]]
) -> Iterable[tuple[Mapping[str, Any], str]]:
    """Yield each gold quotation that was found with the speaker said for it, and count spans on the way."""
    for passage, paragraph in zip(passages, document["paragraphs"], strict=True):
        ours = said[said["passage"] == passage.id].to_dict("records")
        for kind in counts:
            left = [row for row in ours if row["type"] == kind]
            gold = [q for q in paragraph["quotations"] if q["type"] == kind]
            counts[kind][1] += len(left)
            counts[kind][2] += len(gold)
            for quotation in gold:
                match = next((row for row in left if _same(passage.text, quotation, row, kind)), None)
                if match is not None:
                    left.remove(match)
                    counts[kind][0] += 1
                    yield quotation, str(match["speaker"])


def passages_of(document: Mapping[str, Any]) -> list[Passage]:
    """Return a gold document's paragraphs as the passages of one article."""
    texts = [paragraph["text"] for paragraph in document["paragraphs"]]
    return [
        Passage(f"{document['id']}-{i}", document["id"], "", i, "body", t, sentences(t)) for i, t in enumerate(texts)
    ]


def nearest_name(passages: Sequence[Passage]) -> pd.DataFrame:
    """Return what quotation marks alone give, each with the capitalised words nearest to it in its sentence."""
    rows = []
    for p in passages:
        for start, end in quotations(p.text):
            around = [s for s in p.sentences if s.start < end and start < s.end]
            low, high = min(s.start for s in around), max(s.end for s in around)
            names = [m for m in _NAME.finditer(p.text, low, high) if m.end() <= start or end <= m.start()]
            near = min(names, key=lambda m: min(abs(m.start() - end), abs(start - m.end())), default=None)
            rows.append((p.id, start, end, "direct", near.group() if near else ""))
    return pd.DataFrame(rows, columns=["passage", "start", "end", "type", "speaker"])


def planted() -> dict[str, Any]:
    """Return the share of the speakers planted in the example events that a row of their paragraph names."""
    asked = found = 0
    for name in example_events():
        articles = open_example(name).articles
        passages = [passage for article in articles for passage in segment(clean(article))]
        said = voices(passages, actors(passages))
        texts = {(a.source, i): " ".join(p.text.split()) for a in articles for i, p in enumerate(a.paragraphs)}
        ids = {(p.source, " ".join(p.text.split())): p.id for p in passages}
        for quoted in load_json("events", name, "planted.json")["quoted"]:
            source = quoted["source"]
            rows = said[said["passage"] == ids[source, texts[source, quoted["paragraph"]]]]
            asked += 1
            found += _plain(quoted["speaker"]) in {_plain(speaker) for speaker in rows["speaker"]}
    return {"on": "the example events", "speakers": asked, "found": found / asked}


def _same(text: str, gold: Mapping[str, Any], row: Mapping[Any, Any], kind: str) -> bool:
    ours, theirs = _words(text, row), _words(text, gold)
    if kind == "direct":
        return bool(ours) and ours == theirs
    return len(ours & theirs) >= 0.8 * max(len(ours | theirs), 1)


def _words(text: str, span: Mapping[Any, Any]) -> frozenset[int]:
    return frozenset(m.start() for m in WORD.finditer(text) if span["start"] <= (m.start() + m.end()) / 2 < span["end"])


def _right(gold: str | None, said: str, speakers: Mapping[str, Sequence[str]]) -> bool:
    names = ["" if gold is None else gold, *speakers.get(gold or "", ())]
    return _plain(said) in {_plain(name) for name in names}


def _plain(name: str) -> str:
    return re.sub(
        r"^(?:(?:the|an?|mr|mrs|ms|miss|dr|sir|dame|sister|father)\.?\s+)+", "", name.lower().replace("’", "'")
    )


if __name__ == "__main__":
    print(json.dumps(measure(None), indent=1))
