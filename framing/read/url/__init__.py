"""Links: find them in what was pasted, fetch them, and say of each what came of it.

Nothing here is loaded, and nothing is asked of the network, before somebody gives a link.
"""

from __future__ import annotations

import queue
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from threading import Event as Flag
from urllib.parse import urlsplit

from framing.read import Reading, read_bytes
from framing.read.errors import ReadError
from framing.read.html import read_html
from framing.read.url.fetch import Limits, Page, RobotsFiles, fetch
from framing.read.url.links import Links, find_links
from framing.records import Event

__all__ = ["Fetched", "Limits", "Links", "fetch", "find_links", "gather_links", "read_link", "read_links"]

_AT_ONCE = 4  # sites; the links of one site are fetched one after another
_FILES = {"application/pdf": ".pdf", "text/plain": ".txt", "text/markdown": ".md"}


@dataclass(frozen=True, slots=True)
class Fetched:
    """What came of one link: what was read, or a sentence on why nothing was."""

    url: str
    reading: Reading | None = None
    problem: str = ""


def gather_links(links: Sequence[str]) -> list[Reading]:
    """Fetch and read links, in their order; what could not be read is the notes of the last reading.

    Raises ReadError where none could be read.
    """
    done = {fetched.url: fetched for fetched in read_links(links)}
    outcomes = [done[link] for link in dict.fromkeys(links)]
    readings = [fetched.reading for fetched in outcomes if fetched.reading]
    if not readings:
        first = outcomes[0]
        raise ReadError(first.url, first.problem.removeprefix(f"{first.url}: ").removesuffix("."))
    return [*readings, Reading(Event("", ()), tuple(fetched.problem for fetched in outcomes if fetched.problem))]


def read_links(links: Iterable[str], *, limits: Limits | None = None) -> Iterator[Fetched]:
    """Fetch and read links, each once; yield what came of each as soon as it is there, in the order of finishing.

    A link that fails takes no other with it.
    """
    by_site: dict[str, list[str]] = defaultdict(list)
    for link in dict.fromkeys(links):
        by_site[_host(link)].append(link)
    done: queue.SimpleQueue[Fetched] = queue.SimpleQueue()
    stop = Flag()
    robots: RobotsFiles = {}

    def work(site: Sequence[str]) -> None:
        for link in site:
            if not stop.is_set():
                done.put(_outcome(link, limits, robots))

    pool = ThreadPoolExecutor(_AT_ONCE)
    try:
        for site in by_site.values():
            pool.submit(work, site)
        for _ in range(sum(map(len, by_site.values()))):
            yield done.get()
    finally:
        stop.set()  # whoever stops listening is not waited for
        pool.shutdown(wait=False, cancel_futures=True)


def read_link(link: str, *, limits: Limits | None = None, robots: RobotsFiles | None = None) -> Reading:
    """Fetch one link and read it. Raises ReadError with one plain sentence for whatever stands in the way."""
    page = fetch(link, limits=limits, robots=robots)
    host = _host(page.url)
    try:
        if ending := ".pdf" if page.content.startswith(b"%PDF-") else _FILES.get(page.type):
            return _linked(read_bytes(_text(page), f"{host}{ending}"), page)
        document = read_html(page.content, link, url=page.url, charset=page.charset)
        return Reading(Event("", (document.article(host, link),)), document.notes)
    except ReadError as error:
        raise ReadError(link, error.reason) from None


def _outcome(link: str, limits: Limits | None, robots: RobotsFiles) -> Fetched:
    try:
        return Fetched(link, read_link(link, limits=limits, robots=robots))
    except ReadError as error:
        return Fetched(link, problem=str(error))
    except Exception:  # noqa: BLE001  (a page that breaks a reader must not take the other links with it)
        return Fetched(link, problem=f"{link}: this page cannot be read; copy its text and paste it.")


def _linked(reading: Reading, page: Page) -> Reading:
    """Return a file's reading with the address it came from; a file's name is no outlet, its site is."""
    if len(reading.event.articles) != 1:  # a file of many articles knows of each where it is from
        return reading
    article = reading.event.articles[0]
    linked = replace(article, source=_host(page.url), url=article.url or page.url)
    return replace(reading, event=replace(reading.event, articles=(linked,)))


def _text(page: Page) -> bytes:
    """Return a text with the character set that the site states, which goes before any guess."""
    if page.type == "application/pdf" or not page.charset:
        return page.content
    try:
        return page.content.decode(page.charset).encode("utf-8-sig")
    except (LookupError, UnicodeError):
        return page.content


def _host(link: str) -> str:
    try:
        return (urlsplit(link).hostname or link).removeprefix("www.")
    except ValueError:
        return link
