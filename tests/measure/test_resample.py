from __future__ import annotations

import numpy as np
import pytest

from framing.measure.resample import Group, central, share_beyond

ENDS = [0.025, 0.975]


@pytest.mark.parametrize("count", [1, 2, 3, 40, 41, 2000])
def test_the_central_draws_end_where_numpy_says_to_the_last_digit(count):
    draws = np.random.default_rng(count).normal(size=count)
    assert central(draws) == tuple(np.quantile(draws, ENDS))


def test_the_central_draws_end_nowhere_where_one_is_unknown():
    assert np.isnan(central(np.array([1.0, np.nan, 3.0]))).all()


def test_a_gap_that_draws_reach_is_counted_and_one_beyond_them_follows_the_curve():
    null = np.array([-1.0, 1.0, 2.0, -2.0])
    assert share_beyond(null, 2.0) == 3 / 5
    assert share_beyond(null, 9.0) < 1e-4


def test_the_mean_of_passages_is_weighted_by_their_words():
    assert Group(np.array([10.0, 0.0]), np.array([10.0, 30.0])).mean == 0.25
    assert np.isnan(Group(np.zeros(0), np.zeros(0)).mean)
