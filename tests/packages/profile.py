"""Holds a descriptor against the published profile of Data Package v2, a JSON Schema.

The standard's text has fields of type `list`; its profile 2.0 has none, and refuses them. So they are held against what
the text says of them. All else is held against the profile as it is, which comes with the package `check-datapackage`
(its code, which wants a newer Python, is not run): nothing is fetched.
Usage: profile.py DESCRIPTOR, with a Python that has frictionless 5 (for jsonschema), and where this was done:
pip install --no-deps --ignore-requires-python check-datapackage==0.37.0
"""

import copy
import importlib.util
import json
import pathlib
import sys

from jsonschema import Draft7Validator

ITEM_TYPES = ["string", "integer", "boolean", "number", "datetime", "date", "time"]


def profile():
    package = importlib.util.find_spec("check_datapackage").submodule_search_locations[0]
    profile = json.loads((pathlib.Path(package) / "schemas" / "data-package-2-0.json").read_text())
    schema = profile["properties"]["resources"]["items"]["properties"]["schema"]
    types = schema["properties"]["fields"]["items"]["oneOf"]
    named = {kind: part for part in types for kind in part["properties"]["type"]["enum"]}
    assert "list" not in named, "the profile knows lists now: hold them against it"
    string = named["string"]["properties"]
    properties = {name: string[name] for name in ("name", "title", "description", "rdfType") if name in string}
    limits = {name: string["constraints"]["properties"][name] for name in ("required", "unique", "minLength", "maxLength")}
    properties |= {
        "type": {"enum": ["list"]},
        "delimiter": {"type": "string", "minLength": 1},
        "itemType": {"enum": ITEM_TYPES},
        "constraints": {"type": "object", "properties": limits, "additionalProperties": False},
    }
    types.append({"type": "object", "required": ["name", "type"], "properties": properties})
    return Draft7Validator(profile)


def broken(descriptor):
    """The descriptor with one thing wrong at a time: a profile that takes any of these would take anything."""
    for change in (
        lambda package: package.pop("resources"),
        lambda package: package.update(keywords=[]),
        lambda package: package["contributors"][0].update(title=1),
        lambda package: package["resources"][0].update(path="/elsewhere.csv"),
        lambda package: package["resources"][0]["schema"]["fields"][0].update(type="century"),
        lambda package: package["resources"][0]["schema"].update(primaryKey=1),
    ):
        package = copy.deepcopy(descriptor)
        change(package)
        yield package


descriptor = json.loads(pathlib.Path(sys.argv[1]).read_text())
validator = profile()
problems = list(validator.iter_errors(descriptor))
for problem in problems:
    place = "/".join(map(str, problem.absolute_path))
    print(f"{place or 'the descriptor'}: {problem.message[:300]}")
taken = sum(validator.is_valid(package) for package in broken(descriptor))
print(f"{len(problems)} problems by the profile of Data Package v2; {taken} broken descriptors taken")
sys.exit(bool(problems or taken))
