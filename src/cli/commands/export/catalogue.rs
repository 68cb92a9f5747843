//! The export as a description for data portals: DCAT-AP-SE 3.0.1 (<https://docs.dataportal.se/dcat/3.0.1/en/>), the Swedish
//! profile of DCAT-AP, in Turtle. It says what the profile requires and what the package tells besides; how often it is
//! renewed and whom to ask it does not say, since nobody tells.
//!
//! Where the profile and DCAT-AP differ both have their way: the first wants the media type as a string in
//! `dcterms:format`, the other an address, in `dcat:mediaType`.

use std::fmt::Write as _;
use std::io::Write;
use std::path::Path;

use anyhow::Result;

use super::Target;
use super::publisher::Publisher;
use crate::error;
use crate::files::{Existing, StagedFile};
use crate::package::{Date, Package};
use crate::text::{is_address, literal, literal_in};
use crate::words::{Language, words_in};

/// The vocabularies.
const PREFIXES: &str = "@prefix dcat: <http://www.w3.org/ns/dcat#> .\n\
                        @prefix dcterms: <http://purl.org/dc/terms/> .\n\
                        @prefix foaf: <http://xmlns.com/foaf/0.1/> .\n\
                        @prefix xsd: <http://www.w3.org/2001/XMLSchema#> .\n";

/// What the European Union's list of languages calls those of a code.
const LANGUAGES: [(&str, &str); 6] = [
    ("da", "language/DAN"),
    ("de", "language/DEU"),
    ("en", "language/ENG"),
    ("fi", "language/FIN"),
    ("nb", "language/NOB"),
    ("sv", "language/SWE"),
];

/// Writes a description of the package as its publisher has it at an address.
pub(super) fn write(package: &Package, publisher: &Publisher, path: &Path, existing: Existing) -> Result<()> {
    let described = describe(package, publisher)?;
    let mut file = StagedFile::create(path, existing)?;
    file.write_all(described.as_bytes())?;
    file.publish()
}

/// The description: a catalogue with one data set, which has one form.
fn describe(package: &Package, publisher: &Publisher) -> Result<String> {
    let (titles, descriptions) = (package.titles(), package.descriptions());
    for (property, texts) in [("title", &titles), ("description", &descriptions)] {
        if texts.is_empty() {
            return Err(error::not_described(property).into());
        }
    }
    let license = package.licenses().map(|license| license.path.as_str()).find(|path| is_address(path));
    let license = profile_license(license.ok_or_else(|| error::not_described("licenses/path"))?);
    let [catalogue, dataset, distribution] = ["catalogue", "dataset", "distribution"].map(|part| publisher.part(part));
    let agent = publisher.agent();
    let mut said = Statements(PREFIXES.to_owned());

    said.begin(&catalogue, "dcat:Catalog");
    for &(code, title) in &titles {
        let words = words_in(Language::named(code).unwrap_or(Language::English));
        let [name, what] = words.catalogue(&publisher.name, title);
        said.tell("dcterms:title", &literal_in(code, &name));
        said.tell("dcterms:description", &literal_in(code, &what));
    }
    said.tell("dcterms:publisher", &agent);
    said.tell("dcterms:license", &license);
    said.tell_languages(package);
    said.tell_listed("dcat:themeTaxonomy", "data-theme");
    said.tell("dcat:dataset", &dataset);
    said.end();

    said.begin(&agent, "foaf:Agent");
    said.tell("foaf:name", &literal(&publisher.name));
    said.tell("dcterms:type", &format!("<http://purl.org/adms/publishertype/{}>", publisher.kind));
    said.end();

    said.begin(&dataset, "dcat:Dataset");
    said.tell_each("dcterms:title", &titles);
    said.tell_each("dcterms:description", &descriptions);
    said.tell("dcterms:publisher", &agent);
    for (code, keyword) in package.keywords_in_languages() {
        said.tell("dcat:keyword", &literal_in(code, keyword));
    }
    for theme in package.themes() {
        said.tell_address("dcat:theme", theme);
    }
    said.tell_stated("dcterms:identifier", package.id());
    said.tell_stated("dcat:version", package.version());
    if let Ok(date) = Date::parse(package.date()) {
        for property in ["dcterms:issued", "dcterms:modified"] {
            said.tell(property, &format!("\"{date}\"^^xsd:date"));
        }
    }
    said.tell_languages(package);
    said.tell_address("dcterms:spatial", package.place());
    if let Some((first, last)) = package.years()? {
        let [first, last] = [first, last].map(|year| literal(&year) + "^^xsd:gYear");
        let period = format!("[ a dcterms:PeriodOfTime ; dcat:startDate {first} ; dcat:endDate {last} ]");
        said.tell("dcterms:temporal", &period);
    }
    said.tell_listed("dcterms:accessRights", "access-right/PUBLIC");
    said.tell("dcat:distribution", &distribution);
    said.end();

    let media_type = media_type(&publisher.address);
    said.begin(&distribution, "dcat:Distribution");
    said.tell_address("dcat:accessURL", &publisher.address);
    said.tell("dcterms:format", &literal(media_type));
    said.tell("dcat:mediaType", &format!("<http://www.iana.org/assignments/media-types/{media_type}>"));
    said.tell("dcterms:license", &license);
    said.end();
    Ok(said.0)
}

/// What is said of one thing after the other, in Turtle.
struct Statements(String);

impl Statements {
    fn begin(&mut self, thing: &str, class: &str) {
        let _ = write!(self.0, "\n{thing} a {class}");
    }

    fn tell(&mut self, property: &str, object: &str) {
        let _ = write!(self.0, " ;\n    {property} {object}");
    }

    /// Tells a text, if there is one.
    fn tell_stated(&mut self, property: &str, text: &str) {
        if !text.is_empty() {
            self.tell(property, &literal(text));
        }
    }

    /// Tells a text in each language.
    fn tell_each(&mut self, property: &str, texts: &[(&str, &str)]) {
        for (code, text) in texts {
            self.tell(property, &literal_in(code, text));
        }
    }

    /// Tells an address, if it is one.
    fn tell_address(&mut self, property: &str, address: &str) {
        if is_address(address) {
            self.tell(property, &format!("<{address}>"));
        }
    }

    /// Tells a member of a list that the European Union keeps.
    fn tell_listed(&mut self, property: &str, member: &str) {
        self.tell(property, &format!("<http://publications.europa.eu/resource/authority/{member}>"));
    }

    fn tell_languages(&mut self, package: &Package) {
        let known = package.languages().iter().filter_map(|code| LANGUAGES.iter().find(|(known, _)| known == code));
        known.for_each(|(_, member)| self.tell_listed("dcterms:language", member));
    }

    fn end(&mut self) {
        self.0.push_str(" .\n");
    }
}

/// The license as the profile's list has it: those of Creative Commons with `http`.
fn profile_license(address: &str) -> String {
    let of_list = address.strip_prefix("https://creativecommons.org/");
    of_list.map_or_else(|| format!("<{address}>"), |rest| format!("<http://creativecommons.org/{rest}>"))
}

/// The form in which the package is at an address, by its ending: where it has none, the files of an exported folder.
fn media_type(address: &str) -> &'static str {
    let path = address.split(['?', '#']).next().unwrap_or_default();
    let name = path.splitn(4, '/').nth(3).unwrap_or_default();
    let ending = Path::new(name).extension().unwrap_or_default().to_string_lossy();
    match (Target::by_ending(&ending), &*ending.to_lowercase()) {
        (Some(Target::Html), _) => "text/html",
        (Some(Target::Xlsx), _) => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        (Some(Target::Sqlite), _) => "application/vnd.sqlite3",
        (_, "zip") => "application/zip",
        _ => "text/csv",
    }
}
