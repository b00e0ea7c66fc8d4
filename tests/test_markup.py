from __future__ import annotations

from html import escape
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from framing.markup import Card, Mark, beside, columns, excerpt, marked, passages
from tests.handmade import passage

HOSTILE = [
    "$118bn to $60bn",
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    ":red[x]",
    "![x](http://example.org/x.png)",
    "[x](javascript:alert(1))",
    "**bold** _it_ `code`",
    "# heading",
    "😀 and 🇺🇦",
    "AT&T &amp; &lt;b&gt;",
    "\"double\" and 'single'",
    "</p></blockquote>",
    "{{ 1 }} {% x %}",
]
COLOURS = {"Bell": "#3d7fb5", "Post": "#e07b28"}


class Page(HTMLParser):
    """Reads HTML as a browser would: its text, its tags and their attributes."""

    def __init__(self, html):
        super().__init__(convert_charrefs=True)
        self.text, self.tags, self.attributes = "", [], []
        self.feed(html)
        self.close()

    def handle_data(self, data):
        self.text += data

    def handle_starttag(self, tag, attrs):
        self.tags.append(tag)
        self.attributes += attrs


def card(text, *marks, note="", source="Bell"):
    return Card(passage("p", source, text), marks, note)


class TestMarked:
    @pytest.mark.parametrize("text", HOSTILE)
    def test_text_stays_text(self, text):
        page = Page(marked(text, []))
        assert (page.text, page.tags) == (text, [])

    @pytest.mark.parametrize("text", HOSTILE)
    def test_marked_text_stays_text(self, text):
        page = Page(marked(text, [Mark(0, len(text), "shared")]))
        assert (page.text, page.tags, page.attributes) == (text, ["mark"], [("class", "fr-shared")])

    @pytest.mark.parametrize("note", HOSTILE)
    def test_notes_stay_text(self, note):
        page = Page(marked("word", [Mark(0, 4, "low", note)]))
        assert (page.text, page.attributes) == ("word", [("class", "fr-low"), ("title", note)])

    @given(st.text(), st.lists(st.tuples(st.integers(0, 30), st.integers(0, 30)), max_size=6))
    def test_whatever_the_text_and_the_marks_the_text_comes_out(self, text, spans):
        html = marked(text, [Mark(a, min(b, len(text)), "shared") for a, b in spans if a <= len(text)])
        assert html.replace('<mark class="fr-shared">', "").replace("</mark>", "") == escape(text)

    def test_the_html_is_spelled_out(self):
        assert marked("a <b> c", [Mark(2, 5, "shared", 'say "b"')]) == (
            'a <mark class="fr-shared" title="say &quot;b&quot;">&lt;b&gt;</mark> c'
        )

    @pytest.mark.parametrize(
        ("marks", "expected"),
        [
            ([(0, 3), (2, 5)], "<abc>defg"),
            ([(2, 5), (0, 3)], "<abc>defg"),
            ([(0, 2), (0, 5)], "<abcde>fg"),
            ([(0, 2), (2, 4)], "<ab><cd>efg"),
            ([(3, 3)], "abcdefg"),
            ([(5, 3)], "abcdefg"),
            ([], "abcdefg"),
            ([(0, 7)], "<abcdefg>"),
            ([(5, 99)], "abcde<fg>"),
        ],
    )
    def test_of_marks_that_overlap_the_earlier_stays_and_empty_ones_go(self, marks, expected):
        html = marked("abcdefg", [Mark(a, b, "k") for a, b in marks])
        assert html.replace('<mark class="fr-k">', "<").replace("</mark>", ">") == expected


class TestColumns:
    def test_each_source_has_a_column_in_the_order_given(self):
        page = Page(columns([card("left"), card("right", source="Post")], ["Post", "Bell"], COLOURS))
        assert page.text == "PostrightBellleft"
        assert page.tags.count("section") == 2

    def test_where_a_source_has_nothing_it_says_so_in_a_narrow_column(self):
        html = columns([card("left")], ["Bell", "Post"], COLOURS, absent="<nothing> in")
        assert Page(html).text == "Bellleft<nothing> inPost"

    @pytest.mark.parametrize(
        ("missing", "kind", "wide"), [(4, "fr-column fr-empty", 2), (5, "fr-column fr-empty fr-below", 1)]
    )
    def test_many_who_have_nothing_are_named_in_lines_below(self, missing, kind, wide):
        absent = [f"Source {i}" for i in range(missing)]
        html = columns([card("left")], ["Bell", *absent], dict.fromkeys(["Bell", *absent], ""), absent="Not told by")
        assert ("class", kind) in Page(html).attributes
        assert html.count("minmax(") == wide

    def test_small_print_stands_below_its_passage(self):
        assert Page(columns([card("left", note="3 & 4")], ["Bell"], COLOURS)).text == "Bellleft3 & 4"

    @pytest.mark.parametrize("text", HOSTILE)
    def test_names_texts_and_notes_bring_no_tag_of_their_own(self, text):
        html = columns([card(text, note=text, source=text)], [text], {text: "#3d7fb5"})
        page = Page(html)
        assert page.text == text * 3
        assert page.tags == ["div", "section", "h3", "blockquote", "p", "p"]


def test_passages_stand_below_one_another():
    page = Page(passages([card("one"), card("two")]))
    assert (page.text, page.tags.count("blockquote")) == ("onetwo", 2)


def test_an_excerpt_says_that_something_is_left_out_and_keeps_the_whole_behind_more() -> None:
    text = "First it rained. Then the bridge fell. Nobody was hurt."
    card = Card(passage("a", "Bell", text), (Mark(26, 32, "shared"), Mark(0, 5, "shared")))
    shown, _, rest = excerpt(card, 17, 38).partition("<details")
    assert shown == (
        '<blockquote class="fr-passage"><p>… Then the <mark class="fr-shared">bridge</mark> fell. …</p></blockquote>'
    )
    assert "<summary>more: the whole passage</summary>" in rest
    assert '<mark class="fr-shared">First</mark> it rained.' in rest
    assert "<details" not in excerpt(card, 0, len(text))


def test_an_excerpt_offers_the_sources_other_passages() -> None:
    one, other = Card(passage("a", "Bell", "It fell.")), Card(passage("b", "Bell", "It <fell> again."))
    shown = excerpt(one, 0, 8, [other])
    assert "more: 1 more passage<" in shown
    assert "It &lt;fell&gt; again." in shown


def test_cells_stand_beside_one_another_under_their_sources() -> None:
    shown = beside([("A & B", "<p>x</p>"), ("C", "<p>y</p>")], {"A & B": "border-color:red", "C": ""})
    assert 'style="grid-template-columns:repeat(2,minmax(0,1fr))"' in shown
    assert '<h2 style="border-color:red">A &amp; B</h2><p>x</p>' in shown


def test_passages_that_are_a_region_can_be_reached_with_the_tab_key() -> None:
    named = passages([], region='Read "this"')
    assert named == '<div class="fr-stack" role="region" tabindex="0" aria-label="Read &quot;this&quot;"></div>'
    assert passages([]) == '<div class="fr-stack"></div>'
