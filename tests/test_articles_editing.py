from __future__ import annotations

from datetime import UTC, datetime

import pytest

from framing.records import Event, Judgement
from pages.articles_editing import renumbered, shown_date

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
        judgements=(Judgement("old-1", "other-9", "same", "", NOON), Judgement("other-1", "third-1", "same", "", NOON)),
    )
    found = renumbered(event, "old", "zeta")
    assert found.restored == {("zeta", 2), ("other", 2)}
    assert [(j.left, j.right) for j in found.judgements] == [("other-9", "zeta-1"), ("other-1", "third-1")]


def test_paragraphs_after_one_that_went_move_up() -> None:
    event = Event("", (), restored=frozenset({("a", 0), ("a", 1), ("a", 4), ("b", 4)}))
    assert renumbered(event, "a", "z", gone=1).restored == {("z", 0), ("z", 3), ("b", 4)}
