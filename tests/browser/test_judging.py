"""A reader overrules the machine, by mouse and by keyboard."""

from __future__ import annotations

from playwright.sync_api import expect

from framing.align import default_cut
from framing.compare import compare
from framing.embed import load_encoder
from framing.read import open_example
from framing.records import StoryPoint
from tests.browser.app import App, words


def _widest() -> StoryPoint:
    points = compare(open_example("ferry-terminal"), encoder=load_encoder()).points
    return max(points, key=lambda p: (len(p.passages), p.id))


def test_a_rejected_pair_is_parted_and_undo_joins_it_again(app: App) -> None:
    point = _widest()
    app.open(f"/side_by_side?point={point.id}")
    before = words(app.text())
    expect(app.page.get_by_text("judged pair")).to_have_count(0)
    app.page.keyboard.press("d")
    expect(app.page.get_by_text("1 judged pair.")).to_be_visible()
    app.settle()
    assert app.page.locator(".fr-column:not(.fr-empty)").count() < len(point.passages)
    app.page.keyboard.press("u")
    expect(app.page.get_by_text("judged pair")).to_have_count(0)
    app.settle()
    assert words(app.text()) == before


def test_checking_matches_goes_to_the_question_wherever_it_stands(app: App) -> None:
    app.open("/side_by_side")
    app.page.get_by_role("button", name="Check matches").nth(1).focus()
    app.page.keyboard.press("Enter")
    question = app.page.get_by_role("heading", name="Do these tell the same thing?")
    expect(question).to_be_focused()
    expect(question).to_be_in_viewport(ratio=1)
    bar, seen = app.page.locator(".st-key-bar").bounding_box(), question.bounding_box()
    assert bar
    assert seen
    assert seen["y"] >= bar["y"] + bar["height"]
    app.page.keyboard.press("s")
    expect(app.page.get_by_text("1 judged pair.")).to_be_visible()
    app.settle()
    app.page.get_by_role("button", name="Next").click()
    app.settle()
    expect(question).not_to_be_focused()  # it is gone to where that was asked for, not whenever it is drawn


def test_a_confirmed_pair_is_kept_with_the_coders_name(app: App) -> None:
    app.open(f"/side_by_side?point={_widest().id}")
    app.page.get_by_role("button", name="Coder:").click()
    app.page.get_by_label("Your name, kept with your judgements").fill("Ada")
    app.page.keyboard.press("Enter")
    app.settle()
    app.page.keyboard.press("Escape")
    app.page.get_by_role("button", name="Same").first.click()
    expect(app.page.get_by_text("you said: same")).to_be_visible()
    app.visit("Articles")
    with app.page.expect_download() as download:
        app.page.get_by_role("button", name="Download as an event file").click()
    saved = download.value.path().read_text(encoding="utf-8")
    assert '"coder": "Ada"' in saved
    assert '"verdict": "same"' in saved


def test_a_passage_is_split_off_into_what_stands_alone(app: App) -> None:
    point = _widest()
    # A cut that is chosen stays where it is; without one the judgements would move it.
    app.open(f"/side_by_side?point={point.id}&cut={default_cut():.2f}")
    before = app.page.locator(".fr-passage").count()
    choice = app.page.get_by_label("Split off passages")
    choice.scroll_into_view_if_needed()
    app.page.wait_for_timeout(500)  # scrolling closes the list
    choice.click()
    expect(app.page.get_by_role("option").first).to_be_visible()  # "Select all"; the passages come below it
    for key in ("ArrowDown", "Enter", "Escape"):
        choice.press(key)
    app.settle()
    app.page.get_by_role("button", name="Split", exact=True).click()
    expect(app.page.get_by_text("judged pairs.")).to_be_visible()
    app.settle()
    assert app.page.locator(".fr-passage").count() == before - 1


def test_a_higher_cut_leaves_fewer_passages_in_story_points(app: App) -> None:
    app.open("/side_by_side?cut=0.95&point=alone")
    alone = app.page.locator(".fr-passage").count()
    app.open("/side_by_side?cut=0.30&point=alone")
    assert app.page.locator(".fr-passage").count() < alone


def test_a_saved_event_comes_back_with_its_judgements_under_its_address(app: App) -> None:
    app.open(f"/side_by_side?point={_widest().id}")
    app.page.keyboard.press("s")
    expect(app.page.get_by_text("1 judged pair.")).to_be_visible()
    app.visit("Articles")
    app.page.get_by_role("button", name="Save", exact=True).click()
    expect(app.page.get_by_text("Saved on this computer")).to_be_visible()
    app.settle()
    address = app.page.url.removeprefix(app.address)
    app.open("/")
    app.open(address.replace("/articles", "/side_by_side"))
    expect(app.page.get_by_text("1 judged pair.")).to_be_visible()
    app.open("/side_by_side?event=no-such-key")
    expect(app.page.get_by_text("There is nothing to compare yet.")).to_be_visible()
