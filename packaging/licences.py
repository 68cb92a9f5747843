"""Prints whose work is linked into the program, and under which licences: the crates, each text once, then the C."""

import json
import subprocess
import sys
from collections import defaultdict
from pathlib import Path

host = sys.argv[1]


def cargo(*arguments: str) -> str:
    return subprocess.run(["cargo", *arguments, "--locked"], check=True, stdout=subprocess.PIPE, text=True).stdout


# What the program is built from: not what runs only while it is built or tested, for which `metadata` may list more.
tree = cargo("tree", "--target", host, "--edges", "normal,no-proc-macro", "--prefix", "none", "--format", "{p}")
linked = {tuple(line.split(" v", 1)) for line in tree.replace(" (*)", "").splitlines()}
metadata = json.loads(cargo("metadata", "--format-version", "1", "--filter-platform", host))
packages = [it for it in metadata["packages"] if it["source"] and (it["name"], it["version"]) in linked]

print("itkommun holds the work of others, under the licences that follow.\n")
print("SQLite, in the public domain: https://sqlite.org/copyright.html")
if "-linux-gnu" in host:
    print(
        "The GNU C Library, LGPL-2.1-or-later, linked statically: https://www.gnu.org/software/libc/ . The source of\n"
        "itkommun and .ci/dist in it are what is needed to link the program with another version of it."
    )
print("The Rust standard library, MIT OR Apache-2.0: https://github.com/rust-lang/rust\n")

texts = defaultdict(list)
for package in sorted(packages, key=lambda package: package["name"]):
    name = f"{package['name']} {package['version']}"
    print(f"{name}, {package['license']}: {package['repository'] or 'https://crates.io/crates/' + package['name']}")
    folder = Path(package["manifest_path"]).parent
    found = sorted(path for path in folder.iterdir() if path.name.upper().startswith(("LICEN", "COPYING", "NOTICE")))
    for path in found:
        if path.is_file():
            texts["\n".join(line.rstrip() for line in path.read_text().strip().splitlines())].append(name)
for text, names in texts.items():
    print(f"\n{'-' * 80}\n{', '.join(names)}\n\n{text}")
