//! What parts the cells of a file: that by which its first rows are as wide as its headings.

use super::cell::Written;
use crate::package::Problem;
use crate::package::rows::Rows;
use crate::words::words;

/// What can part cells. Where several would do, the first of them does: sentences have commas, and numbers have them, while
/// what stands before those is hardly written for anything else.
pub(super) const ALL: [&str; 4] = ["\t", "|", ";", ","];

/// How many rows are looked at, at most.
const ROWS: usize = 1000;

/// How wide the rows at the beginning of a file are by one delimiter.
struct Widths {
    delimiter: &'static str,
    headings: usize,
    rows: usize,
    /// How many of them have as many cells as there are headings.
    fitting: usize,
    /// The first of the widest of them, its cells, and how many are as wide.
    widest: (u64, usize),
    as_wide: usize,
    /// How many are a number with a decimal comma.
    numbers: usize,
}

impl Widths {
    /// Of rows of which, if they are cut, the last is none; nothing where there is none at all.
    fn of(delimiter: &'static str, mut rows: Rows, is_cut: bool) -> Option<Self> {
        let mut read = Vec::new();
        // What is wrong with a row that is cut is no fault of the file; what else is, is found when all of it is read.
        while let Ok(Some(record)) = rows.next_of_any_length() {
            let is_number = record.cell_count() == 2 && {
                let cells = [0, 1].map(|cell| String::from_utf8_lossy(record.raw(cell)));
                matches!(Written::of(&cells.join(delimiter)), Written::Number(_))
            };
            read.push((record.line(), record.cell_count(), is_number));
            if read.len() > ROWS {
                break;
            }
        }
        if is_cut && read.len() > 1 && read.len() <= ROWS {
            read.pop();
        }
        let (&(_, headings, _), rows) = read.split_first()?;
        let count = |is_one: &dyn Fn(&(u64, usize, bool)) -> bool| rows.iter().filter(|row| is_one(row)).count();
        let most = rows.iter().map(|(_, cells, _)| *cells).max().unwrap_or_default();
        let widest =
            rows.iter().find(|(_, cells, _)| *cells == most).map_or((1, 0), |(line, cells, _)| (*line, *cells));
        Some(Self {
            delimiter,
            headings,
            rows: rows.len(),
            fitting: count(&|(_, cells, _)| *cells == headings),
            widest,
            as_wide: count(&|(_, cells, _)| *cells == most),
            numbers: count(&|(.., is_number)| *is_number),
        })
    }

    /// Whether as many rows as not are as wide as the headings, of which there are several.
    fn parts(&self) -> bool {
        self.headings > 1 && self.fitting * 2 >= self.rows
    }

    /// Whether it parts nothing.
    fn parts_nothing(&self) -> bool {
        self.headings == 1 && self.fitting == self.rows
    }

    /// Whether it parts most rows, and not the first line, as if that were a title.
    fn parts_below(&self) -> bool {
        let (_, most) = self.widest;
        self.headings < most && self.as_wide * 2 > self.rows && self.numbers * 2 <= self.rows
    }
}

/// What parts the cells of a file, of whose beginning these are the rows by each delimiter.
pub(super) fn of<'s>(path: &str, rows: impl Fn(usize) -> Rows<'s>, is_cut: bool) -> Result<&'static str, Problem> {
    let widths = ALL.iter().enumerate().filter_map(|(at, delimiter)| Widths::of(delimiter, rows(at), is_cut));
    let widths: Vec<Widths> = widths.collect();
    let mut best: Option<&Widths> = None;
    for widths in widths.iter().filter(|widths| widths.parts()) {
        if best.is_none_or(|best| widths.fitting > best.fitting) {
            best = Some(widths);
        }
    }
    // Of one column, what it does not have parts its cells; what is usual, if it can.
    let is_titled = widths.iter().any(Widths::parts_below);
    let alone = || widths.iter().rev().find(|widths| widths.parts_nothing() && !is_titled);
    if let Some(best) = best.or_else(alone) {
        return Ok(best.delimiter);
    }
    let mut widest: Option<&Widths> = None;
    for widths in &widths {
        if widest.is_none_or(|widest| widths.widest.1 > widest.widest.1) {
            widest = Some(widths);
        }
    }
    let problem = |line, message| Err(Problem { file: path.to_owned(), line, column: 1, message });
    match widest {
        None => problem(1, words().no_headings().to_owned()),
        Some(Widths { delimiter, headings, widest: (line, cells), .. }) => {
            problem(*line, words().headings_are_not_first(*cells, &delimiter.escape_default().to_string(), *headings))
        }
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use crate::package::form::Form;
    use crate::package::{Input, Rows};

    fn delimiter(text: &str, is_cut: bool) -> Result<&'static str, String> {
        let forms = super::ALL.map(|delimiter| Form::of(&json!({"dialect": {"delimiter": delimiter}})));
        let rows = |at: usize| Rows::formed("f.csv", Input::Held(text.as_bytes().into()), &forms[at]);
        super::of("f.csv", rows, is_cut).map_err(|problem| problem.to_string())
    }

    #[test]
    fn what_makes_rows_as_wide_as_their_headings_parts_them() {
        for (text, parts) in [
            ("a,b\n1,2\n", ","),
            ("a;b\n1,5;2,5\n", ";"),
            ("a\tb\n1,5\t2;5\n", "\t"),
            ("a|b\n1|2\n", "|"),
            // Both would do.
            ("Andel, procent;Antal, st\n1,5;2,0\n", ";"),
            ("a;b\n", ";"),
            ("\"a;b\",c\n\"x;y\",\"z\nw\"\n", ","),
            // One column.
            ("a\n1\n", ","),
            ("a\n1,5\n2\n", ";"),
            ("text\nHello, world; hello\nx\n", "|"),
            // Rows of another width are told of when all are read.
            ("a,b\n1,2\n3\n4,5\n", ","),
            ("a,b\n1,2\n3\n", ","),
        ] {
            assert_eq!(delimiter(text, false), Ok(parts), "{text}");
        }
        assert_eq!(delimiter("a;b;c\n1;2;3\n4;", true), Ok(";"), "the last row is cut");
    }

    #[test]
    fn a_title_above_the_headings_is_told_of() {
        let told = delimiter("Folkmängd, 2023\n\nregion;1990;2000\n01;2;3\n", false).expect_err("no headings");
        assert!(told.starts_with("f.csv:3:1: 3 cells, parted by `;`, and 1 on the first line"), "{told}");
        let told = delimiter("Table 1\nregion,1990\n01,2\n", false).expect_err("no headings");
        assert!(told.starts_with("f.csv:2:1: 2 cells, parted by `,`, and 1 on the first line"), "{told}");
        assert_eq!(delimiter("", false), Err("f.csv:1:1: no line of headings".to_owned()));
    }
}
