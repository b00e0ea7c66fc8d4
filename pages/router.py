"""The main script: page settings, looks, the title bar and the navigation; it runs whichever page was asked for."""

from __future__ import annotations

import html
from pathlib import Path

import streamlit as st

from pages import address, session

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
page = st.navigation(pages, position="top")
st.html(Path(__file__).with_name("style.css"))

address.begin()
mine = session.work()
count = len(mine.event.articles)
title = html.escape(mine.event.title or ("Your event" if count else "No event open"))
kind = "Example event" if mine.example else "Your event"
sources = "1 article" if count == 1 else f"{count} articles"
with st.container(horizontal=True, vertical_alignment="bottom", key="bar"):
    st.html(f'<header class="fr-bar"><span>{kind} · {sources}</span><h1>{title}</h1></header>')
    if mine.example and page.title != "Articles":
        st.page_link("articles.py", label="Compare your own articles", icon=":material/add:", width="content")
page.run()
session.sync_address()
