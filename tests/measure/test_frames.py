"""Frames and axes, on vectors that can be checked by hand."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest

from framing.measure.frames import (
    Axis,
    Frame,
    axis_directions,
    background,
    explore,
    frame_directions,
    frame_scores,
    load_frames,
    random_directions,
    read_axes,
    scale_of,
)
from framing.measure.frames.chance import random_axes
from framing.measure.tone import sentence_table
from framing.records import Passage, Sentence, Vectors
from framing.resources import example_events
from tests.bag_of_words import BagOfWords
from tests.handmade import passage

EAST = np.array([1.0, 0.0], dtype=np.float32)
DIRECTIONS = {"east": EAST}


def at(*angles: float) -> Vectors:
    """Return vectors at these angles from the east, in degrees."""
    turns = np.radians(angles)
    return np.column_stack([np.cos(turns), np.sin(turns)]).astype(np.float32)


def told(source: str, count: int) -> list[Passage]:
    return [passage(f"{source}{i}", source, f"word {i}", index=i) for i in range(count)]


class TestAnchors:
    def test_the_fourteen_policy_frames_with_content_and_the_five_generic_ones(self) -> None:
        policy, generic = load_frames("policy"), load_frames("generic")
        assert (len(policy), len(generic)) == (14, 5)
        assert [policy[0].name, policy[-1].name] == ["Economic", "External regulation and reputation"]
        assert {len(set(frame.sentences)) for frame in (*policy, *generic)} == {10}
        assert all(frame.source for frame in (*policy, *generic))

    def test_a_direction_is_the_mean_of_its_sentences(self, bag: BagOfWords) -> None:
        frame = Frame("policy", "Roads", ("bridge", "ferry"), "")
        (direction,) = frame_directions([frame], bag).values()
        expected = bag.encode(["bridge ferry"])[0]
        assert direction == pytest.approx(expected)


class TestCloseness:
    def test_the_scale_is_made_by_other_events(self) -> None:
        elsewhere = told("Other", 2)
        scale = scale_of(sentence_table(elsewhere), {"Other0": at(0), "Other1": at(90)}, DIRECTIONS)
        assert (scale.mean[0], scale.deviation[0]) == pytest.approx((0.5, 0.5), abs=1e-6)
        here = told("Bell", 3)
        vectors = dict(zip([p.id for p in here], (at(0), at(60), at(180)), strict=True))
        scores = frame_scores(sentence_table(here), vectors, DIRECTIONS, scale)["score"]
        assert list(scores) == pytest.approx([1.0, 0.0, -3.0], abs=1e-6)

    def test_where_all_other_sentences_are_alike_nothing_is_divided_by_zero(self) -> None:
        scale = scale_of(sentence_table(told("Other", 1)), {"Other0": at(0)}, DIRECTIONS)
        assert scale.deviation[0] == 1.0

    def test_a_passage_is_the_mean_of_its_sentences_weighted_by_words(self) -> None:
        text = "One. Two three four."
        both = Passage("b", "a", "Bell", 0, "body", text, (Sentence("One.", 0), Sentence("Two three four.", 5)))
        other = passage("p", "Post", "word")
        elsewhere = (sentence_table(told("Other", 2)), {"Other0": at(0), "Other1": at(90)})
        found = explore([both, other], {"b": at(0, 90), "p": at(60)}, DIRECTIONS, elsewhere)
        means = found.passages.set_index("passage")["mean"]
        assert (means["b"], means["p"]) == pytest.approx((1 * 0.25 - 1 * 0.75, 0.0), abs=1e-6)
        assert found.sources.set_index("source")["gap"].to_dict() == pytest.approx(
            {"Bell": -0.5, "Post": 0.5}, abs=1e-6
        )
        assert found.frames == ["east"]

    def test_an_example_is_not_held_against_itself(self, bag: BagOfWords) -> None:
        every, _ = background(bag)
        assert set(every["source"]) == set(example_events())
        one = every["article"].iloc[0]
        rest, vectors = background(bag, without=[one])
        assert set(every["source"]) - set(rest["source"]) == {every["source"].iloc[0]}
        assert set(rest["passage"]) <= set(vectors)

    def test_an_event_of_articles_from_every_example_is_held_against_all(self, bag: BagOfWords) -> None:
        every, _ = background(bag)
        rest, _ = background(bag, without=set(every["article"]))
        assert set(rest["source"]) == set(example_events())


class TestAxes:
    @pytest.mark.parametrize(
        "line",
        [
            "legal – illegal",
            "legal - illegal",
            "legal—illegal",
            "  legal  /  illegal ",
            "legal-illegal",
            "legal vs illegal",
            "legal | illegal",
        ],
    )
    def test_two_poles_may_be_parted_in_several_ways(self, line: str) -> None:
        assert read_axes(line) == [Axis("legal", "illegal")]

    def test_a_hyphen_inside_a_pole_stays(self) -> None:
        assert read_axes("left-wing – right-wing") == [Axis("left-wing", "right-wing")]

    def test_one_axis_a_line_and_none_twice(self) -> None:
        given = "peace – war\n\nlegal – illegal\npeace – war"
        assert [axis.name for axis in read_axes(given)] == ["peace – war", "legal – illegal"]
        assert read_axes(" \n") == []

    @pytest.mark.parametrize(
        ("line", "said"),
        [
            ("legal", "one pole"),
            ("legal, illegal", "one pole"),
            ("a – b – c", "3 poles"),
            ("legal – ", "pole"),
            ("legal – ?", "empty pole"),
            ("legal – Legal", "same pole twice"),
            (f"legal – {'x' * 90}", "too long"),
        ],
    )
    def test_bad_input_is_told_with_its_line(self, line: str, said: str) -> None:
        with pytest.raises(ValueError, match=rf"(?i)line 2.*{said}|{said}.*line 2"):
            read_axes(f"peace – war\n{line}")

    def test_too_many_axes_are_refused(self) -> None:
        with pytest.raises(ValueError, match="7 axes"):
            read_axes("\n".join(f"a{i} – b{i}" for i in range(7)))

    def test_an_axis_points_from_its_left_pole_to_its_right(self, bag: BagOfWords) -> None:
        axis = axis_directions([Axis("winter", "summer")], bag)["winter – summer"]
        winter, summer = bag.encode(["winter", "summer"])
        assert axis @ summer == pytest.approx(0.5**0.5)
        assert axis @ winter == pytest.approx(-(0.5**0.5))

    def test_swapping_the_poles_turns_the_axis(self, bag: BagOfWords) -> None:
        one, other = axis_directions([Axis("winter", "summer"), Axis("summer", "winter")], bag).values()
        assert one == pytest.approx(-other)

    def test_poles_that_the_model_cannot_tell_apart_are_refused(self, bag: BagOfWords) -> None:
        with pytest.raises(ValueError, match=r"cannot tell “foo” from “bar”"):
            axis_directions([Axis("foo", "bar")], bag)


class TestChance:
    def test_random_axes_come_from_the_texts_alone(self) -> None:
        texts = [passage("a", "Bell", "The bridge closed in winter."), passage("b", "Post", "Engineers found cracks.")]
        axes = random_axes(texts, 20)
        assert axes == random_axes(texts[::-1], 20)
        assert {pole for axis in axes for pole in (axis.left, axis.right)} <= {
            "bridge",
            "closed",
            "winter",
            "engineers",
            "found",
            "cracks",
        }

    def test_texts_with_one_word_give_none(self, bag: BagOfWords) -> None:
        assert random_directions([passage("a", "Bell", "bridge")], bag) == {}

    def test_an_axis_is_told_apart_only_beyond_random_ones(self) -> None:
        here = told("Bell", 12) + told("Post", 12)
        vectors = {p.id: at(10 if p.source == "Bell" else 80) + np.float32(p.index / 1000) for p in here}
        elsewhere = (sentence_table(told("Other", 2)), {"Other0": at(0), "Other1": at(45)})
        plain = explore(here, vectors, DIRECTIONS, elsewhere)
        assert set(plain.sources["verdict"]) == {"differs"}
        # Every random axis here sets the two as far apart as the one asked for.
        alike = {f"r{i}": EAST if i % 2 else -EAST for i in range(40)}
        strict = explore(here, vectors, DIRECTIONS, elsewhere, random=alike)
        assert set(strict.sources["verdict"]) == {"cannot be told apart"}
        assert strict.sources["p_axes"].min() > 0.9
        across = {f"r{i}": at(45 + i / 10)[0] for i in range(40)}  # on these the two stand almost together
        assert set(explore(here, vectors, DIRECTIONS, elsewhere, random=across).sources["verdict"]) == {"differs"}


def test_a_sentence_stands_closest_to_its_frame_with_the_real_model(encoder) -> None:  # type: ignore[no-untyped-def]
    directions = frame_directions(load_frames("policy"), encoder)
    asked = "The court struck the rule down as unconstitutional."
    cosines = encoder.encode([asked])[0] @ np.array(list(directions.values())).T
    assert list(directions)[int(cosines.argmax())] == "Legality, constitutionality, jurisdiction"


def test_tables_keep_the_frames_names() -> None:
    elsewhere = (sentence_table(told("Other", 2)), {"Other0": at(0), "Other1": at(90)})
    here = told("Bell", 2) + told("Post", 2)
    found = explore(here, {p.id: at(45) for p in here}, {"east": EAST, "north": at(90)[0]}, elsewhere)
    assert all(
        isinstance(t, pd.DataFrame) and set(t["frame"]) == {"east", "north"} for t in (found.sources, found.event)
    )
    assert (found.sources["gap"].abs() < 1e-6).all()
