"""Pages that a browser saved in one file (MHTML), and mails, -> Document."""

from __future__ import annotations

from email import policy
from email.message import EmailMessage
from email.parser import BytesParser

from framing.read.document import Document
from framing.read.errors import ReadError
from framing.read.html import read_html
from framing.read.text import decode, document_from_text

_MOST_PARTS = 2_000


def read_mhtml(content: bytes, name: str) -> Document:
    """Read the page among the parts of a saved one. Raises ReadError where there is none, or no article in it."""
    try:
        message = BytesParser(EmailMessage, policy=policy.compat32).parsebytes(content)
        parts = [part for _, part in zip(range(_MOST_PARTS), message.walk(), strict=False)]
        pages = [part for part in parts if part.get_content_type() in ("text/html", "application/xhtml+xml")]
        # A page's frames are saved beside it, most of them smaller: advertisements, players.
        bodies = [(part.get_payload(decode=True) or b"", part) for part in pages]
        plain = [part.get_payload(decode=True) for part in parts if part.get_content_type() == "text/plain"]
        body, part = max(bodies, key=lambda pair: len(pair[0]), default=(b"", message))
        url = str(part.get("Content-Location") or message.get("Snapshot-Content-Location") or "")
        charset = part.get_content_charset()
    except (ValueError, LookupError, TypeError, AttributeError, RecursionError, AssertionError):
        raise ReadError(name, "the saved page is damaged; save it again, or copy its text and paste it") from None
    if isinstance(body, bytes) and body.strip():
        return read_html(body, name, url=url if url.startswith("http") else None, charset=charset)
    if plain and isinstance(plain[0], bytes):
        text, note = decode(plain[0], name)
        return document_from_text(text, name, (note,) if note else ())
    raise ReadError(name, "there is no page in it; save it again in the browser, or copy its text and paste it")
