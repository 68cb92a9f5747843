//! `sql --attach`: files of the user's own as tables.

use std::fs;
use std::path::Path;

use serde_json::json;

use crate::support::{folder, itkommun, program, refusal, stdout};

/// The answer over a file with this text as the table `own`.
fn over(folder: &Path, text: impl AsRef<[u8]>, statement: &str) -> serde_json::Value {
    let file = folder.join("own.csv");
    fs::write(&file, text).expect("written");
    let attached = format!("own={}", file.display());
    serde_json::from_str(&stdout(&["sql", "--attach", &attached, statement, "--format", "json"])).expect("JSON")
}

#[test]
fn a_file_is_joined_by_code() {
    let attached = concat!("kolada=", env!("CARGO_MANIFEST_DIR"), "/tests/cli/kolada.csv");
    let statement = "SELECT m.name, m.county, k.value FROM kolada k JOIN municipalities m ON m.code = k.municipality_id
                     WHERE k.gender = 'T' AND k.year < 2019 ORDER BY m.name";
    let joined = stdout(&["sql", statement, "--attach", attached]);
    let rows = "Ale\tVästra Götalands län\t64\nKarlskrona\tBlekinge län\t80\nLomma\tSkåne län\t90\n\
                Upplands Väsby\tStockholms län\t71.5\n";
    assert_eq!(joined, format!("name\tcounty\tvalue\n{rows}"));
}

#[test]
fn a_column_is_a_number_where_all_its_values_are() {
    let folder = folder("attach-types");
    let text = "code,whole,real,mixed,none,Namn på ort\n0180,1,1.5,1,,å\n1480,-2,2,x,,\n,,,,,Ö\n";
    let types = "SELECT typeof(code) AS code, typeof(whole) AS whole, typeof(real) AS real, typeof(mixed) AS mixed,
                 typeof(none) AS none, typeof(\"Namn på ort\") AS name FROM own ORDER BY own.code DESC LIMIT 1";
    let row =
        json!({"code": "text", "whole": "integer", "real": "real", "mixed": "text", "none": "null", "name": "null"});
    assert_eq!(over(&folder, text, types), json!([row]));
    let rows = over(&folder, text, "SELECT * FROM own ORDER BY rowid");
    let expected = json!([
        {"code": "0180", "whole": 1, "real": 1.5, "mixed": "1", "none": null, "Namn på ort": "å"},
        {"code": "1480", "whole": -2, "real": 2, "mixed": "x", "none": null, "Namn på ort": null},
        {"code": null, "whole": null, "real": null, "mixed": null, "none": null, "Namn på ort": "Ö"},
    ]);
    assert_eq!(rows, expected);
}

/// What an expression of the column `x` is over a file with this text, and what is told of it, its place counted from the file's name.
fn of_x(folder: &Path, text: &str, expression: &str) -> (String, String) {
    let file = folder.join("p.csv");
    fs::write(&file, text).expect("written");
    let attached = format!("p={}", file.display());
    let statement = format!("SELECT {expression} FROM p");
    let output = itkommun(&["sql", &statement, "--attach", &attached, "--no-header"]);
    let [answer, told] = [output.stdout, output.stderr].map(|bytes| String::from_utf8(bytes).expect("UTF-8"));
    (answer.trim_end().to_owned(), told.trim_end().replace(&*file.to_string_lossy(), "p.csv"))
}

#[test]
fn numbers_in_swedish_are_read_as_such_and_it_is_told() {
    let folder = folder("attach-swedish");
    for (text, sum, told) in [
        ("x\n73 955\n201\n", "74156", "spaces between thousands"),
        ("x,y\n1\u{a0}234\u{202f}567,\n-1\u{2009}000,\n", "1233567", "spaces between thousands"),
        ("x;y\n73000,5;\n201;\n;\n", "73201.5", "a decimal comma"),
        ("x\ty\n1 000,25\t\n1,234\t\n", "1001.484", "spaces between thousands and a decimal comma"),
    ] {
        let told = format!("note: in p, read as numbers: x with {told}");
        assert_eq!(of_x(&folder, text, "sum(x)"), (sum.to_owned(), told), "{text:?}");
    }
}

#[test]
fn a_column_that_is_nearly_all_numbers_is_text_and_it_is_told_why() {
    let folder = folder("attach-nearly");
    for (text, told) in [
        ("y;x\n;1\n;2\n;3\n;4\n;-\n", "`-` (p.csv:6:2) is no number"),
        ("x,y\n\"1,5\",\n", "`1,5` (p.csv:2:1) has a comma, which in this file parts cells"),
        ("x;y\n73,955;\n1;\n", "`73,955` (p.csv:2:1) may be in thousandths or in thousands"),
        ("x;y\n1.5;\n1,5;\n", "`1,5` (p.csv:3:1) has a decimal comma, others a point"),
        ("x;y\n1 500;\n1.5;\n", "`1 500` (p.csv:2:1) has a space between thousands, others a decimal point"),
        ("x\n1\n9223372036854775808\n", "`9223372036854775808` (p.csv:3:1) has more digits than a number holds"),
        (
            "x\n9007199254740993\n1.5\n",
            "`9007199254740993` (p.csv:2:1) has more digits than a number holds in a column with decimals",
        ),
    ] {
        assert_eq!(of_x(&folder, text, "sum(x)").1, format!("note: p.x is text: {told}"), "{text:?}");
    }
    // Digits that a number has no room for are none of it.
    let wide = of_x(&folder, "x\n9007199254740993\n1.5\n", "group_concat(x)").0;
    assert_eq!(wide, "9007199254740993,1.5");
    let whole = over(&folder, "x\n9007199254740993\n1\n", "SELECT x FROM own ORDER BY rowid");
    assert_eq!(whole, json!([{"x": 9_007_199_254_740_993_i64}, {"x": 1}]));
    // Codes, texts, and columns that nobody asks for go without a word.
    for text in ["x\n1080\n0180\n", "x\n1\n2\n3\na\n", "x;y\n1;1 000\n", "x;y\n1;1\n1;1\n1;1\n1;1\n1;-\n"] {
        assert_eq!(of_x(&folder, text, "sum(x)").1, "", "{text:?}");
    }
}

#[test]
fn separators_line_ends_and_a_mark_before_utf8_are_found_out() {
    let folder = folder("attach-forms");
    for text in ["a,b\n1,å\n", "\u{feff}a,b\r\n1,å\r\n", "a;b\n1;å\n", "a\tb\n1\tå", "\n\"a\";\"b\"\n\n1;\"å\"\n"]
    {
        assert_eq!(over(&folder, text, "SELECT * FROM own"), json!([{"a": 1, "b": "å"}]), "{text:?}");
    }
    // What stands in quotes parts nothing, nor does what stands behind the first line.
    let text = "code;\"Folkmängd, 2023\"\n1;\"a,b\"\n";
    assert_eq!(over(&folder, text, "SELECT * FROM own"), json!([{"code": 1, "Folkmängd, 2023": "a,b"}]));
    assert_eq!(over(&folder, "code\n1;2\n", "SELECT * FROM own"), json!([{"code": "1;2"}]));
    // A header alone is a table without rows.
    assert_eq!(over(&folder, "code\n", "SELECT * FROM own"), json!([]));
}

#[test]
fn texts_of_a_file_sort_and_compare_as_the_others() {
    let folder = folder("attach-order");
    let text = "name\nöl\nÅl\nAl\nzon\nål\n";
    let names =
        over(&folder, text, "SELECT group_concat(name, ' ') AS names FROM (SELECT name FROM own ORDER BY name)");
    assert_eq!(names, json!([{"names": "Al zon ål Ål öl"}]));
    assert_eq!(over(&folder, text, "SELECT name FROM own WHERE name = 'ål'"), json!([{"name": "ål"}]));
}

#[test]
fn what_is_wrong_with_a_file_is_told_with_its_place() {
    let folder = folder("attach-faults");
    let file = folder.join("own.csv");
    let long = format!("a\n{}\n", "x".repeat(1_000_001));
    for (text, said) in [
        (&b""[..], ":1:1: the file is empty; its first line names the columns"),
        (b"\n\n", ":1:1: the file is empty; its first line names the columns"),
        (b"a,b\n1\n", ":2:1: 1 cell where the header has 2, parted by `,`"),
        (b"a;b\n1;2\n1;2;3\n", ":3:5: 3 cells where the header has 2, parted by `;`"),
        (b"a\tb\n1\n", ":2:1: 1 cell where the header has 2, parted by `\\t`"),
        (b"a;b,c\n1;2\n", ":1:1: the first line has both , and ; between its names"),
        (b"a,b,A\n", ":1:5: a second column `A`"),
        (b"a,,b\n", ":1:3: a column without a name"),
        (b"a,b\n1,\"x\n2,3\n", ":2:3: a quote that is never closed"),
        (b"a,\"b\n", ":1:3: a quote that is never closed"),
        (b"a,b\n1,\"x\"y\n", ":2:3: a cell that goes on behind its closing quote; a quote within quotes is written"),
        (b"a,\"b\" \n", ":1:3: a cell that goes on behind its closing quote"),
        (b"a\n\xe5\n", ":2:1: not text in UTF-8; save the file as CSV in UTF-8"),
        (b"\xff\xfea\0,\0b\0", ":1:1: not text in UTF-8"),
        (b"PK\x03\x04\x14\0\x06\0", ":1:1: not text in UTF-8"),
        (b"a,b\n1,x\0\n", ":2:3: not text in UTF-8"),
        (long.as_bytes(), ":2:1: a row of more than 1000000 bytes"),
        (vec![b','; 2000].as_slice(), ":1:1: a column without a name"),
    ] {
        fs::write(&file, text).expect("written");
        // Whether the statement asks for it or not.
        let attached = format!("own={}", file.display());
        let (status, message) = refusal(&["sql", "SELECT 1", "--attach", &attached]);
        assert_eq!(status, Some(3), "{message}");
        assert!(message.starts_with(&format!("error: {}{said}", file.display())), "{message}");
    }
    let many: Vec<String> = (0..2001).map(|at| format!("c{at}")).collect();
    fs::write(&file, many.join(",")).expect("written");
    let message = refusal(&["sql", "SELECT 1", "--attach", &format!("own={}", file.display())]).1;
    assert!(message.contains("more than 2000 columns"), "{message}");
    let output = itkommun(&["sql", "SELECT 1", "--attach", &format!("own={}", file.display()), "--format", "json"]);
    let error: serde_json::Value = serde_json::from_slice(&output.stderr).expect("JSON");
    assert_eq!(error["error"]["kind"], "data");
}

#[test]
fn what_is_no_name_or_no_file_is_refused() {
    let folder = folder("attach-names");
    fs::write(folder.join("own.csv"), "a\n1\n").expect("written");
    for (attached, said) in [
        ("own.csv", "`own.csv` is not NAME=FILE; did you mean --attach own=own.csv?"),
        ("own=", "`own=` is not NAME=FILE"),
        ("=own.csv", "an empty value is no name of a table"),
        ("my own=own.csv", "`my own` is no name of a table"),
        ("1st=own.csv", "`1st` is no name of a table"),
        ("a\"b=own.csv", "is no name of a table"),
        ("winners=own.csv", "`winners` is a table of the register; give another name"),
        ("WINNERS_source=own.csv", "`WINNERS_source` is a table of the register"),
        ("json_each=own.csv", "`json_each` is a table already"),
        ("sqlite_x=own.csv", "those with sqlite_ before are SQLite's own"),
        ("select=own.csv", "`select` is a word of SQL"),
        ("own=.", "`.` is a folder; a CSV file is expected"),
    ] {
        let output = program().args(["sql", "SELECT 1", "--attach", attached]).current_dir(&folder).output();
        let output = output.expect("the program runs");
        let message = String::from_utf8(output.stderr).expect("UTF-8");
        assert!(message.contains(said), "{attached}: {message}");
        assert_eq!(output.status.code(), Some(2), "{attached}: {message}");
    }
    let own = format!("own={}", folder.join("own.csv").display());
    let message = refusal(&["sql", "SELECT 1", "--attach", &own, "--attach", &own]).1;
    assert!(message.contains("`own` is a table already"), "{message}");
    let (status, message) = refusal(&["sql", "SELECT 1", "--attach", "own=none.csv"]);
    assert_eq!(status, Some(3), "{message}");
    assert!(message.starts_with("error: --attach own: none.csv: "), "{message}");
    // Its names are among those that may have been meant.
    for (statement, said) in [("SELECT * FROM owm", "did you mean own?"), ("SELECT inhabitant FROM own2", "own2; did")]
    {
        let message = refusal(&["sql", statement, "--attach", &own]).1;
        assert!(message.contains(said), "{message}");
    }
}

#[cfg(unix)]
#[test]
fn a_pipe_is_refused_and_not_waited_for() {
    let pipe = folder("attach-pipe").join("pipe");
    assert!(std::process::Command::new("mkfifo").arg(&pipe).status().expect("mkfifo runs").success());
    let (status, message) = refusal(&["sql", "SELECT 1", "--attach", &format!("own={}", pipe.display())]);
    assert_eq!(status, Some(2));
    assert!(message.contains("is no regular file; a CSV file is expected"), "{message}");
}
