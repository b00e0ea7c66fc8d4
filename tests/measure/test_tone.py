import numpy as np
import pytest

from framing.measure import INSTRUMENTS, explain, tone
from framing.measure.features import certainty, loaded_words, vader
from framing.measure.probe import Probe
from framing.measure.quadratic import fit_quadratic, out_of_fold
from framing.measure.tone import COLUMNS
from framing.records import Passage
from framing.segment import sentences
from tests.bag_of_words import BagOfWords


def passage(text: str, index: int = 0, source: str = "Bell") -> Passage:
    return Passage(f"{source}{index}", source, source, index, "body", text, sentences(text))


def test_one_row_a_sentence_and_instrument_in_the_order_of_the_instruments() -> None:
    told = passage("“Stop it now,” he said. Rain fell.")
    table = tone([told], {told.id: np.zeros((2, 3), dtype=np.float32)})
    assert list(table.columns) == COLUMNS
    assert list(table["instrument"].unique()) == ["vader", "vader_neutral", "loaded", "certainty", "attribution"]
    first, second = table[table["instrument"] == "vader"].to_dict("records")
    assert (first["start"], first["end"], first["words"], first["voice"]) == (0, 23, 5, "mixed")
    assert (second["start"], second["end"], second["words"], second["voice"]) == (24, 34, 2, "own")
    assert first["quoted"] == pytest.approx(0.6)


def test_probes_are_silent_about_vectors_of_another_model(bag: BagOfWords) -> None:
    told = passage("Rain fell.")
    assert "rated" not in set(tone([told], {told.id: bag.encode(["Rain fell."])})["instrument"])


def test_an_empty_event_has_an_empty_table() -> None:
    assert tone([], {}).empty


@pytest.mark.parametrize(
    ("plain", "hot"),
    [
        ("The senator criticised the plan.", "The spineless senator slammed the ludicrous plan."),
        ("A crowd entered the town hall.", "A mob swarmed the town hall."),
    ],
)
def test_loaded_words_tell_hot_from_plain(plain: str, hot: str) -> None:
    assert loaded_words(plain) == 0.0
    assert loaded_words(hot) > 0.5


def test_certainty_is_boosters_less_hedges() -> None:
    # clearly scores 1: 1 / sqrt(1 + 2); perhaps scores -1; together they cancel.
    assert certainty("He clearly knew.") == pytest.approx(1 / 3**0.5)
    assert certainty("Perhaps he knew.") == pytest.approx(-1 / 3**0.5)
    assert certainty("Perhaps he clearly knew.") == 0.0


def test_topic_words_carry_no_valence_once_neutralised() -> None:
    text = "The party approved the security bill after the war."
    assert vader(text)[0] != 0.0
    assert vader(text, neutral=True)[0] == 0.0
    assert vader("A terrible plan.", neutral=True)[0] < 0.0


def test_every_instrument_says_what_it_is() -> None:
    assert next(iter(INSTRUMENTS)) == "rated"
    for instrument in INSTRUMENTS.values():
        assert instrument.low < instrument.high
        assert "…" in instrument.direction
        assert instrument.source
        assert instrument.measures
        assert all(sentence.endswith(".") and why for sentence, why in instrument.fails)


def test_words_behind_a_lexicon_score() -> None:
    assert explain("Perhaps he clearly knew.", "certainty") == [(0, 7, "Perhaps", -1.0), (11, 18, "clearly", 1.0)]


def test_words_behind_vader_are_what_changes_when_they_are_left_out() -> None:
    text = "A wonderful day."
    assert explain(text, "vader") == [(2, 11, "wonderful", pytest.approx(vader(text)[0]))]


def test_an_unknown_instrument_is_named() -> None:
    with pytest.raises(ValueError, match="'mood'"):
        explain("Rain fell.", "mood")


def test_a_probe_is_its_formula() -> None:
    probe = Probe(0.5, np.array([1.0, 0.0]), np.array([[0.0, 2.0]]), np.array([3.0]), {"f": 10.0}, -4, 4, False)
    # 0.5 + 0.1 + 3 * (2 * 0.2)² + 10 * 0.1
    score = probe.score(np.array([[0.1, 0.2]], dtype=np.float32), {"f": np.array([0.1])})
    assert score == pytest.approx([0.5 + 0.1 + 0.48 + 1.0])
    assert probe.score(np.array([[9.0, 0.0]], dtype=np.float32), {"f": np.array([0.0])}) == pytest.approx([4.0])


def test_a_quadratic_form_is_found_again() -> None:
    rows = np.random.default_rng(0).normal(size=(200, 3))
    target = 1.0 + rows[:, 0] + 0.5 * rows[:, 1] ** 2
    fitted = fit_quadratic(rows, target, curve=1.0, ridge=1e-3, rank=3)
    assert np.corrcoef(fitted(rows), target)[0, 1] > 0.98


def test_out_of_fold_never_predicts_what_it_was_fitted_on() -> None:
    groups = ["a", "a", "b", "b", "c", "c"]
    seen: list[tuple[set[str], set[str]]] = []

    def fit(train):  # type: ignore[no-untyped-def]
        def predict(test):  # type: ignore[no-untyped-def]
            seen.append(({groups[i] for i in train}, {groups[i] for i in test}))
            return np.zeros(len(test))

        return predict

    assert (out_of_fold(fit, groups, folds=3) == 0).all()
    assert all(not train & test for train, test in seen)


def test_rated_and_loaded_tone_with_the_real_model(encoder) -> None:  # type: ignore[no-untyped-def]
    told = passage(
        "The generous doctors saved every child. The vile thugs brought misery and ruin to the helpless town."
    )
    table = tone([told], {told.id: encoder.encode([s.text for s in told.sentences])})
    warm, cold = table[table["instrument"] == "rated"]["score"]
    assert warm > 0 > cold
    plain, hot = table[table["instrument"] == "loaded"]["score"]
    assert plain < hot
    words = {word: value for _, _, word, value in explain("A wonderful plan was ruined.", "rated", encoder)}
    assert words["ruined"] < 0 < words["wonderful"]


def test_a_few_quoted_words_do_not_load_a_sentence() -> None:
    assert loaded_words("The senator called the whole long inquiry a “witch hunt” on Monday.") == 0.0
    assert loaded_words("The senator faces a witch hunt.") > 0.5


@pytest.mark.parametrize("text", ["May was wet.", "MAY DAY WAS WET", "A WET DAY IN MAY", "2 MAY WAS WET", "MAY 2024"])
def test_the_month_is_no_hedge(text: str) -> None:
    assert certainty(text) == 0.0


@pytest.mark.parametrize("text", ["It may be wet.", "IT MAY BE WET", "THE BAN MAY FALL"])
def test_the_hedge_is_one(text: str) -> None:
    assert certainty(text) < 0
