"""Tables with letters in place of outlets: the same numbers, seen from the letters' order."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import pandas as pd

from framing.blind.mask import Mask
from framing.blind.masked import Masked

Texts = Mapping[str, Masked]
"""The masked passages by their ids."""
_TURNED = ("gap", "wording", "selection")
_LONG = 8  # words; what is longer is a sentence, not a name or a label
_PLACES = (("passage", ""), ("left_passage", "left_"), ("right_passage", "right_"))
_SLICED = (("called", "called_start"), ("verb", "verb_start"), ("left_words", "left_start"), ("text", "start"))


def hidden_table(table: pd.DataFrame, mask: Mask, texts: Texts) -> pd.DataFrame:
    """Return a table whose sources, texts and places in texts are those of the blinded passages.

    Pairs of sources are turned so that the left one's letter comes first, and rows that were sorted by source are so
    again. Numbers stay as they are, apart from the sign of a gap that is seen from the other side.
    """
    moved = _moved(table.reset_index(drop=True), texts)
    words = {cell for name in moved for cell in moved[name] if isinstance(cell, str)}
    said = {cell: hidden_cell(cell, mask, texts) for cell in words}
    shown = moved.map(lambda cell: said.get(cell, cell) if isinstance(cell, str) else cell)
    shown = shown.astype({name: table[name].dtype for name in table if name in shown}, errors="ignore")
    return _sorted(_facing(shown), table)


def hidden_cell(cell: str, mask: Mask, texts: Texts) -> str:
    """Return what stands in a cell without outlets: an id as it is, a source as its letter."""
    if cell in texts:
        return cell
    return (
        mask.labels.get(cell)
        or mask.letters.get(cell)
        or (mask.named(cell) if len(cell.split()) <= _LONG else mask.hide(cell))
    )


def _moved(table: pd.DataFrame, texts: Texts) -> pd.DataFrame:
    """Move the columns that hold places in a passage, and take the words that stand there anew."""
    moved = table.copy()
    for column, prefix in _PLACES:
        if column not in table or not any(f"{prefix}{end}" in table for end in ("start", "called_start")):
            continue
        passages = [texts.get(id) for id in table[column]]
        for start in [c for c in table if str(c).startswith(prefix) and str(c).endswith("start")]:
            moved[start] = _each(passages, table[start], lambda masked, at: masked.moved(at))
            words = _words_of(str(start), table)
            if words:
                ends = table[start] + table[words].astype(str).str.len()
                spans = zip(table[start], ends, strict=True)
                moved[words] = _each(passages, spans, lambda m, span: m.slice(*span), table[words])
        if f"{prefix}end" in table:
            moved[f"{prefix}end"] = _each(passages, table[f"{prefix}end"], lambda m, at: m.moved(at, end=True))
    return moved


def _words_of(start: str, table: pd.DataFrame) -> str | None:
    """Return the column with the words that begin at a column of places, if there is one."""
    stem = start.removesuffix("start").removesuffix("_")
    for name in (stem, f"{stem}_words", "text" if not stem else ""):
        if name and name in table and table[name].map(lambda cell: isinstance(cell, str)).all() and len(table):
            return name
    return None


def _each(passages: Any, values: Any, make: Callable[[Masked, Any], Any], kept: Any = None) -> list[Any]:
    values = list(values)
    kept = values if kept is None else list(kept)
    begins = [v[0] if isinstance(v, tuple) else v for v in values]
    return [
        make(masked, value) if masked and begin >= 0 else old
        for masked, value, begin, old in zip(passages, values, begins, kept, strict=True)
    ]


def _facing(table: pd.DataFrame) -> pd.DataFrame:
    """Turn the pairs of sources whose left one's letter comes second; "all others" stay on the right."""
    if not {"left", "right"} <= set(table):
        return table
    letters = table["left"].str.startswith("Source ") & table["right"].str.startswith("Source ")
    turn = letters & (table["left"] > table["right"])
    names = {name: f"right{str(name)[4:]}" for name in table if str(name).startswith("left")}
    turned = table[turn].rename(columns=names | {new: old for old, new in names.items()})
    if "gap" in table:
        for stem in (stem for stem in _TURNED if stem in table):
            turned[stem] = -turned[stem]
            low, high = (f"{stem}_low", f"{stem}_high") if stem != "gap" else ("low", "high")
            turned[[low, high]] = -turned[[high, low]].to_numpy()
    faced = table.copy()
    faced.loc[turn, list(table)] = turned[list(table)]
    return faced


def _sorted(table: pd.DataFrame, before: pd.DataFrame) -> pd.DataFrame:
    """Sort by the letters what was sorted by the names."""
    if {"left", "right"} <= set(table) and "scope" in table:
        outer = [name for name in ("measure", "instrument") if name in table]
        order = table.assign(_others=~table["right"].str.startswith("Source "), _row=range(len(table)))
        blocks = [order.groupby(outer, sort=False).ngroup()] if outer else []
        order["_block"] = blocks[0] if blocks else 0
        return table.loc[order.sort_values(["_block", "_others", "left", "right", "_row"]).index].reset_index(drop=True)
    for outer_name in ("", "point", "passage"):
        if "source" not in table or (outer_name and outer_name not in table):
            continue
        inner = before["source"].reset_index(drop=True)
        outer_values = before[outer_name].reset_index(drop=True) if outer_name else pd.Series(0, inner.index)
        block = (outer_values != outer_values.shift()).cumsum()
        if inner.groupby(block).apply(lambda names: names.is_monotonic_increasing).all():
            order = table.assign(_block=block, _row=range(len(table)))
            return table.loc[order.sort_values(["_block", "source", "_row"]).index].reset_index(drop=True)
    return table
