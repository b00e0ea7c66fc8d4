from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
import pytest

from framing.measure.kept_encoder import KeptEncoder
from framing.records import Vectors


@dataclass
class Counting:
    """An encoder whose vector is the length of the text, and that notes what it was asked."""

    name: str = "counting"
    sha256: str = "abc"
    dtype: str = "float32"
    asked: list[str] = field(default_factory=list)

    def encode(self, texts: Sequence[str]) -> Vectors:
        self.asked += texts
        return np.array([[len(text), 1.0] for text in texts], dtype=np.float32)


def test_a_text_is_computed_once_and_rows_stand_in_the_order_asked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("FRAMING_HOME", str(tmp_path))
    first, second = Counting(), Counting()
    rows = KeptEncoder(first).encode(["three", "a", "three"])
    assert rows.tolist() == [[5.0, 1.0], [1.0, 1.0], [5.0, 1.0]]
    assert sorted(first.asked) == ["a", "three"]
    assert KeptEncoder(second).encode(["new one", "three"]).tolist() == [[7.0, 1.0], [5.0, 1.0]]
    assert second.asked == ["new one"]
