"""What a site answers instead of a page, said plainly."""

from __future__ import annotations

_SAVE = "open it in your browser, save the page and add the file"
_STATUS = {
    401: f"the page asks for a log-in (401); {_SAVE}",
    402: f"the page asks for payment (402); {_SAVE}",
    403: f"the site does not answer programs (403); {_SAVE}",
    404: "there is no such page (404); check the link",
    410: "the page has been taken down (410); look for it in a web archive",
    429: f"the site is being asked too often (429); wait some minutes, or {_SAVE}",
    451: "the page is withheld where you are, for legal reasons (451); look for it in a web archive",
}


def problem_of(status: int) -> str:
    """Say what a status other than 200 means and what to do."""
    if 500 <= status < 600:
        return f"the site has trouble of its own ({status}); try again later"
    return _STATUS.get(status, f"the site answers with {status} instead of a page; {_SAVE}")
