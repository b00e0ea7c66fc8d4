"""The figures of a report, and of a folder of figures: each with what it shows in words and as a table."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import pandas as pd
import plotly.graph_objects as go

from framing import plots
from framing.comparison import Comparison
from framing.export.report_pieces import Grid, Picture, grid, percents
from framing.measure import INSTRUMENTS
from framing.measure.by_point import point_means
from framing.measure.differences import OTHERS
from framing.measure.emphasis import WHOLE
from framing.measure.means import passage_means
from framing.measure.voices import speaker_shares
from framing.measure.wording.keyness import top_terms
from framing.plots.ribbon import REACH
from framing.plots.text import percent
from framing.plots.theme import INK, Mode
from framing.plots.told import (
    alternative,
    cells,
    extremes,
    most_heard,
    omissions_told,
    ribbon_told,
    tone_told,
    typical,
    widest,
)

MOST_SPEAKERS, MOST_TERMS, MOST_ROWS = 18, 6, 14
"""What a figure can show on paper; its table holds all."""
FEW = 3  # sources whose pairs can all be drawn; of more, each is held against all the others


@dataclass(frozen=True, slots=True)
class Drawing:
    """A figure that can be made of a comparison: its name and title, what is drawn, what it shows, and its table."""

    name: str
    title: str
    drawn: str
    caption: str
    draw: Callable[[Comparison, Mode], go.Figure]
    table: Callable[[Comparison], Grid]
    shows: Callable[[Comparison], str]

    def alt(self, comparison: Comparison) -> str:
        """Return the text alternative: what is drawn, the most telling of its values, and where all of them stand."""
        return alternative(self.drawn, self.shows(comparison))

    def picture(self, comparison: Comparison) -> Picture:
        """Return the figure for light and dark, with its table."""
        light, dark = (self.draw(comparison, mode) for mode in ("light", "dark"))
        return Picture(self.name, self.title, self.alt(comparison), self.caption, light, dark, self.table(comparison))


def _ribbon(comparison: Comparison, mode: Mode) -> go.Figure:
    """Draw the ribbon with signs on its blocks, so that tone can be read in grey."""
    figure = plots.ribbon(comparison, mode=mode)
    means = passage_means(comparison.tone, comparison.main_instrument).set_index("passage")["mean"]
    strong = INSTRUMENTS[comparison.main_instrument].high / REACH / 4
    for trace in figure.select_traces({"type": "bar"}):
        scores = [float(means.get(id, 0.0)) for _, id in trace.customdata]
        signs = ["−" if s <= -strong else "+" if s >= strong else "" for s in scores]
        trace.update(text=signs, textposition="inside", insidetextanchor="middle", constraintext="none", textangle=0)
        trace.update(textfont={"size": 17, "color": INK["light"]})
    return figure


def _ribbon_table(comparison: Comparison) -> Grid:
    labels = {id: p.label for p in comparison.points for id in p.passages}
    means = passage_means(comparison.tone, comparison.main_instrument).set_index("passage")["mean"]
    table = pd.DataFrame(
        [
            (p.source, place, labels.get(p.id, f"only in {p.source}"), p.words, means.get(p.id))
            for source in comparison.sources
            for place, p in enumerate((p for p in comparison.passages if p.source == source and p.aligned), 1)
        ],
        columns=["source", "place", "told", "words", "tone"],
    )
    instrument = INSTRUMENTS[comparison.main_instrument]
    named = f"{instrument.label.lower()}, {instrument.low:+g} to {instrument.high:+g}"
    names = {"source": "source", "place": "passage", "told": "story point", "words": "words", "tone": named}
    return grid("The ribbon as a table", table, names, folded=True)


def _shares(comparison: Comparison, mode: Mode) -> go.Figure:
    return plots.share_by_point(comparison.emphasis_intervals, comparison.points, comparison.sources, mode=mode)


def _shares_table(comparison: Comparison) -> Grid:
    table = comparison.emphasis_intervals
    table = table[table["measure"] == "share of words"]
    labels = {p.id: p.label for p in comparison.points}
    shown = {name: percents(table[name].tolist()) for name in ("value", "low", "high")}
    table = table.assign(point=table["point"].map(labels), **shown)
    names = {"point": "story point", "source": "source", "value": "share of words", "low": "95 % from", "high": "to"}
    return grid("Shares as a table", table, names | {"passages": "passages"}, folded=True)


def _shares_told(comparison: Comparison) -> str:
    table = comparison.emphasis_intervals
    table = table[table["measure"] == "share of words"]
    return extremes(cells(table, {p.id: p.label for p in comparison.points}), table["value"], percent)


def _tone(comparison: Comparison, mode: Mode) -> go.Figure:
    instrument = comparison.main_instrument
    table = point_means(comparison.tone, comparison.points, instrument)
    return plots.tone_by_point(table, comparison.points, comparison.sources, INSTRUMENTS[instrument], mode=mode)


def _tone_table(comparison: Comparison) -> Grid:
    table = point_means(comparison.tone, comparison.points, comparison.main_instrument)
    labels = {p.id: p.label for p in comparison.points} | {"all": "the whole article"}
    names = {"point": "story point", "source": "source", "mean": "mean", "low": "95 % from", "high": "to"}
    counts = {"words": "words", "sentences": "sentences"}
    return grid("Tone as a table", table.assign(point=table["point"].map(labels)), names | counts, folded=True)


def _tone_told(comparison: Comparison) -> str:
    table = point_means(comparison.tone, comparison.points, comparison.main_instrument)
    return tone_told(table, {p.id: p.label for p in comparison.points})


def _splits(comparison: Comparison) -> pd.DataFrame:
    table = comparison.main_differences
    table = table[(table["scope"] == WHOLE) & table["gap"].notna()]
    widest = table.assign(size=table["gap"].abs()).sort_values("size", ascending=False, kind="stable")
    return widest.assign(key=pd.Series(zip(widest["left"], widest["right"], strict=True), index=widest.index))


def _split(comparison: Comparison, mode: Mode) -> go.Figure:
    table = _splits(comparison)
    if len(comparison.sources) > FEW:
        table = table[table["right"] == OTHERS]
    names = [f"{left} – {right}" for left, right in table["key"]]
    return plots.tone_split(table, names, INSTRUMENTS[comparison.main_instrument], mode=mode)


def _split_table(comparison: Comparison) -> Grid:
    names = {"left": "source", "right": "less", "gap": "gap", "low": "95 % from", "high": "to", "verdict": "verdict"}
    parts = {"wording": "how they say the same things", "selection": "which things they say"}
    return grid("The gaps in tone as a table", _splits(comparison), names | parts, folded=True)


def _split_told(comparison: Comparison) -> str:
    table = _splits(comparison)
    return widest(table, [f"{left} against {right}" for left, right in table["key"]])


def _omissions(comparison: Comparison, mode: Mode) -> go.Figure:
    table = comparison.omissions
    several = table[table["tellers"] > 1]
    part = several[several["tellers"] < len(comparison.sources)]
    chosen = part if len(part) else several if len(several) else table
    points = list(dict.fromkeys(chosen["point"]))[:MOST_ROWS]
    return plots.omission_matrix(chosen[chosen["point"].isin(points)], comparison.sources, mode=mode)


def _omissions_table(comparison: Comparison) -> Grid:
    table = comparison.omissions
    table = table.assign(share=percents(table["share"].tolist()))
    names = {"label": "what is told", "tellers": "told by", "source": "source", "state": "here"}
    return grid("What each source tells, as a table", table, names | {"share": "share of its words"}, folded=True)


def _omissions_told(comparison: Comparison) -> str:
    return omissions_told(comparison.omissions, comparison.sources)


def _wording(comparison: Comparison, mode: Mode) -> go.Figure:
    shown = top_terms(comparison.keyness, MOST_TERMS if len(comparison.sources) < 7 else 4)
    return plots.keyness(shown, comparison.sources, mode=mode)


def _wording_table(comparison: Comparison) -> Grid:
    names = {"source": "source", "term": "term", "count": "uses here", "rest": "uses elsewhere", "z": "z"}
    shown = top_terms(comparison.keyness, 15)
    return grid("The 15 most typical terms of each source", shown, names | {"verdict": "verdict"}, folded=True)


def _shares_of_voices(comparison: Comparison) -> pd.DataFrame:
    return speaker_shares(comparison.voices, named={actor.name for actor in comparison.actors})


def _voices(comparison: Comparison, mode: Mode) -> go.Figure:
    shares = _shares_of_voices(comparison)
    total = (
        shares[shares["speaker"] != ""].groupby("speaker")["share"].sum().sort_values(ascending=False, kind="stable")
    )
    most = list(total.index[:MOST_SPEAKERS])
    one = set(shares[shares["alone"]]["speaker"])
    ordered = sorted(most, key=lambda speaker: (speaker in one, most.index(speaker)))
    unnamed = [""] if (shares["speaker"] == "").any() else []
    return plots.voices_by_source(shares, [*ordered, *unnamed], comparison.sources, mode=mode)


def _voices_table(comparison: Comparison) -> Grid:
    shares = _shares_of_voices(comparison)
    unnamed = shares["speaker"].replace("", "somebody not named")
    table = shares.assign(speaker=unnamed, share=percents(shares["share"].tolist()))
    names = {"source": "source", "speaker": "speaker", "words": "words quoted", "share": "share of the quoted words"}
    return grid("Who is quoted, as a table", table, names | {"statements": "statements"}, folded=True)


DRAWINGS: dict[str, Drawing] = {
    drawing.name: drawing
    for drawing in (
        Drawing(
            "ribbon", "What the sources share, and what stands alone",
            "One column a source, its passages in reading order; bands join what several sources tell",
            "Each block is a passage, as high as it has words, coloured from rust (hostile) over neutral to teal "
            "(favourable). Bands join what tells the same thing; hatched ones stand alone. "
            "+ and − are the more favourable and the more hostile ones.",
            _ribbon, _ribbon_table, ribbon_told,
        ),
        Drawing(
            "emphasis", "How much of its words each source gives to each story point",
            "A bar for each source and story point, as high as its share of words",
            "The number is percent of the source's words, the thin line the 95 % interval, a dash: not told.",
            _shares, _shares_table, _shares_told,
        ),
        Drawing(
            "tone", "Tone of each source on each story point",
            "A mark for each source and story point with its 95 % interval",
            "Left is hostile or negative, right favourable. Lines are 95 % intervals; one passage alone has none.",
            _tone, _tone_table, _tone_told,
        ),
        Drawing(
            "split", "Gaps in tone: said differently, or different things said",
            "Each gap in tone between two sources as the sum of two parts",
            "The gap there would be if both told the same story points at the same length, and what comes from telling "
            "other things; the two add up to the gap. The table says which gaps can be told apart from chance.",
            _split, _split_table, _split_told,
        ),
        Drawing(
            "omissions", "What each source tells, and what it leaves out",
            "Which source tells, perhaps tells or does not tell each thing",
            "What most sources tell comes first. “Perhaps told”: there is a weak match; read it before you say that a "
            "source leaves it out.",
            _omissions, _omissions_table, _omissions_told,
        ),
        Drawing(
            "wording", "The words each source uses more than all the others",
            "For each source its most typical terms, with z",
            "A bar is z, the gap between the source's rate and the others' in standard errors; dotted: 1.96.",
            _wording, _wording_table, lambda comparison: typical(comparison.keyness),
        ),
        Drawing(
            "voices", "Who gets to speak: share of each source's quoted words",
            "A bar for each speaker and source",
            "Percent of the words that the source quotes. Hatched: quoted by one source only.",
            _voices, _voices_table, lambda comparison: most_heard(_shares_of_voices(comparison)),
        ),
    )
}  # fmt: skip
"""Every figure that can be taken along, by name."""


def drawable(comparison: Comparison) -> list[Drawing]:
    """Return the figures that this comparison has something to draw for."""
    empty = {
        "emphasis": not comparison.points,
        "tone": comparison.tone.empty,
        "split": _splits(comparison).empty,
        "omissions": comparison.omissions.empty,
        "wording": comparison.keyness.empty,
        "voices": comparison.voices.empty,
    }
    return [drawing for name, drawing in DRAWINGS.items() if not empty.get(name, False)]
