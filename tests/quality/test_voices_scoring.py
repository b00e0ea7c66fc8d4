import pytest

from tests.quality.voices import figures

TEXT = "“We stop,” said Ann Lee of Corvane. Later she said that it was over."
DOCUMENT = {
    "id": "d",
    "speakers": {"Ann Lee": ["Ann Lee", "Lee"]},
    "paragraphs": [
        {
            "text": TEXT,
            "quotations": [
                {"start": 0, "end": 10, "type": "direct", "speaker": "Ann Lee"},
                {"start": TEXT.index("it was"), "end": len(TEXT) - 1, "type": "indirect", "speaker": "Ann Lee"},
            ],
        }
    ],
}


def test_what_is_found_and_rightly_attributed_counts_fully() -> None:
    assert figures([DOCUMENT]) == {
        "direct_f1": 1.0,
        "indirect_f1": 1.0,
        "direct_speaker": 1.0,
        "indirect_speaker": 1.0,
        "speaker": 1.0,
    }


def test_the_baseline_takes_the_nearest_name_and_finds_no_reported_clause() -> None:
    found = figures([DOCUMENT], baseline=True)
    assert (found["direct_f1"], found["indirect_f1"], found["speaker"]) == (1.0, 0.0, 1.0)


@pytest.mark.parametrize(
    ("start", "end", "f1"),
    [(1, 9, 1.0), (0, 5, 0.0)],  # the marks do not matter, the words do
)
def test_a_direct_span_is_right_when_its_words_are(start: int, end: int, f1: float) -> None:
    quotation = {"start": start, "end": end, "type": "direct", "speaker": "Ann Lee"}
    document = DOCUMENT | {"paragraphs": [{"text": TEXT, "quotations": [quotation]}]}
    assert figures([document])["direct_f1"] == f1


def test_somebody_else_is_wrong_and_a_title_is_not() -> None:
    assert figures([DOCUMENT | {"speakers": {"Ann Lee": ["Mrs Ann Lee"]}}])["speaker"] == 1.0
    wrong = [q | {"speaker": "Tom Brown"} for q in DOCUMENT["paragraphs"][0]["quotations"]]
    document = DOCUMENT | {"paragraphs": [{"text": TEXT, "quotations": wrong}]}
    assert figures([document])["speaker"] == 0.0
