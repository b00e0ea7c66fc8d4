from __future__ import annotations

import math

import pytest

from framing.measure.emphasis import ALONE, MEASURES, emphasis
from framing.measure.emphasis_differences import emphasis_intervals
from framing.measure.omission import omissions
from framing.measure.order import ranks
from framing.plots import share_by_point
from framing.plots.omission_matrix import LACKING, NAMES, omission_matrix
from framing.plots.order import order
from framing.plots.theme import ACCENT, INK, QUIET, source_colours
from framing.records import StoryPoint
from tests.handmade import passage, words

BELL = [passage("b1", "Bell", words(60)), passage("b2", "Bell", words(40))]
POST = [passage("p1", "Post", words(30)), passage("p2", "Post", words(50))]
QUILL = [passage("q1", "Quill", words(20)), passage("q2", "Quill", words(20))]
PASSAGES = [*BELL, *POST, *QUILL]
COST = StoryPoint("cost", "The cost", ("b1", "p2", "q1"))
CLOSURE = StoryPoint("closure", "The <closure>", ("b2", "q2"))
POINTS = [COST, CLOSURE]
SOURCES = ["Bell", "Post", "Quill"]
MODES = ["light", "dark"]


def labels(figure):
    return [a.text for a in figure.layout.annotations]


class TestShareByPoint:
    TABLE = emphasis_intervals(PASSAGES, POINTS, resamples=200)

    def figure(self, **options):
        return share_by_point(self.TABLE, POINTS, SOURCES, **options)

    def bars(self, **options):
        (trace,) = [t for t in self.figure(**options).data if t.type == "bar"]
        return {
            tuple(c): (x, base, y) for c, x, base, y in zip(trace.customdata, trace.x, trace.base, trace.y, strict=True)
        }

    def numbers(self, **options):
        trace = self.figure(**options).data[-1]
        return dict(zip(map(tuple, trace.customdata), trace.text, strict=True))

    def test_each_told_point_is_a_bar_in_its_source_s_column_and_its_row(self):
        bars = self.bars()
        assert {cell: (x, int(base)) for cell, (x, base, _) in bars.items()} == {
            ("cost", "Bell"): (0, 0),
            ("cost", "Post"): (1, 0),
            ("cost", "Quill"): (2, 0),
            ("closure", "Bell"): (0, 1),
            ("closure", "Quill"): (2, 1),
        }

    def test_the_height_of_a_bar_is_its_share(self):
        bars = self.bars()
        assert bars["cost", "Bell"][2] / bars["closure", "Bell"][2] == pytest.approx(60 / 40)

    def test_bars_of_two_sources_are_slender_enough_to_stand_upright(self):
        widths = [
            next(t.width for t in share_by_point(self.TABLE, POINTS, some).data if t.type == "bar")
            for some in (SOURCES[:2], SOURCES, [*SOURCES, *"abcdef"])
        ]
        assert widths == pytest.approx([0.16, 0.24, 0.56])

    def test_every_cell_has_its_number_and_a_dash_where_it_is_not_told(self):
        assert self.numbers() == {
            ("cost", "Bell"): "60",
            ("cost", "Post"): "62",
            ("cost", "Quill"): "50",
            ("closure", "Bell"): "40",
            ("closure", "Post"): "–",
            ("closure", "Quill"): "50",
        }

    def test_what_one_source_alone_tells_has_its_own_scale(self):
        alone = StoryPoint(ALONE, "What one source tells", ())
        table = emphasis_intervals([*BELL, *QUILL, passage("p1", "Post", words(400))], POINTS, resamples=50)
        without, with_it = (share_by_point(table, p, SOURCES) for p in (POINTS, [*POINTS, alone]))
        heights = [next(list(t.y) for t in figure.data if t.type == "bar") for figure in (without, with_it)]
        assert heights[0] == pytest.approx([y for y in heights[1] if y in heights[0]])
        assert [text for text in labels(with_it) if "from 0 to 110" in text] == [
            "<b>3</b>  What one source tells  · from 0 to 110"
        ]

    def test_what_is_perhaps_told_has_a_question_mark(self):
        assert self.numbers(doubtful=[("Post", "closure")])["closure", "Post"] == "?"

    @pytest.mark.parametrize("measure", MEASURES)
    def test_bars_and_intervals_stay_inside_their_rows(self, measure):
        figure = self.figure(measure=measure)
        for trace in figure.data[:-1]:
            bases = trace.base if trace.type == "bar" else [0] * len(trace.y)
            ends = [y + base for y, base in zip(trace.y, bases, strict=True) if y is not None]
            assert all(0.2 <= y % 1 <= 0.8 for y in ends)

    def test_places_are_dots_from_the_beginning_on_top_down(self):
        (dots,) = [t for t in self.figure(measure="first mention").data[:-1] if t.mode == "markers"]
        place = dict(zip(map(tuple, dots.customdata), dots.y, strict=True))
        assert place["cost", "Bell"] < place["cost", "Post"]
        assert self.numbers(measure="first mention")["closure", "Bell"] == "60"

    def test_a_headline_stands_beside_the_places_only(self):
        heads = [("Bell", "closure")]
        assert self.numbers(measure="first mention", headlines=heads)["closure", "Bell"] == "60<sup>H</sup>"
        assert self.numbers(headlines=heads)["closure", "Bell"] == "40"

    def test_labels_are_numbered_and_escaped(self):
        assert labels(self.figure())[:2] == ["<b>1</b>  The cost", "<b>2</b>  The &lt;closure&gt;"]

    def test_the_axis_says_what_the_bars_are(self):
        assert "Bars: % of the source's words, from 0 to " in labels(self.figure())[-1]

    def test_the_hover_says_it_in_words(self):
        trace = self.figure().data[-1]
        hover = dict(zip(map(tuple, trace.customdata), trace.hovertext, strict=True))
        assert hover["cost", "Post"].startswith("<b>Post</b>: 62 % of the source's words<br>95 % interval ")
        assert hover["closure", "Post"] == "<b>Post</b> does not tell this"

    @pytest.mark.parametrize("mode", MODES)
    def test_words_take_the_ink_of_the_mode(self, mode):
        figure = self.figure(mode=mode)
        assert figure.layout.font.color == INK[mode]
        assert set(figure.data[-1].textfont.color) == {INK[mode], QUIET[mode]}

    def test_the_chosen_row_is_brought_out(self):
        (shape,) = [s for s in self.figure(chosen="closure").layout.shapes if s.type == "rect"]
        assert (shape.y0, shape.y1, shape.fillcolor) == (1, 2, ACCENT["light"])

    def test_few_names_stand_level_and_many_upright(self):
        many = [f"Source {i}" for i in range(12)]
        assert self.figure().layout.xaxis.tickangle == 0
        assert share_by_point(self.TABLE, POINTS, many).layout.xaxis.tickangle == -90

    def test_without_points_an_empty_figure_is_drawn(self):
        figure = share_by_point(self.TABLE, [], SOURCES)
        assert all(len(t.x) == 0 for t in figure.data)


class TestOmissionMatrix:
    TABLE = omissions(PASSAGES, POINTS, {("b2", "p1"): 0.4, ("p1", "q2"): 0.4})

    def cells(self, table, **options):
        figure = omission_matrix(table, SOURCES, **options)
        return {t.name: [tuple(c) for c in t.customdata] for t in figure.data}

    def test_each_state_is_a_trace_with_a_mark_of_its_own(self):
        figure = omission_matrix(self.TABLE, SOURCES)
        assert [t.name for t in figure.data] == [*NAMES.values(), LACKING]
        assert len({t.marker.symbol for t in figure.data}) == 5

    def test_the_legend_explains_only_what_is_drawn(self):
        shown = {t.name for t in omission_matrix(self.TABLE, SOURCES).data if t.showlegend}
        assert shown == {NAMES[state] for state in set(self.TABLE["state"])}

    def test_every_cell_is_in_the_trace_of_its_state(self):
        table = self.TABLE[self.TABLE["tellers"] > 1]
        cells = self.cells(table)
        assert set(cells[NAMES["told"]]) == {
            ("cost", "Bell"),
            ("cost", "Post"),
            ("cost", "Quill"),
            ("closure", "Bell"),
            ("closure", "Quill"),
        }
        state = table[(table["point"] == "closure") & (table["source"] == "Post")]["state"].iloc[0]
        assert cells[NAMES[state]] == [("closure", "Post")]

    def test_the_area_of_a_disc_is_its_share(self):
        told = omission_matrix(self.TABLE, SOURCES).data[0]
        size = dict(zip(map(tuple, told.customdata), told.marker.size, strict=True))
        assert (size["cost", "Bell"] / size["closure", "Bell"]) ** 2 == pytest.approx(60 / 40)

    def test_discs_have_their_source_s_colour_and_names_say_how_many_tell_it(self):
        figure = omission_matrix(self.TABLE, SOURCES)
        colours = source_colours(SOURCES)
        told = figure.data[0]
        assert list(told.marker.color) == [colours[source] for _, source in told.customdata]
        assert labels(figure)[:2] == ["The cost  <b>told by 3 of 3</b>", "The &lt;closure&gt;  <b>told by 2 of 3</b>"]

    def test_missing_facts_are_marked_and_named(self):
        table = self.TABLE.assign(missing=["61.7m" if s == "Bell" else "" for s in self.TABLE["source"]])
        figure = omission_matrix(table[table["point"] == "cost"], SOURCES)
        assert [tuple(c) for c in figure.data[-1].customdata] == [("cost", "Bell")]
        assert "without 61.7m" in figure.data[-1].hovertext[0]


class TestOrder:
    TABLE = ranks(emphasis(PASSAGES, POINTS), ["cost", "closure"])

    def marks(self, **options):
        figure = order(self.TABLE, POINTS, SOURCES, **options)
        return [t for t in figure.data if t.mode == "markers+text"]

    def test_each_mark_stands_in_its_source_s_column_at_its_place(self):
        places = {tuple(c): (x, y) for t in self.marks() for c, x, y in zip(t.customdata, t.x, t.y, strict=True)}
        assert places == {
            ("cost", "Bell"): (0, 1),
            ("closure", "Bell"): (0, 2),
            ("cost", "Post"): (1, 1),
            ("cost", "Quill"): (2, 1),
            ("closure", "Quill"): (2, 2),
        }

    def test_a_line_past_a_source_that_does_not_tell_it_is_dotted(self):
        lines = [t for t in order(self.TABLE, POINTS, SOURCES).data if t.mode == "lines" and len(t.x)]
        assert sorted((t.line.dash, [x for x in t.x if x is not None]) for t in lines) == [
            ("dot", [0, 2]),
            ("solid", [0, 1, 1, 2]),
        ]

    def test_the_chosen_point_is_filled_and_drawn_last(self):
        last = self.marks(chosen="cost")[-1]
        assert {c[0] for c in last.customdata} == {"cost"}
        assert last.marker.color == ACCENT["light"]
        assert set(last.text) == {"<b>1</b>"}

    def test_points_that_begin_in_one_passage_do_not_hide_each_other(self):
        both = [StoryPoint("a", "", ("b1", "p1")), StoryPoint("z", "", ("b1", "p1"))]
        figure = order(ranks(emphasis(PASSAGES, both), ["a", "z"]), both, SOURCES)
        bell = [y for t in figure.data if t.mode == "markers+text" for x, y in zip(t.x, t.y, strict=True) if x == 0]
        assert sorted(bell) == [1, 2]

    def test_without_points_an_empty_figure_is_drawn(self):
        figure = order(ranks(emphasis(PASSAGES, []), []), [], SOURCES)
        assert not figure.data
        assert not math.isnan(figure.layout.height)
