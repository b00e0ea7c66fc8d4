"""What a visitor chose by a name is chosen by its letter while names are hidden, and by the name again afterwards."""

from __future__ import annotations

from streamlit.testing.v1 import AppTest


def _page() -> None:
    import streamlit as st

    from framing.records import Article, Event, Paragraph
    from pages import address, blinding

    event = Event("The Bell on bridges", tuple(Article(s, (Paragraph(f"By {s}."),)) for s in ("Bell", "Post", "Star")))
    address.begin()
    blinding.begin()
    labels = blinding.mask_of(event).labels
    names = sorted(labels.values()) if blinding.is_on() else sorted(labels)
    st.selectbox("Source", names, key="source", persist_state="session")
    st.text_input("Find", key="find", persist_state="session")
    st.button("Switch", on_click=blinding.switch, args=(event,))
    st.session_state["pair-clicked"] = st.session_state.get("pair-clicked", ("Bell", "Star"))
    st.text(blinding.title_of(event))


def _edited() -> None:
    import streamlit as st

    from framing.records import Article, Event, Paragraph
    from pages import blinding

    plain = Article("Bell", (Paragraph("Ida Moss and Ben Orr spoke; more at tidewire.example."),))
    other = Article("Post", (Paragraph("Nothing."),))
    signed = Article(plain.source, plain.paragraphs, author="Ida Moss", url="https://tidewire.example/1")
    for first in (plain, signed):
        st.text(blinding.mask_of(Event("", (first, other))).hide(plain.text, "Bell"))


def _pressed(app: AppTest) -> AppTest:
    return app.button[0].click().run()


def test_choices_follow_the_names_into_hiding_and_back() -> None:
    app = AppTest.from_function(_page).run()
    app.selectbox("source").set_value("Star").run()
    app.text_input("find").set_value("what Post wrote").run()
    hidden = _pressed(app)
    assert str(hidden.selectbox("source").value).startswith("Source ")
    assert all(part.startswith("Source ") for part in hidden.session_state["pair-clicked"])
    assert "Post" not in hidden.text_input("find").value
    assert "Bell" not in hidden.text[0].value
    shown = _pressed(hidden)
    assert shown.selectbox("source").value == "Star"
    assert shown.session_state["pair-clicked"] == ("Bell", "Star")
    assert shown.text_input("find").value == "what Post wrote"
    assert shown.text[0].value == "The Bell on bridges"


def test_what_is_chosen_by_letter_is_chosen_by_name_after_revealing() -> None:
    app = AppTest.from_function(_page)
    app.query_params["blind"] = "1"
    app.run()
    letter = app.selectbox("source").set_value("Source B").run().selectbox("source").value
    assert letter == "Source B"
    assert _pressed(app).selectbox("source").value in {"Bell", "Post", "Star"}
    assert _pressed(app).selectbox("source").value == "Source B"


def test_an_author_and_an_address_that_came_later_are_hidden_too() -> None:
    before, after = AppTest.from_function(_edited).run().text
    assert "Ida Moss" in before.value
    assert [name for name in ("Ida Moss", "tidewire") if name in after.value] == []
