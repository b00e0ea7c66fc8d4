from __future__ import annotations

from dataclasses import replace

import pytest

from framing.clean import ALL_RULES, BY_HAND, clean
from framing.cli_verify import _with_texts
from framing.compare import conclude, prepare
from framing.export import project_bytes
from framing.export.verify import verify
from framing.read import gather, read_bytes
from framing.records import Event
from tests.bag_of_words import BagOfWords
from tests.handmade import article

LEAD = "The mayor closed the old bridge on Friday after engineers found cracks in two of its seven arches."
BODY = "Repairs will cost nine million crowns, the council said, and nobody knows yet who is going to pay for them."
EVENT = Event(
    "A bridge",
    (
        article("Bell", "By Jane Doe", f"VARRICK (Reuters) - {LEAD}", BODY, "Share", title="Old bridge is closed"),
        article("Post", BODY, LEAD, "Read more: what engineers found", title="Who pays for it"),
    ),
)


def removed(event):
    prepared = prepare(event, encoder=BagOfWords())
    return [(a.source, r.rule) for a in prepared.articles for r in a.removed]


def test_without_a_word_every_rule_is_used():
    assert removed(EVENT) == [("Bell", "byline"), ("Bell", "dateline"), ("Bell", "share buttons"), ("Post", "see also")]


def test_a_rule_that_is_off_for_an_event_removes_nothing_in_it():
    assert removed(replace(EVENT, rules_off=frozenset({"byline", "dateline"}))) == [
        ("Bell", "share buttons"),
        ("Post", "see also"),
    ]


def test_with_every_rule_off_an_article_stays_as_it_was_read():
    for made in EVENT.articles:
        cleaned = clean(made, off={rule.name for rule in ALL_RULES})
        assert (cleaned.paragraphs, cleaned.removed) == (
            tuple(replace(p, kind=q.kind) for p, q in zip(made.paragraphs, cleaned.paragraphs, strict=True)),
            (),
        )


@pytest.mark.parametrize("texts", [True, False])
def test_a_project_file_keeps_what_is_off(texts, tmp_path):
    event = replace(EVENT, rules_off=frozenset({"byline", "dateline"}))
    content = project_bytes(conclude(prepare(event, encoder=BagOfWords())), texts=texts)
    reading = read_bytes(content, "a.framing")
    assert reading.project.rules_off == event.rules_off
    if texts:
        assert reading.event.rules_off == event.rules_off
    else:
        (tmp_path / "a.framing").write_bytes(content)
        again = gather([*event.articles, tmp_path / "a.framing"]).event
        assert again.rules_off == event.rules_off


def test_what_is_off_and_what_was_taken_out_by_hand_is_verified_also_without_texts():
    keys = frozenset({(EVENT.articles[0].id, 2)})
    event = replace(EVENT, rules_off=frozenset({"byline"}), left_out=keys)
    made = conclude(prepare(event, encoder=BagOfWords()))
    assert ("Bell", BY_HAND.name) in removed(event)
    project = read_bytes(project_bytes(made, texts=False), "a.framing").project
    filled = _with_texts(project, event.articles, ["a.txt"])
    assert (filled.event.left_out, filled.event.rules_off) == (keys, event.rules_off)
    assert verify(filled, BagOfWords()).same
    assert not verify(replace(filled, event=replace(filled.event, left_out=frozenset())), BagOfWords()).same
