"""The parts a report can have, each a function of the comparison."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pandas as pd

from framing.clean.by_hand import returned
from framing.clean.by_hand import told as taken_out
from framing.comparison import Comparison
from framing.export.methods_paragraph import methods_paragraph
from framing.export.report_figures import DRAWINGS, drawable
from framing.export.report_pieces import Found, Grid, Picture, Piece, Reading, Words, cell, grid, percents
from framing.export.report_reading import side_by_side
from framing.findings import findings

MOST_SWAPS = 30
ROBUSTNESS = "robustness"
"""The part that tells what asking the findings again gave; the others follow from the comparison alone."""
NO_CONCLUSION = (
    "A difference in tone is not bias, and what one source leaves out may not have happened yet when it went to print. "
    "The figures show differences between these texts; they say nothing of an outlet as a whole. The reader judges."
)


def articles(comparison: Comparison) -> Iterator[Piece]:
    """Yield what was compared."""
    labels, rows = comparison.labels, []
    for article in comparison.articles:
        told = [p for p in comparison.passages if p.article == article.id and p.aligned]
        facts = (labels[article.id], article.title, article.raw.author, (article.raw.published or "")[:10])
        out = taken_out(article, len(returned(comparison.event, article)))
        rows.append(tuple(cell(v) for v in (*facts, sum(p.words for p in told), len(told), out or "nothing")))
    names = ("source", "headline", "author", "published", "words", "passages", "taken out")
    yield Grid("The articles that were compared", names, tuple(rows))


def headline_findings(comparison: Comparison) -> Iterator[Piece]:
    """Yield the strongest findings with their evidence."""
    found = findings(comparison)
    if not found:
        yield Words(
            "The sources cannot be told apart with this much text: no difference is larger than chance makes it."
        )
    for finding in found:
        yield Found(finding.text, side_by_side(comparison, finding.passages))
    yield Words("Differences are shown, not judged. Gaps come with their 95 % interval.", quiet=True)


def story_points(comparison: Comparison) -> Iterator[Piece]:
    """Yield each story point in its sources' columns, and what one source alone tells."""
    yield Words("Words that another source uses here, too, are marked.", quiet=True)
    for number, point in enumerate(comparison.points, 1):
        passages = side_by_side(comparison, point.passages, absent="Not told by")
        yield Reading(f"{number} · {point.label}", passages, f"point-{point.id}")
    if comparison.alone:
        alone = side_by_side(comparison, [p.id for p in comparison.alone], marking="nothing")
        yield Reading("Told by one source only", alone, "alone")


def wording(comparison: Comparison) -> Iterator[Piece]:
    """Yield the terms that stand out, and what one source says in another's place."""
    yield from _drawn(comparison, "wording")
    if len(comparison.swaps):
        sides = {
            "left_source": "source",
            "left_words": "says",
            "right_source": "the other",
            "right_words": "says there",
        }
        table = comparison.swaps.head(MOST_SWAPS)
        yield grid("What one source says in place of another's words", table, {"kind": "kind"} | sides)


def tone(comparison: Comparison) -> Iterator[Piece]:
    """Yield tone on each story point, and the gaps split in two."""
    yield from _drawn(comparison, "tone")
    yield from _drawn(comparison, "split")


def removed(comparison: Comparison) -> Iterator[Piece]:
    """Yield what was taken out, by which rule or by hand."""
    labels = comparison.labels
    rows = tuple((labels[a.id], r.rule, r.reason, cell(r.text)) for a in comparison.articles for r in a.removed)
    if not rows:
        yield Words("Nothing was taken out of these articles.")
        return
    yield Grid("Taken out", ("source", "rule", "what it takes out", "text"), rows)


def judgements(comparison: Comparison) -> Iterator[Piece]:
    """Yield what people said about pairs of passages."""
    if not comparison.judgements:
        yield Words("Nobody has overruled or confirmed a match.")
        return
    said = [
        (*(f"{p.source}: {p.text}" for p in (comparison.by_id[j.left], comparison.by_id[j.right])), j.verdict, j.coder)
        for j in sorted(comparison.judgements, key=lambda j: (j.time.timestamp(), j.left, j.right))
        if {j.left, j.right} <= comparison.by_id.keys()
    ]
    yield Words("What a person said wins over the program.", quiet=True)
    yield Grid("Pairs of passages that were judged", ("passage", "and passage", "tell", "coder"), tuple(said))


def methods(comparison: Comparison) -> Iterator[Piece]:
    """Yield how it was done, with references, and what not to conclude."""
    told = methods_paragraph(comparison)
    yield Words(told.text)
    yield Words(f"What not to conclude. {NO_CONCLUSION}")
    yield Grid("References", ("work",), tuple((line,) for line in told.references.splitlines()))


def robustness(_comparison: Comparison, table: pd.DataFrame | None = None) -> Iterator[Piece]:
    """Yield in how many settings each finding holds, from the table that `framing.robustness.summary` returns."""
    if table is None or table.empty:
        yield Words("The findings were not asked again under other settings.")
        return
    counts = {"holds": "holds in", "share": "share", "reversed": "reversed in"}
    holds = [f"{held} of {settings}" for held, settings in zip(table["holds"], table["settings"], strict=True)]
    shown = table.assign(share=percents(table["share"].tolist()), holds=holds)
    yield Words("Each finding was asked again under other cuts, instruments, voices and cleaning.", quiet=True)
    yield grid(
        "In how many settings each finding holds", shown, {"text": "finding"} | counts | {"hangs_on": "hangs most on"}
    )


def _drawn(comparison: Comparison, name: str) -> Iterator[Picture | Words]:
    drawing = DRAWINGS[name]
    if drawing in drawable(comparison):
        yield drawing.picture(comparison)
    else:
        yield Words(f"{drawing.title}: there is nothing to draw in these articles.")


def _figure(name: str) -> Callable[[Comparison], Iterator[Piece]]:
    return lambda comparison: _drawn(comparison, name)


SECTIONS: dict[str, tuple[str, Callable[[Comparison], Iterator[Piece]]]] = {
    "articles": ("Articles", articles),
    "findings": ("What stands out", headline_findings),
    "ribbon": ("The ribbon", _figure("ribbon")),
    "emphasis": ("Emphasis", _figure("emphasis")),
    "tone": ("Tone", tone),
    "omissions": ("What is left out", _figure("omissions")),
    "wording": ("Wording", wording),
    "voices": ("Voices", _figure("voices")),
    "points": ("Story points side by side", story_points),
    "removed": ("Taken out", removed),
    "judgements": ("Judgements", judgements),
    ROBUSTNESS: ("How firmly the findings stand", robustness),
    "methods": ("How it was done", methods),
}
"""The parts of a report by name, with their headings, in their usual order."""
