"""Dates and times as pages, files and databases write them -> ISO 8601."""

from __future__ import annotations

import re
from datetime import date, datetime
from email.utils import parsedate_to_datetime

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = r"(?P<month>jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_YEAR = r"(?P<year>(?:19|20)\d\d)"
_WORDED = (
    re.compile(rf"\b{_DAY}\s+(?:of\s+)?{_MONTH},?\s+{_YEAR}\b", re.IGNORECASE),
    re.compile(rf"\b{_MONTH}\s+{_DAY},?\s+{_YEAR}\b", re.IGNORECASE),
)
_NUMBERED = re.compile(rf"\b(?P<first>\d{{1,2}})(?P<mark>[./-])(?P<second>\d{{1,2}})(?P=mark){_YEAR}\b")
_COMPACT = re.compile(r"(?P<day>(?:19|20)\d{6})(?:T?(?P<time>\d{4}(?:\d\d)?)Z?)?$")
_ISO = re.compile(
    r"(?P<date>(?:19|20)\d\d(?P<mark>[-/.])\d\d(?P=mark)\d\d)(?!\d)"
    r"(?:[T ](?P<time>\d{1,2}:\d\d(?::\d\d)?)(?:\.\d+)?(?:\s*(?P<half>[ap])\.?m\b|\s*(?P<zone>Z|[+-]\d\d:?\d\d)?))?",
    re.IGNORECASE,
)
_CLOCK = re.compile(
    r"\b(?P<hour>\d{1,2})(?:(?P<mark>[:.])(?P<minute>\d\d)\b(?:\s*(?P<half>[ap])\.?m\b)?|\s*(?P<whole>[ap])\.?m\b)",
    re.IGNORECASE,
)
_OPENS = re.compile(r"(?:^|\bat|[,:|])\s*$", re.IGNORECASE)


def iso(text: str, *, day_first: bool = True) -> str | None:
    """Return a date as "2025-10-14", or a time as "2025-10-14T07:20:00+02:00", or None where there is none.

    A time zone is kept where it is given as an offset, and never guessed. `day_first` decides on 3/4/2025.
    """
    text = text.strip()[:120]
    for read in (_iso, _compact, _mail, _worded):
        if found := _valid(read, text):
            return found
    return _valid(lambda t: _numbered(t, day_first), text)


def is_month_first(texts: list[str]) -> bool:
    """Whether dates such as 10/14/2025 in a column show that the month stands first in it."""
    found = [m for text in texts if (m := _NUMBERED.search(text))]
    return any(int(m["second"]) > 12 for m in found) and not any(int(m["first"]) > 12 for m in found)


def mixed(texts: list[str]) -> tuple[str, str] | None:
    """Return a date with the day first and one with the month first, where a column holds both, or None."""
    found = [m for text in texts if (m := _NUMBERED.search(text)) and m["mark"] == "/"]
    day = next((m[0] for m in found if int(m["first"]) > 12), None)
    month = next((m[0] for m in found if int(m["second"]) > 12), None)
    return (day, month) if day and month else None


def _valid(read: object, text: str) -> str | None:
    try:
        return read(text) if callable(read) else None
    except (ValueError, OverflowError, IndexError, TypeError):
        return None  # a thirteenth month, a 31st of February: no date after all


def _iso(text: str) -> str | None:
    found = _ISO.match(text)
    if not found:
        return None
    day = date.fromisoformat(found["date"].replace(found["mark"], "-")).isoformat()
    if not found["time"]:
        return day
    zone = (found["zone"] or "").upper().replace("Z", "+00:00")
    zone = zone if ":" in zone or not zone else f"{zone[:3]}:{zone[3:]}"
    hour, rest = found["time"].split(":", 1)
    return datetime.fromisoformat(f"{day}T{_hour(hour, found['half']):02}:{rest}{zone}").isoformat()


def _compact(text: str) -> str | None:
    """Read 20251014 and 20251014072000, as GDELT writes them."""
    found = _COMPACT.match(text)
    if not found:
        return None
    day = datetime.strptime(found["day"], "%Y%m%d")
    if not found["time"]:
        return day.date().isoformat()
    return datetime.strptime(found["day"] + found["time"].ljust(6, "0"), "%Y%m%d%H%M%S").isoformat() + "+00:00"


def _mail(text: str) -> str | None:
    """Read "Tue, 14 Oct 2025 07:20:00 +0200", as mails and feeds write it."""
    if not re.search(r"\d\d:\d\d:\d\d", text):
        return None
    return parsedate_to_datetime(text).isoformat()


def _worded(text: str) -> str | None:
    for pattern in _WORDED:
        if found := pattern.search(text):
            month = _MONTHS.index(found["month"][:3].lower()) + 1
            return _with_clock(date(int(found["year"]), month, int(found["day"])), text, found)
    return None


def _numbered(text: str, day_first: bool) -> str | None:
    found = _NUMBERED.search(text)
    if not found:
        return None
    day, month = int(found["first"]), int(found["second"])
    if month > 12 or (day <= 12 and not day_first and found["mark"] == "/"):
        day, month = month, day
    return _with_clock(date(int(found["year"]), month, day), text, found)


def _with_clock(day: date, text: str, found: re.Match[str]) -> str:
    others = text[: found.start()] + " " * len(found[0]) + text[found.end() :]
    clock = next((c for c in _CLOCK.finditer(others) if _is_time(c, found)), None)
    if not clock:
        return day.isoformat()
    hour = _hour(clock["hour"], clock["half"] or clock["whole"])
    return datetime(day.year, day.month, day.day, hour, int(clock["minute"] or 0)).isoformat()


def _is_time(clock: re.Match[str], found: re.Match[str]) -> bool:
    """Whether digits are a time: "3.10" in front of a date may as well be a version, a price or a section."""
    if clock["mark"] != "." or clock["half"] or clock.start() >= found.end():
        return True
    return bool(_OPENS.search(clock.string[: clock.start()]))


def _hour(hour: str, half: str | None) -> int:
    return int(hour) % 12 + (12 if half.lower() == "p" else 0) if half else int(hour)
