from itertools import pairwise

import numpy as np
import pandas as pd
import pytest

from framing.measure import differences, flip
from framing.measure.differences import ALIKE, COLUMNS, DIFFERS, corrected
from framing.measure.resample import Group, bootstrap_means, generator, permutation_p, residuals, share_beyond
from framing.records import StoryPoint


def table(scores: dict[str, list[float]], words: int = 20, instrument: str = "rated") -> pd.DataFrame:
    """Return a tone table of one sentence a passage: passage ids are the source's name and a number."""
    rows = [
        {
            "article": source,
            "source": source,
            "passage": f"{source}{i}",
            "kind": "body",
            "sentence": 0,
            "start": 0,
            "end": 1,
            "words": words,
            "voice": "own",
            "quoted": 0.0,
            "instrument": instrument,
            "score": score,
        }
        for source, listed in scores.items()
        for i, score in enumerate(listed)
    ]
    return pd.DataFrame(rows)


def points(count: int, *sources: str) -> list[StoryPoint]:
    return [StoryPoint(f"p{i}", "", tuple(f"{source}{i}" for source in sources)) for i in range(count)]


def drawn(seed: int, n: int, shift: float = 0.0) -> list[float]:
    return list(np.random.default_rng(seed).normal(shift, 0.5, n).round(3))


def test_a_clear_gap_differs_and_a_small_one_cannot_be_told() -> None:
    cold, warm, alike = (table({"A": drawn(1, 20, -1), "B": drawn(2, 20, shift)}) for shift in (1, -1, -0.95))
    found = differences(cold, []).iloc[0]
    assert (found["verdict"], found["scope"]) == (DIFFERS, "all")
    assert found["gap"] == pytest.approx(found["left_mean"] - found["right_mean"])
    assert found["low"] < found["gap"] < found["high"] < 0
    assert differences(warm, []).iloc[0]["verdict"] == ALIKE
    assert differences(alike, []).iloc[0]["detectable"] > 0.05


def test_the_same_text_under_two_names_differs_by_nothing() -> None:
    listed = drawn(3, 12)
    found = differences(table({"A": listed, "B": listed}), points(5, "A", "B"))
    assert (found["gap"] == 0).all()
    assert (found[["wording", "selection"]].abs() < 1e-12).all(axis=None)
    assert (found["p"] == 1).all()
    assert set(found["verdict"]) == {ALIKE}


def test_the_other_direction_is_the_same_with_every_sign_turned() -> None:
    tone, told = table({"A": drawn(1, 9), "B": drawn(2, 7, 0.4), "C": drawn(3, 8)}), points(4, "A", "B", "C")
    one = differences(tone, told, reference="A")
    other = differences(tone, told, reference="B")
    mirrored = flip(other[other["left"] == "A"]).reset_index(drop=True)
    columns = [c for c in COLUMNS if c not in ("q", "verdict")]  # corrected within other families of comparisons
    pd.testing.assert_frame_equal(one[one["left"] == "B"].reset_index(drop=True)[columns], mirrored[columns])
    pd.testing.assert_frame_equal(flip(flip(one)), one)


def test_the_order_of_rows_and_points_changes_nothing() -> None:
    tone, told = table({"A": drawn(1, 9), "B": drawn(2, 7), "C": drawn(3, 8)}), points(4, "A", "B", "C")
    shuffled = tone.sample(frac=1, random_state=5)
    columns = ["instrument", "left", "right", "scope"]
    first = differences(tone, told).sort_values(columns, ignore_index=True)
    second = differences(shuffled, told[::-1]).sort_values(columns, ignore_index=True)
    pd.testing.assert_frame_equal(first, second)


def test_each_pair_once_and_each_source_with_all_others() -> None:
    found = differences(table({"C": drawn(1, 5), "A": drawn(2, 5), "B": drawn(3, 5)}), [])
    assert list(zip(found["left"], found["right"], strict=True)) == [
        ("A", "B"),
        ("A", "C"),
        ("B", "C"),
        ("A", "all others"),
        ("B", "all others"),
        ("C", "all others"),
    ]


def test_the_parts_add_up_to_the_gap_and_points_to_the_wording() -> None:
    found = differences(table({"A": drawn(1, 9), "B": drawn(2, 7, 0.4)}), points(4, "A", "B"))
    total, each = found[found["scope"] == "all"].iloc[0], found[found["scope"] != "all"]
    assert total["wording"] + total["selection"] == pytest.approx(total["gap"])
    assert each["wording"].sum() == pytest.approx(total["wording"])
    assert total["wording_low"] < total["wording"] < total["wording_high"]
    assert total["selection_low"] < total["selection_high"]


def test_a_selection_of_a_story_point_has_an_interval_and_equal_space_makes_it_nothing() -> None:
    found = differences(table({"A": drawn(1, 9), "B": drawn(2, 7, 0.4)}), points(4, "A", "B"))
    each = found[found["scope"] != "all"]
    assert ((each["selection_low"] <= each["selection"]) & (each["selection"] <= each["selection_high"])).all()
    assert (each["selection_low"] < each["selection_high"]).all()
    level = differences(table({"A": drawn(1, 8), "B": drawn(2, 8, 0.4)}), points(4, "A", "B"))
    assert (level.loc[level["scope"] != "all", ["selection", "selection_low", "selection_high"]] == 0).all(axis=None)


def test_voice_weighs_by_the_words_in_it() -> None:
    tone = table({"A": [1.0, 0.0], "B": [0.0, 0.0]})
    tone.loc[0, "quoted"] = 1.0
    assert differences(tone, []).iloc[0]["left_mean"] == 0.5
    assert differences(tone, [], voice="own").iloc[0]["left_mean"] == 0.0
    assert differences(tone, [], voice="quoted").iloc[0:1].empty  # B has nothing quoted


def test_sentences_without_a_score_are_left_out() -> None:
    found = differences(table({"A": [1.0, float("nan")], "B": [0.0, 0.5]}), []).iloc[0]
    assert (found["left_mean"], found["left_sentences"], found["left_words"]) == (1.0, 1, 20.0)


def test_an_unknown_reference_is_refused() -> None:
    with pytest.raises(ValueError, match=r"'Z'.*A, B"):
        differences(table({"A": [1.0], "B": [0.0]}), [], reference="Z")


def test_more_text_shows_smaller_gaps() -> None:
    shown = [differences(table({"A": drawn(1, n), "B": drawn(2, n)}), []).iloc[0]["detectable"] for n in (10, 40, 160)]
    assert all(more > fewer for more, fewer in pairwise(shown))


def test_permutation_counts_how_often_chance_does_as_much() -> None:
    # Four passages: of the six ways to deal two to each side two lie as far apart as (1, 1) and (0, 0) do.
    left, right = Group(np.array([1.0, 1.0]), np.ones(2)), Group(np.zeros(2), np.ones(2))
    dealt = np.array([[1, 1, 0, 0], [1, 0, 1, 0], [1, 0, 0, 1], [0, 1, 1, 0], [0, 1, 0, 1], [0, 0, 1, 1]], dtype=float)
    assert permutation_p(left, right, dealt) == pytest.approx((1 + 2) / (1 + 6))


def test_a_gap_beyond_every_draw_has_the_tail_of_their_curve() -> None:
    null = np.tile([-1.0, 1.0], 500)
    assert share_beyond(null, 1.0) == 1.0
    assert share_beyond(null, 5.0) == pytest.approx(2 * 2.866516e-7, rel=1e-4)  # five deviations
    assert share_beyond(np.zeros(9), 1.0) == pytest.approx(0.1)


def test_residuals_are_what_passages_stray_from_their_groups_mean() -> None:
    found = residuals([Group(np.array([0.0, 2.0]), np.ones(2)), Group(np.array([5.0]), np.ones(1))])
    # -1 and 1 about the mean, each having pulled it by half its weight: stretched by the root of 2
    assert sorted(found.scaled) == pytest.approx([-(2**0.5), 2**0.5])


def test_intervals_of_two_sources_from_one_pool_miss_five_times_in_a_hundred() -> None:
    # 1,500 pairs of 14 passages of uneven length from one pool; the gap's interval should leave out zero in 5 %, +/- 2.
    pool = np.random.default_rng(0)
    missed, tries = 0, 1500
    for i in range(tries):
        groups = []
        for _ in range(2):
            words = pool.integers(10, 90, 14).astype(float)
            groups.append(Group(pool.gamma(2.0, 1.0, 14) * words, words))
        draws = [bootstrap_means(g, 400, generator(0, str(i), str(k))) for k, g in enumerate(groups)]
        low, high = np.quantile(draws[0] - draws[1], [0.025, 0.975])
        missed += low > 0 or high < 0
    assert 0.03 <= missed / tries <= 0.07


def test_intervals_of_a_story_point_miss_five_times_in_a_hundred() -> None:
    # Points of one or two passages a side: residuals of the whole event stand in for what they cannot tell themselves.
    pool = np.random.default_rng(1)
    missed = tries = 0
    for i in range(60):
        words = 20 + 60 * pool.random(60)
        means = pool.normal(0, 1, 60) * np.sqrt(40 / words) + np.repeat(pool.normal(0, 1, 15), 4)
        cells = [Group((means * words)[k : k + 2], words[k : k + 2]) for k in range(0, 60, 2)]
        event = residuals([Group((means * words)[k : k + 4], words[k : k + 4]) for k in range(0, 60, 4)])
        noise = [event.noise(cell, 400, generator(0, str(i), str(k))) for k, cell in enumerate(cells)]
        for k in range(0, 30, 2):
            gap = cells[k].mean - cells[k + 1].mean
            low, high = np.quantile(gap + noise[k] - noise[k + 1], [0.025, 0.975])
            missed, tries = missed + (low > 0 or high < 0), tries + 1
    assert 0.03 <= missed / tries <= 0.07


def test_one_passage_has_an_interval_from_how_much_the_others_vary() -> None:
    # One passage against twenty, drawn from one pool: the interval should leave out zero in about 5 %.
    pool = np.random.default_rng(2)
    missed = tries = 0
    for i in range(200):
        tone = table({"A": list(pool.normal(0, 0.5, 1)), "B": list(pool.normal(0, 0.5, 20))})
        found = differences(tone, [], seed=i).iloc[0]
        missed, tries = missed + bool(found["low"] > 0 or found["high"] < 0), tries + 1
    assert 0.01 <= missed / tries <= 0.09


def test_one_passage_a_side_and_nothing_else_leaves_the_gap_without_interval() -> None:
    found = differences(table({"A": [1.0], "B": [0.0]}), points(1, "A"))
    assert found.iloc[0][["low", "high", "detectable", "wording_low"]].isna().sum() == 3  # nothing shared: no wording
    assert found.iloc[0]["verdict"] == ALIKE


def test_an_unmeasurable_story_point_has_no_p_and_counts_for_no_correction() -> None:
    p = corrected(pd.Series([0.01, float("nan"), 0.04]))
    assert list(p[[0, 2]]) == pytest.approx([0.02, 0.04])
    assert np.isnan(p[1])


@pytest.mark.parametrize(
    ("left", "right", "others", "shows"),
    [
        (3, 3, 0, False),  # two of twenty dealings lie as far apart: p is never under .1
        (4, 4, 0, True),  # two of seventy: .029
        (4, 4, 4, False),  # with nine gaps corrected for together .029 is no longer enough
        (1, 20, 0, True),  # one of 21: .048
        (1, 18, 0, False),
    ],
)
def test_a_gap_that_so_few_passages_cannot_show_is_none_however_large(
    left: int, right: int, others: int, shows: bool
) -> None:
    listed = {"A": drawn(1, left), "B": drawn(2, right)} | {name: drawn(3, others) for name in "CD" if others}
    found = differences(table(listed), []).iloc[0]
    assert bool(found["detectable"] > 0) is shows


def test_intervals_stay_inside_the_instrument_s_range() -> None:
    found = differences(table({"A": [1.0, 0.0], "B": [0.0, 1.0]}, instrument="loaded"), points(2, "A", "B"))
    ends = found[["low", "high", "wording_low", "wording_high", "selection_low", "selection_high"]]
    assert ends.abs().max(axis=None) == 1.0
    assert found["detectable"].isna().all()  # some gap beyond the whole range


@pytest.mark.parametrize("shared", [0, 10])
def test_the_whole_gap_of_two_sources_from_one_pool_seldom_differs(shared: int) -> None:
    # Fourteen passages a side, all from one pool, `shared` story points that both tell, each with a level of its own.
    pool = np.random.default_rng(3)
    missed, tries = 0, 200
    for _ in range(tries):
        level = pool.normal(0, 0.3, shared)
        listed = {
            name: [*(level + pool.normal(0, 0.5, shared)), *pool.normal(0, 0.58, 14 - shared)] for name in ("A", "B")
        }
        found = differences(table(listed), points(shared, "A", "B"), resamples=400).iloc[0]
        missed += bool(found["low"] > 0 or found["high"] < 0)
    assert 0.01 <= missed / tries <= 0.07
