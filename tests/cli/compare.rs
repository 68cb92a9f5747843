//! `compare`: figures beside each other.

use crate::support::{itkommun, json, lines, refusal, stdout};

#[test]
fn municipalities_stand_beside_each_other() {
    let asked = ["compare", "järfälla", "0160", "--indicator", "e_government_score", "--year", "2009"];
    assert_eq!(
        stdout(&asked).lines().next(),
        Some("indicator\tarea\tyear\tJärfälla\tTäby"),
        "a column each, in the order typed"
    );
    assert_eq!(
        lines(&asked),
        [
            "e_government_score\tleadership_and_governance\t2009\t3.5\t3.9",
            "e_government_score\tchange_management_and_communication\t2009\t≳ 3.0\t≥ 3.8",
            "e_government_score\tit_platform\t2009\t≈ 3.8\t≥ 3.8",
            "e_government_score\tcooperation_and_it_economy\t2009\t≈ 3.2\t≥ 3.8",
            "e_government_score\te_government_total\t2009\t3.5\t≥ 3.8",
            "e_government_score\tall_areas\t2009\t3.0–3.8\t",
        ],
        "areas in their own order"
    );
    let differing = lines(&[&asked[..], &["--differing"]].concat());
    assert_eq!(differing.len(), 5, "what only one has stated does not differ");
    // Two statements of one thing are both there.
    let services = json(&["compare", "Järfälla", "Täby", "--indicator", "e_services"]);
    assert_eq!(services[0]["Järfälla"], serde_json::json!(["≳ 70 e-services", "70 e-services"]));
    assert_eq!(services[0]["Täby"], serde_json::json!(["≈ 40 e-services"]));
}

#[test]
fn one_municipality_is_compared_with_the_mean() {
    let line = lines(&["compare", "falkenberg", "--year", "2009", "--area", "all_areas"]);
    assert_eq!(line, ["e_government_score\tall_areas\t2009\t≥ 3.0\t≥ 2.0"]);
    // What is said of all areas at once is set beside what is said of each.
    let line = lines(&["compare", "täby", "--year", "2009", "--area", "it_platform,all_areas", "--differing"]);
    assert_eq!(line, ["e_government_score\tit_platform\t2009\t≥ 3.8\t≥ 2.0 (all areas)"]);
    // A spelling that is another municipality's but for its diacritics is no second municipality.
    for (typed, heading) in [("Håbo", "Håbo"), ("Ha\u{30a}bo kommun", "Håbo"), ("habo", "Habo"), ("HÅBO", "Håbo")]
    {
        let header = stdout(&["compare", typed]);
        assert_eq!(
            header.lines().next(),
            Some(format!("indicator\tarea\tyear\t{heading}\tAll municipalities (mean)").as_str())
        );
    }
    assert!(refusal(&["compare", "Jarfala"]).1.contains("did you mean Järfälla?"));
    assert_eq!(itkommun(&["compare", "lund", "kalix", "-e"]).status.code(), Some(1));
}
