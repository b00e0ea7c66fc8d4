"""A teacher hides the names, lets the class read, turns the slides with the arrow keys, and reveals."""

from __future__ import annotations

import re

from playwright.sync_api import Page, WebSocket, expect

from framing.read import open_example
from framing.records import Event
from tests.browser.app import PAGES, App, serious

EVENT = "nurses-strike"


class Wire:
    """All that reached the browser: what is drawn as a picture, such as tables and figures, can be read here, too."""

    def __init__(self, page: Page) -> None:
        self.frames: list[bytes] = []
        page.on("websocket", self._listen)

    def _listen(self, socket: WebSocket) -> None:
        socket.on("framereceived", lambda frame: self.frames.append(frame if isinstance(frame, bytes) else b""))

    def text(self) -> str:
        """Return what came since this was asked last."""
        told = b"\n".join(self.frames).decode("utf-8", "ignore")
        self.frames.clear()
        return told


def _names(event: Event) -> list[str]:
    authors = {name for a in event.articles for name in re.split(r" and |, ", a.author or "") if name}
    short = {f"the {a.source.split()[-1]}" for a in event.articles if not a.source.endswith("News")}
    return sorted({a.source for a in event.articles} | authors | short)


def _found(names: list[str], *places: str) -> list[str]:
    return [name for name in names if any(re.search(rf"(?<!\w){re.escape(name)}(?!\w)", place) for place in places)]


def test_no_page_names_an_outlet_until_the_names_are_revealed(app: App) -> None:
    names, wire = _names(open_example(EVENT)), Wire(app.page)
    app.open(f"/?example={EVENT}&blind=1")
    for page in PAGES:
        app.visit(page)
        if page == "Overview":
            app.click_figure("point")
        for tab in app.page.get_by_role("tab").all()[1:]:
            tab.click()
            app.settle()
        assert _found(names, wire.text(), app.page.content(), app.page.url) == [], page
        assert "blind=1" in app.page.url
    app.visit("Side by side")
    app.page.get_by_role("button", name="Next").click()
    app.settle()
    point = re.search(r"point=(\w+)", app.page.url)
    app.page.get_by_role("button", name="Reveal names").click()
    expect(app.page.get_by_text("The Daily Flare").first).to_be_visible()
    app.settle()
    assert _found(names, wire.text()) != []  # so what came before was read, too
    assert "blind" not in app.page.url
    assert point
    assert point.group() in app.page.url


def test_the_arrow_keys_turn_the_slides_and_escape_goes_back(app: App) -> None:
    app.open(f"/side_by_side?example={EVENT}")
    app.page.get_by_role("button", name="Present", exact=True).click()
    expect(app.page.locator(".fr-slide-place")).to_have_text(re.compile(r"^1 / \d+"))
    app.settle()
    expect(app.page.get_by_test_id("stTopNavLinkContainer")).to_have_count(0)
    for key, place in (("ArrowRight", "2 / "), ("ArrowRight", "3 / "), ("ArrowLeft", "2 / "), ("Home", "1 / ")):
        app.page.keyboard.press(key)
        expect(app.page.locator(".fr-slide-place")).to_have_text(re.compile(rf"^{place}"))
        app.settle()
    app.page.keyboard.press("End")
    expect(app.page.get_by_text("things told by several")).to_be_visible()
    app.settle()
    count = app.page.locator(".fr-slide-place").inner_text().split(" / ")[1].split(" ")[0]
    assert f"present={count}" in app.page.url
    _jump_from_the_list(app)
    app.page.keyboard.press("b")
    expect(app.page.locator(".fr-slide-place")).to_contain_text("names hidden")
    app.settle()
    app.page.keyboard.press("Escape")
    expect(app.page.get_by_role("button", name="Reveal names")).to_be_visible()
    app.settle()
    expect(app.page).to_have_url(re.compile(r"/side_by_side\?"))
    assert "present" not in app.page.url
    app.open("/?event=nothing-is-saved-here&present=2")
    expect(app.page.get_by_test_id("stTopNavLinkContainer").first).to_be_visible()
    expect(app.page.locator(".st-key-slide-keys")).to_have_count(0)
    expect(app.page).not_to_have_url(re.compile("present|event"))


def test_the_ribbon_s_slide_has_a_table_and_its_words_name_nothing_else(app: App) -> None:
    app.open(f"/?example={EVENT}&present=2")
    told = app.page.get_by_role("figure").get_attribute("aria-label") or ""
    assert told.endswith("Press T, or “As a table”, for all passages as a table.")
    app.page.keyboard.press("t")
    expect(app.page.get_by_text("The ribbon as a table")).to_be_visible()
    expect(app.page.get_by_role("figure")).to_have_count(0)
    joined = re.search(r"join (\d+) of (\d+) passages", told)
    assert joined
    expect(app.page.locator(".fr-slide-tables tbody tr")).to_have_count(int(joined[2]))
    alone = app.page.locator(".fr-slide-tables td").get_by_text("only in")
    expect(alone).to_have_count(int(joined[2]) - int(joined[1]))
    app.page.keyboard.press("t")
    expect(app.page.get_by_role("figure")).to_be_visible()
    app.page.keyboard.press("t")
    app.page.keyboard.press("ArrowRight")
    app.settle()
    expect(app.page.locator(".fr-slide-place")).not_to_contain_text("T:")
    app.page.keyboard.press("ArrowLeft")
    expect(app.page.get_by_role("figure")).to_be_visible()  # another slide is shown as it is drawn


def test_on_a_screen_without_keys_the_slides_are_turned_with_a_finger_and_on_a_wall_nothing_is_in_sight(
    app: App,
) -> None:
    app.open(f"/?example={EVENT}&present=2")
    keys = app.page.locator(".st-key-slide-keys")
    assert float(keys.evaluate("(keys) => getComputedStyle(keys).opacity")) == 0
    app.page.set_viewport_size({"width": 400, "height": 860})
    app.settle()
    assert float(keys.evaluate("(keys) => getComputedStyle(keys).opacity")) == 1
    buttons = keys.get_by_role("button").filter(visible=True)
    assert [name.strip() for name in buttons.all_inner_texts()] == ["Back", "Next", "All slides", "As a table", "Leave"]
    places = [button.bounding_box() for button in buttons.all()]
    assert all(place and min(place["width"], place["height"]) >= 44 for place in places)
    assert all(place and place["x"] >= 0 and place["x"] + place["width"] <= 400 for place in places)
    place = app.page.locator(".fr-slide-place")
    place.scroll_into_view_if_needed()
    app.page.mouse.wheel(0, 2000)
    app.page.wait_for_timeout(200)
    note, number, bar = (one.bounding_box() for one in (app.page.locator("p.fr-slide-note").last, place, keys))
    assert note
    assert number
    assert bar
    assert note["y"] + note["height"] <= number["y"]
    assert number["y"] + number["height"] <= bar["y"]
    keys.get_by_role("button", name="Next").click()
    expect(place).to_have_text(re.compile(r"^3 / "))


def _jump_from_the_list(app: App) -> None:
    """G lists the slides; the key before one, or Tab and Enter, goes to it; another G goes back."""
    app.page.keyboard.press("g")
    listed = app.page.locator(".st-key-slide-listed")
    point = listed.get_by_role("button").filter(has=app.page.get_by_label("Shortcut 9"))
    label = point.locator("p").inner_text()
    assert serious(app.page) == []
    app.page.keyboard.press("g")
    expect(app.page.get_by_text("things told by several")).to_be_visible()
    app.settle()
    app.page.keyboard.press("g")
    expect(listed).to_be_visible()
    app.settle()
    app.page.keyboard.press("9")
    expect(app.page.get_by_role("heading", name=label, exact=True)).to_be_visible()
    app.settle()
    assert listed.count() == 0
