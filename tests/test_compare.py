from __future__ import annotations

import json
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import framing
from framing.align import judge
from framing.compare import conclude, prepare
from framing.comparison import labels_of
from framing.export import to_json
from framing.read import event_to_json, open_example
from framing.records import Event
from tests.bag_of_words import BagOfWords
from tests.handmade import BELL, NOON, POST, article, bell, post

FERRY = article(
    "Quill",
    "Repairs will cost nine million crowns, the council said.",
    "The ferry brought children to school in the storm.",
    "Swimmers love the river in summer.",
    title="Nine million",
)
ARTICLES = [bell(), post(), FERRY, article("Bell", *POST[::-1], title="More on the bridge", published="2025-10-15")]


def compared(articles, **options):
    return framing.compare(articles, encoder=BagOfWords(), **options)


@pytest.fixture(scope="module")
def forth():
    """The comparison file of the hand-made articles in the order above."""
    return json.dumps(to_json(compared(ARTICLES, cut=0.3)))


class TestOrder:
    @given(st.permutations(ARTICLES))
    @settings(max_examples=8)
    def test_the_order_of_import_changes_nothing(self, forth, articles):
        assert json.dumps(to_json(compared(articles, cut=0.3))) == forth

    def test_the_order_of_an_example_s_articles_changes_nothing(self):
        event = open_example("reservoir-release")
        turned = replace(event, articles=event.articles[::-1])
        forth, back = (json.dumps(to_json(compared(e))) for e in (event, turned))
        assert forth == back


class TestTooFew:
    @pytest.mark.parametrize(
        ("articles", "message"),
        [
            ([], "A comparison needs at least two articles on one event; there is none. Add another."),
            ([bell()], "A comparison needs at least two articles on one event; there is only one. Add another."),
            (
                [bell(), bell()],
                "A comparison needs at least two articles on one event; there is only one. Add another.",
            ),
        ],
    )
    def test_a_sentence_says_what_is_missing(self, articles, message):
        with pytest.raises(ValueError, match="at least two") as caught:
            compared(articles)
        assert str(caught.value) == message

    @pytest.mark.parametrize("in_which", [str, Path])
    def test_a_file_that_stands_alone_is_one_source(self, tmp_path, in_which):
        path = tmp_path / "event.json"
        path.write_text(json.dumps(event_to_json(Event("Bridge", (bell(), post())))), encoding="utf-8")
        assert compared(in_which(path), cut=0.3).sources == ["Bell", "Post"]

    @pytest.mark.parametrize("alone", ["The bridge was closed.\n\nIt had cracks.", bell()])
    def test_a_text_or_an_article_that_stands_alone_is_one_article(self, alone):
        with pytest.raises(ValueError, match="there is only one"):
            compared(alone)

    def test_it_says_so_before_a_model_is_loaded(self, monkeypatch):
        module = sys.modules["framing.compare"]  # the name itself is the function's
        monkeypatch.setattr(module, "load_encoder", lambda _: pytest.fail("a model was loaded"))
        with pytest.raises(ValueError, match="there is only one"):
            framing.compare([bell()])


class TestLabels:
    def test_an_outlet_with_two_articles_is_numbered_by_date(self):
        late = article("Bell", "Late.", published="2025-10-16")
        early = article("Bell", "Early.", published="2025-10-14")
        assert labels_of([late, post(), early]) == {late.id: "Bell (2)", early.id: "Bell (1)", post().id: "Post"}

    def test_without_dates_the_numbers_do_not_depend_on_the_order(self):
        one, two = article("Bell", "One."), article("Bell", "Two.")
        assert labels_of([one, two]) == labels_of([two, one])

    def test_the_sources_of_a_comparison_carry_the_numbers(self):
        assert compared([*ARTICLES]).sources == ["Bell (1)", "Bell (2)", "Post", "Quill"]


class TestComparison:
    def test_passages_that_say_the_same_are_matched(self):
        comparison = compared([bell(), post()], cut=0.3)
        text = {p.id: p.text for p in comparison.passages}
        pairs = {frozenset((text[m.left], text[m.right])) for m in comparison.alignment.matches}
        assert frozenset({BELL[1]}) in pairs
        assert frozenset({BELL[2], POST[2]}) not in pairs

    def test_matches_are_a_table_of_readable_rows(self):
        matches = compared([bell(), post()], cut=0.3).matches
        assert list(matches.columns) == [
            "left",
            "right",
            "left_source",
            "right_source",
            "probability",
            "relation",
            "reasons",
        ]
        assert {frozenset((r.left_source, r.right_source)) for r in matches.itertuples()} == {
            frozenset({"Bell", "Post"})
        }
        assert matches["probability"].between(0.3, 1).all()

    def test_what_one_source_alone_tells_stands_in_no_story_point(self):
        comparison = compared([bell(), post()], cut=0.3)
        joined = {id for point in comparison.points for id in point.passages}
        assert {p.text for p in comparison.alone} >= {BELL[2], POST[2]}
        assert not joined & {p.id for p in comparison.alone}
        assert all(p.id in joined for p in comparison.passages if p.aligned and p not in comparison.alone)

    def test_at_a_cut_of_1_nothing_matches(self):
        comparison = compared([bell(), article("Post", "Swimmers love the river in summer.")], cut=1.0)
        assert (comparison.points, comparison.matches.empty, comparison.cut) == ((), True, 1.0)

    def test_the_same_text_under_two_names_has_no_gap_anywhere(self):
        comparison = compared([bell(), replace(bell(), source="Post")], cut=0.3)
        assert len(comparison.points) >= 2
        assert comparison.differences["gap"].abs().max() == pytest.approx(0, abs=1e-12)
        assert not (comparison.differences["verdict"] == "differs").any()

    def test_a_paragraph_put_back_is_a_passage_again(self):
        furnished = article("Bell", *BELL, "Share")
        event = Event("A bridge", (furnished, post()), restored=frozenset({(furnished.id, 3)}))
        assert "Share" in {p.text for p in compared(event).passages}

    def test_an_article_of_which_nothing_stays_does_no_harm(self):
        nothing = article("Empty", "Share", "Advertisement")
        comparison = compared([bell(), post(), nothing])
        assert [len(a.removed) for a in comparison.articles] == [0, 2, 0]
        assert not (comparison.emphasis["source"] == "Empty").any()

    def test_an_article_whose_paragraphs_are_empty_does_no_harm(self):
        assert compared([bell(), article("Post", "", POST[0], " ")]).sources == ["Bell", "Post"]

    def test_the_model_is_named(self):
        model = compared([bell(), post()]).model
        assert (model.name, model.sha256) == ("bag-of-words", "0" * 64)

    def test_progress_runs_from_0_to_1(self):
        told = []
        compared([bell(), post()], progress=lambda share, doing: told.append((share, doing)))
        shares = [share for share, _ in told]
        assert shares == sorted(shares)
        assert (told[0], told[-1]) == ((0.0, "Reading sentence 1 of 7"), (1.0, "Done"))


class TestJudgements:
    def passage(self, prepared, source, text):
        return next(p.id for p in prepared.passages if p.source == source and p.text == text)

    def test_what_a_person_confirms_is_a_match_and_what_they_reject_is_none(self):
        prepared = prepare(Event("A bridge", (bell(), post())), encoder=BagOfWords())
        alone = [self.passage(prepared, "Bell", BELL[2]), self.passage(prepared, "Post", POST[2])]
        same = [self.passage(prepared, "Bell", BELL[1]), self.passage(prepared, "Post", POST[1])]
        before = conclude(prepared, cut=0.3)
        judgements = (
            judge(*alone, "same", coder="A", time=NOON),
            judge(*same, "different", coder="A", time=NOON),
        )
        after = conclude(prepared, cut=0.3, judgements=judgements)

        def joined(comparison, pair):
            return any(set(pair) <= set(p.passages) for p in comparison.points)

        assert (joined(before, alone), joined(before, same)) == (False, True)
        assert (joined(after, alone), joined(after, same)) == (True, False)
        assert after.judgements == judgements

    def test_the_event_s_own_judgements_hold_without_others(self):
        prepared = prepare(Event("A bridge", (bell(), post())), encoder=BagOfWords())
        pair = [self.passage(prepared, "Bell", BELL[2]), self.passage(prepared, "Post", POST[2])]
        judgement = judge(*pair, "same", coder="A", time=NOON)
        judged = replace(prepared, event=replace(prepared.event, judgements=(judgement,)))
        assert conclude(judged).judgements == (judgement,)
        assert conclude(judged, judgements=()).judgements == ()


@pytest.mark.model
def test_the_two_articles_that_the_project_began_from_share_story_points(putin_offer, encoder):
    comparison = framing.compare([putin_offer], encoder=encoder)
    assert comparison.sources == ["Article 000", "Article 001"]
    assert len(comparison.points) >= 3
    assert len([p for p in comparison.passages if p.aligned]) == 9 + 9
