//! The help and the completions.

use std::path::Path;

use crate::session::sh;
use crate::support::{firsts, folder, program, stdout, tables};

/// The commands that are not tables, as the help lists them.
pub(crate) fn others() -> Vec<String> {
    let help = stdout(&["--help"]);
    let listed = help.lines().skip_while(|line| *line != "Other commands:").skip(1);
    let listed = listed.take_while(|line| !line.is_empty()).filter_map(|line| line.split_whitespace().next());
    listed.map(str::to_owned).collect()
}

#[test]
fn alone_it_shows_one_screen() {
    assert_eq!(stdout(&[]), stdout(&["-h"]));
    for (language, columns) in ["en", "sv"].into_iter().flat_map(|it| [60, 80, 100, 120].map(|columns| (it, columns))) {
        let mut asked = program();
        let asked = asked.args(["--lang", language]).env("COLUMNS", columns.to_string());
        let output = asked.output().expect("the program runs");
        let screen = String::from_utf8(output.stdout).expect("UTF-8");
        let lines: Vec<&str> = screen.lines().collect();
        assert!(columns < 80 || lines.len() < 24, "{columns}: {}", lines.len());
        let widest = lines.iter().map(|line| line.chars().count()).max().expect("lines");
        assert!(widest <= columns, "{columns}: {widest}\n{screen}");
        for table in ["winners", "nominees", "jurors", "metrics"] {
            assert!(lines.iter().any(|line| line.trim_start().starts_with(table)), "{columns}: {table}");
        }
        assert_eq!(lines.iter().filter(|line| line.starts_with("  itkommun ")).count(), 3, "three examples");
    }
}

/// The help of a command in so many columns.
fn page(arguments: &[&str], columns: usize) -> String {
    let output = program().args(arguments).env("COLUMNS", columns.to_string()).output().expect("the program runs");
    assert_eq!(output.status.code(), Some(0), "{arguments:?}");
    String::from_utf8(output.stdout).expect("UTF-8")
}

/// The commands with help of their own, those below `chart` among them.
fn with_help() -> Vec<Vec<String>> {
    let all = tables().into_iter().chain(others()).map(|command| vec![command]);
    let charts = tables().into_iter().chain(["timeline".to_owned()]).map(|table| vec!["chart".to_owned(), table]);
    all.chain(charts).collect()
}

#[test]
fn no_line_of_help_is_wider_than_the_screen_but_examples_are_whole() {
    for command in with_help() {
        let screens = [("-h", 60), ("-h", 80), ("--help", 60), ("--help", 80), ("--help", 100)];
        for (language, (flag, columns)) in ["en", "sv"].into_iter().flat_map(|it| screens.map(|screen| (it, screen))) {
            let words = command.iter().map(String::as_str);
            let arguments: Vec<&str> = words.chain([flag, "--lang", language]).collect();
            let page = page(&arguments, columns);
            let is_example = |line: &str| line.starts_with("  itkommun ");
            for line in page.lines().filter(|line| columns == 80 || !is_example(line)) {
                assert!(line.chars().count() <= columns, "{arguments:?} at {columns}: {line}");
            }
            assert!(!page.lines().any(|line| line.ends_with(' ')), "{arguments:?} at {columns}");
        }
    }
}

#[test]
fn help_in_short_is_one_screen_and_names_every_flag() {
    for command in with_help() {
        let with = |flag, language| {
            let words = command.iter().map(String::as_str);
            page(&words.chain([flag, "--lang", language]).collect::<Vec<_>>(), 80)
        };
        let (short, full) = (with("-h", "en"), with("--help", "en"));
        // A line of 24 is the prompt's.
        for screen in [&short, &with("-h", "sv")] {
            assert!(screen.lines().count() < 24, "{command:?}: {} lines\n{screen}", screen.lines().count());
        }
        let flags = full.lines().filter_map(|line| line.strip_prefix("  ")).filter(|line| line.starts_with('-'));
        for flag in flags.flat_map(str::split_whitespace).filter(|word| word.starts_with("--")) {
            assert!(short.contains(flag), "{command:?}: {flag}");
        }
    }
}

#[test]
fn swedish_help_tells_of_the_same_flags_in_swedish() {
    let is_flag = |word: &&str| word.starts_with('-');
    for command in with_help() {
        let words: Vec<&str> = command.iter().map(String::as_str).collect();
        let [english, swedish] =
            ["en", "sv"].map(|language| page(&[&words[..], &["--help", "--lang", language]].concat(), 100));
        let listed = |page: &str| {
            let lines = page.lines().filter(|line| line.starts_with("  -")).map(str::to_owned).collect::<Vec<_>>();
            let named = lines.iter().map(|line| line.split([' ', ',']).rfind(is_flag).map(str::to_owned));
            named.collect::<Vec<_>>()
        };
        assert_eq!(listed(&english).len(), listed(&swedish).len(), "{command:?}");
        assert!(swedish.contains("\nAnvändning: itkommun ") && swedish.contains("\nExempel:\n"), "{swedish}");
        for word in ["OPTIONS", "<NAME", "<COLUMN", "<VALUE", "Usage", "Output:", "Filters:", " by comma", "default"] {
            assert!(!swedish.contains(word), "{command:?} {word}: {swedish}");
        }
        for page in [english, swedish] {
            assert!(
                page.ends_with("\nPå svenska: --lang sv eller ITKOMMUN_LANG=sv · In English: --lang en\n"),
                "{page}"
            );
        }
    }
}

#[test]
fn the_help_of_a_column_hangs_below_its_meaning() {
    for columns in [60, 80, 100] {
        let page = page(&["metrics", "--help"], columns);
        let filters = page.lines().skip_while(|line| *line != "Filters:").skip(1).take_while(|line| !line.is_empty());
        let filters: Vec<&str> = filters.collect();
        let column = filters[0].rfind("  ").expect("two blanks") + 2;
        for line in filters {
            let indent = line.len() - line.trim_start().len();
            assert!(indent == column || line.trim_start().starts_with("--"), "{columns}: {line}");
        }
    }
}

#[test]
fn the_help_of_a_table_lists_every_column_of_its_schema() {
    for table in tables() {
        let help = stdout(&[&table, "--help"]);
        for column in firsts(&["schema", &table]) {
            assert!(help.contains(&format!("--{} <", column.replace('_', "-"))), "{table}: {column}");
        }
    }
}

#[test]
fn the_help_of_a_command_has_examples_and_they_run() {
    let folder = folder("examples");
    // A user's own file, which `describe` describes.
    std::fs::write(folder.join("figures.csv"), "year,value\n2009,1.5\n").expect("written");
    for command in tables().iter().chain(&others()) {
        let examples = examples(&stdout(&[command, "--help"]), &folder);
        assert!(tables().contains(command) && examples == 3 || (1..=4).contains(&examples), "{command}: {examples}");
    }
    assert_eq!(examples(&stdout(&[]), &folder), 3);
}

/// Runs the examples of a help text, and returns how many it has.
fn examples(help: &str, folder: &Path) -> usize {
    run(help.lines().filter_map(|line| line.strip_prefix("  ")).filter(|line| line.starts_with("itkommun ")), folder)
}

/// Runs examples, and returns how many there are.
pub(crate) fn run<'e>(examples: impl Iterator<Item = &'e str>, folder: &Path) -> usize {
    let needs_sql = |example: &str| example.starts_with("itkommun sql ") || example.contains(".sqlite");
    let is_left_out = |example: &str| {
        cfg!(not(feature = "sql")) && needs_sql(example) || cfg!(not(feature = "xlsx")) && example.contains(".xlsx")
    };
    let mut count = 0;
    for example in examples {
        count += 1;
        if !is_left_out(example) {
            let output = sh(example, folder);
            assert!(output.status.success(), "{example}: {}", String::from_utf8_lossy(&output.stderr));
        }
    }
    count
}

#[test]
fn the_completions_know_every_command_and_column() {
    let (tables, others) = (tables(), others());
    assert!(tables.len() > 5 && others.len() > 5, "{tables:?} {others:?}");
    // The scripts of other shells ask the program.
    for asked in [&["completions", "elvish"], &["completions", "powershell"]] {
        let text = stdout(asked);
        for command in tables.iter().chain(&others) {
            assert!(text.contains(command.as_str()), "{asked:?}: {command}");
        }
        for column in tables.iter().flat_map(|table| firsts(&["schema", table])) {
            assert!(text.contains(&format!("--{}", column.replace('_', "-"))), "{asked:?}: {column}");
        }
    }
}
