"""Run a sentence-transformers model over texts in batches of a few fixed shapes.

A processor adds up numbers in an order that depends on the shape of what it is given. With fixed shapes the vector of a
text is the same to the last bit whatever it is encoded with, also in bfloat16, where the order would show: so a vector
that was kept and one that is computed anew agree, and nothing depends on what else is in the event.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

import numpy as np

from framing.records import Vectors

if TYPE_CHECKING:
    from sentence_transformers import SentenceTransformer

# Sentences of news have 10 to 60 word pieces; steps of eight waste a tenth of the work on padding.
LENGTHS = (*range(8, 65, 8), 80, 96, 128, 192, 256)
ROWS = 16


def run(model: SentenceTransformer, texts: Sequence[str]) -> Vectors:
    """Return one row of length 1 a text: shape (texts, dimensions). Longer texts than the model reads are cut off."""
    import torch  # here, so that `import framing` stays quick

    pieces = model.tokenizer(list(texts), truncation=True, max_length=LENGTHS[-1])["input_ids"]
    rows = np.zeros((len(texts), model.get_embedding_dimension() or 0), dtype=np.float32)
    with torch.inference_mode():
        for length, places in _batches(pieces):
            given = np.zeros((2, ROWS, length), dtype=np.int64)  # word pieces, and which of them count
            given[1, :, 0] = 1  # a row without any piece that counts would divide by zero
            for row, place in enumerate(places):
                given[0, row, : len(pieces[place])] = pieces[place]
                given[1, row, : len(pieces[place])] = 1
            ids, mask = torch.from_numpy(given)
            found = model.forward({"input_ids": ids, "attention_mask": mask})["sentence_embedding"].float()
            rows[places] = torch.nn.functional.normalize(found, dim=1)[: len(places)].numpy()
    return rows


def _batches(pieces: Sequence[Sequence[int]]) -> Iterator[tuple[int, list[int]]]:
    """Yield a length and the places of at most `ROWS` texts that fit into it."""
    fitting = defaultdict(list)
    for place, text in enumerate(pieces):
        fitting[next(length for length in LENGTHS if length >= len(text))].append(place)
    for length, places in sorted(fitting.items()):
        for start in range(0, len(places), ROWS):
            yield length, places[start : start + ROWS]
