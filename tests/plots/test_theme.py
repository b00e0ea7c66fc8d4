"""The colours of sources, measured: apart for everybody's eyes, and clear of both papers."""

from __future__ import annotations

import numpy as np
import plotly.graph_objects as go
import pytest

from framing.plots import voices_by_source
from framing.plots.theme import (
    INK,
    PAPER,
    faint,
    grown,
    hollow,
    on_colour,
    source_borders,
    source_colours,
    source_dashes,
    source_fill,
    source_patterns,
    source_shapes,
    tone_colour,
    tone_scale,
)
from tests.plots.test_voices_by_source import TABLE

NAMES = [f"s{i}" for i in range(26)]
COLOURS = list(source_colours(NAMES[:12]).values())
# What eyes without one kind of cone see of linear RGB (Machado, Oliveira & Fernandes 2009, severity 1).
EYES = {
    "all cones": np.eye(3),
    "no red cones": np.array(
        [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]]
    ),
    "no green cones": np.array(
        [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.011820, 0.042940, 0.968881]]
    ),
    "no blue cones": np.array(
        [[1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602], [0.004733, 0.691367, 0.303900]]
    ),
}
TO_XYZ = np.array(
    [[0.4124564, 0.3575761, 0.1804375], [0.2126729, 0.7151522, 0.072175], [0.0193339, 0.119192, 0.9503041]]
)


def linear(colours: list[str]) -> np.ndarray:
    """Return linear RGB from 0 to 1, shape (colours, 3)."""
    steps = np.array([[int(c[i : i + 2], 16) / 255 for i in (1, 3, 5)] for c in colours])
    return np.where(steps <= 0.04045, steps / 12.92, ((steps + 0.055) / 1.055) ** 2.4)


def lab(light: np.ndarray) -> np.ndarray:
    """Return CIELAB of linear RGB."""
    xyz = np.clip(light, 0, 1) @ TO_XYZ.T / TO_XYZ.sum(axis=1)
    f = np.where(xyz > 0.008856, np.cbrt(xyz), 7.787 * xyz + 16 / 116)
    return np.stack([116 * f[:, 1] - 16, 500 * (f[:, 0] - f[:, 1]), 200 * (f[:, 1] - f[:, 2])], axis=1)


def nearest(colours: list[str], eyes: str) -> float:
    """Return the distance in CIELAB (1 is just seen side by side) of the two colours that look most alike."""
    seen = lab(linear(colours) @ EYES[eyes].T)
    return min(float(np.linalg.norm(a - b)) for i, a in enumerate(seen) for b in seen[:i])


def contrast(one: str, other: str) -> float:
    """Return the contrast ratio of WCAG 2, from 1 to 21."""
    dark, light = sorted(linear([one, other]) @ TO_XYZ[1])
    return float((light + 0.05) / (dark + 0.05))


@pytest.mark.parametrize("eyes", EYES)
@pytest.mark.parametrize(("count", "least"), [(2, 30), (8, 16), (12, 9)])
def test_colours_of_sources_are_apart_whatever_cones_an_eye_lacks(eyes: str, count: int, least: float) -> None:
    assert nearest(COLOURS[:count], eyes) >= least


@pytest.mark.parametrize("colour", COLOURS)
@pytest.mark.parametrize("paper", PAPER.values())
def test_every_source_stands_out_from_both_papers(colour: str, paper: str) -> None:
    assert contrast(colour, paper) >= 3


def test_up_to_twelve_sources_have_a_colour_and_a_shape_of_their_own() -> None:
    assert len(set(COLOURS)) == len(set(source_shapes(NAMES[:12]).values())) == 12
    assert set(source_patterns(NAMES[:12]).values()) == {""}


@pytest.mark.parametrize(
    ("place", "pattern", "dash", "style"),
    [(0, "", "solid", "solid"), (12, ".", "dot", "dotted"), (24, "+", "dash", "dashed")],
)
def test_after_twelve_colours_repeat_with_a_pattern(place: int, pattern: str, dash: str, style: str) -> None:
    name = NAMES[place]
    assert source_colours(NAMES)[name] == COLOURS[0]
    assert (source_patterns(NAMES)[name], source_dashes(NAMES)[name]) == (pattern, dash)
    assert source_borders(NAMES)[name] == f"border-color:{COLOURS[0]};border-style:{style}"


def test_twenty_four_sources_have_a_shape_of_their_own() -> None:
    assert len(set(source_shapes(NAMES[:24]).values())) == 24
    assert (hollow("circle"), hollow("circle-dot")) == ("circle-open", "circle-open-dot")
    go.Scatter(marker={"symbol": [hollow(shape) for shape in source_shapes(NAMES).values()]})  # plotly knows them all


def test_bars_of_the_thirteenth_source_are_dotted_in_figures() -> None:
    assert source_fill(["s12", "s0"], NAMES, "light")["pattern"]["shape"] == [".", ""]
    names = ["Post", *NAMES[:11], "Bell"]
    bars = next(t for t in voices_by_source(TABLE, ["Ann Lee"], names).data if t.type == "bar")
    assert list(bars.marker.pattern.shape) == [".", ""]


@pytest.mark.parametrize("mode", ["light", "dark"])
def test_the_middle_of_the_tone_scale_is_neutral_and_its_ends_are_equally_strong(mode: str) -> None:
    ends = lab(linear([str(colour) for _, colour in tone_scale(mode)]))
    strength = np.hypot(ends[:, 1], ends[:, 2])
    assert strength[2] < 8 < 20 < min(strength[0], strength[4])
    assert abs(ends[0, 0] - ends[4, 0]) < 12


@pytest.mark.parametrize("mode", ["light", "dark"])
def test_signs_take_the_ink_that_reads_better(mode: str) -> None:
    for score in np.linspace(-1, 1, 9):
        colour = tone_colour(score, 1, mode)
        plain = "#" + "".join(f"{round(float(part)):02x}" for part in colour[4:-1].split(","))
        other = next(ink for ink in INK.values() if ink != on_colour(colour))
        assert contrast(on_colour(colour), plain) >= min(3.0, contrast(other, plain))


def test_a_figure_grows_in_what_is_counted_in_pixels_only() -> None:
    figure = go.Figure(go.Bar(x=[1, 2], y=[3, 4], width=0.5, marker={"line": {"width": 2}, "pattern": {"size": 7}}))
    figure.add_annotation(text="a", xshift=4, font={"size": 12})
    figure.update_layout(height=300, margin={"l": 10, "t": 20}, xaxis={"range": [0, 3]})
    large = grown(figure, 1.5)
    assert (large.layout.height, large.layout.margin.l, large.layout.annotations[0].font.size) == (450, 15, 18)
    assert (large.data[0].marker.line.width, large.data[0].marker.pattern.size) == (3, 10.5)
    assert (large.data[0].width, list(large.data[0].y), list(large.layout.xaxis.range)) == (0.5, [3, 4], [0, 3])
    assert figure.layout.height == 300
    assert grown(figure, 1) is figure


def test_a_faint_colour_is_the_same_colour_with_an_opacity() -> None:
    assert faint("#ff8000", 0.2) == "rgba(255,128,0,0.2)"
