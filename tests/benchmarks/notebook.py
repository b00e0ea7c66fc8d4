"""What a user would write in a notebook instead: embed the passages, take all cosines, score each with VADER.

It finds no story point, tells nobody's voice apart and gives no interval; the program's time is held against its.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from sentence_transformers import SentenceTransformer
from vaderSentiment.vaderSentiment import SentimentIntensityAnalyzer


def notebook(
    model: SentenceTransformer, articles: Sequence[Sequence[str]]
) -> tuple[list[tuple[int, int]], list[float]]:
    """Return the pairs of passages above a fixed cosine, and each passage's VADER score."""
    passages = [text for article in articles for text in article]
    home = np.repeat(np.arange(len(articles)), [len(article) for article in articles])
    vectors = model.encode(passages)
    vectors /= np.linalg.norm(vectors, axis=1, keepdims=True)
    cosines = vectors @ vectors.T
    left, right = np.nonzero(np.triu(cosines > 0.7) & (home[:, None] != home[None, :]))
    analyzer = SentimentIntensityAnalyzer()
    tone = [analyzer.polarity_scores(text)["compound"] for text in passages]
    return list(zip(left.tolist(), right.tolist(), strict=True)), tone
