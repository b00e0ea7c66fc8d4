from __future__ import annotations

import copy
import hashlib
from dataclasses import replace

import numpy as np
import pytest

import framing
from framing.embed import TransformerEncoder, load_encoder
from framing.export import project_bytes
from framing.export.environment import CODE, code_hashes, data_hashes, made_with
from framing.export.numbers import numbers
from framing.export.reasons import _TABLES, Made, causes, explained
from framing.export.tolerance import TOLERANCE
from framing.export.verify import KEYS, compared, verify
from framing.read.project import read_project
from tests.bag_of_words import BagOfWords
from tests.handmade import bell, post


class Nudged(BagOfWords):
    """An encoder whose numbers are of another type: every vector a little off."""

    def encode(self, texts):
        rows = super().encode(texts)
        rows = rows + np.float32(0.02) * np.roll(rows, 1, axis=1)
        return (rows / np.linalg.norm(rows, axis=1, keepdims=True)).astype(np.float32)


@pytest.fixture(scope="module")
def bridge():
    return framing.compare([bell(), post()], encoder=BagOfWords(), cut=0.3)


@pytest.fixture
def project(bridge):
    return read_project(project_bytes(bridge), "bridge.framing")


@pytest.fixture
def before(bridge):
    return copy.deepcopy(numbers(bridge))


MADE = Made({"name": "bag-of-words", "sha256": "0" * 64, "dtype": "float32"}, made_with())


def made(**parts):
    """Return what the numbers were made with, one value other: model, versions, data or machine."""
    model = {**MADE.model, **parts.pop("model", {})}
    return Made(model, {part: {**values, **parts.get(part, {})} for part, values in MADE.given.items()})


class TestSame:
    def test_computed_again_every_number_is_the_same(self, project):
        found = verify(project, BagOfWords())
        assert (found.changes, found.differs, found.same) == ((), (), True)
        assert found.counted > 200

    def test_the_example_with_the_real_model_gives_identical_numbers(self, encoder):
        event = framing.read.open_example("ferry-terminal")
        saved = framing.compare(event, encoder=encoder)
        project = read_project(project_bytes(saved), "ferry.framing")
        again = framing.compare(project.event, encoder=encoder, cut=project.cut)
        assert numbers(again) == dict(project.numbers)
        assert verify(project, encoder).changes == ()

    def test_a_difference_that_changes_nothing_is_told(self, before):
        found = compared(before, before, then=made(versions={"torch": "1.0"}), now=MADE, cut=0.3)
        assert found.same
        assert [text for text in found.differs if text.startswith("torch was version 1.0, and is ")] == list(
            found.differs
        )

    def test_rounding_is_no_change(self, before):
        after = copy.deepcopy(before)
        after["matches"]["probability"][0] += 1e-6
        assert compared(before, after, then=MADE, now=MADE, cut=0.3).changes == ()

    def test_a_file_without_texts_cannot_be_computed(self, bridge):
        shared = read_project(project_bytes(bridge, texts=False), "shared.framing")
        with pytest.raises(ValueError, match="holds no texts to compute from"):
            verify(shared, BagOfWords())


class TestChanged:
    def test_numbers_changed_by_hand_have_no_reason(self, project):
        forged = copy.deepcopy(dict(project.numbers))
        forged["tone"]["score"][0] += 0.5
        found = verify(replace(project, numbers=forged), BagOfWords())
        (change,) = found.changes
        assert (change.table, change.changed, change.why, found.same) == ("tone", 1, (), False)
        assert change.largest == pytest.approx(0.5)

    def test_rows_that_are_gone_or_new_are_counted(self, before):
        after = copy.deepcopy(before)
        for values in after["story_points"].values():
            values.pop()
        after["story_points"]["point"].append("0" * 10)
        after["story_points"]["passages"].append(["x"])
        (change,) = compared(before, after, then=MADE, now=MADE, cut=0.3).changes
        assert (change.table, change.gone, change.new, change.tolerable) == ("story_points", 1, 1, False)

    def test_another_judgement_of_a_gap_is_a_change(self, before):
        after = copy.deepcopy(before)
        after["differences"]["verdict"][0] = "differs"
        (change,) = compared(before, after, then=MADE, now=MADE, cut=0.3).changes
        assert change.largest == float("inf")

    @pytest.mark.parametrize(
        ("then", "table", "instrument", "reason"),
        [
            (made(versions={"framing": "0.0.1"}), "passages", "", "framing was version 0.0.1, and is "),
            (made(versions={"vadersentiment": "1"}), "tone", "vader", "vadersentiment was version 1"),
            (made(versions={"scipy": "1"}), "differences", "rated", "scipy was version 1"),
            (made(data={"models/match.json": "0" * 64}), "matches", "", "data/models/match.json is not the file"),
            (made(data={"lexicons/loaded.csv": "0" * 64}), "tone", "loaded", "data/lexicons/loaded.csv is not"),
            (
                made(model={"name": "mine", "sha256": "1" * 64}),
                "tone",
                "rated",
                "the model was mine (11111111), and is",
            ),
            (made(model={"dtype": "bfloat16"}), "matches", "", "vectors were computed in bfloat16, and are in float32"),
            (made(versions={"scipy": "1"}), "emphasis", "", "scipy was version 1"),
            (made(versions={"pandas": "1"}), "intervals", "", "pandas was version 1"),
            (made(versions={"numpy": "1"}), "omissions", "", "numpy was version 1"),
            (made(data={"lexicons/attribution.csv": "0" * 64}), "emphasis", "", "data/lexicons/attribution.csv is not"),
            (made(data={"code/align": "0" * 64}), "matches", "", "the program's own code (align) is not what it was"),
            (made(data={"code/measure": "0" * 64}), "tone", "vader", "the program's own code (measure) is not"),
            (made(machine={"processor": "riscv"}), "matches", "", "the type of processor was riscv, and is "),
        ],
    )
    def test_the_reason_is_named(self, then, table, instrument, reason):
        (why,) = explained(table, instrument, causes(then, MADE))
        assert why.startswith(reason)

    @pytest.mark.parametrize(
        ("then", "table", "instrument"),
        [
            (made(data={"lexicons/certainty.csv": "0" * 64}), "tone", "vader"),
            (made(data={"lexicons/certainty.csv": "0" * 64}), "matches", ""),
            (made(model={"sha256": "1" * 64}), "tone", "certainty"),
            (made(versions={"scipy": "1"}), "passages", ""),
            (made(data={"code/measure": "0" * 64}), "matches", ""),
        ],
    )
    def test_what_a_number_does_not_depend_on_is_no_reason(self, then, table, instrument):
        assert explained(table, instrument, causes(then, MADE)) == ()

    def test_another_model_changes_the_numbers_and_is_the_reason(self, project):
        found = verify(project, BagOfWords(words=("bridge", "council"), sha256="1" * 64))
        assert not found.same
        change = next(c for c in found.changes if c.table == "matches")
        assert change.why == ("the model was bag-of-words (00000000), and is bag-of-words (11111111) now",)


class TestTolerance:
    def test_another_type_of_number_may_move_a_probability_a_little(self, before):
        after = copy.deepcopy(before)
        after["matches"]["probability"][0] -= TOLERANCE["probability"] / 2
        then = made(model={"dtype": "bfloat16"})
        assert compared(before, after, then=then, now=MADE, cut=0.3).same
        assert not compared(before, after, then=MADE, now=MADE, cut=0.3).same
        after["matches"]["probability"][0] -= TOLERANCE["probability"]
        assert not compared(before, after, then=then, now=MADE, cut=0.3).same

    def test_a_match_may_come_or_go_only_near_the_cut(self, before):
        after = copy.deepcopy(before)
        for values in after["matches"].values():
            values.pop(0)
        then = made(machine={"processor": "another"})
        lost = before["matches"]["probability"][0]
        assert compared(before, after, then=then, now=MADE, cut=lost - 0.05).same
        assert not compared(before, after, then=then, now=MADE, cut=lost - 0.5).same

    @pytest.mark.parametrize(
        ("table", "column", "value", "near", "same"),
        [
            ("omissions", "probability", 0.2, {"probability": 0.14}, True),
            ("omissions", "probability", 0.3, {"probability": 0.14}, False),
            ("omissions", "nearest", "another", {"nearest": "one"}, True),
            ("omissions", "state", "perhaps told", {"probability": 0.08, "state": "not told"}, True),
            ("omissions", "state", "perhaps told", {"probability": 0.4, "state": "not told"}, False),
            ("omissions", "common", 0.2, {"common": 0.19}, False),
            ("matches", "relation", "same words", {"relation": "same facts"}, True),
            ("matches", "sentences", [0, 1], {"sentences": [0, 0]}, True),
            ("differences", "verdict", "differs", {"verdict": "cannot be told apart", "low": -0.01}, True),
            (
                "differences",
                "verdict",
                "differs",
                {"verdict": "cannot be told apart", "low": -0.5, "high": 0.5, "q": 0.9},
                False,
            ),
        ],
    )
    def test_words_may_change_where_the_number_they_follow_from_lies_at_its_threshold(
        self, before, table, column, value, near, same
    ):
        for name, put in near.items():
            before[table][name][0] = put
        after = copy.deepcopy(before)
        after[table][column][0] = value
        then = made(model={"dtype": "bfloat16"})
        found = compared(before, after, then=then, now=MADE, cut=0.3)
        assert (len(found.changes), found.same) == (1, same)
        assert not compared(before, after, then=MADE, now=MADE, cut=0.3).same

    def test_what_follows_from_a_match_at_the_cut_says_so(self, before):
        after = copy.deepcopy(before)
        for values in (*after["matches"].values(), *after["story_points"].values()):
            values.pop(0)
        then = made(machine={"processor": "another"})
        lost = before["matches"]["probability"][0]
        found = compared(before, after, then=then, now=MADE, cut=lost - 0.05)
        assert (found.same, found.crossed) == (False, True)
        (points,) = [c for c in found.changes if c.table == "story_points"]
        assert points.why[0] == "a match at the cut came or went; this follows from it"
        assert not compared(before, after, then=then, now=MADE, cut=lost - 0.5).crossed
        after["passages"]["words"][0] += 1
        assert not compared(before, after, then=then, now=MADE, cut=lost - 0.05).crossed

    @pytest.mark.usefixtures("encoder")
    def test_another_type_of_number_of_the_real_model_stays_within_the_tolerance(self):
        model = load_encoder()
        coarse = TransformerEncoder(model.name, model.sha256, model.place, "bfloat16")
        fine = TransformerEncoder(model.name, model.sha256, model.place, "float32")
        # Vectors of the examples are stored; those of other texts are computed in the encoder's own type.
        other = [
            replace(a, paragraphs=tuple(replace(p, text=f"{p.text} It was so.") for p in a.paragraphs))
            for a in framing.read.open_example("ferry-terminal").articles[:2]
        ]
        saved = framing.compare(other, encoder=coarse)
        found = verify(read_project(project_bytes(saved), "ferry.framing"), fine)
        changed = {change.table: change.changed for change in found.changes}
        assert changed["matches"] > 20
        assert (found.same, found.crossed) == (True, False)

    def test_the_encoder_s_own_type_of_number_is_held_against_the_file_s(self, project):
        found = verify(replace(project, model={**project.model, "dtype": "bfloat16"}), Nudged())
        (differs,) = found.differs
        assert differs.startswith("vectors were computed in bfloat16, and are in float32 now (FRAMING_DTYPE=bfloat16 ")


def test_every_table_says_what_it_depends_on():
    assert set(_TABLES) == set(KEYS)


def test_a_file_saved_before_code_was_recorded_gives_no_cause():
    data = {name: value for name, value in MADE.given["data"].items() if not name.startswith("code/")}
    assert causes(Made(MADE.model, {**MADE.given, "data": data}), MADE) == ()


def test_every_part_of_the_code_has_files_of_its_own():
    empty = hashlib.sha256().hexdigest()
    assert set(code_hashes()) == {f"code/{part}" for part in CODE}
    assert len(set(code_hashes().values()) - {empty}) == len(CODE)


def test_every_fitted_file_and_word_list_is_hashed():
    assert {"models/match.json", "models/tone_rated.json", "lexicons/certainty.csv"} <= set(data_hashes())
    assert all(len(value) == 64 for value in data_hashes().values())
