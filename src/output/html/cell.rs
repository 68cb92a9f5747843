//! What stands in a cell: text, links to other rows and to the web, and signs of how sure it is.

use std::collections::HashMap;
use std::fmt::Write;

use super::text::{address, lines, text};
use crate::answer::Statement;
use crate::output::figure::{DISPUTED, INFERRED, between, shown};
use crate::package::{Field, Quantity, Value};
use crate::words::words;

/// Where in the page the rows are that the values of a key name.
pub(super) type Links = HashMap<String, String>;

/// Where the values of a column lead.
#[derive(Clone, Copy, Default)]
pub(super) struct Leads<'l> {
    /// The rows of the page, of a key.
    pub rows: Option<&'l Links>,
    /// The column, whose values may stand for addresses.
    pub field: Option<&'l Field>,
}

/// Writes a value. Where the table has something else instead of it, as people are shown titles for keys, this is what
/// leads on.
pub(super) fn write(value: &Value, key: Option<&Value>, leads: Leads, out: &mut String) {
    match value {
        Value::Marked(marked) => {
            write(&marked.value, key, leads, out);
            for (is_so, sign, meaning) in [
                (marked.inferred, INFERRED, words().inferred()),
                (marked.disputed, DISPUTED, words().disputed_in_short()),
            ] {
                if is_so {
                    let _ = write!(out, "&#160;<b class=\"sign\" title=\"{meaning}\">{sign}</b>");
                }
            }
        }
        Value::List(items) => {
            let between = between(&items.iter().map(shown).collect::<Vec<_>>());
            for (at, item) in items.iter().enumerate() {
                out.push_str(if at > 0 { between } else { "" });
                write(item, key.and_then(|key| key.items().get(at)), leads, out);
            }
        }
        Value::Quantity(quantity) if !quantity.is_fact => write_no_fact(value, quantity, out),
        Value::Quantity(_) => _ = write!(out, "<span class=\"figure\">{}</span>", text(&shown(value))),
        _ => {
            let (key, shown) = (key.map_or("".into(), |key| key.plain("")), shown(value));
            let row = leads.rows.and_then(|rows| rows.get(&*key));
            let named = leads.field.and_then(|field| field.address(&key));
            let _ = match (row, named.as_deref().or_else(|| address(&shown))) {
                (Some(row), _) => write!(out, "<a href=\"#{}\">{}</a>", text(row), lines(&shown)),
                (None, Some(address)) => write_address(address, &lines(&shown), out),
                (None, None) => write!(out, "{}", lines(&shown)),
            };
        }
    }
}

/// A figure that is no fact looks like none, and says so: its status stands before it.
fn write_no_fact(value: &Value, quantity: &Quantity, out: &mut String) {
    let title = words().no_fact(&quantity.status);
    let _ = write!(out, "<i class=\"no-fact\" title=\"{}\">{}</i>", text(&title), text(&shown(value)));
}

/// Writes what leads to an address on the web: an element's content.
pub(super) fn write_address(address: &str, content: &str, out: &mut String) -> std::fmt::Result {
    write!(out, "<a class=\"out\" rel=\"noreferrer\" href=\"{}\">{content}</a>", text(address))
}

/// Writes what a row rests on: each source, where in it, and its words, in its language, where these have no column.
pub(super) fn write_statements<'l>(
    statements: &[Statement],
    has_words: bool,
    to: &dyn Fn(&str) -> String,
    language: &dyn Fn(&str) -> &'l str,
    out: &mut String,
) {
    for (at, Statement { source, locator, words }) in statements.iter().enumerate() {
        // Figures that stand beside each other may rest on the same statement.
        if statements[..at].iter().any(|before| before == &statements[at]) {
            continue;
        }
        out.push_str(if at > 0 { "<br/>" } else { "" });
        let _ = write!(out, "<a href=\"#{}\">{}</a>", text(&to(source)), text(source));
        if !locator.is_empty() {
            let _ = write!(out, ", {}", text(locator));
        }
        if has_words && !words.is_empty() {
            let _ = write!(out, ": <q{}>{}</q>", in_language(language(source)), text(words));
        }
    }
}

/// The attribute that tells a language; none where it is not known.
pub(super) fn in_language(code: &str) -> String {
    if code.is_empty() { String::new() } else { format!(" lang=\"{}\"", text(code)) }
}

#[cfg(test)]
mod tests {
    use super::{Leads, Links, write};
    use crate::package::{Field, Qualifier, Quantity, Value};

    fn written(value: &Value, key: Option<&Value>) -> String {
        let links = Links::from([("skl-2009".to_owned(), "sources/skl-2009".to_owned())]);
        let mut out = String::new();
        write(value, key, Leads { rows: Some(&links), field: None }, &mut out);
        out
    }

    #[test]
    fn a_value_leads_to_the_address_that_it_stands_for() {
        let field = |template: &str| -> Field {
            serde_json::from_value(serde_json::json!({"name": "q", "valueUrl": template})).expect("a column")
        };
        let written = |template: &str, value: &Value, key: &Value| {
            let mut out = String::new();
            write(value, Some(key), Leads { rows: None, field: Some(&field(template)) }, &mut out);
            out
        };
        let link = |to: &str, shown: &str| {
            format!("<a class=\"out\" rel=\"noreferrer\" href=\"https://a.se/{to}\">{shown}</a>")
        };
        let (q, none) = (Value::text("Q1\"><b>"), Value::Missing);
        assert_eq!(written("https://a.se/{q}", &q, &q), link("Q1%22%3E%3Cb%3E", "Q1&quot;&gt;&lt;b&gt;"));
        assert_eq!(written("https://a.se/{q}", &none, &none), "");
        let two = Value::texts(["Q1", "Q2"]);
        assert_eq!(written("https://a.se/{q}", &two, &two), format!("{}, {}", link("Q1", "Q1"), link("Q2", "Q2")));
        // What people are shown for it need not be what it stands in.
        assert_eq!(written("https://a.se/{q}", &Value::text("One"), &Value::text("Q1")), link("Q1", "One"));
        assert_eq!(written("javascript:alert({q})", &Value::text("1"), &Value::text("1")), "1");
    }

    #[test]
    fn a_key_leads_to_its_row_under_whatever_name_people_are_shown() {
        let (shown, key) = (Value::text("The <booklet>"), Value::text("skl-2009"));
        assert_eq!(written(&shown, Some(&key)), "<a href=\"#sources/skl-2009\">The &lt;booklet&gt;</a>");
        let (shown, keys) = (Value::texts(["A", "B"]), Value::texts(["skl-2009", "gone"]));
        assert_eq!(written(&shown, Some(&keys)), "<a href=\"#sources/skl-2009\">A</a>, B");
        assert_eq!(written(&Value::text("skl-2009"), None), "skl-2009", "no key");
    }

    #[test]
    fn an_address_is_a_link_and_a_script_is_text() {
        let link = "<a class=\"out\" rel=\"noreferrer\" href=\"https://a.se/?b&amp;c\">https://a.se/?b&amp;c</a>";
        assert_eq!(written(&Value::text("https://a.se/?b&c"), None), link);
        assert_eq!(written(&Value::text("javascript:alert(1)"), None), "javascript:alert(1)");
    }

    #[test]
    fn how_sure_a_value_is_is_told_in_signs_and_words() {
        let of = |is_fact| Quantity {
            value: "70".into(),
            upper: "".into(),
            qualifier: Qualifier::About,
            unit: "".into(),
            unit_one: "".into(),
            status: "target".into(),
            is_plain: false,
            is_fact,
        };
        let figure = |is_fact| Value::Quantity(Box::new(of(is_fact)));
        assert_eq!(written(&figure(true), None), "<span class=\"figure\">target ≈\u{a0}70</span>");
        let goal = "<i class=\"no-fact\" title=\"target, no fact\">target ≈\u{a0}70</i>";
        assert_eq!(written(&figure(false), None), goal);
        let marked = written(&figure(false).marked([true, true]), None);
        let signs = ["inferred\">?", "disputed\">≠"].map(|sign| format!("&#160;<b class=\"sign\" title=\"{sign}</b>"));
        assert_eq!(marked, format!("{goal}{}", signs.concat()));
    }
}
