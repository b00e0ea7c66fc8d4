"""Count which words news writes small: `python -m framing.measure.actors.fit FOLDER --date DAY`.

FOLDER is the one that holds `alignment/` and `tone/`. Writes `data/models/ordinary_words.json`; of the texts nothing is
kept but words that stand in several of them.
"""

from __future__ import annotations

import argparse
import csv
import json
from collections.abc import Iterator, Sequence
from pathlib import Path

from framing.measure.actors.casing import FILE, count_ordinary
from framing.resources import DATA


def main(arguments: Sequence[str] | None = None) -> None:
    """Read the sentences, count, and write the list."""
    parser = argparse.ArgumentParser(prog="python -m framing.measure.actors.fit", description=__doc__)
    parser.add_argument("folder", type=Path, help="folder with alignment/ and tone/")
    parser.add_argument("--date", required=True, help="the day of the count, for the record")
    options = parser.parse_args(arguments)
    folder = "/".join(options.folder.parts[-2:])
    content = {
        "command": f"python -m framing.measure.actors.fit ../{folder} --date {options.date}",
        "source": "ABCD-Link news_synth, news_ecb; NewsMTSC, Hamborg & Donnay 2021; editorials, Hutto & Gilbert 2014",
        "licence": "CC BY 4.0; MIT; MIT",
        "date": options.date,
        "stems": " ".join(count_ordinary(_sentences(options.folder))),
    }
    text = json.dumps(content, indent=1, ensure_ascii=False)
    (DATA / "models" / FILE).write_text(text + "\n", encoding="utf-8")


def _sentences(folder: Path) -> Iterator[str]:
    for name in ("parallel_docs", "coreferent_docs"):
        for article in json.loads((folder / "alignment" / f"{name}.json").read_text("utf-8")).values():
            yield from article.values()
    for line in (folder / "tone" / "target_tone.jsonl").read_text("utf-8").splitlines():
        yield json.loads(line)["sentence"]
    with (folder / "tone" / "editorial_snippets.tsv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE):
            yield row["text"]


if __name__ == "__main__":
    main()
