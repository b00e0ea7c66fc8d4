"""The actors of an event, from its passages."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence

from framing.measure.actors.collect import collect
from framing.measure.actors.descriptions import described
from framing.measure.actors.found import Actor, Mention
from framing.measure.actors.join import joined
from framing.records import Passage, by_id


def actors(passages: Sequence[Passage]) -> tuple[Actor, ...]:
    """Return every actor of an event, joined across its articles, the one with most mentions first.

    No two have the same name; the order in which the articles were added changes nothing.
    """
    ordered = sorted(passages, key=lambda p: (p.source, p.article, p.index))
    identities = joined(collect(ordered))
    taken = Counter(identity.called for identity in identities)
    described_by: defaultdict[int, list[Mention]] = defaultdict(list)
    for identity, mention in described(ordered, identities):
        described_by[id(identity)].append(mention)
    order = {p.id: n for n, p in enumerate(ordered)}
    found = []
    for i in identities:
        mentions = [Mention(n.passage.id, n.start, n.end, n.text, "name") for n in i.names] + described_by[id(i)]
        mentions.sort(key=lambda m: (order[m.passage], m.start))
        name = f"{i.called} ({i.kind})" if taken[i.called] > 1 else i.called
        found.append(Actor(name, i.kind, tuple(mentions)))
    return tuple(sorted(found, key=lambda actor: (-len(actor.mentions), actor.name)))


def shared_actors(actors: Sequence[Actor], passages: Sequence[Passage], *, least: int = 4) -> tuple[Actor, ...]:
    """Return the actors that two sources or more mention, together at least `least` times, in the order given."""
    source = {id: passage.source for id, passage in by_id(passages).items()}
    return tuple(
        actor
        for actor in actors
        if len(actor.mentions) >= least and len({source[m.passage] for m in actor.mentions}) > 1
    )
