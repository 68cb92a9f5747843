//! The lines of bundled tables, of which those that a question has no use for are left out before they are read: finding a
//! name in them takes a hundredth of what reading their cells does.
//!
//! Only of these tables it is known that each row is a line, and that nothing is wrong with those that are left out.

use anyhow::Result;
use memchr::memmem::Finder;
use memchr::{memchr, memchr_iter};

use super::files::bundled_bytes;
use super::{Input, Package, Rows, Table};
use crate::text::sort_by;

/// Where lines begin, and their numbers.
type Begins = Vec<(u64, u64)>;

impl Package {
    /// The rows of a table, of which those may be left out that are not `wanted`: each is asked about as it is written, quotes
    /// and separators included.
    pub fn rows_where(&self, table: &Table, wanted: &mut dyn FnMut(&[u8]) -> bool) -> Result<Rows<'_>> {
        self.rows_beginning(table, &mut |text| begins(text, wanted))
    }

    /// The same of which cells up to this one are read, and asked about.
    pub fn rows_where_up_to(
        &self,
        table: &Table,
        last: usize,
        wanted: &mut dyn FnMut(&[u8]) -> bool,
    ) -> Result<Rows<'_>> {
        let rows = self.rows_where(table, &mut |line| wanted(up_to(line, last)));
        Ok(rows?.up_to(last))
    }

    /// The same, those left out in whose line this does not stand.
    pub fn rows_with_up_to(&self, table: &Table, last: usize, needle: &Finder) -> Result<Rows<'_>> {
        Ok(self.rows_beginning(table, &mut |text| begins_with(text, needle))?.up_to(last))
    }

    /// The same, those left out that begin elsewhere.
    pub fn rows_from_up_to(&self, table: &Table, last: usize, mut positions: Vec<u64>) -> Result<Rows<'_>> {
        sort_by(&mut positions, &Ord::cmp);
        Ok(self.rows_beginning(table, &mut |text| begins_at(text, &positions))?.up_to(last))
    }

    fn rows_beginning(&self, table: &Table, begins: &mut dyn FnMut(&[u8]) -> Begins) -> Result<Rows<'_>> {
        if self.own.is_some() {
            return self.rows(table);
        }
        let bytes = bundled_bytes(&table.path)?;
        let begins = begins(&bytes);
        let rows = Rows::unchecked(&table.path, Input::Held(bytes)).headed(&table.schema().fields)?;
        Ok(Rows { begins: Some(begins.into_iter()), ..rows })
    }
}

/// A line up to the end of this cell; all of it where a separator before that may be within quotes.
fn up_to(line: &[u8], last: usize) -> &[u8] {
    let Some(end) = memchr_iter(b',', line).nth(last) else { return line };
    if memchr(b'"', &line[..end]).is_some() { line } else { &line[..end] }
}

/// These places, one behind the other, in which lines begin, and the numbers of the lines.
fn begins_at(text: &[u8], positions: &[u64]) -> Begins {
    let (mut from, mut number) = (0, 1);
    let begins = positions.iter().filter_map(|&position| {
        let at = usize::try_from(position).ok().filter(|at| *at < text.len())?;
        number += memchr_iter(b'\n', &text[from..at]).count() as u64;
        from = at;
        Some((position, number))
    });
    begins.collect()
}

/// Where the lines behind the heading begin that have this in them, and their numbers.
fn begins_with(text: &[u8], needle: &Finder) -> Begins {
    let heading = memchr(b'\n', text).map_or(text.len(), |end| end + 1);
    let (mut begins, mut from, mut number) = (Vec::new(), heading, 2);
    while let Some(at) = needle.find(&text[from..]) {
        let before = &text[from..from + at];
        number += memchr_iter(b'\n', before).count() as u64;
        let begin = before.iter().rposition(|byte| *byte == b'\n').map_or(from, |end| from + end + 1);
        begins.push((begin as u64, number));
        from = memchr(b'\n', &text[begin..]).map_or(text.len(), |end| begin + end + 1);
        number += 1;
    }
    begins
}

/// Where the lines behind the heading begin that are wanted, and their numbers.
fn begins(text: &[u8], wanted: &mut dyn FnMut(&[u8]) -> bool) -> Begins {
    let (mut begins, mut rest, mut number) = (Vec::new(), text, 0);
    while !rest.is_empty() {
        let position = (text.len() - rest.len()) as u64;
        let (line, behind) = rest.split_at(memchr(b'\n', rest).map_or(rest.len(), |end| end + 1));
        (rest, number) = (behind, number + 1);
        if number > 1 && wanted(line) {
            begins.push((position, number));
        }
    }
    begins
}

#[cfg(test)]
mod tests {
    use super::{Package, Rows};
    use memchr::memmem;

    #[test]
    fn each_row_of_the_bundled_tables_is_a_line_and_its_cells_stand_in_it_as_they_are() {
        let package = Package::bundled();
        for table in package.tables() {
            let (mut lines, text) = (Vec::new(), package.file(&table.path).expect("a file"));
            // Behind the heading.
            let mut position = text.iter().position(|byte| *byte == b'\n').expect("a line") as u64 + 1;
            package
                .rows_where(table, &mut |line| {
                    lines.push((position, line.to_vec()));
                    position += line.len() as u64;
                    true
                })
                .expect("rows");
            let (mut lines, mut rows) = (lines.into_iter(), package.rows(table).expect("rows"));
            while let Some(record) = rows.next_record().expect("a row") {
                let (position, line) = lines.next().expect("a line");
                assert_eq!(record.position(), position, "{}", table.name);
                for cell in 0..record.cell_count() {
                    let cell = record.text(cell).expect("text").replace('"', "\"\"");
                    assert!(memmem::find(&line, cell.as_bytes()).is_some(), "{}:{}: {cell}", table.name, record.line());
                }
            }
            assert_eq!(lines.next(), None, "{}", table.name);
        }
    }

    #[test]
    fn rows_that_are_not_wanted_are_left_out_and_the_others_are_as_they_were() {
        let package = Package::bundled();
        let table = package.table("winners").expect("the table");
        let found = |mut rows: Rows| {
            let mut found = Vec::new();
            while let Some(record) = rows.next_record().expect("a row") {
                found.push((record.position(), record.line(), record.raw(0).to_vec()));
            }
            found
        };
        let all = found(package.rows(table).expect("rows"));
        let third = all[2].0;
        let mut number = 0;
        let some = package.rows_where(table, &mut |line| {
            number += 1;
            number == 3 || line.starts_with(b"2009,")
        });
        let wanted: Vec<_> = all.into_iter().filter(|(at, _, year)| *at == third || year == b"2009").collect();
        assert_eq!((wanted.len(), found(some.expect("rows"))), (2, wanted.clone()));
        let positions = wanted.iter().map(|(at, ..)| *at).rev().collect();
        assert_eq!(found(package.rows_from_up_to(table, 0, positions).expect("rows")), wanted);
    }

    #[test]
    fn rows_that_have_a_text_are_those_in_whose_line_it_stands() {
        let package = Package::bundled();
        for table in package.tables() {
            for needle in ["Falkenberg", "a", "\n", "2009,", "no such text"] {
                let finder = memmem::Finder::new(needle);
                let mut by_line = package
                    .rows_where_up_to(table, usize::MAX - 1, &mut |line| finder.find(line).is_some())
                    .expect("rows");
                let mut at_once = package.rows_with_up_to(table, usize::MAX - 1, &finder).expect("rows");
                while let Some(record) = by_line.next_record().expect("a row") {
                    let same = at_once.next_record().expect("a row").expect("as many rows");
                    assert_eq!((record.position(), record.line()), (same.position(), same.line()), "{}", table.name);
                }
                assert!(at_once.next_record().expect("no row").is_none(), "{}: {needle}", table.name);
            }
        }
    }

    #[test]
    fn a_line_is_asked_about_up_to_the_last_cell_or_whole() {
        for (line, last, part) in [
            ("a,b,c\n", 0, "a"),
            ("a,b,c\n", 1, "a,b"),
            ("a,b,c\n", 2, "a,b,c\n"),
            ("a,\"b,\",c\n", 1, "a,\"b,\",c\n"),
            ("a,b,\"c\"\n", 0, "a"),
        ] {
            assert_eq!(super::up_to(line.as_bytes(), last), part.as_bytes(), "{line} {last}");
        }
    }
}
