"""Actors of an event: which names and descriptions are found, what kind they are, and who is the same."""

import random

import pytest

from framing.measure.actors import Actor, actors, shared_actors
from framing.records import Passage
from framing.segment import sentences


def passage(source: str, index: int, text: str, kind: str = "body") -> Passage:
    return Passage(f"{source}{index}", source, source, index, kind, text, sentences(text))


def told(*texts: str) -> list[Passage]:
    """Return one article, a passage a text."""
    return [passage("Bell", i, text) for i, text in enumerate(texts)]


def said(found: tuple[Actor, ...]) -> dict[str, list[str]]:
    return {actor.name: [m.text for m in actor.mentions] for actor in found}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("On Friday Mayor Ann Lee spoke.", ["Ann Lee"]),
        ("They met Dr. J. K. Rowe, Prof. Ortiz and Ms. O'Neil.", ["J. K. Rowe", "Ortiz", "O'Neil"]),
        ("It was Lee's plan and James’ idea.", ["Lee", "James"]),
        ("The Ministry of Health and the Bank of Eire paid.", ["Ministry of Health", "Bank of Eire"]),
        ("The Dock and Transport Union met Marks & Ellis Ltd.", ["Dock and Transport Union", "Marks & Ellis Ltd."]),
        ("The Campaign for Cleaner Rivers won.", ["Campaign for Cleaner Rivers"]),
        ("The Ministry for Food, Ports and Rural Affairs knew.", ["Ministry for Food, Ports and Rural Affairs"]),
        ("Lee of Ardmere met Roth of the University of Hull.", ["Lee", "Ardmere", "Roth", "University of Hull"]),
        ("Yesterday Ann Lee left. But residents stayed.", ["Ann Lee"]),
        ("Residents left. Volunteers came in March.", []),
        ("Moreover, Ann Lee left. Furthermore, it rained.", ["Ann Lee"]),
        ("Russian-speaking residents met War-scarred villagers.", []),
        ("Storm-battered Corvane Estates met the Leeds-backed firm.", ["Corvane Estates", "Leeds"]),
        ("Agriculture was hit and Interior agreed. Wheat fell.", []),
        ("Co-Chairwoman Ann Wagner left. Wagner spoke.", ["Ann Wagner", "Wagner"]),
        ("It IS over.", []),
        ("They met Ursula van der Berg and Idris al-Rashid.", ["Ursula van der Berg", "Idris al-Rashid"]),
        ("French ministers and the British Medical Association met.", ["British Medical Association"]),
        ("Health Secretary Tom Ray met White House Press Secretary Jo Hill.", ["Tom Ray", "White House", "Jo Hill"]),
        ("The ferry Aurora sank under the Clean Rivers Act.", []),
        ("She read “The Long Road Home” in Leeds.", ["Leeds"]),
        ("The Leeds-based firm sued St Mary's Hospital.", ["Leeds", "St Mary's Hospital"]),
        ("He lives in Portland, Ore. Kim does not.", ["Portland", "Ore.", "Kim"]),
        ("Secretary of State Mary Cole and Archbishop of York Ian Dale came.", ["Mary Cole", "York", "Ian Dale"]),
    ],
)  # fmt: skip
def test_names_are_found_whole(text: str, expected: list[str]) -> None:
    found = [(m.start, m.text) for actor in actors(told(text)) for m in actor.mentions if m.form == "name"]
    assert [name for _, name in sorted(found)] == expected


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("Mayor Ann Lee spoke.", {"Ann Lee": "person"}),
        ("Ann Wagner left. Wagner spoke.", {"Ann Wagner": "person"}),
        ("The Lorne administration left, and Lorne said it was over.", {"Lorne": "person"}),
        ("It was fought by IS fighters.", {"IS": "organisation"}),
        ("It rained in Varrick.", {"Varrick": "place"}),
        ("They drove from Moose Jaw to Saskatoon, Saskatchewan.", {"Saskatchewan": "place"}),
        ("Brightwater Coffee, which opened in 1990, closed.", {"Brightwater Coffee": "organisation"}),
        ("The firm Halden said it would pay.", {"Halden": "organisation"}),
        ("They walked down Mill Lane to Dugan's, a bar.", {"Mill Lane": "place"}),
        ("Downing Street denied it.", {"Downing Street": "organisation"}),
        ("SEATTLE — Nobody came.", {"Seattle": "place"}),
    ],
)
def test_kinds_follow_the_name_and_what_stands_around_it(text: str, kinds: dict[str, str]) -> None:
    found = {actor.name: actor.kind for actor in actors(told(text))}
    assert {name: found.get(name) for name in kinds} == kinds


@pytest.mark.parametrize(
    ("texts", "name", "expected"),
    [
        (["President Ann Lee spoke.", "Ms. Lee left, and Ann wept."], "Ann Lee", ["Ann Lee", "Lee", "Ann"]),
        (["Robert Hill spoke.", "Later Bob Hill left."], "Robert Hill", ["Robert Hill", "Bob Hill"]),
        (["Ann M. Lee spoke.", "Ann Lee left."], "Ann M. Lee", ["Ann M. Lee", "Ann Lee"]),
        (["Kim Jong-un spoke.", "Kim Jong Un left."], "Kim Jong Un", ["Kim Jong-un", "Kim Jong Un"]),
        (
            ["The Federal Ferry Agency spoke.", "The FFA left."],
            "Federal Ferry Agency",
            ["Federal Ferry Agency", "FFA"],
        ),
        (["The Groenfonds Eems (GFX) spoke.", "Later GFX left."], "Groenfonds Eems", ["Groenfonds Eems", "GFX", "GFX"]),
        (["Corvane Estates paid.", "Corvane left."], "Corvane Estates", ["Corvane Estates", "Corvane"]),
        (["The U.S. agreed.", "The United States left."], "United States", ["U.S.", "United States"]),
        (["Mayor Ann Lee spoke.", "Then the mayor left."], "Ann Lee", ["Ann Lee", "the mayor"]),
        (["The Ministry of Art paid.", "The ministry left."], "Ministry of Art", ["Ministry of Art", "The ministry"]),
        (["The singer Zefira, born Jo Tibbs, sang.", "Jo left."], "Jo Tibbs", ["Zefira", "Jo Tibbs", "Jo"]),
    ],
)  # fmt: skip
def test_later_mentions_join_the_full_name(texts: list[str], name: str, expected: list[str]) -> None:
    assert said(actors(told(*texts)))[name] == expected


def test_two_people_of_one_surname_are_kept_apart() -> None:
    found = said(
        actors(told("Raymond Stokes and his wife Carol Stokes spoke.", "Mrs. Stokes left. Mr. Stokes stayed."))
    )
    assert found == {"Raymond Stokes": ["Raymond Stokes", "Stokes"], "Carol Stokes": ["Carol Stokes", "Stokes"]}


def test_a_couple_is_an_actor_of_its_own() -> None:
    found = said(actors(told("Nora Okafor spoke. Mr. and Mrs. Okafor left. The Okafors are well.")))
    assert found == {"the Okafors": ["Okafor", "Okafors"], "Nora Okafor": ["Nora Okafor"]}


def test_a_given_name_shares_the_surname_that_follows() -> None:
    found = said(actors(told("When Joan and Wilfred Tyson came, Joan waved.")))
    assert found == {"Joan Tyson": ["Joan", "Joan"], "Wilfred Tyson": ["Wilfred Tyson"]}


@pytest.mark.parametrize(
    "text",
    [
        "The mayor left.",  # nobody was named
        "Mayor Ann Lee and Mayor Tom Ray spoke. The mayor left.",  # two could be meant
        "Mayor Ann Lee spoke. The mayor of Westport left.",  # another one
        "Mayor Ann Lee spoke. The mayor race goes on.",  # not a person
    ],
)
def test_a_description_counts_only_where_nobody_else_can_be_meant(text: str) -> None:
    assert [m.text for actor in actors(told(text)) for m in actor.mentions if m.form == "description"] == []


def test_names_in_a_headline_are_those_of_the_text() -> None:
    headline = passage("Bell", 0, "LEE QUITS OVER FERRY SALE", "headline")
    found = said(actors([headline, passage("Bell", 1, "Mayor Ann Lee resigned on Monday.")]))
    assert found == {"Ann Lee": ["LEE", "Ann Lee"]}


def test_the_order_of_import_changes_nothing() -> None:
    texts = [f"Mayor Ann Lee met Tom Ray in Varrick. Lee left the {word} Union." for word in ("Dock", "Port", "Ferry")]
    passages = [passage(source, 0, text) for source, text in zip("ABC", texts, strict=True)]
    shuffled = list(passages)
    random.Random(1).shuffle(shuffled)
    assert actors(shuffled) == actors(passages)


def test_spans_are_those_of_the_text_and_actors_have_names_of_their_own() -> None:
    passages = told("Washington slept. Denzel Washington spoke in Washington.", "Mr. Washington left for Ohio.")
    found = actors(passages)
    texts = {p.id: p.text for p in passages}
    assert all(texts[m.passage][m.start : m.end] == m.text for actor in found for m in actor.mentions)
    assert len({actor.name for actor in found}) == len(found)


def test_an_actor_that_one_source_alone_names_is_not_shared() -> None:
    passages = [passage("A", 0, "Ann Lee met Tom Ray. Lee left."), passage("B", 0, "Ann Lee spoke. Lee left.")]
    assert [a.name for a in shared_actors(actors(passages), passages, least=2)] == ["Ann Lee"]


def test_without_passages_there_is_nobody() -> None:
    assert actors([]) == ()
