from __future__ import annotations

import pytest

from framing.measure.published import published_before


@pytest.mark.parametrize(
    ("mine", "yours", "expected"),
    [
        ("2025-03-09", "2025-03-10", True),
        ("2025-03-09", "2025-03-09", False),
        ("2025-03-10", "2025-03-09", False),
        ("2025-03-09T08:00:00+01:00", "2025-03-09T09:00:00+01:00", True),
        ("2025-03-09T08:30:00+01:00", "2025-03-09T08:00:00+00:00", True),  # 7.30 in the other's zone
        ("2025-03-09T09:30:00+01:00", "2025-03-09T08:00:00+00:00", False),
        ("2025-03-09T08:00:00", "2025-03-09T09:00:00", True),
        ("2025-03-09T08:00:00+01:00", "2025-03-09", False),  # that day, but when?
        ("2025-03-09T08:00:00+01:00", "2025-03-10", True),
        (None, "2025-03-10", False),
        ("2025-03-09", None, False),
        ("Tuesday", "2025-03-10", False),
        ("", "2025-03-10", False),
    ],
)
def test_what_is_earlier_and_known_to_be(mine, yours, expected):
    assert published_before("Bell", ["Post"], {"Bell": mine, "Post": yours}) is expected


def test_every_teller_must_be_later():
    when = {"Bell": "2025-03-09", "Post": "2025-03-10", "Quill": "2025-03-09"}
    assert published_before("Bell", ["Post"], when)
    assert not published_before("Bell", ["Post", "Quill"], when)
    assert not published_before("Bell", ["Post", "Unknown"], when)
    assert not published_before("Bell", [], when)
