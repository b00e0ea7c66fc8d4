"""Methods: how everything is measured, how well, and where it fails."""

from __future__ import annotations

import streamlit as st

from framing.clean import DOUBLED_TITLE, REPEATED, RULES
from framing.measure import INSTRUMENTS
from pages.accuracy import instrument_accuracy, show_accuracy
from pages.reading import plain, show_text

ALIGNMENT = """
**What is aligned.** Paragraphs, called passages here. Headlines, section headings and captions are shown but not
aligned. Each passage is cut into sentences, and each sentence becomes a vector by the embedding model. A sentence
longer than the model reads is read in pieces whose mean stands for it: nothing is cut off.

**When two passages count as the same thing.** Articles on one event resemble one another everywhere, so likeness alone
says little. A logistic regression weighs features that a person can read: how alike the passages and their closest
sentences are, which rare words, names and figures they share or contradict each other in, and how far the pair stands
out among all pairs of the two articles. Its weights were fitted to links that people set between the sentences of
article pairs (ABCD-Link, CC BY 4.0) and are in `data/models/match.json`. Order is never imposed: sources may tell the
same things in any order, and one passage may match several.

**The cut.** From which probability on two passages count as a match. The default is the cut that was best on article
pairs the model had not seen; the slider on *Side by side* shows what another would cost. The *negative control* aligns
these articles with articles of other events: whatever is matched there is a mistake.

**Story points** join passages of two or more sources. A passage joins a point only if it fits the passages already
there, so that one weak match does not chain two points into one; a passage that tells two things may stand in two.
The result does not depend on the order in which the articles were added.

**Same words, same facts.** A match is called *same words* when most of the shorter passage stands in the other word for
word, as agency copy does; else it tells the *same facts* in other words. What stands in no story point one source alone
tells.

**Three and more sources.** When a third source has a passage that matches both, that speaks for the pair. How much was
chosen on the example events, not fitted: calibration, precision and recall were measured on two articles at a time.

**Your word wins.** A pair you call the same stands in one story point, a pair you call different never does. Your
judgements also move the cut for this event, as far as they speak against the default.
"""
EMPHASIS = """
Per source and story point:

- **Share of words**: words of its passages that tell the point, over all words of its aligned passages. A passage that
  stands in several points is shared equally between them.
- **First mention**: the share of its words that stand before the first of these passages.
- **Repetition**: the number of these passages.
- **Quoted**: the share of these words that stand inside quotation marks.

A source *does not tell* a point when none of its passages was matched with it. That rests on the alignment: look at
*Told by one source only* before you call it an omission, and think of when each article was published.
"""
INTERVALS = """
Each gap comes with a 95 % interval: the passages of each article are drawn again with replacement, 2,000 times, and
the middle 95 % of what comes out is the interval. It says how much the gap hangs on single passages. Few passages
vary too little when they are drawn from themselves, so the draws are stretched for small numbers; and where a story
point holds only one or two passages a side, how much passages of the whole event vary stands in for them. Where the
interval holds zero, the page says *cannot be told apart with this much text*. For tone a permutation test and a
correction for the number of comparisons (Benjamini and Hochberg) must agree before a difference is called one. The
draws are seeded by the texts, so the same articles always give the same numbers. That a source does not tell a story
point, or tells it late, is a count, not an estimate: it has no interval, and rests on the alignment.

The gap in tone between two sources is split exactly in two: **wording**, the same story points said differently, and
**selection**, different story points told or different weight given to them (Kitagawa 1955, over story points).
"""
LIMITS = """
- **A difference is not bias.** The program compares texts with one another, not with the truth.
- **Rated tone** learned from American newspaper opinion: it takes grim facts for a hostile tone. *The bridge collapsed
  and four people died* scores low in every source; compare sources on the same story point, not across points.
- **VADER** reads words one by one: *the council approved the funeral fund* sounds warm to it, *slammed the plan*
  neutral.
- **Loaded wording** misses irony, quotation marks that mock, and whatever lies in what is left out.
- **Certainty** counts words that hedge or boost: *he may resign in May* counts one hedge, as it should, but *the May
  ballot might* cannot know whose doubt it is.
- **Alignment** can join two different statements of one speaker, or part two tellings that share no name, figure or
  rare word.
- **English only.** Other languages are shown, and said to be unmeasured.
"""


def cards() -> None:
    """Show each instrument of tone: its range and direction, its source, how well it does and where it fails."""
    for instrument in INSTRUMENTS.values():
        with st.container(border=True):
            st.markdown(f"**{instrument.label}** · from {instrument.direction}")
            st.markdown(f"{instrument.measures}.")
            st.markdown(f"**How well.** {instrument_accuracy(instrument.name)}")
            st.caption(plain(f"{instrument.source}."))
            with st.expander("Where it fails, with examples"):
                for sentence, verdict in instrument.fails:
                    show_text(f"“{sentence}”")
                    st.caption(plain(f"It says: {verdict}."))


alignment, tone, emphasis, intervals, cleaning, limits = st.tabs(
    ["Alignment", "Tone", "Emphasis", "Intervals", "Cleaning", "What not to conclude"]
)
with alignment, st.container(width=760):
    st.markdown(ALIGNMENT)
    show_accuracy("alignment")
with tone, st.container(width=760):
    st.markdown("Every sentence is measured by each instrument; passages and sources are means weighted by words.")
    cards()
    show_accuracy("tone")
with emphasis, st.container(width=760):
    st.markdown(EMPHASIS)
with intervals, st.container(width=760):
    st.markdown(INTERVALS)
with cleaning, st.container(width=760):
    st.markdown(
        "Cleaning takes out whole paragraphs by these rules. *Articles* lists each removal; you can put it back."
    )
    rules = [{"rule": rule.name, "what it takes out": rule.reason} for rule in (*RULES, DOUBLED_TITLE, REPEATED)]
    st.table(rules, hide_index=True)
with limits, st.container(width=760):
    st.markdown(LIMITS)
