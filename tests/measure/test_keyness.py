from __future__ import annotations

import math
from collections import Counter

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from framing.measure.wording.keyness import (
    BACKGROUNDS,
    CHANCE,
    COLUMNS,
    LEANS,
    STANDS_OUT,
    keyness,
    least_count,
    top_terms,
)
from framing.measure.wording.log_odds import log_odds, z_score
from framing.records import Passage
from framing.segment import sentences


def passage(id: str, source: str, text: str) -> Passage:
    return Passage(id, f"article of {source}", source, 0, "body", text, sentences(text))


def row(table: pd.DataFrame, source: str, term: str) -> dict[str, object]:
    (only,) = table[(table["source"] == source) & (table["term"] == term)].to_dict("records")
    return only


def runs(text: str, length: int) -> list[str]:
    words = text.lower().split()
    return [" ".join(words[i : i + length]) for i in range(len(words) - length + 1)]


def by_the_paper(texts: dict[str, str], source: str, word: str, background: str) -> tuple[float, float]:
    """Compute log-odds and z of a term by equations 15 to 22, one number at a time, sharing no code."""
    found = {s: runs(text, len(word.split())) for s, text in texts.items()}
    mine = Counter(found[source])
    others = Counter(run for s, some in found.items() if s != source for run in some)
    vocabulary = set(mine) | set(others)
    weight = sum(map(len, found.values())) / len(found)
    usual = {w: mine[w] + others[w] if background == "the event" else others[w] + 0.5 for w in vocabulary}
    alpha = {w: weight * usual[w] / sum(usual.values()) for w in vocabulary}
    n_i, n_j, alpha_0 = sum(mine.values()), sum(others.values()), sum(alpha.values())
    omega_i = (mine[word] + alpha[word]) / (n_i + alpha_0 - (mine[word] + alpha[word]))
    omega_j = (others[word] + alpha[word]) / (n_j + alpha_0 - (others[word] + alpha[word]))
    delta = math.log(omega_i) - math.log(omega_j)
    variance = 1 / (mine[word] + alpha[word]) + 1 / (others[word] + alpha[word])
    return delta, delta / math.sqrt(variance)


WORDS = "bridge cracks mayor repairs winter shops ferry harbour council money"
TEXTS = {
    "Bell": "bridge bridge bridge cracks mayor repairs winter shops bridge money",
    "Post": "ferry harbour mayor council money money bridge winter ferry ferry harbour council",
    "Quill": "mayor mayor council shops cracks bridge repairs money",
}


def passages_of(texts: dict[str, str]) -> list[Passage]:
    return [passage(source, source, text) for source, text in texts.items()]


class TestAgreement:
    def test_an_example_worked_by_hand(self):
        # Bell: 4 of 10 words are "bridge"; Post: 1 of 12; the prior is worth (10 + 12) / 2 = 11 words, 5/22 of them
        # "bridge": 2.5. Odds: (4 + 2.5) / (10 + 11 - 6.5) = 6.5 / 14.5 and (1 + 2.5) / (12 + 11 - 3.5) = 3.5 / 19.5.
        # log(0.448276) - log(0.179487) = -0.802346 + 1.717651 = 0.915305; variance 1 / 6.5 + 1 / 3.5 = 0.439560;
        # z = 0.915305 / 0.662993 = 1.380565.
        table = keyness(passages_of({s: TEXTS[s] for s in ("Bell", "Post")}), longest=1)
        found = row(table, "Bell", "bridge")
        assert (found["count"], found["rest"]) == (4, 1)
        assert (found["rate"], found["rest_rate"]) == (pytest.approx(400), pytest.approx(1000 / 12))
        assert found["log_odds"] == pytest.approx(0.915305, abs=5e-7)
        assert found["z"] == pytest.approx(1.380565, abs=5e-6)

    @pytest.mark.parametrize("background", BACKGROUNDS)
    def test_every_number_agrees_with_the_paper_s_formula_written_out_anew(self, background):
        table = keyness(passages_of(TEXTS), background=background, longest=1, least=1)
        assert len(table) == 3 * len(WORDS.split())
        for found in table.to_dict("records"):
            expected = by_the_paper(TEXTS, found["source"], found["term"], background)
            assert (found["log_odds"], found["z"]) == pytest.approx(expected, abs=1e-10)

    @pytest.mark.parametrize("background", BACKGROUNDS)
    def test_terms_of_two_and_three_words_are_held_against_the_runs_of_their_length(self, background):
        texts = {"Bell": f"{TEXTS['Bell']} mayor repairs winter", "Post": TEXTS["Post"], "Quill": "shops mayor repairs"}
        table = keyness(passages_of(texts), background=background, least=1)
        assert set(table["words"]) == {1, 2, 3}
        for found in table.to_dict("records"):
            expected = by_the_paper(texts, found["source"], found["term"], background)
            assert (found["log_odds"], found["z"]) == pytest.approx(expected, abs=1e-10)
        assert row(table, "Bell", "mayor repairs")["count"] == 2
        assert row(table, "Bell", "mayor repairs")["rate"] == pytest.approx(2 / 13 * 1000)

    def test_a_prior_of_nothing_but_the_counts_leaves_the_plain_odds_ratio(self):
        # 8 of 100 against 2 of 100: log((8 / 92) / (2 / 98)) = log(4.26087) = 1.449473.
        count, rest = np.array([[8.0], [92.0]]), np.array([[2.0], [98.0]])
        tiny = np.full((2, 1), 1e-9)
        ratio = log_odds(count, np.array([100.0]), rest, np.array([100.0]), tiny)
        assert ratio[0, 0] == pytest.approx(1.449473, abs=1e-6)
        assert z_score(ratio, count, rest, tiny)[0, 0] == pytest.approx(1.449473 / math.sqrt(1 / 8 + 1 / 2), abs=1e-6)


class TestProperties:
    def test_exchanging_two_sources_names_turns_every_sign(self):
        forth = keyness([passage("1", "A", TEXTS["Bell"]), passage("2", "B", TEXTS["Post"])], longest=1)
        back = keyness([passage("1", "B", TEXTS["Bell"]), passage("2", "A", TEXTS["Post"])], longest=1)
        merged = forth[forth["source"] == "A"].merge(back[back["source"] == "A"], on="term")
        np.testing.assert_allclose(merged["z_x"], -merged["z_y"], atol=1e-12)
        assert len(merged) > 3

    def test_the_same_text_has_no_keyness(self):
        table = keyness([passage("1", "A", TEXTS["Bell"]), passage("2", "B", TEXTS["Bell"])])
        np.testing.assert_allclose(table[["log_odds", "z"]], 0, atol=1e-12)
        assert set(table["verdict"]) == {CHANCE}

    def test_the_order_of_import_changes_nothing(self):
        forth, back = keyness(passages_of(TEXTS)), keyness(passages_of(TEXTS)[::-1])
        pd.testing.assert_frame_equal(forth, back)

    @given(st.lists(st.lists(st.sampled_from(WORDS.split()), min_size=1, max_size=30), min_size=2, max_size=4))
    def test_any_sources_give_finite_numbers_and_counts_that_add_up(self, drawn):
        texts = {f"S{i}": " ".join(words) for i, words in enumerate(drawn)}
        table = keyness(passages_of(texts))
        assert np.isfinite(table[["log_odds", "z", "q"]].to_numpy(dtype=float)).all()
        for _, rows in table.groupby("term"):
            assert (rows["count"] + rows["rest"]).nunique() == 1

    def test_one_source_has_nothing_to_be_held_against(self):
        table = keyness([passage("1", "A", TEXTS["Bell"])])
        assert list(table.columns) == COLUMNS
        assert table.empty


class TestVerdicts:
    def test_a_word_used_often_here_and_never_elsewhere_stands_out(self):
        much = "the ferry and the harbour " * 40 + "scandal " * 25
        little = "the ferry and the harbour " * 200
        table = keyness([passage("1", "A", much), passage("2", "B", little)], longest=1)
        assert row(table, "A", "scandal")["verdict"] == STANDS_OUT
        assert row(table, "B", "scandal")["z"] < 0
        assert row(table, "A", "ferry")["verdict"] == CHANCE

    def test_a_word_above_the_line_only_leans_where_many_were_looked_at(self):
        filler = " ".join(f"word{chr(97 + i // 26)}{chr(97 + i % 26)} " * 2 for i in range(300))
        table = keyness([passage("1", "A", filler + " scandal" * 10), passage("2", "B", filler)], longest=1)
        found = row(table, "A", "scandal")
        assert 1.96 < found["z"] < 3
        assert (found["verdict"], found["q"] > 0.05) == (LEANS, True)

    def test_what_a_z_needs_is_said_in_uses(self):
        texts = [passage("1", "A", "calm " * 500), passage("2", "B", "calm " * 2000)]
        need = least_count(texts, "A")
        for count, reaches in ((need, True), (need - 1, False)):
            changed = [passage("1", "A", "calm " * (500 - count) + "rage " * count), texts[1]]
            z = row(keyness(changed, longest=1, least=1), "A", "rage")["z"]
            assert (z >= 1.96) is reaches


class TestTerms:
    def terms(self, *texts: str) -> set[str]:
        return set(keyness([passage(str(i), f"S{i}", text) for i, text in enumerate(texts)])["term"])

    @pytest.mark.parametrize(
        ("text", "kept", "left_out"),
        [
            ("He said that it was. He said that it was.", set(), {"said", "that", "it was"}),
            (
                "The city hall burns. Every city hall burns.",
                {"city hall burns"},
                {"city", "hall", "city hall", "burns"},
            ),
            ("It was pushed through. They pushed through cuts.", {"pushed through"}, {"pushed", "through"}),
            ("A riot, police said. A riot! Police came.", {"riot", "police"}, {"riot police"}),
            ("Freedom of speech. The freedom of speech.", {"freedom of speech"}, {"freedom", "of speech"}),
            ("In 2014, 52 came. In 2014, 52 went.", set(), {"2014", "52"}),
            ("The mayor’s plan. The mayor's plan.", {"mayor's plan"}, {"mayor", "plan"}),
            ("The 9/11 health bill. A 9/11 health bill.", {"9/11 health bill"}, {"11 health bill", "9/11"}),
            ("It's raining ash. And it’s raining ash.", {"raining ash"}, {"it's", "it's raining ash"}),
            ("They don’t riot. We don't riot.", {"riot"}, {"don't", "don't riot"}),
        ],
    )
    def test_terms_carry_meaning_and_none_stands_only_inside_another(self, text, kept, left_out):
        found = self.terms(text, "Nothing of the kind.")
        assert kept <= found
        assert not (left_out & found)

    @pytest.mark.parametrize(
        ("text", "spelled"),
        [
            ("Rioters came. The rioters left.", "rioters"),
            ("Lee came. Then Lee left.", "Lee"),
            ("The US acted. The U.S. waited.", "U.S."),
        ],
    )
    def test_a_term_is_spelled_as_inside_a_sentence(self, text, spelled):
        assert spelled in self.terms(text, "Nothing of the kind.")

    @pytest.mark.parametrize(
        ("source", "term", "shown"),
        [
            ("HuffPost", "Huffington Post", False),
            ("Bell News", "news bell", False),
            ("Bell", "bell tower", False),
            ("HuffPost", "post office", True),
            ("AP", "angry people", True),
        ],
    )
    def test_a_source_s_own_name_is_left_out(self, source, term, shown):
        table = pd.DataFrame({"source": source, "term": [term], "log_odds": 1.0})
        assert (len(top_terms(table, 5)) == 1) is shown

    def test_of_overlapping_terms_the_figure_gets_the_first(self):
        terms = ["Korean leader Kim", "North Korean leader", "leader", "heritage"]
        table = pd.DataFrame({"source": "A", "term": terms, "log_odds": 1.0})
        assert list(top_terms(table, 9)["term"]) == ["Korean leader Kim", "heritage"]
        assert list(top_terms(table, 1)["term"]) == ["Korean leader Kim"]
