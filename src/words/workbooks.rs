//! What is said in workbooks, besides their rows.

/// What is said in workbooks, besides their rows.
#[cfg_attr(not(feature = "xlsx"), allow(dead_code))]
pub(crate) trait Workbooks {
    /// The name of the sheet of columns, and its headings: the table, the column, the title, the Swedish title and the
    /// description.
    fn sheet_of_columns(&self) -> (&'static str, [&'static str; 5]);
    /// The name of the sheet of sources, and its headings: the number, the source, and its reference in full.
    fn sheet_of_sources(&self) -> (&'static str, [&'static str; 3]);
    /// The name of the sheet on the data, and what is told there: its title, description, version, date, licence and
    /// address, and how it is cited.
    fn sheet_on_data(&self) -> (&'static str, [&'static str; 7]);
    /// There are more rows than a sheet holds.
    fn too_many_rows(&self) -> &'static str;
    /// How many rows a sheet has room for.
    fn room_for_rows(&self, most: u32) -> String;
    /// A cell in a column, of a row or, where none is told, of the header, has more characters than a workbook allows. The
    /// column is told by its name, where it has one.
    fn long_cell(&self, row: Option<u32>, column: usize, name: Option<&str>, length: usize) -> String;
}
