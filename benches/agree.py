#!/usr/bin/env python3
"""Whether a peer's answer to a question of peers.sh is ours. Both are CSV with headings, in whatever order and quotes.

    benches/agree.py QUESTION OURS THEIRS
"""

import csv
import sys
from collections import Counter
from decimal import Decimal

# A figure of which a source says no more than this may be less than the number that stands there. To the peers a number
# is a number; we take a row only where all that the figure may be is asked for.
MAY_BE_LESS = ["about", "just_under", "under", "at_most"]


def read(path):
    with open(path, encoding="utf-8", newline="") as file:
        return [tuple(row) for row in csv.reader(file)]


def rows_of_filter(ours, theirs):
    qualifier = ours[0].index("qualifier")
    taken = set(ours)
    return ours, [row for row in theirs if row in taken or row[qualifier] not in MAY_BE_LESS]


def rows_of_count(ours, theirs):
    """A value and how many rows have it; xan says the column, too, and has a word for no value."""
    pairs = [[tuple(row[-2:]) for row in answer[1:]] for answer in [ours, theirs]]
    return pairs[0], [("" if value == "<empty>" else value, count) for value, count in pairs[1]]


def rows_of_top(ours, theirs):
    """Of the rows that have the smallest value any may be there, as long as there are as many."""
    value = ours[0].index("value")

    def above(answer):
        values = [Decimal(row[value]) for row in answer[1:]]
        return sorted(values), [row for row, own in zip(answer[1:], values, strict=True) if own > min(values)]

    (our_values, our_rows), (their_values, their_rows) = above(ours), above(theirs)
    return our_rows + our_values, their_rows + their_values


ROWS = {"filter": rows_of_filter, "count": rows_of_count, "top": rows_of_top}


def main(question, ours, theirs):
    ours_read, theirs_read = read(ours), read(theirs)
    if question in ROWS:
        ours_read, theirs_read = ROWS[question](ours_read, theirs_read)
    one, other = Counter(ours_read), Counter(theirs_read)
    if one != other:
        print(f"{question}: {theirs} is not {ours}", file=sys.stderr)
        for name, only in [("ours", one - other), ("theirs", other - one)]:
            print(f"  {sum(only.values())} in {name} alone, such as {next(iter(only), None)}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    if len(sys.argv) != 4:
        sys.exit(__doc__)
    sys.exit(main(*sys.argv[1:]))
