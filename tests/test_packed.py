"""The embedded model's vectors by way of texts laid end to end, held against the library's own."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from framing.embed import EMBEDDED, load_encoder
from framing.examples import example_passages
from framing.packed import AT_ONCE, LONGEST, Packed, _laid, _parts

TEXTS = ["", ".", "No.", "橋", "🌉 closed", "The bridge is closed.", "The mayor closed the bridge, " * 60, "It rained."]


@pytest.fixture(scope="module")
def folder() -> Path:
    return Path(load_encoder(EMBEDDED).place)


class TestPacked:
    def test_vectors_are_those_of_the_library(self, folder):
        from sentence_transformers import SentenceTransformer

        texts = [
            *(text for text in TEXTS if len(text) < 100),
            *(s.text for p in example_passages()[::40] for s in p.sentences),
        ]  # it cuts the long one
        library = SentenceTransformer(str(folder), device="cpu", local_files_only=True)
        expected = library.encode(texts, normalize_embeddings=True, show_progress_bar=False)
        np.testing.assert_allclose(Packed(folder, "float32").encode(texts), expected, atol=2e-6)

    @pytest.mark.parametrize("dtype", ["float32", "bfloat16"])
    def test_company_changes_no_bit(self, dtype, folder):
        packed = Packed(folder, dtype)
        texts = [*TEXTS, *(s.text for p in example_passages()[::60] for s in p.sentences)]
        together = packed.encode(texts)
        np.testing.assert_array_equal(packed.encode(texts[::-1])[::-1], together)
        np.testing.assert_array_equal(np.concatenate([packed.encode([text]) for text in texts]), together)

    def test_of_a_text_longer_than_the_model_reads_at_once_every_part_counts(self, folder):
        packed = Packed(folder, "float32")
        amounts = [f"€{number},{number * 7 % 900 + 100}.{number % 90 + 10}" for number in range(1, 121)]
        read = packed.tokenizer.encode(" ".join(amounts))
        parts = _parts(read.ids, read.word_ids)
        assert len(parts) > 2
        assert max(map(len, parts)) <= LONGEST
        assert [piece for part in parts for piece in part[1:-1]] == read.ids[1:-1]
        whole, other = packed.encode([" ".join(amounts), " ".join([*amounts[:-1], "a bridge over the river"])])
        assert np.abs(whole - other).max() > 1e-3
        mean = packed._rows(parts).mean(axis=0)
        np.testing.assert_allclose(whole, mean / np.linalg.norm(mean), atol=1e-6)

    def test_a_part_ends_where_a_word_does(self):
        words = [None, *(number // 4 for number in range(400)), None]
        parts = _parts(range(402), words)
        assert [len(part) - 2 for part in parts] == [252, 148]

    def test_no_text_gives_no_row(self, folder):
        assert Packed(folder, "float32").encode([]).shape == (0, 384)

    def test_it_does_not_wait_for_the_library(self, folder):
        script = (
            "import sys; from pathlib import Path; from framing.packed import Packed\n"
            f"Packed(Path({str(folder)!r}), 'float32').encode(['The bridge is closed.'])\n"
            "print({'transformers', 'sentence_transformers'} & set(sys.modules))"
        )
        done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True, timeout=120)
        assert done.stdout.strip() == "set()"


class TestLaid:
    @pytest.mark.parametrize("lengths", [[], [3], [5, 3, 5, 4, 3], [AT_ONCE], [AT_ONCE, AT_ONCE], [300, 700, 25, 900]])
    def test_every_text_is_laid_once_within_bounds_with_those_of_its_length(self, lengths):
        laid = list(_laid(lengths))
        assert sorted(place for some in laid for _, places in some for place in places) == list(range(len(lengths)))
        assert all(lengths[place] == length for some in laid for length, places in some for place in places)
        assert all(sum(length * len(places) for length, places in some) <= AT_ONCE for some in laid)
        assert all(len({length for length, _ in some}) == len(some) for some in laid)
