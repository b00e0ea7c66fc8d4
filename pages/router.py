"""The main script: page settings, looks, the title bar and the navigation; it runs whichever page was asked for."""

from __future__ import annotations

import html
from pathlib import Path

import streamlit as st
from streamlit.runtime.scriptrunner import StopException

from pages import warming

warming.import_for(Path(__file__))
from pages import (  # noqa: E402
    address,
    bar,
    beforehand,
    blind_articles,
    blinding,
    giving_way,
    presenting,
    screen,
    session,
    signing_in,
    trouble,
    unsaved,
    working,
)

st.set_page_config(page_title="Framing", page_icon=str(Path(__file__).with_name("icon.png")), layout="wide")
pages = [
    st.Page("articles.py", title="Articles", icon=":material/article:"),
    st.Page("overview.py", title="Overview", icon=":material/waves:", default=True),
    st.Page("side_by_side.py", title="Side by side", icon=":material/view_column:"),
    st.Page("tone.py", title="Tone", icon=":material/tune:"),
    st.Page("emphasis.py", title="Emphasis", icon=":material/bubble_chart:"),
    st.Page("wording.py", title="Wording", icon=":material/match_word:"),
    st.Page("voices.py", title="Voices", icon=":material/record_voice_over:"),
    st.Page("report.py", title="Report", icon=":material/summarize:"),
    st.Page("methods.py", title="Methods", icon=":material/menu_book:"),
]
address.begin()
blinding.begin()
presenting.begin()
presents = presenting.is_on() and presenting.can(session.work().event)
page = st.navigation(pages, position="hidden" if presents else "top")
st.html(Path(__file__).with_name("style.css"))
screen.watch()
working.renew()
signing_in.ask()

mine = session.work()
unsaved.ask_before_leaving(mine)
count = len(mine.event.articles)
title = html.escape(blinding.title_of(mine.event) or ("Your event" if count else "No event open"))
kind = "Example event · " if mine.example else "Your event · " if mine.event.title else ""
sources = ("1 article" if count == 1 else f"{count} articles") + " · not saved" * unsaved.is_unsaved(mine)
if not presents:
    with st.container(horizontal=True, vertical_alignment="center", key="bar"):
        st.html(f'<header class="fr-bar"><h1>{title}</h1><span>{kind}{sources}</span></header>')
        bar.show_links(mine, page.title)
        bar.show_buttons(mine)
if presents:
    show = presenting.show
else:
    show = blind_articles.show if blinding.is_on() and count and page.title == "Articles" else page.run
trouble.show_waiting()
warming.import_for(Path(__file__).with_name(f"{page.url_path or 'overview'}.py"))
try:
    with giving_way.drawing():
        show()
except StopException:  # a page that has nothing to show has an address, too
    session.sync_address()
    raise
session.sync_address()
warming.first_view_is_drawn()
beforehand.begin(mine)
