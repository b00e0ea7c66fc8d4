from __future__ import annotations

import json
import re
from datetime import timedelta

import pandas as pd
import pytest

import framing
from framing.export import project_bytes, save, write_report
from framing.export.recorded import recorded
from framing.export.report import PARTS, report_html
from framing.export.report_figures import DRAWINGS, drawable
from framing.export.report_pieces import cell, grid, percents
from framing.read.project import read_project
from framing.records import Article, Event, Judgement, Paragraph
from tests.bag_of_words import BagOfWords
from tests.handmade import NOON, article, bell, post

HOSTILE = '</script><script>alert(1)</script><img src=x onerror="alert(2)">'


@pytest.fixture(scope="module")
def bridge():
    return framing.compare([bell(), post()], encoder=BagOfWords())


@pytest.fixture(scope="module")
def ferry(encoder):
    return framing.compare(framing.read.open_example("ferry-terminal"), encoder=encoder)


@pytest.fixture(scope="module")
def whole(ferry):
    return report_html(ferry)


def without_library(html):
    """Return the report without the drawing library, which is full of addresses and markup."""
    return re.sub(r"</script>\n<script>.*(?=</script>\n<script>\"use strict\")", "", html, flags=re.DOTALL)


def drawn(html):
    return json.loads(re.search(r'id="drawn">(.*?)</script>', html)[1])


class TestParts:
    def test_they_stand_in_the_order_they_were_chosen_in(self, bridge):
        html = report_html(bridge, parts=["methods", "findings", "articles"])
        assert re.findall(r'<section id="(\w+)">', html) == ["methods", "findings", "articles"]

    def test_all_are_there_without_a_choice(self, whole):
        assert tuple(re.findall(r'<section id="(\w+)">', whole)) == PARTS

    def test_one_named_twice_comes_once(self, bridge):
        assert report_html(bridge, parts=["articles", "articles"]) == report_html(bridge, parts=["articles"])

    def test_one_that_is_not_known_is_named_with_those_that_are(self, bridge):
        with pytest.raises(ValueError, match="no part 'weather' in a report; choose from articles, findings"):
            report_html(bridge, parts=["weather"])

    def test_without_a_figure_no_script_is_in_it(self, bridge):
        assert "<script" not in report_html(bridge, parts=["articles", "points", "methods"])


class TestContent:
    def test_the_notes_of_the_author_stand_first_a_paragraph_each(self, bridge):
        html = report_html(bridge, parts=["articles"], title="My title", note="One.\n\nTwo <b>.")
        assert "<title>My title</title>" in html
        assert re.findall(r'<p class="own">(.*?)</p>', html) == ["One.", "Two &lt;b&gt;."]

    def test_every_finding_and_story_point_is_told(self, ferry, whole):
        found = framing.findings.findings(ferry)
        assert whole.count('class="found"') == len(found) > 2
        for point in ferry.points:
            assert f'id="point-{point.id}"' in whole

    def test_every_figure_is_there_light_and_dark_with_a_table(self, whole):
        figures = drawn(whole)["figures"]
        assert set(figures) == set(DRAWINGS)
        for figure in figures.values():
            assert figure["light"]["layout"]["font"]["color"] != figure["dark"]["layout"]["font"]["color"]
        assert whole.count("<figure>") == len(DRAWINGS)
        assert whole.count("<summary>The same as a table</summary>") == len(DRAWINGS)

    def test_a_click_on_a_passage_finds_its_story_point(self, ferry, whole):
        assert drawn(whole)["points"] == {id: p.id for p in ferry.points for id in p.passages}

    def test_what_was_removed_stands_with_its_rule(self, ferry, whole):
        removed = [r for a in ferry.articles for r in a.removed]
        assert removed
        for removal in removed:
            assert removal.reason in whole

    def test_judgements_are_told_with_both_passages(self, bridge):
        left, right = sorted(p.id for p in bridge.passages if p.index == 1)
        said = (Judgement(left, right, "different", "Ann", NOON), Judgement(left, right, "same", "Bob", NOON))
        later = (said[0], Judgement(left, right, "same", "Bob", NOON + timedelta(hours=1)))
        judged = framing.compare(
            Event("", tuple(a.raw for a in bridge.articles), judgements=later), encoder=BagOfWords()
        )
        html = report_html(judged, parts=["judgements"])
        assert re.findall(r'<td class="short">(different|same|Ann|Bob)</td>', html) == [
            "different",
            "Ann",
            "same",
            "Bob",
        ]

    def test_robustness_comes_last_when_it_was_asked(self, bridge):
        row = {"text": "A.", "settings": 12, "holds": 9, "share": 0.75, "reversed": 1, "hangs_on": "cut: .4 (2 of 4)"}
        html = report_html(bridge, parts=["articles"], held=pd.DataFrame([row]))
        assert re.findall(r'<section id="(\w+)">', html) == ["articles", "robustness"]
        assert "75.0 %" in html

    def test_nothing_to_find_is_said(self):
        texts = [article("Bell", "The bridge is closed."), article("Post", "Swimmers love the river in summer.")]
        html = report_html(framing.compare(texts, encoder=BagOfWords()))
        assert "cannot be told apart with this much text" in html
        assert "Nothing was removed" in html


class TestSafety:
    def test_nothing_that_an_article_says_becomes_markup(self):
        texts = [
            Article(
                f"{HOSTILE} {name}",
                tuple(Paragraph(f"{HOSTILE} {t.text}") for t in a.paragraphs),
                f"{a.title} {HOSTILE}",
            )
            for name, a in (("one", bell()), ("two", post()))
        ]
        html = without_library(
            report_html(framing.compare(Event(HOSTILE, tuple(texts)), encoder=BagOfWords()), note=HOSTILE)
        )
        assert "<img" not in html
        assert html.count("<script") == 2
        assert "onerror=&#34;alert(2)" in html or "onerror=&quot;alert(2)" in html

    def test_it_forbids_itself_to_ask_for_anything_outside(self, whole):
        assert "default-src 'none'" in whole
        bare = without_library(whole)
        assert len(bare) < len(whole) / 3
        assert not re.findall(r'(?:src|href)="(?!#|data:,)', bare)
        assert "url(" not in bare
        assert "@import" not in bare

    def test_the_same_comparison_gives_the_same_text(self, bridge):
        turned = framing.compare([post(), bell()], encoder=BagOfWords())
        assert report_html(bridge) == report_html(turned)


class TestFile:
    def test_it_is_written_whole_in_a_new_folder(self, bridge, tmp_path):
        path = write_report(bridge, tmp_path / "new" / "report.html", parts=["articles"])
        assert path.read_text(encoding="utf-8") == report_html(bridge, parts=["articles"])

    def test_the_ending_html_asks_for_it(self, bridge, tmp_path):
        assert save(bridge, tmp_path / "out.html") == [tmp_path / "out.html"]
        assert (tmp_path / "out.html").read_text(encoding="utf-8") == report_html(bridge)

    def test_five_articles_stay_under_eight_megabytes(self, ferry, whole):
        assert len(ferry.sources) == 5
        assert len(whole.encode()) < 8_000_000

    def test_a_project_without_its_texts_can_be_told_of(self, bridge):
        shared = read_project(project_bytes(bridge, texts=False), "shared.framing")
        html = report_html(recorded(shared))
        for text in (p.text for p in bridge.passages):
            assert text not in html


class TestPieces:
    @pytest.mark.parametrize(
        ("value", "shown"),
        [(1.234, "1.23"), (3, "3"), (float("nan"), "–"), (None, "–"), ("", "–"), ("a", "a"), (-0.5, "-0.50")],
    )
    def test_a_cell(self, value, shown):
        assert cell(value) == shown

    def test_shares_are_percentages(self):
        assert percents([0.123, 1.0, float("nan")]) == ["12.3 %", "100.0 %", "–"]

    def test_a_grid_has_the_columns_named_in_their_order(self):
        table = pd.DataFrame({"a": [1, 2], "b": ["x", "y"], "c": [0, 0]})
        made = grid("Caption", table, {"b": "second", "a": "first"})
        assert made.columns == ("second", "first")
        assert made.rows == (("x", "1"), ("y", "2"))

    def test_a_figure_with_nothing_to_draw_is_left_out(self):
        texts = [article("Bell", "The bridge is closed."), article("Post", "Swimmers love the river in summer.")]
        names = {d.name for d in drawable(framing.compare(texts, encoder=BagOfWords()))}
        assert "ribbon" in names
        assert not names & {"emphasis", "voices"}
