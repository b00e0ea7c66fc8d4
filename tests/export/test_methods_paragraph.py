from __future__ import annotations

import json
import re
from dataclasses import replace

import pytest

import framing
from framing.align import judge
from framing.compare import conclude, prepare
from framing.export.methods_paragraph import methods_paragraph
from framing.export.references import bibtex, cited, csl, listed, works
from framing.measure import INSTRUMENTS
from framing.records import Event
from framing.resources import load_json
from tests.bag_of_words import BagOfWords
from tests.handmade import NOON, article, bell, post

ACCURACY = load_json("accuracy.json")


@pytest.fixture
def bridge():
    furnished = article("Post", *(p.text for p in post().paragraphs), "Share", title="Cracks close bridge")
    return prepare(Event("A bridge", (bell(), furnished)), encoder=BagOfWords())


class TestParagraph:
    def test_it_counts_what_was_compared(self, bridge):
        made = conclude(bridge, cut=0.3)
        text = methods_paragraph(made).text
        assert text.startswith(
            "2 articles (Bell, Post; 53 words in 6 passages, 8 sentences) were compared with Framing "
        )
        assert "named rules (1 paragraph)." in text
        assert "bag-of-words, weights SHA-256 000000000000…, computed in float32." in text
        assert f"of at least 0.30 counted as matches ({len(made.matches)}), and were joined into 2 story" in text

    def test_what_a_person_decided_is_told(self, bridge):
        left, right = (next(p for p in bridge.passages if p.source == s and p.aligned) for s in ("Bell", "Post"))
        said = judge(left.id, right.id, "same", coder="Ann", time=NOON)
        event = replace(bridge.event, restored=frozenset({(right.article, 3)}), rules_off=frozenset({"byline"}))
        made = conclude(replace(bridge, event=event), cut=0.3, judgements=(said,))
        text = methods_paragraph(made).text
        assert "1 paragraph was put back by hand; the rules byline were not used)" in text
        assert "1 pair of passages was judged by 1 coder, whose word overruled the program." in text

    def test_nothing_is_told_of_what_was_not_done(self, bridge):
        text = methods_paragraph(conclude(bridge, cut=0.3)).text
        assert not re.search("judged|by hand|not used", text)

    def test_only_instruments_that_measured_are_named(self, bridge):
        made = conclude(bridge, cut=0.3)
        text = methods_paragraph(made).text.casefold()
        assert {n for n, i in INSTRUMENTS.items() if f"{i.label} (".casefold() in text} == set(made.instruments)
        assert "rated" not in made.instruments

    def test_accuracy_is_what_the_gate_measured(self, example, encoder):
        text = methods_paragraph(framing.compare(example, encoder=encoder)).text
        for section, group, key in [
            ("alignment", "sentences", "precision"),
            ("alignment", "sentences", "recall"),
            ("tone", "rated", "pearson"),
            ("tone", "loaded", "auc"),
            ("tone", "voice", "f1_held_out"),
        ]:
            assert f"{ACCURACY[section][group][key]:.2f}" in text
        assert "r = 0.50" in text
        assert text.count("accuracy not measured") == 2  # certainty and attribution

    def test_every_work_that_is_cited_is_listed_and_no_other(self, example, encoder):
        made = methods_paragraph(framing.compare(example, encoder=encoder))
        listed_ids = {work["id"] for work in made.works} - {"framing"}
        assert {id for id in works() if cited(id) in made.text} == listed_ids
        assert made.markdown.count("\n- ") == len(made.works)


class TestReferences:
    @pytest.mark.parametrize(
        ("id", "shown"),
        [("hyland2005", "Hyland 2005"), ("hutto2014", "Hutto & Gilbert 2014"), ("wang2020", "Wang et al. 2020")],
    )
    def test_in_the_text_one_two_or_many_are_named(self, id, shown):
        assert cited(id) == shown

    def test_the_list_is_sorted_and_names_the_version(self):
        chosen = csl(["hyland2005", "framing", "efron1993", "efron1993"], version="9.9")
        assert [work["id"] for work in chosen] == ["efron1993", "hyland2005", "framing"]
        assert listed(chosen[-1]).endswith("compare their tone and emphasis. Version 9.9.")
        assert json.loads(json.dumps(chosen)) == chosen

    def test_bibtex_has_an_entry_each_with_balanced_braces(self):
        chosen = csl(works(), version="1")
        text = bibtex(chosen)
        assert text.count("@") == len(works())
        assert text.count("{") == text.count("}")
        assert "author = {{The Framing developers}}" in text
        assert "journal = {Journal of the American Statistical Association}" in text
        assert "pages = {1168--1194}" in text

    def test_every_work_has_what_a_reference_needs(self):
        for work in works().values():
            assert {"id", "type", "title", "author", "issued"} <= set(work)
