from __future__ import annotations

import json
import re
from datetime import timedelta

import pandas as pd
import pytest

import framing
from framing.export import figures, project_bytes, save, write_report
from framing.export.figures import save_figure
from framing.export.recorded import recorded
from framing.export.report import PARTS, report_html
from framing.export.report_evidence import evidence, evidence_sheet
from framing.export.report_figures import DRAWINGS, drawable
from framing.export.report_pieces import cell, grid, percents
from framing.findings import findings
from framing.measure.means import passage_means
from framing.plots.theme import SMALL
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
def breach(encoder):
    return framing.compare(framing.read.open_example("data-breach"), encoder=encoder)


@pytest.fixture(scope="module")
def whole(ferry):
    return report_html(ferry)


def without_library(html):
    """Return the report without the drawing library, which is full of addresses and markup."""
    return re.sub(r'(id="library">).*?(?=</script>)', r"\1", html, flags=re.DOTALL)


def drawn(html):
    return json.loads(re.search(r'id="drawn">(.*?)</script>', html)[1])


class TestParts:
    def test_they_stand_in_the_order_they_were_chosen_in(self, bridge):
        html = report_html(bridge, parts=["methods", "findings", "articles"])
        assert re.findall(r'<section id="(\w+)">', html) == ["methods", "findings", "articles"]

    def test_all_are_there_without_a_choice_robustness_where_it_was_asked(self, bridge, whole):
        parts = re.findall(r'<section id="(\w+)">', whole)
        assert [*parts[:-1], "robustness", parts[-1]] == list(PARTS)
        row = {"text": "A.", "settings": 2, "holds": 2, "share": 1.0, "reversed": 0, "hangs_on": ""}
        asked = report_html(bridge, held=pd.DataFrame([row]))
        assert re.findall(r'<section id="(\w+)">', asked) == list(PARTS)

    def test_one_named_twice_comes_once(self, bridge):
        assert report_html(bridge, parts=["articles", "articles"]) == report_html(bridge, parts=["articles"])

    def test_one_that_is_not_known_is_named_with_those_that_are(self, bridge):
        with pytest.raises(ValueError, match="no part 'weather' in a report; choose from articles, findings"):
            report_html(bridge, parts=["weather"])

    def test_how_far_it_is_is_told_before_each(self, bridge):
        told = []
        parts = ("articles", "removed", "judgements", "methods")
        report_html(bridge, parts=parts, progress=lambda *said: told.append(said))
        assert [share for share, _ in told] == [0, 0.25, 0.5, 0.75]
        assert [doing for _, doing in told][:2] == ["Writing: Articles", "Writing: Taken out"]

    def test_without_a_figure_no_script_is_in_it(self, bridge):
        assert "<script" not in report_html(bridge, parts=["articles", "points", "methods"])


class TestContent:
    def test_the_notes_of_the_author_stand_first_a_paragraph_each(self, bridge):
        html = report_html(bridge, parts=["articles"], title="My title", note="One.\n\nTwo <b>.")
        assert "<title>My title</title>" in html
        assert re.findall(r'<p class="own">(.*?)</p>', html) == ["One.", "Two &lt;b&gt;."]

    def test_every_finding_and_story_point_is_told(self, ferry, whole):
        found = findings(ferry)
        assert whole.count('class="found"') == len(found) > 2
        for point in ferry.points:
            assert f'id="point-{point.id}"' in whole

    def test_every_figure_is_there_light_and_dark_with_a_table(self, whole):
        pairs = drawn(whole)["figures"]
        assert set(pairs) == set(DRAWINGS)
        for figure in pairs.values():
            assert figure["light"]["layout"]["font"]["color"] != figure["dark"]["layout"]["font"]["color"]
        assert whole.count("<figure>") == len(DRAWINGS)
        assert whole.count("<summary>The same as a table</summary>") == len(DRAWINGS)

    def test_figures_have_the_letters_that_they_have_on_the_pages(self, whole):
        modes = [
            mode["layout"]["template"]["layout"] for pair in drawn(whole)["figures"].values() for mode in pair.values()
        ]
        assert {layout["xaxis"]["tickfont"]["size"] for layout in modes} == {SMALL}

    def test_every_figure_says_in_words_what_it_shows(self, ferry):
        told = {drawing.name: drawing.alt(ferry) for drawing in drawable(ferry)}
        assert told.keys() == DRAWINGS.keys()
        assert [
            name for name, alt in told.items() if not re.search(r"[Hh]ighest|widest|Largest|First of each", alt)
        ] == []

    def test_the_ribbon_says_that_it_can_be_clicked_only_where_a_click_leads_somewhere(self, bridge):
        said = "Click one to read it below."
        assert said in report_html(bridge, parts=["ribbon", "points"])
        assert said not in report_html(bridge, parts=["ribbon"])

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

    def test_robustness_stands_where_it_was_chosen_to_stand(self, bridge):
        row = {"text": "A.", "settings": 12, "holds": 9, "share": 0.75, "reversed": 1, "hangs_on": "cut: .4 (2 of 4)"}
        html = report_html(bridge, parts=["robustness", "articles"], held=pd.DataFrame([row]))
        assert re.findall(r'<section id="(\w+)">', html) == ["robustness", "articles"]
        assert "75.0 %" in html
        assert "9 of 12" in html
        assert 'id="robustness"' not in report_html(bridge, parts=["articles"], held=pd.DataFrame([row]))

    def test_robustness_that_was_chosen_and_not_asked_says_so(self, bridge):
        html = report_html(bridge, parts=["robustness"])
        assert "The findings were not asked again under other settings." in html

    def test_nothing_to_find_is_said(self):
        texts = [article("Bell", "The bridge is closed."), article("Post", "Swimmers love the river in summer.")]
        html = report_html(framing.compare(texts, encoder=BagOfWords()))
        assert "cannot be told apart with this much text" in html
        assert "Nothing was taken out of these articles" in html


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
        assert html.count("<script") == 3
        assert "onerror=&#34;alert(2)" in html or "onerror=&quot;alert(2)" in html

    def test_it_forbids_itself_to_ask_for_anything_outside(self, whole):
        assert "default-src 'none'" in whole
        bare = without_library(whole)
        assert len(bare) < len(whole) / 3
        assert not re.findall(r'(?:src|href)="(?!#|data:,)', bare)
        assert set(re.findall(r'url\("?(.{16})', bare)) == {"data:font/woff2;"}
        assert "@import" not in bare

    def test_it_names_no_font_that_it_does_not_carry(self, ferry, whole):
        for html in (whole, evidence_sheet(ferry, findings(ferry)[0])):
            bare = without_library(html)
            carried = set(re.findall(r'@font-face { font-family: ("[^"]+")', bare))
            told = re.findall(r"(?<!-)(?:font(?:-family)?|--sans|--serif): ([^;}]+)[;}]", bare)
            named = {name for line in told for name in re.findall(r'"[^"]+"|var\(.*?\)|[A-Z]\w+|system-ui', line)}
            assert named == carried | {"var(--sans)", "var(--serif)"} == {*named, '"Source Sans"', '"Source Serif"'}
            drawn_with = {name for line in re.findall(r'"family":"(.+?)(?<!\\)"', bare) for name in line.split(", ")}
            assert {name.replace("\\", "") for name in drawn_with} <= carried | {"sans-serif"}

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


class TestEvidence:
    def test_a_gap_is_told_with_its_interval_and_both_passages(self, breach):
        tone = next(f for f in findings(breach) if f.kind == "tone")
        found = evidence(breach, tone)
        left, right = (breach.by_id[id].source for id in found.passages)
        assert {left, right} == {*found.finding.first, *found.finding.second}
        row = breach.main_differences.set_index(["scope", "left", "right"]).loc[("all", *sorted((left, right)))]
        assert found.gap == f"{abs(row['gap']):.2f}"
        assert found.interval == " to ".join(f"{x:.2f}" for x in sorted((abs(row["low"]), abs(row["high"]))))

    def test_the_passages_of_a_gap_in_tone_match_and_differ_as_the_finding_says(self, breach):
        tone = next(f for f in findings(breach) if f.kind == "tone")
        found = evidence(breach, tone)
        pair = tuple(sorted(found.passages))
        assert pair in {(m.left, m.right) for m in breach.alignment.matches}
        means = passage_means(breach.tone, breach.main_instrument).set_index("passage")["mean"]
        by_source = {breach.by_id[id].source: means[id] for id in pair}
        assert by_source[found.finding.first[0]] < by_source[found.finding.second[0]]

    def test_an_omission_shows_what_comes_nearest_in_the_source_that_leaves_it_out(self, ferry):
        omission = next(f for f in findings(ferry) if f.kind == "omission")
        found = evidence(ferry, omission)
        sources = [ferry.by_id[id].source for id in found.passages]
        assert sources[-1] == found.finding.first[0]
        assert found.finding.first[0] not in sources[:-1]
        assert (found.gap, found.interval, found.bar) == ("", "", None)
        html = evidence_sheet(ferry, omission)
        assert "matches with a mean probability of" in html
        together, apart = html.split(f"Nearest passage of {found.finding.first[0]} (probability ", 1)
        apart = apart.split("The measure")[0]
        assert ", not a match)</h2>" in apart
        assert "<mark" in together
        assert "<mark" not in apart

    @pytest.mark.parametrize("number", range(4))
    def test_every_finding_has_a_sheet_with_the_note(self, ferry, number):
        html = evidence_sheet(ferry, findings(ferry)[number], note="First.\n\nSecond <i>.")
        assert re.findall(r'<p class="own">(.*?)</p>', html) == ["First.", "Second &lt;i&gt;."]
        assert 'class="ruled"' not in html
        assert "<script" not in html

    def test_without_a_note_there_are_lines_to_write_on(self, ferry):
        assert 'class="ruled"' in evidence_sheet(ferry, findings(ferry)[0])


class TestFigures:
    def test_html_can_always_be_had_and_asks_for_nothing(self, bridge, tmp_path):
        drawing = DRAWINGS["ribbon"]
        path = save_figure(drawing.draw(bridge, "light"), tmp_path / "new" / "ribbon.html", title=drawing.title)
        text = path.read_text(encoding="utf-8")
        assert drawing.title in text
        assert 'src="http' not in text

    def test_without_chromium_the_interactive_figure_takes_its_place(self, bridge, tmp_path, monkeypatch):
        monkeypatch.setattr(figures, "can_draw", lambda: False)
        figure = DRAWINGS["ribbon"].draw(bridge, "light")
        assert save_figure(figure, tmp_path / "ribbon.pdf") == tmp_path / "ribbon.html"
        with pytest.raises(RuntimeError, match="install 'framing\\[figures\\]'; or save as HTML"):
            figures.figure_bytes(figure, "png")

    def test_another_ending_is_refused_with_those_that_go(self, bridge, tmp_path):
        with pytest.raises(ValueError, match=r"ribbon.gif: a figure cannot be saved as .gif. Name a .png, .svg, .pdf"):
            save_figure(DRAWINGS["ribbon"].draw(bridge, "light"), tmp_path / "ribbon.gif")

    @pytest.mark.browser
    @pytest.mark.skipif(not figures.can_draw(), reason="needs Chromium and the extra: pip install 'framing[figures]'")
    @pytest.mark.parametrize(("ending", "begins"), [("png", b"\x89PNG"), ("svg", b"<svg"), ("pdf", b"%PDF")])
    def test_a_figure_is_drawn_in_each_format(self, bridge, tmp_path, ending, begins):
        path = save_figure(DRAWINGS["ribbon"].draw(bridge, "light"), tmp_path / f"ribbon.{ending}", title="Title")
        assert path.suffix == f".{ending}"
        assert path.read_bytes().startswith(begins)

    def test_the_ribbon_says_in_signs_what_its_colours_say(self, ferry):
        (bars,) = DRAWINGS["ribbon"].draw(ferry, "light").select_traces({"type": "bar"})
        means = passage_means(ferry.tone, ferry.main_instrument).set_index("passage")["mean"]
        signs = {id: sign for (_, id), sign in zip(bars.customdata, bars.text, strict=True)}
        assert {"−"} < set(signs.values()) <= {"−", "+", ""}
        assert all(means[id] < 0 for id, sign in signs.items() if sign == "−")
        assert all(means[id] > 0 for id, sign in signs.items() if sign == "+")
        coldest = min(signs, key=lambda id: means.get(id, 0.0))
        assert signs[coldest] == "−"

    def test_a_title_gets_room_above_the_figure(self, bridge):
        figure = DRAWINGS["ribbon"].draw(bridge, "light")
        titled = figures.entitled(figure, "Title <b>")
        assert titled.layout.height > figure.layout.height
        assert titled.layout.title.text == "<b>Title &lt;b&gt;</b>"
        assert figure.layout.title.text is None
