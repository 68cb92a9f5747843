//! Help, schema and errors as they stand on the screen, to be read by a reviewer.
//!
//! After a change, `TRYCMD=overwrite cargo test --test commands` writes them anew; read them before committing.

#[test]
fn the_screen_is_as_reviewed() {
    trycmd::TestCases::new().env("COLUMNS", "90").case("tests/cmd/*.trycmd");
}
