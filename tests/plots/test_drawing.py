from __future__ import annotations

import pandas as pd
import pytest

from framing.plots.drawing import Drawing


def test_what_is_drawn_is_in_the_figure():
    drawing = Drawing()
    drawing.add_bar(x=pd.Series([1.0, 2.0]), y=[0, 1], marker={"color": "#1f5a7a", "line": None})
    drawing.add_annotation(text="a word", x=0, y=1)
    drawing.add_shape(type="line", x0=0, x1=1, y0=0, y1=0)
    figure = drawing.figure()
    assert [trace.type for trace in figure.data] == ["bar"]
    assert list(figure.data[0].x) == [1.0, 2.0]
    assert [words.text for words in figure.layout.annotations] == ["a word"]
    assert [shape.type for shape in figure.layout.shapes] == ["line"]


def test_what_stands_in_a_part_beside_what_is_given_stays():
    drawing = Drawing()
    drawing.update_xaxes(range=[0, 1], tickfont={"size": 14})
    drawing.update_layout(xaxis={"tickfont": {"color": "#6b675f"}, "title": None}).update_xaxes(title="words")
    axis = drawing.figure().layout.xaxis
    assert (axis.range, axis.tickfont.size, axis.tickfont.color) == ((0, 1), 14, "#6b675f")
    assert axis.title.text == "words"


def test_axes_that_were_given_the_same_looks_change_apart():
    drawing = Drawing()
    drawing.update_layout(xaxis2={"anchor": "y"})
    drawing.update_xaxes(tickfont={"size": 14})
    drawing.update_layout(xaxis2={"tickfont": {"size": 12}})
    layout = drawing.figure().layout
    assert (layout.xaxis.tickfont.size, layout.xaxis2.tickfont.size) == (14, 12)


def test_what_is_drawn_is_not_changed_by_what_was_given_nor_the_other_way_round():
    stop, values, box = [0, "#1f5a7a"], [1.0, None], {"text": "a word"}
    drawing = Drawing()
    drawing.add_bar(x=values, marker={"colorscale": [stop]})
    drawing.update_layout(annotations=[box], xaxis={"range": values})
    stop[1], box["text"] = "red", "another"
    values.append(3.0)
    assert drawing.data[0] == {"type": "bar", "x": [1.0, None], "marker": {"colorscale": [[0, "#1f5a7a"]]}}
    assert drawing.layout["annotations"] == [{"text": "a word"}]
    drawing.layout["annotations"][0]["text"] = "a third"
    drawing.layout["xaxis"]["range"].append(4.0)
    assert box == {"text": "another"}
    assert values == [1.0, None, 3.0]


def test_a_finished_figure_takes_plotlys_short_words_and_refuses_wrong_ones():
    figure = Drawing().figure().update_layout(title="Ferries")
    assert figure.layout.title.text == "Ferries"
    with pytest.raises(ValueError, match="heigth"):
        figure.update_layout(heigth=3)
