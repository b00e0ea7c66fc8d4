"""What one visitor works on, and how it is opened: as it was saved, or as an example."""

from __future__ import annotations

from dataclasses import dataclass, field

from framing import store
from framing.compare import Prepared
from framing.comparison import Comparison
from framing.read import Project, ReadError, Table, example_events, open_example
from framing.read.exports import Split
from framing.records import Article, Event, fingerprint
from pages import blinding
from pages.example_events import FIRST
from pages.withheld import ids_without_texts


@dataclass(slots=True)
class Work:
    """What one visitor works on.

    `example` is the name of the example event that is open, None for an own event; `saved` the key under which the
    event is saved, None until it is; `unwritten` says that the last change could not be saved. `tables`, `splits` and
    `projects` are what its articles were read from, as far as they can be read in another way; `table_ids` and
    `split_ids` hold, for each, the ids of the articles it gave.
    """

    event: Event
    example: str | None
    saved: str | None = None
    unwritten: bool = False
    point: str | None = None
    notes: tuple[str, ...] = ()
    taken_out: Article | None = None
    prepared: Prepared | None = None
    concluded: dict[object, Comparison] = field(default_factory=dict)
    shown: frozenset[str] = frozenset()  # the passages of the point being judged: its id changes with its members
    tables: tuple[Table, ...] = ()
    splits: tuple[Split, ...] = ()
    table_ids: tuple[frozenset[str], ...] = ()
    split_ids: tuple[frozenset[str], ...] = ()
    projects: tuple[Project, ...] = ()

    @property
    def cut(self) -> float | None:
        """The cut that was chosen for this event, or None; it is saved with it."""
        return self.event.cut

    @property
    def texts(self) -> str:
        """What tells this event's texts from every other's."""
        event = self.event
        decided = (str(sorted(event.restored)), str(sorted(event.rules_off)), str(sorted(event.left_out)))
        only = ids_without_texts(event, self.projects)
        return fingerprint(*sorted(a.id for a in event.articles), *decided, *only, digits=40)

    @property
    def key(self) -> str:
        """What tells this event's texts, as they are shown, from every other's."""
        return fingerprint(self.texts, "names are hidden", digits=40) if blinding.is_on() else self.texts


def saved_work(key: str | None) -> Work | None:
    """Return the event saved under a key; an empty one that says so where there is none, and None without a key."""
    if not key:
        return None
    missing = "No event is saved under this address on this computer. Add its articles or its event file."
    try:
        event = store.open_event(key)
    except (OSError, ReadError) as error:
        event, missing = None, str(error)
    return Work(event, None, saved=key) if event else Work(Event("", ()), None, notes=(missing,))


def example_work(name: str | None) -> Work:
    """Return the example event of this name; the first one, saying so, where there is none."""
    example = name if name in example_events() else FIRST
    opened = Work(open_example(example), example)
    if name and name != example:
        opened.notes = (f"There is no example {name}; this is another one.",)
    return opened


def cut_in(text: str | None) -> float | None:
    """Return the cut that an address names; None where it names none that can be chosen."""
    try:
        value = float(text) if text else None
    except ValueError:
        return None
    return value if value is not None and 0.05 <= value <= 0.95 else None  # what the slider reaches
