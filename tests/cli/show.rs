//! `show`: everything about one thing.

use crate::pty::Terminal;
use crate::support::{breaking, empty, itkommun, json, program, refusal, stdout};

/// What is told of a thing before its rows, on a terminal of 80 columns.
fn lead(arguments: &[&str]) -> String {
    let mut command = program();
    command.arg("show").args(arguments).args(["--format", "table"]).env("COLUMNS", "80");
    let output = command.output().expect("the program runs");
    assert!(output.status.success(), "{arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
    let text = String::from_utf8(output.stdout).expect("UTF-8");
    breaking(text.split("\n\n").next().expect("a text").trim_end())
}

/// The names in a column of a table.
fn names(shown: &serde_json::Value, table: &str, column: &str) -> Vec<String> {
    let rows = shown[table].as_array().expect("rows").iter();
    let mut names: Vec<String> = rows.map(|row| row[column].as_str().expect("a name").to_owned()).collect();
    names.dedup();
    names
}

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
fn what_a_thing_is_and_what_there_is_of_it_comes_first() {
    assert_eq!(
        lead(&["lund"]),
        "Lund: municipality · code 1281 · Skåne län · group B3 Medium-sized towns\n\
         population: 12, 2001–2023\n\
         none, as far as the sources tell: winners, nominees, metrics, initiatives,\n  people"
    );
    let falkenberg = lead(&["1382"]);
    assert!(
        falkenberg
            .starts_with("Falkenberg: municipality · code 1382 · Hallands län · group C6 Small towns\nwinners: 2009\n")
    );
    assert!(falkenberg.contains("\nnominees: Winner 2009; Finalist 2017\n"), "{falkenberg}");
    assert_eq!(
        lead(&["bo dahlbom"]),
        "Bo Dahlbom: person\njurors: Member 2009, 2011, 2013, 2017; 2015\n\
         none, as far as the sources tell: winners, editions, people"
    );
    assert!(lead(&["Anders Major"]).starts_with("Anders Major: person · kommundirektör · Järfälla · year 2009\n"));
    let year = lead(&["2009"]);
    assert!(
        year.starts_with("2009: year · Sveriges IT-kommun · ceremony date 2009-11-17 · nominated 4 ? ·\n"),
        "{year}"
    );
    assert!(year.contains("\nnominees: Winner Falkenberg; Finalist Järfälla, Stockholm, Täby\n"), "{year}");
    // Markdown has a list of them; programs get rows and nothing else.
    let markdown = breaking(&stdout(&["show", "täby", "--format", "markdown"]));
    assert!(markdown.starts_with("**Täby**: municipality · code 0160 · Stockholms län · group A2 Commuting municipalities near large cities\n\n- nominees: Finalist 2009\n"));
    assert!(stdout(&["show", "täby", "--format", "csv"]).starts_with("table,row,column,value\nnominees,1,year,2009\n"));
}

#[test]
fn counties_sources_indicators_and_bodies_are_things_too() {
    let county = json(&["show", "västra götaland"]);
    assert_eq!(county["municipalities"].as_array().map(Vec::len), Some(49), "as many as the county has");
    assert!(names(&county, "nominees", "municipality").contains(&"Vara".to_owned()));
    assert!(lead(&["skåne"]).starts_with("Skåne län: county\nwinners: 2005, 2015\n"));
    let source = json(&["show", "skl-2009"]);
    assert_eq!(names(&source, "winners", "municipality"), ["Falkenberg"]);
    assert_eq!(source["sources"].as_array().map(Vec::len), Some(1));
    assert!(lead(&["skl-2009"]).starts_with("skl-2009: source · Sveriges IT-kommun 2009 ·"));
    assert!(lead(&["e_services"]).starts_with("e_services: indicator · E-services ·"));
    assert!(lead(&["sweden"]).starts_with("Sweden: body\nmetrics: "));
    // An organisation by a name that it has taken since.
    assert!(lead(&["skr"]).starts_with("Sveriges Kommuner och Landsting: organisation · also called SKL, SKR"));
}

#[test]
fn a_whole_name_comes_before_words_and_these_before_letters() {
    // A municipality of that name, and no person from it or called so.
    assert_eq!(names(&json(&["show", "Vara"]), "municipalities", "name"), ["Vara"]);
    let bo = json(&["show", "Bo"]);
    assert_eq!(names(&bo, "jurors", "name"), ["Bo Dahlbom"]);
    assert_eq!(names(&bo, "people", "name"), ["Bo Anderberg", "Bo Dahllöf"]);
    assert_eq!(bo["municipalities"], serde_json::json!([]), "Borås has the letters only");
    assert_eq!(names(&json(&["show", "ahlbo"]), "jurors", "name"), ["Bo Dahlbom"]);
    // A code of digits is no year that no row has.
    assert!(lead(&["0123"]).starts_with("Järfälla: municipality"));
}

#[test]
fn of_a_part_of_many_names_people_are_shown_the_names() {
    let text = stdout(&["show", "gemensam", "--format", "markdown"]);
    assert!(
        text.starts_with("| name | kind | also_called |\n| --- | --- | --- |\n| Automaten | initiative | gemensam")
    );
    assert!(text.contains("\n| Gemensam it-nämnd i Värmland | initiative |  |\n"), "{text}");
    let screen = Terminal::of_columns(80).screen(&["show", "gemensam"]);
    assert!(screen.contains("note: `gemensam` is part of 5 names"), "{screen}");
    // Programs get the rows as ever.
    assert_eq!(json(&["show", "gemensam"])["initiatives"].as_array().map(Vec::len), Some(5));
}

#[test]
fn a_year_without_an_edition_is_told_with_those_that_have_one() {
    let (rows, note) = empty(&["show", "2027"]);
    assert_eq!(rows, "table\trow\tcolumn\tvalue\n");
    assert!(note.starts_with("note: 2027: no row of editions; there are 2001, 2003,"), "{note}");
    assert!(lead(&["2012"]).starts_with("2012: year · no row of editions; there are 2001, 2003, 2005,"));
    // Rows of other tables name it, and that is an answer.
    assert!(stdout(&["show", "2012"]).lines().count() > 1);
    let (_, note) = empty(&["jurors", "--year", "2025"]);
    assert!(note.contains("no row of jurors, as far as the sources tell; there are 2009, 2011, 2013, 2015, 2017"));
}

#[test]
fn years_and_tables_narrow_the_rows() {
    let shown = json(&["show", "Falkenberg", "--table", "nominees,winners", "--year", "2010.."]);
    assert_eq!(shown, serde_json::json!({"winners": [], "nominees": shown["nominees"]}));
    assert_eq!(shown["nominees"].as_array().map(Vec::len), Some(1));
    assert_eq!(shown["nominees"][0]["year"], 2017);
    // What has no year is of none.
    assert_eq!(json(&["show", "Falkenberg", "--year", "2017"])["municipalities"], serde_json::json!([]));
    // The latest year is the thing's, in each table, and not the table's.
    let latest = json(&["show", "täby", "--year", "latest"]);
    let metrics = json(&["metrics", "--municipality", "täby", "--year", "latest"]);
    assert_eq!(latest["metrics"], metrics);
    assert!(metrics.as_array().is_some_and(|rows| !rows.is_empty() && rows.iter().all(|row| row["year"] == 2009)));
    assert_eq!(latest["nominees"][0]["year"], 2009);
    assert!(refusal(&["show", "Falkenberg", "--table", "nomines"]).1.contains("did you mean nominees?"));
    assert!(refusal(&["show", "Falkenberg", "--year", "x"]).1.contains("is not a year of four digits"));
}

#[test]
fn what_is_missing_of_some_years_is_not_said_to_be_missing_of_all() {
    let narrowed = lead(&["täby", "--year", "1900"]);
    assert!(
        narrowed.ends_with("\nnone with --year 1900: winners, nominees, metrics, initiatives, people,\n  population"),
        "{narrowed}"
    );
    // A table without years has nothing to do with them.
    assert!(lead(&["skl-2009", "--year", "latest"]).ends_with("\nnone with --year latest: backers, population"));
    assert!(lead(&["2009", "--year", "2011"]).contains("\nnone with --year 2011: winners, nominees,"));
}

#[test]
fn programs_are_told_why_nothing_is_there() {
    let told = |arguments: &[&str]| empty(&[&["show"], arguments].concat()).1;
    assert_eq!(told(&["Täby", "--year", "1900"]), "note: no row names `Täby` with --year 1900\n");
    assert_eq!(told(&["Lund", "--table", "metrics,winners"]), "note: no row of winners, metrics names `Lund`\n");
}

#[test]
fn a_county_is_shown_beside_a_body_of_its_name_and_not_beside_a_municipality() {
    for (name, county, municipalities) in [
        ("Värmland", "Värmlands län", 16),
        ("Norrbotten", "Norrbottens län", 14),
        ("Västernorrlands", "Västernorrlands län", 7),
    ] {
        let shown = json(&["show", name]);
        assert_eq!(shown["municipalities"].as_array().map(Vec::len), Some(municipalities), "{name}");
        assert!(
            shown["metrics"]
                .as_array()
                .is_some_and(|rows| rows.iter().any(|row| row["body"] == name.trim_end_matches('s')))
        );
        let text = stdout(&["show", name, "--format", "markdown"]);
        assert!(text.contains(&format!("\n\n**{county}**: county\n\n- ")), "{text}");
    }
    for name in ["Stockholm", "Örebro"] {
        assert_eq!(names(&json(&["show", name]), "municipalities", "name"), [name]);
    }
}

#[test]
fn what_one_thing_of_a_name_has_is_not_missing_of_another() {
    for name in ["Anna-projektet", "SOLTAK", "Digitala rummet", "Nebula", "Open ePlatform"] {
        let text = stdout(&["show", name, "--format", "markdown"]);
        let none: Vec<&str> = text.lines().filter(|line| line.starts_with("- none")).collect();
        assert!(none.len() == 1 && !none[0].contains("initiatives"), "{name}: {none:?}");
    }
}

#[test]
fn a_row_that_the_lead_tells_is_not_shown_again() {
    let lund = ["show", "lund", "--table", "winners,municipalities", "--format", "table"];
    assert_eq!(stdout(&lund).lines().count(), 2);
    let stokab = stdout(&["show", "Stokab", "--format", "markdown"]);
    assert!(!stokab.contains("## Initiatives") && stokab.matches("Organisation that has laid fibre").count() == 1);
    // How sure a value is stands in the lead, too.
    assert!(lead(&["Lifelong Learning Programme"]).contains(": initiative · kind Funding ? ·"));
    // It is an answer nonetheless, its sources are listed, and programs get it.
    assert_eq!(itkommun(&["show", "lund", "--format", "table", "-e"]).status.code(), Some(0));
    assert!(stdout(&["show", "lund", "--format", "table", "--cite"]).contains("\nMunicipalities\n"));
    assert!(stdout(&["show", "lund", "--format", "record"]).contains("county_code"));
    assert_eq!(names(&json(&["show", "lund"]), "municipalities", "name"), ["Lund"]);
}

#[test]
fn on_a_terminal_of_80_columns_all_that_is_shown_is_tables() {
    for name in ["Järfälla", "2009", "2017", "skl-2009", "Västra Götaland", "SKR", "Stokab", "e_services", "KommITS"]
    {
        let screen =
            breaking(&Terminal::of_columns(80).screen(&["show", name, "--pager", "never", "--color", "never"]));
        let screen = screen.replace('\r', "");
        let (lead, sections) = screen.split_once("\n\n").expect("a lead and sections");
        assert!(lead.lines().all(|line| line.chars().count() <= 80), "{lead}");
        // A title, the headings and a rule.
        let titles = sections
            .lines()
            .zip(sections.lines().skip(1))
            .filter(|(title, next)| next.is_empty() && title.starts_with(char::is_uppercase) && !title.contains(' '));
        let rules = sections.lines().filter(|line| line.starts_with("──")).count();
        assert!(rules > 0 && titles.count() == rules, "{name}: {screen}");
    }
}

#[test]
fn a_name_that_is_nothings_is_refused_with_the_nearest() {
    for (name, nearest) in [("Jarfala", "Järfälla"), ("Bo Dalbom", "Bo Dahlbom"), ("Mikrosoft", "Microsoft")] {
        let (status, message) = refusal(&["show", name]);
        assert_eq!(status, Some(2));
        assert!(message.contains(&format!("did you mean {nearest}")), "{message}");
    }
    assert!(refusal(&["show", "zz", "top"]).1.contains("\n`itkommun search \"zz top\"` looks for it in all rows\n"));
    assert_eq!(refusal(&["show", " "]).0, Some(2));
}
