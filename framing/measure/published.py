"""When articles were published, as far as that is known: whether one could have told what others told later."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime

_DAY = 10  # characters of YYYY-MM-DD


def published_before(source: str, tellers: Iterable[str], published: Mapping[str, str | None]) -> bool:
    """Whether a source was published before every one of the sources that tell a thing.

    Args:
        source: The source that does not tell it.
        tellers: The sources that do.
        published: By source, a day or a time in ISO 8601.

    Where both times are known, the earlier counts; where only the days are, an earlier day does. What cannot be read,
    or is not known of any of them, proves nothing: then the answer is False.
    """
    others = list(tellers)
    return bool(others) and all(_earlier(published.get(source), published.get(other)) for other in others)


def _earlier(one: str | None, other: str | None) -> bool:
    mine, yours = _read(one), _read(other)
    if mine is None or yours is None:
        return False
    timed = all(len(text or "") > _DAY for text in (one, other))
    if timed and (mine.tzinfo is None) == (yours.tzinfo is None):
        return mine < yours
    return mine.date() < yours.date()


def _read(text: str | None) -> datetime | None:
    try:
        return datetime.fromisoformat(text.strip()) if text else None
    except ValueError:
        return None
