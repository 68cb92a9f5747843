//! `profile`: scores in each area, beside the mean and an earlier year.

use crate::support::{breaking, itkommun, json, refusal, stdout};

#[test]
fn a_profile_is_the_five_areas_beside_the_mean_and_an_earlier_year() {
    let rows = json(&["profile", "falkenberg", "--year", "2009"]);
    let rows = rows.as_array().expect("rows");
    let areas: Vec<_> = rows.iter().step_by(3).map(|row| row["area"].as_str().expect("an area")).collect();
    assert_eq!(
        areas,
        [
            "leadership_and_governance",
            "change_management_and_communication",
            "it_platform",
            "cooperation_and_it_economy",
            "e_government_total"
        ]
    );
    assert_eq!((&rows[0]["year"], &rows[1]["year"]), (&2009.into(), &2008.into()));
    assert_eq!(rows[2]["body"], "All municipalities (mean)");
    // Of change management the source says only what it says of all areas.
    assert_eq!((&rows[3]["value"], &rows[3]["stated_for"]), (&3.0.into(), &"all_areas".into()));
    assert_eq!(json(&["profile", "Falkenberg"]), serde_json::Value::from(rows.clone()), "the latest year is usual");
}

#[test]
fn what_is_not_stated_is_missing_and_not_zero() {
    // Of Falkenberg 2007 the source speaks of one area only.
    let rows = json(&["profile", "falkenberg", "--year", "2007"]);
    let rows: Vec<_> =
        rows.as_array().expect("rows").iter().filter(|row| row["municipality"] == "Falkenberg").collect();
    let stated: Vec<_> = rows.iter().filter(|row| row["year"] == 2007 && !row["value"].is_null()).collect();
    assert_eq!(stated.len(), 1);
    assert_eq!((&stated[0]["area"], &stated[0]["value"]), (&"leadership_and_governance".into(), &2.0.into()));
    let bars = stdout(&["profile", "falkenberg", "--year", "2007", "--format", "table"]);
    let missing = bars.lines().filter(|line| line.contains("Falkenberg 2007") && line.ends_with("not stated"));
    assert_eq!(missing.count(), 4);
    let radar = stdout(&["profile", "falkenberg", "--year", "2007", "--format", "svg"]);
    assert!(radar.contains("not stated"), "{radar}");
}

#[test]
fn people_are_told_what_was_said_of_all_areas() {
    let table = stdout(&["profile", "falkenberg", "--year", "2009", "--format", "markdown"]);
    let table = breaking(&table);
    assert!(table.contains("| Cooperation and IT economy | ≥ 3.0 (all areas) |"), "{table}");
    assert!(table.contains("| IT platform | 3.2 |"), "{table}");
}

#[test]
fn a_profile_without_scores_tells_who_has_them() {
    for (arguments, said) in [
        (&["profile", "lund"][..], "no scores of Lund; they do of Falkenberg, Järfälla, Stockholm, Täby"),
        (&["profile", "täby", "--year", "2011"], "no scores of Täby for 2011; they do for 2008, 2009"),
    ] {
        let output = itkommun(&[arguments, &["--format", "json"]].concat());
        assert_eq!((output.status.code(), output.stdout.as_slice()), (Some(0), &b"[]\n"[..]));
        assert!(String::from_utf8_lossy(&output.stderr).contains(said));
        assert_eq!(itkommun(&[arguments, &["-e"]].concat()).status.code(), Some(1));
    }
    assert_eq!(refusal(&["profile", "täby", "--year", "20"]).0, Some(2));
}
