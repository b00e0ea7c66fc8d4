from __future__ import annotations

import pandas as pd
import pytest

from framing.measure.wording import in_context, keyness
from framing.measure.wording.keyness import top_terms
from framing.plots import barcode as draw_barcode
from framing.plots import keyness as draw_keyness
from framing.plots.theme import source_colours
from framing.records import Passage
from framing.segment import sentences

HOSTILE = "<b onclick=1>$118bn & <script>"


def passage(id: str, source: str, text: str) -> Passage:
    return Passage(id, f"article of {source}", source, 0, "body", text, sentences(text))


PASSAGES = [
    passage("b", "Bell", "Rioters came. The rioters left. Rioters again, and the mayor."),
    passage("p", "Post", "The mayor spoke. Protesters heard the mayor. Protesters left."),
]


def clicks(figure) -> list[tuple[str, str]]:
    return [tuple(data) for trace in figure.data if trace.customdata is not None for data in trace.customdata]


def texts(figure) -> str:
    shown = [str(t.text) + str(t.hovertext) + str(t.name) for t in figure.data]
    return " ".join([*shown, *(a.text for a in figure.layout.annotations), str(figure.layout.yaxis.ticktext)])


class TestKeyness:
    TABLE = top_terms(keyness(PASSAGES), 5)

    def test_each_row_says_its_source_and_term_to_a_click(self):
        figure = draw_keyness(self.TABLE, ["Bell", "Post"])
        assert sorted(clicks(figure)) == sorted(zip(self.TABLE["source"], self.TABLE["term"], strict=True))

    def test_bars_are_as_long_as_z_and_counts_stand_beside_them(self):
        figure = draw_keyness(self.TABLE, ["Bell", "Post"])
        drawn = [x for t in figure.data if t.hoverinfo == "skip" and t.type == "bar" for x in t.x if x is not None]
        assert sorted(drawn) == pytest.approx(sorted(self.TABLE["z"]))
        assert "3 : 0" in texts(figure)

    @pytest.mark.parametrize("count", [0, 1, 2, 3, 12])
    @pytest.mark.parametrize("mode", ["light", "dark"])
    def test_any_number_of_sources_has_a_cell_with_its_name_each(self, count, mode):
        sources = [f"Source {i}" for i in range(count)] or ["Bell"]
        figure = draw_keyness(self.TABLE.iloc[:0], sources, mode=mode)
        names = " ".join(a.text for a in figure.layout.annotations)
        assert all(source in names for source in sources)

    def test_on_a_narrow_page_sources_stand_below_each_other(self):
        domains = [
            {tuple(axis.domain) for axis in draw_keyness(self.TABLE, ["Bell", "Post"], narrow=narrow).select_xaxes()}
            for narrow in (False, True)
        ]
        assert (len(domains[0]), domains[1]) == (2, {(0.0, 1.0)})

    @pytest.mark.parametrize(("count", "narrow", "above"), [(2, False, True), (3, False, False), (3, True, True)])
    def test_the_legend_stands_in_the_cell_that_an_odd_source_leaves_free(self, count, narrow, above):
        legend = draw_keyness(self.TABLE, [f"Source {i}" for i in range(count)], narrow=narrow).layout.legend
        assert (legend.y > 1, legend.x < 0.5) == (above, above)

    def test_every_verdict_is_told_by_more_than_colour(self):
        rows = [
            {"source": "Bell", "term": v, "count": 3, "rest": 0, "rate": 1.0, "rest_rate": 0.0, "log_odds": 1.0}
            | {"z": z, "passages": 1, "verdict": v}
            for v, z in (("stands out", 5.0), ("leans", 2.5), ("may be chance", 1.0))
        ]
        bars = [t for t in draw_keyness(pd.DataFrame(rows), ["Bell"]).data if t.type == "bar" and t.name is None]
        shapes = {(t.marker.pattern.shape, t.marker.color) for t in bars if t.hoverinfo == "skip"}
        assert len(shapes) == 3

    def test_article_text_is_escaped(self):
        table = self.TABLE.head(1).assign(term=HOSTILE, source=HOSTILE)
        assert "<script>" not in texts(draw_keyness(table, [HOSTILE]))


class TestBarcode:
    TABLE = in_context(PASSAGES, "rioters")

    def test_each_line_stands_where_the_word_stands_and_says_which_to_a_click(self):
        figure = draw_barcode(self.TABLE, ["Bell", "Post"])
        bell, post = figure.data
        assert list(bell.x) == pytest.approx([0, 3 / 10, 5 / 10])
        assert clicks(figure) == list(zip(self.TABLE["passage"], self.TABLE["start"], strict=True))
        assert len(post.x) == 0
        assert bell.marker.line.color == source_colours(["Bell", "Post"])["Bell"]

    def test_a_source_without_the_word_has_an_empty_strip_that_says_so(self):
        assert "not used" in texts(draw_barcode(self.TABLE, ["Bell", "Post"]))
        assert len(draw_barcode(self.TABLE, ["Bell", "Post"]).layout.shapes) == 2

    def test_article_text_is_escaped(self):
        table = in_context([passage("b", HOSTILE, f"{HOSTILE} rioters {HOSTILE}")], "rioters")
        assert "<script>" not in texts(draw_barcode(table, [HOSTILE]))
