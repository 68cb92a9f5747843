//! `sql`: what it answers, and what it refuses.

use std::io::Write;
use std::process::{Command, Stdio};

use crate::support::{itkommun, json, lines, refusal, stdout};

fn sql(statement: &str) -> Vec<String> {
    lines(&["sql", statement])
}

#[test]
fn the_tables_are_there_with_the_columns_that_keys_open() {
    for table in lines(&["schema"]) {
        let table = table.split('\t').next().expect("a name");
        let all = json(&[table, "--columns", "all"]);
        assert!(by_value(json(&["sql", &format!("SELECT * FROM {table}")])) == by_value(all), "{table}");
    }
}

/// With every number as a floating-point one: SQLite keeps of 4.0 the value, not the decimal.
fn by_value(mut rows: serde_json::Value) -> serde_json::Value {
    for row in rows.as_array_mut().expect("rows") {
        for value in row.as_object_mut().expect("a row").values_mut().filter(|value| value.is_number()) {
            *value = value.as_f64().into();
        }
    }
    rows
}

#[test]
fn values_are_typed_and_missing_ones_null() {
    assert_eq!(
        sql("SELECT typeof(year), typeof(value), typeof(upper), typeof(municipality) FROM metrics LIMIT 1"),
        ["integer\treal\tnull\ttext"]
    );
    assert_eq!(json(&["sql", "SELECT code, NULL AS missing, 7 / 2.0 AS half FROM municipalities LIMIT 1"]), {
        serde_json::json!([{"code": "0114", "missing": null, "half": 3.5}])
    });
    // A code is never a number, not even under a column that began as one.
    assert_eq!(
        json(&["sql", "SELECT 1 AS x UNION ALL SELECT code FROM municipalities WHERE name = 'Nacka'"]),
        serde_json::json!([{"x": "1"}, {"x": "0182"}])
    );
}

#[test]
fn keys_are_declared() {
    let keys = sql("SELECT \"table\", \"from\", \"to\" FROM pragma_foreign_key_list('nominees') ORDER BY 1");
    assert_eq!(keys, ["editions\tyear\tyear", "municipalities\tmunicipality\tname"]);
    let keys = sql("SELECT \"table\", \"from\" FROM pragma_foreign_key_list('nominees_joint_with') ORDER BY 1");
    assert_eq!(keys, ["municipalities\tjoint_with", "nominees\tyear", "nominees\tmunicipality"]);
}

#[test]
fn a_list_of_keys_is_joined_as_a_table() {
    let statement = "SELECT position, joint_with FROM nominees_joint_with WHERE municipality = 'Mora' ORDER BY 1";
    assert_eq!(sql(statement), ["1\tOrsa", "2\tÄlvdalen"]);
    let statement = "SELECT i.name FROM municipalities m JOIN initiatives_municipality l ON l.municipality = m.name
                     JOIN initiatives i ON i.rowid = l.row WHERE m.county = 'Skåne län' ORDER BY l.row";
    let mut joined = sql(statement);
    joined.dedup();
    assert!(joined.len() > 3);
    assert_eq!(joined, lines(&["initiatives", "--county", "Skåne", "--columns", "name"]));
}

#[test]
fn swedish_order_and_folding_are_at_hand() {
    let names = sql("SELECT name FROM municipalities WHERE county_code = '25' ORDER BY name COLLATE sv DESC LIMIT 3");
    assert_eq!(names, ["Övertorneå", "Överkalix", "Älvsbyn"]);
    assert_eq!(sql("SELECT name FROM municipalities WHERE fold(name) = fold('JARFALLA')"), ["Järfälla"]);
}

#[test]
fn lists_are_taken_apart_by_json_each() {
    let statement = "SELECT value FROM nominees, json_each(joint_with) WHERE municipality = 'Mora'";
    assert_eq!(sql(statement), ["Orsa", "Älvdalen"]);
    let row = json(&["sql", "SELECT joint_with FROM nominees WHERE municipality = 'Mora'"]);
    assert_eq!(row[0]["joint_with"], serde_json::json!(["Orsa", "Älvdalen"]));
}

#[test]
fn a_statement_comes_from_standard_input_too() {
    let mut command = Command::new(env!("CARGO_BIN_EXE_itkommun"));
    let mut child =
        command.args(["sql", "-"]).stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().expect("the program runs");
    child.stdin.take().expect("a pipe").write_all(b"SELECT year FROM winners\nLIMIT 1;\n").expect("written");
    let output = child.wait_with_output().expect("it ends");
    assert_eq!(output.stdout, b"year\n2001\n");
}

#[test]
fn what_does_more_than_read_is_refused() {
    let file = concat!(env!("CARGO_TARGET_TMPDIR"), "/attached.sqlite");
    for statement in [
        "DELETE FROM winners",
        "INSERT INTO winners (year) VALUES (1)",
        "UPDATE winners SET year = 1",
        "DROP TABLE winners",
        "CREATE TABLE x (y)",
        "CREATE TEMP TABLE x (y)",
        "PRAGMA user_version = 3",
        "PRAGMA journal_mode",
        "BEGIN",
        "SELECT load_extension('x')",
        &format!("ATTACH '{file}' AS other"),
        &format!("VACUUM INTO '{file}'"),
        "WITH x AS (SELECT 1) DELETE FROM winners",
    ] {
        let (status, message) = refusal(&["sql", statement]);
        assert_eq!(status, Some(2), "{statement}: {message}");
        assert!(message.starts_with("error: sql"), "{statement}: {message}");
        assert!(message.contains("not authorized") || message.contains("write a SELECT"), "{statement}: {message}");
    }
    assert!(!std::path::Path::new(file).exists());
}

#[test]
fn an_error_tells_the_place_and_what_was_meant() {
    for (statement, said) in [
        ("SELECT municipalty FROM winners", "sql:1:8: no such column: municipalty; did you mean municipality?"),
        (
            "SELECT *\nFROM winers",
            "sql:2:6: no such table: winers; did you mean winners or winners_source?\n  FROM winers\n       ^",
        ),
        ("SELECT * FROM nominee_joint_with", "no such table: nominee_joint_with; did you mean nominees_joint_with"),
        ("SELECT positon FROM nominees_joint_with", "no such column: positon; did you mean position?"),
        ("SELEC 1", "sql:1:1: near \"SELEC\": syntax error"),
        ("SELECT * FROM (SELECT", "sql:1:22: incomplete input"),
        ("SELECT 1; SELECT 2", "more than one statement"),
        ("SELECT 1; SELCT 2", "sql:1:11: near \"SELCT\""),
        ("SELECT * FROM winners WHERE \"yeer\" = 2007", "no such column: \"yeer\""),
        ("SELECT ?", "has a parameter"),
        ("SELECT year FROM ear", "sql:1:18: no such table: ear"),
        ("", "SQL is empty"),
        ("-- nothing", "SQL is empty"),
        ("SELECT zeroblob(1000000000)", "too big"),
        ("SELECT json('{')", "malformed JSON"),
        ("SELECT CAST(x'ff' AS TEXT)", "a text that is not UTF-8"),
    ] {
        let (status, message) = refusal(&["sql", statement]);
        assert_eq!(status, Some(2), "{statement}: {message}");
        assert!(message.contains(said), "{statement}: {message}");
    }
    let (status, message) = refusal(&["sql", "SELECT 1 AS a, 2 AS a", "--format", "json"]);
    assert_eq!(status, Some(2));
    assert!(message.contains("two columns are called `a`"), "{message}");
}

#[cfg(unix)]
#[test]
fn memory_is_bounded_for_the_statement_and_its_answer_together() {
    let rows = "WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n) SELECT";
    for statement in [
        format!("{rows} zeroblob(1000000) FROM n"),
        format!("{rows} count(DISTINCT hex(zeroblob(10000)) || x) FROM n"),
        // Rows for which SQLite itself needs no memory.
        format!("{rows} {} FROM n", ["x"; 100].join(", ")),
        // Both hold some of it: the statement the texts that it sorts, the answer its rows.
        format!("{rows} hex(zeroblob(5000)), x FROM (SELECT x FROM n LIMIT 20000) ORDER BY 1, 2"),
        format!("SELECT {}", vec!["hex(zeroblob(500000))"; 400].join(", ")),
    ] {
        // Where the limit failed, so would the program.
        let mut child = Command::new("sh")
            .args(["-c", "ulimit -v 700000; exec \"$0\" sql -", env!("CARGO_BIN_EXE_itkommun")])
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .expect("a shell");
        child.stdin.take().expect("a pipe").write_all(statement.as_bytes()).expect("written");
        let output = child.wait_with_output().expect("it ends");
        let message = String::from_utf8_lossy(&output.stderr);
        assert_eq!(output.status.code(), Some(3), "{statement:.300}: {message}");
        let said = "error: sql: the statement takes more than 256 MB of memory; for larger questions `itkommun export";
        assert!(message.starts_with(said), "{message}");
    }
}

#[cfg(unix)]
#[test]
fn an_interruption_ends_it_at_once() {
    use std::os::unix::process::ExitStatusExt;
    let statement = "WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n) SELECT count(*) FROM n";
    let mut child =
        Command::new(env!("CARGO_BIN_EXE_itkommun")).args(["sql", statement]).spawn().expect("the program runs");
    std::thread::sleep(std::time::Duration::from_millis(200));
    let start = std::time::Instant::now();
    let kill = Command::new("kill").args(["-s", "INT", &child.id().to_string()]).status().expect("kill");
    assert!(kill.success());
    // A shell tells of it as the status 130.
    assert_eq!(child.wait().expect("it ends").signal(), Some(2));
    assert!(start.elapsed().as_secs() < 2);
}

#[test]
fn a_statement_cut_by_nul_or_without_end_is_refused() {
    for input in [b"SELECT year FROM winners\0 WHERE 0".to_vec(), b" ".repeat((1 << 20) + 1)] {
        let mut command = Command::new(env!("CARGO_BIN_EXE_itkommun"));
        command.args(["sql", "-"]).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut child = command.spawn().expect("the program runs");
        let _ = child.stdin.take().expect("a pipe").write_all(&input);
        let output = child.wait_with_output().expect("it ends");
        assert_eq!((output.status.code(), output.stdout.as_slice()), (Some(2), &b""[..]));
    }
}

#[test]
fn a_blob_is_written_in_its_own_time() {
    assert_eq!(sql("SELECT x'00ff'"), ["00ff"]);
    assert_eq!(sql("SELECT length(x'00') FROM winners LIMIT 1"), ["1"]);
    assert_eq!(stdout(&["sql", "SELECT zeroblob(1000000)", "--no-header"]).len(), 2_000_001);
}

#[test]
fn no_rows_is_an_answer() {
    assert_eq!(stdout(&["sql", "SELECT year FROM winners WHERE 0", "--format", "json"]), "[]\n");
    assert_eq!(itkommun(&["sql", "SELECT 1 WHERE 0", "-e"]).status.code(), Some(1));
}
