"""The figures that the quality gate last measured, as tables beside what a user would use instead."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import streamlit as st

from framing.resources import DATA, load_json

# What is measured, the figure's key in data/accuracy.json, and what it is called.
ALIGNMENT = {
    "sentences": "Sentences of other article pairs linked by people",
    "paragraphs": "Paragraphs of other article pairs linked by people",
    "ranking": "Ranking the sentences of articles of other origin",
    "pairs": "Sentence pairs rated alike by people, without their articles",
    "planted": "Passages planted in the example events",
    "control": "Passages matched with unrelated events (best: 0)",
}
TONE = {
    "rated": "Rated tone: sentences of newspaper editorials, 20 raters each",
    "loaded": "Loaded wording: sentences labelled biased or not by experts",
    "subjectivity": "Loaded wording, certainty and own voice together: sentences labelled subjective",
    "toward": "Tone towards a named actor: sentences labelled by people",
    "voice": "Own voice and quoted: paragraphs written for this project",
}
INSTRUMENT = {
    "rated": ("rated", None, "editorial sentences rated by 20 people each"),
    "vader": ("rated", "vader", "editorial sentences rated by 20 people each"),
    "vader_neutral": ("rated", "vader_neutral", "editorial sentences rated by 20 people each"),
    "loaded": ("loaded", None, "sentences that experts labelled biased or not"),
    "certainty": ("subjectivity", "certainty, strength", "sentences labelled subjective or not, its strength alone"),
}
"""Which group of tone figures tells of an instrument, as which baseline if it is one, and on what it was measured."""
NAMES = {
    "pearson": "correlation with the raters (Pearson)",
    "pearson_articles": "the same for means of articles",
    "spearman": "rank correlation (Spearman)",
    "auc": "AUC (0.5 is chance)",
    "macro_f1": "macro F1",
    "f1": "F1",
    "f1_held_out": "F1 on the half held out while rules were made",
    "average_precision": "average precision",
    "precision": "precision",
    "recall": "recall",
    "best_f1": "F1 at the best cut",
    "calibration_error": "calibration error (best: 0)",
    "precision_at_1": "right in first place",
    "recall_at_3": "found among the first three",
    "recall_at_5": "found among the first five",
    "mrr": "mean reciprocal rank",
    "matched": "mean share matched",
    "worst": "largest share matched",
}
COUNTS = ("sentences", "pairs", "article_pairs", "targets", "paragraphs", "events")
Figures = Mapping[str, Any]


def show_accuracy(section: str) -> None:
    """Show what was measured of one part of the program, a table a group, next to what one would use instead."""
    found = measured(section)
    st.subheader("How well it does", anchor=False)
    groups = {"alignment": ALIGNMENT, "tone": TONE}[section]
    shown = {name: found[name] for name in groups if isinstance(found.get(name), Mapping)}
    if not shown:
        st.info("Nothing was measured yet: run `make quality`.")
        return
    for name, figures in shown.items():
        st.markdown(f"**{groups[name]}**")
        st.table(rows(figures), hide_index=True)
        st.caption(_origin(figures))


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


def rows(figures: Figures) -> list[dict[str, str]]:
    """Return one row a figure: what it is called, its value, and each baseline's; the same columns in every row."""
    baselines = figures.get("baselines", {})
    keys = [k for k in NAMES if any(isinstance(side.get(k), float) for side in (figures, *baselines.values()))]
    return [
        {"figure": NAMES[key], "Framing": _value(figures.get(key))}
        | {name: _value(side.get(key)) for name, side in baselines.items()}
        for key in keys
    ]


def measured(section: str) -> Figures:
    """Return the figures of one part of the program as the quality gate left them; empty where it never ran."""
    found = load_json("accuracy.json").get(section) if (DATA / "accuracy.json").is_file() else None
    return found if isinstance(found, Mapping) else {}


def _value(value: Any) -> str:
    return f"{value:.3f}" if isinstance(value, int | float) else "–"


def _origin(figures: Figures) -> str:
    counts = [f"{figures[k]:,} {k.replace('_', ' ')}" for k in COUNTS if k in figures]
    dated = [f"measured {figures['date']} with `{figures.get('command', '')}`"] if "date" in figures else []
    texts = [f"on {figures['on']}".replace("_", " ")] if "on" in figures else []
    return " · ".join([*texts, *counts, *dated])
