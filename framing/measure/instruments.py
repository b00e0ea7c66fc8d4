"""The instruments that tone is measured with: what each measures, in which range and direction, and whose it is."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Instrument:
    """One way to put a number on how a sentence is worded.

    `low` and `high` are the ends of its range and `direction` says them in words. `everywhere` is False where most
    sentences have no score: attribution is measured only where somebody is said to have spoken.
    """

    name: str
    label: str
    low: float
    high: float
    direction: str
    source: str
    measures: str
    everywhere: bool = True


_ALL = (
    Instrument(
        "rated",
        "Rated tone",
        -4.0,
        4.0,
        "-4 hostile … +4 favourable",
        "Ridge regression on sentence embeddings, VADER and word lists; fitted on 3,197 newspaper editorial sentences "
        "rated by 20 people each (Hutto & Gilbert 2014, MIT)",
        "How negative or positive readers would find the sentence",
    ),
    Instrument(
        "vader",
        "VADER",
        -1.0,
        1.0,
        "-1 negative … +1 positive",
        "Hutto & Gilbert 2014, vaderSentiment 3.3, MIT",
        "Negative and positive words by a general list: the best known baseline, weak on news",
    ),
    Instrument(
        "vader_neutral",
        "VADER without topic words",
        -1.0,
        1.0,
        "-1 negative … +1 positive",
        "VADER with the words of data/lexicons/vader_topic.csv counted as neutral",
        "As VADER, but words that name what news is about (war, killed, party, security) carry no valence",
    ),
    Instrument(
        "loaded",
        "Loaded wording",
        0.0,
        1.0,
        "0 plain … 1 loaded",
        "Own lexicon with neutral counterparts, and a logistic probe on embeddings fitted on sentence pairs written "
        "for this project (data/lexicons/loaded.csv, loaded_pairs.csv)",
        "How likely the sentence's wording takes sides or heats up where plain words were at hand",
    ),
    Instrument(
        "certainty",
        "Certainty",
        -1.0,
        1.0,
        "-1 hedged … +1 certain",
        "Own lexicon of boosters and hedges (data/lexicons/certainty.csv), after Hyland 2005",
        "Whether the sentence speaks with more boosters (clearly, must) or more hedges (may, reportedly)",
    ),
    Instrument(
        "attribution",
        "Attribution",
        -1.0,
        1.0,
        "-1 doubting (claimed) … 0 neutral (said) … +1 endorsing (showed)",
        "Own lexicon of reporting verbs (data/lexicons/attribution.csv)",
        "Whether the verbs that report what others say or do cast doubt or lend belief",
        everywhere=False,
    ),
)

INSTRUMENTS: dict[str, Instrument] = {instrument.name: instrument for instrument in _ALL}
"""Every instrument by name, in the order in which they are shown."""
