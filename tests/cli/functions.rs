//! What SQL has beyond SQLite: Swedish order, letters beyond z, a median and regular expressions.

use crate::sql::sql;
use crate::support::{lines, refusal};

#[test]
fn texts_are_in_swedish_order_and_equal_only_where_they_are() {
    let names = sql("SELECT name FROM municipalities WHERE county_code = '25' ORDER BY name DESC LIMIT 3");
    assert_eq!(names, ["Övertorneå", "Överkalix", "Älvsbyn"]);
    let names = "SELECT name FROM municipalities ORDER BY name";
    assert_eq!(sql(names), lines(&["municipalities", "--columns", "name", "--sort", "name"]));
    assert_eq!(sql("SELECT max(name) FROM municipalities"), ["Övertorneå"]);
    assert_eq!(
        sql("SELECT upper(name) FROM municipalities ORDER BY upper(name) COLLATE sv DESC LIMIT 1"),
        ["ÖVERTORNEÅ"]
    );
    // Another case or another way to write a letter is another text: in =, GROUP BY, DISTINCT and joins.
    for name in ["habo", "Håbo kommun", "Ha\u{30a}bo", "Habo\u{200d}"] {
        assert_eq!(sql(&format!("SELECT count(*) FROM municipalities WHERE name = '{name}'")), ["0"], "{name}");
    }
    let pairs = "SELECT count(*) FROM municipalities a JOIN municipalities b ON a.name = b.name";
    assert_eq!(sql(pairs), ["290"]);
    let names = "(SELECT 'Å' AS name UNION ALL SELECT 'A\u{30a}' UNION ALL SELECT 'å' UNION ALL SELECT 'Å')";
    for counted in
        ["count(DISTINCT name COLLATE sv)", "(SELECT count(*) FROM (SELECT 1 FROM t GROUP BY name COLLATE sv))"]
    {
        assert_eq!(sql(&format!("WITH t AS {names} SELECT {counted} FROM t LIMIT 1")), ["3"]);
    }
    assert_eq!(sql("SELECT name FROM municipalities WHERE fold(name) = fold('JARFALLA')"), ["Järfälla"]);
}

#[test]
fn like_lower_and_upper_know_letters_beyond_z() {
    assert_eq!(sql("SELECT name FROM municipalities WHERE name LIKE 'ÅM%'"), ["Åmål"]);
    assert_eq!(sql("SELECT upper('åäöé'), lower('ÅÄÖÉ'), upper(NULL), lower(12)"), ["ÅÄÖÉ\tåäöé\t\t12"]);
    let statement =
        "SELECT 'å' LIKE 'a', 'a%b' LIKE 'A!%B' ESCAPE '!', 'axb' LIKE 'a!%b' ESCAPE '!', NULL LIKE 'a', 12 LIKE '1_'";
    assert_eq!(sql(statement), ["0\t1\t0\t\t1"]);
}

#[test]
fn a_median_and_regular_expressions_are_at_hand() {
    // By hand: of 1, 2, 10 the middle one, of 1, 2, 3, 10 the mean of the two in the middle.
    let numbers = "(SELECT 10 AS x UNION ALL SELECT 1 UNION ALL SELECT 2 UNION ALL SELECT NULL)";
    assert_eq!(sql(&format!("SELECT median(x) FROM {numbers}")), ["2"]);
    assert_eq!(sql(&format!("SELECT median(x) FROM (SELECT x FROM {numbers} UNION ALL SELECT 3)")), ["2.5"]);
    assert_eq!(sql("SELECT median(NULL)"), [""]);
    assert_eq!(sql("SELECT median(year) FROM winners WHERE 0"), [""]);
    let groups = sql("SELECT outcome, median(year) IS NOT NULL FROM nominees GROUP BY outcome");
    assert!(groups.len() > 1 && groups.iter().all(|group| group.ends_with("\t1")), "{groups:?}");
    assert_eq!(sql("SELECT name FROM municipalities WHERE name REGEXP '^Å.*[lx]$'"), ["Åmål"]);
    assert_eq!(sql("SELECT NULL REGEXP 'a', 'a' REGEXP NULL, 12 REGEXP '^\\d+$'"), ["\t\t1"]);
    for (statement, said) in [
        ("SELECT median(name) FROM municipalities", "sql: median: `Ale` is not a number"),
        ("SELECT 'a' REGEXP 'a('", "sql: regexp: `a(`: found open group without closing ')'"),
        ("SELECT 'a' REGEXP '(a{1000}){1000}'", "exceed"),
        ("SELECT 'a' LIKE 'a' ESCAPE 'xy'", "ESCAPE takes one character, and not `xy`"),
        ("SELECT lower(CAST(x'ff' AS TEXT))", "lower: a text that is not UTF-8"),
    ] {
        let (status, message) = refusal(&["sql", statement]);
        assert_eq!(status, Some(2), "{statement}: {message}");
        assert!(message.contains(said), "{statement}: {message}");
    }
}
