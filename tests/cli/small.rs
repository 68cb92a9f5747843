//! A small package of the tests' own, for what the bundled one happens not to have.

use std::fs;

use itkommun::cli::{self, ExitStatus, Sink};
use itkommun::package::Package;
use serde_json::json;

use crate::support::folder;

/// What a command gives over a package of the test's own.
pub(crate) fn over(package: &Package, arguments: &[&str]) -> String {
    let (mut out, mut err) = (Vec::new(), Vec::new());
    let arguments = [&["itkommun"], arguments].concat();
    let status = cli::run(package, &arguments, Sink::new(&mut out), Sink::new(&mut err));
    assert_eq!(status, ExitStatus::Done, "{arguments:?}: {}", String::from_utf8_lossy(&err));
    String::from_utf8(out).expect("UTF-8")
}

/// A small package: a work without an address and one with, a copy of each, and a copy of a work that is not there.
pub(crate) fn small(name: &str) -> Package {
    let folder = folder(name);
    let text = |name: &str| json!({"name": name, "type": "string"});
    let fields = |names: &[&str]| names.iter().map(|name| text(name)).collect::<Vec<_>>();
    let of_sources = ["id", "title", "publisher", "kind", "published", "isbn", "url", "language", "copy_of", "note"];
    let citation = json!({
        "author": "publisher", "title": "title", "published": "published", "isbn": "isbn", "url": "url", "note": "note",
        "kind": "kind", "language": "language", "copyOf": "copy_of",
        "kinds": {"booklet": {"bibtex": "booklet", "csl": "pamphlet"}}
    });
    let key = json!({"fields": "source", "reference": {"resource": "sources", "fields": "id"}, "locator": "locator"});
    let descriptor = json!({
        "name": "small", "id": "https://example.org/small", "title": "A small register", "version": "1.2.0",
        "created": "2026-11-26T00:00:00Z", "languages": ["en", "sv"],
        "contributors": [
            {"title": "The small project", "roles": ["creator"]}, {"title": "A printer", "roles": ["publisher"]}
        ],
        "licenses": [{"name": "CC0-1.0", "title": "Creative Commons Zero"}],
        "resources": [
            {"name": "facts", "path": "facts.csv",
             "schema": {"fields": fields(&["fact", "source", "locator"]), "foreignKeys": [key]}},
            {"name": "axioms", "path": "axioms.csv", "schema": {"fields": fields(&["axiom"])}},
            {"name": "sources", "path": "sources.csv", "names": ["id"], "citation": citation,
             "schema": {"fields": fields(&of_sources), "primaryKey": "id"}},
        ]
    });
    let files = [
        ("datapackage.json", descriptor.to_string()),
        ("axioms.csv", "axiom\nall is one\n".to_owned()),
        (
            "facts.csv",
            "fact,source,locator\none,d,\ntwo,a-copy,p. 1\nthree,a,\nfour,b-copy,\nfive,c-copy,\n".to_owned(),
        ),
        (
            "sources.csv",
            "id,title,publisher,kind,published,isbn,url,language,copy_of,note\n\
             a,Ett verk utan adress,Ett förlag,booklet,2009-11,,,sv,,Read from a poor scan.\n\
             a-copy,Ett verk,Ett förlag,booklet,2010,,https://example.org/a,sv,a,As a library keeps it.\n\
             b,Ett verk,Ett förlag,booklet,2011,,https://example.org/b,sv,,\n\
             b-copy,Ett verk,Ett förlag,booklet,2011,,https://example.org/b2,sv,b,\n\
             c-copy,Ett verk,Ett förlag,booklet,2011,,https://example.org/c,sv,c,A copy.\n\
             d,A work,A house,letter,,,,en,,\n"
                .to_owned(),
        ),
    ];
    for (name, text) in files {
        fs::write(folder.join(name), text).expect("a file");
    }
    Package::in_folder(&folder).expect("a package")
}
