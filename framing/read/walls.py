"""Pages that are not articles: checks for robots, cookie walls, log-in forms, errors; and articles cut off by one."""

from __future__ import annotations

import re
from dataclasses import dataclass

from framing.read.errors import ReadError


@dataclass(frozen=True, slots=True)
class Wall:
    """A page that stands before an article: what it is, what to do, and words that only such a page is short with."""

    name: str
    what: str
    pattern: re.Pattern[str]


def _wall(name: str, what: str, *patterns: str) -> Wall:
    return Wall(name, what, re.compile("|".join(patterns), re.IGNORECASE))


# Headlines begin like errors ("500 nurses", "Forbidden City"): an error is named and the title ends, or a site follows.
_END = r"(?:\W*$|\s*[|–—:.!]|\s-\s)"
_IN_A_BROWSER = "open the page in a browser, and save it or copy its text"
_LOGGED_IN = "log in with a browser, then save the page or copy its text"
WALLS: tuple[Wall, ...] = (
    _wall(
        "robot check",
        f"this is a check for robots, not an article; {_IN_A_BROWSER}",
        r"\bare you (?:a )?(?:robot|human)\b",
        r"\bverif(?:y|ying) (?:that )?you(?: are|['’]re) (?:not a robot|(?:a )?human)",
        r"\bchecking your browser\b|^just a moment(?:\W*$|\.\.|…)|\benable javascript and cookies to continue\b",
        r"\bcomplete the (?:captcha|security check)\b|\bplease solve the captcha\b|\bi['’]m not a robot\b",
        r"\bunusual (?:traffic|activity) from your\b|\bpress (?:&|and) hold to confirm\b",
    ),
    _wall(
        "refusal",
        f"the site refused to show the page; {_IN_A_BROWSER}",
        rf"^(?:\d{{3}} ?[-–:]? ?)?(?:access to this page has been denied\b|access denied{_END}|forbidden\W*$)",
        r"\byou don['’]t have permission to access\b|\bnot available in your (?:country|region|location)\b",
        r"\bunavailable (?:in|for legal reasons)\b.*\b(?:country|region|european)\b",
    ),
    _wall(
        "error page",
        "this is an error page, not an article; check the address",
        r"^(?:404|410|500|502|503)(?:\W*$|\s*\||\s[-–—]\s)|^error (?:404|410|500|502|503)\b",
        r"\b(?:404|410|500|502|503)\W{1,3}(?:page )?(?:error|not found|(?:internal )?server error|bad gateway"
        r"|service (?:temporarily )?unavailable)\b|^410 gone\b",
        rf"(?:^|[.!:] |\bsorry,? )page not found{_END}|\b(?:the|this|that) page (?:was|could) not (?:be )?found\b",
        r"\bthis page (?:does not|doesn['’]t) exist\b",
    ),
    _wall(
        "cookie wall",
        f"this is a question about cookies, not an article; {_IN_A_BROWSER}",
        r"^before you continue\b|\b(?:accept|agree to) (?:all )?(?:the use of )?cookies\b",
        r"\bwe (?:and our (?:\d+ )?partners )?(?:use|store|value)\b.*\b(?:cookies|privacy)\b",
        r"\bmanage (?:your )?(?:cookie|consent)|\bconsent to the use of\b|\baccept and continue\b|\breject all\b",
    ),
    _wall(
        "log-in form",
        f"this page is a log-in form, not an article; {_LOGGED_IN}",
        r"\b(?:log|sign) ?in (?:to (?:your account|continue|read|access)|with (?:google|apple|facebook|your))\b",
        r"\bforgot(?:ten)? (?:your )?password\b|\bcreate (?:an|your) (?:free )?account\b",
        r"\balready have an account\b",
    ),
    _wall(
        "paywall",
        f"only a demand to subscribe is on this page, no article; {_LOGGED_IN}",
        r"\bsubscribe (?:now )?to (?:continue|keep|read|unlock)\b|\bsubscribers? only\b",
        r"\bbecome a (?:subscriber|member) to read\b",
        r"\bthis (?:article|story|content) is (?:for|only|exclusive|reserved)\b",
    ),
    _wall(
        "no script",
        f"the page shows its text only with JavaScript; {_IN_A_BROWSER}",
        r"\b(?:enable|requires?|turn on|activate) javascript\b",
        r"\bjavascript is (?:disabled|required|not (?:enabled|available))\b",
    ),
)
"""The walls, in the order in which they are looked for."""
_LOG_IN = next(wall for wall in WALLS if wall.name == "log-in form")
_MOST_WORDS = 150  # a wall says little; the shortest agency item in the events it was tried on has 154 words
_MOST_CHARACTERS = 3_000
_CUT_OFF = re.compile(
    "|".join(
        (
            r"\bsubscribe (?:now )?to (?:continue|keep|read|unlock)\b|\balready a subscriber\b",
            r"\bto (?:continue|keep) reading\b.{0,80}\b(?:subscri|log in|sign in|register)",
            r"\b(?:subscribe|register|sign in|log in) to (?:continue|keep) reading\b",
            r"\bread the full (?:story|article) with\b",
            r"\byou have (?:read|reached) your (?:last|limit)\b.{0,40}\bfree\b",
            r"\bthis (?:article|story|content) is (?:only |reserved )?for (?:our )?(?:subscribers|members)\b",
        )
    ),
    re.IGNORECASE,
)


def wall_of(title: str, text: str, *, password: bool = False) -> Wall | None:
    """Return the wall that a page is, or None: its title or its few words say so, or it asks for a password."""
    if len(text) > _MOST_CHARACTERS or len(text.split()) > _MOST_WORDS:
        return None
    found = (wall for wall in WALLS for part in (title, text) if wall.pattern.search(part.strip()))
    return next(found, _LOG_IN if password else None)


def refuse_wall(title: str, text: str, name: str, *, password: bool = False) -> None:
    """Raise ReadError, naming `name`, when a page or a text is a wall and no article."""
    if wall := wall_of(title, text, password=password):
        raise ReadError(name, wall.what)


def is_cut_off(text: str) -> bool:
    """Whether a page demands a subscription for the rest of its article."""
    return bool(_CUT_OFF.search(text))
