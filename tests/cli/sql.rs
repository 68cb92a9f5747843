//! `sql`: what it answers, and what it refuses.

use std::io::Write;
use std::process::{Command, Stdio};

use crate::support::{itkommun, json, lines, refusal, stdout};

pub(crate) fn sql(statement: &str) -> Vec<String> {
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
    // Each value is what it is, whatever else is in its column; and no text is something else than nothing.
    assert_eq!(
        json(&[
            "sql",
            "SELECT 1 AS x UNION ALL SELECT 2.5 UNION ALL SELECT '0182' UNION ALL SELECT '' UNION ALL SELECT NULL"
        ]),
        serde_json::json!([{"x": 1}, {"x": 2.5}, {"x": "0182"}, {"x": ""}, {"x": null}])
    );
}

#[test]
fn keys_are_declared() {
    let keys = sql("SELECT \"table\", \"from\", \"to\" FROM pragma_foreign_key_list('nominees') ORDER BY 1");
    assert_eq!(
        keys,
        [
            "editions\tyear\tyear",
            "municipalities\tmunicipality\tname",
            "population\tmunicipality\tmunicipality",
            "population\tyear\tyear"
        ]
    );
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
fn a_column_is_filled_however_it_is_asked_for() {
    // In the order of the table; alone, by names that two tables share, and by the words that join by names.
    for column in ["year", "outcome", "county", "award", "source"] {
        let alone = json(&["sql", &format!("SELECT {column} FROM nominees")]);
        assert!(alone == json(&["nominees", "--columns", column]), "{column}");
    }
    for (table, column) in [("jurors", "name"), ("winners", "municipality"), ("editions", "award")] {
        let statement = format!("SELECT {column} FROM {table}");
        assert_eq!(sql(&statement), lines(&[table, "--columns", column]), "{statement}");
    }
    let both = [stdout(&["winners", "--count"]).trim().to_owned()];
    for join in [
        "JOIN winners w USING (year, municipality)",
        "JOIN winners w ON (w.year, w.municipality) = (n.year, n.municipality)",
    ] {
        assert_eq!(sql(&format!("SELECT count(*) FROM nominees n {join}")), both, "{join}");
    }
    let natural = "SELECT count(*) FROM (SELECT year, municipality FROM nominees) NATURAL JOIN (SELECT year, municipality FROM winners)";
    assert_eq!(sql(natural), both);
    assert_eq!(
        sql("SELECT count(*) FROM editions e NATURAL JOIN backers"),
        sql("SELECT count(*) FROM backers JOIN editions USING (year, source, locator)")
    );
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
    // The function that loads others is not there at all.
    let (status, message) = refusal(&["sql", "SELECT load_extension('x')"]);
    assert!(status == Some(2) && message.contains("no such function: load_extension"), "{message}");
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
    // Of a name of any length the beginning is told, and to a program what was meant.
    let (_, message) = refusal(&["sql", &format!("SELECT {} FROM winners", "x".repeat(100_000))]);
    assert!(message.contains("x… (100016 characters)") && message.len() < 1000, "{message:.2000}");
    let output = itkommun(&["sql", "SELECT * FROM winers", "--format", "json"]);
    let error: serde_json::Value = serde_json::from_slice(&output.stderr).expect("JSON");
    let [kind, given, nearest] = ["kind", "given", "nearest"].map(|name| &error["error"][name]);
    assert_eq!((kind, given), (&"unknown_name".into(), &"winers".into()));
    assert_eq!(nearest[0], "winners");
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
fn an_error_is_told_in_swedish() {
    for (statement, told) in [
        ("SELECT municipalty FROM winners", "sql:1:8: det finns ingen kolumn municipalty; menade du municipality?"),
        ("DELETE FROM winners", "sql: inte tillåtet: Delete; satsen får bara läsa"),
        ("SELECT median('a')", "sql: median: `a` är inget tal"),
    ] {
        let output = itkommun(&["sql", statement, "--lang", "sv"]);
        let error = String::from_utf8(output.stderr).expect("UTF-8");
        assert_eq!((output.status.code(), error.contains(told)), (Some(2), true), "{error}");
    }
}

#[test]
fn no_rows_is_an_answer() {
    assert_eq!(stdout(&["sql", "SELECT year FROM winners WHERE 0", "--format", "json"]), "[]\n");
    assert_eq!(itkommun(&["sql", "SELECT 1 WHERE 0", "-e"]).status.code(), Some(1));
}
