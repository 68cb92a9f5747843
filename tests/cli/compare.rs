//! `compare`: figures beside each other.

use std::path::Path;

use itkommun::package::Package;

use crate::small::over;
use crate::support::{breaking, empty, itkommun, json, lines, refusal, stdout};

/// The rows of a Markdown table, its cells parted by `|`.
fn table(arguments: &[&str]) -> Vec<String> {
    let text = stdout(&[arguments, &["--format", "markdown"]].concat());
    breaking(&text).lines().map(|line| line.trim_matches(['|', ' ']).replace(" | ", "|")).collect()
}

#[test]
fn municipalities_stand_beside_each_other() {
    let asked = ["compare", "järfälla", "0160", "--indicator", "e_government_score", "--year", "2009"];
    let shown = table(&asked);
    assert_eq!(shown[0], "indicator|area|year|Järfälla|Täby", "a column each, in the order typed");
    assert_eq!(
        shown[2..],
        [
            "E-förvaltning score|Leadership and governance|2009|3.5|3.9",
            "E-förvaltning score|Change management and communication|2009|≳ 3.0|≥ 3.8",
            "E-förvaltning score|IT platform|2009|≈ 3.8|≥ 3.8",
            "E-förvaltning score|Cooperation and IT economy|2009|≈ 3.2|≥ 3.8",
            "E-förvaltning score|E-government in total|2009|3.5|≥ 3.8",
            "E-förvaltning score|All areas at once|2009|3–3.8",
        ],
        "areas in their own order"
    );
    let differing = table(&[&asked[..], &["--differing"]].concat());
    assert_eq!(differing.len(), 2 + 5, "what only one has stated does not differ");
    // Two statements of one thing are both there.
    let services = table(&["compare", "Järfälla", "Täby", "--indicator", "e_services", "--year", "2009"]);
    assert_eq!(
        services[2],
        "E-services (with care)||2009|70 e-services, ≳ 70 e-services ≠|e-services in Digitala rummet: ≈ 40 e-services"
    );
}

#[test]
fn one_municipality_is_compared_with_the_mean() {
    let shown = table(&["compare", "falkenberg", "--year", "2009", "--area", "all_areas"]);
    assert_eq!(shown[2..], ["E-förvaltning score|All areas at once|2009|≥ 3.0|≥ 2 ?"]);
    // What is said of all areas at once is set beside what is said of each.
    let shown = table(&["compare", "täby", "--year", "2009", "--area", "it_platform,all_areas", "--differing"]);
    assert_eq!(shown[2..], ["E-förvaltning score|IT platform|2009|≥ 3.8|≥ 2 (all areas) ?"]);
    // A spelling that is another municipality's but for its diacritics is no second municipality.
    for (typed, heading) in [("Håbo", "Håbo"), ("Ha\u{30a}bo kommun", "Håbo"), ("habo", "Habo"), ("HÅBO", "Håbo")]
    {
        let header = &table(&["compare", typed])[0];
        assert_eq!(*header, format!("indicator|area|year|{heading}|All municipalities (mean)"));
    }
    assert!(refusal(&["compare", "Jarfala"]).1.contains("did you mean Järfälla?"));
    // Of one year it is not said that there are none at all.
    assert_eq!(
        empty(&["compare", "Järfälla", "--year", "1900"]).1,
        "note: Järfälla: no figures to compare with --year 1900\n"
    );
    assert_eq!(itkommun(&["compare", "lund", "kalix", "-e"]).status.code(), Some(1));
}

#[test]
fn programs_get_a_row_for_each_figure_with_its_parts() {
    let asked = ["compare", "järfälla", "täby", "--indicator", "e_government_score,e_services", "--year", "2009"];
    let rows = json(&asked);
    assert_eq!(
        rows[0],
        serde_json::json!({
            "indicator": "e_government_score", "area": "leadership_and_governance", "year": 2009,
            "comparable": "yes", "municipality": "Järfälla", "body": null, "subject": null, "value": 3.5, "upper": null,
            "qualifier": "exact", "unit": null, "status": "reported", "stated_for": "leadership_and_governance",
            "inferred": [], "disputed": [], "source": ["skl-2009"], "locator": [rows[0]["locator"][0].as_str().expect("a locator")]
        })
    );
    let services: Vec<_> =
        rows.as_array().expect("rows").iter().filter(|row| row["indicator"] == "e_services").collect();
    let figures: Vec<_> = services.iter().map(|row| (row["qualifier"].as_str(), row["value"].as_i64())).collect();
    assert_eq!(figures, [(Some("exact"), Some(70)), (Some("just_over"), Some(70)), (Some("about"), Some(40))]);
    let disputed: Vec<usize> = services.iter().map(|row| row["disputed"].as_array().expect("a list").len()).collect();
    assert_eq!(disputed, [1, 1, 0], "sources differ on one municipality's number");
    // The mean stands in a column of its own, and what is said of all areas says so.
    let alone = lines(&["compare", "täby", "--year", "2009", "--area", "it_platform,all_areas"]);
    assert!(
        alone[1].contains("\t\tAll municipalities (mean)\t\t2\t\tat_least\t\treported\tall_areas\tvalue\t"),
        "{alone:?}"
    );
    let cited = json(&["compare", "järfälla", "täby", "--year", "2009", "--cite"]);
    assert_eq!(
        (&cited["rows"][0]["citation"], &cited["citations"][0]["id"]),
        (&serde_json::json!([1]), &"skl-2009".into())
    );
}

#[test]
fn figures_that_name_no_source_are_compared_without_columns_of_sources() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/packages/sound/figures");
    let package = Package::in_folder(&folder).expect("a package");
    for format in ["tsv", "csv"] {
        let compared = over(&package, &["compare", "x", "--all", "--state", "target", "--format", format]);
        let columns = |line: &str| line.split(['\t', ',']).count();
        let widths: Vec<usize> = compared.lines().map(columns).collect();
        assert_eq!((widths.len(), widths[0]), (2, widths[1]), "{compared}");
        assert!(!compared.contains("source"), "{compared}");
    }
}
