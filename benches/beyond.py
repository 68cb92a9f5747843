#!/usr/bin/env python3
"""Whether DuckDB and Spark answer as itkommun does, by the commands of docs/beyond.md.

    benches/beyond.py

It runs the page's blocks of Python in their order; after each it asks what there is by then the page's questions: the
blocks of SQL, each of which is to give what the command in the block before it gives.
"""

import os
import re
import subprocess
import sys
import tempfile
from decimal import Decimal
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
ENGINES = ["duckdb", "spark"]


def blocks():
    """The page's blocks: the language and the text of each."""
    page = (ROOT / "docs/beyond.md").read_text(encoding="utf-8")
    return re.findall(r"^```(\w+)\n(.*?)^```$", page, re.MULTILINE | re.DOTALL)


def commands(text):
    return [line[2:] for line in text.splitlines() if line.startswith("$ ")]


def ask_ours(command):
    """The headings and rows that a command prints."""
    printed = subprocess.run(command, shell=True, check=True, stdout=subprocess.PIPE, encoding="utf-8").stdout
    lines = [tuple(line.split("\t")) for line in printed.splitlines()]
    return lines[0] if lines else (), lines[1:]


def ask_engine(name, engine, question):
    answer = engine.sql(question)
    return tuple(answer.columns), [tuple(row) for row in (answer.fetchall() if name == "duckdb" else answer.collect())]


def is_same(ours, theirs):
    """Whether a cell as we print it is a value of theirs."""
    if theirs is None:
        return ours == ""
    if isinstance(theirs, int | float):
        return ours != "" and Decimal(ours) == Decimal(str(theirs))
    return ours == str(theirs)


def are_same(ours, theirs):
    (our_headings, our_rows), (their_headings, their_rows) = ours, theirs
    cells = [pair for rows in zip(our_rows, their_rows) for pair in zip(*rows, strict=True)]
    return our_headings == their_headings and len(our_rows) == len(their_rows) and all(is_same(*pair) for pair in cells)


def main():
    page = blocks()
    folder = tempfile.TemporaryDirectory(dir=ROOT / "target")
    os.chdir(folder.name)
    questions = []
    for at, (language, text) in enumerate(page):
        if language == "console":
            answers = [ask_ours(command) for command in commands(text)]
        elif language == "sql":
            questions.append((commands(page[at - 1][1])[-1], answers[-1], text))
    session, differ, asked = {}, 0, 0
    for language, text in page:
        if language != "python":
            continue
        exec(text, session)
        for name in ENGINES:
            for command, ours, question in questions if name in session else []:
                theirs = ask_engine(name, session[name], question)
                asked += 1
                if not are_same(ours, theirs):
                    differ += 1
                    print(f"{name} differs from {command}\n  ours: {ours}\n  theirs: {theirs}", file=sys.stderr)
    print(f"{len(questions)} questions, asked {asked} times of {' and '.join(ENGINES)}: {differ} answers differ from ours")
    return 1 if differ or not questions or any(name not in session for name in ENGINES) else 0


if __name__ == "__main__":
    sys.exit(main())
