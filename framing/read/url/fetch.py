"""Fetch one page: http and https, public addresses, five redirects, 5 MB and 20 seconds at most."""

from __future__ import annotations

import contextlib
import queue
import threading
from collections.abc import Callable, MutableMapping
from dataclasses import dataclass
from urllib.parse import urljoin, urlsplit

import requests
import urllib3
from requests_hardened.ip_filter import InvalidIPAddress  # type: ignore[import-untyped]

from framing.read.errors import ReadError
from framing.read.url.answers import problem_of
from framing.read.url.guard import Deadline, open_session
from framing.read.url.robots import allows

_PIECE = 16_384  # bytes
_ROBOTS_BYTES = 500_000  # what RFC 9309 asks to be read at least
_GRACE = 0.5  # seconds that a cut connection gets to be noticed


@dataclass(frozen=True, slots=True)
class Limits:
    """How far one link may go: bytes after unpacking, seconds in all, redirects, and the ports it may ask."""

    bytes: int = 5_000_000
    seconds: float = 20.0
    redirects: int = 5
    ports: frozenset[int] = frozenset({80, 443})


@dataclass(frozen=True, slots=True)
class Page:
    """What a link gave: the address it ended at, the content, its media type and the character set it states."""

    url: str
    content: bytes
    type: str
    charset: str | None = None


RobotsFiles = MutableMapping[str, str]
"""The robots.txt of each site asked so far, by scheme, host and port."""


def fetch(url: str, *, limits: Limits | None = None, robots: RobotsFiles | None = None) -> Page:
    """Fetch a link. Raises ReadError with one plain sentence for whatever stands in the way."""
    limits = limits or Limits()
    deadline = Deadline(limits.seconds)
    answers: queue.SimpleQueue[Page | ReadError] = queue.SimpleQueue()

    def work() -> None:
        answers.put(_outcome(lambda: _follow(url, limits, deadline, {} if robots is None else robots), url, deadline))

    # Looking up a name cannot be cut short, so the wait for it is: the thread ends when the system's answer comes.
    threading.Thread(target=work, daemon=True, name=f"fetch {url}").start()
    try:
        outcome = answers.get(timeout=deadline.left + _GRACE)
    except queue.Empty:
        outcome = _too_slow(url, limits)
    finally:
        deadline.cut()
    if isinstance(outcome, ReadError):
        raise outcome
    return outcome


def _outcome(work: Callable[[], Page], url: str, deadline: Deadline) -> Page | ReadError:
    """Return what the work gave, or what went wrong as a sentence."""
    try:
        return work()
    except ReadError as error:
        return error
    except InvalidIPAddress:
        reason = "it leads to an address inside a private network, which is never opened"
    except requests.exceptions.SSLError:
        reason = "its certificate is not valid, so nobody knows who answers; open it in your browser first"
    except requests.Timeout:
        reason = "the site does not answer; try again later"
    except requests.ConnectionError:
        reason = "the site cannot be reached; check the link, and that this machine is online"
    except (requests.RequestException, urllib3.exceptions.HTTPError, OSError, ValueError):
        reason = "what it answers cannot be read; open it in your browser, save the page and add the file"
    return ReadError(url, reason if deadline.left else "it takes longer than a page may; try again later")


def _follow(url: str, limits: Limits, deadline: Deadline, robots: RobotsFiles) -> Page:
    with contextlib.closing(open_session(deadline)) as session:
        address = url
        for _ in range(limits.redirects + 1):
            _check(address, url, limits)
            _ask_robots(address, url, session, limits, deadline, robots)
            with session.get(address, stream=True) as response:
                target = session.get_redirect_target(response)
                if target is None:
                    return _page(response, address, url, limits, deadline)
                address = urljoin(address, target)
    raise ReadError(url, f"it sends on to another address more than {limits.redirects} times; give the last address")


def _check(address: str, url: str, limits: Limits) -> None:
    """Refuse what is no plain link to a web page."""
    sent = "" if address == url else "it sends on to an address that "
    try:
        parts = urlsplit(address)
        port = parts.port if parts.port is not None else {"https": 443}.get(parts.scheme, 80)
    except ValueError:
        raise ReadError(url, f"{sent or 'this '}is not a valid link; copy it again from the address line") from None
    if parts.scheme not in ("http", "https") or not parts.hostname:
        raise ReadError(url, f"{sent or 'it '}does not begin with http:// or https://; only such links are opened")
    if parts.username is not None or parts.password is not None:
        raise ReadError(url, f"{sent or 'it '}holds a user name; take out what stands before the @")
    if port not in limits.ports:
        raise ReadError(url, f"{sent or 'it '}asks for port {port}; only the web's own ports are opened")


def _ask_robots(
    address: str, url: str, session: requests.Session, limits: Limits, deadline: Deadline, robots: RobotsFiles
) -> None:
    """Raise ReadError where the site's robots.txt asks programs to leave the page alone."""
    parts = urlsplit(address)
    site = f"{parts.scheme}://{parts.netloc}"
    if site not in robots:
        robots[site] = _robots_of(f"{site}/robots.txt", url, session, limits, deadline)
    path = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
    if not allows(robots[site], path):
        raise ReadError(
            url,
            "the site's robots.txt asks programs not to read this page; open it in your browser, save it, add the file",
        )


def _robots_of(address: str, url: str, session: requests.Session, limits: Limits, deadline: Deadline) -> str:
    """Return a site's robots.txt; empty where it has none, and a ban on everything where it cannot say (RFC 9309)."""
    for _ in range(limits.redirects + 1):
        _check(address, url, limits)
        with session.get(address, stream=True) as response:
            if target := session.get_redirect_target(response):
                address = urljoin(address, target)
                continue
            if response.status_code >= 500:
                raise ReadError(url, problem_of(response.status_code))
            if response.status_code >= 400:
                return ""
            return _body(response, _ROBOTS_BYTES, deadline)[0].decode("utf-8", "replace")
    return ""


def _page(response: requests.Response, address: str, url: str, limits: Limits, deadline: Deadline) -> Page:
    if response.status_code != 200:
        raise ReadError(url, problem_of(response.status_code))
    stated = response.headers.get("Content-Type", "")
    kind = stated.partition(";")[0].strip().lower()
    if kind and not kind.startswith("text/") and kind not in ("application/xhtml+xml", "application/pdf"):
        raise ReadError(url, f"it is no page but a file of the kind {kind[:60]}; give the link of the article's page")
    packed = response.headers.get("Content-Encoding", "identity").strip().lower()
    if packed not in ("gzip", "x-gzip", "deflate", "identity", ""):
        raise ReadError(
            url, "it is packed in a way that was not asked for; save the page in your browser and add the file"
        )
    content, whole = _body(response, limits.bytes, deadline)
    if not whole:
        raise ReadError(url, f"it is larger than {limits.bytes / 1_000_000:g} MB; save the article's text and add that")
    charset = requests.utils.get_encoding_from_headers(response.headers) if "charset" in stated.lower() else None
    return Page(address, content, kind, charset)


def _body(response: requests.Response, most: int, deadline: Deadline) -> tuple[bytes, bool]:
    """Return the unpacked body, up to `most` bytes, and whether that is the whole."""
    pieces: list[bytes] = []
    size = 0
    for piece in response.iter_content(_PIECE):
        pieces.append(piece)
        size += len(piece)
        if size > most:
            return b"".join(pieces)[:most], False
        if not deadline.left:
            break
    if not deadline.left:  # a connection that was cut looks like the end of the page
        raise requests.Timeout
    return b"".join(pieces), True


def _too_slow(url: str, limits: Limits) -> ReadError:
    return ReadError(url, f"it takes longer than {limits.seconds:g} seconds; try again later")
