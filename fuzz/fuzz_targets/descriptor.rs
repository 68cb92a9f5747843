//! Packages whose description and rows are anything: reading, checking and asking one ends, in an answer or in words.
//!
//! An input is a `datapackage.json`, and after a byte of 0 the file `things.csv`.
#![no_main]

use std::fs;
use std::sync::LazyLock;

use itkommun::answer::{Answer, ResultSet};
use itkommun::output::{self, Format, Style};
use itkommun::package::{MOST_PROBLEMS, Package, Problem, Table, check};
use itkommun::query::{Query, Sort};
use libfuzzer_sys::fuzz_target;
use tempfile::TempDir;

static FOLDER: LazyLock<TempDir> = LazyLock::new(|| tempfile::tempdir().expect("a folder"));

fuzz_target!(|bytes: &[u8]| {
    let end = bytes.iter().position(|&byte| byte == 0).unwrap_or(bytes.len());
    let (description, rows) = bytes.split_at(end);
    fs::write(FOLDER.path().join("datapackage.json"), description).expect("a file");
    fs::write(FOLDER.path().join("things.csv"), rows.get(1..).unwrap_or_default()).expect("a file");
    let package = match Package::in_folder(FOLDER.path()) {
        Ok(package) => package,
        Err(error) => {
            let problem = error.downcast::<Problem>().expect("a description that is none is a problem with its place");
            assert!(problem.line > 0 && problem.column > 0, "{problem}");
            return;
        }
    };
    let mut problems = Vec::new();
    let told = check(&package, MOST_PROBLEMS, &mut |problem| {
        problems.push(problem);
        Ok(())
    });
    told.expect("what is wrong with a file is a problem, too");
    for problem in &problems {
        assert!(problem.line > 0 && problem.column > 0 && !problem.message.is_empty(), "{problem}");
    }
    // A package is asked whether or not it was checked; one that is sound has an answer.
    for table in package.tables() {
        if let Err(error) = asked(&package, table) {
            assert!(!problems.is_empty(), "{error:#}, though it is sound");
        }
    }
});

fn asked(package: &Package, table: &Table) -> anyhow::Result<()> {
    let sort = package.columns(table).take(1).map(|column| Sort { column, descending: true }).collect();
    let all = || Query::new(table, package.columns(table).collect());
    all().gaps(package)?;
    all().count_by(package, &package.columns(table).take(2).collect::<Vec<_>>(), &[])?;
    for format in [Format::Table, Format::Csv, Format::Json] {
        let answer = Answer::from(ResultSet::of_query(package, all(), true));
        output::write(package, &answer, Style::plain(format), &mut Vec::new())?;
    }
    Query { sort, ..all() }.run(package, |_| Ok(()))?;
    Ok(())
}
