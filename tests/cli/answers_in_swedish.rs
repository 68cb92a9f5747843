//! Answers in Swedish: what people are shown is worded in it, and programs read what they read in English.

use crate::support::{breaking, itkommun, stdout};

/// An answer in Swedish, its no-break spaces as blanks, and what is told beside it.
fn swedish(arguments: &[&str]) -> [String; 2] {
    let output = itkommun(&[arguments, &["--lang", "sv"]].concat());
    assert!(output.status.success(), "{arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
    [output.stdout, output.stderr].map(|text| breaking(&String::from_utf8(text).expect("UTF-8")))
}

/// The same, of which this is part.
fn says(arguments: &[&str], parts: &[&str]) {
    let told = swedish(arguments).concat();
    for part in parts {
        assert!(told.contains(part), "{arguments:?} does not say {part}:\n{told}");
    }
}

#[test]
fn programs_read_the_same_in_every_language() {
    for format in ["tsv", "csv", "json", "jsonl", "bibtex", "csl-json"] {
        for question in [
            &["winners", "--year", "2009"][..],
            &["metrics", "--municipality", "järfälla"],
            &["compare", "järfälla"],
            &["show", "järfälla"],
            &["search", "järfälla"],
        ] {
            let question = [question, &["--format", format]].concat();
            assert_eq!(swedish(&question)[0], breaking(&stdout(&question)), "{question:?}");
        }
    }
    for format in ["tsv", "csv", "json", "jsonl"] {
        for question in [&["winners", "--cite", "--format", "json"][..], &["schema", "winners", "--format", format]] {
            assert_eq!(swedish(question)[0], breaking(&stdout(question)), "{question:?}");
        }
    }
    for format in ["bibtex", "csl-json"] {
        assert_eq!(swedish(&["cite", "--format", format])[0], stdout(&["cite", "--format", format]), "{format}");
    }
}

#[test]
fn numbers_have_a_decimal_comma_and_lists_of_them_semicolons() {
    let figures = ["metrics", "--municipality", "järfälla", "--indicator", "e_government_score", "--year", "2009"];
    says(&[&figures[..], &["--format", "markdown"]].concat(), &["| 3–3,8 |", "| ≈ 3,2 |", "| ≳ 3,0 |"]);
    // A part of a figure alone.
    says(&[&figures[..], &["--columns", "upper", "--format", "record"]].concat(), &["övre värde  3,8"]);
    says(&["metrics", "--year", "2009", "--format", "markdown"], &["| 50 000 kr |"]);
    let drawn = swedish(&["profile", "järfälla", "--format", "svg"])[0].clone();
    assert!(drawn.contains("Styrning och ledning 3,5; Förändringsledning och kommunikation ≳ 3,0;"), "{drawn}");
}

#[test]
fn what_stands_around_rows_is_swedish() {
    says(
        &["show", "järfälla", "--format", "markdown"],
        &["Järfälla**: kommun · ", "- inga, såvitt källorna anger: vinnare"],
    );
    says(&["show", "järfälla", "--year", "2009", "--format", "markdown"], &["- inga med --year 2009: vinnare"]);
    says(&["show", "2010", "--format", "markdown"], &["2010**: år · ingen rad i editions; där finns 2001, 2003,"]);
    says(&["search", "zzzz", "--table", "winners,jurors"], &["ingen rad i winners, jurors har `zzzz`"]);
    says(&["search", "falkenberg zzzz"], &["ingen rad har `zzzz`"]);
    says(&["compare", "järfälla", "--format", "markdown"], &["Alla kommuner (genomsnitt)", "(med försiktighet)"]);
    says(&["compare", "linköping", "--year", "1999"], &["Linköping: inga värden att jämföra med --year 1999"]);
    says(
        &["profile", "falkenberg", "--year", "2001"],
        &["källorna ger inga poäng för Falkenberg år 2001, men för 2006,"],
    );
    says(&["winners", "--year", "2009", "--cite", "--format", "markdown"], &["1. ", "dålig skanning", "Förordet"]);
    says(&["cite"], &["Registret över Sveriges IT-kommun. Version ", "(Datamängd)."]);
}

#[test]
fn drawings_are_read_in_swedish() {
    let bars = ["chart", "nominees", "--x", "outcome", "--not-outcome", "winner"];
    let drawn = [&bars[..], &["--format", "svg"]].concat();
    says(
        &drawn,
        &["Nominerade per utfall, ", "Antal rader · Ej utfall: winner", "Ett stapeldiagram. Finalist: ", "Källor: "],
    );
    let figures = ["chart", "metrics", "--indicator", "e_services", "--format", "table"];
    says(&figures, &["där värdet kan ligga", "≠ uppgifterna går isär", "eller mer, hur mycket anges inte"]);
    says(
        &["chart", "timeline", "--format", "svg"],
        &["Utmärkelsen från den första omgången", "En tidslinje. 2001: Kalix"],
    );
    says(
        &["profile", "järfälla", "--format", "table"],
        &["E-profil, Järfälla 2009", "Skala 0–4", "(alla områden på en gång)"],
    );
    says(&["chart", "winners", "--x", "year", "--year", "1999", "--format", "svg"], &["inga rader att rita"]);
}

#[test]
fn a_page_is_swedish_from_its_tag_to_its_foot() {
    let page = swedish(&["show", "järfälla", "--format", "html"])[0].clone();
    for part in [
        "<html lang=\"sv\">",
        "<main lang=\"sv\">",
        "aria-label=\"Tabeller\"",
        "<h2>Nominerade</h2>",
        ">Källor</th>",
        "<summary>Vad kolumnerna innehåller</summary>",
        "<h2>Tecken</h2>",
        "<dd>källornas uppgifter går isär</dd>",
        "Licens: <a",
        "data-filter=\"Filtrera rader\"",
    ] {
        assert!(page.contains(part), "{part}");
    }
    let (text, _) = page.split_once("<script ").expect("a script");
    for word in ["Sources", "Signs", " rows", " row<", "Licence", "To cite", "The data", "Municipality", "Year<"] {
        assert!(!text.contains(word), "{word}");
    }
    // The policy of a page lets one script run, which is the same in every language.
    let script = |page: &str| page.split_once("\"use strict\"").expect("a script").1.to_owned();
    assert_eq!(script(&page), script(&breaking(&stdout(&["show", "järfälla", "--format", "html"]))));
    let bars = swedish(&["chart", "nominees", "--x", "outcome", "--format", "html"])[0].clone();
    assert!(bars.contains(">Utfall</th>") && bars.contains(">Antal</th>"), "{bars}");
}

#[cfg(feature = "xlsx")]
#[test]
fn a_workbook_has_swedish_sheets_and_headings() {
    use crate::support::folder;
    use calamine::{Reader, Xlsx, open_workbook};
    let path = folder("swedish-workbooks").join("x.xlsx");
    let file = path.to_str().expect("UTF-8");
    swedish(&["winners", "--columns", "year,municipality", "--cite", "-o", file]);
    let mut workbook: Xlsx<_> = open_workbook(&path).expect("a workbook");
    assert_eq!(workbook.sheet_names(), ["Vinnare", "Kolumner", "Källhänvisningar", "Om data"]);
    let rows = workbook.worksheet_range("Vinnare").expect("a sheet");
    let headings: Vec<String> = rows.rows().next().expect("a row").iter().map(ToString::to_string).collect();
    assert_eq!(headings, ["År", "Kommun", "Hänvisning"]);
    let about = workbook.worksheet_range("Om data").expect("a sheet");
    let told: Vec<String> = about.rows().map(|row| row[0].to_string()).collect();
    assert_eq!(told, ["Titel", "Beskrivning", "Version", "Datum", "Licens", "Källhänvisning"]);
}

#[cfg(feature = "xlsx")]
#[test]
fn an_export_that_is_refused_is_told_in_swedish() {
    let path = crate::support::folder("refused-export").join("x.xlsx");
    std::fs::write(&path, "").expect("a file");
    let (_, message) = crate::support::refusal(&["export", "--to", path.to_str().expect("a name"), "--lang", "sv"]);
    assert!(message.contains("finns redan; ersätts med --force"), "{message}");
}
