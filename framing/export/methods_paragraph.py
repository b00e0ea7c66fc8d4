"""A methods paragraph made from what was really done: articles, settings, instruments and their measured accuracy."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from importlib.metadata import version
from typing import Any

from framing.clean import BY_HAND
from framing.comparison import Comparison
from framing.embed import EMBEDDED
from framing.export.references import Work, bibtex, cited, csl, listed
from framing.measure import INSTRUMENTS
from framing.measure.omission import PERHAPS
from framing.resources import DATA, load_json

RESAMPLES = 2000
_SPLIT = " Gaps in tone were split into wording and selection ({})."
_SCORED = {
    "rated": ("rated", None, "pearson", "Pearson's r = {:.2f} with the mean of 20 raters on {n:,} editorial sentences"),
    "vader": ("rated", "vader", "pearson", "r = {:.2f} with the raters of {n:,} editorial sentences"),
    "vader_neutral": ("rated", "vader_neutral", "pearson", "r = {:.2f} with the raters of {n:,} editorial sentences"),
    "loaded": ("loaded", None, "auc", "AUC = {:.2f} on {n:,} sentences that experts had labelled"),
}
"""Where the accuracy of an instrument stands in data/accuracy.json, and how it is told."""
_WORKS = {
    "rated": ("hutto2014",),
    "vader": ("hutto2014",),
    "vader_neutral": ("hutto2014",),
    "certainty": ("hyland2005",),
}


@dataclass(frozen=True, slots=True)
class Methods:
    """The paragraph as plain text, and the works it cites as CSL-JSON."""

    text: str
    works: tuple[Work, ...]

    @property
    def references(self) -> str:
        """The works, a line each."""
        return "\n".join(listed(work) for work in self.works)

    @property
    def bibtex(self) -> str:
        """The works as BibTeX."""
        return bibtex(self.works)

    @property
    def markdown(self) -> str:
        """The paragraph and its references."""
        return f"{self.text}\n\n### References\n\n" + "\n".join(f"- {listed(work)}" for work in self.works) + "\n"


def methods_paragraph(comparison: Comparison) -> Methods:
    """Return the methods paragraph of a comparison; every number in it comes from the comparison or was measured."""
    parts = [*_texts(comparison), *_alignment(comparison), *_tone(comparison), *_others(comparison)]
    parts += _statistics(comparison)
    ids = ["framing"]
    ids += [] if comparison.differences.empty else ["efron1993", "benjamini1995"]
    ids += [] if comparison.main_differences.empty else ["kitagawa1955"]
    ids += [] if comparison.keyness.empty else ["monroe2008"]
    ids += ["reimers2019", "wang2020"] if comparison.model.name == EMBEDDED else []
    ids += [work for name in comparison.instruments for work in _WORKS.get(name, ())]
    return Methods(" ".join(parts), tuple(csl(ids, version=version("framing"))))


def _texts(comparison: Comparison) -> Iterator[str]:
    told = [p for p in comparison.passages if p.aligned]
    removed = sum(r.rule != BY_HAND.name for article in comparison.articles for r in article.removed)
    sentences = len({(row[0], row[1]) for row in comparison.tone[["passage", "sentence"]].itertuples(index=False)})
    yield (
        f"{len(comparison.articles)} articles ({', '.join(comparison.sources)}; {sum(p.words for p in told):,} words "
        f"in {len(told)} passages, {sentences} sentences) were compared with Framing {version('framing')}."
    )
    back = len(comparison.event.restored)
    by_hand = f"; {_count(back, 'paragraph was', 'paragraphs were')} put back by hand" if back else ""
    out = len(comparison.event.left_out)
    by_hand += f"; {_count(out, 'paragraph was', 'paragraphs were')} taken out by hand" if out else ""
    off = sorted(comparison.event.rules_off)
    unused = f"; the rules {', '.join(off)} were not used" if off else ""
    yield (
        f"Page furniture was removed by named rules ({_count(removed, 'paragraph', 'paragraphs')}{by_hand}{unused})."
    )


def _alignment(comparison: Comparison) -> Iterator[str]:
    model = comparison.model
    named = f"all-MiniLM-L6-v2 ({cited('wang2020')}; {cited('reimers2019')})" if model.name == EMBEDDED else model.name
    hashed = f", weights SHA-256 {model.sha256[:12]}…" if model.sha256 else ""
    yield f"Sentences were embedded with {named}{hashed}, computed in {model.dtype}."
    figures = _measured("alignment", "sentences")
    accuracy = (
        f"; on sentence links set by people it reached precision {figures['precision']:.2f}, recall "
        f"{figures['recall']:.2f} and F1 {figures['f1']:.2f} out of fold at the default cut of "
        f"{load_json('accuracy.json')['alignment']['cut']:.2f}"
        if figures
        else ""
    )
    yield (
        "Passages of two sources were matched by a calibrated logistic regression over similarity, shared rare words, "
        f"names and figures, and how far a pair stands out{accuracy}."
    )
    yield (
        f"Pairs with a probability of at least {comparison.cut:.2f} counted as matches "
        f"({len(comparison.alignment.matches)}), and were joined into {len(comparison.points)} story points."
    )
    judged = {(j.left, j.right) for j in comparison.judgements}
    coders = sorted({j.coder for j in comparison.judgements})
    if judged:
        yield (
            f"{_count(len(judged), 'pair of passages was', 'pairs of passages were')} judged by "
            f"{_count(len(coders), 'coder', 'coders')}, whose word overruled the program."
        )


def _tone(comparison: Comparison) -> Iterator[str]:
    told = "; ".join(_instrument(name) for name in comparison.instruments)
    yield f"The tone of each sentence was measured by {told}; passages and sources are means weighted by words."
    yield (
        "A sentence counted as the outlet's own voice where less than a fifth of its words was quoted or attributed "
        f"{_voice()}."
    )


def _instrument(name: str) -> str:
    instrument = INSTRUMENTS[name]
    works = "; ".join(cited(work) for work in _WORKS.get(name, ()))
    label = instrument.label if instrument.label.startswith("VADER") else instrument.label.lower()
    told = f"{label} ({instrument.direction}"
    accuracy = _accuracy(name)
    return told + "".join(f"; {part}" for part in (works, accuracy) if part) + ")"


def _accuracy(name: str) -> str:
    if name not in _SCORED:
        return "accuracy not measured"
    group, baseline, key, words = _SCORED[name]
    figures = _measured("tone", group)
    own = figures.get("baselines", {}).get(baseline, {}) if baseline else figures
    return words.format(own[key], n=figures.get("sentences", 0)) if key in own else "accuracy not measured"


def _voice() -> str:
    figures = _measured("tone", "voice")
    return f"(F1 over words {figures['f1_held_out']:.2f} on paragraphs held out)" if figures else "to somebody"


def _others(comparison: Comparison) -> Iterator[str]:
    """Say how wording, voices and omissions were measured, where the comparison has them."""
    if not comparison.keyness.empty:
        yield (
            "The words typical of a source were found by log-odds with an informative Dirichlet prior "
            f"({cited('monroe2008')})."
        )
    if not comparison.voices.empty:
        statements = _count(len(comparison.voices), "statement was", "statements were")
        yield f"{statements} put in somebody's mouth by quotation marks or a verb of saying."
    states = comparison.omissions["state"]
    if (states != "told").any():
        yield (
            "A source was said not to tell a thing where none of its passages was matched with it; where one came near "
            f"(mean probability of at least {PERHAPS:.2f}) and the article had enough of the others' words, it was "
            "said perhaps to tell it."
        )


def _statistics(comparison: Comparison) -> Iterator[str]:
    if comparison.differences.empty:
        return
    split = "" if comparison.main_differences.empty else _SPLIT.format(cited("kitagawa1955"))
    yield (
        f"Intervals are 95 % bootstrap intervals over passages ({RESAMPLES:,} resamples; {cited('efron1993')}); "
        "p-values of differences come from permutation or resampling and were corrected for the number of comparisons "
        f"by the false discovery rate ({cited('benjamini1995')}).{split}"
    )


def _measured(section: str, group: str) -> Mapping[str, Any]:
    """Return the figures that the quality gate left, empty where it never ran."""
    if not (DATA / "accuracy.json").is_file():
        return {}
    found: Mapping[str, Any] = load_json("accuracy.json").get(section, {}).get(group, {})
    return found


def _count(number: int, one: str, several: str) -> str:
    return f"{number:,} {one if number == 1 else several}"
