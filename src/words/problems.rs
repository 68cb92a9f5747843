//! What is said where rows are not what their description says.

/// What is said where rows are not what their description says. Before it stands the place, and behind some of it what was
/// probably meant.
pub(crate) trait Problems {
    /// The file of a table is not read, for this reason.
    fn cannot_be_read(&self, reason: &str) -> String;

    /// A file has no row at all.
    fn no_headings(&self) -> &'static str;

    /// The headings of a file are others than these, which the description has.
    fn other_headings(&self, described: &str) -> String;

    /// Two headings are this one.
    fn heading_twice(&self, heading: &str) -> String;

    /// A value is not written in the form that its column has.
    fn not_of_its_form(&self, text: &str) -> String;

    /// That a file has this heading alone.
    fn one_heading(&self, heading: &str) -> String;

    /// Added to what is wrong with headings: this seems to part the cells. With the sign that parts the two.
    fn parted_by(&self, delimiter: &str) -> String;

    /// A cell is not UTF-8, and seems to be of this encoding.
    fn looks_like(&self, encoding: &str) -> String;

    /// Added to a text that is no number: it would be one by this property of its column.
    fn written_so(&self, property: &str) -> String;

    /// A text is not in UTF-16, as it is said to be.
    fn is_no_utf_16(&self) -> &'static str;

    /// A heading is no column of the description.
    fn heading_not_described(&self, heading: &str) -> String;

    /// A heading is that of a column but for blanks, or other signs that are not seen, at its ends.
    fn heading_with_blanks(&self, heading: &str, column: &str) -> String;

    /// A heading stands elsewhere than in the description.
    fn heading_out_of_order(&self, heading: &str) -> String;

    /// A column has no heading.
    fn heading_missing(&self, column: &str) -> String;

    /// A line has nothing on it.
    fn empty_line(&self) -> &'static str;

    /// A quotation mark is opened and not closed up to the end of the file.
    fn never_closed(&self) -> &'static str;

    /// A row is longer than so many bytes, which are the most.
    fn row_too_long(&self, most: usize) -> String;

    /// Rows of a file that is read again are not there any more.
    fn file_changed(&self) -> &'static str;

    /// A row has so many cells, where there are so many columns.
    fn cells_of_described(&self, cells: usize, described: usize) -> String;

    /// A cell of this column is empty, and may not be.
    fn value_required(&self, column: &str) -> String;

    /// An item of a list is empty.
    fn empty_item(&self, list: &str) -> String;

    /// A text is no value of this type, as the standard names it: integer, number, year, date or boolean.
    fn wrong_type(&self, text: &str, field_type: &str) -> String;

    /// A text is no value of a type or format, as the standard names it, of which this is one: email, uri, uuid, binary,
    /// datetime, time, yearmonth, duration, object, array, geopoint, geojson or topojson.
    fn no_text_of_type(&self, text: &str, name: &str, example: &str) -> String;

    /// A value is not larger or later than this, which it must be.
    fn not_above(&self, text: &str, bound: &str) -> String;

    /// A value is not smaller or earlier than this, which it must be.
    fn not_below(&self, text: &str, bound: &str) -> String;

    /// A text is written as a date and is none; `why` is a clause of its own, such as that a month has so many days.
    fn no_date(&self, text: &str, why: &str) -> String;

    /// A date is not written as one.
    fn date_form(&self) -> &'static str;

    /// There is no month of this number.
    fn no_month(&self, month: u8) -> String;

    /// A month, from 1 to 12, has fewer days than were asked for.
    fn days_of_month(&self, year: u16, month: u8, days: u8) -> String;

    /// A number is smaller than the smallest, or a date earlier than the first.
    fn below(&self, text: &str, least: &str, is_date: bool) -> String;

    /// A number is larger than the largest, or a date later than the last.
    fn above(&self, text: &str, most: &str, is_date: bool) -> String;

    /// A value is none of a fixed set.
    fn none_of_set(&self, text: &str, allowed: &[String]) -> String;

    /// A value of a type, as the standard names it, has so many characters, a list or an array so many items, or an object
    /// so many members, and must have at least or at most this many.
    fn wrong_length(&self, text: &str, length: (&str, usize), bound: usize, is_least: bool) -> String;

    /// A text is not what a regular expression asks for.
    fn no_match(&self, text: &str, pattern: &str) -> String;

    /// A value that must be there once stands on an earlier line.
    fn stands_already(&self, text: &str, line: u64) -> String;

    /// A row has nothing in the columns of its primary key.
    fn primary_key_missing(&self) -> &'static str;

    /// The primary key of a row is that of the row on an earlier line.
    fn primary_key_stands_already(&self, key: &str, line: u64) -> String;

    /// No row of a table has in this column the value that a key repeats.
    fn no_row_with(&self, table: &str, column: &str, value: &str) -> String;

    /// Two lists of a row, of which one says where in the items of the other, are not equally long.
    fn uneven(&self, locator: &str, locators: usize, list: &str, items: usize) -> String;

    /// A text is none of the words that tell how sure a figure is.
    fn no_qualifier(&self, text: &str, allowed: &[&str]) -> String;

    /// A figure that is a range has no upper end.
    fn without_upper_end(&self) -> &'static str;

    /// A figure that is a range has no lower end.
    fn without_lower_end(&self) -> &'static str;

    /// The upper end of a range is not above the lower one.
    fn range_does_not_rise(&self, lower: &str, upper: &str) -> String;

    /// A figure has an upper end, and its qualifier is this one and not `range`.
    fn upper_end_without_range(&self, qualifier: &str) -> String;

    /// A file has so many more problems than were told; `--all` tells of them.
    fn problems_untold(&self, file: &str, count: usize) -> String;

    /// A package has no problem; a line that stands alone.
    fn no_problems(&self) -> &'static str;

    /// Lines of problems are asked for without headings, which they do not have.
    fn problems_without_headings(&self) -> &'static str;
}
