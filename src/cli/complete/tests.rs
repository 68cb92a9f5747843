//! Claims about what can come, asked as the scripts ask.

use std::ffi::OsString;

use super::answer;
use crate::package::Package;

/// What bash breaks words at.
const BREAKS: &str = " \t\n\"'@><=;|&(:";

fn told(shell: &str, line: &str) -> String {
    let arguments = [shell, line, BREAKS].map(OsString::from);
    answer(&Package::bundled(), if shell == "bash" { &arguments } else { &arguments[..2] })
}

/// The words that can come behind `itkommun `, without what is told of them.
fn words(shell: &str, typed: &str) -> Vec<String> {
    let told = told(shell, &format!("itkommun {typed}"));
    let mut lines = told.lines();
    assert!(matches!(lines.next(), None | Some("words" | "described")), "{typed}: {told}");
    lines.map(|line| line.split('\t').next().unwrap_or_default().to_owned()).collect()
}

#[test]
fn every_place_has_its_words() {
    for (typed, expected) in [
        ("win", &["winners"][..]),
        ("help win", &["winners"]),
        ("--v", &["--version"]),
        ("--lang s", &["sv"]),
        ("--lang sv win", &["winners"]),
        ("--lang=sv winners --lang e", &["en"]),
        ("winners --lang=s", &["--lang=sv"]),
        ("winners --cou", &["--count", "--count-by", "--county"]),
        ("winners --ceremony_d", &[]),
        ("editions --ceremony_d", &["--ceremony-date"]),
        (
            "winners --not-m",
            &["--not-municipality", "--not-motivering", "--not-motivering-på-svenska", "--not-mottagare"],
        ),
        ("winners --missing no", &["note", "note_sv"]),
        ("winners --present=no", &["--present=note", "--present=note_sv"]),
        ("winners --columns year,mu", &["year,municipality"]),
        // What a list has it needs no second time.
        ("winners --columns year,municipality,y", &[]),
        ("winners --columns al", &["all"]),
        ("winners --sort -y", &["-year"]),
        ("winners --sort municipality,-y", &["municipality,-year"]),
        ("winners --count-by cou", &["county"]),
        ("metrics --indicator e_s", &["e_service_index", "e_services"]),
        ("metrics --status t", &["target"]),
        ("metrics --not-status t", &["target"]),
        ("winners --year 201", &["2011", "2013", "2015", "2017", "2019"]),
        ("winners --year 2009,la", &["2009,latest"]),
        ("winners --format m", &["markdown"]),
        ("winners -f m", &["markdown"]),
        ("winners -fm", &["-fmarkdown"]),
        ("winners --color al", &["always"]),
        ("winners --county skå", &["Skåne län"]),
        ("nominees --municipality JÄR", &["Järfälla"]),
        ("nominees --municipality 1382", &["1382"]),
        ("nominees --municipality Kalix,fal", &["Kalix,Falkenberg", "Kalix,Falköping", "Kalix,Falun"]),
        ("jurors --organisation skr", &["SKR"]),
        ("jurors --name bo", &["Bo Dahlbom"]),
        ("show borl", &["Borlänge"]),
        ("show bo\\ d", &["Bo Dahlbom", "Bo Dahllöf"]),
        ("show Bo --table winners,nom", &["winners,nominees"]),
        ("show Bo dahlb", &["Dahlbom"]),
        ("compare Kalix fal", &["Falkenberg", "Falköping", "Falun"]),
        ("compare Kalix --differing --st", &["--status"]),
        ("profile Kalix --year 2013", &["2013"]),
        ("schema win", &["winners"]),
        ("export --to x winners w", &[]),
        ("completions po", &["powershell"]),
        ("chart ti", &["timeline"]),
        ("chart winners --x cou", &["county"]),
        ("chart metrics --y v", &["value"]),
        ("chart winners --x county -- --", &[]),
        ("no-command --", &[]),
        ("search win", &[]),
        ("winners -n ", &[]),
    ] {
        let mut found = words("zsh", typed);
        let mut expected: Vec<&str> = expected.to_vec();
        found.sort();
        expected.sort_unstable();
        assert_eq!(found, expected, "{typed}");
    }
}

#[test]
fn other_names_come_once_begun() {
    for (typed, expected) in [
        ("vinn", "vinnare"),
        ("winners --lä", "--län"),
        ("winners --län=skå", "--län=Skåne län"),
        ("vinnare --columns år,utm", "år,utmärkelse"),
        ("winners --js", "--json"),
        ("chart vinnare --x lä", "län"),
    ] {
        assert_eq!(words("zsh", typed), [expected], "{typed}");
    }
    assert_eq!(words("zsh", "nominees --outcome ").len(), 3);
    assert_eq!(words("zsh", "nominees --outcome vinn"), ["Vinnare"]);
}

#[test]
fn files_come_where_one_is_meant() {
    for (typed, expected) in [
        ("winners -o da", "files\n\nda\n"),
        ("winners --output=da", "files\n--output=\nda\n"),
        ("winners -oda", "files\n-o\nda\n"),
        ("export --to da", "files\n\nda\n"),
        ("check da", "folders\n\nda\n"),
        ("winners > da", "files\n\nda\n"),
        ("winners --county fi", ""),
        ("show data/", ""),
    ] {
        assert_eq!(told("fish", &format!("itkommun {typed}")), expected, "{typed}");
    }
}

#[test]
fn what_was_typed_is_not_lost() {
    // Bash puts in what all the words have in common, and nothing where that is nothing.
    for (typed, begins) in [("so", "so"), ("Sö", "Sö"), ("jo", "jo"), ("j", "J"), ("sod", "Söder")] {
        for word in words("bash", &format!("nominees --municipality {typed}")) {
            assert!(word.starts_with(begins), "{typed}: {word}");
        }
    }
    assert!(words("bash", "nominees --municipality o").contains(&"Östra\\ Göinge".to_owned()));
    assert!(words("fish", "nominees --municipality jar").contains(&"jarfalla".to_owned()));
    let of_zsh = told("zsh", "itkommun nominees --municipality so");
    assert!(of_zsh.contains("\nsoderhamn\tSöderhamn\n"), "{of_zsh}");
}

#[test]
fn no_line_is_too_strange() {
    let long = "å".repeat(100_000);
    for line in [
        "",
        "itkommun",
        "itkommun show 'a",
        "itkommun show \"a\\",
        "itkommun winners --",
        "itkommun winners --=",
        "itkommun winners -",
        "itkommun winners -=å",
        "itkommun winners --columns ,,,",
        "itkommun winners --county=,-,=",
        "itkommun show \0 \u{1b}[2J \n ''",
        "itkommun chart chart --x",
        "itkommun help help help",
        "itkommun __complete bash ",
        &long,
        &format!("itkommun show {long}"),
        &format!("itkommun winners --columns {}", "year,".repeat(20_000)),
    ] {
        for shell in ["bash", "zsh", "fish", "foosh"] {
            told(shell, line);
        }
    }
    assert_eq!(answer(&Package::bundled(), &[]), "");
}
