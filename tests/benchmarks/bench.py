"""`make bench`: times as ratios within one run, the median of several rounds that take turns.

Says which figures miss what is asked of them and ends with one line of JSON.

`encode_over_plain` is passages per second over a plain `SentenceTransformer.encode`;
`compare_over_notebook` and `cached_over_notebook` are times over that of `notebook.py`; `growth_exponent` is fitted to
the time of events of 2 to 200 articles; `peak_fraction` is the share of this machine's rate of multiplying matrices
that encoding reaches; `first_view_over_hello` is the time to the first view over that of an empty Streamlit page.

Comparing counts matches with their probabilities, story points, tone of all instruments, emphasis, and beside the
notebook also the reasons for all matches. They are made when somebody reads them: `growth_exponent` and `memory_mb` are
without, for the largest event they take `reasons_seconds` more, and with them the figures are
`growth_exponent_with_reasons` and `memory_with_reasons_mb`.
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from math import inf
from statistics import median

import numpy as np
import torch
from sentence_transformers import SentenceTransformer

from framing.clean import clean
from framing.compare import conclude, prepare
from framing.comparison import Comparison
from framing.embed import embed, load_encoder
from framing.packed import LONGEST
from framing.records import Event
from framing.segment import segment
from tests.benchmarks.articles import event, model_folder
from tests.benchmarks.first_view import first_view_over_hello
from tests.benchmarks.notebook import notebook
from tests.benchmarks.pages import page_changes

SIZES = (2, 5, 10, 20, 50, 100, 200)
TARGETS = {
    "encode_over_plain": (2.0, inf),
    "peak_fraction": (0.5, inf),
    "compare_over_notebook": (0.0, 0.6),
    "cached_over_notebook": (0.0, 0.1),
    "growth_exponent": (-inf, 1.3),
    "growth_exponent_with_reasons": (-inf, 1.3),
    "memory_with_reasons_mb": (0.0, 2000.0),
    "first_view_over_hello": (0.0, 2.5),
    "page_change_seconds": (0.0, 1.0),
    "slowest_page_seconds": (0.0, 1.0),
    "first_visit_seconds": (0.0, 1.0),
    "slowest_first_visit_seconds": (0.0, 1.0),
    "slowest_tab_seconds": (0.0, 1.0),
    "cut_seconds": (0.0, 0.3),
}
"""The least and the most that a figure may be."""


def main() -> int:
    """Measure, print each figure as it comes and all of them on the last line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=5, help="rounds that take turns; the median counts")
    parser.add_argument("--largest", type=int, default=SIZES[-1], help="articles of the largest event")
    parser.add_argument("--strict", action="store_true", help="fail when a figure misses what is asked of it")
    options = parser.parse_args()
    os.environ["FRAMING_HOME"] = tempfile.mkdtemp(prefix="framing-bench-")
    load_encoder().load()
    found: dict[str, float] = {}
    for measure in (
        lambda: encoding(options.rounds),
        lambda: comparing(options.rounds),
        lambda: growing([n for n in SIZES if n <= options.largest]),
        lambda: {"first_view_over_hello": first_view_over_hello(options.rounds)},
        lambda: page_changes(options.rounds),
    ):
        figures = {name: round(value, 3) for name, value in measure().items()}
        print(json.dumps(figures), file=sys.stderr)
        found |= figures
    missing = missed(found)
    print("\n".join(missing) or "Every figure is what is asked of it.", file=sys.stderr)
    print(json.dumps(found))
    return 1 if options.strict and missing else 0


def missed(found: dict[str, float]) -> list[str]:
    """Return a sentence for each figure that was not measured or is not within its bounds."""
    sentences = []
    for name, (least, most) in TARGETS.items():
        asked = f"at most {most:g}" if most < inf else f"at least {least:g}"
        if name not in found:
            sentences.append(f"Missed: {name} was not measured; it should be {asked}.")
        elif not least <= found[name] <= most:
            sentences.append(f"Missed: {name} is {found[name]:g}; it should be {asked}.")
    return sentences


def encoding(rounds: int) -> dict[str, float]:
    """Passages per second of the program's vectors over those of the plain way, and over what the processor can do."""
    passages = [p for a in event(10, 40).articles for p in segment(clean(a)) if p.aligned]
    texts = [p.text for p in passages]
    plain = SentenceTransformer(model_folder(), device="cpu", local_files_only=True)
    encoder = load_encoder()
    ours, theirs = turns(
        rounds, lambda: embed(passages, encoder, anew=True), lambda: plain.encode(texts, show_progress_bar=False)
    )
    return {
        "passages_per_second": len(passages) / ours,
        "encode_over_plain": theirs / ours,
        "peak_fraction": operations([s.text for p in passages for s in p.sentences]) / ours / peak(),
    }


def comparing(rounds: int) -> dict[str, float]:
    """Compare ten articles of forty passages: the time over the notebook's, without and with kept vectors."""
    plain = SentenceTransformer(model_folder(), device="cpu", local_files_only=True)
    compared(event(10, 40)), notebook(plain, [["A first sentence."]])  # what is loaded at the first use is loaded
    times = []
    for seed in range(2, rounds + 2):  # no text is met twice: this process remembers what it found in one
        whole, again = event(10, 40, seed=seed), event(10, 40, seed=1000 + seed)
        told = [[p.text for p in a.paragraphs] for a in whole.articles]
        embed([p for a in again.articles for p in segment(clean(a))], load_encoder())
        cold = timed(lambda whole=whole: compared(whole).matches)
        cached = timed(lambda again=again: compared(again).matches)
        times.append((cold, cached, timed(lambda told=told: notebook(plain, told))))
    cold, cached, theirs = (median(column) for column in zip(*times, strict=True))
    return {
        "compare_seconds": cold,
        "notebook_seconds": theirs,
        "compare_over_notebook": cold / theirs,
        "cached_over_notebook": cached / theirs,
    }


def growing(sizes: list[int]) -> dict[str, float]:
    """How the time grows with the number of articles of twenty passages, their vectors kept: a fitted exponent."""
    seconds, reasons, memory, comparison = [], [], 0.0, None
    for articles in sizes:
        comparison = None  # the one before is let go first
        whole = event(articles, 20, seed=articles)  # no text is met twice, so nothing found before helps
        embed([p for a in whole.articles for p in segment(clean(a))], load_encoder())
        start = time.perf_counter()
        comparison = compared(whole)
        seconds.append(time.perf_counter() - start)
        memory = peak_memory()
        reasons.append(timed(lambda comparison=comparison: comparison.matches))
        print(f"{articles} articles of 20 passages: {seconds[-1]:.2f} s, reasons {reasons[-1]:.2f} s", file=sys.stderr)
    return {
        "growth_exponent": exponent(sizes, seconds),
        "growth_exponent_with_reasons": exponent(sizes, np.add(seconds, reasons)),
        "seconds_of_the_largest": seconds[-1],
        "reasons_seconds": reasons[-1],
        "memory_mb": memory,
        "memory_with_reasons_mb": peak_memory(),
    }


def exponent(sizes: Sequence[int], seconds: Sequence[float]) -> float:
    """Return the power of the size that the time grows with."""
    return float(np.polyfit(np.log(sizes), np.log(seconds), 1)[0])


def compared(whole: Event) -> Comparison:
    """Compare an event and make what is seen first: matches, story points, tone of all instruments, emphasis."""
    comparison = conclude(prepare(whole, encoder=load_encoder()))
    _ = comparison.emphasis  # made when it is first asked for
    return comparison


def peak_memory() -> float:
    """Return the most megabytes that this process has held so far."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e3


def operations(texts: list[str]) -> float:
    """Return the multiplications and additions that the model needs for texts without any padding."""
    model = SentenceTransformer(model_folder(), device="cpu", local_files_only=True)
    inner = model[0].auto_model
    weights = sum(p.numel() for name, p in inner.encoder.named_parameters() if p.dim() == 2)
    lengths = [len(ids) for ids in model.tokenizer(texts, truncation=True, max_length=LONGEST)["input_ids"]]
    attention = 4 * inner.config.num_hidden_layers * inner.config.hidden_size
    return float(sum(2 * weights * n + attention * n * n for n in lengths))


def peak() -> float:
    """Return the multiplications and additions a second of one large product of matrices, in the model's type."""
    dtype = getattr(torch, load_encoder().dtype)
    left, right = torch.randn(2048, 2048).to(dtype), torch.randn(2048, 2048).to(dtype)
    left @ right
    return float(2 * 2048**3 / min(timed(lambda: left @ right) for _ in range(5)))


def turns(rounds: int, *ways: Callable[[], object]) -> list[float]:
    """Return the median seconds of each way; they take turns, so that a busy spell meets them all."""
    for way in ways:
        way()
    return [median(times) for times in zip(*([timed(way) for way in ways] for _ in range(rounds)), strict=True)]


def timed(way: Callable[[], object]) -> float:
    """Return the seconds that a call takes."""
    start = time.perf_counter()
    way()
    return time.perf_counter() - start


if __name__ == "__main__":
    sys.exit(main())
