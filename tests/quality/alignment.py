"""How well passages are aligned: on judged links out of fold, on planted events, and on unrelated events.

`measure(shared)` returns the figures for `data/accuracy.json`; `floors.json` pins what they must not fall under. Beside
each figure stand naive baselines, measured in the same run: the cosine of MiniLM vectors and TF-IDF rows, at the best
cut that there is for them.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path
from typing import Any

import numpy as np
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.metrics import average_precision_score, roc_auc_score

from framing.align import align_scored, default_cut, negative_control, score
from framing.align.accuracy import best_f1, calibration_error, f1, flat, precision_recall, ranking
from framing.align.fit import all_samples
from framing.align.gold import GoldPair, Linked, gold_pairs, single
from framing.align.library import Library
from framing.align.regression import out_of_fold
from framing.align.scoring import probabilities
from framing.align.sides import Numbers
from framing.clean import clean
from framing.embed import Encoder, embed, load_encoder, passage_vectors
from framing.evaluate import pair_probabilities
from framing.read import gather, open_example
from framing.records import Article, CleanArticle, Passage, StoryPoint, Vectors
from framing.resources import EVENTS, example_events
from framing.segment import segment

FAMILIES = (("wcl50", "abp_03", "lim_facebook"),)
"""Beginnings of the names of events that are no control for each other: Washington in April 2018 and its inquiries."""


@dataclass(frozen=True)
class Event:
    """The articles of one event, cut and embedded."""

    articles: tuple[CleanArticle, ...]
    passages: tuple[Passage, ...]
    vectors: Mapping[str, Vectors]


def measure(shared: Path | None, encoder: Encoder | None = None) -> dict[str, Any]:
    """Return every figure; without the shared folder only what the program's own events tell."""
    encoder = encoder or load_encoder()
    events = {name: prepared(open_example(name).articles, encoder) for name in example_events()}
    found: dict[str, Any] = {"cut": default_cut(), "planted": planted(events)}
    if shared is not None:
        found |= linked(shared / "data" / "alignment", encoder)
        files = sorted((shared / "events").glob("*.json"))
        events |= {file.stem: prepared(gather([file]).event.articles, encoder) for file in files}
    return found | {"control": control(events)}


def linked(folder: Path, encoder: Encoder) -> dict[str, Any]:
    """Links between sentences and between paragraphs, folds by article pair; ranking and pairs of other data."""
    docs, links = (_read(folder, f"parallel_{part}") for part in ("docs", "links"))
    samples = all_samples(docs, links, encoder)
    chances = out_of_fold(samples)
    library = Library.of((p for s in samples for p in (*s.gold.left, *s.gold.right)), encoder)
    found: dict[str, Any] = {}
    for kind in ("sentences", "paragraphs"):
        found[kind] = {"on": "parallel", **_figures(*flat(samples, chances, kind))}
        found[kind]["baselines"] = _baselines([s.gold for s in samples if s.kind == kind], library)
    return found | {"ranking": ranked(folder, encoder), "pairs": similar(folder, encoder)}


def ranked(folder: Path, encoder: Encoder) -> dict[str, Any]:
    """Rank sentences of articles the model never saw: it is fitted to other articles, on other events."""
    pairs = gold_pairs(*(_read(folder, f"coreferent_{part}") for part in ("docs", "links")))
    library = Library.of((p for pair in pairs for p in (*pair.left, *pair.right)), encoder)
    found = [(p.linked, probabilities(p.left, p.right, library.look_up([*p.left, *p.right]))) for p in pairs]
    cosines = [(p.linked, _cosine(p, library)) for p in pairs]
    words = [(p.linked, _tfidf(p)) for p in pairs]
    baselines = {"minilm": ranking(cosines), "tfidf": ranking(words)}
    return {"on": "coreferent", "article_pairs": len(pairs), **ranking(found), "baselines": baselines}


def similar(folder: Path, encoder: Encoder) -> dict[str, Any]:
    """Tell sentence pairs rated 3.5 and more of 5 from the others, by themselves; every second one is read."""
    rows = [line.split("\t") for line in (folder / "similar_sentences.tsv").read_text("utf-8").splitlines()[1::2]]
    left, right = [row[2] for row in rows], [row[3] for row in rows]
    labels = np.array([float(row[1]) >= 3.5 for row in rows])
    library = Library.of([*single("left", left), *single("right", right)], encoder)
    cosines = [float((library.vectors[a] @ library.vectors[b].T).item()) for a, b in zip(left, right, strict=True)]
    chances = pair_probabilities(left, right, encoder)
    measured = {"auc": roc_auc_score(labels, chances), "average_precision": average_precision_score(labels, chances)}
    naive = {"auc": roc_auc_score(labels, cosines), "average_precision": average_precision_score(labels, cosines)}
    return {"on": "similar_sentences", "pairs": len(rows), **measured, "baselines": {"minilm": naive}}


def planted(events: Mapping[str, Event]) -> dict[str, Any]:
    """Hold matches, and the pairs of passages within story points, against what was planted in the example events."""
    found: dict[str, Any] = {"on": "example events", "by_event": {}}
    totals = {kind: Counter[str]() for kind in ("points", "matches", "minilm", "tfidf")}
    for name, event in events.items():
        gold = gold_of(name, event)
        alignment = align_scored(score(event.passages, event.vectors))
        by_kind = {"points": pairs_of(alignment.points, event.passages)}
        by_kind["matches"] = {(m.left, m.right) for m in alignment.matches}
        by_kind |= naive_pairs(event, len(gold))
        counts = {k: Counter(right=len(v & gold), said=len(v), gold=len(gold)) for k, v in by_kind.items()}
        found["by_event"][name] = _shares(counts["points"])
        for kind, count in counts.items():
            totals[kind] += count
        found["by_event"][name] = _shares(
            Counter(right=len(by_kind["points"] & gold), said=len(by_kind["points"]), gold=len(gold))
        )
    found |= _shares(totals["points"])
    found["matches"] = _shares(totals["matches"])
    found["baselines"] = {kind: _shares(totals[kind]) for kind in ("minilm", "tfidf")}
    return found


def gold_of(name: str, event: Event) -> set[tuple[str, str]]:
    """Return every pair of paragraphs of different sources that were planted in one story point."""
    place = {}
    for article in event.articles:
        mine = {p.text: p.id for p in event.passages if p.article == article.id}
        place |= {(article.source, i): mine.get(p.text) for i, p in enumerate(article.raw.paragraphs)}
    points = json.loads((EVENTS / name / "planted.json").read_text("utf-8"))["story_points"]
    gold = set()
    for point in points:
        told = [(source, place[source, i]) for source, places in point["passages"].items() for i in places]
        gold |= {(min(a, b), max(a, b)) for (s, a), (t, b) in combinations(told, 2) if s != t and a and b}
    return gold


def pairs_of(points: Iterable[StoryPoint], passages: Iterable[Passage]) -> set[tuple[str, str]]:
    """Return the pairs of passages of different articles that stand in one story point."""
    article = {p.id: p.article for p in passages}
    pairs = {(min(a, b), max(a, b)) for point in points for a, b in combinations(point.passages, 2)}
    return {(a, b) for a, b in pairs if article[a] != article[b]}


def naive_pairs(event: Event, most: int) -> dict[str, set[tuple[str, str]]]:
    """Return as many pairs as were planted, the most alike by MiniLM and by TF-IDF: a cut that nobody could know."""
    kept = [p for p in event.passages if p.aligned]
    means = passage_vectors(kept, event.vectors)
    rows = TfidfVectorizer(sublinear_tf=True, stop_words="english").fit_transform([p.text for p in kept])
    tables = {"minilm": means @ means.T, "tfidf": (rows @ rows.T).toarray()}
    across = [(i, j) for i, j in combinations(range(len(kept)), 2) if kept[i].article != kept[j].article]
    found = {}
    for name, table in tables.items():
        best = sorted(across, key=lambda pair: -table[pair])[:most]
        found[name] = {(min(a, b), max(a, b)) for a, b in ((kept[i].id, kept[j].id) for i, j in best)}
    return found


def control(events: Mapping[str, Event]) -> dict[str, Any]:
    """Align each event's articles with those of the next two unrelated events, at the default cut."""
    names = sorted(events)
    shares = {}
    for place, name in enumerate(names):
        following = [*names[place + 1 :], *names[:place]]
        others = [events[other] for other in following if not related(name, other)][:2]
        strangers = [(other.passages, other.vectors) for other in others]
        shares[name] = negative_control(events[name].passages, events[name].vectors, strangers, cut=default_cut())
    return {"events": len(names), "matched": float(np.mean([*shares.values()])), "worst": max(shares.values())}


def related(one: str, other: str) -> bool:
    """Whether two events share their actors and happenings, so that a match between them is no mistake."""
    return any(one.startswith(family) and other.startswith(family) for family in FAMILIES)


def _figures(linked: Linked, chances: Numbers) -> dict[str, float]:
    precision, recall = precision_recall(linked, chances, default_cut())
    cut, best = best_f1(linked, chances)
    return {
        "pairs": len(linked),
        "average_precision": float(average_precision_score(linked, chances)),
        "precision": precision,
        "recall": recall,
        "f1": f1(precision, recall),
        "best_cut": cut,
        "best_f1": best,
        "calibration_error": calibration_error(linked, chances),
    }


def _baselines(pairs: Sequence[GoldPair], library: Library) -> dict[str, Any]:
    linked = np.concatenate([pair.linked.ravel() for pair in pairs])
    found = {}
    for name, tables in {"minilm": [_cosine(p, library) for p in pairs], "tfidf": [_tfidf(p) for p in pairs]}.items():
        scores = np.concatenate([table.ravel() for table in tables])
        found[name] = {
            "average_precision": float(average_precision_score(linked, scores)),
            "best_f1": best_f1(linked, scores)[1],
        }
    return found


def _cosine(pair: GoldPair, library: Library) -> Numbers:
    left, right = (passage_vectors(side, library.look_up(side)) for side in (pair.left, pair.right))
    return np.asarray(left @ right.T, dtype=float)


def _tfidf(pair: GoldPair) -> Numbers:
    texts = [p.text for p in (*pair.left, *pair.right)]
    rows = TfidfVectorizer(sublinear_tf=True, stop_words="english").fit_transform(texts)
    return np.asarray((rows[: len(pair.left)] @ rows[len(pair.left) :].T).toarray(), dtype=float)


def _shares(counts: Counter[str]) -> dict[str, float]:
    precision, recall = counts["right"] / max(counts["said"], 1), counts["right"] / max(counts["gold"], 1)
    return {"precision": precision, "recall": recall, "f1": f1(precision, recall)}


def prepared(articles: Iterable[Article], encoder: Encoder) -> Event:
    """Return an event cleaned, cut and embedded."""
    cleaned = [clean(article) for article in articles]
    passages = [p for article in cleaned for p in segment(article)]
    return Event(tuple(cleaned), tuple(passages), embed(passages, encoder))


def _read(folder: Path, name: str) -> Any:
    return json.loads((folder / f"{name}.json").read_text("utf-8"))
