"""The verbs by which news says that somebody speaks, in every form, and how they are found in a sentence."""

from __future__ import annotations

import re

from framing.measure.lexicon import forms

_REGULAR = (
    "add answer reply respond ask announce argue insist warn claim concede acknowledge declare state note explain "
    "stress emphasise emphasize maintain assert contend allege complain joke quip shout yell scream whisper mutter "
    "murmur recall remark observe comment continue conclude promise pledge vow urge plead describe call brand label "
    "dismiss denounce condemn praise hail criticise criticize accuse blame tweet post repeat reiterate suggest "
    "predict testify confirm reveal disclose report agree object protest demand laugh sigh chant boast fume thunder "
    "counter caution advise assure reassure remind inform wonder inquire enquire speculate propose lament rage charge "
    "confess retort interject exclaim mock ridicule blast attack liken characterise characterize deem question "
    "reckon offer muse gush vent bellow bark crow growl grumble gripe moan sniff scoff sneer stammer declaim opine "
    "clarify specify elaborate summarise summarize recount relate estimate deny decry reject signal deride hint "
    "indicate imply outline underline underscore highlight counsel threaten apologise apologize defend"
).split()
_IRREGULAR = (
    "say says said saying tell tells told telling write writes wrote written writing admit admits admitted admitting "
    "swear swears swore swearing sworn cry cries cried crying dub dubs dubbed dubbing snap snaps snapped snapping "
    "beg begs begged begging termed voiced ruled quoted speaks spoke read reads"
).split()
_PHRASES = (
    r"according to|(?:point|points|pointed|pointing) out|(?:makes?|made|making) (?:it )?(?:clear|plain)"
    r"|(?:puts?|putting) it|(?:hit|hits|shot|fired) back|(?:goes|went) on|summ?(?:ed|ing|s)? up"
    r"|chimed in|(?:referred|refers?) to"
)
_WORDS = sorted({form for verb in _REGULAR for form in forms(f"{verb}*")} | set(_IRREGULAR), key=len, reverse=True)
NOBODY = re.compile(r"(?:nobody|no one|none|nothing|neither)\b", re.IGNORECASE)
INSCRIBED = re.compile(
    r"\b(?:sign|signs|notice|banner|banners|placard|placards|plaque|label|poster|posters|sticker|envelope|inscription|headstone|"
    r"graffiti|shirt|board|clock|gauge|figures|numbers)$",
    re.IGNORECASE,
)
"""What bears words without anybody's speaking."""
SPEAKING = re.compile(rf"(?<![\w’'-])(?:{_PHRASES}|{'|'.join(_WORDS)})(?![\w’'-])", re.IGNORECASE)

THOUGHT = re.compile(
    r"(?:think|thought|hop(?:e|ing)|believ|feel|felt|fear|doubt|learn|decid|reali[sz]|show|convinc)\w*",
    re.IGNORECASE,
)
"""Verbs after which a clause is what somebody thinks or what something shows, which nobody need have said."""

# The same word is a noun or an adjective after these: "the claim", "his first reply", "its reported cost".
_DETERMINER = (
    r"(?:the|an?|his|her|their|its|our|my|your|this|that|such|these|those|no|any|some|every|each|of|in|on|with|from|as|"
    r"\w+['’]s|\w+s['’])"
)
_BETWEEN = (
    r"(?:\s+(?:new|first|last|latest|final|own|public|official|written|angry|brief|short|long|false|main|only|old|"
    r"morning|afternoon|evening|night|joint))*"
)
_NOUN_HERE = re.compile(rf"\b{_DETERMINER}{_BETWEEN}\s+$", re.IGNORECASE)
# Of words that are nouns as often: "tweet" is a verb after a plural or "to", "reports" not before "of" or "are".
_NOUNS = frozenset(
    (
        "answer argument blame brand call charge claim comment counter cry demand estimate insult joke label moan note "
        "object offer order plea pledge post praise promise protest question quip rage reply report rule shout sigh "
        "signal state tweet voice vow whisper yell attack attempt detail outline highlight threat term"
    ).split()
)
_VERBAL = re.compile(
    r"(?:\b(?:to|will|would|can|could|may|might|should|must|did|do|does|they|we|I|you|people|police|men|women|many|some|"
    r"others|also|not|who|\w+ly)|(?<!['’])s)\s+$"
)
_AFTER_PREPOSITION = re.compile(
    r"\b(?:after|before|about|despite|following|against|between|among|over|by|to|amid|for|\w+ed)\s+$"
)
ALWAYS = re.compile(r"(?:said|says|told|tells|wrote|according to)$", re.IGNORECASE)
PASSIVE = re.compile(
    r"\b(?:when|if|once|is|are|was|were|be|been|being|got)(?:\s+(?:\w+ly|also|not|never|once|then|later|still|now|even|already|just))?\s+$",
    re.IGNORECASE,
)


def is_noun(text: str, start: int, end: int) -> bool:
    """Say whether what looks like a reporting verb is a noun, a name or an adjective where it stands."""
    word, before, after = text[start:end], text[:start], text[end:]
    if ALWAYS.match(word):
        return False
    if word[0].isupper() and re.search(r"[\w,’'-]\s+$", before):
        return True  # the United States
    small = word.lower()
    if small in _NOUNS and not _VERBAL.search(before):
        return bool(before.strip())
    plural = (small.endswith("s") and small.removesuffix("s") in _NOUNS) or small == "cries"
    if plural and (
        _AFTER_PREPOSITION.search(before) or re.match(r"\s+(?:of|are|were|have|had|that\s(?:are|were))\b", after)
    ):
        return True
    return bool(_NOUN_HERE.search(before))
