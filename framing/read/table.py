"""Tables with an article a row -> articles, by a mapping of columns that a user can change."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from framing.read.columns import FIELDS, Field, Mapped, guess, profile_of, unseen
from framing.read.dates import is_month_first, iso, mixed
from framing.read.document import Document
from framing.read.errors import ReadError
from framing.read.text import paragraphs_of
from framing.records import Article, Paragraph

MAX_ROWS = 5_000
"""Articles that one table may hold; comparing more than some hundred in one event makes no sense."""
_MAX_EXTRA = 300  # characters of a column that no field uses and that is kept all the same, such as an id
_EVENT_FILE_KEYS = {*FIELDS, "outlet", "date", "paragraphs", "kinds"}


@dataclass(frozen=True, slots=True)
class Table:
    """A table as it was read, and which column holds what.

    `mapping` can be replaced: `articles_of(replace(table, mapping={"text": "Body", "title": "Headline"}))`.
    """

    name: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    mapping: Mapped = field(default_factory=dict, hash=False)

    def column(self, name: Field) -> list[str]:
        """Return the cells of a field's column, or empty texts where the table has none."""
        column = self.mapping.get(name)
        at = self.columns.index(column) if column in self.columns else None
        return ["" if at is None else row[at] for row in self.rows]

    @property
    def links(self) -> list[str]:
        """The web addresses in the table's column of links."""
        return [cell.strip() for cell in self.column("url") if cell.strip().lower().startswith(("http://", "https://"))]

    @property
    def unseen(self) -> tuple[Field, ...]:
        """Which of headline and date no column was recognised for, though one that is left over seems to hold it."""
        guessed = self.mapping == guess(self.columns, self.rows)  # what a user chose is as it should be
        return unseen(self.columns, self.rows, self.mapping) if guessed else ()


class ColumnsError(ReadError):
    """A table without a column of texts; `table` can be mapped by hand, and its links may be all there is."""

    def __init__(self, table: Table, reason: str) -> None:
        """Keep the table beside the reason."""
        super().__init__(table.name, reason)
        self.table = table


def table_of(columns: Sequence[str], rows: Sequence[Sequence[str]], name: str, mapping: Mapped | None = None) -> Table:
    """Return a table with a name for each column, rows as long as them, and a mapping, guessed if none is given."""
    if len(rows) > MAX_ROWS:
        raise ReadError(name, f"it has more than {MAX_ROWS:,} rows; keep the rows of one event, or of a few")
    width = max((len(columns), *map(len, rows)), default=0)
    names: list[str] = []
    for number in range(width):
        given = columns[number].strip() if number < len(columns) else ""
        label = given or f"column {number + 1}"
        names.append(label if label not in names else f"{label} ({number + 1})")
    padded = tuple(tuple(row) + ("",) * (width - len(row)) for row in rows)
    if mapping is None:
        return Table(name, tuple(names), padded, guess(names, padded))
    unknown = [column for column in mapping.values() if column not in names]
    if unknown:
        raise ReadError(name, f"it has no column {unknown[0]!r}; its columns are {', '.join(names)[:300]}")
    return Table(name, tuple(names), padded, mapping)


def articles_of(table: Table) -> tuple[tuple[Article, ...], tuple[str, ...]]:
    """Return a table's articles, and notes on rows that were left out.

    Raises ColumnsError where no column holds texts, and ReadError where all of its rows are empty.
    """
    if "text" not in table.mapping:
        raise ColumnsError(table, _no_text(table))
    empty = 0
    undated: list[str] = []
    unnamed: list[str] = []
    articles = []
    month_first = is_month_first(table.column("published"))
    for number, row in enumerate(_rows(table), 1):
        paragraphs = tuple(Paragraph(p) for p in paragraphs_of(row["text"]))
        if not any(c.isalnum() for p in paragraphs for c in p.text):
            empty += 1
            continue
        published = iso(row["published"], day_first=not month_first)
        undated += [row["published"]] if row["published"].strip() and not published else []
        source = row["source"].strip()[:80] or _host(row["url"])
        if not source:
            source = f"Article {number}"
            unnamed.append(source)
        made = Document(
            paragraphs,
            title=" ".join(row["title"].split()),
            author=row["author"].strip() or None,
            published=published,
            url=row["url"].strip() or None,
        ).article(source, f"{table.name}, row {number}")
        articles.append(_with_rest(made, table, number - 1))
    if not articles:
        raise ReadError(table.name, f"the column {table.mapping['text']!r} holds no text; name another column")
    return tuple(articles), tuple(_notes(table, empty, undated, unnamed))


def _rows(table: Table) -> Iterator[Mapping[Field, str]]:
    columns = {name: table.column(name) for name in FIELDS}
    for number in range(len(table.rows)):
        yield {name: cells[number] for name, cells in columns.items()}


def _with_rest(article: Article, table: Table, number: int) -> Article:
    """Keep the short cells that no field uses, such as ids, as an event file's unknown keys are kept."""
    used = set(table.mapping.values())
    cells = zip(table.columns, table.rows[number], strict=True)
    rest = {c: v for c, v in cells if c not in used and c.lower() not in _EVENT_FILE_KEYS and 0 < len(v) <= _MAX_EXTRA}
    return Article(
        article.source, article.paragraphs, article.title, article.author, article.published, article.url, extra=rest
    )


def _notes(table: Table, empty: int, undated: Sequence[str], unnamed: Sequence[str]) -> Iterator[str]:
    if table.unseen:
        named = " and ".join("headline" if field == "title" else "date" for field in table.unseen)
        yield f"{table.name}: no column for {named} was recognised: choose it under “Columns of {table.name}”."
    if empty:
        rows = "1 row has" if empty == 1 else f"{empty} rows have"
        yield f"{table.name}: {rows} no text and {'was' if empty == 1 else 'were'} left out."
    if both := mixed(table.column("published")):
        yield (
            f"{table.name}: dates stand in it with the day first ({both[0]}) and with the month first ({both[1]}); one "
            "that can be read both ways is read day first, so look at them."
        )
    if undated:
        yield f"{table.name}: {undated[0][:40]!r} is not a date that can be read, so it was left out."
    if unnamed:
        rows = "1 row names" if len(unnamed) == 1 else f"{len(unnamed)} rows name"
        what = f"{rows} no source" if "source" in table.mapping else "no column names the sources"
        named = "its article is" if len(unnamed) == 1 else "the articles are"
        listed = ", ".join(unnamed[:3]) + (" and so on" if len(unnamed) > 3 else "")
        yield f"{table.name}: {what}, so {named} called {listed}; name the outlets, or the column that does."


def _no_text(table: Table) -> str:
    profile = profile_of(table.columns)
    whose = f" (it looks like an export of {profile.name})" if profile else ""
    if table.links:
        links = "1 link" if len(table.links) == 1 else f"{len(table.links)} links"
        return (
            f"it holds {links} and no texts{whose}; add the links themselves, in the column "
            f"{table.mapping['url']!r}, or name the column that holds the texts"
        )
    return f"no column of it holds articles' texts; name the one that does, out of {', '.join(table.columns)[:300]}"


def _host(url: str) -> str:
    try:
        return (urlsplit(url.strip()).hostname or "").removeprefix("www.")
    except ValueError:
        return ""
