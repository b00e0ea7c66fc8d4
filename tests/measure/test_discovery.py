from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from framing.measure.discovery import false_discovery_control


@pytest.mark.parametrize(
    ("p", "q"),
    [
        ([], []),
        ([0.03], [0.03]),
        ([0.01, 0.04], [0.02, 0.04]),
        ([0.04, 0.01], [0.04, 0.02]),  # each keeps its place
        ([0.01, 0.5, 0.011], [0.0165, 0.5, 0.0165]),  # a smaller p never has a larger q
        ([1.0, 0.9], [1.0, 1.0]),
    ],
)
def test_p_values_are_corrected_for_their_number(p: list[float], q: list[float]) -> None:
    assert false_discovery_control(p) == pytest.approx(q)


@given(st.lists(st.floats(0, 1), min_size=1, max_size=12))
def test_as_scipy_does_it(p: list[float]) -> None:
    from scipy import stats

    np.testing.assert_allclose(false_discovery_control(p), stats.false_discovery_control(p), atol=1e-12)
