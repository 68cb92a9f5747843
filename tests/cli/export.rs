//! `export`: what is written, and what is left alone.

use std::fs;
use std::path::{Path, PathBuf};

use crate::support::{refusal, stdout};

/// A folder of the test's own, empty at the start.
pub(crate) fn folder(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("export").join(name);
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).expect("a folder");
    folder
}

pub(crate) fn name(path: &Path) -> &str {
    path.to_str().expect("UTF-8")
}

pub(crate) fn names(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).expect("the folder");
    let mut names: Vec<String> =
        entries.map(|entry| entry.expect("an entry").file_name().into_string().expect("UTF-8")).collect();
    names.sort();
    names
}

#[test]
fn a_folder_is_the_package_as_it_is() {
    let to = folder("whole").join("register");
    assert_eq!(stdout(&["export", "--to", name(&to)]), "");
    let data = Path::new(env!("CARGO_MANIFEST_DIR")).join("data");
    assert_eq!(names(&to), names(&data));
    for file in names(&data) {
        assert!(fs::read(to.join(&file)).expect("a copy") == fs::read(data.join(&file)).expect("a file"), "{file}");
    }
}

#[test]
fn what_is_written_of_a_sound_package_is_one() {
    let sound = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/packages/sound");
    let to = folder("sound");
    for case in names(&sound) {
        let (from, to) = (sound.join(&case), to.join(&case));
        stdout(&["--package", name(&from), "export", "--to", name(&to)]);
        assert_eq!(stdout(&["check", name(&to)]), "", "{case}");
        // And takes its own place.
        stdout(&["--package", name(&from), "export", "--force", "--to", name(&to)]);
    }
}

#[test]
fn some_tables_are_a_sound_package_of_their_own() {
    let to = folder("some").join("register");
    stdout(&["export", "--to", name(&to), "nominees", "municipalities"]);
    assert_eq!(names(&to), ["datapackage.json", "municipalities.csv", "nominees.csv", "outlines.topojson"]);
    assert_eq!(stdout(&["check", name(&to)]), "");
    let text = fs::read_to_string(to.join("datapackage.json")).expect("the descriptor");
    let descriptor: serde_json::Value = serde_json::from_str(&text).expect("JSON");
    let keys = descriptor["resources"][0]["schema"]["foreignKeys"].as_array().expect("keys");
    assert_eq!(keys.len(), 1, "those to editions and sources are gone");
}

#[test]
fn each_table_is_a_sound_package_alone() {
    let folder = folder("each");
    for table in crate::support::lines(&["schema"]) {
        let table = table.split('\t').next().expect("a name");
        let to = folder.join(table);
        stdout(&["export", "--to", name(&to), table]);
        assert_eq!(stdout(&["check", name(&to)]), "", "{table}");
    }
}

#[test]
fn what_is_there_is_replaced_only_by_force() {
    let folder = folder("force");
    for file in ["register.sqlite", "register.xlsx", "register"] {
        if file.ends_with("sqlite") && cfg!(not(feature = "sql"))
            || file.ends_with("xlsx") && cfg!(not(feature = "xlsx"))
        {
            continue;
        }
        let to = folder.join(file);
        stdout(&["export", "--to", name(&to), "winners"]);
        let (status, message) = refusal(&["export", "--to", name(&to), "winners"]);
        assert_eq!(status, Some(2), "{message}");
        assert!(message.contains("--force replaces it"), "{message}");
        stdout(&["export", "--to", name(&to), "--force", "winners"]);
    }
    // A folder with anything else in it is never replaced.
    let to = folder.join("register");
    fs::write(to.join("mine.txt"), "mine").expect("written");
    let (status, message) = refusal(&["export", "--to", name(&to), "--force"]);
    assert_eq!(status, Some(3));
    assert!(message.contains("holds more than a data package"), "{message}");
    assert_eq!(fs::read_to_string(to.join("mine.txt")).expect("the file"), "mine");
    // Nor one in which a folder has the name of a table's file.
    fs::remove_file(to.join("mine.txt")).expect("removed");
    fs::remove_file(to.join("winners.csv")).expect("removed");
    fs::create_dir(to.join("winners.csv")).expect("a folder");
    assert_eq!(refusal(&["export", "--to", name(&to), "--force"]).0, Some(3));
    assert!(names(&folder).iter().all(|name| !name.starts_with('.')), "nothing half done is left");
}

#[test]
fn an_empty_folder_is_replaced() {
    let to = folder("empty");
    stdout(&["export", "--to", name(&to), "--force", "winners"]);
    assert_eq!(names(&to), ["datapackage.json", "winners.csv"]);
}

#[test]
fn a_failure_leaves_nothing() {
    let folder = folder("failure");
    for (to, status) in [
        ("no-such-folder/register.sqlite", 3),
        ("no-such-folder/register", 3),
        ("register.csv", 2),
        ("register.ods", 2),
        (".xlsx", 2),
        (".SQLITE", 2),
        ("no-such-folder/.db", 2),
    ] {
        let to = folder.join(to);
        let (found, message) = refusal(&["export", "--to", name(&to)]);
        let left_out = message.contains("was built without");
        assert!(found == Some(status) || left_out, "{to:?}: {message}");
    }
    for to in ["/", ".", ".."] {
        assert_eq!(refusal(&["export", "--to", to]).0, Some(2), "{to}");
    }
    assert_eq!(refusal(&["export", "--to", name(&folder.join("x")), "winerz"]).0, Some(2));
    assert_eq!(names(&folder), [""; 0]);
}

#[cfg(unix)]
#[test]
fn a_private_file_stays_private() {
    use std::os::unix::fs::PermissionsExt;
    let folder = folder("private");
    for file in ["register.sqlite", "register.metadata.json", "register.xlsx"] {
        fs::write(folder.join(file), "old").expect("written");
        fs::set_permissions(folder.join(file), fs::Permissions::from_mode(0o600)).expect("set");
    }
    for file in ["register.sqlite", "register.xlsx"] {
        let output = crate::support::itkommun(&["export", "--to", name(&folder.join(file)), "--force"]);
        assert!(output.status.success() || String::from_utf8_lossy(&output.stderr).contains("was built without"));
    }
    for file in names(&folder) {
        assert_eq!(folder.join(&file).metadata().expect("a file").permissions().mode() & 0o777, 0o600, "{file}");
    }
    let register = folder.join("register");
    let files = ["datapackage.json", "winners.csv"].map(|file| (register.join(file), 0o600));
    stdout(&["export", "--to", name(&register), "winners"]);
    for (path, mode) in [(register.clone(), 0o700)].iter().chain(&files) {
        fs::set_permissions(path, fs::Permissions::from_mode(*mode)).expect("set");
    }
    stdout(&["export", "--to", name(&register), "winners", "--force"]);
    for (path, mode) in [(register.clone(), 0o700)].iter().chain(&files) {
        assert_eq!(path.metadata().expect("it is there").permissions().mode() & 0o777, *mode, "{}", path.display());
    }
}

#[cfg(feature = "sql")]
#[test]
fn of_a_database_and_its_descriptions_none_is_there_alone() {
    let folder = folder("together");
    fs::create_dir(folder.join("register.metadata.json")).expect("a folder");
    let to = folder.join("register.sqlite");
    let (status, message) = refusal(&["export", "--to", name(&to), "--force"]);
    assert_eq!(status, Some(3));
    assert!(message.contains("register.metadata.json` is not written: it is a folder"), "{message}");
    assert_eq!(names(&folder), ["register.metadata.json"]);
}

#[cfg(target_os = "linux")]
#[test]
fn a_place_that_takes_no_files_is_a_failure() {
    for to in ["/proc/register", "/proc/register.sqlite", "/proc/register.xlsx"] {
        let (status, message) = refusal(&["export", "--to", to]);
        assert!(status == Some(3) || message.contains("was built without"), "{to}: {message}");
        assert!(message.contains(to) || message.contains("was built without"), "{message}");
    }
}

#[cfg(feature = "sql")]
#[test]
fn the_descriptions_of_a_database_lie_beside_it() {
    let to = folder("database").join("register.sqlite");
    stdout(&["export", "--to", name(&to)]);
    assert_eq!(fs::read(&to).expect("the file")[..15], *b"SQLite format 3");
    let text = fs::read_to_string(to.with_extension("metadata.json")).expect("the descriptions");
    let metadata: serde_json::Value = serde_json::from_str(&text).expect("JSON");
    for whole in [&metadata, &metadata["databases"]["register"]] {
        assert_eq!(whole["license"], "CC0-1.0");
        assert_eq!(whole["license_url"], "https://creativecommons.org/publicdomain/zero/1.0/");
        assert_eq!([&whole["source"], &whole["source_url"]], ["Sources", "/register/sources"]);
    }
    let columns = &metadata["databases"]["register"]["tables"]["metrics"]["columns"];
    assert_eq!(columns["upper"], "The upper end of a range.");
    let link = &metadata["databases"]["register"]["tables"]["nominees_joint_with"];
    assert_eq!(link["description"], "An item a row of the lists in the column joint_with of nominees.");
    assert_eq!(link["columns"]["row"], "The rowid in nominees of the row that has the list.");
}

#[cfg(feature = "sql")]
#[test]
fn a_database_holds_every_row_with_its_types_and_keys() {
    let to = folder("rows").join("register.sqlite");
    stdout(&["export", "--to", name(&to)]);
    let database = rusqlite::Connection::open(&to).expect("a database");
    let one = |sql: &str| database.query_row(sql, [], |row| row.get::<_, String>(0)).expect(sql);
    for table in ["winners", "metrics", "initiatives", "municipalities"] {
        assert_eq!(format!("{}\n", one(&format!("SELECT count(*) || '' FROM {table}"))), stdout(&[table, "--count"]));
    }
    assert_eq!(one("SELECT code || typeof(code) FROM municipalities WHERE name = 'Stockholm'"), "0180text");
    assert_eq!(one("SELECT typeof(year) || typeof(value) || typeof(upper) FROM metrics"), "integerrealnull");
    assert_eq!(one("SELECT joint_with FROM nominees WHERE municipality = 'Mora'"), "[\"Orsa\",\"Älvdalen\"]");
    assert_eq!(one("SELECT count(*) || '' FROM pragma_foreign_key_check"), "0");
    let keys = "(SELECT t.name, k.* FROM pragma_table_list AS t, pragma_foreign_key_list(t.name) AS k)";
    assert_eq!(
        one(&format!(
            "SELECT group_concat(\"from\") FROM {keys} WHERE name = 'nominees_joint_with' AND \"table\" = 'municipalities'"
        )),
        "joint_with"
    );
    // A viewer follows a key to the row that has it as its primary key.
    let others = format!(
        "SELECT count(*) || '' FROM {keys} AS k WHERE NOT (SELECT pk FROM pragma_table_info(k.\"table\") WHERE name = k.\"to\")"
    );
    assert_eq!(one(&others), "0");
    // Only a database with both tables has the link between them.
    stdout(&["export", "--to", name(&to), "--force", "nominees"]);
    let database = rusqlite::Connection::open(&to).expect("a database");
    let tables =
        "SELECT group_concat(name) FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE '%!_fts%' ESCAPE '!'";
    assert_eq!(database.query_row(tables, [], |row| row.get::<_, String>(0)).expect(tables), "nominees");
}

#[cfg(feature = "sql")]
#[test]
fn a_database_is_searched_by_words_as_swedish_has_them() {
    let to = folder("search").join("register.sqlite");
    stdout(&["export", "--to", name(&to)]);
    let database = rusqlite::Connection::open(&to).expect("a database");
    let found = |word: &str| {
        let sql = "SELECT group_concat(m.name) FROM municipalities_fts f JOIN municipalities m ON m.rowid = f.rowid
                   WHERE municipalities_fts MATCH ?";
        database.query_row(sql, [word], |row| row.get::<_, Option<String>>(0)).expect(sql)
    };
    // å is a letter of its own, in any case.
    assert_eq!(found("habo").as_deref(), Some("Habo"));
    assert_eq!(found("HÅBO").as_deref(), Some("Håbo"));
    assert_eq!(found("\"upplands vas\"*"), None);
    let one = |sql: &str| database.query_row(sql, [], |row| row.get::<_, String>(0)).expect(sql);
    assert_eq!(one("SELECT n.municipality FROM nominees_fts('orsa') f JOIN nominees n ON n.rowid = f.rowid"), "Mora");
    // Every index is that of its table, and Datasette finds it by these words.
    for table in crate::support::tables() {
        let check = format!("INSERT INTO {table}_fts ({table}_fts, rank) VALUES ('integrity-check', 1)");
        database.execute(&check, []).expect(&check);
        let sql = format!("SELECT sql FROM sqlite_schema WHERE name = '{table}_fts'");
        assert!(one(&sql).contains(&format!("content=\"{table}\"")), "{}", one(&sql));
    }
    // Any program reads it: it names nothing that only this one knows.
    assert_eq!(one("SELECT count(*) || '' FROM sqlite_schema WHERE sql LIKE '%COLLATE%'"), "0");
    assert_eq!(one("SELECT * FROM pragma_integrity_check"), "ok");
}

#[cfg(feature = "xlsx")]
#[test]
fn a_workbook_has_a_sheet_a_table_with_types_kept() {
    use calamine::{Data, Reader, Xlsx, open_workbook};
    let to = folder("workbook").join("register.xlsx");
    stdout(&["export", "--to", name(&to)]);
    let mut workbook: Xlsx<_> = open_workbook(&to).expect("a workbook");
    let tables: Vec<String> = crate::support::lines(&["schema"])
        .iter()
        .map(|line| line.split('\t').next().unwrap_or("").to_owned())
        .collect();
    assert_eq!(workbook.sheet_names(), [tables.as_slice(), &["columns".to_owned(), "about".to_owned()]].concat());
    let meanings = workbook.worksheet_range("columns").expect("a sheet");
    let told = |text: &str| meanings.rows().flatten().any(|cell| *cell == Data::String(text.to_owned()));
    assert!(told("county_code") && told("Länskod"), "each column is told of");
    let codes = workbook.worksheet_range("municipalities").expect("a sheet");
    assert_eq!(codes.height(), 291, "the header and 290 rows");
    assert_eq!(codes.get((1, 0)), Some(&Data::String("0114".to_owned())));
    let editions = workbook.worksheet_range("editions").expect("a sheet");
    assert_eq!(editions.get((5, 0)), Some(&Data::Float(2009.0)));
    assert!(
        matches!(editions.get((5, 3)), Some(Data::DateTime(date)) if date.to_ymd_hms_milli().0 == 2009),
        "2009-11-17"
    );
    assert_eq!(editions.get((1, 3)), Some(&Data::Empty));
}
