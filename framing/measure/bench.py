"""How sure a comparison is: the draws that the comparisons of one instrument share, and intervals made from them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

import numpy as np

from framing.measure.instruments import INSTRUMENTS
from framing.measure.probe import Numbers
from framing.measure.resample import Residuals, bootstrap_means, central, generator, residuals
from framing.measure.sides import ONLY, Side, together
from framing.measure.split import shared
from framing.measure.split_draws import selection_draws, wording_draws


@dataclass(frozen=True, slots=True)
class Bench:
    """What the comparisons of one instrument share: the sides, their residuals, and draws made once for each."""

    instrument: str
    sides: Mapping[str, Side]
    residuals: Residuals  # about what each category's mean over all sources is
    apart: Residuals  # about each source's mean
    resamples: int
    seed: int
    kept: dict[tuple[str, ...], Numbers] = field(default_factory=dict)

    def draw(self, make: Callable[[np.random.Generator], Numbers], *key: str) -> Numbers:
        """Return the draws under a key, the same whoever asks first."""
        if key not in self.kept:
            self.kept[key] = make(generator(self.seed, self.instrument, *key))
        return self.kept[key]

    def mean(self, side: Side) -> Numbers:
        """Return draws of a side's mean, by resampling its passages; of a single one, by how much the others vary."""
        if len(side.whole.words) > 1:
            return self.draw(lambda random: bootstrap_means(side.whole, self.resamples, random), "mean", side.name)
        alone = self.draw(lambda random: self.apart.alone(side.words, self.resamples, random), "mean", side.name)
        return side.whole.mean + alone

    def noise(self, side: Side, category: str) -> Numbers:
        """Return draws of how far the mean of a category may lie from where it lay."""
        cell = side.cells[category]
        return self.draw(lambda random: self.residuals.noise(cell, self.resamples, random), side.name, category)


def bench_for(instrument: str, found: Mapping[str, Side], resamples: int, seed: int) -> Bench:
    """Return the bench of an instrument's sides; those whose name begins with a NUL are several sources together.

    Residuals are taken about each story point's mean over all sources; what stands in no point, about its source's.
    """
    sources = [side for name, side in found.items() if not name.startswith("\x00")]
    event = together("", sources) if sources else None
    points = [g for c, g in event.cells.items() if c != ONLY] if event else []
    cells = [*points, *(side.cells[ONLY] for side in sources if ONLY in side.cells)]
    return Bench(instrument, found, residuals(cells), residuals([side.whole for side in sources]), resamples, seed)


def reach(instrument: str) -> float:
    """Return the widest gap that an instrument's range allows; infinite for what is no instrument."""
    scale = INSTRUMENTS.get(instrument)
    return scale.high - scale.low if scale else float("inf")


def interval(draws: Callable[[Side], Numbers], left: Side, right: Side) -> tuple[float, float, float]:
    """Return the 95 % interval of left less right and the standard error, exactly mirrored when the sides change.

    All NaN where the draws are.
    """
    first, second = sorted((left, right), key=lambda side: side.name)
    apart = draws(first) - draws(second)
    low, high = central(apart)
    error = float(apart.std())
    return (low, high, error) if first is left else (-high, -low, error)


def split_intervals(bench: Bench, left: Side, right: Side) -> dict[str, float]:
    """Return the ends of the 95 % intervals of wording and of selection, by their columns' names."""
    first, second = sorted((left, right), key=lambda side: side.name)
    noise = {(side.name, c): bench.noise(side, c) for side in (first, second) for c in shared(first, second)}
    random = generator(bench.seed, bench.instrument, "split", first.name, second.name)
    wording = central(wording_draws(first, second, noise, bench.resamples))
    selection = central(selection_draws(first, second, noise, bench.resamples, random))
    found: dict[str, float] = {}
    for name, (low, high) in (("wording", wording), ("selection", selection)):
        ends = (low, high) if first is left else (-high, -low)
        found |= {f"{name}_low": ends[0], f"{name}_high": ends[1]}
    return found


def selection_interval(bench: Bench, left: Side, right: Side, point: str) -> dict[str, float]:
    """Return how sure a story point's selection is, with the space that both give it taken as given."""
    first, second = sorted((left, right), key=lambda side: side.name)
    shares = [side.cells[point].total / side.words for side in (first, second)]
    told = [side.cells[point].mean + bench.noise(side, point) for side in (first, second)]
    middle = (bench.mean(first) + bench.mean(second)) / 2
    drawn = (shares[0] - shares[1]) * ((told[0] + told[1]) / 2 - middle)
    low, high = central(drawn)
    ends = (low, high) if first is left else (-high, -low)
    return dict(zip(("selection_low", "selection_high"), ends, strict=True))
