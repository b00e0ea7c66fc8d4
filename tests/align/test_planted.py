"""The example events: what was planted in them is found, at the default cut, with the embedded model."""

from __future__ import annotations

import pytest

from framing.embed import TransformerEncoder
from framing.read import open_example
from framing.resources import example_events
from tests.quality.alignment import planted, prepared


@pytest.mark.model
def test_planted_story_points_are_found(encoder: TransformerEncoder):
    found = planted({name: prepared(open_example(name).articles, encoder) for name in example_events()})
    print(f"\nplanted: precision {found['precision']:.3f}, recall {found['recall']:.3f}, F1 {found['f1']:.3f}")  # noqa: T201  (the figures are what one runs it for)
    assert found["f1"] >= 0.80
    assert found["f1"] > max(naive["f1"] for naive in found["baselines"].values())
