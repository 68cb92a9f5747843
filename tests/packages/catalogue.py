"""Reads what an export says to portals and search engines with rdflib, a library of RDF that is none of ours.

The Turtle must have what DCAT-AP-SE requires of each class (dcat-ap-se.tsv), the JSON-LD of the page a name, a
description and a licence, as Google's guidelines for data sets ask for, and an address for each thing that it mentions.
Usage: catalogue.py REGISTER.ttl REGISTER.html, with a Python that has rdflib.
"""

import json
import pathlib
import re
import sys

from rdflib import RDF, Graph, Namespace, URIRef

PREFIXES = {
    "dcat": "http://www.w3.org/ns/dcat#",
    "dcterms": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
}
SCHEMA = Namespace("https://schema.org/")


def term(name):
    prefix, rest = name.split(":")
    return URIRef(PREFIXES[prefix] + rest)


def of_profile(graph):
    for row in (pathlib.Path(__file__).parent / "dcat-ap-se.tsv").read_text().splitlines():
        kind, name, most = row.split("\t")
        things = set(graph.subjects(RDF.type, term(kind)))
        assert things and all(isinstance(thing, URIRef) for thing in things), row
        for thing in things:
            values = list(graph.objects(thing, term(name)))
            assert 1 <= len(values) <= int(most or len(values)), f"{row}: {thing} has {values}"


def of_page(page):
    text = re.search(r'<script type="application/ld\+json">(.*?)</script', page, re.DOTALL).group(1)
    told = json.loads(text)
    # The context of schema.org would be fetched; this says as much of what is used here.
    told["@context"] = {"@vocab": str(SCHEMA), "sameAs": {"@type": "@id"}, "license": {"@type": "@id"}}
    graph = Graph().parse(data=json.dumps(told), format="json-ld")
    (dataset,) = graph.subjects(RDF.type, SCHEMA.Dataset)
    assert {name.language for name in graph.objects(dataset, SCHEMA.name)} == {"en", "sv"}
    assert all(50 <= len(text) <= 5000 for text in graph.objects(dataset, SCHEMA.description))
    assert isinstance(graph.value(dataset, SCHEMA.license), URIRef)
    mentioned = list(graph.objects(dataset, SCHEMA.mentions))
    same = {graph.value(thing, SCHEMA.sameAs) for thing in mentioned}
    assert mentioned and len(same) == len(mentioned) and all(isinstance(address, URIRef) for address in same)
    return len(mentioned)


turtle, page = (pathlib.Path(argument) for argument in sys.argv[1:])
graph = Graph().parse(turtle, format="turtle")
of_profile(graph)
print(f"{len(graph)} statements as DCAT-AP-SE requires them; {of_page(page.read_text())} things with addresses mentioned")
