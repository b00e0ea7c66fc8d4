"""Find copy: the same sentences in two articles.

In two outlets' articles it is an agency's, and says nothing about either outlet; in one outlet's, the same article came
in twice.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations

from framing.read.agencies import ANYWHERE
from framing.records import Article

SHINGLE = 8
"""Words in a row; two reporters at one press conference share shorter runs, seldom one as long as this."""
LEAST_SHARE = 0.3
"""Share of the shorter article's shingles from which it is pointed out; real reports on one event share up to .2."""
TWICE = 0.6
"""The same for two articles of one outlet: a second report repeats the background of the first, but seldom so much."""
_LEAST_SHINGLES = 20
_MOST_HOLDERS = 50  # what stands in more articles than these is furniture of their pages
# A single mark that closes is also an apostrophe, and one that opens may be one by mistake (‘90s, ‘tis).
_QUOTED = re.compile(
    r"“[^”\n]*(?:”|\n|$)|(?<!\w)\"[^\"\n]*(?:\"|\n|$)"
    r"|(?<!\w)‘(?!\d\ds\b|(?:tis|twas|em|til|cause)\b)(?:[^’\n]|’(?=\w))*(?:’|\n|$)"
)
_AGENCIES = re.compile(rf"\b(?:{ANYWHERE}|Newswire)\b")


@dataclass(frozen=True, slots=True)
class SharedCopy:
    """Two articles with the same passages; `share` is of the shorter one's runs of eight words, 0 to 1."""

    ids: tuple[str, str]
    sources: tuple[str, str]
    share: float
    agency: str | None

    @property
    def sentence(self) -> str:
        """What a user should know about it."""
        first, second = self.sources
        if first == second:
            return (
                f"{first} is here twice with the same text: {self.share:.0%} of the shorter article stands in the "
                "other, word for word. Remove one, or this text counts twice."
            )
        origin = f"the same text of {self.agency}" if self.agency else "the same text, perhaps an agency's"
        return (
            f"{first} and {second} print {origin}: {self.share:.0%} of the shorter article stands in the other, "
            "word for word. Between these two, sameness says nothing about either outlet."
        )


def shared_copy(articles: Sequence[Article], *, least: float = LEAST_SHARE) -> list[SharedCopy]:
    """Return the pairs of articles that share at least this much, the largest share first; of one outlet, `TWICE`."""
    ordered = sorted(articles, key=lambda a: (a.source, a.id))
    shingles = [shingles_of(article.text) for article in ordered]
    holders: dict[tuple[str, ...], list[int]] = {}
    for number, found in enumerate(shingles):
        for shingle in found:
            holders.setdefault(shingle, []).append(number)
    shared = Counter(pair for numbers in holders.values() for pair in combinations(numbers[:_MOST_HOLDERS], 2))
    copies = []
    for (one, other), count in shared.items():
        left, right = ordered[one], ordered[other]
        shorter = min(len(shingles[one]), len(shingles[other]))
        asked = least if left.source != right.source else max(least, TWICE)
        if shorter >= _LEAST_SHINGLES and count >= asked * shorter:
            named = _AGENCIES.search(left.text) or _AGENCIES.search(right.text)
            sources = (left.source, right.source)
            copies.append(SharedCopy((left.id, right.id), sources, count / shorter, named[0] if named else None))
    return sorted(copies, key=lambda copy: (-copy.share, copy.sources, copy.ids))


def shingles_of(text: str) -> frozenset[tuple[str, ...]]:
    """Return every run of eight words, without case and marks; what stands in quotation marks belongs to nobody."""
    runs = (re.findall(r"\w+", part) for part in _QUOTED.split(text.casefold()))
    return frozenset(tuple(words[n : n + SHINGLE]) for words in runs for n in range(len(words) - SHINGLE + 1))
