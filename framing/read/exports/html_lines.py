"""A web page that holds many articles -> its lines, one a block, whatever the page is made of."""

from __future__ import annotations

from html.parser import HTMLParser

_BLOCKS = frozenset(
    "address article aside blockquote br dd div dl dt footer h1 h2 h3 h4 h5 h6 header hr li main ol p pre section "
    "table td th tr ul body html".split()
)
_HIDDEN = frozenset({"script", "style", "template", "noscript", "title"})


def html_lines(page: str) -> list[str]:
    """Return the text of a page as lines, an empty one where paragraphs part. Nothing is run or fetched."""
    reader = _Lines()
    reader.feed(page.replace("\0", ""))
    reader.close()
    return ["" if not line else " ".join(line.split()) for line in "".join(reader.parts).split("\n")]


class _Lines(HTMLParser):
    """Collects text, with line breaks where a browser would begin a new line."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []
        self._hidden = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002  (the parser's form)
        if tag in _HIDDEN:
            self._hidden = tag
        elif tag in _BLOCKS:
            self.parts.append("\n\n" if tag == "p" else "\n")

    def handle_endtag(self, tag: str) -> None:
        if tag == self._hidden:
            self._hidden = ""
        elif tag in _BLOCKS:
            self.parts.append("\n\n" if tag == "p" else "\n")

    def handle_data(self, data: str) -> None:
        if not self._hidden:
            self.parts.append(data.replace("\n", " ").replace("\r", " "))
