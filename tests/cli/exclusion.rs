//! What filters leave out, what is missing, and what holds for the filter of every column.

use std::collections::BTreeSet;

use itkommun::cli::{self, ExitStatus, Sink};
use itkommun::package::{Column, FieldType, Package, Place, Table};
use itkommun::query::{Query, Sort};

use crate::support::{empty, lines};

#[test]
fn rows_are_asked_for_by_what_they_lack() {
    let count =
        |arguments: &[&str]| empty(&[arguments, &["--count"]].concat()).0.trim().parse::<usize>().expect("a number");
    let all = count(&["metrics"]);
    for column in ["area", "municipality", "county", "source", "value"] {
        assert_eq!(
            count(&["metrics", "--missing", column]) + count(&["metrics", "--present", column]),
            all,
            "{column}"
        );
    }
    let missing = |columns: &str| count(&["metrics", "--missing", columns]);
    // All of a list; a second flag means or.
    assert!(missing("area,subject") < missing("area") && missing("area,subject") < missing("subject"));
    let either = count(&["metrics", "--missing", "area", "--missing", "subject"]);
    assert_eq!(either + missing("area,subject"), missing("area") + missing("subject"));
    assert_eq!(count(&["metrics", "--missing", "municipality", "--present", "county"]), 0);
    let drawn = lines(&["chart", "nominees", "--x", "outcome", "--missing", "theme", "--not-outcome", "nominated"]);
    assert!(!drawn.is_empty() && drawn.iter().all(|line| !line.starts_with("nominated")), "{drawn:?}");
}

/// The lines of an answer of the program, run in this process.
fn answer(package: &Package, arguments: &[String]) -> Vec<String> {
    let (mut out, mut err) = (Vec::new(), Vec::new());
    let arguments = ["itkommun".to_owned()].iter().chain(arguments).cloned().collect::<Vec<_>>();
    let status = cli::run(package, arguments.clone(), Sink::new(&mut out), Sink::new(&mut err));
    assert_eq!(status, ExitStatus::Done, "{arguments:?}: {}", String::from_utf8_lossy(&err));
    String::from_utf8(out).expect("UTF-8").lines().map(str::to_owned).collect()
}

/// The values of a column that are tried: some of its own, and what is asked for in other ways.
fn tried(package: &Package, table: &Table, column: Column) -> BTreeSet<String> {
    let mut own = BTreeSet::new();
    Query::new(table, vec![column])
        .run(package, |row| {
            own.extend(row[0].items().iter().map(|item| item.plain("").into_owned()).filter(|text| !text.is_empty()));
            Ok(())
        })
        .expect("the rows");
    let step = own.len() / 2 + 1;
    let mut tried: BTreeSet<String> = own.into_iter().step_by(step).collect();
    let others: &[&str] = match column.field.field_type {
        FieldType::Year => &["latest", "2009..", "2009-2013", ">2009", "<2009,>2013", "1999"],
        FieldType::Integer => &["latest", ">=3", "<3", "..5", "1,2", "-1..1"],
        FieldType::Number => &["latest", ">3", ">=3", "<3", "<=3", "..70", "3.5", "-1..100"],
        FieldType::Date => &["latest", ">=2011", "<2011-11", "2009-11", "..2012"],
        _ if column.field.dates => &["latest", ">=2011", "<2011-11", "2009-11", "..2012"],
        FieldType::Boolean => &["true", "false"],
        FieldType::String | FieldType::List => &[],
    };
    tried.extend(others.iter().map(|&typed| typed.to_owned()));
    if matches!(column.place, Place::Own(_))
        && package.key(table, column.field).is_none()
        && others.is_empty()
        && column.field.constraints.allowed.is_empty()
    {
        tried.insert("a".to_owned());
    }
    tried
}

/// For every column and a value of each kind: what is taken and what is left out are all rows, none of them twice.
#[test]
fn what_is_taken_and_what_is_left_out_are_all_rows() {
    let package = Package::bundled();
    let mut cases = 0;
    for table in package.tables() {
        let ask = |flags: &[String]| {
            let asked = [&table.name, "--no-header"].map(str::to_owned);
            answer(&package, &[&asked[..], flags].concat())
        };
        let mut all = ask(&[]);
        all.sort_unstable();
        for column in package.columns(table) {
            let name = column.field.name.replace('_', "-");
            for value in tried(&package, table, column) {
                let mut ways = vec![Vec::new()];
                ways.extend(column.field.quantity.is_some().then(|| vec!["--possibly".to_owned()]));
                for besides in ways {
                    let parts =
                        ["", "not-"].map(|not| ask(&[&[format!("--{not}{name}={value}")], &besides[..]].concat()));
                    let mut both = parts.concat();
                    both.sort_unstable();
                    assert_eq!(both.len(), all.len(), "{} --{name} {value} {besides:?}", table.name);
                    assert_eq!(both, all, "{} --{name} {value}", table.name);
                    cases += 1;
                }
            }
        }
    }
    assert!(cases > 250, "{cases}");
}

/// The latest of a column is what stands first where the facts are sorted by it, with the largest first.
#[test]
fn the_latest_is_the_first_of_the_sorted_facts() {
    let package = Package::bundled();
    let mut cases = 0;
    for table in package.tables() {
        let status = table.schema().fields.iter().find_map(|field| field.quantity.as_ref()?.status.as_ref());
        let has_order = |column: &Column| column.field_type().is_numeric() || column.field_type() == FieldType::Date;
        for column in package.columns(table).filter(has_order) {
            let named = |name: &str| package.columns(table).find(|column| column.field.name == name);
            let facts = status.map(|status| (named(&status.column).expect("the column"), &status.facts));
            let columns = [Some(column), facts.map(|(column, _)| column)].into_iter().flatten().collect();
            let sort = vec![Sort { column, descending: true }];
            let mut first = None;
            let query = Query { sort, ..Query::new(table, columns) };
            let seen = query.run(&package, |row| {
                if facts.is_none_or(|(_, facts)| facts.iter().any(|fact| *fact == row[1].plain("")))
                    && !row[0].is_missing()
                {
                    first.get_or_insert_with(|| row[0].plain("").into_owned());
                }
                Ok(())
            });
            seen.expect("the rows");
            let flag = format!("--{}=latest", column.field.name.replace('_', "-"));
            let asked = [&table.name, &flag, "--columns", &column.field.name, "--no-header"].map(str::to_owned);
            let found: BTreeSet<String> = answer(&package, &asked).into_iter().collect();
            assert_eq!(found, first.into_iter().collect(), "{} {flag}", table.name);
            cases += 1;
        }
    }
    assert!(cases > 8, "{cases}");
}
