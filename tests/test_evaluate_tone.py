import pytest

from framing.evaluate_tone import evaluate_tone
from tests.bag_of_words import BagOfWords

TEXTS = ["A wonderful day.", "A terrible crime.", "Rain fell."]


def test_ratings_give_correlations(bag: BagOfWords) -> None:
    found = evaluate_tone(TEXTS, encoder=bag, instrument="vader", scores=[2.0, -2.0, 0.0])
    assert set(found) == {"pearson", "spearman"}
    assert found["spearman"] == pytest.approx(1.0)


def test_labels_give_area_and_f1(bag: BagOfWords) -> None:
    found = evaluate_tone(TEXTS, encoder=bag, instrument="vader", labels=[1, 0, 0])
    assert found == {"auc": 1.0, "macro_f1": 1.0}


@pytest.mark.parametrize(
    ("given", "message"),
    [
        ({"instrument": "mood", "scores": [1, 2, 3]}, "no instrument 'mood'"),
        ({"instrument": "vader"}, "either scores or labels"),
        ({"instrument": "vader", "scores": [1, 2]}, r"\(2\) must match number of texts \(3\)"),
        ({"instrument": "vader", "scores": [1, "x", 3]}, "must be numbers"),
        ({"instrument": "vader", "scores": [1, float("nan"), 3]}, "must be numbers"),
        ({"instrument": "vader", "scores": [1, 1, 1]}, "that differ"),
        ({"instrument": "vader", "labels": [1, 2, 1]}, "1 or 0"),
        ({"instrument": "rated", "scores": [1, 2, 3]}, "needs the model it was fitted on"),
    ],
)
def test_bad_input_is_refused_with_a_sentence(bag: BagOfWords, given: dict, message: str) -> None:  # type: ignore[type-arg]
    with pytest.raises(ValueError, match=message):
        evaluate_tone(TEXTS, encoder=bag, **given)


def test_an_instrument_that_finds_nothing_agrees_by_no_means(bag: BagOfWords) -> None:
    found = evaluate_tone(["One.", "Two.", "Three."], encoder=bag, instrument="vader", scores=[1, 2, 3])
    assert found == {"pearson": 0.0, "spearman": 0.0}
