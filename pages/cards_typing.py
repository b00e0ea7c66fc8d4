"""The text of an article on its card, to be typed anew: what was taken wrongly from a page or a file is mended here."""

from __future__ import annotations

from dataclasses import replace

import streamlit as st

from framing.clean import clean_in
from framing.read.retyping import as_typed, retyped
from framing.records import Article, Event, Judgement
from framing.segment import segment
from pages import session
from pages.articles_changing import exchange
from pages.boxes import box, typed
from pages.cards_named import article_of
from pages.folding import fold


def show_typing(article: Article, card: str, name: str) -> None:
    """Show the article's text to edit, in an expander; nothing changes until it is kept."""
    with fold(f"Edit the text :small[of {name}]", f"typing-{card}", ":material/edit:") as typing:
        if not typing.open:
            return
        text = as_typed(article)
        judged = any(_is_on(article.id, j) for j in session.work().event.judgements)
        with st.form(f"retype-{card}", border=False):
            st.text_area(
                f"Text of {name}, an empty line between two paragraphs", text, key=box(f"text-{card}", text), height=320
            )
            if problem := st.session_state.get(f"no-text-{card}"):
                st.error(problem)
            lost = " What you judged of a passage that you change here is lost." if judged else ""
            st.caption(f"The headline has a box of its own above.{lost}")
            keep = f"Keep this text :small[of {name}]"
            st.form_submit_button(keep, on_click=keep_text, args=(card,), icon=":material/check:")


def keep_text(card: str) -> None:
    """Give the article the text that was typed; where that cannot be, it stays in the box with the reason."""
    article, text = article_of(card), typed(f"text-{card}")
    problem = f"no-text-{card}"
    st.session_state[problem] = ""
    if not article or text == as_typed(article):
        return
    if not any(c.isalnum() for c in text):
        st.session_state[problem] = (
            "There is no text in it, so the old one stands. To be rid of the article, remove it."
        )
        return
    anew, before, mine = retyped(article, text), session.work().event, session.work()
    new = replace(article, paragraphs=anew.paragraphs)
    if not exchange(article, new, anew.places):
        st.session_state[problem] = "This source is here already with this very text; nothing was changed."
        return
    kept = judgements_left(before, article, mine.event, new)
    lost = len(before.judgements) - len(kept)
    if lost:
        session.change(replace(mine.event, judgements=kept))
        what = "1 judgement was on a passage" if lost == 1 else f"{lost} judgements were on passages"
        mine.notes = (f"{what} of {new.source} that you changed, so it is gone with it.",)


def judgements_left(before: Event, old: Article, after: Event, new: Article) -> tuple[Judgement, ...]:
    """Return the judgements, ids of the new article in them, without those on passages that it no longer has.

    What was said of a passage that stood in the article for no moment, such as one now taken out, is not touched.
    """
    had = {p.id.replace(old.id, new.id) for p in segment(clean_in(before, old))}
    gone = had - {p.id for p in segment(clean_in(after, new))}
    return tuple(j for j in after.judgements if j.left not in gone and j.right not in gone)


def _is_on(id: str, judgement: Judgement) -> bool:
    return judgement.left.startswith(f"{id}-") or judgement.right.startswith(f"{id}-")
