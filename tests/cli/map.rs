//! `chart --map`: what is drawn of outlines, and what is refused.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use itkommun::package::Package;

use crate::small::over;
use crate::support::{breaking, folder, itkommun, refusal, stdout};

/// Three squares, of which two share a border with the one between them.
fn squares() -> Package {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/packages/sound/outlines");
    Package::in_folder(&folder).expect("a package")
}

/// The paths of a map by what is told of them: their classes, and their ways.
fn places(svg: &str) -> BTreeMap<String, (String, String)> {
    let document = roxmltree::Document::parse(svg).expect("XML");
    let paths = document.descendants().filter(|node| node.has_tag_name("path"));
    let place = |path: roxmltree::Node| {
        let title = path.first_element_child().and_then(|title| title.text()).expect("a title");
        let attribute = |name: &str| path.attribute(name).expect("an attribute").to_owned();
        (title.to_owned(), (attribute("class"), attribute("d")))
    };
    paths.map(place).collect()
}

/// The rows of the table in a map.
fn listed(svg: &str) -> Vec<String> {
    let document = roxmltree::Document::parse(svg).expect("XML");
    let rows = document.descendants().filter(|node| node.attribute("role") == Some("row"));
    let texts = |row: roxmltree::Node| {
        let texts: Vec<&str> =
            row.descendants().filter(roxmltree::Node::is_text).filter_map(|node| node.text()).collect();
        breaking(&texts.join(" ").split_whitespace().collect::<Vec<_>>().join(" "))
    };
    rows.filter(|row| row.attribute("aria-hidden").is_none()).map(texts).collect()
}

#[test]
fn outlines_are_drawn_to_scale_and_share_their_borders() {
    let svg = over(&squares(), &["chart", "visits", "--x", "place", "--map", "--format", "svg"]);
    // 200 by 200 become 320 by 320, so that a square has a side of 160; y goes down.
    let expected = [
        ("Ann: 1", "place d0", "M160 160l-160 0l0 160l160 0z"),
        ("Bo: 3", "place d4", "M160 320l160 0l0-160l-160 0z"),
        ("Cy", "place land", "M320 160l0-160l-160 0l0 160z"),
    ];
    let expected = expected.map(|(title, class, way)| (title.to_owned(), (class.to_owned(), way.to_owned())));
    assert_eq!(places(&svg), expected.into());
    assert_eq!(listed(&svg), ["place Count", "Bo 3", "Ann 1"]);
    // One visit was to Di, who has no outline, and one to nobody.
    assert!(svg.contains("A map. Bo: 3; Ann: 1.") && svg.contains("2 rows are not on the map"), "{svg}");
}

#[test]
fn a_column_is_named_where_several_place_rows() {
    let drawn = |x: &str| over(&squares(), &["chart", "visits", "--x", x, "--map", "--format", "svg"]);
    assert_eq!(listed(&drawn("other")), ["other Count", "Ann 1", "Cy 1"]);
    let own = over(&squares(), &["chart", "places", "--map", "--format", "svg"]);
    assert_eq!(listed(&own), ["name Count", "Ann 1", "Bo 1", "Cy 1"]);
    let sink = |out| itkommun::cli::Sink::new(out);
    let (mut out, mut err) = (Vec::new(), Vec::new());
    let asked = ["itkommun", "chart", "visits", "--map", "--format", "svg"];
    let status = itkommun::cli::run(&squares(), asked, sink(&mut out), sink(&mut err));
    let told = String::from_utf8(err).expect("UTF-8");
    assert!(status == itkommun::cli::ExitStatus::Usage && out.is_empty(), "{told}");
    assert!(told.contains("--x: name the column that places the rows of visits on the map: place, other"), "{told}");
}

#[test]
fn a_figure_of_each_place_is_drawn_and_a_place_without_is_no_zero() {
    let svg = over(&squares(), &["chart", "visits", "--x", "other", "--y", "number", "--map", "--format", "svg"]);
    let classes: Vec<(String, String)> = places(&svg).into_iter().map(|(title, (class, _))| (title, class)).collect();
    let expected = [("Ann: 1", "place d0"), ("Bo", "place land"), ("Cy: 5", "place d4")];
    assert_eq!(classes, expected.map(|(title, class)| (title.to_owned(), class.to_owned())));
    assert_eq!(listed(&svg), ["other number", "Cy 5", "Ann 1"]);
    assert!(svg.contains("no figure here"), "{svg}");
}

#[test]
fn figures_are_in_five_classes_of_about_as_many_places() {
    let svg = stdout(&["chart", "population", "--year", "2023", "--y", "inhabitants", "--map", "--format", "svg"]);
    let digits = |text: &str| text.chars().filter(|it| !it.is_whitespace()).collect::<String>();
    let inhabitants =
        |place: &(String, (String, String))| digits(place.0.rsplit(": ").next().expect("one")).parse::<u32>().ok();
    let mut of_class: BTreeMap<String, Vec<u32>> = BTreeMap::new();
    for place in places(&svg) {
        of_class.entry(place.1.0.clone()).or_default().push(inhabitants(&place).expect("a number"));
    }
    let sizes: Vec<usize> = of_class.values().map(Vec::len).collect();
    assert_eq!((sizes.len(), sizes.iter().sum::<usize>()), (5, 290));
    assert!(sizes.iter().all(|size| *size == 58), "{sizes:?}");
    let (mut earlier, texts) = (0, digits(&svg));
    for numbers in of_class.values() {
        let (least, most) = (*numbers.iter().min().expect("one"), *numbers.iter().max().expect("one"));
        assert!(least > earlier && texts.contains(&format!("{least}–{most}")), "{least}–{most} after {earlier}");
        earlier = most;
    }
    assert_eq!(listed(&svg)[1], "Stockholm 988 943");
    assert!(breaking(&svg).contains("Population: inhabitants, 2023"), "{svg}");
}

/// How many rows of a bundled table have each municipality, counted from its file.
fn counted(table: &str, is_meant: impl Fn(&BTreeMap<String, String>) -> bool) -> BTreeMap<String, usize> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("data").join(table).with_extension("csv");
    let mut counts = BTreeMap::new();
    for row in csv::Reader::from_path(path).expect("the file").deserialize() {
        let row: BTreeMap<String, String> = row.expect("a row");
        if is_meant(&row) {
            *counts.entry(row["municipality"].clone()).or_default() += 1;
        }
    }
    counts
}

#[test]
fn the_map_of_nominees_has_every_municipality_and_the_numbers_of_the_table() {
    for (filter, year) in [(&[][..], None), (&["--year", "2015"], Some("2015"))] {
        let counts = counted("nominees", |row| year.is_none_or(|year| row["year"] == year));
        let svg = stdout(&[&["chart", "nominees", "--map", "--format", "svg"], filter].concat());
        let places = places(&svg);
        assert_eq!(places.len(), 290);
        let shaded = places.iter().filter(|(_, (class, _))| class != "place land").map(|(title, _)| title.clone());
        let mut shaded: Vec<String> = shaded.collect();
        let mut expected: Vec<String> = counts.iter().map(|(name, count)| format!("{name}: {count}")).collect();
        expected.sort();
        shaded.sort();
        assert_eq!(shaded, expected);
        assert_eq!(listed(&svg).len(), 1 + counts.len());
        assert!(svg.len() < 250_000, "{}", svg.len());
        assert_eq!(
            svg,
            stdout(&[&["chart", "nominees", "--x", "kommun", "--map", "--format", "svg"], filter].concat())
        );
    }
    let svg = stdout(&["chart", "nominees", "--map", "--format", "svg"]);
    assert_eq!(listed(&svg)[..4], ["Municipality Count", "Stockholm 3", "Falkenberg 2", "Karlskrona 2"]);
    let told = breaking(&svg);
    assert!(
        told.contains("Nominees by municipality, 2001–2023") && told.contains("Statistiska centralbyrån (SCB)"),
        "{told}"
    );
    assert!(told.contains("the sources name only the winner") && told.contains("Sources: "), "{told}");
}

#[test]
fn what_has_no_room_in_the_list_is_counted_and_told() {
    let svg = stdout(&["chart", "municipalities", "--map", "--format", "svg"]);
    let (shown, places) = (listed(&svg).len() - 1, places(&svg));
    assert!((50..200).contains(&shown), "{shown}");
    assert!(svg.contains(&format!("and {} more", 290 - shown)), "{shown}");
    assert_eq!((places.len(), places["Övertorneå: 1"].0.as_str()), (290, "place d2"));
    let description = svg.split("<desc").nth(1).and_then(|rest| rest.split("</desc>").next()).expect("a description");
    assert_eq!(description.matches(": 1").count(), 290);
    assert!(svg.len() < 250_000, "{}", svg.len());
}

#[test]
fn a_page_has_the_map_and_its_numbers() {
    let page = stdout(&["chart", "nominees", "--map", "--year", "2015", "--format", "html"]);
    assert_eq!(page.matches("<path ").count(), 290);
    assert!(
        page.contains("<tbody>") && page.matches("Österåker").count() >= 3,
        "on the map, in its list, in the table"
    );
}

#[test]
fn a_map_speaks_swedish() {
    let svg = stdout(&["chart", "metrics", "--map", "--lang", "sv", "--format", "svg"]);
    assert_eq!(listed(&svg)[..2], ["Kommun Antal", "Stockholm 36"]);
    assert!(svg.contains("En karta. Stockholm: 36; ") && svg.contains("90 rader finns inte på kartan"), "{svg}");
    assert!(breaking(&svg).contains("Gränser efter Statistiska centralbyrån (SCB): Digitala gränser, kommuner"));
}

#[test]
fn what_has_no_map_is_refused() {
    for (arguments, said) in [
        (
            &["backers"][..],
            "--map: backers has no column that places its rows on a map; tables with one are winners, no",
        ),
        (
            &["nominees", "--x", "year"],
            "--x: year places no rows on a map; columns of nominees that do: municipality, j",
        ),
        (&["nominees", "--x", "county"], "--x: county places no rows"),
        (&["nominees", "--x", "year,municipality"], "--x: a map places rows by one column"),
        (&["nominees", "--y", "year"], "--y: year is not a number"),
        (&["population", "--y", "inhabitants"], "--y: Ale has several figures, and a map shows one a place; a filter"),
        (&["metrics", "--year", "2009", "--municipality", "täby", "--y", "value"], "--y: figures of several units"),
        (&["nominees", "--limit", "3"], "--limit: a map has every place on it"),
        (&["nominees", "--sort", "year"], "--sort: a map has every place"),
        (&["nominees", "--format", "table"], "--map: table has no map; a drawing and a page have one: -o map.svg"),
        (&["nominees", "--format", "csv"], "--map: csv has no map"),
    ] {
        let format: &[&str] = if arguments.contains(&"--format") { &[] } else { &["--format", "svg"] };
        let (status, message) = refusal(&[&["chart"], arguments, &["--map"], format].concat());
        assert!(status == Some(2) && message.contains(said), "{arguments:?}: {message}");
    }
    let file = folder("no-map").join("map.svg");
    let path = file.to_str().expect("UTF-8");
    let output = itkommun(&["chart", "nominees", "--year", "1999", "--map", "-o", path]);
    let told = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(output.status.success() && told.contains("no rows to draw") && fs::metadata(&file).is_err(), "{told}");
}

#[test]
fn outlines_go_with_their_table_into_a_folder() {
    let to = folder("outlines").join("register");
    let name = to.to_str().expect("UTF-8");
    stdout(&["export", "--to", name, "nominees", "municipalities"]);
    let package = Package::in_folder(&to).expect("a package");
    let svg = over(&package, &["chart", "nominees", "--map", "--format", "svg"]);
    assert_eq!(places(&svg).len(), 290);
    // Whose work they are is told in a table that did not go with them.
    assert!(!svg.contains("Outlines after"), "{svg}");
    stdout(&["export", "--to", name, "--force", "nominees"]);
    assert!(!to.join("outlines.topojson").exists());
    assert_eq!(itkommun(&["check", name]).status.code(), Some(0));
}
