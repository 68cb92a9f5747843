//! The data package: what its tables and columns are, and their rows.
//!
//! A Data Package (<https://datapackage.org>) is a `datapackage.json` and the CSV files that it names. Beyond
//! the standard, this program reads a few properties of its own, as the standard allows:
//!
//! | where | property | meaning |
//! |---|---|---|
//! | package | `languages` | the languages of its texts as codes, that of its title first |
//! | package | `examples` | command lines to show in help and manual, by the table or command that they are of |
//! | package | `translatedKeywords` | its keywords in other languages, by their codes |
//! | package | `themes` | the addresses of the themes under which catalogues list it |
//! | package | `spatial` | the address of the place that it is about |
//! | resource | `columns` | the columns shown to people |
//! | resource | `names` | the columns by which a row is called, when another table points to it |
//! | resource | `nameSuffixes` | words that may follow such a name: `kommun` |
//! | resource | `nameParts` | whether a row may be called by a part of such a name |
//! | resource | `citation` | the columns by which a row is cited, if it is a source |
//! | resource | `citedSource` | the source of every row, where the rows do not name one each, or of a file that is no table |
//! | resource | `marks` | the columns, lists of names of columns, that tell which values of a row are `inferred` and which are `disputed` |
//! | resource | `joint` | the list column that says with whom a row shares its entry, which has a row for each of them |
//! | resource | `comparison` | the columns by which rows of figures are set beside each other, the rows of the mean, and which figures are `comparable` |
//! | resource | `scoreProfile` | the figures that lie on one scale, and their axes |
//! | resource | `timeline` | the columns by which rows are laid out in time |
//! | resource | `outlines` | the resource, no table but TopoJSON, with the outlines of the rows on a map, and the column by which it names them |
//! | foreign key | `locator` | the column that says where in the source; the key is then the row's provenance |
//! | foreign key | `coverage` | the column of the other table that says how complete the rows pointing to it are |
//! | foreign key | `opens` | columns of the other table that can be asked for here |
//! | foreign key | `shows` | the column of the other table that people are shown instead of the key |
//! | field | `citedSource` | the one source of the column, where the rows name those of all columns |
//! | field | `language` | the language of its cells as a code, where it is another than that of the package |
//! | field | `valueUrl` | the address that a value stands for, with the column's name in braces: `https://example.org/{id}` |
//! | field | `propertyUrl` | the address of the property by which what the row is about has that address |
//! | field | `subject` | the kind of thing that the cells name, such as person or year, which can be asked for as a whole; a key names what the column does that it leads to |
//! | field | `spellingOf` | the column with the usual spelling of what is named here |
//! | field | `elseShows` | the column that people are shown where this one is empty |
//! | field | `details` | columns that people read behind this one, where they are not shown themselves |
//! | field | `quantity` | the columns of a figure's upper end, qualifier and unit, of its words, and of its `status`: whether it is a fact |
//! | schema | `listKeys` | foreign keys of the items of a list column |
//! | field, resource, package | `titles` | the title in other languages |
//! | category | `emphasis` | whether it is the member that a reader looks for first |
//! | field, resource, category | `aliases` | other names that are understood where it is typed |

mod check;
mod columns;
mod csv;
mod date;
mod decimal;
mod decoded;
mod descriptor;
mod edition;
mod files;
mod form;
mod further;
mod guess;
mod inline;
mod key;
mod lines;
mod links;
mod matching;
mod names;
mod outlines;
mod parts;
mod place;
mod prepared;
mod quantity;
mod record;
mod rounded;
mod rows;
mod seek;
mod shape;
mod unpacked;
mod value;
mod wanted;
mod watch;

use std::path::Path;

use anyhow::{Context as _, Result};
use serde_json::Value as JsonValue;

use check::unread_of_rows;
pub use check::{MOST_PROBLEMS, Problem, Tell, Untold, check};
pub use columns::{Column, Joint, Place, Provenance, ProvenancePlace, QuantityCells};
pub use date::{Date, DateError};
pub use decimal::Decimal;
pub use descriptor::{
    Category, Comparable, Comparison, Coverage, Field, FieldType, Fixed, ForeignKey, KindNames, License, Marks,
    OtherFile, Outlined, Profile, QuantityColumns, StatusColumn, Table, Timeline, boolean,
};
pub use files::Input;
pub use guess::{Proposal, Seen, Told, plain, propose};
pub use key::{Key, KeyCells};
pub use names::{flag, is_spelt, name_in_text, spelt, untranslated};
pub use outlines::{Outline, Point};
pub use parts::{Spot, Work};
pub use quantity::{Interval, Qualifier};
pub use record::Record;
pub use rounded::{EXACT, rounded};
pub use rows::Rows;
pub use seek::RowsAt;
pub use value::{Marked, Quantity, Value, either};
pub use watch::Watch;

use crate::words::words;
use descriptor::Descriptor;
use files::{DESCRIPTOR, Files};
use form::Form;
use inline::Inline;
use prepared::Prepared;

/// A data package that has been read: its description, and access to its rows.
pub struct Package {
    descriptor: Descriptor,
    files: Files,
    /// What is known besides of a package that is not compiled in.
    own: Option<Own>,
}

/// A package of one's own.
struct Own {
    /// The file of its description.
    file: String,
    /// Its description, with what it refers to.
    written: JsonValue,
    /// What was wrong with it before it was read.
    problems: Vec<Problem>,
    /// The rows that stand in it.
    inline: Vec<Inline>,
    /// How the rows of each table are written, in their order, or what of that is not read.
    forms: Vec<Result<Form, String>>,
}

impl Package {
    /// The package that is compiled into the program.
    pub fn bundled() -> Self {
        Self { descriptor: files::bundled_descriptor(), files: Files::Bundled, own: None }
    }

    /// The package in a folder; where its description is not one, the error is a [`Problem`].
    ///
    /// ```
    /// use itkommun::package::{Package, Problem};
    ///
    /// let folder = tempfile::tempdir()?;
    /// std::fs::write(folder.path().join("datapackage.json"), "{\n  \"resources\": }")?;
    /// let error = Package::in_folder(folder.path()).err().expect("it is none");
    /// let Problem { file, line, column, .. } = error.downcast()?;
    /// assert_eq!((file.as_str(), line, column), ("datapackage.json", 2, 16));
    /// # Ok::<(), anyhow::Error>(())
    /// ```
    pub fn in_folder(folder: &Path) -> Result<Self> {
        Self::described(folder, DESCRIPTOR)
    }

    fn described(folder: &Path, name: &str) -> Result<Self> {
        let files = Files::Folder(folder.to_owned(), None);
        let text = files.read_description(name)?;
        let mut written: JsonValue = serde_json::from_slice(&text).map_err(|error| of_json(name, &error))?;
        if !written.is_object() {
            return Err(Problem::behind(name, "", words().description_is_no_object().to_owned()).into());
        }
        let as_text = String::from_utf8_lossy(&text);
        let Prepared { is_changed, problems, refused, inline } =
            prepared::prepare(&files, (name, &as_text), &mut written)?;
        // Read from text in either case: from a value it would be compiled a second time, a fiftieth of the program.
        let remade = if is_changed { serde_json::to_vec(&written)? } else { Vec::new() };
        let read = if is_changed { &remade } else { &text };
        let descriptor: Descriptor = serde_json::from_slice(read).map_err(|error| of_json(name, &error))?;
        let described = written["resources"].as_array().into_iter().flatten().enumerate();
        let of_tables = described.filter(|(_, resource)| !resource["schema"].is_null());
        let tables = descriptor.resources.tables.iter().zip(of_tables);
        let forms = tables.map(|(table, (at, resource))| {
            if let Some((_, why)) = refused.iter().find(|(refused, _)| *refused == at) {
                return Err(why.to_string());
            }
            match unread_of_rows(resource).into_iter().next() {
                Some((pointer, unread)) => Err(place::problem(
                    (name, &as_text),
                    &format!("/resources/{at}{pointer}"),
                    format!("{}: {unread}", table.name),
                )
                .to_string()),
                None => Ok(Form::of(resource)),
            }
        });
        let forms = forms.collect();
        let own = Some(Own { file: name.to_owned(), written, problems, inline, forms });
        Ok(Self { descriptor, files, own })
    }

    /// The package in a folder, or the one that a descriptor describes, whatever this is called.
    pub fn at(path: &Path) -> Result<Self> {
        let metadata = path.metadata().with_context(|| path.display().to_string())?;
        let (Some(folder), Some(name)) = (path.parent().filter(|_| !metadata.is_dir()), path.file_name()) else {
            return Self::in_folder(path);
        };
        let folder = if folder.as_os_str().is_empty() { Path::new(".") } else { folder };
        Self::described(folder, &name.to_string_lossy())
    }

    /// What the package is, in a line.
    pub fn title(&self) -> &str {
        self.descriptor.titles.or(&self.descriptor.title)
    }

    /// The same in the package's own language, for programs.
    pub fn own_title(&self) -> &str {
        &self.descriptor.title
    }

    /// What the package is, in its own language, for programs.
    pub fn own_description(&self) -> &str {
        &self.descriptor.description
    }

    /// What the package is, in a few sentences.
    pub fn description(&self) -> &str {
        self.descriptor.descriptions.or(&self.descriptor.description)
    }

    /// Command lines over this package to show in the help of a command or the manual of a table, less the program's name;
    /// of the program itself where the name is empty.
    pub fn examples(&self, command: &str) -> &[String] {
        self.descriptor.examples(command)
    }

    /// The tables, in the package's own order.
    pub fn tables(&self) -> &[Table] {
        &self.descriptor.resources.tables
    }

    /// The table of this name.
    pub fn table(&self, name: &str) -> Option<&Table> {
        self.tables().iter().find(|table| table.name == name)
    }

    /// The files that are no tables.
    pub fn other_files(&self) -> &[OtherFile] {
        &self.descriptor.resources.files
    }

    /// A file of the package as it is, by its path.
    pub fn file(&self, path: &str) -> Result<Vec<u8>> {
        match self.inline(path) {
            Some(inline) => Ok(inline.text.clone()),
            None => self.files.read(path),
        }
    }

    /// The file with the outlines of a table's rows; nothing where the package has none of them.
    pub fn outlines_file(&self, table: &Table) -> Option<&OtherFile> {
        let outlined = table.outlines.as_ref()?;
        self.other_files().iter().find(|file| file.name == outlined.resource)
    }

    /// The outlines of a table's rows.
    pub fn outlines(&self, table: &Table) -> Result<Vec<Outline>> {
        let file = self.outlines_file(table).with_context(|| words().has_no_outlines(&table.name))?;
        Ok(outlines::read(&self.file(&file.path)?, &file.path)?)
    }

    /// The description as it is written.
    pub fn descriptor_text(&self) -> Result<String> {
        Ok(String::from_utf8(self.files.read_description(self.descriptor_file())?)?)
    }

    /// The file of the description.
    pub fn descriptor_file(&self) -> &str {
        self.own.as_ref().map_or(DESCRIPTOR, |own| &own.file)
    }
}

/// What is wrong with a file of JSON.
fn of_json(file: &str, error: &serde_json::Error) -> Problem {
    Problem {
        file: file.to_owned(),
        line: error.line().max(1) as u64,
        // Where the text ends too early, serde counts from 0.
        column: error.column().max(1) as u64,
        message: words().no_description(&descriptor::reason(error)),
    }
}

#[cfg(test)]
mod tests {
    use super::Package;
    use std::path::Path;

    #[test]
    fn the_build_reads_the_descriptor_as_the_program_does() {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("data");
        let [bundled, read] = [Package::bundled(), Package::in_folder(&folder).expect("a package")]
            .map(|package| serde_json::to_value(package.descriptor).expect("a value"));
        assert_eq!(bundled, read);
        assert!(bundled["resources"]["tables"][0]["lazy"]["fields"][0]["name"].is_string());
    }
}
