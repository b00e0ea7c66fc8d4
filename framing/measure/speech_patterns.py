"""The patterns by which reported speech is known: verbs, what may stand beside them, and where a report ends."""

from __future__ import annotations

import re


def _any(words: str, ending: str = "") -> str:
    """Return a pattern for any of the words, with an ending that they share."""
    return f"(?:(?:{'|'.join(words.split())}){ending})"


QUOTED = "ˣ"
"""What the letters of a direct quotation are replaced with before reported clauses are looked for."""

_DAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_MONTH = _any("January February March April May June July August September October November December")
_NAME = r"[A-Z][\w.'’-]*(?:\s+[A-Z][\w.'’-]*){0,3}"
_OWNER = _any("the a an his her its their my our state local")
# What may stand between the verb and what is said: when, where and to whom.
_WHEN = (
    rf"(?:(?:late|early)?\s*(?:on|in|last|this)?\s*(?:{_DAY}|{_MONTH})(?:\s+\d{{1,2}})?"
    r"(?:\s+(?:morning|afternoon|evening|night))?)"
)
_PLACES = _any(
    "statement interview speech letter e-?mail post tweet Twitter Facebook television radio briefing report release "
    "conference call hearing match meeting court testimony memo address remarks translator spokes(?:man|woman|person)"
)
_PLACE = rf"(?:(?:in|at|during|through|via|after|on)\s+(?:{_OWNER}\s+)?(?:[\w-]+\s+){{0,3}}?{_PLACES})"
_TIME = _any(
    r"yesterday today tonight later earlier also again repeatedly recently then previously "
    r"(?:last|this)\s+(?:week|month|year|night)"
)
_ADJUNCT = rf"(?:\s+(?:{_WHEN}|{_PLACE}|{_TIME}))*"
_PEOPLE = _any(
    "reporters police investigators lawmakers journalists officers senators voters supporters viewers prosecutors "
    "officials parliament members councillors residents staff workers colleagues shareholders parents jurors delegates "
    "him her them me us you"
)
_BODY = rf"{_OWNER}\s+[A-Z][\w’'-]*(?:\s+[A-Z][\w’'-]*)+(?!\s+(?:[A-Z]|is|was|are|were|had|has|have|would|will)\b)"
_WHOM = rf"(?:{_BODY}|(?:{_OWNER}|two|three|several)\s+(?:[\w’'-]+\s+){{0,2}}?[\w’'-]+|{_NAME}|{_PEOPLE})"

_SAY = _any(
    "says? said saying thinks? thinking thought hop(?:es?|ed|ing) insist(?:s|ed|ing)? reckons? jok(?:es?|ed|ing) "
    "complain(?:s|ed|ing)?"
)
_TELL = _any("tells? told telling (?:remind|inform|warn)(?:s|ed|ing)? (?:assur|convinc)(?:es?|ed|ing)")
# These take a bare clause ("claims managers knew") as well as a noun ("claims victory").
_EITHER = _any(
    "claim argu admit add warn believ suggest acknowledg conced confirm contend maintain alleg explain predict estimat "
    "fear recall feel assert declar learn doubt report tweet",
    "(?:t?s|es|e|ed|ted|ing|ting)?",
)
_EITHER = rf"(?:{_EITHER}|felt|notes?|noted|noting|stated|stating)"
# These report speech only with "that" ("announced that …", not "announced a plan").
_THAT = _any(
    "announc note? stress emphasi[sz] writ wrot testif conclud reveal find found show declar promis vow pledg den deni "
    "observ hold held rul agre propos impl hint indicat underlin underscor caution repl respond swear swore decid "
    "mention reali[sz] speculat disclos confess protest post accept counter repeat reiterat recount",
    "(?:s|es|e|ed|ied|ies|y|ying|ing|ten)?",
)
_ASK = _any("ask(?:s|ed|ing)? wonder(?:s|ed|ing)? inquired?")
_ANY = rf"(?:{_SAY}|{_TELL}|{_EITHER}|{_THAT}|point(?:s|ed|ing)? out|ma(?:kes?|king|de) clear)"

FINITE = re.compile(
    r"\b(?:is|are|was|were|has|have|had|will|would|can|could|may|might|should|must|did|do|does|\w+n['’]t)\b"
)
PRONOUN = re.compile(r"(?:he|she|it|they|we|I|you|there|this|these|those|that)\b(?!\s+of)", re.IGNORECASE)

_CLAUSE = r"(?=[\w“\"‘$£€])"
# "claimed during the trial that …", but not "wrote in a letter that was found".
_ANYWHERE = (
    r"(?:\s+(?:in|at|during|on|to|from|by|before|outside|after)\s+(?:[\w’'-]+\s+){0,4}?[\w’'-]+){1,2}?"
    r"(?=,?\s+that\s(?!(?:is|was|were|are|ha[sd]|have|would|will|could|can|may|must|\w+ed|dealt|led|made)\b))"
)
AFTER_THAT = re.compile(
    rf"(?<!\ba )(?<!\bthe )\b(?P<verb>{_TELL}(?:\s+[\w’'-]+){{1,6}}?|{_ANY}\b)"
    rf"(?:{_ADJUNCT}|{_ANYWHERE}),?\s+that\s+(?=\S)"
)
_THEM = rf"(?:{_PEOPLE}(?=\s+(?:the|an?|he|she|they|it|his|her|their|its|we|I|you|no|all)\b)|{_WHOM})"
AFTER_SAY = re.compile(rf"\b(?:{_SAY}|{_TELL}\s+{_THEM}){_ADJUNCT}\s+{_CLAUSE}")
AFTER_EITHER = re.compile(rf"\b{_EITHER}{_ADJUNCT}\s+{_CLAUSE}")
_QUESTION = _any("whether if when why how what who where")
_BESIDE = r"(?:\s+(?:on|in|at|during|over)(?:\s+[\w’'-]+){1,4}?)?"  # "asked him on two occasions whether"
ASKED = re.compile(
    rf"\b(?P<verb>{_ASK})\b(?:\s+{_WHOM})?{_BESIDE}{_ADJUNCT}\s+(?={_QUESTION}\b)",
    re.IGNORECASE,
)
# Where the outlet wrote from, which nobody says: "PORT HALL, Fla. — ".
DATELINE = re.compile(
    r"[A-Z][A-Z.’'-]+(?:\s[A-Z.’'-]+){0,3}(?:,\s[A-Z][\w.]*)?(?:\s\([^()]{2,30}\))?\s+(?:[–—]|--?)\s+"
)
ACCORDING = re.compile(r"\b[Aa]ccording to\s+")
# "built according to a plan" tells how, not who says so.
_HOW = _any("plans? schedule rules? law size age need custom tradition recipe design instructions wishes")
NOT_SOMEBODY = re.compile(rf"(?:(?:the|an?|its|his|her|their|our|strict)\s+)*{_HOW}\b")
ASIDE_AFTER = re.compile(r",\s+(?:wh(?:ich|o|ose)\b[^,]+|(?:an?|the)\s[^,]{2,50}|of [^,]{2,40}|\d+)(?=,\s)")
# Five words in small letters and no preposition: a clause ("the nation faces bigger problems"), not who speaks.
CLAUSE_LONG = re.compile(r"(?:(?!(?:of|for|from|at|in|with|to|on)\b)[a-z][\w’'-]*\s+){4,}[a-z]")
AS_SAID = re.compile(rf"^As\s+(?:[\w’'.-]+\s+){{1,5}}?(?P<verb>{_ANY}),\s+")
# ", the fire chief, Alan Boyd, said on Monday" or ", said Alan Boyd": ends the sentence or is followed by a comma.
_WHO = r"(?P<who>(?:[\w’'.-]+\s+){1,7}?(?:,[^,]{2,40},\s+)?|[\w’'. -]{2,40},[^,]{2,50},\s+)"
_TAGS = rf"(?:{_SAY}|{_TELL}\s+{_WHOM}|{_EITHER}|wrote|writes|reported|reports)"
_BACK = rf"(?P<back>{_SAY})\s+(?P<speaker>[^,;]{{2,80}}?)(?:,[^,;]{{2,60}})?"
TAG = re.compile(rf",\s+(?:{_WHO}(?P<verb>{_TAGS}){_ADJUNCT}|{_BACK})(?=[.,;!]?\s*$|,\s)")
NOT_WHO = re.compile(
    r"\b" + _any("who which that and but or as while when if because after before with to") + r"\b", re.IGNORECASE
)
# What follows "said" without a clause: "said on Friday", "said nothing", but "said his troops had …" is one.
_NO_CLAUSE = _any(
    "on in at after before during through to by as for with from of about against nothing so goodbye yes and or but "
    "when while because since across "
    "his her its their"
)
_LATER = r"\w+\s+(?:day|week|month|year|hour)s?\s+(?:later|earlier|ago)|(?:this|last)\s+(?:week|month|year|night)"
_OWN_CLAUSE = (  # "said her deputy, Dan Reeve, had told her"
    r"(?<=his|her|its)(?:\s+[\w’'-]+,?){1,7}?\s+"
    r"(?:is|was|were|are|had|has|have|would|will|could|can|should|must|did|does|may|might)\b"
)
NOT_SAID = re.compile(
    rf"{_NO_CLAUSE}\b(?!\s+\w+\s+(?:is|was|were|are|had|has|would|will))(?!{_OWN_CLAUSE})|(?:{_LATER})\b"
    r"|\w+ing\s(?:his|her|its|their|the|an?|for|to|on|about)\b",
    re.IGNORECASE,
)
# "I believe", "we think": outside quotation marks that is the author, so the outlet's own voice.
AUTHOR = re.compile(r"\b(?:I|[Ww]e)(?:\s+[\w’']+){0,2}\s+$")
COMMAS = (",", "”", "’", '"', "'", "»", "?", "!", "“")
NOUN = re.compile(
    rf"\b(?:{_any('the a an this that these those his her its their my our no any new of first latest')}"
    r"|\w+['’]s|\w+ing)\s+$",
    re.IGNORECASE,
)
_ASIDE = _any(
    "while whereas adding citing according declining speaking referring noting saying calling though although which"
)
_DEED = _any(
    r"\w+ed said told left went gave made took wrote says her his their its the\s+\w+\s+(?:seem|agree|did|ha[sv]e?)\w*"
)
STOP = re.compile(rf""";|,[”"’']?\s+{_ASIDE}\b|,\s+(?:and|but)\s+{_DEED}\b|\s+[–—]\s+|(?<=May)\.\s""")
