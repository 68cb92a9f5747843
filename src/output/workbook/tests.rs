//! What a sheet has room for, and what it is called.

use rust_xlsxwriter::Worksheet;

use super::{LONGEST_LINK, MOST_LINKS, MOST_ROWS, Sheet, sheet_name};
use crate::package::{Field, Value};

#[test]
fn a_row_that_a_sheet_has_no_room_for_is_refused() {
    let mut worksheet = Worksheet::new();
    let mut sheet = Sheet::new(&mut worksheet, "x", &mut Vec::new()).unwrap();
    sheet.header(["a"].into_iter()).unwrap();
    sheet.row = MOST_ROWS - 1;
    sheet.row(&[Value::count(1)]).unwrap();
    let error = sheet.row(&[Value::count(1)]).unwrap_err().to_string();
    let said = "more rows than a sheet holds, where a workbook has room for 1048575 of them\n";
    assert!(error.starts_with(said), "{error}");
}

/// By Excel's specifications and limits; a sheet with more is one that Excel mends by leaving all links out.
#[test]
fn a_sheet_has_as_many_links_as_a_spreadsheet_opens() {
    let field: Field =
        serde_json::from_value(serde_json::json!({"name": "q", "valueUrl": "https://a.se/{q}"})).unwrap();
    let (mut links, mut text) = (Worksheet::new(), Worksheet::new());
    for (worksheet, before, after) in [(&mut links, 65_529, 65_530), (&mut text, 65_530, 65_530)] {
        let mut sheet = Sheet::new(worksheet, "x", &mut Vec::new()).unwrap();
        sheet.fields = vec![Some(&field)];
        sheet.links = before;
        sheet.row(&[Value::text("Q1")]).unwrap();
        assert_eq!((sheet.links, MOST_LINKS), (after, 65_530));
        let long = "q".repeat(LONGEST_LINK);
        assert_eq!(sheet.address(0, &Value::text(&long)), None, "an address that Excel has no room for");
        assert_eq!(sheet.address(0, &Value::text("a b")).as_deref(), Some("https://a.se/a%20b"));
    }
}

#[test]
fn each_sheet_has_a_name_that_is_allowed_and_its_own() {
    let mut taken = Vec::new();
    for (name, expected) in [
        ("winners", "winners"),
        ("Winners", "Winners_2"),
        ("a/b:c", "a_b_c"),
        ("", "_"),
        ("a name of more than thirty-one characters", "a name of more than thirty-one "),
        ("a name of more than thirty-one letters", "a name of more than thirty-on_2"),
    ] {
        let found = sheet_name(name, &taken);
        assert_eq!(found, expected);
        taken.push(found.to_lowercase());
    }
}
