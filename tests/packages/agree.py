"""Holds the verdicts of `itkommun check` against those of frictionless, on every package of this folder.

`sound` both must accept and `broken` both must refuse. Two folders hold where they differ: `beyond` what itkommun alone
refuses, because the standard asks for it or because only itkommun can know, and `allowed` what the standard lets be and
frictionless does not.
Usage: agree.py ITKOMMUN, with a Python that has frictionless 5.
"""

import pathlib
import subprocess
import sys

from frictionless import validate

ITKOMMUN = pathlib.Path(sys.argv[1]).resolve()
HERE = pathlib.Path(__file__).resolve().parent


def accepted_by_frictionless(case):
    try:
        return validate(str(case / "datapackage.json"), type="package").valid
    except Exception:  # It raises, rather than reports, on a pattern that is no regular expression.
        return False


def accepted_by_itkommun(case):
    status = subprocess.run([ITKOMMUN, "check", case], stdout=subprocess.DEVNULL).returncode
    assert status in (0, 3), f"{case}: exit status {status}"
    return status == 0


WANTED = {"sound": (True, True), "broken": (False, False), "beyond": (False, True), "allowed": (True, False)}
wrong = 0
cases = [(kind, case) for kind in WANTED for case in sorted((HERE / kind).iterdir())]
for kind, case in cases:
    verdicts = accepted_by_itkommun(case), accepted_by_frictionless(case)
    if verdicts != WANTED[kind]:
        wrong += 1
        print(f"{kind}/{case.name}: itkommun accepts: {verdicts[0]}, frictionless accepts: {verdicts[1]}")
print(f"{len(cases) - wrong} packages judged alike, {wrong} not")
sys.exit(wrong > 0)
