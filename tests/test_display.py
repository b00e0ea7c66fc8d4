from __future__ import annotations

import framing
from framing.display import MOST
from framing.records import StoryPoint
from tests.bag_of_words import BagOfWords
from tests.handmade import article, bell, comparison, differ, passage, post


def test_a_notebook_shows_sources_points_and_differences():
    shown = framing.compare([bell(), post()], encoder=BagOfWords(), cut=0.3)._repr_html_()
    assert shown.count("<table>") in (2, 3)
    assert "<td>Bell</td><td>Old bridge is closed</td><td>26</td><td>3</td>" in shown
    assert "Story points" in shown


def test_a_sure_difference_is_shown_with_its_interval():
    passages = [passage("b", "Bell", "It rained."), passage("p", "Post", "It rained.")]
    made = comparison(passages, [StoryPoint("x", "The rain", ("b", "p"))], differences=[differ(scope="x")])
    assert "<td>tone</td><td>The rain</td><td>Bell – Post</td><td>-1.00 – 1.00</td>" in made._repr_html_()
    assert "<td>-2.00 (-2.50 to -1.50)</td>" in made._repr_html_()


def test_nothing_sure_is_said():
    passages = [passage("b", "Bell", "It rained."), passage("p", "Post", "It rained.")]
    made = comparison(passages, [], differences=[differ(verdict="cannot be told apart")])
    assert "cannot be told apart with this much text" in made._repr_html_()


def test_article_text_is_escaped():
    evil = article("<b>Bell</b>", "It rained.", "It rained again.", title="<script>alert(1)</script>")
    shown = framing.compare([evil, post()], encoder=BagOfWords())._repr_html_()
    assert "<script" not in shown
    assert "<b>" not in shown
    assert "&lt;script&gt;" in shown


def test_long_tables_are_cut_and_say_so():
    passages = [passage(f"{s}{i}", s, "It rained.") for s in ("Bell", "Post") for i in range(MOST + 3)]
    points = [StoryPoint(f"x{i}", f"Rain {i}", (f"Bell{i}", f"Post{i}")) for i in range(MOST + 3)]
    shown = comparison(passages, points)._repr_html_()
    assert "… and 3 more." in shown
