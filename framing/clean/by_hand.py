"""Take paragraphs out of an article by hand, and put back what was taken out: rules first, a person's word last."""

from __future__ import annotations

from dataclasses import replace

from framing.clean import BY_HAND, clean
from framing.records import CleanArticle, Event, Removal


def returned(event: Event, cleaned: CleanArticle) -> tuple[Removal, ...]:
    """Return what the rules would take out of an article and a person put back."""
    places = {index for id, index in event.restored - event.left_out if id == cleaned.id}
    if not places:
        return ()
    untouched = clean(cleaned.raw, off=event.rules_off, left_out=event.left_out)
    return tuple(removal for removal in untouched.removed if removal.index in places)


def take_out(event: Event, cleaned: CleanArticle, place: int) -> Event:
    """Take a paragraph out: by its rule again where a person had put it back whole, and else by hand."""
    key = (cleaned.id, place)
    ruled = any(removal.index == place and removal.whole for removal in returned(event, cleaned))
    left_out = event.left_out if ruled else event.left_out | {key}
    return replace(event, restored=event.restored - {key}, left_out=left_out)


def put_back(event: Event, cleaned: CleanArticle, removal: Removal) -> Event:
    """Put back what a rule or a person took out."""
    key = (cleaned.id, removal.index)
    if removal.rule == BY_HAND.name:
        return replace(event, left_out=event.left_out - {key})
    return replace(event, restored=event.restored | {key})


def leave_to_rule(event: Event, cleaned: CleanArticle, removal: Removal) -> Event:
    """Let a rule take out again what was put back."""
    return replace(event, restored=event.restored - {(cleaned.id, removal.index)})


def told(cleaned: CleanArticle, back: int) -> str:
    """Say how much was taken out of an article, by rules and by hand, and how much of it was put back."""
    by_hand = sum(removal.rule == BY_HAND.name for removal in cleaned.removed)
    by_rule = len(cleaned.removed) - by_hand
    counts = {"removed as page furniture": by_rule, "taken out by hand": by_hand, "put back": back}
    return ", ".join(f"{count} {what}" for what, count in counts.items() if count)
