//! `export --to FILE.ttl`: the register as data portals read of it, held against DCAT-AP-SE 3.0.1 by a parser of RDF.

use std::collections::BTreeSet;
use std::fs;
use std::path::PathBuf;

use itkommun::package::Package;
use oxrdf::{Literal, NamedNode, NamedOrBlankNode, Term, Triple};
use oxttl::TurtleParser;

use crate::addresses::islands;
use crate::export::names;
use crate::small::{over, small};
use crate::support::{folder, itkommun, refusal, stdout};

const RDF_TYPE: &str = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type";

/// What the profile requires, as classes, properties and how many there may be, by its templates:
/// <https://docs.dataportal.se/dcat/3.0.1/en/>.
const MANDATORY: &str = include_str!("../packages/dcat-ap-se.tsv");

fn named(name: &str) -> NamedNode {
    let (prefix, rest) = name.split_once(':').expect("a prefix");
    let vocabulary = match prefix {
        "dcat" => "http://www.w3.org/ns/dcat#",
        "dcterms" => "http://purl.org/dc/terms/",
        "foaf" => "http://xmlns.com/foaf/0.1/",
        _ => return NamedNode::new(name).expect("an address"),
    };
    NamedNode::new(format!("{vocabulary}{rest}")).expect("an address")
}

/// A description, as an RDF library reads it.
struct Described(Vec<Triple>);

impl Described {
    fn read(text: &str) -> Self {
        let triples = TurtleParser::new().for_slice(text).collect::<Result<_, _>>();
        Self(triples.unwrap_or_else(|error| panic!("{error}: {text}")))
    }

    fn of(package: &Package, name: &str, flags: &[&str]) -> Self {
        let to = target(name);
        over(package, &[&["export", "--to", to.to_str().expect("UTF-8")], flags].concat());
        Self::read(&fs::read_to_string(to).expect("the description"))
    }

    /// The things of a class.
    fn things(&self, class: &str) -> Vec<NamedOrBlankNode> {
        let (is_a, class) = (named(RDF_TYPE), Term::from(named(class)));
        let things = self.0.iter().filter(|it| it.predicate == is_a && it.object == class);
        things.map(|it| it.subject.clone()).collect()
    }

    /// What the only thing of a class has for a property.
    fn values(&self, class: &str, property: &str) -> Vec<Term> {
        let things = self.things(class);
        assert_eq!(things.len(), 1, "{class}");
        self.values_of(&things[0], property)
    }

    fn values_of(&self, thing: &NamedOrBlankNode, property: &str) -> Vec<Term> {
        let property = named(property);
        let of_thing = self.0.iter().filter(|it| it.subject == *thing && it.predicate == property);
        of_thing.map(|it| it.object.clone()).collect()
    }

    /// Makes sure that it has what the profile requires, and that portals can know its things again.
    fn assert_profile(&self) {
        let mut rows = 0;
        for row in MANDATORY.lines() {
            let cells: Vec<&str> = row.split('\t').collect();
            let most = if cells[2].is_empty() { usize::MAX } else { cells[2].parse().expect("a number") };
            let things = self.things(cells[0]);
            assert!(!things.is_empty(), "{row}");
            for thing in things {
                assert!(matches!(thing, NamedOrBlankNode::NamedNode(_)), "{row}: harvesting takes no blank nodes");
                let values = self.values_of(&thing, cells[1]).len();
                assert!((1..=most).contains(&values), "{row}: {values}");
            }
            rows += 1;
        }
        assert_eq!(rows, 12);
        // What is referred to within the description stands in it.
        let subjects: BTreeSet<String> = self.0.iter().map(|it| it.subject.to_string()).collect();
        for property in ["dcterms:publisher", "dcat:dataset", "dcat:distribution"] {
            let property = named(property);
            for triple in self.0.iter().filter(|it| it.predicate == property) {
                assert!(subjects.contains(&triple.object.to_string()), "{triple}");
            }
        }
    }
}

fn text(text: &str) -> Vec<Term> {
    vec![Literal::new_simple_literal(text).into()]
}

fn texts<const N: usize>(texts: [(&str, &str); N]) -> Vec<Term> {
    let tagged = |(code, text): (&str, &str)| Literal::new_language_tagged_literal(text, code).expect("a tag").into();
    texts.map(tagged).to_vec()
}

fn address(address: &str) -> Vec<Term> {
    vec![named(address).into()]
}

const UMEA: [&str; 4] = ["--publisher", "Umeå kommun", "--address", "https://example.org/register/"];

#[test]
fn the_register_has_what_the_profile_requires_in_both_languages() {
    let described = Described::of(&Package::bundled(), "register", &UMEA);
    described.assert_profile();
    let package: serde_json::Value = serde_json::from_str(include_str!("../../data/datapackage.json")).expect("JSON");
    let told = |value: &serde_json::Value| value.as_str().expect("a text").to_owned();
    for (property, own, other) in [("title", "title", "titles"), ("description", "description", "descriptions")] {
        let (own, other) = (told(&package[own]), told(&package[other]["sv"]));
        let both = texts([("en", &own), ("sv", &other)]);
        assert_eq!(described.values("dcat:Dataset", &format!("dcterms:{property}")), both);
    }
    let catalogue = texts([("en", "Data from Umeå kommun"), ("sv", "Data från Umeå kommun")]);
    assert_eq!(described.values("dcat:Catalog", "dcterms:title"), catalogue);
    assert_eq!(described.values("foaf:Agent", "foaf:name"), text("Umeå kommun"));
    let kind = "http://purl.org/adms/publishertype/LocalAuthority";
    assert_eq!(described.values("foaf:Agent", "dcterms:type"), address(kind));
    assert_eq!(described.values("dcat:Distribution", "dcat:accessURL"), address("https://example.org/register/"));
    // As the profile lists it, with http.
    let license = address("http://creativecommons.org/publicdomain/zero/1.0/");
    assert_eq!(described.values("dcat:Distribution", "dcterms:license"), license);
    let mut keywords = Vec::new();
    for (code, words) in [("en", &package["keywords"]), ("sv", &package["translatedKeywords"]["sv"])] {
        let words = words.as_array().expect("a list").iter();
        keywords.extend(words.flat_map(|word| texts([(code, told(word).as_str())])));
    }
    let mut found = described.values("dcat:Dataset", "dcat:keyword");
    for terms in [&mut keywords, &mut found] {
        terms.sort_by_key(ToString::to_string);
    }
    assert_eq!(found, keywords);
    let languages = described.values("dcat:Dataset", "dcterms:language");
    let authority = "http://publications.europa.eu/resource/authority";
    assert_eq!(languages, ["ENG", "SWE"].map(|code| Term::from(named(&format!("{authority}/language/{code}")))));
    assert_eq!(described.values("dcat:Dataset", "dcterms:spatial"), address(&format!("{authority}/country/SWE")));
    assert_eq!(described.values("dcat:Dataset", "dcat:theme"), address(&format!("{authority}/data-theme/GOVE")));
    assert_eq!(described.values("dcat:Dataset", "dcterms:identifier"), text(&told(&package["id"])));
    let start = described.values("dcterms:PeriodOfTime", "dcat:startDate");
    assert_eq!(start[0].to_string(), "\"2001\"^^<http://www.w3.org/2001/XMLSchema#gYear>");
}

#[test]
fn a_package_that_tells_who_publishes_it_and_where_needs_no_flags() {
    let described = Described::of(&islands(), "told", &[]);
    described.assert_profile();
    let publisher = address("https://example.org/oar");
    assert_eq!(described.values("dcat:Dataset", "dcterms:publisher"), publisher);
    assert_eq!(described.values("dcat:Distribution", "dcat:accessURL"), address("https://example.org/islands"));
    assert_eq!(described.values("dcat:Dataset", "dcterms:title")[0].to_string(), r#""Öar \"och\" <holmar>"@sv"#);
    // Of what nobody tells nothing is said.
    for property in ["dcat:contactPoint", "dcterms:accrualPeriodicity", "dcterms:temporal", "dcterms:spatial"] {
        assert_eq!(described.values("dcat:Dataset", property), [], "{property}");
    }
    let flags = ["--publisher", "SKR <http://dataportal.se/organisation/SE2220000315>", "--publisher-type", "company"];
    let described = Described::of(&islands(), "typed", &flags);
    described.assert_profile();
    let publisher = address("http://dataportal.se/organisation/SE2220000315");
    assert_eq!(described.values("dcat:Catalog", "dcterms:publisher"), publisher);
    assert_eq!(described.values("foaf:Agent", "foaf:name"), text("SKR"));
    let kind = "http://purl.org/adms/publishertype/Company";
    assert_eq!(described.values("foaf:Agent", "dcterms:type"), address(kind));
}

#[test]
fn what_a_package_does_not_tell_is_asked_for() {
    let to = target("asked-for");
    let lacking = |package: &Package| {
        let (mut out, mut err) = (Vec::new(), Vec::new());
        let arguments = ["itkommun", "export", "--to", to.to_str().expect("UTF-8")];
        let sinks = (itkommun::cli::Sink::new(&mut out), itkommun::cli::Sink::new(&mut err));
        assert_eq!(itkommun::cli::run(package, arguments, sinks.0, sinks.1), itkommun::cli::ExitStatus::Usage);
        String::from_utf8(err).expect("UTF-8")
    };
    assert!(lacking(&small("lacking")).contains("needs `description`, which datapackage.json does not tell"));
    assert!(lacking(&Package::bundled()).contains("--publisher \"Umeå kommun\""));
    assert!(!to.exists());
}

#[test]
fn the_form_is_that_of_the_address() {
    for (number, (ending, form)) in [
        ("", "text/csv"),
        ("/register", "text/csv"),
        ("/register.html#winners", "text/html"),
        ("/a.b/register.XLSX?x=y.zip", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
        ("/register.sqlite", "application/vnd.sqlite3"),
        ("/register.zip", "application/zip"),
        ("/?html", "text/csv"),
    ]
    .into_iter()
    .enumerate()
    {
        let flags = ["--address", &format!("https://example.html{ending}")];
        let described = Described::of(&islands(), &format!("form-{number}"), &flags);
        described.assert_profile();
        assert_eq!(described.values("dcat:Distribution", "dcterms:format"), text(form), "{ending}");
    }
}

fn target(name: &str) -> PathBuf {
    folder(&format!("catalogue-{name}")).join("register.ttl")
}

#[test]
fn a_name_is_text_whatever_it_holds() {
    for (number, publisher) in
        ["\"\"\"", "A \"B\" \\", "\\u0041'", "> . <a> <b> <c", "a > b", "Ö 🏆 ${x}"].iter().enumerate()
    {
        let flags = ["--publisher", publisher, "--address", "https://umeå.example/it's_(so)"];
        let described = Described::of(&Package::bundled(), &format!("name-{number}"), &flags);
        described.assert_profile();
        assert_eq!(described.values("foaf:Agent", "foaf:name"), text(publisher));
    }
}

#[test]
fn what_is_no_name_and_no_address_is_refused() {
    let to = target("no-publisher");
    let to = to.to_str().expect("UTF-8");
    for publisher in ["", "  ", "a\nb", "a\u{1b}[2J", "a\u{202e}b", "<https://a.se>"] {
        let (status, message) = refusal(&["export", "--to", to, "--publisher", publisher, "--address", "https://a.se"]);
        assert!(status == Some(2) && message.contains("is not a name in one line"), "{publisher:?}: {message}");
        assert!(!message.contains(['\u{1b}', '\u{202e}']), "{message}");
    }
    for publisher in ["a <b>", "a <https://a.se/ >", "a <javascript:alert(1)>"] {
        let (status, message) = refusal(&["export", "--to", to, "--publisher", publisher, "--address", "https://a.se"]);
        assert!(status == Some(2) && message.contains("no address on the web between < and >"), "{message}");
    }
    for address in [
        "",
        "example.org",
        "ftp://a.se",
        "javascript:alert(1)",
        "https://a.se/a b",
        "https://a.se/>",
        "https://a.se/\n",
        "https://a.se/\u{202e}",
    ] {
        let (status, message) = refusal(&["export", "--to", to, "--publisher", "a", "--address", address]);
        assert!(status == Some(2) && message.contains("is not an address on the web"), "{address:?}: {message}");
    }
    let (status, message) = refusal(&["export", "--to", to, "--publisher", "a", "--publisher-type", "authority"]);
    assert!(status == Some(2) && message.contains("LocalAuthority, RegionalAuthority"), "{message}");
    let (status, message) = refusal(&["export", "--to", to, "--publisher", "a"]);
    assert!(status == Some(2) && message.contains("--address https://"), "{message}");
    assert!(!PathBuf::from(to).exists());
}

#[test]
fn a_flag_or_a_table_that_would_do_nothing_is_refused() {
    let folder = folder("catalogue-idle");
    for (ending, flag) in [
        ("html", ["--publisher", "a"]),
        ("sqlite", ["--address", "https://a.se"]),
        ("csv/", ["--publisher-type", "Company"]),
    ] {
        let to = folder.join(format!("register.{ending}"));
        let (status, message) = refusal(&[&["export", "--to", to.to_str().expect("UTF-8")], &flag[..]].concat());
        assert!(status == Some(2) && message.contains(&format!("{}: stands in a description", flag[0])), "{message}");
    }
    let to = folder.join("register.ttl");
    let arguments = [&["export", "--to", to.to_str().expect("UTF-8"), "winners"], &UMEA[..]].concat();
    let (status, message) = refusal(&arguments);
    assert!(status == Some(2) && message.contains("name no tables"), "{message}");
    assert_eq!(names(&folder), [""; 0]);
}

#[test]
fn a_description_is_replaced_only_by_force() {
    let to = target("force-ttl");
    let arguments = [&["export", "--to", to.to_str().expect("UTF-8")], &UMEA[..]].concat();
    stdout(&arguments);
    let (status, message) = refusal(&arguments);
    assert!(status == Some(2) && message.contains("--force replaces it"), "{message}");
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        fs::set_permissions(&to, fs::Permissions::from_mode(0o600)).expect("set");
    }
    assert!(itkommun(&[&arguments[..], &["--force"]].concat()).status.success());
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        assert_eq!(to.metadata().expect("a file").permissions().mode() & 0o777, 0o600);
    }
    assert_eq!(names(to.parent().expect("a folder")), ["register.ttl"]);
}
