"""Why numbers are not what they were: what differs between then and now, and which numbers depend on it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from framing.read.project import Versions

CODE = "code/"
_CUTTING = ("framing", "sentencex", "code/clean", "code/segment", "code/records")
_ENCODING = ("model", "dtype", "processor", "numpy", "torch", "transformers", "tokenizers", "sentence-transformers",
             "models/example_vectors.npz", "code/embed", "code/packed", "code/cache")  # fmt: skip
_ALIGNING = (*_CUTTING, *_ENCODING, "scikit-learn", "models/match.json", "models/match_words.json",
             "code/align", "code/mentions", "code/quotation", "code/compare", "code/comparison")  # fmt: skip
_VOICE = ("lexicons/attribution.csv", "code/quotation", "code/measure")
_INSTRUMENT = {
    "rated": (*_ENCODING, "models/tone_rated.json", "vadersentiment"),
    "vader": ("vadersentiment",),
    "vader_neutral": ("vadersentiment", "lexicons/vader_topic.csv"),
    "loaded": (*_ENCODING, "models/tone_loaded.json", "lexicons/loaded.csv"),
    "certainty": ("lexicons/certainty.csv",),
    "attribution": ("lexicons/attribution.csv",),
}
_STATISTICS = ("numpy", "pandas", "scipy", "code/measure")
_TABLES = {
    "removed": ("python", *_CUTTING),
    "passages": ("python", *_CUTTING),
    "matches": _ALIGNING,
    "story_points": (*_ALIGNING, "lexicons/label_words.csv"),
    "tone": (*_CUTTING, *_VOICE),
    "emphasis": (*_ALIGNING, *_VOICE, *_STATISTICS),
    "intervals": (*_ALIGNING, *_VOICE, *_STATISTICS),
    "omissions": (*_ALIGNING, *_STATISTICS),
    "differences": (*_ALIGNING, *_VOICE, *_STATISTICS),
}
"""What the numbers of each table depend on; those of an instrument also on what stands in `_INSTRUMENT`."""


@dataclass(frozen=True, slots=True)
class Made:
    """What numbers were made with: the model's name, hash and type of number, and versions, data files, machine."""

    model: Mapping[str, str]
    given: Versions


@dataclass(frozen=True, slots=True)
class Cause:
    """Something that differs; `loosens` where it may move the last digits of every number."""

    name: str
    text: str
    loosens: bool = False


def causes(then: Made, now: Made) -> tuple[Cause, ...]:
    """Return what differs between two times, as sentences without a full stop."""
    found = []
    if then.model["sha256"] != now.model["sha256"] or then.model["name"] != now.model["name"]:
        found.append(Cause("model", f"the model was {_model(then)}, and is {_model(now)} now"))
    if then.model["dtype"] != now.model["dtype"]:
        old, new = then.model["dtype"], now.model["dtype"]
        both = f"vectors were computed in {old}, and are in {new} now (FRAMING_DTYPE={old} computes as before)"
        found.append(Cause("dtype", both, loosens=True))
    for name, (old, new) in _unlike(then, now, "machine"):
        found.append(Cause(name, f"the type of {name} was {old or 'not known'}, and is {new} now", loosens=True))
    for name, (old, new) in _unlike(then, now, "versions"):
        found.append(Cause(name, f"{name} was version {old or 'none'}, and is {new or 'none'} now"))
    for name, (old, _) in _unlike(then, now, "data"):
        if name.startswith(CODE):
            # A file that was saved before code was recorded does not say what it was.
            found += [Cause(name, f"the program's own code ({name.removeprefix(CODE)}) is not what it was")] * bool(old)
            continue
        found.append(Cause(name, f"data/{name} is not the file it was"))
    return tuple(found)


def explained(table: str, instrument: str, found: Sequence[Cause]) -> tuple[str, ...]:
    """Return those of the causes that numbers of a table, and of an instrument, depend on."""
    on = _depends_on(table, instrument)
    return tuple(cause.text for cause in found if cause.name in on)


def _depends_on(table: str, instrument: str) -> set[str]:
    return {*_TABLES[table], *_INSTRUMENT.get(instrument, _ENCODING if table == "tone" else ())}


def _unlike(then: Made, now: Made, part: str) -> list[tuple[str, tuple[str, str]]]:
    old, new = then.given.get(part, {}), now.given.get(part, {})
    names = sorted(old.keys() | new.keys())
    return [(name, (old.get(name, ""), new.get(name, ""))) for name in names if old.get(name) != new.get(name)]


def _model(made: Made) -> str:
    return f"{made.model['name']} ({made.model['sha256'][:8] or 'no hash'})"
