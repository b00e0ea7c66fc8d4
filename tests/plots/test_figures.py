from __future__ import annotations

import math

import pytest

from framing.measure import INSTRUMENTS
from framing.measure.by_point import point_means
from framing.plots import ribbon, tone_by_point
from framing.plots.text import lines, signed
from framing.plots.theme import ACCENT, INK, source_colours, tone_colour
from framing.records import Match, StoryPoint
from tests.handmade import comparison, passage, tone_rows, words

BELL = [
    passage("b0", "Bell", "Bell's headline", kind="headline"),
    passage("b1", "Bell", words(60)),
    passage("b2", "Bell", words(40)),
]
POST = [passage("p1", "Post", words(30)), passage("p2", "Post", words(50))]
QUILL = [passage("q1", "Quill", words(20)), passage("q2", "Quill", words(20))]
PASSAGES = [*BELL, *POST, *QUILL]
COST = StoryPoint("cost", "The cost", ("b1", "p2", "q1"))
CLOSURE = StoryPoint("closure", "The <closure>", ("b2", "q2"))
POINTS = [COST, CLOSURE]
SOURCES = ["Bell", "Post", "Quill"]
MATCH = Match("b1", "p2", 0.9, (), "same facts", (0, 0))
SCORES = {"b0": 0, "b1": -4.0, "b2": 0.0, "p1": 4.0, "p2": 0.5, "q1": 0.0, "q2": 0.0}
MODES = ["light", "dark"]
HOSTILE = "<b onclick=1>$118bn & <script>"


def bars(figure):
    (trace,) = [t for t in figure.data if t.type == "bar"]
    return trace


def ribbons(figure):
    return [s for s in figure.layout.shapes if s.type == "path"]


def drawn(**options):
    return ribbon(comparison(PASSAGES, POINTS, matches=[MATCH], scores=SCORES), **options)


class TestRibbon:
    def test_each_passage_that_can_be_aligned_is_a_bar_as_high_as_its_words(self):
        trace = bars(drawn())
        assert [tuple(c) for c in trace.customdata] == [("passage", id) for id in ("b1", "b2", "p1", "p2", "q1", "q2")]
        assert list(trace.y) == [60, 40, 30, 50, 20, 20]
        assert list(trace.x) == [0, 0, 1, 1, 2, 2]

    def test_bars_of_a_column_stand_in_reading_order_and_do_not_overlap(self):
        trace = bars(drawn())
        assert list(trace.base) == [0, 65, 0, 35, 0, 25]

    def test_only_what_one_source_alone_tells_is_hatched_and_outlined(self):
        trace = bars(drawn())
        assert list(trace.marker.pattern.shape) == ["", "", "/", "", "", ""]
        assert list(trace.marker.line.width) == [0, 0, 1.2, 0, 0, 0]

    @pytest.mark.parametrize("mode", MODES)
    def test_colour_is_the_mean_tone_in_the_mode_s_scale(self, mode):
        reach = 4.0 / 3
        trace = bars(drawn(mode=mode))
        assert list(trace.marker.color) == [tone_colour(SCORES[c[1]], reach, mode) for c in trace.customdata]
        assert trace.marker.color[0] != trace.marker.color[1] != trace.marker.color[2]

    def test_the_two_modes_have_colours_of_their_own(self):
        light, dark = (bars(drawn(mode=mode)).marker.color for mode in MODES)
        assert not set(light) & set(dark)

    def test_a_ribbon_joins_neighbouring_columns_that_tell_a_point(self):
        # The cost is told in all three columns, the closure in the first and the last.
        figure = drawn()
        starts = sorted(float(s.path.split()[1]) for s in ribbons(figure))
        assert starts == pytest.approx([0.17, 0.17, 1.17])

    def test_a_ribbon_past_a_column_goes_on_to_the_one_that_tells_it(self):
        figure = drawn()
        (strand,) = [s.path for s in ribbons(figure) if s.path.startswith("M 0.17 65 ")]
        assert " L 1.83 45 " in strand

    def test_ribbons_carry_their_point(self):
        ids = {tuple(c) for t in drawn().data if t.type == "scatter" for c in t.customdata}
        assert {id for id in ids if id[0] == "point"} == {("point", "cost"), ("point", "closure")}

    def test_what_is_clearly_hostile_or_favourable_carries_its_sign(self):
        # So that the two can be told apart in grey, where both ends of the scale are equally dark.
        signs = {
            t.marker.symbol: [c[1] for c in t.customdata]
            for t in drawn().data
            if t.type == "scatter" and t.marker.symbol
        }
        assert signs == {"cross-thin": ["p1", "p2"], "line-ew": ["b1"]}

    def test_each_column_has_its_source_s_mark(self):
        marks = [s.line.color for s in drawn().layout.shapes if s.type == "line"]
        assert marks == list(source_colours(SOURCES).values())

    def test_stacked_sources_are_rows_with_the_same_blocks_and_ribbons(self):
        upright, lying = drawn(), drawn(stacked=True)
        assert (list(bars(lying).x), list(bars(lying).y)) == (list(bars(upright).y), list(bars(upright).x))
        assert list(bars(lying).base) == list(bars(upright).base)
        assert [len(s.path) for s in ribbons(lying)] == [len(s.path) for s in ribbons(upright)]
        assert sorted(float(s.path.split()[2]) for s in ribbons(lying)) == pytest.approx([0.17, 0.17, 1.17])
        assert [n.text for n in lying.layout.annotations] == ["<b>Bell</b>", "<b>Post</b>", "<b>Quill</b>"]

    def test_a_chosen_point_is_brought_out(self):
        figure = drawn(chosen="closure")
        assert sorted(s.opacity for s in ribbons(figure)) == [0.12, 0.12, 0.6]
        widths = dict(zip([c[1] for c in bars(figure).customdata], bars(figure).marker.line.width, strict=True))
        assert widths == {"b1": 0, "b2": 3, "p1": 1.2, "p2": 0, "q1": 0, "q2": 3}
        assert bars(figure).marker.line.color[1] == ACCENT["light"]

    def test_a_chosen_passage_that_stands_alone_is_brought_out(self):
        trace = bars(drawn(chosen="p1"))
        assert list(trace.marker.line.width) == [0, 0, 3, 0, 0, 0]
        assert trace.marker.line.color[2] == ACCENT["light"]

    def test_columns_are_named_after_the_sources(self):
        axis = drawn().layout.xaxis
        assert (list(axis.tickvals), list(axis.ticktext)) == ([0, 1, 2], ["<b>Bell</b>", "<b>Post</b>", "<b>Quill</b>"])

    def test_what_comes_from_an_article_is_escaped(self):
        passages = [passage("b", HOSTILE, HOSTILE), passage("p", "Post", HOSTILE)]
        figure = ribbon(comparison(passages, [StoryPoint("x", HOSTILE, ("b", "p"))]))
        assert "<script" not in figure.to_json().replace("\\u003c", "<")
        assert "&lt;script&gt;" in figure.to_json()

    def test_without_any_story_point_every_bar_is_hatched(self):
        trace = bars(ribbon(comparison(PASSAGES, [])))
        assert set(trace.marker.pattern.shape) == {"/"}

    def test_a_passage_without_a_score_is_drawn_neutral(self):
        trace = bars(ribbon(comparison(PASSAGES, POINTS, scores=SCORES | {"b1": math.nan})))
        assert trace.marker.color[0] == tone_colour(0.0, 1.0, "light")


class TestToneByPoint:
    TABLE = point_means(tone_rows(SCORES, PASSAGES), POINTS, "rated", resamples=50)

    def figure(self, **options):
        return tone_by_point(self.TABLE, POINTS, SOURCES, INSTRUMENTS["rated"], **options)

    def test_each_source_is_a_trace_with_a_mark_a_row(self):
        traces = {t.name: [tuple(c) for c in t.customdata] for t in self.figure().data}
        assert traces == {
            "Bell": [("all", "Bell"), ("cost", "Bell"), ("closure", "Bell")],
            "Post": [("all", "Post"), ("cost", "Post")],
            "Quill": [("all", "Quill"), ("cost", "Quill"), ("closure", "Quill")],
        }

    def test_marks_stand_at_the_means(self):
        post = self.figure().data[1]
        assert list(post.x) == pytest.approx([(30 * 4 + 50 * 0.5) / 80, 0.5])

    def test_sources_of_a_row_stand_beside_each_other(self):
        rows = [t.y[1] for t in self.figure().data]
        assert rows == [1.25, 1.5, 1.75]

    def test_whiskers_are_the_intervals(self):
        trace = self.figure().data[0]
        bell = self.TABLE[self.TABLE["source"] == "Bell"]
        assert trace.error_x.array[0] == pytest.approx(bell["high"].iloc[0] - bell["mean"].iloc[0])
        assert trace.error_x.arrayminus[0] == pytest.approx(bell["mean"].iloc[0] - bell["low"].iloc[0])

    def test_where_nothing_tells_how_much_passages_vary_there_is_no_whisker_and_the_hover_says_so(self):
        table = self.TABLE.assign(low=math.nan, high=math.nan)
        trace = tone_by_point(table, POINTS, SOURCES, INSTRUMENTS["rated"]).data[1]
        assert math.isnan(trace.error_x.array[1])
        assert "no interval: no source has two passages" in trace.hovertext[1]

    def test_each_source_has_a_colour_and_a_shape(self):
        traces = self.figure().data
        assert [t.marker.color for t in traces] == list(source_colours(SOURCES).values())
        assert len({t.marker.symbol for t in traces}) == 3

    def test_the_axis_says_what_is_measured_and_which_way(self):
        assert self.figure().layout.xaxis.title.text == "Rated tone<br>−4 hostile … +4 favourable"

    def test_a_figure_higher_than_a_page_has_its_axis_above_as_well(self):
        many = [StoryPoint(f"p{i}", f"Thing {i}", ()) for i in range(20)]
        high = tone_by_point(self.TABLE, many, SOURCES, INSTRUMENTS["rated"]).layout
        assert (high.xaxis2.side, high.xaxis2.matches, high.xaxis2.range) == ("top", "x", high.xaxis.range)
        assert high.legend.y > 1
        assert "xaxis2" not in self.figure().layout

    def test_rows_are_labelled_and_escaped(self):
        assert list(self.figure().layout.yaxis.ticktext) == ["<b>Whole articles</b>", "The cost", "The &lt;closure&gt;"]

    @pytest.mark.parametrize("mode", MODES)
    def test_words_take_the_ink_of_the_mode(self, mode):
        assert self.figure(mode=mode).layout.font.color == INK[mode]


class TestTheme:
    @pytest.mark.parametrize("mode", MODES)
    def test_scores_beyond_the_reach_take_the_end_s_colour(self, mode):
        assert tone_colour(-9, 2, mode) == tone_colour(-2, 2, mode)
        assert tone_colour(9, 2, mode) == tone_colour(2, 2, mode)
        assert len({tone_colour(score, 2, mode) for score in (-2, -1, 0, 1, 2)}) == 5


class TestText:
    @pytest.mark.parametrize(
        ("text", "expected"),
        [
            ("short", "short"),
            ("", ""),
            ("a & <b>", "a &amp; &lt;b&gt;"),
            ("one two three", "one two<br>three"),
            ("one two three four five six", "one two<br>three …"),
            ("$118bn", "$118bn"),
        ],
    )
    def test_text_is_escaped_and_broken_into_lines(self, text, expected):
        assert lines(text, 8, 2) == expected

    @pytest.mark.parametrize(
        ("value", "digits", "expected"),
        [(0.125, 3, "+0.125"), (-0.4, 2, "−0.40"), (-0.004, 2, "0.00"), (0.0, 0, "0"), (12.4, 0, "+12")],
    )
    def test_numbers_have_a_true_minus_and_zero_has_no_sign(self, value, digits, expected):
        assert signed(value, digits) == expected
