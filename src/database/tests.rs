use std::path::Path;

use super::{Database, Limits, select};
use crate::package::Package;

fn package(case: &str) -> Package {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/packages").join(case);
    Package::in_folder(&folder).expect("a package")
}

/// The rows of an answer, its cells parted by spaces.
fn rows(package: &Package, sql: &str) -> Vec<String> {
    let selection = select(package, &[], sql, Limits::default()).expect(sql);
    let cell = |value: &rusqlite::types::Value| match value {
        rusqlite::types::Value::Null => "-".to_owned(),
        rusqlite::types::Value::Integer(number) => number.to_string(),
        rusqlite::types::Value::Text(text) => text.clone(),
        other => format!("{other:?}"),
    };
    selection.rows.iter().map(|row| row.iter().map(cell).collect::<Vec<_>>().join(" ")).collect()
}

#[test]
fn each_source_of_a_row_stands_beside_its_locator() {
    let package = package("sound/sources-and-marks");
    let links = rows(&package, "SELECT \"row\", year, name, position, source, locator FROM things_source");
    assert_eq!(
        links,
        [
            "1 2009 a 1 x p. 1; p. 2",
            "1 2009 a 2 y p. 3",
            "2 2009 b 1 z p. 4",
            "3 2011 a 1 y 1",
            "3 2011 a 2 x 2",
            "3 2011 a 3 y 3",
        ]
    );
    let columns = rows(&package, "SELECT name, type FROM pragma_table_info('things_source')");
    let declared = ["row INTEGER", "year INTEGER", "name TEXT", "position INTEGER", "source TEXT", "locator TEXT"];
    assert_eq!(columns, declared);
    let keys = "SELECT \"table\", \"from\", \"to\" FROM pragma_foreign_key_list('things_source') ORDER BY 1, 2";
    assert_eq!(rows(&package, keys), ["others source id", "things name name", "things year year"]);
    // No list without keys has one.
    assert_eq!(rows(&package, "SELECT count(*) FROM pragma_table_list('things_inferred')"), ["0"]);
}

#[test]
fn a_link_table_is_joined_by_row_or_by_key() {
    let package = package("sound/sources-and-marks");
    for on in ["l.row = t.rowid", "(l.year, l.name) = (t.year, t.name)"] {
        let join = format!("SELECT t.name, l.source FROM things t JOIN things_source l ON {on} WHERE t.year = 2009");
        assert_eq!(rows(&package, &join), ["a x", "a y", "b z"], "{on}");
    }
}

#[test]
fn a_name_that_the_package_gives_is_no_link_tables() {
    let package = package("sound/names-that-clash");
    // The table of the package, in whatever case.
    assert_eq!(rows(&package, "SELECT \"row\" FROM things_source"), ["mine"]);
    // Of two link tables, the first.
    assert_eq!(rows(&package, "SELECT * FROM things_parts_of"), ["2 b 1 a"]);
    // And columns of the table before a link table's own.
    assert_eq!(rows(&package, "SELECT * FROM things_source_of"), ["mine 7 b", "mine 7 a", "mine 7 b"]);
}

#[test]
fn the_column_that_keys_lead_to_is_the_primary_key() {
    let package = package("sound/names-that-clash");
    assert_eq!(rows(&package, "SELECT name FROM pragma_table_info('things') WHERE pk"), ["name"]);
    // Unless its values need not be there, or not be unlike each other.
    assert_eq!(rows(&package, "SELECT name FROM pragma_table_info('things_parts') WHERE pk"), ["name"]);
    let unique = "SELECT group_concat(c.name) FROM pragma_index_list('things') AS i, pragma_index_info(i.name) AS c \
                  WHERE i.\"unique\" GROUP BY i.name ORDER BY 1";
    assert_eq!(rows(&package, unique), ["code", "name"]);
}

#[test]
fn a_name_that_the_package_gives_is_no_indexs() {
    let folder = tempfile::tempdir().expect("a folder");
    let table = |name: &str| {
        std::fs::write(folder.path().join(format!("{name}.csv")), "rank,name\n1,a\n").expect("written");
        format!(
            r#"{{"name": "{name}", "path": "{name}.csv", "schema": {{"fields": [{{"name": "rank", "type": "string"}}, {{"name": "name", "type": "string"}}]}}}}"#
        )
    };
    let tables = ["things", "Things_fts_data", "others"].map(table).join(", ");
    std::fs::write(folder.path().join("datapackage.json"), format!(r#"{{"resources": [{tables}]}}"#)).expect("written");
    let package = Package::in_folder(folder.path()).expect("a package");
    let file = tempfile::NamedTempFile::new().expect("a file");
    Database::in_file(&package, &package.tables().iter().collect::<Vec<_>>(), file.path()).expect("a database");
    let database = rusqlite::Connection::open(file.path()).expect("a database");
    let one = |sql: &str| database.query_row(sql, [], |row| row.get::<_, String>(0)).expect(sql);
    let indexes = "SELECT group_concat(name) FROM (SELECT name FROM pragma_table_list WHERE type = 'virtual' ORDER BY lower(name))";
    assert_eq!(one(indexes), "others_fts,Things_fts_data_fts");
    // FTS5 has a column `rank` of its own.
    assert_eq!(one("SELECT group_concat(name) FROM pragma_table_info('others_fts')"), "name");
}
