"""Event files: one event and its articles in JSON, as DESIGN's contract says."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import Any, get_args

from framing.read.errors import ReadError
from framing.read.text import normalise, paragraphs_of
from framing.records import Article, Event, Judgement, Kind, Paragraph

_OTHER_NAMES = {"outlet": "source", "date": "published"}
_EVENT_KEYS = {"title", "date", "articles", "restored", "left_out", "judgements", "rules_off"}
_KNOWN = {"source", "title", "author", "published", "url", "text", "paragraphs", "kinds"}


def event_from_json(text: str, name: str) -> Event:
    """Read an event file. Raises ReadError, naming `name`, for anything that is not one."""
    try:
        content = _loaded(text)
    except (ValueError, RecursionError) as error:  # ValueError also for a number of more digits than Python reads
        raise ReadError(name, f"it is not valid JSON ({error})") from None
    if not isinstance(content, dict) or not isinstance(content.get("articles"), list):
        raise ReadError(name, 'it is not an event file: that holds {"title", "date", "articles": [...]}')
    articles = tuple(_article(entry, number, name) for number, entry in enumerate(content["articles"], 1))
    if not articles:
        raise ReadError(name, "the event file holds no article")
    return Event(
        _string(content, "title") or "",
        articles,
        _string(content, "date"),
        restored=frozenset(_places(content, "restored", name)),
        judgements=tuple(_judgements(content, name)),
        extra={k: v for k, v in content.items() if k not in _EVENT_KEYS and not (k == "cut" and _is_cut(v))},
        rules_off=frozenset(_rules_off(content, name)),
        left_out=frozenset(_places(content, "left_out", name)),
        cut=float(content["cut"]) if _is_cut(content.get("cut")) else None,
    )


def list_from_json(text: str) -> list[Any]:
    """Return the objects of a JSON list, or of a lone list of articles without texts, such as GDELT's answers.

    Empty where the text is anything else, an event file among them.
    """
    try:
        content = _loaded(text)
    except (ValueError, RecursionError):
        return []
    if isinstance(content, dict) and isinstance(content.get("articles"), list):
        entries = [e for e in content["articles"] if isinstance(e, dict)]
        bare = entries and not any("text" in e or "paragraphs" in e for e in entries)
        return entries if bare and all("url" in e for e in entries) else []
    return content if isinstance(content, list) and all(isinstance(e, dict) for e in content) else []


def _loaded(text: str) -> Any:
    content = json.loads(text, parse_constant=lambda _: None)  # Python writes NaN for what is not known
    # Half of a surrogate pair can be spelled in JSON, but neither a model nor a file takes it.
    return json.loads(json.dumps(content, ensure_ascii=False, allow_nan=False).encode("utf-8", "replace"))


def event_to_json(event: Event) -> dict[str, Any]:
    """Return the event in the form of an event file; keys that Framing does not know come back as they were.

    What a person decided goes along where there is any: `judgements` on pairs of passages, `restored`, the paragraphs
    put back after cleaning, and `left_out`, those taken out by hand, as pairs of article id and index, and `rules_off`,
    the cleaning rules not to be used, and `cut`, the probability chosen for a match.
    `kinds`, one word a paragraph, stands with an article where a reader told headings, lists or quotations apart.
    """
    articles = [
        {
            "source": a.source,
            "title": a.title,
            "author": a.author,
            "published": a.published,
            "url": a.url,
            "paragraphs": [p.text for p in a.paragraphs],
            **_kinds_of(a),
            **a.extra,
        }
        for a in event.articles
    ]
    decided: dict[str, Any] = {}
    if event.restored:
        decided["restored"] = sorted([id, index] for id, index in event.restored)
    if event.left_out:
        decided["left_out"] = sorted([id, index] for id, index in event.left_out)
    if event.rules_off:
        decided["rules_off"] = sorted(event.rules_off)
    if event.judgements:
        decided["judgements"] = [judgement_to_json(j) for j in event.judgements]
    if event.cut is not None:
        decided["cut"] = event.cut
    return {"title": event.title, "date": event.date, **event.extra, **decided, "articles": articles}


def judgement_to_json(judgement: Judgement) -> dict[str, str]:
    """Return a judgement with its coder and its time in ISO 8601."""
    return {
        "left": judgement.left,
        "right": judgement.right,
        "verdict": judgement.verdict,
        "coder": judgement.coder,
        "time": judgement.time.isoformat(),
    }


def _is_cut(value: Any) -> bool:
    """Whether a value is a probability; under the same key another program may keep something else."""
    return isinstance(value, int | float) and not isinstance(value, bool) and 0 <= value <= 1


def _places(content: Mapping[str, Any], key: str, name: str) -> Iterator[tuple[str, int]]:
    for entry in _entries(content, key, name):
        match entry:
            case [str(id), int(index)]:
                yield id, index
            case _:
                raise ReadError(name, f"\"{key}\" must hold pairs of an article's id and a paragraph's index")


def _rules_off(content: Mapping[str, Any], name: str) -> Iterator[str]:
    for entry in _entries(content, "rules_off", name):
        if not isinstance(entry, str):
            raise ReadError(name, '"rules_off" must hold names of cleaning rules')
        yield entry


def _judgements(content: Mapping[str, Any], name: str) -> Iterator[Judgement]:
    for entry in _entries(content, "judgements", name):
        try:
            left, right = sorted((str(entry["left"]), str(entry["right"])))
            if entry["verdict"] not in ("same", "different"):
                raise ValueError(entry["verdict"])
            time = datetime.fromisoformat(entry["time"])
            yield Judgement(left, right, entry["verdict"], str(entry["coder"]), time)
        except (KeyError, TypeError, ValueError) as error:
            raise ReadError(name, f"a judgement needs left, right, verdict, coder and time ({error!r})") from None


def _entries(content: Mapping[str, Any], key: str, name: str) -> list[Any]:
    entries = content.get(key) or []
    if not isinstance(entries, list):
        raise ReadError(name, f'"{key}" must be a list')
    return entries


def _article(entry: Any, number: int, name: str) -> Article:
    if not isinstance(entry, dict):
        raise ReadError(name, f"article {number} is not an object with source and text")
    entry = {_OTHER_NAMES[k] if k in _OTHER_NAMES and _OTHER_NAMES[k] not in entry else k: v for k, v in entry.items()}
    paragraphs = _paragraphs(entry, number, name)
    source = _string(entry, "source") or f"Article {number}"
    return Article(
        source,
        tuple(paragraphs),
        title=_string(entry, "title") or "",
        author=_string(entry, "author"),
        published=_string(entry, "published"),
        url=_string(entry, "url"),
        extra={k: v for k, v in entry.items() if k not in _KNOWN},
    )


def _paragraphs(entry: Mapping[str, Any], number: int, name: str) -> list[Paragraph]:
    given = entry.get("paragraphs")
    kinds = _kinds(entry.get("kinds"))
    if isinstance(given, list) and all(isinstance(p, str) for p in given):
        # A line break inside a listed paragraph is layout, not a new paragraph.
        # Other white space stays: ids come from the text, and an event that is saved and opened again must keep them.
        paragraphs = [re.sub(r"\s*\n\s*", " ", normalise(p)).strip() for p in given]
    elif isinstance(entry.get("text"), str):
        paragraphs = paragraphs_of(entry["text"])
    else:
        raise ReadError(name, f'article {number} has neither "text" nor a list of "paragraphs"')
    if not any(c.isalnum() for p in paragraphs for c in p):
        raise ReadError(name, f"article {number} has no text")
    if len(kinds) != len(paragraphs):
        kinds = ["body"] * len(paragraphs)
    return [Paragraph(p, kind) for p, kind in zip(paragraphs, kinds, strict=True) if p]


def _kinds(given: Any) -> list[Kind]:
    """Return the kinds of an article's paragraphs; a word that is no kind counts as body."""
    return [kind if kind in get_args(Kind) else "body" for kind in given] if isinstance(given, list) else []


def _kinds_of(article: Article) -> dict[str, list[Kind]]:
    kinds = [p.kind for p in article.paragraphs]
    return {"kinds": kinds} if set(kinds) > {"body"} or "body" not in kinds else {}


def _string(entry: Mapping[str, Any], key: str) -> str | None:
    value = entry.get(key)
    return value.strip() or None if isinstance(value, str) else None
