"""The instruments that tone is measured with: what each measures, in which range and direction, and whose it is."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Instrument:
    """One way to put a number on how a sentence is worded.

    `low` and `high` are the ends of its range and `direction` says them in words. `everywhere` is False where most
    sentences have no score: attribution is measured only where somebody is said to have spoken. `teller` is True where
    what is measured are the outlet's own words even beside quoted ones: it chooses the verb that reports.
    `fails` are sentences written for this project that it gets wrong, each with what it says of them.
    """

    name: str
    label: str
    low: float
    high: float
    direction: str
    source: str
    measures: str
    fails: tuple[tuple[str, str], ...]
    everywhere: bool = True
    teller: bool = False


_ALL = (
    Instrument(
        "rated",
        "Rated tone",
        -4.0,
        4.0,
        "−4 hostile … +4 favourable",
        "Quadratic ridge regression on sentence embeddings and VADER; fitted on 3,197 newspaper editorial sentences "
        "rated by 20 people each (Hutto & Gilbert 2014, MIT)",
        "How negative or positive readers would find the sentence",
        (
            ("Forty people were killed when the ferry sank.", "hostile, though it is the event that is grim"),
            ("What a wonderful idea to close the only hospital in the valley.", "favourable: it misses irony"),
            ("The firm won dozens of prizes for its landmines.", "favourable: it hears the prizes"),
        ),
    ),
    Instrument(
        "vader",
        "VADER",
        -1.0,
        1.0,
        "−1 negative … +1 positive",
        "Hutto & Gilbert 2014, vaderSentiment 3.3, MIT",
        "Negative and positive words by a general list: the best known baseline, weak on news",
        (
            ("The council approved the plan by seven votes to two.", "positive, because of approved"),
            ("The minister slammed the plan.", "neutral: it does not know slammed"),
        ),
    ),
    Instrument(
        "vader_neutral",
        "VADER without topic words",
        -1.0,
        1.0,
        "−1 negative … +1 positive",
        "VADER with the words of data/lexicons/vader_topic.csv counted as neutral",
        "As VADER, but words that name what news is about (war, killed, party, security) carry no valence",
        (("The court acquitted him of all charges.", "positive; VADER with all its words calls it neutral"),),
    ),
    Instrument(
        "loaded",
        "Loaded wording",
        0.0,
        1.0,
        "0 plain … 1 loaded",
        "Own lexicon with plain counterparts, and a probe on embeddings fitted on sentence pairs written for this "
        "project (data/lexicons/loaded.csv, loaded_pairs.csv)",
        "How likely it is that the sentence takes sides or heats up where plain words were at hand; a few quoted words "
        "do not count",
        (
            ("The film was a terrifying, brilliant, heartbreaking masterpiece.", "loaded, though a review may praise"),
            ("He let the committee wait for eleven months.", "plain: the reproach lies in the choice of fact"),
        ),
    ),
    Instrument(
        "certainty",
        "Certainty",
        -1.0,
        1.0,
        "−1 hedged … +1 certain",
        "Own lexicon of boosters and hedges (data/lexicons/certainty.csv), after Hyland 2005",
        "Whether the sentence speaks with more boosters (clearly, must) or more hedges (may, reportedly)",
        (
            ("He must be at home by ten.", "certain: must is a duty here"),
            ("The senator, who has voted for every tax rise, thought of thrift.", "hedged, because of thought"),
        ),
    ),
    Instrument(
        "attribution",
        "Attribution",
        -1.0,
        1.0,
        "−1 doubting (claimed) … 0 neutral (said) … +1 endorsing (showed)",
        "Own lexicon of reporting verbs (data/lexicons/attribution.csv)",
        "Whether the verbs with which the outlet reports what others say cast doubt or lend belief; where nobody is "
        "reported there is no score",
        (
            ("The child admitted that he liked carrots.", "doubting, because of admitted, though nobody doubts it"),
            ("The mirror showed that his tie was crooked.", "endorsing, though nobody spoke"),
        ),
        everywhere=False,
        teller=True,
    ),
)

INSTRUMENTS: dict[str, Instrument] = {instrument.name: instrument for instrument in _ALL}
"""Every instrument by name, in the order in which they are shown."""
