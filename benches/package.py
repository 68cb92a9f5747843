#!/usr/bin/env python3
"""Writes a package with as many rows as one asks for, to measure how the program does where there are millions.

    benches/package.py FOLDER [ROWS]

It is the bundled package with other `metrics`, 10 million unless told otherwise, some 1.2 GB: rows of ours with another
municipality, year and value each, so that nothing but their number is unlike ours. As in ours some cells are sentences
in quotes, but fewer. The same number of rows is the same file, byte for byte.
"""

import csv
import io
import random
import shutil
import sys
from pathlib import Path

DATA = Path(__file__).parent.parent / "data"
# Of so many rows one keeps its sentences.
WITH_SENTENCES = 32
SENTENCES = ["subject", "subject_sv", "words", "note", "note_sv"]
LOCATORS = ["locator", "locator_sv"]
ROWS_AT_ONCE = 100_000


def line(cells):
    text = io.StringIO()
    csv.writer(text, lineterminator="").writerow(cells)
    return text.getvalue()


def rows(name):
    with open(DATA / name, encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def models():
    """Rows as what stands between year and municipality, between these and the value, and behind it."""
    for at, row in enumerate(rows("metrics.csv") * WITH_SENTENCES):
        if at % WITH_SENTENCES:
            row = row | dict.fromkeys(SENTENCES, "") | dict.fromkeys(LOCATORS, "Page text")
        if row["upper"]:
            row["upper"] = "100"
        cells = list(row.values())
        value = list(row).index("value")
        yield bool(row["municipality"]), line(cells[2:value]), line(cells[value + 1 :])


def main(folder, count=10_000_000):
    shutil.copytree(DATA, folder)
    chance = random.Random(2009)
    names = [row["name"] for row in rows("municipalities.csv")]
    known = list(models())
    with open(DATA / "metrics.csv", encoding="utf-8") as ours:
        heading = ours.readline()
    with open(folder / "metrics.csv", "w", encoding="utf-8", newline="") as file:
        file.write(heading)
        for start in range(0, count, ROWS_AT_ONCE):
            lines = []
            for _ in range(start, min(start + ROWS_AT_ONCE, count)):
                of_municipality, between, behind = known[int(chance.random() * len(known))]
                name = names[int(chance.random() * len(names))] if of_municipality else ""
                year = 2000 + int(chance.random() * 25)
                value = int(chance.random() * 1001) / 10
                lines.append(f"{year},{name},{between},{value:g},{behind}\n")
            file.write("".join(lines))


if __name__ == "__main__":
    if len(sys.argv) not in (2, 3):
        sys.exit(__doc__)
    main(Path(sys.argv[1]), *map(int, sys.argv[2:]))
