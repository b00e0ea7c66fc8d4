import numpy as np

from framing.measure import actor_tone, actors, differences, shared_actors
from framing.measure.actor_tone import COLUMNS
from framing.measure.toward import CLASSES, Toward, toward
from framing.records import Passage
from framing.segment import sentences
from tests.bag_of_words import BagOfWords


def passage(source: str, index: int, text: str) -> Passage:
    return Passage(f"{source}{index}", source, source, index, "body", text, sentences(text))


TOLD = [
    passage("Bell", 0, "On Friday Mayor Ann Lee opened the bridge. Lee thanked the crew."),
    passage("Post", 0, "On Friday Ann Lee closed the school. Critics of Lee and of Tom Ray left."),
]


def test_the_name_is_masked_and_the_clause_cut() -> None:
    mention = Toward("The crew cheered, but Ann Lee left early; rain fell.", 22, 29)
    assert mention.masked == "The crew cheered, but this person left early; rain fell."
    assert mention.clause == " this person left early"


def test_another_model_has_nothing_to_say(bag: BagOfWords) -> None:
    table = actor_tone(actors(TOLD), TOLD, bag)
    assert table.empty
    assert list(table.columns) == COLUMNS


def test_tone_towards_somebody_with_the_real_model(encoder) -> None:  # type: ignore[no-untyped-def]
    warm, cold = "Ann Lee was praised for her great courage.", "Ann Lee was accused of lying and cheating."
    table = toward([Toward(warm, 0, 7), Toward(cold, 0, 7)], encoder)
    assert table is not None
    assert table["score"][0] > 0 > table["score"][1]
    assert np.allclose(table[list(CLASSES)].sum(axis=1), 1)
    rows = actor_tone(shared_actors(actors(TOLD), TOLD), TOLD, encoder)
    assert list(rows["mention"]) == ["Ann Lee", "Lee", "Ann Lee", "Lee"]
    assert rows["score"].between(-1, 1).all()
    compared = differences(rows.rename(columns={"actor": "instrument"}), [])
    assert list(compared["instrument"]) == ["Ann Lee"]
    assert compared["left_words"][0] == 2  # mentions
