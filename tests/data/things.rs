//! What the tables name: initiatives, organisations and people, one row a thing.

use std::collections::{HashMap, HashSet};

use super::{fields, items, resources, table, text};

/// A name as an id: lower case, without diacritics, with hyphens.
fn slug(name: &str) -> String {
    let plain = name.to_lowercase().replace(['å', 'ä'], "a").replace('ö', "o").replace('é', "e");
    let words = plain.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty());
    words.collect::<Vec<_>>().join("-")
}

#[test]
fn an_initiative_is_called_by_its_name_and_by_its_municipality_where_two_share_one() {
    let rows = table("initiatives");
    let mut names: HashMap<String, usize> = HashMap::new();
    for row in &rows {
        *names.entry(slug(&row["name"])).or_default() += 1;
    }
    for row in &rows {
        let mut id = slug(&row["name"]);
        if names[&id] > 1 {
            let first = items(&row["municipality"], ';').next().expect("a municipality to tell it by");
            id = format!("{id}-{}", slug(first));
        }
        assert_eq!(row["id"], id);
    }
}

#[test]
fn other_spellings_lead_to_one_thing() {
    for (name, column) in [("initiatives", "printed_as"), ("organisations", "also_called")] {
        let rows = table(name);
        let mut seen: HashMap<String, String> = HashMap::new();
        for row in &rows {
            for spelling in items(&row[column], ';') {
                assert_ne!(spelling, row["name"], "{name}: no other spelling");
                if name == "organisations" {
                    assert!(rows.iter().all(|other| other["name"] != spelling), "{spelling} is a name of its own, too");
                    let before = seen.insert(spelling.to_owned(), row["name"].clone());
                    assert_eq!(before, None, "{spelling}");
                }
            }
        }
    }
}

#[test]
fn a_list_of_municipalities_is_sorted_and_names_each_once() {
    for row in table("initiatives") {
        let list: Vec<&str> = items(&row["municipality"], ';').collect();
        assert!(list.windows(2).all(|pair| pair[0] < pair[1]), "{}: {list:?}", row["id"]);
    }
}

#[test]
fn an_organisation_is_named_by_some_row() {
    let column = |name: &str, column: &str| table(name).into_iter().map(|row| row[column].clone()).collect::<Vec<_>>();
    let pairs = [
        ("jurors", "organisation"),
        ("backers", "organisation"),
        ("people", "organisation"),
        ("initiatives", "owner"),
        ("metrics", "body"),
    ];
    let used: HashSet<String> = pairs.into_iter().flat_map(|(name, of)| column(name, of)).collect();
    let names: HashSet<String> = column("organisations", "name").into_iter().collect();
    let unused: Vec<&String> = names.iter().filter(|name| !used.contains(*name)).collect();
    assert!(unused.is_empty(), "{unused:?}");
    let municipalities: HashSet<String> = column("municipalities", "name").into_iter().collect();
    for owner in column("initiatives", "owner").into_iter().filter(|owner| !owner.is_empty()) {
        assert!(names.contains(&owner) || municipalities.contains(&owner), "{owner} is no organisation");
    }
    // A figure's body may be a region or an undertaking; by another name of an organisation it is not to be called.
    let others: HashSet<String> = table("organisations")
        .iter()
        .flat_map(|row| items(&row["also_called"], ';').map(str::to_owned).collect::<Vec<_>>())
        .collect();
    for name in pairs.into_iter().flat_map(|(name, of)| column(name, of)) {
        assert!(!others.contains(&name), "{name} is not how the register calls it");
    }
}

#[test]
fn an_office_has_one_row_and_ends_after_it_began() {
    let mut offices = HashSet::new();
    for row in table("people") {
        let key = ["name", "role", "municipality", "organisation"].map(|column| row[column].clone());
        assert!(offices.insert(key), "{row:?}");
    }
    for row in table("people").into_iter().chain(table("initiatives")) {
        let (since, until) = (&row["since"], &row["until"]);
        assert!(since.is_empty() || until.is_empty() || since <= until, "{row:?}");
    }
}

/// As many as one can keep apart.
const KINDS: usize = 14;

#[test]
fn the_kinds_of_initiatives_are_few_and_each_is_told_from_the_others() {
    let resource = resources().into_iter().find(|resource| resource["name"] == "initiatives").expect("the table");
    let kind = fields(&resource).into_iter().find(|field| field["name"] == "kind").expect("the column");
    let kinds = kind["categories"].as_array().expect("categories");
    assert!(kinds.len() <= KINDS, "{} kinds", kinds.len());
    let used: HashSet<String> = table("initiatives").into_iter().map(|row| row["kind"].clone()).collect();
    for kind in kinds {
        assert!(!text(&kind["description"]).is_empty(), "{}: by what is it told?", kind["value"]);
        assert!(used.contains(text(&kind["value"])), "{} is used by none", kind["value"]);
    }
}
