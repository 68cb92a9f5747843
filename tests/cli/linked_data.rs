//! What the page of `export` says to programs: a data set in the words of schema.org, and what it mentions.

use std::collections::HashSet;
use std::fs;

use itkommun::package::Package;
use serde_json::{Value, json};

use crate::addresses::islands;
use crate::small::over;
use crate::support::{folder, json as answer, stdout};

/// The page that an export makes.
fn exported(package: &Package, name: &str, tables: &[&str]) -> String {
    let to = folder(&format!("linked-data-{name}")).join("register.html");
    over(package, &[&["export", "--to", to.to_str().expect("UTF-8")], tables].concat());
    fs::read_to_string(to).expect("the page")
}

/// What a page says, as a browser finds it: up to the first end of the element, whatever stands in its strings.
fn said(page: &str) -> Value {
    let (head, _) = page.split_once("</head>").expect("a head");
    let (_, rest) = head.split_once("<script type=\"application/ld+json\">").expect("an element in the head");
    serde_json::from_str(rest.split_once("</script").expect("an end").0).expect("JSON")
}

#[test]
fn the_register_is_a_data_set_that_search_engines_can_list() {
    let said = said(&exported(&Package::bundled(), "data-set", &[]));
    assert_eq!((&said["@context"], &said["@type"]), (&json!("https://schema.org/"), &json!("Dataset")));
    let package: Value = serde_json::from_str(include_str!("../../data/datapackage.json")).expect("JSON");
    // Google wants a name, and a description of 50 to 5000 characters.
    for (property, own, other) in [("name", "title", "titles"), ("description", "description", "descriptions")] {
        let both = json!([
            {"@value": package[own], "@language": "en"},
            {"@value": package[other]["sv"], "@language": "sv"},
        ]);
        assert_eq!(said[property], both);
    }
    for text in said["description"].as_array().expect("two") {
        assert!((50..=5000).contains(&text["@value"].as_str().expect("a text").chars().count()), "{text}");
    }
    assert_eq!(said["license"], "https://creativecommons.org/publicdomain/zero/1.0/");
    assert_eq!(said["creator"], json!({"@type": "Organization", "name": package["contributors"][0]["title"]}));
    assert_eq!(said["datePublished"], package["created"].as_str().expect("a time")[..10]);
    for (property, of_package) in
        [("identifier", "id"), ("version", "version"), ("keywords", "keywords"), ("inLanguage", "languages")]
    {
        assert_eq!(said[property], package[of_package], "{property}");
    }
    assert_eq!(said["isAccessibleForFree"], true);
    // From the first edition to the last.
    let years = answer(&["editions", "--columns", "year", "--sort", "year"]);
    let years = years.as_array().expect("rows");
    let span = format!("{}/{}", years[0]["year"], years[years.len() - 1]["year"]);
    assert_eq!(said["temporalCoverage"], span);
}

#[test]
fn every_municipality_is_the_item_of_wikidata() {
    let said = said(&exported(&Package::bundled(), "mentions", &["municipalities"]));
    let mentions = said["mentions"].as_array().expect("a list");
    assert_eq!(mentions.len(), 290);
    // Q499425 is Upplands Väsby Municipality, https://www.wikidata.org/wiki/Q499425.
    let first = json!({
        "@type": "AdministrativeArea", "name": "Upplands Väsby", "sameAs": "http://www.wikidata.org/entity/Q499425"
    });
    assert_eq!(mentions[0], first);
    let items: HashSet<&str> = mentions.iter().map(|it| it["sameAs"].as_str().expect("an address")).collect();
    assert_eq!(items.len(), 290);
}

#[test]
fn what_is_mentioned_is_what_columns_say_of_themselves() {
    let page = exported(&islands(), "islands", &[]);
    let mentions = said(&page)["mentions"].clone();
    let map = |name: &str| json!({"@id": format!("https://example.org/maps/{name}.png")});
    // A column without a property, `code`, says nothing; nor does the row that has no other address.
    let expected = json!([
        {
            "@type": "Landform", "name": "Gotska Sandön", "sameAs": "http://www.wikidata.org/entity/Q217317",
            "http://xmlns.com/foaf/0.1/depiction": [map("north"), map("south")]
        },
        {"@type": "Landform", "name": "Fårö", "sameAs": "http://www.wikidata.org/entity/Q1396"},
        {
            "@type": "Landform", "name": "</script><!-- ö", "sameAs": "http://www.wikidata.org/entity/Q%22%3E%3Cb%3E%2F..%2Fx",
            "http://xmlns.com/foaf/0.1/depiction": map("a%20b")
        },
    ]);
    assert_eq!(mentions, expected);
    // Nothing in it ends the element or begins another.
    let (_, rest) = page.split_once("<script type=\"application/ld+json\">").expect("the element");
    let (text, _) = rest.split_once("</script>").expect("its end");
    assert!(!text.contains('<'), "{text}");
    assert_eq!(said(&exported(&islands(), "visits", &["visits"]))["mentions"], Value::Null);
}

#[test]
fn the_page_of_an_answer_is_no_data_set() {
    for arguments in [&["municipalities", "--format", "html"][..], &["show", "Täby", "--format", "html"]] {
        assert!(!stdout(arguments).contains("ld+json"), "{arguments:?}");
    }
}
