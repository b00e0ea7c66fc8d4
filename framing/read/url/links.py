"""Find the links in what somebody pasted."""

from __future__ import annotations

import re
from dataclasses import dataclass

_LINK = re.compile(r"(?:https?://|\bwww\.)[^\s<>\"“”«»]+", re.IGNORECASE)
# Two links pasted without a space; an archive's link holds the archived one after "/" or "=", and stays whole.
_NEXT_LINK = re.compile(r"(?<=[^/=:?&%(])(?=https?://)", re.IGNORECASE)
_PUNCTUATION = ".,;:!?'’*_|"
_BRACKETS = {")": "(", "]": "[", "}": "{"}
_WORDS_PER_LINK = 8  # "12. The Harbour Courier, 3 May 2025:" beside a link is a list of links; more is an article


@dataclass(frozen=True, slots=True)
class Links:
    """The links in a text, each once, in order, and the text without them."""

    urls: tuple[str, ...]
    rest: str

    @property
    def alone(self) -> bool:
        """Whether the text is a list of links: hardly anything else stands in it."""
        return bool(self.urls) and len(self.rest.split()) <= _WORDS_PER_LINK * len(self.urls)


def find_links(text: str) -> Links:
    """Return the http and https links in a text; `www.…` without a scheme counts as https."""
    urls: list[str] = []
    rest: list[str] = []
    end = 0
    for match in _LINK.finditer(text):
        parts = [_trimmed(part) for part in _NEXT_LINK.split(match[0])]
        urls += [part if "://" in part else f"https://{part}" for part in parts if _has_host(part)]
        rest.append(text[end : match.start()])
        end = match.start() + match[0].rindex(parts[-1]) + len(parts[-1])
    rest.append(text[end:])
    return Links(tuple(dict.fromkeys(urls)), " ".join("".join(rest).split()))


def _trimmed(link: str) -> str:
    """Take the sentence's punctuation off a link's end, and brackets that were not opened inside it."""
    while link:
        last = link[-1]
        opener = _BRACKETS.get(last)
        if last not in _PUNCTUATION and (opener is None or link.count(opener) >= link.count(last)):
            break
        link = link[:-1]
    return link


def _has_host(link: str) -> bool:
    return bool(re.match(r"[^/?#.][^/?#]*\w", re.sub(r"^https?://", "", link, flags=re.IGNORECASE)))
