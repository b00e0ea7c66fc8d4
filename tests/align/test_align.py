"""Alignment on hand-made articles: the right lines match, whatever the order, and a person's word wins."""

from __future__ import annotations

import random
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from framing.align import Alignment, align, align_scored, default_cut, judge, merge, negative_control, score, split
from framing.embed import embed
from framing.records import Article, CleanArticle, Judgement, Paragraph, Passage, StoryPoint, Vectors
from framing.segment import segment
from tests.bag_of_words import BagOfWords

NOON = datetime(2025, 10, 14, 12, tzinfo=UTC)
BELL = (
    "The mayor closed the old bridge on Friday after engineers found cracks in two pillars.",
    "Repairs will cost nine million crowns, the council said.",
    "Shops near the market fear an empty winter.",
)
POST = (
    "Swimmers love the river in summer.",
    "Repairs to the bridge will cost the council nine million crowns.",
    "Engineers found cracks in two pillars, so the mayor closed the old bridge on Friday.",
)
LEDGER = (
    "Nine million crowns is what the council will pay for the repairs.",
    "The harbour expects a storm, and the ferry stays in port.",
    "The old bridge was closed by the mayor on Friday because engineers found cracks in two pillars.",
)
STRANGE = (
    "Firefighters rescued three children from a school roof.",
    "The orchestra opens its season with a symphony.",
    "A comet will pass the planet in autumn.",
)


def passages(*articles: tuple[str, tuple[str, ...]]) -> list[Passage]:
    found = []
    for source, texts in articles:
        raw = Article(source, tuple(Paragraph(text) for text in texts), title=f"{source} news")
        found += segment(CleanArticle(raw, raw.title, raw.paragraphs, ()))
    return found


def three() -> list[Passage]:
    return passages(("Bell", BELL), ("Post", POST), ("Ledger", LEDGER))


def vectors(found: list[Passage]) -> dict[str, Vectors]:
    return dict(embed(found, BagOfWords()))


def told(alignment: Alignment, found: list[Passage]) -> set[frozenset[str]]:
    """Return the story points as sets of "source index"."""
    name = {p.id: f"{p.source} {p.index}" for p in found}
    return {frozenset(name[id] for id in point.passages) for point in alignment.points}


BRIDGE = frozenset({"Bell 1", "Post 3", "Ledger 3"})
COST = frozenset({"Bell 2", "Post 2", "Ledger 1"})


class TestAlign:
    def test_what_all_three_tell_becomes_a_story_point_each(self):
        found = three()
        assert told(align(found, vectors(found)), found) == {BRIDGE, COST}

    def test_matches_reach_the_cut_and_are_sorted_by_ids(self):
        found = three()
        matches = align(found, vectors(found)).matches
        assert all(m.left < m.right and m.probability >= default_cut() for m in matches)
        assert list(matches) == sorted(matches, key=lambda m: (m.left, m.right))

    def test_headlines_take_no_part(self):
        found = three()
        headlines = {p.id for p in found if p.kind == "headline"}
        aligned = align(found, vectors(found), cut=0.0)
        assert not headlines & {id for m in aligned.matches for id in (m.left, m.right)}

    def test_passages_of_one_article_never_match(self):
        found = passages(("Bell", BELL + BELL[:1] + BELL[:1]), ("Post", STRANGE))
        assert align(found, vectors(found)).matches == ()

    @pytest.mark.parametrize("seed", range(20))
    def test_the_order_of_import_changes_nothing(self, seed):
        found = three()
        known = vectors(found)
        shuffled = random.Random(seed).sample(found, len(found))
        again = align(shuffled, {p.id: known[p.id] for p in shuffled})
        assert again == align(found, known)

    def test_the_same_article_under_two_names_matches_line_by_line_with_the_same_words(self):
        found = passages(("Bell", BELL), ("Echo", BELL))
        aligned = align(found, vectors(found))
        assert told(aligned, found) == {frozenset({f"Bell {i}", f"Echo {i}"}) for i in (1, 2, 3)}
        assert {m.relation for m in aligned.matches} == {"same words"}

    def test_another_event_matches_nothing(self):
        mine, strange = passages(("Bell", BELL), ("Post", POST)), passages(("Times", STRANGE))
        share = negative_control(mine, vectors(mine), [(strange, vectors(strange))], cut=default_cut())
        assert share == 0.0

    def test_an_article_with_itself_as_the_stranger_matches_everything(self):
        mine, strange = passages(("Bell", BELL)), passages(("Echo", BELL))
        assert negative_control(mine, vectors(mine), [(strange, vectors(strange))], cut=0.3) == 1.0


class TestJudgements:
    def judged(self, *pairs: tuple[str, str, str]) -> list[Judgement]:
        ids = {f"{p.source} {p.index}": p.id for p in three()}
        return [judge(ids[a], ids[b], verdict, coder="Ann", time=NOON) for a, b, verdict in pairs]

    def points(self, *pairs: tuple[str, str, str], cut: float | None = None) -> set[frozenset[str]]:
        found = three()
        scores = score(found, vectors(found))
        return told(align_scored(scores, cut=cut, judgements=self.judged(*pairs)), found)

    def test_same_joins_passages_that_share_nothing(self):
        assert frozenset({"Bell 3", "Post 1"}) in self.points(("Bell 3", "Post 1", "same"))

    def test_same_wins_over_the_highest_cut(self):
        assert self.points(("Bell 3", "Post 1", "same"), cut=1.0) == {frozenset({"Bell 3", "Post 1"})}

    def test_different_keeps_a_pair_out_of_one_point_though_a_third_passage_matches_both(self):
        points = self.points(("Bell 1", "Post 3", "different"))
        assert not any({"Bell 1", "Post 3"} <= point for point in points)

    def test_the_latest_word_on_a_pair_holds(self):
        first, second = self.judged(("Bell 3", "Post 1", "same"), ("Bell 3", "Post 1", "different"))
        later = Judgement(second.left, second.right, "different", "Ben", NOON.replace(hour=13))
        found = three()
        aligned = align(found, vectors(found), judgements=[later, first])
        assert told(aligned, found) == {BRIDGE, COST}

    def test_judgements_on_passages_that_are_not_there_are_left_alone(self):
        found = three()
        stray = Judgement("a", "b", "same", "Ann", NOON)
        assert align(found, vectors(found), judgements=[stray]) == align(found, vectors(found))

    def test_merge_makes_one_point_of_two_and_split_takes_it_apart_again(self):
        found = three()
        scores = score(found, vectors(found))
        one, two = align_scored(scores).points
        merged = align_scored(scores, judgements=merge([one, two], coder="Ann", time=NOON))
        assert told(merged, found) == {BRIDGE | COST}
        groups = [one.passages, two.passages]
        parted = split(merged.points[0], groups, coder="Ann", time=NOON.replace(hour=13))
        judgements = [*merge([one, two], coder="Ann", time=NOON), *parted]
        assert told(align_scored(scores, judgements=judgements), found) == {BRIDGE, COST}

    def test_merging_passages_of_one_article_makes_no_match_between_them(self):
        found = three()
        scores = score(found, vectors(found))
        merged = align_scored(scores, judgements=merge(align_scored(scores).points, coder="Ann", time=NOON))
        article = {p.id: p.article for p in found}
        assert merged.matches
        assert [m for m in merged.matches if article[m.left] == article[m.right]] == []

    def test_split_refuses_passages_of_other_points(self):
        point = StoryPoint("p", "label", ("a", "b"))
        with pytest.raises(ValueError, match="does not hold c"):
            split(point, [["a"], ["c"]], coder="Ann", time=NOON)


class TestExtremeShapes:
    def test_nothing_and_one_article_give_nothing(self):
        one = passages(("Bell", BELL))
        assert align([], {}).points == align(one, vectors(one)).points == ()

    def test_one_word_passages(self):
        found = passages(("Bell", ("Swimmers.", "Bridge.")), ("Post", ("Mayor.", "Bridge.")))
        assert told(align(found, vectors(found)), found) <= {frozenset({"Bell 2", "Post 2"})}

    def test_passages_without_any_word(self):
        found = passages(("Bell", ("…", "* * *")), ("Post", ("—", "?!")))
        assert len(align(found, vectors(found), cut=0.99).matches) == 0

    def test_three_hundred_passages_against_three(self):
        many = tuple(f"Line {n} tells of harbour number {n}." for n in range(297)) + BELL
        found = passages(("Bell", many), ("Post", POST))
        points = told(align(found, vectors(found)), found)
        assert frozenset({"Bell 298", "Post 3"}) in points

    def test_a_passage_of_two_thousand_words(self):
        long = " ".join(f"The harbour and the ferry wait for storm number {n}." for n in range(220)) + " " + BELL[0]
        found = passages(("Bell", (long, BELL[1])), ("Post", POST))
        assert len(found[1].text.split()) > 2000
        aligned = align(found, vectors(found))
        assert any(len(point.passages) == 2 for point in aligned.points)

    @given(st.lists(st.lists(st.text(min_size=1, max_size=40), min_size=1, max_size=4), min_size=1, max_size=3))
    def test_any_text_at_all(self, articles):
        found = passages(*((f"Source {n}", tuple(texts)) for n, texts in enumerate(articles)))
        aligned = align(found, vectors(found))
        assert all(0 <= m.probability <= 1 and m.reasons for m in aligned.matches)


@pytest.mark.parametrize(("one", "other"), [("No", "Yes"), ("Police", "Fire."), ("No.", "No.")])
def test_passages_that_tell_nothing_match_nothing(one, other):
    found = passages(("Bell", ("A long story of a bridge.", one)), ("Post", ("A long story of a bridge.", other)))
    bare = {p.id for p in found if p.text in (one, other)}
    assert not bare & {id for m in align(found, vectors(found), cut=0.05).matches for id in (m.left, m.right)}
