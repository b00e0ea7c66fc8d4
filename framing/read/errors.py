"""The one error that reading raises."""

from __future__ import annotations


class ReadError(ValueError):
    """A source that cannot be read: which one, and why, with what to do about it."""

    def __init__(self, source: str, reason: str) -> None:
        """Keep both; the message is "source: reason."."""
        super().__init__(f"{source}: {reason}.")
        self.source = source
        self.reason = reason
