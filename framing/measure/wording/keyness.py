"""Keyness: the words and phrases that each source uses more, or less, than all the others together."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal, get_args

import numpy as np
import pandas as pd
from scipy.special import ndtr

from framing.measure.discovery import false_discovery_control
from framing.measure.wording.log_odds import SURE, Numbers, log_odds, z_score
from framing.measure.wording.terms import LONGEST, Counts, Term, TermCounts, count_terms, spellings, tells
from framing.records import Passage

Background = Literal["the event", "the other sources"]
BACKGROUNDS: tuple[Background, ...] = get_args(Background)
STANDS_OUT, LEANS, CHANCE = "stands out", "leans", "may be chance"
LEAST = 2  # uses in the whole event: what is said once is told by the tab of swaps and by reading
COLUMNS = ["source", "term", "words", "count", "rest", "rate", "rest_rate", "log_odds", "z", "q", "passages", "verdict"]


@dataclass(frozen=True, slots=True)
class _Ratios:
    log_odds: Numbers
    z: Numbers


def keyness(
    passages: Sequence[Passage], *, background: Background = "the event", longest: int = LONGEST, least: int = LEAST
) -> pd.DataFrame:
    """Return how typical each term is of each source, against all other sources together, the most typical first.

    The measure is the log-odds ratio with an informative Dirichlet prior (see `log_odds`). The prior says how often a
    term is to be expected before looking at the source: as often as in `background`, with the weight of an average
    article. Terms of one, two and three words are each held against the runs of their own length. A term is left out
    where it stands inside a longer one whenever it stands at all.

    Args:
        passages: The event's passages; sources without a word are left out.
        background: "the event", all sources together, or "the other sources"; the latter is stricter about terms that
            no other source uses.
        longest: Most words of a term, 1 to 3.
        least: How often the event has to use a term.

    Returns:
        One row a source and term, columns `COLUMNS`: `words` of the term, `count` and `rest` (uses by the source and
        by all others), `rate` and `rest_rate` (per 1,000 words), `log_odds` (above 0: more than the others), `z` (in
        standard errors), `q` (the p-value of z with the rate of false discoveries controlled over the source's terms:
        Benjamini and Hochberg 1995), `passages` of the source with the term, and `verdict`: "stands out"
        (|z| from 1.96 and q to 0.05), "leans" (|z| from 1.96: remarkable only had nobody looked at other terms), or
        "may be chance".
    """
    everyone = sorted({p.source for p in passages})
    totals = count_terms(passages, everyone, 1).totals
    sources = [source for source, total in zip(everyone, totals, strict=True) if total]
    if len(sources) < 2:
        return pd.DataFrame(columns=COLUMNS)
    passages = [p for p in passages if p.source in sources]
    words = totals[totals > 0]
    counted = [count_terms(passages, sources, length) for length in range(1, longest + 1)]
    kept = _fold([_kept(counts, least) for counts in counted])
    spelled = spellings(passages, [term for rows in kept for term in rows])
    parts = []
    for counts, rows in zip(counted, kept, strict=True):
        ratios = ratios_of(counts, background)
        places = [place for place, term in enumerate(counts.terms) if term in rows]
        parts += [_rows(counts, ratios, place, sources, words, spelled) for place in places]
    table = pd.DataFrame([row for part in parts for row in part], columns=[*COLUMNS[:9], "passages"])
    return _judged(table)


def ratios_of(counts: TermCounts, background: Background) -> _Ratios:
    """Return log-odds ratio and z of every term and source, one against the rest, shape (terms, sources) each."""
    count = counts.counts.astype(float)
    rest = count.sum(axis=1, keepdims=True) - count
    total = counts.totals.astype(float)
    rest_total = total.sum() - total
    # Half a use more for every term, so that one which the background never uses is improbable there, not impossible.
    usual = count.sum(axis=1, keepdims=True) + np.zeros_like(count) if background == "the event" else rest + 0.5
    prior = usual / usual.sum(axis=0) * total.mean()
    ratio = log_odds(count, total, rest, rest_total, prior)
    return _Ratios(ratio, z_score(ratio, count, rest, prior))


def top_terms(table: pd.DataFrame, most: int) -> pd.DataFrame:
    """Return the rows of each source's `most` most typical terms, of those that overlap the first only.

    "heritage" and "heritage board" overlap, and so do "the North Korean leader" and "Korean leader Kim". That a source
    names itself is left out, also where it does so in words whose beginnings make its name.
    """
    kept: list[int] = []
    for source, rows in table[table["log_odds"] > 0].groupby("source", sort=True):
        shown = [str(source).lower().split()]
        for place, term in zip(rows.index, rows["term"], strict=True):
            words = term.lower().split()
            if (
                len(shown) <= most
                and not _spells(words, "".join(shown[0]))
                and not any(_overlap(words, other) for other in shown)
            ):
                shown.append(words)
                kept.append(place)
    return table.loc[kept]


def _overlap(one: Sequence[str], other: Sequence[str]) -> bool:
    return len(set(one) & set(other)) >= min(len(one), len(other), 2)


def _spells(words: Sequence[str], name: str) -> bool:
    """Whether beginnings of all the words, three letters or more of each, make a name."""
    if not words:
        return not name
    return any(
        name.startswith(words[0][:end]) and _spells(words[1:], name[end:]) for end in range(3, len(words[0]) + 1)
    )


def least_count(passages: Sequence[Passage], source: str) -> int:
    """Return how often a source has to use a word that no other uses for its z to reach 1.96, against the event."""
    sources = sorted({p.source for p in passages})
    words = count_terms(passages, sources, 1).totals
    total, everywhere = float(words[sources.index(source)]), float(words.sum())
    for count in range(1, int(total)):
        table = np.array([[float(count)], [total - count]])
        none = np.array([[0.0], [everywhere - total]])
        prior = np.array([[count], [everywhere - count]]) / len(sources)
        ratio = log_odds(table, np.array([total]), none, np.array([everywhere - total]), prior)
        if z_score(ratio, table, none, prior)[0, 0] >= SURE:
            return count
    return int(total)


def _kept(counts: TermCounts, least: int) -> dict[Term, tuple[int, ...]]:
    often = counts.counts.sum(axis=1) >= least
    rows = zip(counts.terms, counts.counts.tolist(), often.tolist(), strict=True)
    return {term: tuple(row) for term, row, enough in rows if enough and tells(term)}


def _fold(by_length: Sequence[dict[Term, tuple[int, ...]]]) -> list[dict[Term, tuple[int, ...]]]:
    """Leave out the terms that stand only inside a longer one: with the same counts in every source."""
    kept: list[dict[Term, tuple[int, ...]]] = []
    for length, rows in enumerate(by_length, 1):
        longer = [item for other in by_length[length:] for item in other.items()]
        inside = {(part, counts) for term, counts in longer for part in _parts(term, length)}
        kept.append({term: counts for term, counts in rows.items() if (term, counts) not in inside})
    return kept


def _parts(term: Term, length: int) -> Iterable[Term]:
    return (term[i : i + length] for i in range(len(term) - length + 1))


def _rows(
    counts: TermCounts,
    ratios: _Ratios,
    place: int,
    sources: Sequence[str],
    words: Counts,
    spelled: dict[Term, str],
) -> list[tuple[object, ...]]:
    term, used = counts.terms[place], counts.counts[place]
    rest, others = used.sum() - used, words.sum() - words
    return [
        (
            source,
            spelled[term],
            len(term),
            int(used[i]),
            int(rest[i]),
            float(used[i] / words[i] * 1000),
            float(rest[i] / others[i] * 1000),
            float(ratios.log_odds[place, i]),
            float(ratios.z[place, i]),
            int(counts.passages[place, i]),
        )
        for i, source in enumerate(sources)
    ]


def _judged(table: pd.DataFrame) -> pd.DataFrame:
    """Add q and the verdict: each source's list is a family of its own, since it is read as a list."""
    p = pd.Series(2 * ndtr(-table["z"].abs().astype(float)), index=table.index)
    table = table.assign(q=p.groupby(table["source"]).transform(false_discovery_control) if len(p) else p)
    alone = table["z"].abs() >= SURE
    verdict = np.where(alone & (table["q"] <= 0.05), STANDS_OUT, np.where(alone, LEANS, CHANCE))
    table = table.assign(verdict=verdict)[COLUMNS]
    return table.sort_values(["z", "source", "term"], ascending=[False, True, True], ignore_index=True)
