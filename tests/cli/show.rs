//! `show`: everything about one thing.

use crate::support::{json, refusal, stdout};

#[test]
fn everything_about_a_municipality_a_person_an_organisation_or_a_year() {
    let show = |name: &str| json(&["show", name]);
    let falkenberg = show("falkenbergs kommun");
    assert_eq!(falkenberg["winners"][0]["year"], 2009);
    assert_eq!(falkenberg["municipalities"][0]["code"], "1382");
    assert!(falkenberg["nominees"].as_array().is_some_and(|rows| rows.len() == 2), "2009 and 2017");
    assert_eq!(falkenberg["jurors"], serde_json::json!([]), "every table is a key");
    let dahlbom = show("bo dahlbom");
    assert_eq!(dahlbom["jurors"].as_array().map(Vec::len), Some(5));
    assert_eq!(dahlbom["winners"], serde_json::json!([]));
    // The source's spelling finds the person, too.
    assert_eq!(show("Crister Molander"), show("Christer Molander"));
    assert!(show("Intel")["jurors"][0]["name"] == "Carl-Daniel Norenberg");
    let year = show("2011");
    assert_eq!(year["editions"][0]["number"], 6);
    assert_eq!(year["nominees"].as_array().map(Vec::len), Some(3));
    // Two words need no quotes.
    assert_eq!(stdout(&["show", "upplands", "väsby"]), stdout(&["show", "Upplands Väsby"]));
}

#[test]
fn a_name_that_is_nothings_is_refused_with_the_nearest() {
    for (name, nearest) in [("Jarfala", "Järfälla"), ("Bo Dalbom", "Bo Dahlbom"), ("Mikrosoft", "Microsoft")] {
        let (status, message) = refusal(&["show", name]);
        assert_eq!(status, Some(2));
        assert!(message.contains(&format!("did you mean {nearest}")), "{message}");
    }
    assert_eq!(refusal(&["show", " "]).0, Some(2));
}
