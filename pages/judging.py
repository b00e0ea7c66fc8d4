"""Judging: confirm or reject the matches of a story point, add to it, split it, merge it with another."""

from __future__ import annotations

import html
from collections.abc import Iterable
from datetime import UTC, datetime
from itertools import combinations

import streamlit as st

from framing.align import FLOOR, agreement, default_cut, judge, merge, split, standing
from framing.comparison import Comparison
from framing.plots.text import percent
from framing.records import Passage, StoryPoint, Verdict
from pages import focusing, session
from pages.reading import plain

MOST_PAIRS = 24


def judge_point(comparison: Comparison, point: StoryPoint) -> None:
    """Show why the passages belong together, pair by pair, with the buttons to overrule the program."""
    with st.container(key="judging"):
        st.header("Do these tell the same thing?", anchor=False)
        focusing.go("judging")
    verdicts = standing(comparison.judgements)
    pairs = _pairs(comparison, point)
    pending = next((i for i, (a, b) in enumerate(pairs) if (a.id, b.id) not in verdicts), None)
    keys = (
        "S says same, D says different for the pair marked with an arrow" if pending is not None else "All are judged"
    )
    st.caption(f"What you say always wins. {keys}; U takes your last word back.")
    # In a popover, so that the field is left before S, D and U are pressed.
    with st.popover(f"Coder: {plain(_coder())}", icon=":material/person:"):
        st.text_input("Your name, kept with your judgements", key="coder", persist_state="session", max_chars=60)
    with st.container(key="pairs"):
        for number, (left, right) in enumerate(pairs[:MOST_PAIRS]):
            _show_pair(comparison, left, right, verdicts.get((left.id, right.id)), current=number == pending)
    if len(pairs) > MOST_PAIRS:
        st.caption(f"{len(pairs) - MOST_PAIRS} more pairs follow when these are judged.")
    _change_members(comparison, point)


def check(point: str) -> None:
    """Show one story point, and go to the question whether its passages tell the same thing."""
    session.show_point(point)
    focusing.ask_for("judging")


def show_agreement(comparison: Comparison) -> None:
    """Say how far the program agrees with the judgements so far, and list them to be taken back.

    Agreement is measured at the cut without them: the one that they moved would flatter the program.
    """
    chosen = session.work().cut
    cut = default_cut() if chosen is None else chosen
    measured = agreement(session.prepared().scores, comparison.judgements, cut=cut)
    low, high = measured.interval
    with st.container(horizontal=True, vertical_alignment="center"):
        st.markdown(
            f"**{measured.judged} judged {'pair' if measured.judged == 1 else 'pairs'}.** "
            f"The program at the cut {cut:.2f} agrees with {percent(measured.share)} of them "
            f"(95 % interval {percent(low)} to {percent(high)})."
        )
        st.button("Undo", icon=":material/undo:", on_click=session.take_back, shortcut="U")
    with st.expander("Your judgements", key="judged", on_change="rerun") as listed:
        if listed.open:
            _list_judgements(comparison)


def _list_judgements(comparison: Comparison) -> None:
    known = comparison.by_id
    for (left, right), verdict in standing(comparison.judgements).items():
        if left not in known or right not in known:
            continue  # of an article that was removed since
        words, button = st.columns([8, 1.4], vertical_alignment="center")
        one, other = known[left], known[right]
        words.html(
            f"<p class='fr-plain'><b>{verdict}</b>: <b>{html.escape(one.source)}</b> {_opening(one)} — "
            f"<b>{html.escape(other.source)}</b> {_opening(other)}</p>"
        )
        button.button(
            f"Take back :small[{plain(f'{one.source} and {other.source}')}]",
            key=f"back-{left}-{right}",
            on_click=session.take_back_pair,
            args=(left, right),
        )


def _pairs(comparison: Comparison, point: StoryPoint) -> list[tuple[Passage, Passage]]:
    """Return the pairs of different articles in a point, those the program is least sure of first."""
    members = sorted((comparison.by_id[id] for id in point.passages), key=lambda p: p.id)
    pairs = [(a, b) for a, b in combinations(members, 2) if a.article != b.article]
    scores = session.prepared().scores
    return sorted(pairs, key=lambda pair: (scores.probability(pair[0].id, pair[1].id), pair[0].id, pair[1].id))


def _show_pair(
    comparison: Comparison, left: Passage, right: Passage, verdict: Verdict | None, *, current: bool
) -> None:
    scores = comparison.scores or session.prepared().scores  # the comparison's name no outlet while names are hidden
    match = scores.judged(left.id, right.id)
    first, second = sorted((left, right), key=lambda p: comparison.sources.index(p.source))
    reasons = "; ".join(match.reasons)
    if match.probability < comparison.cut:
        reasons = f"weak by itself, joined through the others; {reasons}"
    likely = percent(match.probability) if match.probability else f"under {percent(FLOOR)}"
    said = f"{likely}, {match.relation}" + (f"; you said: {verdict}" if verdict else "")
    carrying = dict(zip((left.id, right.id), match.sentences, strict=True))
    with st.container(border=current):
        words, same, different = st.columns([8, 1.1, 1.3], vertical_alignment="center")
    words.html(
        f"<p class='fr-plain'>{'➜ ' if current else ''}"
        f"<b>{html.escape(first.source)}</b> {_sentence(first, carrying[first.id])} — "
        f"<b>{html.escape(second.source)}</b> {_sentence(second, carrying[second.id])}<br>"
        f"<span class='fr-note'>{html.escape(said)} · {html.escape(reasons)}</span></p>"
    )
    pair = plain(f"{first.source} and {second.source}")
    for place, label, icon in ((same, "Same", "check"), (different, "Different", "close")):
        place.button(
            f"{label} :small[{pair}]",
            key=f"{label}-{left.id}-{right.id}",
            icon=f":material/{icon}:",
            on_click=_say,
            args=(left.id, right.id, label.lower()),
            shortcut=label[0] if current else None,
            width="stretch",
        )


def _change_members(comparison: Comparison, point: StoryPoint) -> None:
    add, part, join = st.columns(3, gap="medium")
    strangers = {p.id: p for p in comparison.passages if p.aligned and p.id not in point.passages}
    others = {p.id: p for p in comparison.points if p.id != point.id}
    members = {id: comparison.by_id[id] for id in point.passages}
    with add:
        added = st.selectbox(
            "Add a passage",
            _nearest(point, strangers),
            index=None,
            format_func=lambda id: _named(strangers[id]),
            placeholder="the likeliest first",
            key=f"add-{point.id}",
        )
        st.button("Add", key=f"adding-{point.id}", disabled=added is None, on_click=_add, args=(point, added))
    with part:
        parted = st.multiselect(
            "Split off passages", list(members), format_func=lambda id: _named(members[id]), key=f"part-{point.id}"
        )
        whole = not parted or len(parted) == len(members)
        st.button("Split", key=f"parting-{point.id}", disabled=whole, on_click=_split, args=(point, parted))
    with join:
        joined = st.selectbox(
            "Merge with another story point",
            list(others),
            index=None,
            format_func=lambda id: others[id].label,
            key=f"join-{point.id}",
        )
        st.button(
            "Merge", key=f"joining-{point.id}", disabled=not joined, on_click=_merge, args=(point, others.get(joined))
        )


def _say(left: str, right: str, verdict: Verdict) -> None:
    session.judge([judge(left, right, verdict, coder=_coder(), time=datetime.now(UTC))])


def _add(point: StoryPoint, added: str) -> None:
    """A passage that is added tells the same as every passage of the point that stands in another article."""
    by_id = session.comparison().by_id
    now = datetime.now(UTC)
    others = [id for id in point.passages if by_id[id].article != by_id[added].article]
    session.judge([judge(id, added, "same", coder=_coder(), time=now) for id in others])


def _split(point: StoryPoint, parted: list[str]) -> None:
    rest = [id for id in point.passages if id not in parted]
    session.judge(split(point, [parted, rest], coder=_coder(), time=datetime.now(UTC)))


def _merge(point: StoryPoint, other: StoryPoint) -> None:
    session.judge(merge([point, other], coder=_coder(), time=datetime.now(UTC)))


def _coder() -> str:
    return str(st.session_state.get("coder") or "").strip() or "unnamed"


def _nearest(point: StoryPoint, strangers: Iterable[str]) -> list[str]:
    """Sort passages by the highest probability with a member of the point."""
    scores = session.prepared().scores

    def likeliest(id: str) -> float:
        return max(scores.probability(min(id, m), max(id, m)) for m in point.passages)

    return sorted(strangers, key=lambda id: (-likeliest(id), id))


def _sentence(passage: Passage, index: int) -> str:
    """Return the sentence of a passage that carries the match, escaped."""
    return html.escape(f"“{passage.sentences[index].text}”")


def _opening(passage: Passage) -> str:
    words = passage.text.split()
    return html.escape(f"“{' '.join(words[:9])}{' …' if len(words) > 9 else ''}”")


def _named(passage: Passage) -> str:
    return f"{passage.source}: {passage.text[:70]}"
