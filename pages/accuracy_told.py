"""How well a measure does, as the quality gate last measured it, in one sentence."""

from __future__ import annotations

from pages.accuracy import measured
from pages.accuracy_names import BASELINES, COUNTS, INSTRUMENT, NAMES


def instrument_accuracy(name: str) -> str:
    """Return in one sentence how well an instrument of tone does, as last measured, or why nobody knows."""
    if name not in INSTRUMENT:
        return "No ratings by people are at hand for it; it is as good as its word list."
    group, baseline, texts = INSTRUMENT[name]
    figures = measured("tone").get(group, {})
    own = figures.get("baselines", {}).get(baseline, {}) if baseline else figures
    values = [f"{label} {own[key]:.2f}" for key, label in NAMES.items() if isinstance(own.get(key), float)]
    if not values:
        return "Not measured yet: run `make quality`."
    return f"On {figures.get('sentences', 'some')} {texts}: {', '.join(values)}."


def accuracy_told(section: str, group: str) -> str:
    """Return in one sentence how well a measure does, as last measured, beside its baselines."""
    figures = measured(section).get(group, {})
    sides = {"": figures, **figures.get("baselines", {})}
    told = []
    for key, label in NAMES.items():
        values = {name: side[key] for name, side in sides.items() if isinstance(side.get(key), float)}
        if "" in values:
            others = "; ".join(f"{BASELINES.get(name, name)} {value:.2f}" for name, value in values.items() if name)
            told.append(f"{label} {values['']:.2f}{f' ({others})' if others else ''}")
    counted = next((f"{figures[k]:,} {k.replace('_', ' ')}" for k in COUNTS if k in figures), "what was measured")
    return f"On {counted}: {', '.join(told)}." if told else "Not measured yet: run `make quality`."
