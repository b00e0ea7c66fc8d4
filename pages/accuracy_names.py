"""What the figures of `data/accuracy.json` are called."""

from __future__ import annotations

BASELINES = {
    "minilm": "cosine alone",
    "tfidf": "TF-IDF",
    "vader": "VADER",
    "vader_neutral": "VADER without topic words",
    "vader, strength": "VADER, strength",
    "textblob": "TextBlob",
    "trafilatura": "Trafilatura",
}

GROUPS = {
    "alignment": {
        "sentences": "Sentences of other article pairs linked by people",
        "paragraphs": "Paragraphs of other article pairs linked by people",
        "ranking": "Ranking the sentences of articles of other origin",
        "pairs": "Sentence pairs rated alike by people, without their articles",
        "planted": "Passages planted in the example events",
        "control": "Passages matched with unrelated events (best: 0)",
    },
    "tone": {
        "rated": "Rated tone: sentences of newspaper editorials, 20 raters each",
        "loaded": "Loaded wording: sentences labelled biased or not by experts",
        "subjectivity": "Loaded wording, certainty and own voice together: sentences labelled subjective",
        "voice": "Own voice and quoted: paragraphs written for this project",
        "planted_loaded": "Loaded passages planted in the example events (partly in sample)",
        "toward": "Tone towards a named actor: sentences labelled by people",
        "frames_policy": "Policy frames: sentences written for this project",
        "frames_generic": "Generic news frames: sentences written for this project",
        "frames_axes": "Axes between the names of two policy frames: the same sentences",
    },
    "emphasis": {
        "omissions": "Omissions planted in the example events (in sample)",
        "leads": "What a source opens with, planted in the example events (in sample)",
    },
    "extraction": {
        "pages": "Web pages written for this project, the reader made with them",
        "later": "Web pages written when the reader was done",
    },
    "actors": {
        "held_out": "Names and who they are: paragraphs kept back from the rules",
        "tuning": "The same, on the paragraphs that the rules were tuned on",
    },
    "voices": {
        "held_out": "Quotations and their speakers: paragraphs kept back from the rules",
        "tuning": "The same, on the paragraphs that the rules were tuned on",
        "planted_speakers": "Speakers planted in the example events",
    },
}
"""By section, the groups that are shown, in this order, and on what each was measured."""
INSTRUMENT = {
    "rated": ("rated", None, "editorial sentences rated by 20 people each"),
    "vader": ("rated", "vader", "editorial sentences rated by 20 people each"),
    "vader_neutral": ("rated", "vader_neutral", "editorial sentences rated by 20 people each"),
    "loaded": ("loaded", None, "sentences that experts labelled biased or not"),
    "certainty": ("subjectivity", "certainty, strength", "sentences labelled subjective or not, its strength alone"),
}
"""Which group of tone figures tells of an instrument, as which baseline if it is one, and on what it was measured."""
NAMES = {
    "pearson": "correlation with the raters (Pearson)",
    "pearson_articles": "the same for means of articles",
    "spearman": "rank correlation (Spearman)",
    "auc": "AUC (0.5 is chance)",
    "auc_worst": "AUC of the worst axis",
    "auc_none": "AUC, sentences in a frame against sentences in none",
    "top_1": "right frame in first place",
    "top_3": "right frame among the first three",
    "share": "among the three most loaded of their source",
    "possible": "the most that this can be: some sources have four or five planted",
    "share_of_planted": "among as many of the most loaded as are planted in their source, at least three",
    "macro_f1": "macro F1",
    "f1": "F1",
    "f1_held_out": "F1 on the half held out while rules were made",
    "kind": "right kind: person, organisation or place",
    "bcubed": "joined identities, B-cubed F1",
    "bcubed_precision": "the same, precision",
    "bcubed_recall": "the same, recall",
    "average_precision": "average precision",
    "precision": "precision",
    "recall": "recall",
    "best_f1": "F1 at the best cut",
    "calibration_error": "calibration error (best: 0)",
    "precision_at_1": "right in first place",
    "recall_at_3": "found among the first three",
    "recall_at_5": "found among the first five",
    "mrr": "mean reciprocal rank",
    "direct_f1": "quotations in marks, F1",
    "indirect_f1": "reported clauses, F1",
    "speaker": "right speaker",
    "found": "share found",
    "found_or_named": "share found, or the missing facts named",
    "false_per_event": "false ones an event (best: 0)",
    "matched": "mean share matched",
    "worst": "largest share matched",
}
COUNTS = ("planted", "sentences", "passages", "axes", "pairs", "article_pairs", "targets", "paragraphs", "events")
