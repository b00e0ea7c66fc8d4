"""Compute the vectors of the example events that come with the program: `python -m framing.examples`.

Run it after a change to an example's text or to how sentences are cut; a test fails until then.
"""

from __future__ import annotations

from dataclasses import replace

from framing.cache import save_example_vectors
from framing.clean import clean
from framing.embed import EMBEDDED, encode, load_encoder, windows_of
from framing.read import open_example
from framing.records import Passage
from framing.resources import example_events
from framing.segment import segment


def example_passages() -> list[Passage]:
    """Return the passages of all example events."""
    articles = [a for name in example_events() for a in open_example(name).articles]
    return [p for a in articles for p in segment(clean(a))]


def main() -> None:
    """Encode every sentence of the examples and write the file."""
    encoder = replace(load_encoder(EMBEDDED), dtype="float32")  # they serve on every processor
    texts = {w for p in example_passages() for s in p.sentences for w in windows_of(s.text)}
    save_example_vectors(encode(texts, encoder), encoder.sha256)


if __name__ == "__main__":
    main()
