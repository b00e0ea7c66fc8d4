"""A comparison whose outlets stand behind letters, with every number as it was."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property

import pandas as pd

from framing.blind.mask import Mask
from framing.blind.records import hidden_clean, hidden_event, hidden_match, hidden_passage, hidden_scores
from framing.blind.tables import Texts, hidden_table
from framing.comparison import Comparison, labels_of
from framing.measure import Actor
from framing.measure.actors import Mention
from framing.records import Passage


def _exchanged(name: str) -> cached_property[pd.DataFrame]:
    """Return a table of the original by its name, which is exchanged when it is first asked for."""
    return cached_property(lambda self: self.hidden(getattr(revealed(self), name)))


@dataclass(frozen=True)
class Blinded(Comparison):
    """A comparison with letters for outlets; its tables are the original's, their names and texts exchanged.

    What a new table is computed from without being exchanged here are the blinded passages, so it names nobody either.
    """

    original: Comparison | None = None
    mask: Mask = field(default_factory=lambda: Mask(()))
    texts: Texts = field(default_factory=dict)

    emphasis = _exchanged("emphasis")
    emphasis_intervals = _exchanged("emphasis_intervals")
    omissions = _exchanged("omissions")
    order_agreement = _exchanged("order_agreement")
    openings = _exchanged("openings")
    differences = _exchanged("differences")
    emphasis_differences = _exchanged("emphasis_differences")
    share_differences = _exchanged("share_differences")
    main_differences = _exchanged("main_differences")
    voices = _exchanged("voices")
    swaps = _exchanged("swaps")

    def hidden(self, table: pd.DataFrame) -> pd.DataFrame:
        """Return a table that was made from the original as it reads here."""
        return hidden_table(table, self.mask, self.texts)

    @cached_property
    def actors(self) -> tuple[Actor, ...]:
        """As in `Comparison`; two that are behind one letter are one."""
        found: dict[str, Actor] = {}
        for actor in revealed(self).actors:
            name = self.mask.named(actor.name)
            mentions = tuple(self._mention(m) for m in actor.mentions)
            before = found.get(name)
            found[name] = Actor(name, actor.kind, (*(before.mentions if before else ()), *mentions))
        return tuple(found.values())

    @cached_property
    def keyness(self) -> pd.DataFrame:
        """As in `Comparison`, without the terms that name an outlet."""
        table = revealed(self).keyness
        given_away = [self._names_outlet(str(term)) for term in table["term"]]
        return self.hidden(table[[not named for named in given_away]])

    def _names_outlet(self, term: str) -> bool:
        """Whether a term holds what was hidden somewhere, or the end of it: "york times"."""
        said = term.lower().split()
        runs = {tuple(said[a:b]) for a in range(len(said)) for b in range(a + 1, len(said) + 1)}
        return bool(runs & self._hidden_words)

    @cached_property
    def _hidden_words(self) -> frozenset[tuple[str, ...]]:
        hidden = {m.before[c.start : c.end].lower() for m in self.texts.values() for c in m.changes}
        parted = [re.findall(r"[\w&.-]+", text) for text in hidden]
        return frozenset(tuple(words[start:]) for words in parted for start in range(len(words)))

    def _mention(self, mention: Mention) -> Mention:
        masked = self.texts.get(mention.passage)
        if masked is None:
            return mention
        start, end = masked.moved(mention.start), masked.moved(mention.end, end=True)
        return replace(mention, start=start, end=end, text=masked.slice(mention.start, mention.end))


def blinded(comparison: Comparison) -> Blinded:
    """Return the comparison with a letter for each outlet, and nothing in any text that names one.

    Names, authors and addresses of the event's outlets are hidden in passages, headlines, labels and reasons. Ids,
    probabilities, vectors and story points are the same, so what was chosen or judged holds on both sides.
    """
    mask = Mask.of(comparison.event.articles)
    own = {a.id: a.source for a in comparison.articles}
    texts = {p.id: mask.masked(p.text, own.get(p.article, p.source)) for p in comparison.passages}
    shown = {p.id: hidden_passage(p, texts[p.id], mask) for p in comparison.passages}
    articles = [hidden_clean(a, mask) for a in comparison.articles]
    labels = labels_of(a.raw for a in articles)
    points = tuple(
        replace(p, label=mask.named(p.label), passages=_in_order(p.passages, shown)) for p in comparison.points
    )
    matches = tuple(hidden_match(m, mask) for m in comparison.alignment.matches)
    return Blinded(
        event=hidden_event(comparison.event, mask),
        articles=tuple(sorted(articles, key=lambda a: labels[a.id])),
        passages=tuple(sorted(shown.values(), key=lambda p: p.source)),
        alignment=replace(comparison.alignment, matches=matches, points=points),
        tone=hidden_table(comparison.tone, mask, texts),
        model=comparison.model,
        judgements=comparison.judgements,
        scores=hidden_scores(comparison.scores, shown, mask) if comparison.scores else None,
        vectors=comparison.vectors,
        original=comparison,
        mask=mask,
        texts=texts,
    )


def _in_order(ids: Iterable[str], passages: Mapping[str, Passage]) -> tuple[str, ...]:
    """Sort passages as story points hold them, by their sources: the order of the names must not show."""
    chosen = [passages[id] for id in ids]
    return tuple(p.id for p in sorted(chosen, key=lambda p: (p.source, p.article, p.index, p.id)))


def revealed(comparison: Comparison) -> Comparison:
    """Return the comparison with the outlets' names; one that was never blinded is returned as it is."""
    original = comparison.original if isinstance(comparison, Blinded) else None
    return original or comparison


def measured(comparison: Comparison, measure: Callable[[Comparison], pd.DataFrame]) -> pd.DataFrame:
    """Measure something with the names, from which random draws are seeded, and hide them in the table that comes."""
    table = measure(revealed(comparison))
    return comparison.hidden(table) if isinstance(comparison, Blinded) else table


def name_of(comparison: Comparison, source: str | None) -> str | None:
    """Return the name behind a source's letter; without letters the name itself."""
    if not isinstance(comparison, Blinded):
        return source
    return next((name for name, letter in comparison.mask.labels.items() if letter == source), source)
