import numpy as np
import pandas as pd
import pytest

from framing.measure.by_point import point_means
from framing.measure.in_voice import in_voice
from framing.measure.sides import sides
from framing.measure.tone import tone
from framing.records import Passage
from framing.segment import sentences

SHARES = pd.DataFrame({"quoted": [0.0, 0.19, 0.2, 0.5, 0.8, 0.81, 1.0]})
PLAIN = "The council met on Monday in the old town hall."
HOSTILE = "A vile and corrupt betrayal of the town went on for years."
MIXED = "The mayor said the plan was a disgraceful, corrupt and vile betrayal of the town."
QUOTED = "“It is a vile, corrupt and disgraceful plan for all of our town and its people,” she said."


def told(*texts: str) -> pd.DataFrame:
    """Return the tone table of a source with one passage a text."""
    passages = [Passage(f"p{i}", "a", "Bell", i, "body", text, sentences(text)) for i, text in enumerate(texts)]
    return tone(passages, {p.id: np.zeros((len(p.sentences), 3), dtype=np.float32) for p in passages})


@pytest.mark.parametrize(
    ("voice", "expected"),
    [
        (None, [0.0, 0.19, 0.2, 0.5, 0.8, 0.81, 1.0]),
        ("own", [0.0, 0.19]),
        ("mixed", [0.2, 0.5, 0.8]),
        ("quoted", [0.81, 1.0]),
    ],
)
def test_a_sentence_is_in_one_voice_or_mixes_both(voice, expected):
    assert list(in_voice(SHARES, voice)["quoted"]) == expected


def test_the_verb_that_reports_is_the_outlet_s_own_whatever_it_reports():
    rows = pd.concat([SHARES.assign(instrument=name) for name in ("attribution", "vader")])
    assert in_voice(rows, "own")["instrument"].value_counts().to_dict() == {"attribution": 7, "vader": 2}
    assert set(in_voice(rows, "quoted")["instrument"]) == {"vader"}


@pytest.mark.parametrize(
    ("texts", "voice", "same_as"),
    [
        ((PLAIN, MIXED), "own", (PLAIN,)),
        ((PLAIN, QUOTED), "own", (PLAIN,)),
        ((PLAIN, MIXED, QUOTED), "quoted", (QUOTED,)),
    ],
)
def test_what_others_say_does_not_move_the_own_voice_nor_a_mixed_sentence_either(texts, voice, same_as):
    found, expected = (point_means(told(*t), [], "vader", v).iloc[0] for t, v in ((texts, voice), (same_as, None)))
    assert (found["mean"], found["words"]) == (expected["mean"], expected["words"])


def test_a_sentence_in_the_own_voice_moves_it():
    plain, both = (point_means(told(*t), [], "vader", "own").iloc[0]["mean"] for t in ((PLAIN,), (PLAIN, HOSTILE)))
    assert plain == 0.0
    assert both < -0.4


@pytest.mark.parametrize(("voice", "words"), [(None, 37), ("own", 22), ("quoted", 0)])
def test_sides_and_means_count_the_same_words(voice, words):
    table = told(PLAIN, HOSTILE, MIXED)
    rows = table[table["instrument"] == "vader"]
    side = sides(rows, [], voice).get("Bell")
    means = point_means(table, [], "vader", voice)
    assert (side.words if side else 0) == means["words"].sum() == words
