"""Name story points by their own words: two to five that its passages share and the rest of the event does not."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from framing.align.words import background, stem, telling, words
from framing.records import Passage


def labels(groups: Sequence[Sequence[Passage]], passages: Sequence[Passage]) -> list[str]:
    """Return one label a group, all different."""
    spread = Counter(s for p in passages for s in {w.stem for w in telling(words(p.text))})
    found: list[str] = []
    for group in groups:
        ranked = _ranked(group, spread, len(passages))
        chosen = ranked[:3]
        while ", ".join(chosen) in found and len(chosen) < min(len(ranked), 6):
            chosen = ranked[: len(chosen) + 1]
        label = ", ".join(chosen) or "untitled"
        found.append(label if label not in found else f"{label} ({found.count(label) + 1})")
    return found


def _ranked(group: Sequence[Passage], spread: Counter[str], passages: int) -> list[str]:
    holding = Counter(s for p in group for s in {w.stem for w in telling(words(p.text))})
    rarity = background().rarity

    def worth(item: str) -> tuple[float, str]:
        share = holding[item] / len(group)
        return (-(share * holding[item] / spread[item] ** 0.5 * min(rarity(item), 6.0)), item)

    spelling: dict[str, Counter[str]] = {}
    for p in group:
        for word in telling(words(p.text)):
            spelling.setdefault(word.stem, Counter())[word.text] += 1
    ranked = sorted((s for s in holding if len(s) > 2), key=worth)[:6]
    return [min(spelling[s], key=lambda w: (-spelling[s][w], w)) for s in ranked]


__all__ = ["labels", "stem"]
