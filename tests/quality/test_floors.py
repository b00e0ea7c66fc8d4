"""The floors that need none of the shared folder's data hold with every test run, not only in the gate."""

from __future__ import annotations

import pytest

from tests.quality.gate import BESIDE, MEASURES, broken


@pytest.mark.parametrize("name", ["actors", "voices", "extraction", "grouping", "emphasis"])
def test_figures_stay_above_their_floors(name):
    assert list(broken(MEASURES[name](None), BESIDE[name], complete=False)) == []
