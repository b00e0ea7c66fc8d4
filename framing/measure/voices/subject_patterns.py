"""The patterns by which the one who speaks is found beside a reporting verb."""

from __future__ import annotations

import re

PRONOUN = re.compile(r"(?:he|she|they|it|I|we|who)\b", re.IGNORECASE)

# What may stand between who speaks and the verb.
_AUXILIARIES = (
    r"first|instead|has|had|have|having|is|are|was|were|be|been|also|later|then|earlier|again|once|still|even|just|only|never|"
    r"not|(?<!of )all|(?<!of )both|"
    r"would|will|could|can|may|might|should|must|did|does|do|too|now|soon|today|yesterday|afterwards?|often|"
    r"always|already"
    r"|simply|further|meanwhile|himself|herself|themselves|itself|tonight|duly|(?!family|rally|ally|assembly|supply|italy|"
    r"july|daily|weekly|monthly)\w+ly"
)
_DAYS = (
    r"(?:on|late|early|this|last)?\s*(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
    r"(?:\s+(?:morning|afternoon|evening|night))?"
)
_LED_UP = (
    r"(?:went|goes|going) on to|"
    r"(?:declin|refus|continu|seem|appear|use(?=[ds]\s)|want|tri|manag|beg|rush|paus|stopp|liv)\w+ (?:\w+ )?to|"
    r"quoted as|reported as|known to|went so far as to|(?:began|begun|started|kept|keeps) (?:by )?|came close to|by"
)
FILLER = re.compile(rf"(?:(?<=\s)|^)(?:{_AUXILIARIES}|{_LED_UP}|{_DAYS})\s*$", re.IGNORECASE)
BREAK = re.compile(
    r"[;:()“”„«»\[\]–—!?]|,\s|--|\s[‘'\"]|[’'\"]\s(?=[A-Za-z])(?<!s[’']\s)"
    r"|\.\s(?=[A-Z“])(?<![A-Z]\.\s)(?<!\b(?:Mr|Ms|Dr|St)\.\s)"
    r"(?<!\b(?:Mrs|Gov|Sen|Rep|Gen|Col|Rev|Sgt)\.\s)(?<!\b(?:Prof|Capt|Supt|Cllr)\.\s)"
    r"|\b(?i:and|but|or|that|which|who|whom|because|when|while|as|if|although|though|whether|so|than|yet|where|why|"
    r"how|what|until|unless|whereas|since|before|after)\s"
)
ENDS_IN_PRONOUN = re.compile(r"\b(?:he|she|they|it|we|I)$", re.IGNORECASE)
WHEN = re.compile(
    r"(?:an?|\w+)\s(?:\w+\s)?(?:moment|minute|hour|day|week|month|year|decade)s?\s(?:later|earlier|ago|before|after)\s|"
    r"(?:last|this|that|the same|the next)\s(?:night|morning|afternoon|evening|week|month|year|day)\s",
    re.IGNORECASE,
)
# "the chairmen that requested it": the phrase goes on before the "that".
DEFINES = re.compile(r"(?:that|who|which)\s(?:\w+ed|is|was|are|were|ha[sd]|have|will|would|can|could)\b")
# "The estate agent and television star said": one man, so that the phrase goes on before the "and".
ONE_OF_TWO = re.compile(r"\s*(?:[Tt]he|[Aa]n?|[Hh]is|[Hh]er)\s(?:[a-z][\w’'-]+\s){1,4}")
NOUN_ALONE = re.compile(r"(?!(?:the|an?|his|her|their|its|other|some)\b)[a-z]")
LEADING = re.compile(
    r"(?:(?:But|And|Yet|So|Still)\s(?=[a-z]))?((?:[Tt]he|[Aa]n?|[Hh]is|[Hh]er|[Ii]ts|[Tt]heir|One|Two|Three|Some|Several|[A-Z][\w-]+[’']s)\s(?:[\w’'-]+\s){0,3}?[a-z’'-]+)"
    r"(?=\s(?:is|was|were|are|ha[sd]|have|will|would|did|does|[a-z]+ed|gave|sent|told|left|met|came|went|took|made)\s)"
)
# "It divides experts in the United States, who …": the object and where it is.
OBJECT = re.compile(
    r"(?:\w\s(?!led|headed|called|named|based)[a-z]+ed|^(?:[Ii]t|[Tt]hey|[Tt]his|[Hh]e|[Ss]he)\s[a-z]+)\s"
    r"((?:[\w’'-]+\s){0,2}?[a-z’'-]+s(?:\s(?:in|from|at|of)\s(?:the\s)?[A-Z][\w’'-]*(?:\s[A-Z][\w’'-]*)*)?)$"
)
# "a condition city engineers have said must go": who speaks is what the clause before ends with.
ENDS_IN_SPEAKERS = re.compile(
    r"\s(?:is|was|are|were)\s(?:an?|the)\s(?:[a-z’'-]+\s){1,4}?([a-z’'-]+\s[a-z]{3,}(?:ers|ors|ists|ials|ents))$"
)
CONJUNCTION = re.compile(r"(?:But|And|Yet|So|Still|Then|Now|Later|Even)\s+")
# A name before these only says whose they are: "Facebook users", "Corvane executives".
QUALIFIED = re.compile(r"\s[a-z]+(?:ers|ors|ists|ents|ials|yees|ives)\b")
TO_WHOM = re.compile(r"\bto\s+(?:the\s+)?$")  # "a letter to Ann Lee warning her"
BY = re.compile(r"\s+(?:(?:as\s+)?[“\"‘«][^”\"’»]*[”\"’»],?\s+)?by\s+")
SAID = re.compile(r"(?:sa(?:id|ys?)|according)\b", re.IGNORECASE)
NAMED_CLAUSE = re.compile(
    r"\s+(?:[A-Z][\w.’'-]*\s+)+(?!(?:of|for|from|at|in|on|and|who|as|to|with|late|yesterday|today|last|earlier|during|after|"
    r"when|while|before|by|the|van|von|de|der|du|bin|al)\b)[a-z]"
)
BRACKETED = re.compile(r"\s*\([^()]{1,40}\)$")
CARRIED = re.compile(r"(?:^|\W)(?:and|but|then|or|nor|yet)(?:\s+(?:then|also|later|even))?$", re.IGNORECASE)
RELATIVE = re.compile(r"(?:,\s*)?\b(?:who|which|that)$", re.IGNORECASE)
ADJUNCT = re.compile(
    r"(?:on|in|at|after|during|by|from|for|last|this|earlier|later|yesterday|today|tonight|afterwards?|meanwhile|then|now|still|"
    r"however|even|only|but|and|yet|so|outside|inside|under|over|with|without|to|when|while|as|if|since|before|despite|among|"
    r"speaking|asked|writing|standing|sitting|\w+ing|\w+ly|instead|here|there|back)\b",
    re.IGNORECASE,
)
ASIDE = re.compile(
    r"(?:[A-Z]-[A-Z]|\w+ing|who|which|whose|where|whom|and who|of|from|aged?|now|then|then still|\d+|in|at|on|with|"
    r"also|a former)\b",
    re.IGNORECASE,
)
AFTER_END = re.compile(
    r"[.,;:!?“”\"„«»()–—]|\s[‘']|\s--|(?<!close)\sto\b|\s(?:who|which|whose|when|where|while|as|after|before|during|in|on|at|by|with|that|but|and|"
    r"if|because|since|until|last|late|early|yesterday|today|tonight|earlier|later|afterwards?|has|had|is|was|were|are|seen|presented|"
    r"published|released|obtained|issued|dated|about|against|through|via|standing|speaking|\w+day)\b|$"
)
QUOTE_ENDS = (",", "”", '"', "»", "’", "'", "“", "?", "!", "–", "—")
# After these comes who is spoken to: "Ann Lee, the mayor, told councillors".
TO_SOMEBODY = re.compile(
    r"(?:t[eo]l|warn|urg|ask|remind|accus|blam|assur|advis|inform|prais|attack|question|call|beg|describ)",
    re.IGNORECASE,
)
INVERTED = re.compile(
    r"\s+(?:[A-Z“]|(?:the|an?|his|her|their|its|our|one|two|three|four|five|another|some|several|many|most|both|all|each)\s|(?:one|another|others)\b|"
    r"[a-z][\w’'-]+(?:s|men|people)\b|(?:spokes\w+|former|chief|head|police|mayor|president)\b)"
)


AS_SAYING = re.compile(r"quot\w+\s[^“”\"]{2,80}?\sas\s(saying|telling|writing)\b")
