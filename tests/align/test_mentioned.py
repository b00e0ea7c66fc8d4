import re

import pytest
from scipy.sparse import csr_array

from framing import mentions
from framing.align.mentioned import mentioned, names_by_sentence, sentence_of
from framing.align.tallies import figures, names, words
from framing.examples import example_passages
from framing.records import Passage, Sentence
from framing.segment import sentences


def passage(text: str) -> Passage:
    return Passage(text[:20], "a", "A", 0, "body", text, sentences(text))


def alone(text: str) -> Passage:
    return Passage(text[:20], "a", "A", 0, "body", text, (Sentence(text, 0),))


@pytest.fixture(scope="module")
def examples() -> list[Passage]:
    return [p for p in example_passages() if p.aligned]


def test_a_passage_read_once_tells_of_each_sentence_what_the_sentence_alone_does(examples):
    for p in examples:
        whole = mentioned(p.text)
        places = sentence_of(p, whole.starts)
        for number, (sentence, named) in enumerate(zip(p.sentences, names_by_sentence(p), strict=True)):
            own = mentioned(sentence.text)
            assert [stem for stem, place in zip(whole.stems, places, strict=True) if place == number] == own.stems
            assert [name.norm for name in named] == [name.norm for name in own.names]


@pytest.mark.parametrize("count", [words, names, figures])
def test_rows_of_sentences_are_those_of_the_sentences_as_passages(examples, count):
    """Columns differ, their sums by text do not."""
    some = examples[:40]
    single = [alone(s.text) for p in some for s in p.sentences]
    table: csr_array = count(some)[0]
    assert table[len(some) :].sum(axis=1).tolist() == count(single)[0][: len(single)].sum(axis=1).tolist()


def test_a_name_that_opens_one_sentence_counts_there_only_where_that_sentence_names_it_again():
    text = "Marlow went home. A friend of Marlow stayed."
    assert [name.norm for name in mentioned(text).names] == ["marlow", "marlow"]
    assert [[name.norm for name in named] for named in names_by_sentence(passage(text))] == [[], ["marlow"]]


def test_a_figure_is_looked_for_wherever_one_can_begin(examples):
    """The letters that are looked at first leave out no figure: without them the same ones are found."""
    slow = re.compile(mentions._FIGURE.pattern.replace(f"(?={mentions._BEGINS})", ""), re.VERBOSE)
    spelled = [*mentions._UNITS, *mentions._TENS, *mentions._SCALES, "an hour", "half a million", "a dozen"]
    dates = [*(f"{m} 5" for m in mentions._MONTHS), "HK$5", "NZ$ 4", "€3", "Tuesday", "at 2.30", "2024-05-06"]
    texts = [f"There {w.title()} were {w}" for w in [*spelled, *dates]] + [p.text for p in examples]
    assert slow.pattern != mentions._FIGURE.pattern
    for text in texts:
        assert [m.span() for m in mentions._FIGURE.finditer(text)] == [m.span() for m in slow.finditer(text)]
