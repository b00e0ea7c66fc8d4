"""Other people's text is shown as text, on every page, whatever it looks like."""

from __future__ import annotations

from playwright.sync_api import expect

from tests.browser.app import PAGES, App, words

NASTY = [
    "A package of $118bn to $60bn was agreed by the council on Tuesday evening.",
    "<script>document.title = 'taken'</script> was written on the wall of the terminal.",
    "The word :red[x] and the sign :material/home: stood on the banner at the gate.",
    "The council showed ![x](http://192.0.2.7/x.png) and [a link](http://192.0.2.7/) on the screen.",
    "**Nobody** was _hurt_ and `nothing` was ~~lost~~, the police said, <b>at all</b> &amp; ever.",
    "The crowd sang 🎉 and went home 👩‍👩‍👧 at &#39;ten&#39; to midnight.",
]
SOURCES = ["**Bold** $1 to $2 :red[A]", "<i>Slanted</i> ![x](http://192.0.2.7/) 🎈"]


def test_markup_in_articles_is_shown_letter_by_letter(app: App) -> None:
    app.open("/articles")
    for source in SOURCES:
        lines = [f"{source} says <script>alert(1)</script> $3bn to $4bn", *NASTY, f"{source} only."]
        app.paste("\n\n".join(lines), source)
    expect(app.page.get_by_label("Source of article").first).to_have_value(SOURCES[0])
    for heading in ("Read it as it is compared", "removed as page furniture"):
        for found in app.page.get_by_text(heading).all():
            found.click()
            app.settle()
    shown = {}
    for page in sorted(PAGES, key=lambda name: (name != "Articles", name != "Side by side")):
        if page != "Articles":
            app.visit(page)
        if page == "Overview":
            app.click_figure("point")
        shown[page] = words(app.text())
        assert app.page.title() != "taken"
        assert app.page.locator(".katex").count() == 0
        assert app.page.locator("[data-testid=stMain] img").count() == 0
        assert app.page.locator("[data-testid=stMain] a[href*='192.0.2.7']").count() == 0
    for page in ("Articles", "Side by side"):
        for text in NASTY:
            assert words(text) in shown[page]
    for page in ("Overview", "Tone", "Emphasis"):
        assert any(words(text) in shown[page] for text in NASTY)
        assert any(source in shown[page] for source in SOURCES)
