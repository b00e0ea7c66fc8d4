from __future__ import annotations

import math

import pandas as pd
import pytest

from framing.measure import INSTRUMENTS
from framing.plots.instrument_agreement import instrument_agreement
from framing.plots.theme import ACCENT, PAPER, QUIET, faint, source_colours
from framing.plots.tone_along import tone_along
from framing.plots.tone_along_each import tone_along_each
from framing.plots.tone_gaps import tone_gaps
from framing.plots.tone_split import GAP, SELECTION, WORDING, rounded, tone_split
from tests.handmade import differ

RATED = INSTRUMENTS["rated"]
MODES = ["light", "dark"]
HOSTILE = "<b onclick=1>$118bn & <script>"
SURE = differ(detectable=0.5)
UNSURE = differ(
    right="Quill", gap=0.2, low=-0.1, high=0.6, right_mean=-1.2, detectable=0.7, verdict="cannot be told apart"
)


class TestToneGaps:
    def figure(self, **options):
        return tone_gaps(pd.DataFrame([SURE, UNSURE]), ["Bell against Post", "Bell against Quill"], RATED, **options)

    @pytest.mark.parametrize("mode", MODES)
    def test_what_may_be_chance_is_hollow(self, mode):
        _, sure, unsure = self.figure(mode=mode).data
        assert (sure.marker.color, sure.marker.line.color) == (ACCENT[mode], ACCENT[mode])
        assert (unsure.marker.color, unsure.marker.line.color) == (PAPER[mode], QUIET[mode])

    def test_it_says_in_words_what_hollow_means(self):
        assert [t.name for t in self.figure().data] == [
            "too small for this much text to show",
            "differ",
            "cannot be told apart with this much text",
        ]

    def test_dots_stand_at_the_gaps_with_their_intervals(self):
        _, sure, unsure = self.figure().data
        assert (list(sure.x), list(sure.y), list(unsure.x), list(unsure.y)) == ([-2.0], [0], [0.2], [1])
        assert (sure.error_x.arrayminus[0], sure.error_x.array[0]) == pytest.approx((0.5, 0.5))
        assert (unsure.error_x.arrayminus[0], unsure.error_x.array[0]) == pytest.approx((0.3, 0.4))

    def test_the_band_is_the_gap_that_this_much_text_could_not_show(self):
        band = self.figure().data[0]
        assert (list(band.base), list(band.x)) == ([-0.5, -0.7], [1.0, 1.4])

    def test_on_a_narrow_page_a_longer_legend_takes_nothing_from_the_rows(self):
        wide, slim = (self.figure(narrow=narrow).layout for narrow in (False, True))
        assert slim.margin.t > wide.margin.t
        assert slim.height - slim.margin.t == wide.height - wide.margin.t

    def test_the_band_is_as_faint_in_the_legend_as_in_the_figure(self):
        marker = self.figure().data[0].marker
        assert (marker.color, marker.opacity) == (faint(QUIET["light"], 0.2), None)

    def test_without_interval_or_band_the_hover_says_so(self):
        bare = UNSURE | {"low": math.nan, "high": math.nan, "detectable": math.nan}
        (hover,) = tone_gaps(pd.DataFrame([bare]), ["Bell against Quill"], RATED).data[2].hovertext
        assert "no interval with one passage" in hover
        assert "so little text can show no gap" in hover
        assert "nan" not in hover

    def test_each_dot_carries_its_comparison(self):
        assert tuple(self.figure().data[2].customdata[0]) == ("Bell", "Quill", "all")

    def test_there_is_a_line_at_zero(self):
        assert [(s.x0, s.x1) for s in self.figure().layout.shapes] == [(0, 0)]

    def test_names_are_escaped(self):
        figure = tone_gaps(pd.DataFrame([SURE]), [HOSTILE], RATED)
        assert "<script" not in figure.to_json().replace("\\u003c", "<")
        assert "&lt;script&gt;" in figure.layout.annotations[0].text


class TestToneSplit:
    TABLE = pd.DataFrame(
        {"gap": [0.5, -0.1], "wording": [0.7, -0.04], "selection": [-0.2, -0.06], "key": [("a", "b"), ("a", "c")]}
    )

    def bars(self, **options):
        return {t.name: t for t in tone_split(self.TABLE, ["A against B", "A against C"], RATED, **options).data}

    def test_selection_begins_where_wording_ends_and_both_reach_the_gap(self):
        bars = self.bars()
        assert list(bars[SELECTION].base) == list(bars[WORDING].x) == [0.7, -0.04]
        ends = [b + x for b, x in zip(bars[SELECTION].base, bars[SELECTION].x, strict=True)]
        assert ends == pytest.approx(list(bars[GAP].x))

    def test_the_two_parts_differ_by_more_than_colour(self):
        bars = self.bars()
        assert bars[WORDING].marker.pattern.shape != bars[SELECTION].marker.pattern.shape

    def test_intervals_are_thin_lines_and_numbers_stand_beyond_them(self):
        ends = {"wording_low": [0.2, math.nan], "wording_high": [1.1, math.nan]}
        ends |= {"selection_low": [-0.9, -0.1], "selection_high": [0.1, 0.2]}
        figure = tone_split(self.TABLE.assign(**ends), ["A against B", "A against C"], RATED)
        bars = {t.name: t for t in figure.data}
        assert (bars[WORDING].error_x.arrayminus[0], bars[WORDING].error_x.array[0]) == pytest.approx((0.5, 0.4))
        assert (bars[SELECTION].error_x.arrayminus[1], bars[SELECTION].error_x.array[1]) == pytest.approx((0.04, 0.26))
        assert all(math.isnan(x) for x in bars[GAP].error_x.array)
        assert "interval" in bars[WORDING].hovertext[0]
        assert "interval" not in bars[WORDING].hovertext[1]
        numbers = [(a.text, round(a.x, 2)) for a in figure.layout.annotations if a.name == "number"]
        assert numbers[:2] == [("+0.70", 1.1), ("−0.04", -0.04)]
        assert numbers[2] == ("−0.20", -0.2)  # begins at +0.7 and may be as low as -0.9

    def test_a_very_wide_interval_runs_to_the_edge(self):
        wide = self.TABLE.head(1).assign(wording_low=-8.0, wording_high=8.0, selection_low=-8.0, selection_high=8.0)
        figure = tone_split(wide, ["A against B"], RATED)
        low, high = figure.layout.xaxis.range
        assert (low, high) == pytest.approx((-1.3 * 4 * 0.7, 1.3 * 4 * 0.7))
        assert all(low < a.x < high for a in figure.layout.annotations if a.name == "number")

    def test_each_bar_carries_its_key(self):
        assert [tuple(c) for c in self.bars()[GAP].customdata] == [("a", "b"), ("a", "c")]

    def test_the_two_modes_have_colours_of_their_own(self):
        light, dark = ({t.marker.color for t in self.bars(mode=mode).values()} for mode in MODES)
        assert not light & dark

    @pytest.mark.parametrize(
        ("wording", "gap", "expected"),
        [
            (-0.013, -0.095, ("−0.01", "−0.09", "−0.10")),  # on its own selection, -0.082, would read -0.08
            (0.5, 0.5, ("+0.50", "0", "+0.50")),
            (-0.001, 0.02, ("0", "+0.02", "+0.02")),
        ],
    )
    def test_written_numbers_add_up(self, wording, gap, expected):
        shown = rounded([wording], [gap])
        assert tuple(shown[name][0] for name in (WORDING, SELECTION, GAP)) == expected

    def test_names_are_escaped(self):
        figure = tone_split(self.TABLE.head(1), [HOSTILE], RATED)
        assert "<script" not in figure.to_json().replace("\\u003c", "<")


class TestToneAlong:
    TABLE = pd.DataFrame(
        {
            "source": ["Bell", "Bell", "Post"],
            "passage": ["b1", "b2", "p1"],
            "place": [0.25, 0.75, 0.5],
            "words": [10, 10, 20],
            "mean": [-1.0, 1.0, 0.5],
            "running": [-0.5, 0.5, 0.5],
        }
    )

    def figure(self):
        return tone_along(self.TABLE, ["Bell", "Post"], RATED)

    def test_each_source_has_its_passages_and_its_line(self):
        passages, line = self.figure().data[:2]
        assert (list(passages.x), list(passages.y)) == ([0.25, 0.75], [-1.0, 1.0])
        assert (list(line.y), line.mode) == ([-0.5, 0.5], "lines+markers")

    def test_passages_carry_their_id_and_source_and_lines_nothing(self):
        passages, line = self.figure().data[:2]
        assert [tuple(c) for c in passages.customdata] == [("b1", "Bell"), ("b2", "Bell")]
        assert line.customdata is None

    def test_lines_have_the_colours_of_the_sources(self):
        assert [t.line.color for t in self.figure().data[1::2]] == list(source_colours(["Bell", "Post"]).values())


class TestToneAlongEach:
    SOURCES = ("Bell", "Post", "Mail", "Star")

    def figure(self, **options):
        rows = [
            (source, f"{source}{i}", 0.5 * i, tone, tone) for source in self.SOURCES for i, tone in ((0, -1), (1, 1))
        ]
        table = pd.DataFrame(rows, columns=["source", "passage", "place", "mean", "running"])
        return tone_along_each(table, self.SOURCES, RATED, **options)

    def test_the_fourth_picture_stands_below_the_first_and_on_a_narrow_page_the_third(self):
        def places(**options):
            return [(a.x, round(a.y, 2)) for a in self.figure(**options).layout.annotations]

        assert places() == [(0, 0.2), (1.14, 0.2), (2.28, 0.2), (0, 1.2)]
        assert places(narrow=True) == [(0, 0.2), (1.14, 0.2), (0, 1.2), (1.14, 1.2)]

    def test_a_higher_tone_stands_higher_in_its_own_picture(self):
        marks = self.figure().data[2]  # after the others' lines and the first source's own
        assert [tuple(c) for c in marks.customdata] == [("Bell0", "Bell"), ("Bell1", "Bell")]
        assert [round(y, 2) for y in marks.y] == [0.9, 0.2]

    def test_every_picture_holds_the_lines_of_the_other_sources(self):
        others = self.figure().data[0]
        assert others.x.count(None) == 4 * 3


class TestInstrumentAgreement:
    TABLE = pd.DataFrame([[1.0, 0.4], [0.4, 1.0]], index=["rated", "vader"], columns=["rated", "vader"])

    def test_each_pair_is_a_square_with_its_correlation(self):
        (trace,) = instrument_agreement(self.TABLE).data
        assert [tuple(c) for c in trace.customdata] == [("rated", "vader"), ("vader", "rated")]
        assert (list(trace.text), list(trace.marker.color)) == (["+0.40", "+0.40"], [0.4, 0.4])

    def test_a_pair_that_could_not_be_compared_says_so(self):
        (trace,) = instrument_agreement(self.TABLE.where(self.TABLE == 1)).data
        assert list(trace.text) == ["–", "–"]

    def test_axes_carry_the_instruments_labels(self):
        assert list(instrument_agreement(self.TABLE).layout.xaxis.ticktext) == ["Rated tone", "VADER"]
