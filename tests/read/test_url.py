from __future__ import annotations

import gzip
import os
import subprocess
import sys
import threading
import time
import tracemalloc
from http.server import BaseHTTPRequestHandler

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from framing.read import ReadError, gather
from framing.read.url import Limits, fetch, read_link, read_links
from tests.read.url_server import PUBLIC, internet

TRIES = int(os.environ.get("FRAMING_FUZZ", "200"))
SENTENCES = [
    "The harbour bridge was closed on Friday after engineers found cracks in two of its piers.",
    "The mayor said that repairs would take nine months and cost the city forty million crowns.",
    "Shopkeepers on the north bank fear that their customers will not come back before the summer.",
    "A ferry will cross the river every ten minutes from Monday, the harbour office said in a letter.",
]
ARTICLE = [" ".join(SENTENCES[i:] + SENTENCES[:i]) for i in range(4)]
PAGE = f"""<html><head><title>Bridge closed | The Harbour Courier</title>
<meta property="og:site_name" content="The Harbour Courier">
<script type="application/ld+json">{{"@type": "NewsArticle", "headline": "Bridge closed",
"datePublished": "2025-05-03T07:20:00+02:00", "author": {{"name": "Ann Lee"}}}}</script></head>
<body><article><h1>Bridge closed</h1>{"".join(f"<p>{p}</p>" for p in ARTICLE)}</article></body></html>"""
LOG_IN = "<html><title>Log in</title><form>Log in to continue <input name=u><input type=password name=p></form></html>"
QUICK = Limits(bytes=200_000, seconds=6)  # what is there at once may come late on a busy machine
HASTY = Limits(bytes=200_000, seconds=0.6)
PRIVATE = "it leads to an address inside a private network, which is never opened."
SLOW = ("it takes longer than a page may", "it takes longer than 0.6 seconds")


@pytest.fixture
def web(monkeypatch):
    with internet(monkeypatch) as world:
        yield world


def reason(url, limits=QUICK, **options):
    with pytest.raises(ReadError) as caught:
        read_link(url, limits=limits, **options)
    assert caught.value.source == url
    return caught.value.reason + "."


class TestReading:
    def test_a_page_gives_its_article_with_source_time_and_address(self, web):
        web.page("news.example/bridge", PAGE)
        (article,) = read_link("https://news.example/bridge".replace("https", "http")).event.articles
        assert [p.text for p in article.paragraphs] == ARTICLE
        assert (article.source, article.title, article.author) == ("The Harbour Courier", "Bridge closed", "Ann Lee")
        assert (article.published, article.url) == ("2025-05-03T07:20:00+02:00", "http://news.example/bridge")

    def test_a_page_that_names_no_outlet_has_its_site_as_source(self, web):
        web.page(
            "www.news.example/", f"<body><article><h1>Bridge</h1>{''.join(f'<p>{p}</p>' for p in ARTICLE)}</article>"
        )
        assert read_link("http://www.news.example/").event.articles[0].source == "news.example"

    @pytest.mark.parametrize("charset", ["utf-8", "iso-8859-1", "utf-16"])
    def test_the_character_set_that_the_site_states_goes_first(self, web, charset):
        web.page(
            "a.example/",
            PAGE.replace("Ann Lee", "Ann Léé").encode(charset),
            Content_Type=f"text/html; charset={charset}",
        )
        assert read_link("http://a.example/").event.articles[0].author == "Ann Léé"

    def test_a_plain_text_is_read_and_keeps_its_site_and_address(self, web):
        web.page("a.example/x.txt", "\n\n".join(ARTICLE), Content_Type="text/plain; charset=utf-8")
        (article,) = read_link("http://a.example/x.txt").event.articles
        assert (len(article.paragraphs), article.source, article.url) == (4, "a.example", "http://a.example/x.txt")

    def test_a_redirect_is_followed_and_the_last_address_kept(self, web):
        web.redirect("a.example/1", "/2")
        web.redirect("a.example/2", "http://b.example/3?x=1")
        web.page("b.example/3?x=1", PAGE)
        assert read_link("http://a.example/1").event.articles[0].url == "http://b.example/3?x=1"

    def test_a_redirect_may_hold_letters_of_any_language(self, web):
        web.pages["a.example/"] = lambda handler: handler.wfile.write(
            "HTTP/1.0 301 x\r\nLocation: /brücke\r\nContent-Length: 0\r\n\r\n".encode()
        )
        web.page("a.example/br%C3%BCcke", PAGE)
        assert fetch("http://a.example/").url == "http://a.example/brücke"

    def test_a_packed_page_is_unpacked(self, web):
        web.page("a.example/", gzip.compress(PAGE.encode()), Content_Encoding="gzip")
        assert len(read_link("http://a.example/").event.articles) == 1

    def test_links_can_be_named_where_files_can(self, web):
        web.page("a.example/", PAGE)
        web.page("b.example/", PAGE.replace("Harbour Courier", "River Post"))
        event = gather(["http://a.example/", "http://b.example/"]).event
        assert [a.source for a in event.articles] == ["The Harbour Courier", "The River Post"]

    def test_a_link_that_fails_among_others_is_a_note(self, web):
        web.page("a.example/", PAGE)
        reading = gather(["http://b.example/", "http://a.example/"])
        assert [a.source for a in reading.event.articles] == ["The Harbour Courier"]
        assert "http://b.example/: there is no such page (404); check the link." in reading.notes

    @pytest.mark.usefixtures("web")
    def test_a_link_that_fails_alone_is_an_error(self):
        with pytest.raises(ReadError, match=r"^http://b.example/: there is no such page \(404\); check the link.$"):
            gather(["http://b.example/"])

    def test_passwords_and_proxies_of_this_machine_are_not_used(self, web, monkeypatch, tmp_path):
        (tmp_path / ".netrc").write_text("machine a.example login ann password secret\n")
        monkeypatch.setenv("NETRC", str(tmp_path / ".netrc"))
        monkeypatch.setenv("http_proxy", "http://127.0.0.1:9/")
        seen = []

        def answer(handler: BaseHTTPRequestHandler) -> None:
            seen.append(handler.headers.get("Authorization"))
            handler.send_error(404)

        web.pages["a.example/"] = answer
        assert "there is no such page" in reason("http://a.example/")
        assert seen == [None]


class TestSeveral:
    def test_each_link_has_its_outcome_and_a_bad_one_takes_no_other_with_it(self, web):
        web.page("a.example/", PAGE)
        web.page("b.example/", LOG_IN)
        links = ["http://a.example/", "http://b.example/", "http://c.example/", "http://a.example/", "ftp://d.example/"]
        done = {f.url: f for f in read_links(links, limits=QUICK)}
        assert set(done) == set(links)
        assert done["http://a.example/"].reading.event.articles[0].source == "The Harbour Courier"
        assert done["http://a.example/"].problem == ""
        assert [done[link].reading for link in links if link != "http://a.example/"] == [None] * 3
        assert done["http://c.example/"].problem == "http://c.example/: there is no such page (404); check the link."

    def test_what_is_there_first_comes_first(self, web):
        web.pages["slow.example/"] = lambda handler: web.closed.wait(0.5) or handler.send_error(500)
        web.page("quick.example/", PAGE)
        links = ["http://slow.example/", "http://quick.example/"]
        assert [f.url for f in read_links(links, limits=QUICK)] == links[::-1]

    def test_a_site_is_asked_for_its_robots_file_once_and_for_one_page_at_a_time(self, web):
        for path in "123":
            web.page(f"a.example/{path}", PAGE)
        assert len(list(read_links(f"http://a.example/{path}" for path in "123"))) == 3
        assert web.asked == ["a.example/robots.txt", "a.example/1", "a.example/2", "a.example/3"]

    def test_whoever_stops_listening_stops_the_fetching(self, web):
        for path in "1234":
            web.pages[f"a.example/{path}"] = lambda handler: web.closed.wait(0.2) or handler.send_error(404)
        reading = read_links(f"http://a.example/{path}" for path in "1234")
        next(reading)
        reading.close()
        time.sleep(0.5)
        assert len(web.asked) <= 3

    def test_no_links_give_nothing(self):
        assert list(read_links([])) == []


class TestPrivateAddresses:
    ADDRESSES = (
        "127.0.0.1", "127.8.9.1", "10.0.0.5", "172.16.3.4", "192.168.1.1", "169.254.169.254", "100.64.0.1",
        "0.0.0.0", "224.0.0.1", "240.0.0.1", "192.0.2.1", "198.18.0.1", "[::1]", "[::]", "[fe80::1]", "[fec0::1]",  # noqa: S104
        "[fd00::1]", "[ff02::1]", "[::ffff:127.0.0.1]", "[::ffff:10.0.0.5]", "[64:ff9b::7f00:1]",
        "[2002:7f00:1::]", "[::7f00:1]",
    )  # fmt: skip

    @pytest.mark.parametrize("address", ADDRESSES)
    def test_a_private_address_is_never_opened(self, web, address):
        assert reason(f"http://{address}/") == PRIVATE
        assert web.connected == []

    @pytest.mark.parametrize("address", ADDRESSES)
    def test_nor_by_a_name_that_means_it(self, web, address):
        web.names["inside.example"] = [address.strip("[]")]
        assert reason("http://inside.example/") == PRIVATE
        assert web.connected == []

    @pytest.mark.parametrize("address", ADDRESSES)
    def test_nor_by_a_redirect_to_it(self, web, address):
        web.redirect("a.example/", f"http://{address}/secret")
        assert reason("http://a.example/") == PRIVATE
        assert set(web.connected) == {PUBLIC}

    def test_nor_by_a_redirect_of_the_robots_file(self, web):
        web.redirect("a.example/robots.txt", "http://127.0.0.1/secret")
        web.page("a.example/", PAGE)
        assert reason("http://a.example/") == PRIVATE
        assert set(web.connected) == {PUBLIC}

    @pytest.mark.parametrize("host", ["2130706433", "0x7f.1", "127.1", "017700000001", "localhost", "localhost."])
    def test_nor_by_another_spelling(self, web, host):
        web.names[host] = ["127.0.0.1"]
        assert reason(f"http://{host}/") == PRIVATE

    def test_a_name_whose_answer_changes_is_connected_to_where_it_was_checked(self, web):
        web.names["a.example"] = ["93.184.215.77", "127.0.0.1"]
        web.page("a.example/", PAGE)
        fetch("http://a.example/", robots={"http://a.example": ""})
        assert web.connected == ["93.184.215.77"]
        assert web.looked_up.count("a.example") == 1

    def test_a_name_whose_answer_changes_between_two_requests_is_checked_again(self, web):
        web.names["a.example"] = [PUBLIC, "127.0.0.1"]
        web.page("a.example/", PAGE)
        assert reason("http://a.example/") == PRIVATE
        assert web.connected == [PUBLIC]


class TestAddresses:
    @pytest.mark.parametrize(
        ("url", "said"),
        [
            ("ftp://a.example/", "it does not begin with http:// or https://; only such links are opened."),
            ("file:///etc/passwd", "it does not begin with http:// or https://; only such links are opened."),
            ("http://", "it does not begin with http:// or https://; only such links are opened."),
            ("http://a.example:8080/", "it asks for port 8080; only the web's own ports are opened."),
            ("http://a.example:99999/", "this is not a valid link; copy it again from the address line."),
            ("http://[::1/", "this is not a valid link; copy it again from the address line."),
            ("http://ann:secret@a.example/", "it holds a user name; take out what stands before the @."),
        ],
    )
    def test_what_is_no_plain_link_to_a_page_is_refused_before_anything_is_asked(self, web, url, said):
        assert reason(url) == said
        assert (web.asked, web.looked_up) == ([], [])

    @pytest.mark.parametrize(
        "target", ["file:///etc/passwd", "gopher://a.example/", "http://a.example:22/", "//ann@b.example/"]
    )
    def test_a_redirect_to_such_an_address_is_refused(self, web, target):
        web.redirect("a.example/", target)
        assert reason("http://a.example/").startswith("it sends on to an address that ")

    def test_a_port_can_be_allowed(self, web):
        web.page("a.example:8080/", PAGE)
        assert fetch("http://a.example:8080/", limits=Limits(ports=frozenset({8080}))).type == "text/html"


class TestAnswers:
    @pytest.mark.parametrize(
        ("status", "said"),
        [
            (401, "the page asks for a log-in (401)"),
            (402, "the page asks for payment (402)"),
            (403, "the site does not answer programs (403)"),
            (404, "there is no such page (404)"),
            (410, "the page has been taken down (410)"),
            (418, "the site answers with 418 instead of a page"),
            (429, "the site is being asked too often (429)"),
            (451, "the page is withheld where you are, for legal reasons (451)"),
            (204, "the site answers with 204 instead of a page"),
            (500, "the site has trouble of its own (500)"),
            (503, "the site has trouble of its own (503)"),
        ],
    )
    def test_a_status_is_said_plainly_with_what_to_do(self, web, status, said):
        web.page("a.example/", "" if status == 204 else "x", status=status)
        assert reason("http://a.example/").startswith(f"{said}; ")

    def test_a_log_in_form_is_called_one(self, web):
        web.redirect("a.example/", "/login?next=/")
        web.page("a.example/login?next=/", LOG_IN)
        assert reason("http://a.example/").startswith("this page is a log-in form")

    @pytest.mark.parametrize(
        ("text", "said"),
        [
            ("<p>Subscribe to continue reading. Cancel at any time.</p>", "only a demand to subscribe is on this page"),
            (
                "<p>We value your privacy.</p><p>Accept all cookies</p><p>Reject all</p>",
                "this is a question about cookies",
            ),
            ("<p>Please verify you are human to go on.</p>", "this is a check for robots"),
            ("<p>Please enable JavaScript to view this page.</p>", "the page shows its text only with JavaScript"),
        ],
    )
    def test_what_stands_before_an_article_is_named(self, web, text, said):
        web.page("a.example/", f"<html><title>The Harbour Courier</title><body>{text}</body></html>")
        assert reason("http://a.example/").startswith(said)

    def test_the_beginning_of_an_article_for_subscribers_is_read_and_said(self, web):
        web.page("a.example/", PAGE.replace("</article>", "<div>Subscribe to continue reading</div></article>"))
        reading = read_link("http://a.example/")
        assert len(reading.event.articles) == 1
        assert reading.notes == (
            "http://a.example/ ends where a subscription is asked for: only the beginning of the article is here.",
        )

    @pytest.mark.parametrize("kind", ["image/png", "application/zip", "video/mp4", "application/json"])
    def test_another_kind_of_file_is_named(self, web, kind):
        web.page("a.example/", b"\x89PNG", Content_Type=kind)
        assert reason("http://a.example/").startswith(f"it is no page but a file of the kind {kind}; ")

    def test_an_image_that_calls_itself_a_page_is_no_article(self, web):
        web.page("a.example/", bytes(range(256)) * 40)
        assert reason("http://a.example/")

    def test_a_page_without_an_article_is_said(self, web):
        web.page("a.example/", "<html><body></body></html>")
        assert "http" not in reason("http://a.example/")

    def test_an_endless_chain_of_redirects_is_given_up(self, web):
        web.redirect("a.example/1", "/2")
        web.redirect("a.example/2", "/1")
        said = reason("http://a.example/1")
        assert said == "it sends on to another address more than 5 times; give the last address."
        assert web.asked.count("a.example/1") + web.asked.count("a.example/2") == 6

    def test_a_site_that_cannot_be_found_is_said(self, web):
        web.names["a.example"] = [""]
        assert (
            reason("http://a.example/")
            == "the site cannot be reached; check the link, and that this machine is online."
        )

    @pytest.mark.usefixtures("web")
    def test_a_certificate_that_nobody_vouches_for_is_refused(self):
        assert reason("https://a.example/").startswith("its certificate is not valid")

    def test_a_site_that_hangs_up_is_said(self, web):
        web.pages["a.example/"] = lambda handler: handler.connection.close()
        assert reason("http://a.example/").startswith("the site cannot be reached")


class TestRobots:
    def test_a_page_that_robots_txt_bars_is_left_alone(self, web):
        web.page("a.example/robots.txt", "User-agent: *\nDisallow: /private", Content_Type="text/plain")
        web.page("a.example/private/1?x=2", PAGE)
        assert reason("http://a.example/private/1?x=2").startswith(
            "the site's robots.txt asks programs not to read this page"
        )
        assert web.asked == ["a.example/robots.txt"]

    def test_the_site_that_a_redirect_leads_to_is_asked_as_well(self, web):
        web.redirect("a.example/", "http://b.example/x")
        web.page("b.example/robots.txt", "User-agent: framing\nDisallow: /x")
        web.page("b.example/x", PAGE)
        assert "robots.txt" in reason("http://a.example/")
        assert "b.example/x" not in web.asked

    def test_a_robots_file_elsewhere_is_sought_under_the_same_rules(self, web):
        web.redirect("a.example/robots.txt", "http://a.example:22/")
        web.page("a.example/", PAGE)
        assert reason("http://a.example/").startswith("it sends on to an address that asks for port 22")

    def test_a_site_without_one_may_be_read(self, web):
        web.page("a.example/", PAGE)
        assert fetch("http://a.example/").url == "http://a.example/"

    def test_a_site_whose_robots_file_is_out_of_order_is_left_alone(self, web):
        web.page("a.example/robots.txt", status=503)
        web.page("a.example/", PAGE)
        assert reason("http://a.example/") == "the site has trouble of its own (503); try again later."


def drip(piece: bytes, begin: bytes = b""):
    """Answer with a piece every 50 ms for as long as anybody listens."""

    def answer(handler: BaseHTTPRequestHandler) -> None:
        handler.wfile.write(begin)
        for _ in range(100):
            handler.wfile.write(piece)
            time.sleep(0.05)

    return answer


HEAD = b"HTTP/1.0 200 OK\r\nContent-Type: text/html\r\n"


class TestTimeAndSize:
    @pytest.mark.parametrize(
        "answer",
        [
            drip(b"a", HEAD + b"\r\n"),
            drip(b"a", b"HTTP/1.0 200 OK\r\nX: "),
            drip(b"X: y\r\n", HEAD),
            drip(b"a", HEAD.replace(b"1.0", b"1.1") + b"Transfer-Encoding: chunked\r\n\r\n"),
            drip(b"", HEAD),
        ],
        ids=["body", "one header", "headers", "size of a chunk", "silence"],
    )
    def test_a_site_that_drips_is_given_up_when_the_time_is_over(self, web, answer):
        web.pages["a.example/"] = answer
        begin = time.perf_counter()
        assert reason("http://a.example/", HASTY).startswith(SLOW)
        assert time.perf_counter() - begin < 4
        for thread in [t for t in threading.enumerate() if t.name == "fetch http://a.example/"]:
            thread.join(1)
            assert not thread.is_alive(), "the connection was left open"

    def test_so_is_one_that_drips_its_robots_file(self, web):
        web.pages["a.example/robots.txt"] = drip(b"#", HEAD + b"\r\n")
        begin = time.perf_counter()
        assert reason("http://a.example/", HASTY).startswith(SLOW)
        assert time.perf_counter() - begin < 4

    def test_so_is_a_name_that_nobody_answers_for(self, web):
        web.delay_of_names = 5
        begin = time.perf_counter()
        assert reason("http://a.example/", HASTY).startswith(SLOW)
        assert time.perf_counter() - begin < 4

    def test_redirects_share_one_time(self, web):
        for i in range(6):
            target = f"/{i + 1}"

            def answer(handler: BaseHTTPRequestHandler, target: str = target) -> None:
                time.sleep(0.25)
                handler.send_response(302)
                handler.send_header("Location", target)
                handler.send_header("Content-Length", "0")
                handler.end_headers()

            web.pages[f"a.example/{i}"] = answer
        begin = time.perf_counter()
        assert reason("http://a.example/0", HASTY).startswith(SLOW)
        assert time.perf_counter() - begin < 4

    def test_an_endless_body_is_cut(self, web):
        def answer(handler: BaseHTTPRequestHandler) -> None:
            handler.wfile.write(HEAD + b"\r\n")
            while not web.closed.is_set():
                handler.wfile.write(b"a" * 65_536)

        web.pages["a.example/"] = answer
        assert reason("http://a.example/", Limits(bytes=1_000_000, seconds=5)).startswith("it is larger than 1 MB")

    @pytest.mark.parametrize("times", [1, 2])
    def test_a_small_file_that_unpacks_to_a_huge_one_is_cut(self, web, times):
        bomb = b"\0" * 80_000_000
        for _ in range(times):
            bomb = gzip.compress(bomb, 9)
        web.page("a.example/", bomb, Content_Encoding=", ".join(["gzip"] * times))
        tracemalloc.start()
        try:
            said = reason("http://a.example/", Limits(bytes=1_000_000, seconds=5))
            assert tracemalloc.get_traced_memory()[1] < 20_000_000
        finally:
            tracemalloc.stop()
        assert said.startswith(("it is larger than 1 MB", "it is packed in a way that was not asked for"))

    def test_a_page_that_says_a_wrong_length_does_not_wait_for_the_rest(self, web):
        web.page("a.example/", PAGE, Content_Length="9999999")
        assert reason("http://a.example/")


@settings(max_examples=TRIES, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(status=st.integers(100, 599), head=st.binary(max_size=80), body=st.binary(max_size=300))
def test_whatever_a_site_answers_is_an_article_or_a_sentence(web, status, head, body):
    head = head.replace(b"\r\n\r\n", b"")

    def answer(handler: BaseHTTPRequestHandler) -> None:
        handler.wfile.write(b"HTTP/1.0 %d x\r\n" % status + head + b"\r\n\r\n" + body)
        handler.close_connection = True

    web.pages["a.example/"] = answer
    (done,) = read_links(["http://a.example/"], limits=QUICK)
    assert (done.reading is None) == done.problem.startswith("http://a.example/: ")


def test_nothing_of_this_is_loaded_before_a_link_is_given():
    network = {"requests", "urllib3", "requests_hardened"}
    code = f"import framing, framing.cli, sys; print(sorted({network!r} & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"
