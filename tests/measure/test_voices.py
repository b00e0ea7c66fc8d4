import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from framing.measure.actors import Actor, Mention
from framing.measure.voices import VOICE_COLUMNS, only_once, speaker_shares, verbs_used, voices
from framing.records import Passage
from framing.segment import sentences

NAMES = {
    "Ann Lee": ("person", ["Ann Lee", "Lee"]),
    "Tom Brown": ("person", ["Tom Brown", "Brown"]),
    "Corvane": ("organisation", ["Corvane"]),
}


def passages(*texts: str, source: str = "Bell") -> list[Passage]:
    return [Passage(f"{source}-{i}", source, source, i, "body", t, sentences(t)) for i, t in enumerate(texts)]


def actors(found: list[Passage]) -> list[Actor]:
    """Return the people of NAMES with every place where a text has one of their names."""
    made = []
    for name, (kind, written) in NAMES.items():
        mentions = {}
        for p in found:
            for form in written:
                start = p.text.find(form)
                while start >= 0:
                    if not any(m.passage == p.id and m.start <= start < m.end for m in mentions.values()):
                        mentions[p.id, start] = Mention(p.id, start, start + len(form), form, "name")
                    start = p.text.find(form, start + 1)
        made.append(Actor(name, kind, tuple(mentions[key] for key in sorted(mentions))))
    return made


def found(*texts: str) -> pd.DataFrame:
    pieces = passages(*texts)
    table = voices(pieces, actors(pieces))
    text = {p.id: p.text for p in pieces}
    said = [text[row.passage][row.start : row.end] for row in table.itertuples()]
    return table.assign(said=said)


def said(*texts: str) -> list[tuple[str, str, str]]:
    return [(row.said, row.speaker, row.verb) for row in found(*texts).itertuples()]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ann Lee said: “We stop.”", [("“We stop.”", "Ann Lee", "said")]),
        ("“We stop,” Ann Lee said.", [("“We stop,”", "Ann Lee", "said")]),
        ("“We stop,” said Ann Lee, the mayor.", [("“We stop,”", "Ann Lee", "said")]),
        ("“We stop,” said the mayor, Ann Lee.", [("“We stop,”", "Ann Lee", "said")]),
        ("“We,” Lee said, “stop.”", [("“We,”", "Ann Lee", "said"), ("“stop.”", "Ann Lee", "said")]),
        ("‘We stop,’ Ann Lee told the Courier.", [("‘We stop,’", "Ann Lee", "told")]),
        ("„We stop“, said Ann Lee.", [("„We stop“", "Ann Lee", "said")]),
        ("“Why now?” Ann Lee asked.", [("“Why now?”", "Ann Lee", "asked")]),
        ("Lee, who has run it since 1998, said: “We stop.”", [("“We stop.”", "Ann Lee", "said")]),
        ("Lee, 43, a baker from Sull, said: “We stop.”", [("“We stop.”", "Ann Lee", "said")]),
        ("“Lee must go,” said Tom Brown.", [("“Lee must go,”", "Tom Brown", "said")]),
        ("“We stop,” a statement from Corvane read.", [("“We stop,”", "Corvane", "read")]),
        ("“We stop,” a spokesman for Corvane said.", [("“We stop,”", "a spokesman for Corvane", "said")]),
        ("“We stop,” the agency quoted Ann Lee as saying.", [("“We stop,”", "Ann Lee", "saying")]),
        ("The plan was called “a gift to thieves” by Ann Lee.", [("“a gift to thieves”", "Ann Lee", "called")]),
        ("“We stop,” said Lee. “We never stop,” said Brown.", [
            ("“We stop,”", "Ann Lee", "said"),
            ("“We never stop,”", "Tom Brown", "said"),
        ]),
    ],
)  # fmt: skip
def test_who_speaks_in_quotation_marks(text: str, expected: list[tuple[str, str, str]]) -> None:
    assert said(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ann Lee said that it was over.", [("it was over", "Ann Lee", "said")]),
        ("It was over, Ann Lee said.", [("It was over", "Ann Lee", "said")]),
        ("It was over, said the mayor.", [("It was over", "the mayor", "said")]),
        ("According to Ann Lee, it was over.", [("it was over", "Ann Lee", "According to")]),
        ("It was over, according to a report.", [("It was over", "a report", "according to")]),
        ("Residents say they were not asked.", [("they were not asked", "residents", "say")]),
        ("It was late, she said, and it was over.", [
            ("It was late", "", "said"),
            ("and it was over", "", "said"),
        ]),
        ("Lee said it was late and that it was over.", [
            ("it was late", "Ann Lee", "said"),
            ("it was over", "Ann Lee", "said"),
        ]),
        ("Lee said that it was late and that it was over.", [
            ("it was late", "Ann Lee", "said"),
            ("it was over", "Ann Lee", "said"),
        ]),
        ("Lee said it was late, and Brown said it was over.", [
            ("it was late", "Ann Lee", "said"),
            ("it was over", "Tom Brown", "said"),
        ]),
        ("Staff were told that it was over.", [("it was over", "", "told")]),
        ("Lee thinks that it is over and hopes that it is.", []),
        ("Lee has not said whether it is over.", []),
        ("The house was built according to a plan.", []),
        ("The mayor sent a note to Ann Lee warning her that it was over.", [("it was over", "the mayor", "warning")]),
        ("It split experts in the United States, who point out that it is over.", [
            ("it is over", "experts in the United States", "point out"),
        ]),
        ("Rust is an old fault city engineers have said must be mended.", [
            ("must be mended", "city engineers", "said"),
        ]),
        ("Lee told the City Works Committee during her hearing last week it was over.", [
            ("it was over", "Ann Lee", "told"),
        ]),
        ("Lee suggested that the North and the South might agree.", [
            ("the North and the South might agree", "Ann Lee", "suggested"),
        ]),
        ("But Lee later played down the quarrel, saying it was over.", [("it was over", "Ann Lee", "saying")]),
        ("PORT HALL, Fla. — It was over, two people said.", [("It was over", "two people", "said")]),
        ("Lee told members she would not pay for “the school money” again.", [
            ("she would not pay for “the school money” again", "Ann Lee", "told"),
            ("“the school money”", "Ann Lee", "told"),
        ]),
        ("They built an app that enticed Corvane users to reveal “what they ate and when”.", [
            ("“what they ate and when”", "", "reveal"),
        ]),
    ],
)  # fmt: skip
def test_who_is_reported_to_have_spoken(text: str, expected: list[tuple[str, str, str]]) -> None:
    assert said(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The sign said “Keep off the grass, please” in red.",
        "The so-called “smart” bins are broken.",
        "The tree, which children call “Old Knuckles,” has fallen.",
        "The ‘express’ took two hours, according to nobody.",
    ],
)
def test_words_in_marks_that_nobody_says(text: str) -> None:
    assert "direct" not in set(found(text)["type"])


def test_a_pronoun_is_whoever_the_text_is_about_not_the_nearest_name() -> None:
    assert said("Ann Lee won the vote against Tom Brown. “We start,” she said.") == [("“We start,”", "Ann Lee", "said")]
    assert said("Ann Lee thanked the driver, Tom Brown. “We start,” he said.") == [("“We start,”", "Tom Brown", "said")]


def test_a_quotation_without_a_verb_goes_on_with_the_speaker() -> None:
    assert said("“We stop,” said Lee. “It is over.”", "“Go home.”")[1:] == [
        ("“It is over.”", "Ann Lee", ""),
        ("“Go home.”", "Ann Lee", ""),
    ]


def test_a_quotation_over_paragraphs_has_one_speaker_even_when_named_last() -> None:
    table = found("Tom Brown left.", "“We built it with our own hands.", "“And now it is over,” said Ann Lee.")
    assert list(table["speaker"]) == ["Ann Lee", "Ann Lee"]


def test_a_description_is_the_one_who_holds_the_office() -> None:
    assert said("Mayor Ann Lee left.", "“We stop,” the mayor said.") == [("“We stop,”", "Ann Lee", "said")]


def test_offsets_point_at_what_is_written() -> None:
    text = "It rained. “We stop,” Mayor Ann Lee said."
    (row,) = found(text).itertuples()
    assert text[row.called_start : row.called_start + len(row.called)] == row.called == "Mayor Ann Lee"
    assert text[row.verb_start : row.verb_start + len(row.verb)] == "said"
    assert (row.sentence, row.type, row.words) == (1, "direct", 2)


def test_words_in_marks_inside_a_reported_clause_are_counted_once() -> None:
    table = found("Ann Lee said the plan was “an insult” to all.")
    assert list(zip(table["type"], table["words"], strict=True)) == [("indirect", 5), ("direct", 2)]


def test_places() -> None:
    said_so = "“We stop,” said Lee."
    filler = "word " * 20
    headline = Passage("h", "Bell", "Bell", -1, "headline", "Lee says it is over", sentences("Lee says it is over"))
    pieces = [headline, *passages(said_so, filler, said_so, filler, said_so)]
    assert list(voices(pieces, actors(pieces))["place"]) == ["headline", "lead", "quarter 2", "quarter 4"]


def test_nobody_speaks() -> None:
    table = voices(passages("It rained."), [])
    assert table.empty
    assert list(table.columns) == VOICE_COLUMNS
    assert speaker_shares(table).empty
    assert verbs_used(table).empty


@given(st.permutations(range(4)))
def test_the_order_of_import_changes_nothing(order: list[int]) -> None:
    pieces = [
        *passages("Ann Lee left.", "“Go,” she said."),
        *passages("Tom Brown left.", "“No,” he said.", source="Post"),
    ]
    mixed = [pieces[i] for i in order]
    pd.testing.assert_frame_equal(voices(mixed, actors(pieces)), voices(pieces, actors(pieces)))


TWO = [
    *passages("“One two three,” said Lee.", "“One,” claimed Brown."),
    *passages("“One two,” said Lee.", "It was over, said Lee.", source="Post"),
]


def test_shares_of_quoted_words() -> None:
    shares = speaker_shares(voices(TWO, actors(TWO)))
    assert shares.to_dict("list") == {
        "source": ["Bell", "Bell", "Post"],
        "speaker": ["Ann Lee", "Tom Brown", "Ann Lee"],
        "words": [3, 1, 5],
        "share": [0.75, 0.25, 1.0],
        "statements": [1, 1, 2],
        "named": [True, True, True],
        "alone": [False, True, False],
    }
    assert list(only_once(shares)["speaker"]) == ["Tom Brown"]


def test_a_description_is_never_said_to_be_quoted_by_one_source_only() -> None:
    pieces = [*TWO, *passages("“Go,” two people said.", source="Mail")]
    shares = speaker_shares(voices(pieces, actors(pieces)), named=NAMES)
    rows = shares.set_index(["source", "speaker"])[["named", "alone"]]
    assert rows.loc[("Mail", "two people")].tolist() == [False, False]
    assert rows.loc[("Bell", "Tom Brown")].tolist() == [True, True]


@pytest.mark.parametrize(
    "text",
    [
        "Correction: Lee said that it was over.",
        "An earlier version of this article said that it was over.",
        "This story was corrected after Lee said that it was over.",
    ],
)
def test_a_notice_of_a_correction_is_nobodys_statement(text: str) -> None:
    assert said(text) == []


def test_verbs_and_their_stance() -> None:
    used = verbs_used(voices(TWO, actors(TWO)))
    rows = used[["source", "speaker", "verb", "statements", "score", "stance"]].values.tolist()
    assert rows == [
        ["Bell", "Ann Lee", "said", 1, 0.0, "neutral"],
        ["Bell", "Tom Brown", "claimed", 1, -1.0, "doubting"],
        ["Post", "Ann Lee", "said", 2, 0.0, "neutral"],
    ]


def test_the_same_text_gives_the_same_shares() -> None:
    one, other = passages("“Go,” said Lee."), passages("“Go,” said Lee.", source="Post")
    shares = speaker_shares(voices([*one, *other], actors([*one, *other])))
    assert shares["share"].tolist() == [1.0, 1.0]
    assert not shares["alone"].any()
