"""The examples of failure on the page Methods are real: what stands there is what the measures say."""

from __future__ import annotations

import numpy as np
import pytest

from framing.embed import TransformerEncoder
from framing.measure import INSTRUMENTS, scores
from framing.measure.frames import axis_directions, frame_directions, load_frames, read_axes
from framing.measure.toward import Toward, toward
from framing.measure.voice import quoted_share, speech
from framing.records import Passage
from framing.resources import load_json
from framing.segment import sentences

CARDS = load_json("methods", "cards.json")
SIGNS = {"hostile": -1, "favourable": 1, "negative": -1, "positive": 1, "hedged": -1, "certain": 1, "doubting": -1}
EXAMPLES = [(i.name, sentence, verdict) for i in INSTRUMENTS.values() for sentence, verdict in i.fails]


@pytest.mark.parametrize(("instrument", "sentence", "verdict"), EXAMPLES)
def test_an_instrument_says_what_its_card_says(
    encoder: TransformerEncoder, instrument: str, sentence: str, verdict: str
) -> None:
    score = scores([sentence], encoder.encode([sentence]))[instrument][0]
    word = verdict.split()[0].strip(",;:")
    if word in ("loaded", "plain"):
        assert (score > 0.5) == (word == "loaded")
    elif word == "neutral":
        assert abs(score) < 0.05
    else:
        assert np.sign(score) == SIGNS.get(word, 1)


@pytest.mark.parametrize(("sentence", "verdict"), CARDS["tone"][0]["fails"])
def test_whose_words_they_are_is_told_as_its_card_says(sentence: str, verdict: str) -> None:
    passage = Passage("p", "a", "Bell", 0, "body", sentence, sentences(sentence))
    spans = speech([passage])["p"]
    share = quoted_share(sentence, 0, len(sentence), spans)
    assert (share == 0) == verdict.startswith("the outlet's own voice")
    assert not spans or spans[-1].end == len(sentence)


@pytest.mark.parametrize(("sentence", "verdict"), CARDS["actors"][0]["fails"])
def test_tone_towards_an_actor_says_what_its_card_says(
    encoder: TransformerEncoder, sentence: str, verdict: str
) -> None:
    start = sentence.index("Ann Lee")
    table = toward([Toward(sentence, start, start + len("Ann Lee"))], encoder)
    assert table is not None
    assert np.sign(table["score"][0]) == SIGNS[verdict.split()[0].strip(":")]


@pytest.mark.parametrize(("sentence", "verdict"), CARDS["frames"][0]["fails"])
def test_a_frame_says_what_its_card_says(encoder: TransformerEncoder, sentence: str, verdict: str) -> None:
    directions = frame_directions(load_frames("policy"), encoder)
    cosines = encoder.encode([sentence])[0] @ np.array(list(directions.values())).T
    assert verdict.startswith(f"closest to {list(directions)[int(cosines.argmax())]},")


def test_an_axis_does_not_hear_not(encoder: TransformerEncoder) -> None:
    (axis,) = axis_directions(read_axes("legal – illegal"), encoder).values()
    lawful, illegal, not_illegal = (
        encoder.encode(["The sale was lawful.", "The sale was illegal.", "The sale was not illegal."]) @ axis
    )
    assert illegal - not_illegal < 0.2 * (illegal - lawful)
