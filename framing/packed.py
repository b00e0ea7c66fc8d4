"""Run the embedded model, a BERT, over texts laid end to end, so that no word piece is there only to fill a batch.

A library's batch is a rectangle that short texts are padded to fill: for sentences of 10 to 60 word pieces a fifth of
the work, even where they are sorted. Here every row of a product is a word piece; only attention looks at texts, those
of one length at once. The weights are those of the loaded sentence-transformers model, and so are the vectors in
float32, to 2e-6.

A row of a product does not depend on the rows beside it, so a text's vector is the same to the last bit whatever it is
encoded with, also in bfloat16: one that was kept and one that is computed anew agree.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np

from framing.records import Vectors

if TYPE_CHECKING:
    from sentence_transformers import SentenceTransformer
    from torch import Tensor
    from torch.nn import Module

LONGEST = 256
"""Word pieces that the model reads of a text; what is beyond them is cut off."""

# Large enough that calling an operation costs little beside it, small enough for the processor's cache.
AT_ONCE = 2048
# With fewer rows than this a library may multiply in another order.
LEAST = 16

Laid = list[tuple[int, list[int]]]
"""Texts laid end to end: for each length, in word pieces, the places of the texts that have it."""


class Layer(NamedTuple):
    """A layer's products, the three that open it joined into one, and its two norms, in the order they are used."""

    opening: tuple[Tensor, Tensor]
    seen: Module
    seen_norm: Module
    wide: Module
    narrow: Module
    norm: Module


class Packed:
    """A loaded BERT that encodes texts laid end to end."""

    def __init__(self, model: SentenceTransformer) -> None:
        self.tokenizer = model.tokenizer
        transformer: Any = model[0]
        bert: Module = transformer.auto_model
        names = ("word_embeddings", "position_embeddings", "token_type_embeddings", "LayerNorm")
        self.words, self.positions, self.kinds, self.first_norm = (
            bert.get_submodule(f"embeddings.{name}") for name in names
        )
        config: Any = bert.config
        self.layers = [_layer(bert, number) for number in range(config.num_hidden_layers)]
        self.heads: int = config.num_attention_heads
        self.dimensions: int = config.hidden_size

    def encode(self, texts: Sequence[str]) -> Vectors:
        """Return one row of length 1 a text, the mean of its word pieces: shape (texts, dimensions)."""
        import torch  # here, so that `import framing` stays quick

        if not texts:
            return np.zeros((0, self.dimensions), dtype=np.float32)
        pieces = self.tokenizer(list(texts), truncation=True, max_length=LONGEST)["input_ids"]
        vectors = np.zeros((len(texts), self.dimensions), dtype=np.float32)
        with torch.inference_mode():
            for laid in _laid([len(text) for text in pieces]):
                places = [place for _, same in laid for place in same]
                ids = torch.tensor([id for place in places for id in pieces[place]])
                vectors[places] = _means(self._read(ids, laid), laid).numpy()
        return vectors

    def _read(self, ids: Tensor, laid: Laid) -> Tensor:
        """Return what the last layer makes of word pieces: shape (at least pieces, dimensions)."""
        import torch
        from torch.nn import functional

        order = torch.cat([torch.arange(length).repeat(len(places)) for length, places in laid])
        missing = (0, max(LEAST - len(ids), 0))  # rows at the end that nobody looks at
        ids, order = functional.pad(ids, missing), functional.pad(order, missing)
        rows: Tensor = self.first_norm(self.words(ids) + self.kinds(torch.zeros_like(ids)) + self.positions(order))
        for layer in self.layers:
            seen = _attention(functional.linear(rows, *layer.opening), laid, self.heads)
            rows = layer.seen_norm(layer.seen(seen) + rows)
            rows = layer.norm(layer.narrow(functional.gelu(layer.wide(rows))) + rows)
        return rows


def _layer(bert: Module, number: int) -> Layer:
    import torch

    def part(name: str) -> Module:
        return bert.get_submodule(f"encoder.layer.{number}.{name}")

    three = [part(f"attention.self.{name}").state_dict() for name in ("query", "key", "value")]
    joined = (torch.cat([each["weight"] for each in three]), torch.cat([each["bias"] for each in three]))
    return Layer(
        joined,
        part("attention.output.dense"),
        part("attention.output.LayerNorm"),
        part("intermediate.dense"),
        part("output.dense"),
        part("output.LayerNorm"),
    )


def _attention(rows: Tensor, laid: Laid, heads: int) -> Tensor:
    """Let the word pieces of each text look at each other; `rows` holds query, key and value of each, side by side."""
    import torch
    from torch.nn.functional import scaled_dot_product_attention

    seen = torch.zeros_like(rows[:, : rows.shape[1] // 3])
    for start, length, count in _runs(laid):
        part = slice(start, start + length * count)
        query, key, value = rows[part].view(count, length, 3, heads, -1).permute(2, 0, 3, 1, 4)
        found = scaled_dot_product_attention(query, key, value)
        seen[part] = found.transpose(1, 2).reshape(length * count, -1)
    return seen


def _means(rows: Tensor, laid: Laid) -> Tensor:
    """Return the mean of each text's word pieces, of length 1: shape (texts, dimensions)."""
    import torch
    from torch.nn.functional import normalize

    runs = [
        rows[start : start + length * count].view(count, length, -1).float().mean(dim=1)
        for start, length, count in _runs(laid)
    ]
    return normalize(torch.cat(runs), dim=1)


def _laid(lengths: Sequence[int]) -> Iterator[Laid]:
    """Yield texts to lay end to end, the shortest first, of `AT_ONCE` word pieces at most."""
    some: list[int] = []
    total = 0
    for place in sorted(range(len(lengths)), key=lambda place: lengths[place]):
        if total + lengths[place] > AT_ONCE:
            yield _by_length(some, lengths)
            some, total = [], 0
        some.append(place)
        total += lengths[place]
    if some:
        yield _by_length(some, lengths)


def _by_length(places: Sequence[int], lengths: Sequence[int]) -> Laid:
    return [(length, list(same)) for length, same in groupby(places, key=lambda place: lengths[place])]


def _runs(laid: Laid) -> Iterator[tuple[int, int, int]]:
    """Yield where the texts of one length begin, that length, and how many they are."""
    start = 0
    for length, places in laid:
        yield start, length, len(places)
        start += length * len(places)
