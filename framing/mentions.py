"""Find the names and the figures that a text mentions, with their offsets and a form in which two texts compare."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Literal, NamedTuple

NumberKind = Literal["number", "percent", "money", "date", "time", "weekday"]

EXACT, ABOUT = 0.005, 0.1
"""How far apart two figures may lie and still be one: exact ones, and where one is said to be "about" that."""

_TITLE_WORDS = (
    "Mr Mrs Ms Miss Mx Dr Prof Professor Sir Dame Lord Lady Gov Governor Sen Senator Rep Representative Congressman "
    "Congresswoman President Vice Prime Minister Chancellor Secretary Mayor Deputy Judge Justice Gen General Lt Col "
    "Colonel Sgt Sergeant Capt Captain Maj Major Chief Officer Detective Inspector Rev Reverend Father Pope Bishop "
    "Archbishop Cardinal Rabbi Imam King Queen Prince Princess Councillor Councilman Councilwoman Cllr Ambassador "
    "Attorney Director Chairman Chairwoman Chair Commissioner Superintendent Supt Former Acting Hon Coach Sheriff "
    "Spokesman Spokeswoman Premier Lawmaker"
).split()
TITLES = frozenset(word.lower() for word in _TITLE_WORDS)
"""Words that stand before a person's name and say nothing of who it is: "Mayor Ann Lee" and "Ms. Lee" are one."""

# Words with which sentences begin or that stand capitalised without naming anyone: a capital there tells nothing.
_NOT_NAMES = frozenset(
    (
        "a about above according across additionally after afterwards again against all almost along already also "
        "although always amid among an and another any anyone anything are around as asked at authorities away back "
        "be because been before being below beside besides between beyond both but by can clearly could critics "
        "current currently despite did do does doing down during each earlier early either elsewhere even "
        "eventually ever every everyone everything experts few finally first firstly five following for former four "
        "from further furthermore given had has have having he hence her here hers him his how however i if in "
        "including indeed initially inside instead into investigators is it its itself just last late later less "
        "let like likewise local locals many may me meanwhile might million more moreover most much must my near "
        "nearly neither never nevertheless new next no nobody none nor not nothing now of off officials often on "
        "once one only onto opponents or other others otherwise our out outside over overall own people per perhaps "
        "please police previously prior protesters provided rather recent recently reporters researchers residents "
        "right said same say second secondly see separately seven several shall she should similarly since six so "
        "some someone something sometimes soon sources speaking state still subsequently such supporters ten than "
        "that the their them then there therefore these they third this those though three through throughout thus "
        "to today together tomorrow tonight too toward towards two under unless unlike until up upon us very via "
        "was we well were what whatever when where whereas whether which while who whoever whole whom whose why "
        "will with within without witnesses would yes yet yesterday you your analysts observers many campaigners "
        "activists workers students families victims eyewitnesses scientists doctors lawyers prosecutors lawmakers "
        "leaders rescuers firefighters teachers parents women men children news breaking updated update photo image "
        "video read more advertisement"
    ).split()
)
_WEEKDAYS = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
_MONTHS = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
]
_CALENDAR = frozenset([*_WEEKDAYS, *_MONTHS, *(month[:3] for month in _MONTHS), "sept"])

_WORD = r"(?:(?:[A-Z]\.)+(?:[A-Z]\b)?|[A-ZÀ-ÖØ-Þ][\w’'&-]*)"
_LINK = r"\s(?:(?:of|de|da|del|di|van|von|der|den|bin|ibn|al|el|la|le|du|&)\s)?"
_NAME = re.compile(rf"(?<![\w’'.-]){_WORD}(?:(?<![’']s){_LINK}{_WORD})*")
_ABBREVIATED = re.compile(r"\b(Mr|Mrs|Ms|Mx|Dr|Prof|Gov|Sen|Rep|Gen|Lt|Col|Sgt|Capt|Maj|Rev|Hon|Supt|Cllr|St)\.")
_PIECE = re.compile(r"\S+")
_POSSESSIVE = re.compile(r"(?:['’]s|(?<=s)['’])$")
_OPENS = re.compile(r"(?:^|[.!?…:;]['’\"”)]*\s+|\n)[\s“\"'‘«„([—–-]*$")


class Name(NamedTuple):
    """A name as written from `start` to `end`; `norm` is lower case, without titles and possessive."""

    text: str
    start: int
    end: int
    norm: str


class Number(NamedTuple):
    """A figure as written from `start` to `end`.

    `value` is the number meant, for dates year * 10,000 + month * 100 + day with zeros for what is not said, for times
    minutes after midnight, for weekdays 0 (Monday) to 6; `about` is true for "more than", "some", "nearly" and so on.
    """

    text: str
    start: int
    end: int
    kind: NumberKind
    value: float
    about: bool

    @property
    def norm(self) -> str:
        """One spelling for equal figures of a kind, e.g. `number:4200000`."""
        return f"{self.kind}:{self.value:g}" if self.value < 1e6 else f"{self.kind}:{self.value:.0f}"


def names(text: str) -> list[Name]:
    """Return the names in a text: runs of capitalised words, without titles, calendar words and sentence openers.

    A single capitalised word that opens a sentence counts only when it stands capitalised elsewhere in the text, is all
    capitals or carries a possessive: otherwise its capital tells nothing.
    """
    return settled(*candidates(text))


def candidates(text: str) -> tuple[list[Name], list[Name]]:
    """Return what is a name wherever it stands, and single words that open a sentence: names only if named again."""
    found: list[Name] = []
    openers: list[Name] = []
    text = _ABBREVIATED.sub(r"\1 ", text)  # same length: offsets hold
    for run in _NAME.finditer(text):
        opens = bool(_OPENS.search(text[max(0, run.start() - 8) : run.start()]))
        for name in _parts(text, run.start(), run.end(), opens=opens):
            alone = opens and name.start == run.start() and " " not in name.text and not name.text.isupper()
            (openers if alone and not text.startswith(("'s", "’s"), name.end) else found).append(name)
    return found, openers


def settled(found: Sequence[Name], openers: Sequence[Name]) -> list[Name]:
    """Return the names and, in order with them, those of the openers that are a word of one."""
    words = {word for name in found for word in name.norm.split()}
    return sorted([*found, *(name for name in openers if name.norm in words)], key=lambda name: name.start)


def _parts(text: str, start: int, end: int, *, opens: bool) -> list[Name]:
    """Cut a run of capitalised words at titles, calendar words and openers: "US President Ann Lee" is two names."""
    parts: list[list[re.Match[str]]] = [[]]
    for place, word in enumerate(_PIECE.finditer(text, start, end)):
        bare = _bare(word.group())
        cut = bare in TITLES or bare in _CALENDAR or (opens and place == 0 and bare in _NOT_NAMES)
        if cut or (bare in _NOT_NAMES and not bare.islower() and not parts[-1]):
            parts.append([])
        else:
            parts[-1].append(word)
    found = (_name(text, part) for part in parts)
    return [name for name in found if name is not None]


def _name(text: str, words: list[re.Match[str]]) -> Name | None:
    while words and words[0].group()[0].islower():
        words = words[1:]
    while words and words[-1].group()[0].islower():
        words = words[:-1]
    if not words:
        return None
    start = words[0].start()
    piece = _POSSESSIVE.sub("", text[start : words[-1].end()].rstrip("’'-&"))
    norm = " ".join(_bare(word) for word in piece.split())
    if len(norm) < 2 or (len(words) == 1 and norm in _NOT_NAMES and not piece.isupper()):
        return None
    return Name(piece, start, start + len(piece), norm)


@lru_cache(maxsize=20_000)
def _bare(word: str) -> str:
    return _POSSESSIVE.sub("", word).replace("’", "'").replace(".", "").lower()


_UNITS = {
    word: value
    for value, word in enumerate(
        (
            "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
            "seventeen eighteen nineteen"
        ).split()
    )
}
_TENS = {"twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90}
_SCALES = {
    "hundred": 1e2, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12, "dozen": 12.0,
    "k": 1e3, "m": 1e6, "mn": 1e6, "bn": 1e9, "b": 1e9, "tn": 1e12,
}  # fmt: skip
_SMALL = "|".join(sorted([*_UNITS, *_TENS], key=len, reverse=True))
_SCALE = "hundred|thousand|million|billion|trillion|dozen"
_SPELLED = rf"(?:(?:{_SMALL})(?:(?:[-\s]|\sand\s)(?:{_SMALL}|{_SCALE})\b)*)"
_DIGITS = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"
_MONTH = (
    r"(?:Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|June?|July?|Aug(?:ust|\.)?|"
    r"Sept?(?:ember|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)"
)
_YEAR = r"(?:1[5-9]|20)\d\d"
# The first letters of all that follows: most words have others, and looking here is quicker than trying each form.
_BEGINS = r"[\d$€£¥ACDFHJMNOSTUW]|(?i:an?\s|bi|do|ei|el|fi|fo|ha|hu|mi|ni|on|se|si|te|th|tr|tw|ze)"
_ABOUT = re.compile(
    r"(?:about|around|nearly|almost|roughly|approximately|some|estimated|more than|over|at least|upwards? of|up to|"
    r"less than|fewer than|under|close to|just|as many as|no more than|well)(?:\s(?:over|under|a|an))?\s$",
    re.IGNORECASE,
)
_FIGURE = re.compile(
    rf"""(?<![\w.,])(?={_BEGINS})(?:
      (?P<iso>{_YEAR}-\d\d-\d\d)
    | (?P<month>{_MONTH})\s(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?![\d:])(?:,?\s(?P<year>{_YEAR}))?
    | (?P<day2>\d{{1,2}})(?:st|nd|rd|th)?\s(?:of\s)?(?P<month2>{_MONTH})(?:,?\s(?P<year2>{_YEAR}))?
    | (?P<month3>{_MONTH}),?\s(?P<year3>{_YEAR})
    | (?P<hour>\d{{1,2}})(?:[:.]\s?(?P<minute>\d\d))?\s?(?P<half>[ap]\.?m\b\.?)
    | (?P<hour2>[01]?\d|2[0-3]):(?P<minute2>[0-5]\d)(?![\d:])
    | (?<=\bat\s|\bby\s)(?P<hour3>1?\d|2[0-3])\.(?P<minute3>[0-5]\d)(?!\d|\s?%|\sper|\s(?:{_SCALE}))
    | (?<=\buntil\s|\bsince\s)(?P<hour4>1?\d|2[0-3])\.(?P<minute4>[0-5]\d)(?!\d|\s?%|\sper|\s(?:{_SCALE}))
    | (?P<weekday>Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)
    | (?P<money>(?:US|A|C|NZ|HK)?\$\s?|[€£¥]\s?)?
      (?P<amount>{_DIGITS}|(?i:{_SPELLED}|(?:an?\s)?(?:half\s(?:a\s)?)?(?:{_SCALE}))(?!\w))
      (?:[\s-]?(?P<scale>(?:{_SCALE})\b|(?:k|mn?|bn?|tn)\b(?![-’'])))?
      (?P<percent>\s?%|[\s-](?:percent|per\scent|percentage\spoints?)\b)?
      (?P<currency>\s(?:dollars|euros|pounds|yen|rupees)\b)?
    )""",
    re.VERBOSE,
)


def numbers(text: str) -> list[Number]:
    """Return the figures in a text: numbers in digits or words, shares, sums, dates, times and weekdays.

    A bare "one" is left out: it is a pronoun more often than a figure.
    """
    found = []
    for match in _FIGURE.finditer(text):
        read = _read(match)
        if read is None:
            continue
        kind, value = read
        about = bool(_ABOUT.search(text[max(0, match.start() - 20) : match.start()]))
        written = match.group().rstrip()
        found.append(Number(written, match.start(), match.start() + len(written), kind, value, about))
    return found


def same_number(left: Number, right: Number) -> bool:
    """Whether two figures can be the same one.

    Exact figures must be equal to half a per cent; where one is said to be "about", "more than" or the like, a tenth
    may lie between. Dates agree when what both say of year, month and day agrees.
    """
    if left.kind != right.kind:
        return False
    if left.kind == "date":
        return _same_date(int(left.value), int(right.value))
    if left.kind == "time":  # "2.10" beside "2:10 p.m.": which half of the day is often left out
        return left.value % 720 == right.value % 720
    if left.kind == "weekday":
        return left.value == right.value
    tolerance = ABOUT if left.about or right.about else EXACT
    return abs(left.value - right.value) <= tolerance * max(left.value, right.value)


def _same_date(left: int, right: int) -> bool:
    pairs = [(left // 10000, right // 10000), (left // 100 % 100, right // 100 % 100), (left % 100, right % 100)]
    said = [(a, b) for a, b in pairs if a and b]
    return bool(said) and all(a == b for a, b in said)


def _read(match: re.Match[str]) -> tuple[NumberKind, float] | None:
    part = match.groupdict()
    if part["iso"]:
        return "date", float(part["iso"].replace("-", ""))
    if month := part["month"] or part["month2"] or part["month3"]:
        year = part["year"] or part["year2"] or part["year3"] or "0"
        return "date", int(year) * 10000 + _month(month) * 100 + int(part["day"] or part["day2"] or 0)
    if any(part[key] for key in ("hour", "hour2", "hour3", "hour4")):
        return _time(part)
    if part["weekday"]:
        return "weekday", float(_WEEKDAYS.index(part["weekday"].lower()))
    return _amount(part)


def _time(part: dict[str, str]) -> tuple[NumberKind, float] | None:
    hour, minute = (
        int(next((part[f"{unit}{number}"] for number in ("", 2, 3, 4) if part[f"{unit}{number}"]), 0))
        for unit in ("hour", "minute")
    )
    if part["half"]:
        hour = hour % 12 + (12 if part["half"].lower().startswith("p") else 0)
    return ("time", float(60 * hour + minute)) if hour < 24 and minute < 60 else None


def _amount(part: dict[str, str]) -> tuple[NumberKind, float] | None:
    amount = part["amount"].lower()
    value = float(amount.replace(",", "")) if amount[0].isdigit() else _spelled(amount)
    value *= _SCALES[part["scale"].lower()] if part["scale"] else 1.0
    marked = part["scale"] or part["percent"] or part["money"] or part["currency"]
    if part["percent"]:
        return "percent", value
    if part["money"] or part["currency"]:
        return "money", value
    if amount == "one" and not marked:
        return None
    if re.fullmatch(_YEAR, amount) and not marked:
        return "date", value * 10000
    return "number", value


def _spelled(text: str) -> float:
    """Return the value of a number in words: "three hundred and fifty" is 350, "half a million" 500,000."""
    if text.startswith("half") or " half" in text:
        return 0.5 * _SCALES[text.split()[-1]]
    total = part = 0.0
    for word in re.split(r"[-\s]+", text):
        if word in _SCALES:
            part = (part or 1.0) * _SCALES[word]
            if word != "hundred":
                total, part = total + part, 0.0
        else:
            part += _UNITS.get(word, _TENS.get(word, 0))
    return total + part


def _month(name: str) -> int:
    return next(i for i, month in enumerate(_MONTHS, 1) if month.startswith(name.lower().rstrip(".")[:3]))
