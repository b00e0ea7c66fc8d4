import numpy as np

from framing.measure.subjective import subjective


def test_own_hot_words_are_more_subjective_than_quoted_plain_ones() -> None:
    texts = ["It is clearly a disgrace.", "“It is clearly a disgrace,” he said."]
    own, quoted = subjective(texts, np.array([0.8, 0.8]))
    assert own > quoted
    plain, hot = subjective(["Rain fell.", "Rain fell."], np.array([0.1, 0.9]))
    assert hot > plain
