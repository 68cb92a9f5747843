//! `schema`: the description as rows.

use crate::support::json;

#[test]
fn the_description_is_typed_too() {
    let columns = json(&["schema", "nominees"]);
    assert_eq!(columns[2]["values"], serde_json::json!(["winner", "finalist", "nominated"]));
    assert_eq!(columns[0]["required"], true);
    let tables = json(&["schema"]);
    assert_eq!((&tables[0]["table"], &tables[0]["columns"]), (&"winners".into(), &12.into()));
}
