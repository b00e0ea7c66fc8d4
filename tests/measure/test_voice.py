import pytest

from framing.measure.reported import reported
from framing.measure.voice import own_words, quoted_share, speech, voice_of
from framing.quotation import quotations
from framing.records import Passage
from framing.segment import sentences


def passages(*texts: str) -> list[Passage]:
    return [Passage(str(i), "a", "Bell", i, "body", text, sentences(text)) for i, text in enumerate(texts)]


def quoted(*texts: str) -> list[list[str]]:
    found = passages(*texts)
    spoken = speech(found)
    return [[p.text[s.start : s.end] for s in spoken[p.id]] for p in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“Stop,” he said.", ["“Stop,”"]),
        ('"Stop," he said.', ['"Stop,"']),
        ("‘It’s over,’ he said.", ["‘It’s over,’"]),
        ("'I can't,' he said, 'and won't.'", ["'I can't,'", "'and won't.'"]),
        ("«Stop», he said.", ["«Stop»"]),
        ("„Halt“, he said.", ["„Halt“"]),
        ("“He said ‘no’ twice,” she said.", ["“He said ‘no’ twice,”"]),
        ("“He is my “friend”,” she said.", ["“He is my “friend”,”"]),
        ("The boys' mother and the '80s dogs' home.", []),
        ('It was 6\' 2" long and 4" wide.', []),
        ("Rock 'n' roll.", []),
        ('“We stop," Ann Lee said. She left at noon.', ['“We stop,"']),
        ('"We stop,” Ann Lee said. She left at noon.', ['"We stop,”']),
        ('“We stop," she said. “We never stop.”', ['“We stop,"', "“We never stop.”"]),
        ('"We stop,” she said. "We never stop."', ['"We stop,”', '"We never stop."']),
        ('“Do we stop?" she asked. "We do," he said.', ['“Do we stop?"', '"We do,"']),
        ('“He said "no," and then he left,” she said.', ['“He said "no," and then he left,”']),
        ('"He said “no,” and then he left," she said.', ['"He said “no,” and then he left,"']),
        ('“A plank 4" wide,” he said.', ['“A plank 4" wide,”']),
    ],
)
def test_quotation_marks_of_every_style(text: str, expected: list[str]) -> None:
    assert [text[s.start : s.end] for s in quotations(text)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The minister said that the bridge would open.", ["the bridge would open."]),
        ("The bridge will open, officials said on Monday.", ["The bridge will open"]),
        ("According to the mayor, the bridge is safe.", [" the bridge is safe."]),
        ("Residents say they were not asked.", ["they were not asked."]),
        ("The ministry denied the report.", []),
        ("The president insisted on a second vote.", []),
        ("The report would be ready in May.", []),
        ("The union claims it was told, while the firm is silent.", ["it was told"]),
    ],
)
def test_reported_clauses(text: str, expected: list[str]) -> None:
    assert [text[c.start : c.end] for c in reported(text)] == expected


def test_a_quotation_goes_on_over_paragraphs() -> None:
    first = "“We built it with our own hands."
    assert quoted(first, "“And now they close it,” she said.") == [[first], ["“And now they close it,”"]]


def test_scare_quotes_and_titles_are_the_outlets_own_words() -> None:
    assert quoted("The so-called “smart” bins are broken.", "Her novel, “The Glass Orchard,” sold well.") == [[], []]


def test_a_fragment_is_quoted_where_somebody_speaks() -> None:
    assert quoted("Critics called it “a gift” to builders.") == [["“a gift”"]]


def test_share_of_quoted_words() -> None:
    (passage,) = passages("“Stop it now,” he said.")
    share = quoted_share(passage.text, 0, len(passage.text), speech([passage])["0"])
    assert share == pytest.approx(3 / 5)
    assert [voice_of(x) for x in (0.0, 0.5, 1.0)] == ["own", "mixed", "quoted"]


def test_a_few_quoted_words_are_blanked_and_a_quotation_is_not() -> None:
    assert own_words("They called the whole inquiry a “hunt” again.") == "They called the whole inquiry a “ˣˣˣˣ” again."
    assert own_words("“It is a hunt,” he said.") == "“It is a hunt,” he said."


def test_what_the_author_believes_is_the_outlets_own() -> None:
    assert reported("I believe that the plan will fail.") == []
    assert reported("We think the plan will fail.") == []
