from __future__ import annotations

import pandas as pd
import pytest

import framing
from framing.export import project_bytes
from framing.export.recorded import recorded
from framing.findings import findings
from framing.measure import INSTRUMENTS
from framing.measure.emphasis import ALONE
from framing.read.project import read_project
from framing.records import Match, StoryPoint
from framing.robustness import COLUMNS, FACTORS, OUTCOMES, robustness, summary
from framing.robustness.claims import GONE, HOLDS, REVERSED, SAME, Claim, claim_of, outcome
from framing.robustness.settings import cells, cuts, without_agency
from tests.bag_of_words import BagOfWords
from tests.handmade import article, bell, comparison, differ, passage, post


@pytest.fixture(scope="module")
def ferry(encoder):
    return framing.compare(framing.read.open_example("ferry-terminal"), encoder=encoder)


@pytest.fixture(scope="module")
def heard():
    """What the encoder is asked for."""
    return []


@pytest.fixture(scope="module")
def seen():
    """What progress is reported."""
    return []


@pytest.fixture(scope="module")
def asked(ferry, encoder, heard, seen):
    class Listening:
        name, sha256, dtype = encoder.name, encoder.sha256, encoder.dtype

        def encode(self, texts):
            heard.extend(texts)
            return encoder.encode(texts)

    return robustness(ferry, Listening(), progress=lambda share, doing: seen.append((share, doing)))


class TestTable:
    def test_every_finding_is_asked_in_every_setting_once(self, ferry, asked):
        assert list(asked.columns) == COLUMNS
        assert not asked.duplicated(["finding", *FACTORS]).any()
        for number, finding in enumerate(findings(ferry), 1):
            part = asked[asked["finding"] == number]
            assert set(part["text"]) == {finding.text}
            per_cell = len({*part["instrument"]}) * 2 if finding.kind == "tone" else 1
            cells_of = part[["cut", "agency", "cleaning"]].drop_duplicates()
            assert len(part) == len(cells_of) * per_cell
            assert set(cells_of["cut"]) == set(cuts(ferry.cut))
        assert set(asked["outcome"]) <= set(OUTCOMES)

    def test_a_finding_holds_under_the_settings_it_was_made_with(self, ferry, asked):
        own = asked[(asked["cut"] == ferry.cut) & (asked["agency"] == "with") & (asked["cleaning"] == "on")]
        own = own[own["instrument"].isin(["", ferry.main_instrument]) & own["voice"].isin(["", "all"])]
        assert len(own) == len(findings(ferry)) > 3
        assert set(own["outcome"]) == {"holds"}

    @pytest.mark.usefixtures("asked")
    def test_vectors_at_hand_are_not_computed_again(self, ferry, heard):
        assert set(heard) == {removal.text for a in ferry.articles for removal in a.removed}

    def test_without_texts_it_cannot_be_asked(self, ferry):
        shared = recorded(read_project(project_bytes(ferry, texts=False), "shared"))
        with pytest.raises(ValueError, match="Without the articles' texts nothing can be computed again"):
            robustness(shared, None)

    def test_progress_is_reported(self, asked, seen):
        settings = asked[["cut", "agency", "cleaning"]].drop_duplicates()
        assert seen[0] == (0, f"Setting 1 of {len(settings)}")
        assert seen[-1] == (1.0, "Done")
        assert [share for share, _ in seen] == sorted(share for share, _ in seen)


class TestSummary:
    def rows(self, outcomes):
        """Return a table of one finding whose outcome hangs on the cut."""
        return pd.DataFrame(
            [
                (1, "share", "A finding.", cut, "", "", "with", cleaning, name, 0.1, 0.0, 0.2)
                for cut, name in outcomes.items()
                for cleaning in ("on", "off")
            ],
            columns=COLUMNS,
        )

    def test_outcomes_are_counted_and_the_choice_named(self):
        (row,) = summary(self.rows({0.3: "holds", 0.4: "holds", 0.5: "reversed"})).to_dict("records")
        assert [row[name] for name in ("settings", *OUTCOMES)] == [6, 4, 0, 2, 0]
        assert row["share"] == pytest.approx(4 / 6)
        assert row["hangs_on"] == "cut: 0.30 (2 of 2), 0.50 (0 of 2)"

    @pytest.mark.parametrize(
        ("factor", "values", "told"),
        [
            ("agency", ("with", "without"), "shared agency copy: kept (1 of 1), left out (0 of 1)"),
            ("voice", ("own", "all"), "whose words: the outlet's own (1 of 1), all (0 of 1)"),
            ("instrument", ("rated", "vader_neutral"), "instrument: {} (1 of 1), {} (0 of 1)"),
            ("cleaning", ("on", "off"), "cleaning: on (1 of 1), off (0 of 1)"),
        ],
    )
    def test_a_choice_has_the_name_that_pages_give_it(self, factor, values, told):
        rows = self.rows({0.4: "holds"}).assign(**{"cleaning": "on", "outcome": ["holds", "reversed"], factor: values})
        labels = [INSTRUMENTS[value].label for value in values if value in INSTRUMENTS]
        assert summary(rows)["hangs_on"].tolist() == [told.format(*labels)]

    def test_what_holds_everywhere_hangs_on_nothing(self):
        (row,) = summary(self.rows({0.3: "holds", 0.4: "holds"})).to_dict("records")
        assert (row["share"], row["hangs_on"]) == (1.0, "")

    def test_no_finding_gives_no_row(self):
        assert list(summary(pd.DataFrame(columns=COLUMNS)).columns)[:3] == ["finding", "kind", "text"]


PASSAGES = [passage(f"{s}{i}", s, "It rained.", index=i) for s in ("Bell", "Post") for i in range(3)]
POINT = StoryPoint("x", "The rain", ("Bell0", "Bell1", "Post0", "Post1"))


class TestClaims:
    @pytest.mark.parametrize(
        ("row", "name"),
        [
            (differ(scope="x", gap=-2.0, low=-2.5, high=-1.5), HOLDS),
            (differ(scope="x", gap=-0.2, low=-0.6, high=0.2, verdict="cannot be told apart"), SAME),
            (differ(scope="x", gap=2.0, low=1.5, high=2.5), REVERSED),
            (differ(scope="y"), GONE),
            (differ(scope="x", left="Bell", right="Herald"), GONE),
        ],
    )
    def test_a_gap_is_asked_in_its_own_direction(self, row, name):
        made = comparison(PASSAGES, [POINT])
        claim = Claim("tone", "Bell", "Post", frozenset(POINT.passages))
        assert outcome(claim, made, pd.DataFrame([row])).name == name

    def test_the_sides_may_stand_the_other_way_round(self):
        table = pd.DataFrame([differ(scope="all", left="Bell", right="Post", gap=-2.0, low=-2.5, high=-1.0)])
        found = outcome(Claim("tone", "Post", "Bell"), comparison(PASSAGES, []), table)
        assert found == (REVERSED, -2.0, -2.5, -1.0)

    def test_a_share_of_words_is_more_where_tone_is_less(self):
        table = pd.DataFrame([differ(measure="share of words", scope=ALONE, gap=0.3, low=0.1, high=0.5)])
        assert outcome(Claim("alone", "Bell", "Post"), comparison(PASSAGES, []), table) == (HOLDS, 0.3, 0.1, 0.5)

    def test_one_source_against_all_others_is_asked_of_that_row(self):
        herald = passage("Herald0", "Herald", "It rained.")
        rows = [differ(right="Herald"), differ(right="all others", gap=2.0, low=1.0, high=3.0)]
        made = comparison([*PASSAGES, herald], [], differences=rows)
        (found,) = [f for f in findings(made) if len(f.first) > 1]
        claim = claim_of(found, made)
        assert (claim.first, claim.second) == ("all others", "Bell")
        assert outcome(claim, made, pd.DataFrame(rows)) == (HOLDS, 2.0, 1.0, 3.0)

    @pytest.mark.parametrize(
        ("members", "name"),
        [
            (("Bell0", "Post0"), HOLDS),
            (("Bell0", "Bell1", "Post0", "Post1", "Herald0"), REVERSED),
            (("Bell2", "Post2"), GONE),
        ],
    )
    def test_an_omission_is_asked_of_the_point_with_most_of_its_passages(self, members, name):
        herald = [passage("Herald0", "Herald", "It rained.")]
        made = comparison([*PASSAGES, *herald], [StoryPoint("y", "Rain", members)])
        claim = Claim("omission", "Herald", "", frozenset(POINT.passages))
        assert outcome(claim, made, made.share_differences).name == name

    def test_every_finding_of_the_examples_becomes_a_claim(self, example):
        made = framing.compare(example, encoder=BagOfWords(), cut=0.3)
        for finding in findings(made, most=30):
            claim = claim_of(finding, made)
            assert {*finding.first, *finding.second} <= set(made.sources)
            table = made.main_differences if finding.kind == "tone" else made.share_differences
            found = outcome(claim, made, table)
            assert found.name == HOLDS
            if finding.low is not None:
                assert found[1:] == pytest.approx((finding.gap, finding.low, finding.high))


class TestSettings:
    @pytest.mark.parametrize(
        ("cut", "near"),
        [(0.4, [0.3, 0.4, 0.5]), (0.05, [0.05, 0.15]), (0.95, [0.85, 0.95]), (0.123, [0.05, 0.123, 0.223])],
    )
    def test_cuts_stay_in_range(self, cut, near):
        assert cuts(cut) == near

    def test_shared_copy_leaves_with_its_matches_points_and_scores(self):
        words = Match("Bell0", "Post0", 0.9, (), "same words", (0, 0))
        facts = Match("Bell1", "Post1", 0.9, (), "same facts", (0, 0))
        only = StoryPoint("y", "Copy", ("Bell0", "Post0"))
        kept = without_agency(comparison(PASSAGES, [POINT, only], matches=[words, facts]))
        assert [p.id for p in kept.passages] == ["Bell1", "Bell2", "Post1", "Post2"]
        assert [(p.id, p.passages) for p in kept.points] == [("x", ("Bell1", "Post1"))]
        assert kept.alignment.matches == (facts,)
        assert set(kept.tone["passage"]) == {"Bell1", "Bell2", "Post1", "Post2"}

    def test_a_choice_that_changes_nothing_gives_no_second_setting(self):
        plain = framing.compare([bell(), post()], encoder=BagOfWords(), cut=0.3)
        grid = [c.setting for c in cells(plain, BagOfWords())]
        assert {s.cleaning for s in grid} == {"on"}
        assert len({(s.cut, s.agency, s.cleaning) for s in grid}) == len(grid)
        with_copy = {
            c.setting.cut
            for c in cells(plain, BagOfWords())
            if c.setting.agency == "with" and any(m.relation == "same words" for m in c.made.alignment.matches)
        }
        assert with_copy == {s.cut for s in grid if s.agency == "without"}

    def test_every_setting_compares_something_else(self, ferry, encoder):
        made = [(c.setting.cut, frozenset(c.made.by_id)) for c in cells(ferry, encoder)]
        assert len(set(made)) == len(made) > 3

    def test_without_cleaning_what_was_removed_is_compared(self):
        furnished = article("Post", *(p.text for p in post().paragraphs), "Share", title="Cracks close bridge")
        made = framing.compare([bell(), furnished], encoder=BagOfWords(), cut=0.3)
        sizes = {c.setting.cleaning: len(c.made.passages) for c in cells(made, BagOfWords())}
        assert sizes["off"] == sizes["on"] + 1
