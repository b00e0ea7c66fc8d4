import pandas as pd
import pytest

from framing.measure.toward_sources import COLUMNS, toward_sources


def mentions(*given: tuple[str, str, str, float, float]) -> pd.DataFrame:
    """Return a table of mentions from (actor, source, passage, score, quoted)."""
    rows = pd.DataFrame(given, columns=["actor", "source", "passage", "score", "quoted"])
    return rows.assign(words=1.0, sentence=0)


TABLE = mentions(
    ("Ann Lee", "Bell", "b0", 0.5, 0.0),
    ("Ann Lee", "Bell", "b0", 0.1, 0.0),
    ("Ann Lee", "Bell", "b1", -0.6, 1.0),
    ("Ann Lee", "Post", "p0", 0.2, 0.0),
    ("Tom Ray", "Post", "p0", -0.3, 0.0),
)


def test_every_mention_counts_alike() -> None:
    found = toward_sources(TABLE)
    assert list(found.columns) == COLUMNS
    rows = found.set_index(["actor", "source"])
    assert rows["mean"].to_dict() == pytest.approx({("Ann Lee", "Bell"): 0.0, ("Ann Lee", "Post"): 0.2})
    assert rows["mentions"].to_dict() == {("Ann Lee", "Bell"): 3, ("Ann Lee", "Post"): 1}
    assert rows.loc[("Ann Lee", "Bell"), "gap"] == pytest.approx(-0.2)


def test_an_actor_that_one_source_alone_names_is_left_out() -> None:
    assert set(toward_sources(TABLE)["actor"]) == {"Ann Lee"}


def test_the_voice_leaves_out_what_others_say() -> None:
    own = toward_sources(TABLE, "own").set_index("source")
    assert own.loc["Bell", "mean"] == pytest.approx(0.3)
    assert own.loc["Bell", "mentions"] == 2
    assert toward_sources(TABLE, "quoted").empty


def test_intervals_stay_on_the_scale() -> None:
    found = toward_sources(TABLE).set_index("source").loc["Bell"]
    assert -1.0 <= found["low"] <= found["mean"] <= found["high"] <= 1.0


def test_no_mentions_give_an_empty_table() -> None:
    empty = toward_sources(TABLE.head(0))
    assert empty.empty
    assert list(empty.columns) == COLUMNS
