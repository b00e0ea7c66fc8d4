"""Agreement with people and the cut that follows from their judgements, on scores given by hand."""

from __future__ import annotations

from datetime import UTC, datetime

import numpy as np
import pytest

from framing.align.judge import Agreement, agreement, judge, recalibrated_cut, standing
from framing.records import Judgement, Verdict
from tests.align.scored import scores

NOON = datetime(2025, 10, 14, 12, tzinfo=UTC)


def judged(**verdicts: Verdict) -> list[Judgement]:
    """Return judgements made one a minute."""
    return [
        judge(*pair.split("_"), verdict, coder="Ann", time=NOON.replace(minute=minute))
        for minute, (pair, verdict) in enumerate(verdicts.items())
    ]


FOUR = {"a1 b1": 0.9, "a2 b2": 0.8, "a3 b3": 0.2, "a4 b4": 0.1}


def test_agreement_counts_the_four_cases():
    found = agreement(scores(FOUR), judged(a1_b1="same", a2_b2="different", a3_b3="same", a4_b4="different"), cut=0.5)
    assert found == Agreement(both_same=1, both_different=1, only_person=1, only_program=1)
    assert (found.share, found.kappa) == (0.5, 0.0)


def test_the_interval_is_wilsons():
    low, high = Agreement(8, 0, 2, 0).interval
    assert (round(low, 3), round(high, 3)) == (0.490, 0.943)


def test_kappa_is_left_out_where_all_judgements_are_alike():
    assert Agreement(3, 0, 1, 0).kappa is None


def test_no_judgement_has_no_share_and_every_interval():
    none = agreement(scores(FOUR), [], cut=0.5)
    assert none.judged == 0
    assert np.isnan(none.share)
    assert none.interval == (0.0, 1.0)


class TestRecalibratedCut:
    def test_without_judgements_it_is_the_default(self):
        assert recalibrated_cut(scores(FOUR), [], default=0.36) == pytest.approx(0.36, abs=1e-3)

    def test_rejected_matches_raise_it_and_confirmed_ones_lower_it(self):
        rejected = recalibrated_cut(scores(FOUR), judged(a1_b1="different", a2_b2="different"), default=0.36)
        added = recalibrated_cut(scores(FOUR), judged(a3_b3="same", a4_b4="same"), default=0.36)
        assert added < 0.36 < rejected

    def test_one_judgement_moves_it_little(self):
        moved = recalibrated_cut(scores(FOUR), judged(a1_b1="different"), default=0.36)
        assert 0.36 < moved < 0.45

    def test_what_one_click_said_of_many_pairs_counts_once(self):
        one = recalibrated_cut(scores(FOUR), judged(a1_b1="different"), default=0.36)
        click = [judge(a, b, "different", coder="Ann", time=NOON) for a, b in (("a1", "b1"), ("a2", "b2"))]
        both = recalibrated_cut(scores(FOUR), judged(a1_b1="different", a2_b2="different"), default=0.36)
        assert one * 0.9 < recalibrated_cut(scores(FOUR), click, default=0.36) < both

    def test_agreeing_judgements_do_not_move_it_however_many(self):
        near = {f"a{n} b{n}": 0.3 for n in range(30)} | {f"c{n} d{n}": 0.5 for n in range(30)}
        said = {f"a{n}_b{n}": "different" for n in range(30)} | {f"c{n}_d{n}": "same" for n in range(30)}
        assert recalibrated_cut(scores(near), judged(**said), default=0.36) == pytest.approx(0.36, abs=1e-3)

    def test_it_moves_no_further_than_the_judgements_ask(self):
        near = {f"a{n} b{n}": 0.45 for n in range(20)}
        said = {f"a{n}_b{n}": "different" for n in range(20)}
        assert recalibrated_cut(scores(near), judged(**said), default=0.36) == pytest.approx(0.45, abs=2e-3)


def test_the_latest_verdict_stands_whatever_the_order():
    first = Judgement("a1", "b1", "same", "Ann", NOON)
    second = Judgement("a1", "b1", "different", "Ben", NOON.replace(hour=13))
    assert standing([second, first]) == standing([first, second]) == {("a1", "b1"): "different"}
