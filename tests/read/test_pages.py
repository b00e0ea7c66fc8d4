"""Web pages: the fixtures whole, and the rules one by one."""

from __future__ import annotations

import json

import pytest

from framing.read import ReadError, gather, read_bytes
from framing.read.html import read_html
from framing.read.walls import WALLS, wall_of
from tests.quality.extraction import FLOORS, PAGES, measure

HARD = {"later_printed.html"}  # nothing on it says which of its lines is the headline
EXPECTED = json.loads((PAGES / "expected.json").read_text("utf-8"))
LEAD = "The mayor closed the old bridge on Friday after engineers found cracks in two of its seven arches."
BODY = "Repairs will cost nine million crowns, the council said, and nobody knows yet who is going to pay for them."
LAST = "Shops on both banks of the river fear an empty winter and ask for help, which nobody has promised them so far."
ARTICLE = f"<article><p>{LEAD}</p><p>{BODY}</p><p>{LAST}</p></article>"


def page(body=ARTICLE, head="", name="bell.html"):
    return read_html(f"<html><head>{head}</head><body>{body}</body></html>".encode(), name)


def ld(**content):
    return f'<script type="application/ld+json">{json.dumps({"@type": "NewsArticle", **content})}</script>'


def texts(document):
    return [p.text for p in document.paragraphs]


class TestFixtures:
    def test_there_are_twenty_and_they_say_what_is_expected(self):
        assert len([name for name in EXPECTED if not name.startswith("later_")]) == 20
        assert {p.name for p in PAGES.iterdir()} == {*EXPECTED, "expected.json"}

    @pytest.mark.parametrize("name", [name for name in EXPECTED if name not in HARD])
    def test_title_date_and_source_are_found(self, name):
        (article,) = gather([PAGES / name]).event.articles
        known = EXPECTED[name]
        assert (article.title, article.published, article.source) == (
            known["title"],
            known["published"],
            known["source"],
        )

    @pytest.mark.parametrize("name", EXPECTED)
    def test_no_paragraph_is_lost(self, name):
        (article,) = gather([PAGES / name]).event.articles
        found = [p.text for p in article.paragraphs]
        assert [text for text in EXPECTED[name]["body"] if text not in found] == []

    def test_the_floors_hold(self):
        found = measure()
        below = {name for name, floor in FLOORS.items() if found[name.split(".")[0]][name.split(".")[1]] < floor}
        assert below == set()

    def test_a_standfirst_keeps_its_kind(self):
        first = gather([PAGES / "broadsheet.html"]).event.articles[0].paragraphs[0]
        assert (first.kind, first.text) == ("standfirst", EXPECTED["broadsheet.html"]["standfirst"])

    def test_a_page_that_ends_at_a_paywall_says_so(self):
        assert gather([PAGES / "paywall.html"]).notes[0] == (
            "paywall.html ends where a subscription is asked for: only the beginning of the article is here."
        )


class TestFacts:
    @pytest.mark.parametrize(
        ("head", "published"),
        [
            (ld(datePublished="2025-10-14T07:20:00+02:00"), "2025-10-14T07:20:00+02:00"),
            (ld(datePublished="2025-10-14T07:20:00.000Z"), "2025-10-14T07:20:00+00:00"),
            (ld(datePublished="October 14, 2025 7:20 a.m."), "2025-10-14T07:20:00"),
            (ld(datePublished="14 October 2025"), "2025-10-14"),
            (ld(datePublished="soon"), None),
            (
                '<meta property="article:published_time" content="2025-10-14T07:20:00+02:00">',
                "2025-10-14T07:20:00+02:00",
            ),
            ('<meta name="date" content="20251014">', "2025-10-14"),
            (ld(datePublished="2025-10-14") + '<meta name="date" content="2025-10-14T07:20">', "2025-10-14T07:20:00"),
            ("", None),
        ],
    )
    def test_the_time_of_publication(self, head, published):
        assert page(head=head).published == published

    def test_the_page_s_own_article_is_told_from_the_others_in_its_data(self):
        graph = {
            "@context": "https://schema.org",
            "@graph": [
                {"@type": "WebSite", "name": "Portal"},
                {
                    "@type": "NewsArticle",
                    "headline": "Bridge closed",
                    "datePublished": "2025-10-14",
                    "publisher": {"@id": "#b"},
                },
                {"@type": "Organization", "@id": "#b", "name": "The Bell"},
                {"@type": "NewsArticle", "url": "/another"},
            ],
        }
        document = page(head=f'<script type="application/ld+json">{json.dumps(graph)}</script>')
        assert (document.source, document.published, document.title) == ("The Bell", "2025-10-14", "Bridge closed")

    @pytest.mark.parametrize(
        ("head", "body", "title"),
        [
            ("<title>Bridge is closed | The Bell</title>", "", "Bridge is closed"),
            ("<title>Bridge is closed - News - The Bell</title>", "", "Bridge is closed"),
            (
                "<title>Bridge is closed</title>",
                "<h1>The Bell</h1><h1>Bridge is closed today</h1>",
                "Bridge is closed today",
            ),
            (ld(headline="Bridge is closed &amp; gone"), "", "Bridge is closed &amp; gone"),
            ('<meta property="og:title" content="Re-opening: what is known">', "", "Re-opening: what is known"),
            ("", "", ""),
        ],
    )
    def test_the_headline_without_the_outlet(self, head, body, title):
        assert page(body + ARTICLE, head).title == title

    @pytest.mark.parametrize(
        ("head", "author"),
        [
            (ld(author={"name": "Jane Doe"}), "Jane Doe"),
            (ld(author=["Jane Doe", {"name": "Ann Lee"}, "Ida Brandt"]), "Jane Doe, Ann Lee and Ida Brandt"),
            ('<meta name="author" content="By Jane Doe">', "Jane Doe"),
            ('<meta property="article:author" content="https://bell.example/jane">', None),
            ("", None),
        ],
    )
    def test_the_authors(self, head, author):
        assert page(head=head).author == author

    @pytest.mark.parametrize(
        ("head", "foot", "source"),
        [
            (ld(publisher={"name": "The Bell"}), "", "The Bell"),
            ('<meta property="og:site_name" content="The Bell">', "", "The Bell"),
            ("", "<footer><p>© 2025 The Bell. All rights reserved.</p></footer>", "The Bell"),
            ('<link rel="canonical" href="https://www.bell.example/1">', "", "bell.example"),
            ("", "", ""),
        ],
    )
    def test_the_outlet(self, head, foot, source):
        assert page(ARTICLE + foot, head).source == source

    @pytest.mark.parametrize(
        "broken", ["{", '{"@type": "NewsArticle", "author": [[[]]]}', "[1, null]", '{"@graph": 3}', "[" * 9000]
    )
    def test_data_that_is_broken_does_no_harm(self, broken):
        assert texts(page(head=f'<script type="application/ld+json">{broken}</script>')) == [LEAD, BODY, LAST]


class TestBody:
    def test_a_page_that_shows_little_is_read_from_its_data(self):
        whole = "\n\n".join([LEAD, BODY, LAST])
        document = page(f"<div id='app'><p>{LEAD}</p></div>", ld(articleBody=whole))
        assert texts(document) == [LEAD, BODY, LAST]

    def test_furniture_that_names_itself_is_left_out(self):
        inside = ARTICLE.replace(f"<p>{BODY}", f'<div class="newsletter-box"><p>{LEAD[::-1]}</p></div><p>{BODY}')
        assert texts(page(inside)) == [LEAD, BODY, LAST]

    def test_a_body_that_is_named_for_its_furniture_is_the_article(self):
        inside = ARTICLE.replace("<article>", '<article class="has-related"><div class="comments related">')
        assert texts(page(f"{inside}</div>")) == [LEAD, BODY, LAST]

    def test_headings_lists_and_quotations_keep_their_kind(self):
        end = f"<ul><li>{LAST}</li></ul><blockquote><p>{LEAD[:50]}</p></blockquote>"
        body = f"<article><p>{LEAD}</p><h2>Who pays</h2><p>{BODY}</p>{end}</article>"
        assert [p.kind for p in page(body).paragraphs] == ["body", "heading", "body", "list", "quote"]

    @pytest.mark.parametrize(
        ("encoding", "declared"),
        [
            ("utf-8", "utf-8"),
            ("cp1252", "iso-8859-1"),
            ("cp1252", "windows-1252"),
            ("utf-16", ""),
            ("cp1252", ""),
            ("utf-8", "nonsense"),
        ],
    )
    def test_every_encoding_is_read(self, encoding, declared):
        text = "“Łódź”" if encoding.startswith("utf") else "“Café”"
        meta = f'<meta charset="{declared}">' if declared else ""
        content = f"<html><head>{meta}</head><body>{ARTICLE.replace('Friday', text)}</body></html>".encode(encoding)
        assert texts(read_html(content, "a.html"))[0] == LEAD.replace("Friday", text)

    def test_the_encoding_that_came_with_a_page_goes_first(self):
        content = f"<html><body>{ARTICLE.replace('Friday', 'Łódź')}</body></html>".encode("iso-8859-2")
        assert "Łódź" in texts(read_html(content, "a.html", charset="iso-8859-2"))[0]


class TestWalls:
    @pytest.mark.parametrize(
        ("name", "title", "body"),
        [
            ("robot check", "Just a moment...", "<p>Enable JavaScript and cookies to continue</p>"),
            ("robot check", "bell.example", "<p>Please verify you are a human. Press & Hold to confirm.</p>"),
            ("refusal", "403 Forbidden", "<h1>Forbidden</h1><p>You don't have permission to access this resource.</p>"),
            ("refusal", "Access denied", "<p>Error 1020</p>"),
            ("error page", "Page not found", "<p>We are sorry. Try the search.</p>"),
            (
                "cookie wall",
                "Before you continue",
                "<p>We use cookies and data to deliver our service.</p><button>Reject all</button>",
            ),
            ("log-in form", "The Bell", "<form><input type='email'><input type='password'><button>Go</button></form>"),
            ("log-in form", "Log in", "<p>Sign in to your account</p><a>Forgot your password?</a>"),
            ("paywall", "Bridge closed", "<p>Subscribe now to continue reading.</p>"),
            (
                "no script",
                "The Bell",
                "<noscript>You need to enable JavaScript to run this app.</noscript><div id='root'></div>",
            ),
        ],
    )
    def test_a_page_before_the_article_is_named(self, name, title, body):
        what = next(wall.what for wall in WALLS if wall.name == name)
        with pytest.raises(ReadError) as caught:
            page(body, f"<title>{title}</title>")
        assert str(caught.value) == f"bell.html: {what}."

    def test_a_page_without_a_word_is_no_article(self):
        with pytest.raises(ReadError, match=r"^bell.html: no article was found on this page; copy its text"):
            page("<div></div>")

    @pytest.mark.parametrize(
        "text", [LEAD, f"The minister said that sites which accept cookies must say so. {BODY} {LAST}" * 3]
    )
    def test_an_article_is_no_wall(self, text):
        assert wall_of("Bridge closed", text) is None

    @pytest.mark.parametrize(
        "title",
        [
            "500 nurses walk out in Merrowdale",
            "503 service members come home",
            "Forbidden City reopens after floods",
            "Page not found in archive, historian says",
            "Access denied to observers at the count",
            "Just a moment of silence for the seven arches",
        ],
    )
    def test_a_headline_that_begins_like_an_error_is_no_wall(self, title):
        assert wall_of(title, LEAD) is None
        assert texts(page(head=f"<title>{title}</title>")) == [LEAD, BODY, LAST]

    @pytest.mark.parametrize(
        ("title", "name"),
        [
            ("404", "error page"),
            ("404 - The Bell", "error page"),
            ("Error 404 (Not Found)", "error page"),
            ("502 Bad Gateway", "error page"),
            ("500 Internal Server Error", "error page"),
            ("Page not found | The Bell", "error page"),
            ("Page Not Found - The Bell", "error page"),
            ("Forbidden", "refusal"),
            ("403 Forbidden", "refusal"),
            ("Access denied | The Bell", "refusal"),
        ],
    )
    def test_an_error_in_the_title_is_a_wall(self, title, name):
        found = wall_of(title, "Try the search.")
        assert found is not None
        assert found.name == name

    def test_a_page_with_a_body_of_forty_words_is_read_and_pointed_out(self, tmp_path):
        (tmp_path / "a.html").write_text(f"<title>Page not found</title>{ARTICLE}", encoding="utf-8")
        reading = gather([tmp_path])
        assert len(reading.event.articles) == 1
        assert any("may be no article: this is an error page" in note for note in reading.notes)

    def test_a_pasted_wall_is_pointed_out(self, tmp_path):
        (tmp_path / "a.txt").write_text("Are you a robot? Please solve the captcha to go on.", encoding="utf-8")
        assert gather([tmp_path]).notes[0].startswith("a may be no article: this is a check for robots")


class TestSavedPages:
    HEAD = b"From: <Saved by Blink>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=x\r\n\r\n"

    def part(self, kind, content, where="https://www.bell.example/1"):
        return f"--x\r\nContent-Type: {kind}; charset=utf-8\r\nContent-Location: {where}\r\n\r\n{content}\r\n".encode()

    def test_the_largest_page_among_the_parts_is_the_article(self):
        frame = self.part("text/html", "<html><body><p>Advertisement</p></body></html>", "https://ads.example")
        whole = self.part("text/html", f"<html><body>{ARTICLE}</body></html>")
        (article,) = read_bytes(self.HEAD + frame + whole + b"--x--", "saved.mhtml").event.articles
        assert ([p.text for p in article.paragraphs], article.source) == ([LEAD, BODY, LAST], "bell.example")

    def test_a_mail_of_plain_text_is_read(self):
        content = self.HEAD + self.part("text/plain", f"{LEAD}\r\n\r\n{BODY}") + b"--x--"
        assert len(read_bytes(content, "mail.eml").event.articles[0].paragraphs) == 2

    def test_a_saved_page_without_a_page_is_said(self):
        with pytest.raises(ReadError, match="there is no page in it; save it again in the browser"):
            read_bytes(self.HEAD + self.part("image/png", "x") + b"--x--", "saved.mhtml")
