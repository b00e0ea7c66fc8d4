"""Read articles from texts, files, folders and event files: the only rooms of the library that touch the disk for them.

`gather` takes anything a user may name and returns one event. What cannot be read raises `ReadError`; what could be
read but needs a look comes back as notes.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from framing.read.errors import ReadError
from framing.read.event_file import event_from_json, event_to_json, judgement_to_json
from framing.read.language import is_english
from framing.read.text import article_from_text, decode
from framing.records import Article, Event
from framing.resources import EVENTS, example_events

__all__ = [
    "MAX_BYTES",
    "ReadError",
    "Reading",
    "Source",
    "add",
    "article_from_text",
    "event_to_json",
    "gather",
    "join",
    "judgement_to_json",
    "open_example",
    "read_bytes",
]

Source = str | Path | Article
"""What a user may name as an article: a path, a folder, an event file, the text itself, or an Article."""

# Ten times the longest article in the events it was tried on, ten thousand times over: a text beyond it is no article.
MAX_BYTES = 20_000_000
_TEXT_ENDINGS = {".txt", ".text", ".md", ""}
_LONGEST_NAME = 255  # characters; no file system takes a longer name, so a longer line is the text itself
_SHORT = 60  # words; the shortest complete agency item in the events it was tried on has 154


@dataclass(frozen=True, slots=True)
class Reading:
    """What was read, and sentences about what the user should look at."""

    event: Event
    notes: tuple[str, ...] = ()


def gather(sources: Iterable[Source]) -> Reading:
    """Read every source and join them in one event; the title is the only event file's.

    Raises ReadError for what cannot be read.
    """
    readings = [reading for source in sources for reading in _read(source)]
    titled = [r.event for r in readings if r.event.title]
    joined = Reading(replace(titled[0], articles=(), restored=frozenset(), judgements=()) if titled else Event("", ()))
    notes = [note for reading in readings for note in reading.notes]
    for reading in readings:
        joined = join(joined.event, reading.event)
        notes += joined.notes
    title = joined.event.title if len(titled) == 1 else ""  # two events' articles together are neither's event
    return Reading(replace(joined.event, title=title), tuple(notes))


def join(event: Event, other: Event) -> Reading:
    """Return the event with another's articles, put-back paragraphs and judgements; the first title and date stay."""
    added = add(event, other.articles)
    both = replace(
        added.event,
        title=event.title or other.title,
        date=event.date or other.date,
        restored=event.restored | other.restored,
        judgements=(*event.judgements, *other.judgements),
    )
    return Reading(both, added.notes)


def add(event: Event, articles: Sequence[Article]) -> Reading:
    """Return the event with the articles added, and notes on the short and the doubled ones.

    The same text from the same source is not added twice; the same text from another source is, and is pointed out.
    """
    kept: list[Article] = list(event.articles)
    notes: list[str] = []
    for article in articles:
        twins = [a.source for a in kept if a.text == article.text]
        if article.source in twins:
            notes.append(f"{article.source}: this article is already here, so it was not added a second time.")
            continue
        notes += _concerns(article, twins)
        kept.append(article)
    return Reading(replace(event, articles=tuple(kept)), tuple(notes))


def _concerns(article: Article, twins: Sequence[str]) -> Iterator[str]:
    if twins:
        yield (
            f"{article.source} has the same text as {twins[0]}, word for word. "
            "Keep one of them only, unless both outlets really published it."
        )
    if article.words < _SHORT:
        yield (
            f"{article.source} has only {article.words} words. "
            "If that is not the whole article, give the full text instead."
        )
    if not is_english(article.text):
        yield (
            f"{article.source} does not seem to be in English. It is shown, but matches and tone are measured with "
            "instruments made for English."
        )


def read_bytes(content: bytes, name: str) -> Reading:
    """Read one file's content; `name` is its file name, which gives the source and how to read it."""
    if len(content) > MAX_BYTES:
        raise ReadError(name, f"it is larger than {MAX_BYTES // 1_000_000} MB; add the article's text alone")
    ending = Path(name).suffix.lower()
    if ending not in _TEXT_ENDINGS | {".json"}:
        raise ReadError(name, f"files of type {ending} cannot be read yet; save the text as .txt, or paste it")
    text, note = decode(content, name)
    notes = (note,) if note else ()
    if ending == ".json":
        return Reading(event_from_json(text, name), notes)
    return Reading(Event("", (article_from_text(text, source_of(name), name),)), notes)


def open_example(name: str) -> Event:
    """Return an example event that comes with the program. Raises ReadError when there is none of that name."""
    if name not in example_events():
        raise ReadError(name, f"there is no such example; there are {', '.join(example_events())}")
    return event_from_json((EVENTS / name / "event.json").read_text(encoding="utf-8"), name)


def source_of(name: str) -> str:
    """Make a source's name from a file's: separators become spaces, long hexadecimal ids are left out."""
    words = [w for w in Path(name).stem.replace("_", " ").replace("-", " ").split() if not _is_id(w)]
    stem = " ".join(words) or Path(name).stem
    return f"Article {stem}" if stem.isdigit() else stem


def _opening(text: str) -> str:
    """Name a text without a source by its first words, which do not depend on the order of import."""
    return " ".join(text.split()[:4])[:80]


def _is_id(word: str) -> bool:
    return len(word) >= 8 and all(c in "0123456789abcdefABCDEF" for c in word)


def _read(source: Source) -> list[Reading]:
    if isinstance(source, Article):
        return [Reading(Event("", (source,)))]
    if isinstance(source, str):
        if source.lower().startswith(("http://", "https://")):
            raise ReadError(source, "links cannot be read yet; open the page, copy the text and save it as .txt")
        if not source.strip() or "\n" in source or max(map(len, source.split("/"))) > _LONGEST_NAME:
            return [Reading(Event("", (article_from_text(source, _opening(source), "the text"),)))]
    return _read_path(Path(source))


def _read_path(path: Path) -> list[Reading]:
    try:
        if path.is_dir():
            return _read_folder(path)
        return [_read_file(path)]
    except FileNotFoundError:
        raise ReadError(str(path), "there is no such file; check the spelling of the path") from None
    except ReadError:
        raise
    except (OSError, ValueError) as error:
        raise ReadError(str(path)[:200], f"it could not be opened ({error})") from error


def _read_file(path: Path) -> Reading:
    if path.stat().st_size > MAX_BYTES:
        raise ReadError(str(path), f"it is larger than {MAX_BYTES // 1_000_000} MB; add the article's text alone")
    return read_bytes(path.read_bytes(), path.name)


def _read_folder(folder: Path) -> list[Reading]:
    """Read the files of a folder; one that cannot be read is said and does not keep the others out."""
    endings = (_TEXT_ENDINGS - {""}) | {".json"}
    files = sorted(p for p in folder.iterdir() if p.suffix.lower() in endings and p.is_file())
    if not files:
        raise ReadError(str(folder), "the folder holds no .txt, .md or .json file; name a folder that does")
    readings: list[Reading] = []
    failures: list[ReadError] = []
    for file in files:
        try:
            readings.append(_read_file(file))
        except ReadError as error:
            failures.append(error)
    if not readings:
        raise failures[0]
    return [*readings, Reading(Event("", ()), tuple(str(error) for error in failures))]
