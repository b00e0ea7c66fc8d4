"""The event a visitor is working on: kept in the visitor's session, compared when a page asks for it."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import suppress
from dataclasses import replace

import streamlit as st

from framing import store
from framing.compare import Prepared, conclude, prepare
from framing.comparison import Comparison
from framing.embed import load_encoder
from framing.plots.theme import Mode
from framing.read import Project, Reading, join
from framing.read.project import fill
from framing.records import Event, Judgement
from pages import address, blinding, trouble, unsaved, working
from pages.articles_given import given_ids
from pages.example_events import compared_example, prepared_example
from pages.owner import owner
from pages.reading import show_text
from pages.stopping import stop
from pages.withheld import ask_for_texts, comparison_of, numbers_only
from pages.works import Work, cut_in, example_work, saved_work


def work() -> Work:
    """Return this visitor's work; a new visitor gets the event that the address names, or the first example."""
    if "work" not in st.session_state:
        asked = st.query_params
        if key := asked.get("event"):
            note_seen(key)
        found = unsaved.gone() if key == unsaved.NAME else saved_work(key) or example_work(asked.get("example"))
        found.point, cut = asked.get("point"), cut_in(asked.get("cut"))
        found.event = found.event if cut is None else replace(found.event, cut=cut)
        st.session_state["work"] = found
    mine: Work = st.session_state["work"]
    return mine


def open_event(event: Event, example: str | None = None) -> None:
    """Make this the visitor's event; an own one that was open is set aside."""
    open_work(Work(event, example))


def open_work(other: Work) -> None:
    """Go on with another of the visitor's events; an own one that was open is set aside with all that it holds."""
    before = work()
    waiting = [w for w in aside() if w is not other]
    if before.event.articles and not before.example and before is not other:
        waiting.append(before)
    st.session_state["aside"], st.session_state["work"] = waiting, other
    address.forget()


def aside() -> list[Work]:
    """Return the visitor's own events of this visit that are not open, the one that was open last at the end."""
    waiting: list[Work] = st.session_state.setdefault("aside", [])
    return waiting


def works() -> list[Work]:
    """Return all that is open or waits in this visit, and what was sorted into events as it was before."""
    before = st.session_state.get("before")
    return [work(), *aside(), *(before.works if before else [])]


def go_back() -> None:
    """Open the visitor's own event again that was open last."""
    open_work(aside()[-1])


def add_articles(reading: Reading, projects: Iterable[Project] = ()) -> None:
    """Add articles to the visitor's own event; an example stays as it is, and a new event begins instead."""
    if work().example:
        open_event(Event("", ()))
    mine = work()
    joined = join(mine.event, reading.event)
    projects = tuple(projects)
    mine.projects = (*mine.projects, *projects)
    event = joined.event
    for project in (p for p in mine.projects if p.withheld):
        event = fill(event, project)
    if projects and event.cut is None:
        event = replace(event, cut=projects[0].cut)
    before = {a.id for a in mine.event.articles}
    tables, splits = given_ids(reading, [a for a in event.articles if a.id not in before])
    change(event)
    mine.notes = tuple(dict.fromkeys((*mine.notes, *reading.notes, *joined.notes)))
    mine.tables, mine.splits = (*mine.tables, *reading.tables), (*mine.splits, *reading.splits)
    mine.table_ids, mine.split_ids = (*mine.table_ids, *tables), (*mine.split_ids, *splits)


def change(event: Event, mine: Work | None = None) -> None:
    """Keep a change to the articles of the visitor's event; what was computed before no longer holds."""
    mine = mine or work()
    mine.prepared, mine.concluded, mine.notes = None, {}, ()
    keep(event, mine)


def keep(event: Event, mine: Work | None = None) -> None:
    """Keep a change to the visitor's event that leaves the texts alone; a saved event is saved again.

    An event without articles is not saved over one that has some.
    """
    mine = mine or work()
    mine.event = event
    if mine.saved and event.articles:
        save(mine)


def save(mine: Work | None = None) -> None:
    """Save the visitor's event; from then on every change is saved, too."""
    mine = mine or work()
    try:
        mine.saved = _saved_or_copied(mine)
        note_seen(mine.saved)
        mine.example, mine.unwritten = None, False
    except OSError as error:
        mine.unwritten = True
        trouble.tell(f"{error} It is still open here; download it as an event file.")


def _saved_or_copied(mine: Work) -> str:
    """Save an event; what another tab or visitor has made of it since it was opened is not written over."""
    try:
        return store.save_event(mine.event, mine.saved, owner=owner(), seen=_seen().get(mine.saved or "", ""))
    except store.ChangedElsewhereError:
        trouble.tell(
            "This event was changed or deleted elsewhere: in another tab, or by somebody who has its address. What is "
            "here is saved as a copy under an address of its own."
        )
        return store.save_event(mine.event, owner=owner())


def note_seen(key: str) -> None:
    """Note how a saved event stands now, as this visit is about to see it or has left it."""
    with suppress(OSError):  # it is said where the event is opened
        _seen()[key] = store.last_saved(key)


def is_as_seen(key: str) -> bool:
    """Whether a saved event is still as this visit has seen it last."""
    with suppress(OSError):
        return _seen().get(key) == store.last_saved(key)
    return False


def _seen() -> dict[str, str]:
    seen: dict[str, str] = st.session_state.setdefault("seen", {})
    return seen


def comparison() -> Comparison:
    """Compare the visitor's event, showing progress while it takes time; stop the page where there is too little."""
    mine = work()
    if project := numbers_only(mine.event, mine.projects):
        return blinding.veil(comparison_of(project, mine.concluded))
    ready = prepared()
    key = (mine.cut, mine.event.judgements)
    if key in mine.concluded:
        mine.concluded[key] = mine.concluded.pop(key)  # the one in use is the last
    else:
        # One earlier cut is kept, so that moving it to and fro costs nothing; more would only fill the memory.
        mine.concluded = dict(list(mine.concluded.items())[-1:])
        mine.concluded[key] = _conclude(ready, mine)
    found = mine.concluded[key]
    if mine.shown and mine.point not in {p.id for p in found.points}:
        nearest = max(found.points, key=lambda p: len(mine.shown & set(p.passages)), default=None)
        mine.point = nearest.id if nearest and mine.shown & set(nearest.passages) else None
    mine.shown = frozenset(next((p.passages for p in found.points if p.id == mine.point), ()))
    return blinding.veil(found)


def prepared() -> Prepared:
    """Return the visitor's event, cleaned, embedded and scored."""
    mine = work()
    if numbers_only(mine.event, mine.projects):
        ask_for_texts()
    if len(mine.event.articles) < 2:
        _ask_for_articles(len(mine.event.articles))
    if mine.prepared is None:
        mine.prepared = _prepare(mine)
    return mine.prepared


def judge(judgements: Iterable[Judgement]) -> None:
    """Keep what the visitor said about pairs of passages."""
    event = work().event
    keep(replace(event, judgements=(*event.judgements, *judgements)))


def take_back() -> None:
    """Take the last word back: all the judgements that were made with one click."""
    event = work().event
    last = max((j.time for j in event.judgements), default=None)
    keep(replace(event, judgements=tuple(j for j in event.judgements if j.time != last)))


def take_back_pair(left: str, right: str) -> None:
    """Take back what was said of one pair of passages."""
    event = work().event
    keep(replace(event, judgements=tuple(j for j in event.judgements if (j.left, j.right) != (left, right))))


def show_point(id: str | None) -> None:
    """Choose a story point for every page."""
    work().point = id


def mode() -> Mode:
    """Return whether the visitor's page is light or dark."""
    return "dark" if st.context.theme.type == "dark" else "light"


def sync_address() -> None:
    """Write what identifies the view into the address, so that a link restores it."""
    mine = work()
    view = {
        **address.chosen(),
        "event": mine.saved or (unsaved.NAME if unsaved.is_unsaved(mine) and not mine.example else None),
        "example": mine.example,
        "point": mine.point,
        "cut": f"{mine.cut:.2f}" if mine.cut is not None else None,
        "blind": "1" if blinding.is_on() else None,
        "present": st.session_state.get("present"),
    }
    address.write(view)


def _prepare(mine: Work) -> Prepared:
    event = mine.event
    if mine.example and not event.restored and not event.rules_off and not event.left_out:
        return prepared_example(mine.example)
    stopped = "Stopped. Your articles are all here, only not compared."
    found = working.result(
        "comparing", mine.texts, lambda report: prepare(event, encoder=load_encoder(), progress=report), stopped=stopped
    )
    return found or stop()


def _conclude(ready: Prepared, mine: Work) -> Comparison:
    judgements = mine.event.judgements
    if mine.example and mine.cut is None and not judgements and ready is prepared_example(mine.example):
        return compared_example(mine.example)
    return conclude(ready, cut=mine.cut, judgements=judgements)


def need_points(comparison: Comparison) -> None:
    """Stop the page, saying what to do, where the sources tell nothing in common."""
    if not comparison.points:
        st.info(
            "No two passages are alike enough to be taken for the same thing. If these articles are about one event, "
            "lower the cut on the page Side by side."
        )
        stop()


def _ask_for_articles(count: int) -> None:
    if count:
        st.info("One article is here. Add at least one more about the same event, and they are compared.")
    else:
        for note in work().notes:
            show_text(note, "fr-warning")
        st.info("There is nothing to compare yet. Add two or more articles about one event, or open an example.")
    st.page_link("articles.py", label="Add articles", icon=":material/add:")
    stop()
