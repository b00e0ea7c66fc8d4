"""Run the embedded model, a BERT, over texts laid end to end, so that no word piece is there only to fill a batch.

A library's batch is a rectangle that short texts are padded to fill: for sentences of 10 to 60 word pieces a fifth of
the work, even where they are sorted. Here every row of a product is a word piece; only attention looks at texts, those
of one length at once. The vectors are those of the sentence-transformers library, in float32 to 2e-6. The library is
not needed for it: importing it takes three times as long as importing all that is used here.

A row of a product does not depend on the rows beside it, so a text's vector is the same to the last bit whatever it is
encoded with, also in bfloat16: one that was kept and one that is computed anew agree.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from framing.records import Vectors

if TYPE_CHECKING:
    from torch import Tensor

LONGEST = 256
"""Word pieces that the model reads at once, the two that stand around a text among them."""

# Large enough that calling an operation costs little beside it, small enough for the processor's cache.
AT_ONCE = 2048
# With fewer rows than this a library may multiply in another order.
LEAST = 16

Laid = list[tuple[int, list[int]]]
"""Texts laid end to end: for each length, in word pieces, the places of the texts that have it."""


Pair = tuple["Tensor", "Tensor"]
"""The weights and the biases of a product, or of a norm."""


class Layer(NamedTuple):
    """A layer's products, the three that open it joined into one, and its two norms, in the order they are used."""

    opening: Pair
    seen: Pair
    seen_norm: Pair
    wide: Pair
    narrow: Pair
    norm: Pair


class Packed:
    """A BERT in a folder, with its tokenizer, that encodes texts laid end to end in a type of number of torch's."""

    def __init__(self, folder: Path, dtype: str) -> None:
        """Load it. Raises OSError, ValueError or KeyError where the folder holds no such model."""
        import torch  # here, so that `import framing` stays quick
        from safetensors.torch import load_file
        from tokenizers import Tokenizer

        config = json.loads((folder / "config.json").read_text(encoding="utf-8"))
        stored = load_file(folder / "model.safetensors")
        weights = {name: part.to(getattr(torch, dtype)) for name, part in stored.items() if part.is_floating_point()}
        self.heads: int = config["num_attention_heads"]
        self.dimensions: int = config["hidden_size"]
        self.least: float = config["layer_norm_eps"]
        self.words, self.positions, self.kinds = (
            weights[f"embeddings.{name}_embeddings.weight"] for name in ("word", "position", "token_type")
        )
        self.first_norm = _pair(weights, "embeddings.LayerNorm")
        self.layers = [_layer(weights, f"encoder.layer.{number}") for number in range(config["num_hidden_layers"])]
        self.tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
        self.tokenizer.no_padding()
        self.tokenizer.no_truncation()

    def encode(self, texts: Sequence[str]) -> Vectors:
        """Return one row of length 1 a text, the mean of its word pieces: shape (texts, dimensions).

        A text of more than `LONGEST` is read in several parts, whose mean stands for it.
        """
        if not texts:
            return np.zeros((0, self.dimensions), dtype=np.float32)
        read = [_parts(text.ids, text.word_ids) for text in self.tokenizer.encode_batch(list(texts))]
        rows = self._rows([part for parts in read for part in parts])
        ends = np.cumsum([len(parts) for parts in read])
        return np.array([_mean(rows[end - len(parts) : end]) for end, parts in zip(ends, read, strict=True)])

    def _rows(self, pieces: Sequence[Sequence[int]]) -> Vectors:
        """Return one row a list of word pieces, of `LONGEST` at most."""
        import torch  # here, so that `import framing` stays quick

        vectors = np.zeros((len(pieces), self.dimensions), dtype=np.float32)
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
        rows = self.words[ids] + self.kinds[torch.zeros_like(ids)] + self.positions[order]
        rows = self._norm(rows, self.first_norm)
        for layer in self.layers:
            seen = _attention(functional.linear(rows, *layer.opening), laid, self.heads)
            rows = self._norm(functional.linear(seen, *layer.seen) + rows, layer.seen_norm)
            wide = functional.gelu(functional.linear(rows, *layer.wide))
            rows = self._norm(functional.linear(wide, *layer.narrow) + rows, layer.norm)
        return rows

    def _norm(self, rows: Tensor, norm: Pair) -> Tensor:
        from torch.nn import functional

        return functional.layer_norm(rows, (self.dimensions,), *norm, self.least)


def _layer(weights: Mapping[str, Tensor], name: str) -> Layer:
    import torch

    three = [_pair(weights, f"{name}.attention.self.{part}") for part in ("query", "key", "value")]
    joined = (torch.cat([weight for weight, _ in three]), torch.cat([bias for _, bias in three]))
    seen, seen_norm = (_pair(weights, f"{name}.attention.output.{part}") for part in ("dense", "LayerNorm"))
    wide, narrow = (_pair(weights, f"{name}.{part}.dense") for part in ("intermediate", "output"))
    return Layer(joined, seen, seen_norm, wide, narrow, _pair(weights, f"{name}.output.LayerNorm"))


def _pair(weights: Mapping[str, Tensor], name: str) -> Pair:
    return weights[f"{name}.weight"], weights[f"{name}.bias"]


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


def _parts(pieces: Sequence[int], words: Sequence[int | None]) -> list[Sequence[int]]:
    """Cut a text's word pieces into runs that the model can read, each of whole words, with what stands around a text.

    `words` is the number of the word that each piece belongs to.
    """
    if len(pieces) <= LONGEST:
        return [pieces]
    parts: list[Sequence[int]] = []
    start, end = 1, len(pieces) - 1
    while start < end:
        most = stop = min(start + LONGEST - 2, end)
        while start < stop < end and words[stop] == words[stop - 1]:
            stop -= 1
        stop = stop if stop > start else most  # one word without end
        parts.append([pieces[0], *pieces[start:stop], pieces[-1]])
        start = stop
    return parts


def _mean(rows: Vectors) -> Vectors:
    """Return the mean of rows of length 1, brought to length 1; a single one stays what it is."""
    if len(rows) == 1:
        return np.asarray(rows[0])
    mean = rows.mean(axis=0)
    return np.asarray(mean / np.linalg.norm(mean))


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
