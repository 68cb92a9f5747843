//! The lines of bundled tables, of which those that a question has no use for are left out before they are read: finding a
//! name in them takes a hundredth of what reading their cells does.
//!
//! Only of these tables it is known that each row is a line, and that nothing is wrong with those that are left out.

use anyhow::Result;
use memchr::memchr;

use super::files::bundled_bytes;
use super::{Input, Package, Rows, Table};

impl Package {
    /// The rows of a table, of which those may be left out that are not `wanted`: each is asked about by its position and as
    /// it is written, quotes and separators included.
    pub fn rows_where(&self, table: &Table, wanted: &mut dyn FnMut(u64, &[u8]) -> bool) -> Result<Rows<'_>> {
        if self.own.is_some() {
            return self.rows(table);
        }
        let bytes = bundled_bytes(&table.path)?;
        let begins = begins(&bytes, wanted);
        let rows = Rows::unchecked(&table.path, Input::Held(bytes)).headed(&table.schema().fields)?;
        Ok(Rows { begins: Some(begins.into_iter()), ..rows })
    }

    /// The same of which cells up to this one are read.
    pub fn rows_where_up_to(
        &self,
        table: &Table,
        last: usize,
        wanted: &mut dyn FnMut(u64, &[u8]) -> bool,
    ) -> Result<Rows<'_>> {
        Ok(self.rows_where(table, wanted)?.up_to(last))
    }
}

/// Where the lines behind the heading begin that are wanted, and their numbers.
fn begins(text: &[u8], wanted: &mut dyn FnMut(u64, &[u8]) -> bool) -> Vec<(u64, u64)> {
    let (mut begins, mut rest, mut number) = (Vec::new(), text, 0);
    while !rest.is_empty() {
        let position = (text.len() - rest.len()) as u64;
        let (line, behind) = rest.split_at(memchr(b'\n', rest).map_or(rest.len(), |end| end + 1));
        (rest, number) = (behind, number + 1);
        if number > 1 && wanted(position, line) {
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
            let mut lines = Vec::new();
            package
                .rows_where(table, &mut |position, line| {
                    lines.push((position, line.to_vec()));
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
        let some = package.rows_where(table, &mut |position, line| position == third || line.starts_with(b"2009,"));
        let wanted: Vec<_> = all.into_iter().filter(|(at, _, year)| *at == third || year == b"2009").collect();
        assert_eq!((wanted.len(), found(some.expect("rows"))), (2, wanted));
    }
}
