from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from framing.read.dates import is_month_first, iso


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2025-10-14", "2025-10-14"),
        ("2025-10-14T07:20:00+02:00", "2025-10-14T07:20:00+02:00"),
        ("2025-10-14T07:20:00.123+0200", "2025-10-14T07:20:00+02:00"),
        ("2025-10-14 07:20", "2025-10-14T07:20:00"),
        ("2025-10-14T07:20:00Z", "2025-10-14T07:20:00+00:00"),
        ("20251014T072000Z", "2025-10-14T07:20:00+00:00"),
        ("20251014072000", "2025-10-14T07:20:00+00:00"),
        ("20251014", "2025-10-14"),
        ("Tue, 14 Oct 2025 07:20:00 +0200", "2025-10-14T07:20:00+02:00"),
        ("14 October 2025", "2025-10-14"),
        ("14th of Oct. 2025, 7.20 p.m.", "2025-10-14T19:20:00"),
        ("October 14, 2025 12:05 AM", "2025-10-14T00:05:00"),
        ("Published: 13:55, 18 September 2025", "2025-09-18T13:55:00"),
        ("14.10.2025 07:20", "2025-10-14T07:20:00"),
        ("10/14/2025", "2025-10-14"),
        ("3/4/2025", "2025-04-03"),
        ("Oct 14, 2025 at 5 p.m.", "2025-10-14T17:00:00"),
        ("Oct 14, 2025 at 12am", "2025-10-14T00:00:00"),
        ("2025-10-14 7:20", "2025-10-14T07:20:00"),
        ("2025-10-14 7:20 p.m.", "2025-10-14T19:20:00"),
        ("2025/10/14", "2025-10-14"),
        ("2025/10/14 7:20", "2025-10-14T07:20:00"),
        ("14.10.2025", "2025-10-14"),
        ("Version 3.10 14 October 2025", "2025-10-14"),
        ("at 7.20, 14 October 2025", "2025-10-14T07:20:00"),
        ("14 October 2025, 7.20", "2025-10-14T07:20:00"),
        ("31 February 2025", None),
        ("2025-13-01", None),
        ("last week", None),
        ("7", None),
        ("", None),
    ],
)
def test_a_date_as_it_is_written(text, expected):
    assert iso(text) == expected


def test_the_month_stands_first_where_somebody_says_so():
    assert iso("3/4/2025", day_first=False) == "2025-03-04"
    assert iso("3.4.2025", day_first=False) == "2025-04-03"  # nobody writes the month first with full stops


@pytest.mark.parametrize(
    ("texts", "expected"),
    [(["10/14/2025", "1/2/2025"], True), (["14/10/2025", "1/2/2025"], False), (["1/2/2025"], False)],
)
def test_a_column_shows_which_stands_first(texts, expected):
    assert is_month_first(texts) is expected


@given(st.text(max_size=60))
def test_any_text_is_a_date_or_none(text):
    found = iso(text)
    assert found is None or iso(found) == found


@given(
    st.datetimes(
        min_value=__import__("datetime").datetime(1900, 1, 1), max_value=__import__("datetime").datetime(2099, 12, 31)
    )
)
def test_a_time_in_iso_8601_stays_as_it_is(time):
    whole = time.replace(microsecond=0)
    assert iso(whole.isoformat()) == whole.isoformat()
