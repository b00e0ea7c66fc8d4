"""Articles: choose an example, paste, upload; see what cleaning removed, and put it back."""

from __future__ import annotations

from dataclasses import replace

import streamlit as st

from framing.clean import clean
from framing.read import Reading, ReadError, article_from_text, example_events, open_example, read_bytes
from framing.records import Article, Event
from pages import session
from pages.reading import plain, show_text


def free_source(event: Event) -> str:
    """Return the first of Source A, Source B … that no article has yet."""
    taken = {a.source for a in event.articles}
    return next(name for name in (f"Source {chr(65 + i)}" for i in range(26)) if name not in taken)


def paste() -> None:
    """Add the pasted text; where it cannot be read it stays in its box and the reason is shown."""
    mine = session.work()
    event = Event("", ()) if mine.example else mine.event
    named = st.session_state["paste-source"].strip()
    try:
        article = article_from_text(st.session_state["paste-text"], named or free_source(event), "The pasted text")
        twin = next((a for a in event.articles if a.text == article.text), None)
        if twin and (not named or twin.source == named):
            raise ReadError("The pasted text", f"it is here already, as {twin.source}; paste the other article")
    except ReadError as error:
        st.session_state["paste-error"] = str(error)
        return
    session.add_articles(Reading(Event("", (article,))))
    st.session_state["paste-source"] = st.session_state["paste-text"] = st.session_state["paste-error"] = ""


def upload() -> None:
    """Add the chosen files; one that cannot be read does not keep the others out."""
    articles: list[Article] = []
    notes: list[str] = []
    title, number = "", st.session_state.get("uploads", 0)
    for file in st.session_state[f"upload-{number}"]:
        try:
            reading = read_bytes(file.getvalue(), file.name)
            articles += reading.event.articles
            notes += reading.notes
            title = title or reading.event.title
        except ReadError as error:
            notes.append(str(error))
    st.session_state["uploads"] = number + 1  # a new uploader: the old one would hand over the same files again
    if articles:
        session.add_articles(Reading(Event(title, tuple(articles)), tuple(notes)))
    else:
        session.work().notes = tuple(notes)


def rename(article: Article) -> None:
    """Give an article another source's name."""
    name = st.session_state[f"source-{article.id}"].strip()
    mine = session.work()
    if name and name != article.source:
        renamed = replace(article, source=name)
        restored = frozenset((renamed.id if id == article.id else id, i) for id, i in mine.event.restored)
        swap(article, renamed, restored)


def swap(old: Article, new: Article | None, restored: frozenset[tuple[str, int]]) -> None:
    """Put one article in another's place, or take it out."""
    mine = session.work()
    articles = tuple(a for a in (new if a == old else a for a in mine.event.articles) if a is not None)
    mine.example = None
    session.change(replace(mine.event, articles=articles, restored=restored))
    mine.taken_out = old if new is None else None


def put_back(article: Article, index: int) -> None:
    """Put a paragraph back that cleaning took out."""
    event = session.work().event
    session.change(replace(event, restored=event.restored | {(article.id, index)}))


def show_article(article: Article) -> None:
    """Show one article: its source to edit, its headline, its length and what was removed."""
    cleaned = clean(article, restored=mine.event.restored)
    with st.container(border=True, key=f"card-{article.id}"):
        with st.container(horizontal=True, vertical_alignment="bottom"):
            st.text_input("Source", article.source, key=f"source-{article.id}", on_change=rename, args=(article,), max_chars=80)
            st.button("Remove", icon=":material/delete:", key=f"remove-{article.id}", on_click=swap, args=(article, None, mine.event.restored))
        show_text(cleaned.title or "No headline found", "fr-finding")
        facts = [article.author, (article.published or "")[:10], f"{sum(len(p.text.split()) for p in cleaned.paragraphs)} words"]
        st.caption(plain(" · ".join(f for f in facts if f)))
        if cleaned.removed:
            with st.expander(f"{len(cleaned.removed)} removed as page furniture"):
                for removal in cleaned.removed:
                    with st.container(horizontal=True, vertical_alignment="center"):
                        show_text(f"{removal.text}\n({removal.rule}: {removal.reason})")
                        st.button("Put back", key=f"back-{article.id}-{removal.index}", on_click=put_back, args=(article, removal.index))


mine = session.work()
left, right = st.columns([2, 3], gap="large")
with left:
    st.subheader("Add articles about one event", anchor=False)
    if mine.example:
        st.caption("An example is open. Adding an article begins an event of your own; the example stays.")
    st.text_input("Source (the outlet's name)", key="paste-source", placeholder="optional", max_chars=80)
    st.text_area("Text of the article, headline first", key="paste-text", height=220)
    if st.session_state.get("paste-error"):
        st.error(plain(st.session_state["paste-error"]))
    st.button("Add this text", type="primary", on_click=paste, icon=":material/add:")
    number = st.session_state.get("uploads", 0)
    st.file_uploader("Or files: .txt, .md, or event files (.json)", accept_multiple_files=True, key=f"upload-{number}", on_change=upload)
    st.subheader("Or open an example", anchor=False)
    examples = {name: open_example(name).title for name in example_events()}
    for name, title in examples.items():
        st.button(plain(title), key=f"example-{name}", type="tertiary", icon=":material/article:", on_click=session.open_event, args=(open_example(name), name))
with right:
    for note in mine.notes:
        st.warning(plain(note))
    if mine.taken_out:
        gone = mine.taken_out
        st.info(plain(f"{gone.source} was removed."))
        st.button("Undo", on_click=session.add_articles, args=(Reading(Event("", (gone,))),))
    count = len(mine.event.articles)
    st.subheader(f"In this event: {'1 article' if count == 1 else f'{count} articles'}", anchor=False)
    if count > 1:
        st.page_link("overview.py", label="Compare them", icon=":material/waves:")
    elif count == 1:
        st.info("Add at least one more article about the same event to compare.")
    else:
        st.info("Paste a text or add files on the left, or open an example.")
    for article in mine.event.articles:
        show_article(article)
