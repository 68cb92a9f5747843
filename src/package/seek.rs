//! Rows of a long table that are read again, one here and one there, where they were found to begin.

use std::fs::File;
use std::io::{Read, Seek, SeekFrom};
use std::time::SystemTime;

use anyhow::{Context, Result, bail};

use super::csv::Reached;
use super::form::Encoding;
use super::parts::Kind;
use super::{Package, Record, Table};
use crate::words::words;

/// Most rows are shorter.
const USUAL: usize = 2 << 10;

/// The rows of a table by where they begin.
pub struct RowsAt<'p> {
    kind: Kind<'p>,
    file: File,
    /// The size of the file and when it was written, when it was opened.
    state: (u64, SystemTime),
    /// What was read last, and where in the file that begins.
    bytes: Vec<u8>,
    begin: u64,
}

impl Package {
    /// The rows of a table by where they begin, of which cells up to this one are read; nothing where its file cannot be
    /// gone back in: one that is packed or in another encoding, one of several, or one that is compiled in.
    pub fn rows_at(&self, table: &Table, last: usize) -> Result<Option<RowsAt<'_>>> {
        let is_as_written = match self.form(table) {
            Some(Ok(form)) => form.encoding == Encoding::Utf8 && form.further.is_empty(),
            _ => true,
        };
        if !is_as_written || self.inline(&table.path).is_some() {
            return Ok(None);
        }
        let Some((file, state)) = self.files.open_as_written(&table.path)? else { return Ok(None) };
        let kind = Kind::of(self.rows_up_to(table, last)?).0;
        Ok(Some(RowsAt { kind, file, state, bytes: Vec::new(), begin: 0 }))
    }
}

impl RowsAt<'_> {
    /// What is made of the row that begins at this byte. In an error its line is the first.
    pub fn read<T>(&mut self, position: u64, make: &mut dyn FnMut(Record) -> Result<T>) -> Result<T> {
        let mut length = USUAL;
        loop {
            let at = position.checked_sub(self.begin).and_then(|at| usize::try_from(at).ok());
            let rest = at.and_then(|at| self.bytes.get(at..)).unwrap_or_default();
            let is_at_end = self.begin + self.bytes.len() as u64 == self.state.0;
            let is_all = is_at_end && !rest.is_empty() && rest.len() < length;
            let mut rows = self.kind.rows(rest, Reached::at(position, 1), is_all);
            if let Some(record) = rows.next_record()? {
                return make(record);
            }
            if is_all {
                bail!("{}: {}", self.kind.file, words().file_changed());
            }
            // Rows near each other are read at once; of one that is longer there is no end in what was read.
            if !rest.is_empty() && position == self.begin {
                length *= 2;
            }
            drop(rows);
            self.fill(position, length).with_context(|| self.kind.file.clone())?;
        }
    }

    fn fill(&mut self, position: u64, length: usize) -> std::io::Result<()> {
        self.bytes.clear();
        self.begin = self.file.seek(SeekFrom::Start(position))?;
        self.file.by_ref().take(length as u64).read_to_end(&mut self.bytes)?;
        Ok(())
    }

    /// An error where the file is another than when it was opened.
    pub fn is_unchanged(&self) -> Result<()> {
        let metadata = self.file.metadata()?;
        if (metadata.len(), metadata.modified()?) == self.state {
            Ok(())
        } else {
            bail!("{}: {}", self.kind.file, words().file_changed())
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::package::Package;
    use std::fmt::Write as _;
    use std::fs;

    #[test]
    fn rows_are_read_again_in_any_order() {
        let folder = tempfile::TempDir::new_in(std::env::current_exe().expect("a test").with_file_name(""));
        let folder = folder.expect("a folder");
        let described = r#"{"resources": [{"name": "t", "path": "t.csv", "schema": {"fields": [
            {"name": "id", "type": "string"}, {"name": "note", "type": "string"}]}}]}"#;
        fs::write(folder.path().join("datapackage.json"), described).expect("written");
        let mut text = "id,note\n".to_owned();
        for id in 0..50 {
            // Some are longer than what is read at once.
            let _ = write!(text, "{id},\"{}\"\"\n,\"\r\n\n", "x".repeat(id * id * 7));
        }
        fs::write(folder.path().join("t.csv"), text.trim_end()).expect("written");
        let package = Package::in_folder(folder.path()).expect("a package");
        let table = package.table("t").expect("the table");
        let (mut rows, mut found) = (package.rows(table).expect("rows"), Vec::new());
        while let Some(record) = rows.next_record().expect("a row") {
            found.push((record.position(), record.raw(0).to_vec(), record.raw(1).to_vec()));
        }
        assert_eq!(found.len(), 50);
        let mut again = package.rows_at(table, 1).expect("rows").expect("a file to go back in");
        // Each, in an order that jumps.
        for (position, id, note) in (0..50).map(|at| &found[at * 27 % 50]) {
            let read = again.read(*position, &mut |record| Ok((record.raw(0).to_vec(), record.raw(1).to_vec())));
            assert_eq!(read.expect("a row"), (id.clone(), note.clone()));
        }
        assert!(again.is_unchanged().is_ok());
        fs::write(folder.path().join("t.csv"), "id,note\n").expect("written");
        assert!(again.is_unchanged().is_err());
    }
}
