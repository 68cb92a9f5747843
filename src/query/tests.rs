//! Questions to a small package about something else than ours.

use std::fs;
use std::path::Path;

use tempfile::TempDir;

use super::{Filter, Query};
use crate::package::{Column, Package, Value};

fn birds() -> Package {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/packages/sound/birds");
    Package::in_folder(&folder).expect("a package")
}

/// A package of these lines alone: an id, a size and a name each.
pub(super) fn package_of(lines: &str) -> (TempDir, Package) {
    const DESCRIPTOR: &str = r#"{"name": "rows", "resources": [{"name": "rows", "path": "rows.csv", "schema": {"fields": [
        {"name": "id", "type": "integer"}, {"name": "size", "type": "number"}, {"name": "name", "type": "string"}]}}]}"#;
    let folder = TempDir::new().expect("a folder");
    fs::write(folder.path().join("datapackage.json"), DESCRIPTOR).expect("a descriptor");
    fs::write(folder.path().join("rows.csv"), format!("id,size,name\n{lines}")).expect("rows");
    let package = Package::in_folder(folder.path()).expect("a package");
    (folder, package)
}

fn column<'p>(package: &'p Package, name: &str) -> Column<'p> {
    let table = package.table("sightings").expect("the table");
    package.columns(table).find(|column| column.field.name == name).expect("the column")
}

/// A filter of sightings, as it is typed for a column; several values stand apart by ` or `.
fn filter(package: &Package, name: &str, typed: &str, possibly: bool) -> Filter {
    let table = package.table("sightings").expect("the table");
    let typed: Vec<String> = typed.split(" or ").map(str::to_owned).collect();
    Filter::parse(package, table, column(package, name), &typed, possibly).expect("a filter")
}

/// A column of the sightings that the filters take.
fn cells(package: &Package, name: &str, filters: Vec<Filter>) -> Vec<String> {
    let mut query = Query::new(package.table("sightings").expect("the table"), vec![column(package, name)]);
    query.filters = filters;
    let mut cells = Vec::new();
    let count = query.run(package, |row| {
        cells.push(row[0].plain(";").into_owned());
        Ok(())
    });
    assert_eq!(count.expect("an answer"), cells.len());
    cells
}

fn ids(package: &Package, name: &str, typed: &str) -> String {
    cells(package, "id", vec![filter(package, name, typed, false)]).join(" ")
}

#[test]
fn what_a_list_of_keys_opens_is_a_list_without_gaps_and_repetitions() {
    let birds = birds();
    assert_eq!(cells(&birds, "family", vec![]), ["Paridae;Corvidae", "Corvidae", "Paridae", ""]);
    assert_eq!(cells(&birds, "code", vec![]), ["1;2;3", "3", "2", ""]);
}

#[test]
fn a_filter_takes_the_rows_that_meet_it() {
    let birds = birds();
    for (name, typed, taken) in [
        ("id", "1,3..", "1 3 4"),
        ("seen_on", "2020-06..2021-02", "2 3"),
        ("species", "Raven", "1 2"),
        ("species", "2", "1 3"),
        ("family", "corvidae", "1 2"),
        ("code", "2", "1 3"),
        ("unit", "BIRD", "1 3 4"),
    ] {
        assert_eq!(ids(&birds, name, typed), taken, "{name} {typed}");
    }
}

#[test]
fn one_of_several_filters_is_enough_where_any_may_be_met() {
    let birds = birds();
    let of_two = Filter::any(vec![filter(&birds, "id", "2", false), filter(&birds, "unit", "bird", false)]);
    assert_eq!(cells(&birds, "id", vec![of_two]), ["1", "2", "3", "4"]);
    assert_eq!(cells(&birds, "id", vec![Filter::any(vec![])]), [""; 0]);
}

#[test]
fn a_comma_in_text_is_told_of_where_it_may_have_been_meant_to_part() {
    let birds = birds();
    for (name, typed, hinted) in
        [("unit", "birds,nests", true), ("family", "a,b", true), ("unit", "birds", false), ("id", "1,2", false)]
    {
        let hint = filter(&birds, name, typed, false).hint().map(str::to_owned);
        assert_eq!(hint.is_some_and(|hint| hint.contains(&format!("give --{name} again"))), hinted, "{name} {typed}");
        assert_eq!(filter(&birds, name, typed, false).hint().is_some(), hinted, "{name} {typed}");
    }
}

#[test]
fn a_figure_is_taken_where_one_of_the_ranges_holds_all_of_it() {
    let birds = birds();
    for (typed, surely, possibly) in [
        ("70..80", "1", "1"),
        ("75..", "", "1"),
        ("80..", "", ""),
        ("0..9 or 10..20", "3 4", "3 4"),
        ("0..15 or 16..60", "4", "3 4"),
        ("-1000..1000", "1 3 4", "1 3 4"),
    ] {
        for (is_possible, taken) in [(false, surely), (true, possibly)] {
            let found = cells(&birds, "id", vec![filter(&birds, "count", typed, is_possible)]).join(" ");
            assert_eq!(found, taken, "{typed} {is_possible}");
        }
    }
}

#[test]
fn a_complement_takes_what_is_left_and_all_of_several_take_what_each_does() {
    let birds = birds();
    let not = |name: &str, typed: &str| filter(&birds, name, typed, false).complement();
    let taken = |filter: Filter| cells(&birds, "id", vec![filter]).join(" ");
    // The sighting 4 has no bird and 2 no figure: what is missing is left.
    assert_eq!(taken(not("species", "Raven")), "3 4");
    assert_eq!(taken(not("count", "..1000")), "2");
    assert_eq!(taken(not("species", "Raven").complement()), "1 2");
    let present = |name: &str| Filter::present(&birds, birds.table("sightings").expect("it"), column(&birds, name));
    assert_eq!(taken(present("count").expect("a filter")), "1 3 4");
    assert_eq!(taken(present("family").expect("a filter")), "1 2 3");
    assert_eq!(taken(present("species").expect("a filter").complement()), "4");
    assert_eq!(taken(Filter::all(vec![not("species", "Raven"), present("family").expect("a filter")])), "3");
    assert_eq!(taken(Filter::all(vec![])), "1 2 3 4");
}

#[test]
fn gaps_are_those_that_lie_within_the_question() {
    let birds = birds();
    let gaps = |filters: Vec<Filter>| {
        let mut query = Query::new(birds.table("sightings").expect("the table"), vec![]);
        query.filters = filters;
        let gaps = query.gaps(&birds).expect("gaps");
        gaps.iter().map(|gap| format!("{}: {}", gap.keys.join(" "), gap.note)).collect::<Vec<_>>()
    };
    let all = ["2019: nobody counted", "2021 2022: the autumn is missing"];
    assert_eq!(gaps(vec![]), all);
    assert_eq!(gaps(vec![filter(&birds, "year", "2020..2021", false)]), ["2021: the autumn is missing"]);
    assert_eq!(
        gaps(vec![filter(&birds, "year", "2020..2021", false).complement()]),
        [all[0], "2022: the autumn is missing"]
    );
    let either = Filter::any(vec![filter(&birds, "year", "2019", false), filter(&birds, "year", "2022", false)]);
    assert_eq!(gaps(vec![either]), [all[0], "2022: the autumn is missing"]);
    assert_eq!(gaps(vec![filter(&birds, "id", "1", false).complement()]), all);
    // A filter of another column may take rows of any year.
    assert_eq!(gaps(vec![filter(&birds, "id", "1", false)]), all);
}

#[test]
fn a_key_over_several_columns_opens_what_it_leads_to() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/packages/sound/keys-over-two-columns");
    let package = Package::in_folder(&folder).expect("a package");
    let table = package.table("visits").expect("the table");
    let column = |name: &str| package.columns(table).find(|column| column.field.name == name).expect("the column");
    let asked = |typed: &str, excluded: bool| {
        let filter =
            Filter::parse(&package, table, column("inhabitants"), &[typed.to_owned()], false).expect("a filter");
        let filter = if excluded { filter.complement() } else { filter };
        let query = Query { filters: vec![filter], ..Query::new(table, vec![column("id"), column("inhabitants")]) };
        let mut rows = Vec::new();
        let count = query.run(&package, |row| {
            rows.push(row.iter().map(|value| value.plain(";").into_owned()).collect::<Vec<_>>().join(" "));
            Ok(())
        });
        assert_eq!(count.expect("an answer"), rows.len());
        rows
    };
    assert_eq!(asked("10..12", false), ["a 10", "b 12"]);
    assert_eq!(asked("12", false), ["b 12"]);
    // The row that it leads to has no figure, or there is no key: missing, and no 0.
    assert_eq!(asked("12", true), ["a 10", "c ", "e "]);
    assert!(asked("0", false).is_empty());
}

#[test]
fn keys_are_compared_as_values() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/packages/sound/keys-as-values");
    let package = Package::in_folder(&folder).expect("a package");
    let table = package.table("wins").expect("the table");
    let column = |name: &str| package.columns(table).find(|column| column.field.name == name).expect("the column");
    let filter = Filter::parse(&package, table, column("v"), &["2".to_owned()], false).expect("a filter");
    let mut opened = Vec::new();
    for filters in [Vec::new(), vec![filter]] {
        let query = Query { filters, ..Query::new(table, vec![column("v")]) };
        let count = query.run(&package, |row| {
            opened.push(row[0].plain("").into_owned());
            Ok(())
        });
        assert!(count.is_ok());
    }
    assert_eq!(opened, ["1", "2", "2", "2", "2"]);
}

#[test]
fn many_groups_are_counted_as_few_are() {
    // Each name twice, more names than are told apart at once; and one size, written in two ways.
    let line = |at: usize| format!("{at},{},n{}", ["1", "1.0"][(at / 60_000 + at) % 2], at % 60_000);
    let lines: Vec<String> = (0..120_000).map(line).collect();
    let (_folder, package) = package_of(&lines.join("\n"));
    let table = package.table("rows").expect("the table");
    let columns: Vec<Column> = package.columns(table).collect();
    let counts = |by: &[usize]| {
        let by: Vec<Column> = by.iter().map(|&at| columns[at]).collect();
        let groups = Query::new(table, vec![]).count_by(&package, &by, &[]).expect("groups");
        let text = |values: &[Value]| values.iter().map(|it| it.plain("").into_owned()).collect::<Vec<_>>().join(" ");
        groups.iter().map(|group| (text(&group.values), group.count)).collect::<Vec<_>>()
    };
    assert_eq!(counts(&[1]), [("1".to_owned(), 120_000)]);
    let by_name = counts(&[2, 1]);
    assert_eq!(by_name.len(), 60_000);
    assert!(by_name.iter().all(|(values, count)| *count == 2 && values.ends_with(" 1")));
}
