"""The embedded model's vectors by way of texts laid end to end, held against the library's own."""

from __future__ import annotations

import numpy as np
import pytest

from framing.embed import EMBEDDED, EMBEDDED_SHA256, TransformerEncoder, load_encoder
from framing.examples import example_passages
from framing.packed import AT_ONCE, Packed, _laid

TEXTS = ["", ".", "No.", "橋", "🌉 closed", "The bridge is closed.", "The mayor closed the bridge, " * 60, "It rained."]


@pytest.fixture(scope="module")
def exact() -> TransformerEncoder:
    return TransformerEncoder(EMBEDDED, EMBEDDED_SHA256, load_encoder(EMBEDDED).place, "float32")


class TestPacked:
    def test_vectors_are_those_of_the_library(self, exact):
        texts = [*TEXTS, *(s.text for p in example_passages()[::40] for s in p.sentences)]
        expected = exact.load().encode(texts, normalize_embeddings=True, show_progress_bar=False)
        np.testing.assert_allclose(Packed(exact.load()).encode(texts), expected, atol=2e-6)

    @pytest.mark.parametrize("dtype", ["float32", "bfloat16"])
    def test_company_changes_no_bit(self, dtype, exact):
        model = TransformerEncoder(EMBEDDED, EMBEDDED_SHA256, exact.place, dtype)
        packed = Packed(model.load())
        texts = [*TEXTS, *(s.text for p in example_passages()[::60] for s in p.sentences)]
        together = packed.encode(texts)
        np.testing.assert_array_equal(packed.encode(texts[::-1])[::-1], together)
        np.testing.assert_array_equal(np.concatenate([packed.encode([text]) for text in texts]), together)

    def test_no_text_gives_no_row(self, exact):
        assert Packed(exact.load()).encode([]).shape == (0, 384)


class TestLaid:
    @pytest.mark.parametrize("lengths", [[], [3], [5, 3, 5, 4, 3], [AT_ONCE], [AT_ONCE, AT_ONCE], [300, 700, 25, 900]])
    def test_every_text_is_laid_once_within_bounds_with_those_of_its_length(self, lengths):
        laid = list(_laid(lengths))
        assert sorted(place for some in laid for _, places in some for place in places) == list(range(len(lengths)))
        assert all(lengths[place] == length for some in laid for length, places in some for place in places)
        assert all(sum(length * len(places) for length, places in some) <= AT_ONCE for some in laid)
        assert all(len({length for length, _ in some}) == len(some) for some in laid)
