"""What a web page says of itself: title, outlet, author, time of publication, address.

Looked up in this order: JSON-LD (schema.org), microdata, meta elements, what stands on the page.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import islice
from typing import Any
from urllib.parse import urlsplit

from framing.read.dates import iso
from framing.read.text import normalise

_ARTICLE_TYPES = ("Article", "Posting", "Report", "Review", "NewsStory")
_DATES = (
    "article:published_time", "og:article:published_time", "article:published", "datepublished", "parsely-pub-date",
    "sailthru.date", "publish-date", "publishdate", "publication_date", "dc.date.issued", "dcterms.issued",
    "dcterms.created", "dcterms.date", "dc.date", "date", "pubdate",
)  # fmt: skip
_SITES = ("og:site_name", "dc.publisher", "dcterms.publisher", "application-name", "publisher", "cre")
_AUTHORS = ("author", "article:author", "parsely-author", "sailthru.author", "byl", "dc.creator", "dcterms.creator")
_BETWEEN = re.compile(r"\s+(?:[|–—·•»]|-|::)\s+|\s*(?:::|\|)\s*")
_COPYRIGHT = re.compile(
    r"(?:©|\(c\)|copyright)\s*(?:\d{4}(?:\s*[-–]\s*\d{4})?)?\s*(?:by\s+)?(?P<who>[^.|©\n]{3,60})", re.I
)
_LONGEST_LD = 3_000_000  # characters
_DEEPEST_LD = 12
_MOST_NAMES = 8  # words of a line that names authors or a date
_LOOKED_AT = 200  # elements at the head of a page


@dataclass(frozen=True, slots=True)
class Facts:
    """What a page says of itself; empty where it says nothing."""

    title: str = ""
    source: str = ""
    author: str | None = None
    published: str | None = None
    url: str | None = None
    body: str = ""


def facts_of(tree: Any, url: str | None) -> Facts:
    """Return the facts of a parsed page; `url` is where it was fetched from, if it was."""
    node = _article_node(tree)
    meta = _meta(tree)
    site = _site(tree, node, meta)
    address = _address(tree, meta, url)
    return Facts(
        title=_title(tree, node, meta, site),
        source=site or _host(address),
        author=_author(tree, node, meta),
        published=_published(tree, node, meta),
        url=address,
        body=normalise(body) if isinstance(body := node.get("articleBody"), str) else "",
    )


def _article_node(tree: Any) -> Mapping[str, Any]:
    """Return the page's own article among its JSON-LD, its references resolved, or an empty one."""
    nodes = [node for script in tree.iter("script") if _is_ld(script) for node in _nodes(script.text_content())]
    known: dict[str, Mapping[str, Any]] = {}
    for node in nodes:
        known[str(node.get("@id"))] = {**known.get(str(node.get("@id")), {}), **node}
    articles = [node for node in nodes if _type(node).endswith(_ARTICLE_TYPES)]
    if not articles:
        return {}
    best = max(articles, key=lambda n: ("headline" in n) + ("datePublished" in n) + ("publisher" in n))
    return {key: _resolved(value, known) for key, value in best.items()}


def _is_ld(script: Any) -> bool:
    return "ld+json" in (script.get("type") or "").lower()


def _nodes(text: str) -> Iterator[Mapping[str, Any]]:
    text = re.sub(r"^\s*(?:<!--|/\*\s*<!\[CDATA\[\s*\*/|<!\[CDATA\[)|(?:-->|/\*\s*\]\]>\s*\*/|\]\]>)\s*$", "", text)
    try:
        yield from _walk(json.loads(text[:_LONGEST_LD], strict=False), 0)
    except (ValueError, RecursionError):
        return


def _walk(value: Any, depth: int) -> Iterator[Mapping[str, Any]]:
    if depth > _DEEPEST_LD:
        return
    if isinstance(value, Mapping):
        if "@type" in value:
            yield value
        value = list(value.values())
    if isinstance(value, list):
        for entry in value:
            yield from _walk(entry, depth + 1)


def _type(node: Mapping[str, Any]) -> str:
    kind = node.get("@type")
    kinds = kind if isinstance(kind, list) else [kind]
    return next((str(k) for k in kinds if str(k).endswith(_ARTICLE_TYPES)), str(kind))


def _resolved(value: Any, known: Mapping[str, Mapping[str, Any]]) -> Any:
    if isinstance(value, list):
        return [_resolved(entry, known) for entry in value]
    if isinstance(value, Mapping) and "name" not in value and value.get("@id") in known:
        return known[str(value["@id"])]
    return value


def _meta(tree: Any) -> dict[str, str]:
    """Return the first content of every meta element by its name, and of every itemprop by "item:" and its name."""
    found: dict[str, str] = {}
    for element in tree.iter("meta"):
        for attribute in ("name", "property", "http-equiv"):
            name = (element.get(attribute) or "").lower().strip()
            content = _text(element.get("content"))
            if name and content:
                found.setdefault(name, content)
    for element in tree.iterfind(".//*[@itemprop]"):
        content = element.get("content") or element.get("datetime")
        found.setdefault(f"item:{element.get('itemprop').lower()}", _text(content or element.text_content())[:500])
    return found


def _site(tree: Any, node: Mapping[str, Any], meta: Mapping[str, str]) -> str:
    names = [*_names(node.get("publisher")), *_named(meta, _SITES)]
    for element in tree.iterfind(".//*[@itemprop='publisher']//*[@itemprop='name']"):
        names.append(_text(element.get("content") or element.text_content()))
    names += [_copyright(tree)]
    return next((name[:80] for name in names if name and "://" not in name), "")


def _copyright(tree: Any) -> str:
    for element in reversed(list(tree.iter("p", "small", "font", "div", "span", "footer"))):
        text = element.text or ""
        if len(text) < 200 and (found := _COPYRIGHT.search(text)):
            who = re.sub(r"\W*\b(?:all rights.*|\d{4})\W*$", "", found["who"].strip(), flags=re.IGNORECASE)
            if who[:1].isupper() and not who.lower().startswith("all rights"):
                return who
    return ""


def _address(tree: Any, meta: Mapping[str, str], url: str | None) -> str | None:
    links = [link.get("href") for link in tree.iter("link") if (link.get("rel") or "").lower() == "canonical"]
    found = [*links, meta.get("og:url"), url]
    return next((u.strip() for u in found if u and u.strip().lower().startswith(("http://", "https://"))), url)


def _host(url: str | None) -> str:
    try:
        return (urlsplit(url or "").hostname or "").removeprefix("www.").removeprefix("m.").removeprefix("amp.")
    except ValueError:
        return ""


def _published(tree: Any, node: Mapping[str, Any], meta: Mapping[str, str]) -> str | None:
    given = [_text(node.get("datePublished")), meta.get("item:datepublished", ""), *_named(meta, _DATES)]
    given += [element.get("datetime") for element in tree.iter("time") if element.get("datetime")]
    given += [] if any(given) else _short_lines(tree)
    found = [date for text in given if text and (date := iso(text))]
    # The same day given with its time says more; another day further down the page is another article's.
    return next((date for date in found if date[:10] == found[0][:10] and len(date) > 10), found[0]) if found else None


def _short_lines(tree: Any) -> list[str]:
    """Return the short lines at the head of a page: where nothing else tells its date, one of them may."""
    lines = (_text(e.text) for e in islice(tree.iter("p", "div", "span", "td", "font", "i", "small"), _LOOKED_AT))
    return [line for line in lines if 0 < len(line.split()) <= _MOST_NAMES]


def _author(tree: Any, node: Mapping[str, Any], meta: Mapping[str, str]) -> str | None:
    names = [name for name in _names(node.get("author")) if "://" not in name]
    names = names or [n for n in _named(meta, _AUTHORS) if "://" not in n][:1] or [meta.get("item:author", "")]
    if not any(names):
        shown = (
            _text(e.text_content())
            for e in tree.xpath("//*[@rel='author' or contains(@class, 'author') or contains(@class, 'byline')]")
        )
        names = next(([text] for text in shown if 0 < len(text.split()) <= _MOST_NAMES), [])
    tidy = [re.sub(r"^by\s+", "", name, flags=re.IGNORECASE)[:120] for name in dict.fromkeys(names) if name]
    return " and ".join([", ".join(tidy[:-1]), tidy[-1]] if len(tidy) > 1 else tidy) or None


def _title(tree: Any, node: Mapping[str, Any], meta: Mapping[str, str], site: str) -> str:
    """Return the headline: the one on the page, where what the page says of itself agrees with it."""
    title = next((_text(t.text_content()) for t in tree.iter("title")), "")
    told = [_text(node.get("headline")), meta.get("og:title", ""), meta.get("twitter:title", ""), title]
    told = [t for t in told if t]
    shown = [meta.get("item:headline", ""), *(_text(h.text_content()) for h in tree.iter("h1"))]
    for heading in shown:
        if heading and len(heading.split()) <= 60 and any(_agree(heading, t) for t in told):
            return heading
    if told:
        return _without_site(told[0], site)
    return next((h for h in shown if h), "")


def _agree(heading: str, told: str) -> bool:
    left, right = ({w.strip(".,:;!?'\"“”‘’").lower() for w in t.split()} for t in (heading, told))
    return len(left & right) >= 0.6 * min(len(left), len(right)) and len(left) > 1


def _without_site(title: str, site: str) -> str:
    """Take the outlet's name, and sections named beside it, off a page's title."""
    parts = [part for part in _BETWEEN.split(title) if part]
    if site and title.lower().startswith(f"{site.lower()}:"):
        return title[len(site) + 1 :].strip()
    if len(parts) < 2:
        return title
    return max(parts, key=lambda part: (part.lower() != site.lower(), len(part.split())))


def _names(value: Any) -> list[str]:
    entries = value if isinstance(value, list) else [value]
    return [name for e in entries if (name := _text(e.get("name") if isinstance(e, Mapping) else e))]


def _named(meta: Mapping[str, str], names: tuple[str, ...]) -> list[str]:
    return [meta[name] for name in names if name in meta]


def _text(value: Any) -> str:
    if isinstance(value, list) and value:
        value = value[0]
    return " ".join(normalise(value).split()) if isinstance(value, str) else ""
