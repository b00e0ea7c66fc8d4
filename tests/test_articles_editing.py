from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from framing.clean import clean
from framing.records import Event, Judgement
from framing.segment import segment
from pages.articles_changing import renumbered
from pages.articles_editing import shown_date
from pages.cards_typing import judgements_left
from tests.handmade import article

NOON = datetime(2025, 1, 2, 12, tzinfo=UTC)


@pytest.mark.parametrize(
    ("published", "shown"),
    [
        (None, ""),
        ("2025-10-14", "2025-10-14"),
        ("2025-10-14T07:20:00", "2025-10-14 07:20"),
        ("2025-10-14T07:20:00+02:00", "2025-10-14 07:20+02:00"),
        ("2025-10-14T07:00:30", "2025-10-14 07:00:30"),
    ],
)
def test_a_date_is_shown_as_a_person_types_it(published: str | None, shown: str) -> None:
    assert shown_date(published) == shown


def test_what_was_decided_on_an_article_goes_with_its_new_id() -> None:
    event = Event(
        "A bridge",
        (),
        restored=frozenset({("old", 2), ("other", 2)}),
        left_out=frozenset({("old", 1), ("other", 1)}),
        judgements=(Judgement("old-1", "other-9", "same", "", NOON), Judgement("other-1", "third-1", "same", "", NOON)),
    )
    found = renumbered(event, "old", "zeta")
    assert found.restored == {("zeta", 2), ("other", 2)}
    assert found.left_out == {("zeta", 1), ("other", 1)}
    assert [(j.left, j.right) for j in found.judgements] == [("other-9", "zeta-1"), ("other-1", "third-1")]


def test_paragraphs_after_one_that_went_move_up() -> None:
    keys = frozenset({("a", 0), ("a", 1), ("a", 4), ("b", 4)})
    found = renumbered(Event("", (), restored=keys, left_out=keys), "a", "z", {0: 0, 2: 1, 3: 2, 4: 3})
    assert found.restored == found.left_out == {("z", 0), ("z", 3), ("b", 4)}


def test_a_judgement_goes_with_the_passage_that_was_changed_and_no_other() -> None:
    old = article("Bell", "It was closed on Monday.", "It cost nine crowns.", title="A bridge")
    new = article("Bell", "It was closed on Monday.", "It cost ten crowns.", title="A bridge")
    stays, changed = (p.id.removeprefix(f"{old.id}-") for p in segment(clean(old))[1:])
    said = [Judgement(*sorted((f"{old.id}-{end}", "zz-1")), "same", "", NOON) for end in (stays, changed, "elsewhere")]
    before = Event("", (old,), judgements=tuple(said))
    after = replace(renumbered(before, old.id, new.id), articles=(new,))
    left = judgements_left(before, old, after, new)
    assert [j.left.removeprefix(f"{new.id}-") for j in left] == [stays, "elsewhere"]
