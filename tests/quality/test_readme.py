from __future__ import annotations

from framing.resources import load_json
from tests.quality.readme import README, with_figures


def test_readme_states_the_figures_that_were_measured_last():
    text = README.read_text("utf-8")
    assert text == with_figures(text, load_json("accuracy.json"))
    assert "not measured" not in text
