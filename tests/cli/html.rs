//! `--format html` and `export --to FILE.html`: pages that are whole, sound and safe.

use std::collections::HashSet;
use std::fs;
use std::path::Path;

use itkommun::cli::{self, ExitStatus, Sink};
use itkommun::package::Package;
use roxmltree::{Document, Node};
use sha2::{Digest, Sha256};

use crate::export::{folder, name};
use crate::support::{breaking, firsts, lines, refusal, stdout};

/// The page without its doctype and its scripts, which are no XML; all else of a page is.
fn parsed<T>(page: &str, read: impl FnOnce(&Document) -> T) -> T {
    let page = page.strip_prefix("<!DOCTYPE html>\n").expect("a doctype");
    let mut text = page.to_owned();
    while let Some((before, rest)) = text.split_once("<script ") {
        text = format!("{before}{}", rest.split_once("</script>").expect("an end").1);
    }
    read(&Document::parse(&text).expect("a well-formed page"))
}

/// Makes sure that a page asks for nothing, that its places have names of their own, and that each of its links leads
/// somewhere.
fn assert_sound(page: &str, asked: &str) {
    parsed(page, |page| {
        let ids: Vec<&str> = page.descendants().filter_map(|node| node.attribute("id")).collect();
        let unique: HashSet<&str> = ids.iter().copied().collect();
        assert_eq!(ids.len(), unique.len(), "{asked}");
        for node in page.descendants() {
            for attribute in node.attributes() {
                assert!(
                    !matches!(attribute.name(), "src" | "srcset") && !attribute.name().starts_with("on"),
                    "{asked}"
                );
            }
            let Some(to) = node.attribute("href") else { continue };
            assert_eq!(node.tag_name().name(), "a", "{asked}: a style sheet or the like");
            let is_there = to.strip_prefix('#').map_or_else(
                || to.starts_with("https://") || to.starts_with("http://"),
                |place| unique.contains(place),
            );
            assert!(is_there, "{asked}: {to}");
        }
    });
    assert!(!page.contains("@import") && !page.contains("url("), "{asked}");
}

fn page(arguments: &[&str]) -> String {
    let page = stdout(&[arguments, &["--format", "html"]].concat());
    assert_sound(&page, &format!("{arguments:?}"));
    page
}

/// The texts of the elements of one name.
fn texts(page: &str, element: &str) -> Vec<String> {
    let text = |node: Node| {
        breaking(&node.descendants().filter(Node::is_text).filter_map(|it| it.text()).collect::<Vec<_>>().concat())
    };
    parsed(page, |page| page.descendants().filter(|node| node.tag_name().name() == element).map(text).collect())
}

#[test]
fn every_answer_is_a_page() {
    for (arguments, heading) in [
        (&["nominees", "--year", "2009"][..], "Nominees"),
        (&["sources"], "Sources"),
        (&["nominees", "--count-by", "county"], "Nominees"),
        (&["nominees", "--count"], "Nominees"),
        (&["show", "Täby"], "Täby"),
        (&["search", "dahlbom", "2009"], "dahlbom 2009"),
        (&["compare", "Järfälla", "Täby"], "Järfälla, Täby"),
        (&["schema", "metrics"], "Columns of metrics"),
        (&["schema"], "Tables"),
        (&["check"], "The register of Sveriges IT-kommun"),
        (&["cite"], "The register of Sveriges IT-kommun"),
    ] {
        assert_eq!(texts(&page(arguments), "h1"), [heading], "{arguments:?}");
    }
}

#[test]
fn what_is_drawn_stands_in_the_page_above_its_rows() {
    for arguments in [
        &["chart", "timeline"][..],
        &["chart", "nominees", "--x", "county"],
        &["chart", "metrics", "--indicator", "e_services", "--x", "municipality,year", "--y", "value"],
        &["profile", "Falkenberg"],
    ] {
        let page = page(arguments);
        assert!(page.find("<svg").expect("a drawing") < page.find("<tbody>").expect("a table"), "{arguments:?}");
        let rows = page.matches("<tr id=").count();
        assert_eq!(rows, lines(arguments).len(), "{arguments:?}");
    }
}

#[test]
fn the_register_is_one_page_with_a_place_for_every_row() {
    let to = folder("page").join("register.html");
    assert_eq!(stdout(&["export", "--to", name(&to)]), "");
    let page = fs::read_to_string(&to).expect("the page");
    assert_sound(&page, "the register");
    let mut rows = 0;
    for table in firsts(&["schema"]) {
        assert!(page.contains(&format!("<section id=\"{table}\">")), "{table}");
        rows += lines(&[&table]).len();
    }
    assert_eq!(page.matches("<tr id=").count(), rows);
    // By their keys, which other versions of the page have, too.
    for place in ["winners/2009", "nominees/2009/järfälla", "municipalities/1382", "sources/skl-2009"] {
        assert!(page.contains(&format!("<tr id=\"{place}\">")), "{place}");
    }
    // A row leads to its source, and that to the web.
    assert!(page.contains("<a href=\"#sources/skl-2009\">skl-2009</a>"));
    assert!(page.contains("<a href=\"#municipalities/1382\">Falkenberg</a>"), "a key that is none of the row's own");
    assert!(page.contains("<a class=\"out\" rel=\"noreferrer\" href=\"https://"));
    assert!(page.len() < 1_600_000, "{}", page.len());
    // A file's ending asks for a page, too.
    let answer = to.with_file_name("täby.html");
    assert_eq!(stdout(&["show", "Täby", "-o", name(&answer)]), "");
    assert!(fs::read_to_string(&answer).expect("the page") == self::page(&["show", "Täby"]));
    let again = refusal(&["export", "--to", name(&to)]);
    assert!(again.1.contains("--force"), "{}", again.1);
}

#[test]
fn nothing_of_a_row_is_missing_from_the_register() {
    let to = folder("whole-page").join("register.html");
    stdout(&["export", "--to", name(&to), "metrics", "sources"]);
    let cells = texts(&fs::read_to_string(&to).expect("the page"), "tr");
    let rows = crate::support::json(&["metrics"]);
    let rows = rows.as_array().expect("rows");
    let shown = |row: &serde_json::Value, column: &str| row[column].as_str().unwrap_or_default().to_owned();
    for (row, cells) in rows.iter().zip(&cells[1..]) {
        for column in ["municipality", "body", "initiative", "subject", "words", "note"] {
            // What stands alone in a cell begins with a capital.
            let is_there = cells.to_lowercase().contains(&shown(row, column).to_lowercase());
            assert!(is_there, "{column} of {row}: {cells}");
        }
        for column in ["source", "locator"] {
            let mut items = row[column].as_array().expect("a list").iter();
            assert!(items.all(|item| cells.contains(item.as_str().expect("text"))), "{column} of {row}: {cells}");
        }
    }
}

#[test]
fn a_page_tells_how_sure_its_figures_are_in_which_words_and_where_from() {
    let page = page(&["metrics", "--municipality", "Järfälla", "--status", "target"]);
    // skl-2009, Järfälla: "slås samman till ett".
    assert!(page.contains(
        "<i class=\"no-fact\" title=\"target, no fact\">target 1</i></td><td lang=\"sv\">slås samman till ett"
    ));
    let terms = texts(&page, "dd");
    assert!(terms.iter().any(|it| it.starts_with("no fact, but aimed at")), "{terms:?}");
    assert!(!terms.iter().any(|it| it.starts_with("no source states it")), "no sign, no legend: {terms:?}");
    let sources = texts(&page, "li");
    assert!(
        sources.iter().any(|it| it.starts_with("skl-2009 Sveriges Kommuner och Landsting: Sveriges IT-kommun 2009. "))
    );
    let inferred = self::page(&["metrics", "--municipality", "Falkenberg", "--year", "2006"]);
    assert!(inferred.contains("2006&#160;<b class=\"sign\" title=\"inferred\">?</b>"));
    assert!(texts(&inferred, "dd").iter().any(|it| it.starts_with("no source states it")));
}

#[test]
fn a_page_tells_of_its_data_and_of_what_the_sources_leave_out() {
    let page = page(&["nominees", "--year", "2001"]);
    assert!(texts(&page, "li").contains(&"2001: the sources name only the winner".to_owned()));
    let told = texts(&page, "p").concat();
    for part in ["Version ", "Creative Commons Zero", "To cite it: The itkommun project ("] {
        assert!(told.contains(part), "{part}: {told}");
    }
    // Titles, not names, are the headings of people.
    assert_eq!(texts(&page, "th")[..2], ["Year", "Municipality"]);
    assert!(!stdout(&["nominees", "--format", "html", "--no-header"]).contains("<th"));
}

#[test]
fn no_script_runs_but_the_pages_own() {
    let page = page(&["winners"]);
    let (_, rest) = page.split_once("<script ").expect("a script");
    let (_, rest) = rest.split_once('>').expect("the end of its tag");
    let (script, _) = rest.split_once("</script>").expect("its end");
    let hash = base64(&Sha256::digest(script));
    let policy = format!("script-src &#39;sha256-{hash}&#39;;");
    assert!(page.contains(&policy), "the script was changed, and its hash is now {hash}");
    assert!(page.contains("default-src &#39;none&#39;;"));
}

fn base64(bytes: &[u8]) -> String {
    const DIGITS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut text = String::new();
    for three in bytes.chunks(3) {
        let bits = three.iter().chain(&[0, 0]).take(3).fold(0u32, |bits, &byte| bits << 8 | u32::from(byte));
        let digits = [18, 12, 6, 0].map(|shift| char::from(DIGITS[(bits >> shift & 63) as usize]));
        text.extend(&digits[..=three.len()]);
        text.extend(["="; 3][three.len()..].iter().copied());
    }
    text
}

/// A package that would be markup, script and style wherever it is taken for them.
fn hostile(folder: &Path) -> Package {
    let evil = r#"</script></style></title><script>alert(1)</script><b onclick='x'>&amp;"}"#;
    let descriptor = serde_json::json!({
        "name": "evil", "title": evil, "description": evil, "version": evil, "languages": ["\"><b>"],
        "licenses": [{"name": evil, "path": "javascript:alert(1)"}], "contributors": [{"title": evil}],
        "resources": [
            {"name": "things", "title": evil, "description": evil, "path": "things.csv", "schema": {
                "primaryKey": ["id"],
                "fields": [
                    {"name": "id", "type": "string", "title": evil, "description": evil, "language": "\"><b>"},
                    {"name": "link", "type": "string"},
                    {"name": "of", "type": "string"},
                    {"name": "source", "type": "list", "delimiter": ";"}
                ],
                "foreignKeys": [{"fields": "of", "reference": {"fields": "id"}}],
                "listKeys": [{"fields": "source", "reference": {"resource": "papers", "fields": "id"}, "locator": "link"}]
            }},
            {"name": "papers", "path": "papers.csv", "names": ["id"], "schema": {"fields": [
                {"name": "id", "type": "string"}, {"name": "url", "type": "string"}
            ]}}
        ]
    });
    let quoted = format!("\"{}\"", evil.replace('"', "\"\""));
    let things = format!(
        "id,link,of,source\n{quoted},javascript:alert(1),{quoted},{quoted}\nb,\"a\u{0}\u{202e}\n\u{1b}[2Jb\",b,x\n"
    );
    let papers = format!("id,url\n{quoted},\"https://x.org/\"\"onclick=alert(1)\"\nx,JAVASCRIPT:alert(1)\n");
    fs::write(folder.join("datapackage.json"), descriptor.to_string()).expect("a descriptor");
    fs::write(folder.join("things.csv"), things).expect("rows");
    fs::write(folder.join("papers.csv"), papers).expect("rows");
    Package::in_folder(folder).expect("a package")
}

#[test]
fn data_are_text_whatever_they_hold() {
    let folder = folder("hostile");
    let package = hostile(&folder);
    let to = folder.join("register.html");
    for arguments in [
        &["things", "--format", "html"][..],
        &["things", "--format", "html", "--columns", "all"],
        &["papers", "--format", "html"],
        &["cite", "--format", "html"],
        &["export", "--to", name(&to)],
    ] {
        let (mut out, mut err) = (Vec::new(), Vec::new());
        let arguments = ["itkommun"].iter().chain(arguments);
        let status = cli::run(&package, arguments.clone(), Sink::new(&mut out), Sink::new(&mut err));
        assert_eq!(status, ExitStatus::Done, "{}", String::from_utf8_lossy(&err));
        if out.is_empty() {
            out = fs::read(&to).expect("the page");
        }
        let page = String::from_utf8(out).expect("UTF-8");
        assert_sound(&page, &format!("{:?}", arguments.collect::<Vec<_>>()));
        // Of what would act there is only what the page itself has.
        let scripts = 1 + page.matches("<script type=\"application/ld+json\">").count();
        assert!(page.matches("<script").count() <= scripts && !page.contains("<b onclick"), "{page}");
        assert!(!page.contains(['\u{0}', '\u{1b}', '\u{202e}']), "{page}");
    }
}

#[test]
fn a_page_of_one_thing_is_called_as_the_thing_is() {
    assert!(stdout(&["show", "jarfalla", "--format", "html"]).contains("<h1>Järfälla</h1>"));
}
