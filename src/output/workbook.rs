//! Workbooks: a sheet for each set of rows, its header frozen, numbers and dates as such and codes as text, then what
//! the columns mean, the sources, and how the data is cited.

use std::io::Write;

use anyhow::Result;
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, FormatAlign, Url, Workbook, Worksheet};

use super::render::{each, headings};
use super::title::title;
use super::whole::Part;
use crate::answer::{Citations, Heading, Reference};
use crate::error::{Refusal, past_sheet};
use crate::package::{Field, Package, Value};
use crate::words::{Language, language, words};

/// No column is made wider than this, in characters; what is longer wraps.
const WIDEST: usize = 60;

/// A spreadsheet keeps this many digits of a number, and makes zeros of the others.
const DIGITS: usize = 15;

/// A sheet has no more rows than this, its header included.
const MOST_ROWS: u32 = 1 << 20;

/// A cell has no more of a text than this, in units of UTF-16.
const LONGEST: usize = 32_767;

/// A sheet has no more links than this; what stands behind them is text.
const MOST_LINKS: usize = 65_530;

/// By what the library knows that an address is encoded.
const ENCODED: [&str; 11] = ["%20", "%25", "%22", "%60", "%3C", "%3E", "%5B", "%5D", "%5E", "%7B", "%7D"];

/// A link leads to no longer address than this, in units of UTF-16.
const LONGEST_LINK: usize = 2_080;

/// Writes a workbook, and returns how many rows it has.
pub(super) fn write(package: &Package, parts: &[Part], out: &mut dyn Write) -> Result<usize> {
    let mut workbook = Workbook::new();
    workbook.set_properties(&DocProperties::new().set_title(package.title()).set_comment(package.description()));
    let (mut names, mut cited, mut count) = (Vec::new(), Citations::default(), 0);
    for part in parts {
        // Of its rows all but the last lie in a file until the workbook is put together.
        let mut worksheet = workbook.new_worksheet_with_low_memory()?;
        let mut sheet = Sheet::new(&mut worksheet, called(part), &mut names)?;
        let headings: Vec<String> = headings(part.rows).into_iter().map(heading).collect();
        sheet.header(headings.iter().map(String::as_str))?;
        sheet.fields = (0..headings.len()).map(|at| part.rows.field(at)).collect();
        let rows = each(package, part.rows, &mut cited, &mut |values| sheet.row(values))?;
        sheet.end()?;
        // People are not shown empty sheets, but for an answer that is nothing else.
        if rows > 0 || parts.len() == 1 {
            workbook.push_worksheet(worksheet);
        }
        count += rows;
    }
    let columns = columns(parts);
    if !columns.is_empty() {
        let (name, headings) = words().sheet_of_columns();
        let mut sheet = Sheet::new(workbook.add_worksheet(), name, &mut names)?;
        sheet.header(headings.into_iter())?;
        columns.iter().try_for_each(|column| sheet.row(&column.map(Value::text)))?;
        sheet.end()?;
    }
    if parts.iter().any(|part| part.rows.cited) {
        let (name, headings) = words().sheet_of_sources();
        let mut sheet = Sheet::new(workbook.add_worksheet(), name, &mut names)?;
        sheet.header(headings.into_iter())?;
        for (at, reference) in cited.references(package)?.iter().enumerate() {
            sheet.row(&[Value::count(at + 1), Value::text(&reference.id), Value::text(&reference.sentence())])?;
        }
        sheet.end()?;
    }
    let (name, headings) = words().sheet_on_data();
    about(package, headings, Sheet::new(workbook.add_worksheet(), name, &mut names)?)?;
    out.write_all(&workbook.save_to_buffer()?)?;
    Ok(count)
}

/// What a sheet is called: as its table is, which English writes in code as well as in a sheet.
fn called<'a>(part: &Part<'a, '_>) -> &'a str {
    if language() == Language::English || part.title.is_empty() { part.name } else { part.title }
}

/// What a column is called, in the same way.
fn heading(heading: Heading) -> String {
    if language() == Language::English { heading.name } else { title(&heading) }
}

/// What is known of the columns: the table, the column, its titles and what it means.
fn columns<'a>(parts: &[Part<'a, '_>]) -> Vec<[&'a str; 5]> {
    let of_part = |part: &Part<'a, '_>| {
        let Part { name, rows, .. } = *part;
        let fields = (0..rows.headings.len()).filter_map(|at| rows.field(at));
        fields.map(move |field| [name, &field.name, &field.title, &field.titles.sv, field.description()])
    };
    parts.iter().flat_map(of_part).collect()
}

/// What the data is, who may do what with it, and how it is cited.
fn about(package: &Package, headings: [&str; 7], mut sheet: Sheet) -> Result<()> {
    let licenses = package.license_names();
    let citation = Reference::of_package(package).of_data();
    let told = [
        package.title(),
        package.description(),
        package.version(),
        package.date(),
        &licenses,
        package.address(),
        &citation,
    ];
    for (name, text) in headings.into_iter().zip(told).filter(|(_, text)| !text.is_empty()) {
        sheet.row(&[Value::text(name), Value::text(text)])?;
    }
    sheet.end()
}

/// A sheet that is written row by row.
struct Sheet<'w> {
    worksheet: &'w mut Worksheet,
    /// The names of its columns, if it has a header.
    names: Vec<String>,
    /// What its columns are, as far as they are those of tables.
    fields: Vec<Option<&'w Field>>,
    /// How many links it has.
    links: usize,
    /// The next row.
    row: u32,
    widths: Vec<usize>,
}

impl<'w> Sheet<'w> {
    /// An empty sheet, called so or, where a sheet is called so already, nearly so.
    fn new(sheet: &'w mut Worksheet, name: &str, taken: &mut Vec<String>) -> Result<Self> {
        let name = sheet_name(name, taken);
        sheet.set_name(&name)?;
        taken.push(name.to_lowercase());
        Ok(Self { worksheet: sheet, names: Vec::new(), fields: Vec::new(), links: 0, row: 0, widths: Vec::new() })
    }

    fn header<'n>(&mut self, names: impl Iterator<Item = &'n str>) -> Result<()> {
        let bold = Format::new().set_bold();
        for (at, name) in (0..).zip(names) {
            self.names.push(name.to_owned());
            self.check_length(at.into(), name)?;
            self.worksheet.write_string_with_format(0, at, name, &bold)?;
            self.widths.push((name.chars().count() + 2).min(WIDEST));
        }
        self.worksheet.set_freeze_panes(1, 0)?;
        self.row = 1;
        Ok(())
    }

    fn row(&mut self, values: &[Value]) -> Result<()> {
        if self.row == MOST_ROWS {
            let most = MOST_ROWS - u32::from(!self.names.is_empty());
            return Err(past_sheet(words().too_many_rows(), &words().room_for_rows(most)).into());
        }
        self.widths.resize(self.widths.len().max(values.len()), 0);
        for (at, value) in (0..).zip(values) {
            let text = value.plain("; ");
            self.check_length(at.into(), &text)?;
            let width = &mut self.widths[usize::from(at)];
            *width = (text.chars().count() + 1).min(WIDEST).max(*width);
            match self.address(at.into(), value).filter(|_| self.links < MOST_LINKS) {
                Some(address) => {
                    let link = Url::new(address).set_text(text);
                    self.worksheet.write_url_with_format(self.row, at, link, &top().set_hyperlink())?;
                    self.links += 1;
                }
                None => write_cell(self.worksheet, self.row, at, value)?,
            }
        }
        self.row += 1;
        Ok(())
    }

    /// The address that a value of this column stands for. A cell has one link, and so a list has none.
    fn address(&self, at: usize, value: &Value) -> Option<String> {
        let Value::Text(text) = value.unmarked() else { return None };
        let address = self.fields.get(at).copied().flatten()?.iri(text);
        // What is encoded the library encodes again, and the address would lead nowhere, unless it knows one of these by it.
        let is_kept = |address: &String| !address.contains('%') || ENCODED.iter().any(|known| address.contains(known));
        address.filter(|address| address.encode_utf16().count() <= LONGEST_LINK && is_kept(address))
    }

    /// Refuses a text that is too long for a cell of the next row.
    fn check_length(&self, at: usize, text: &str) -> Result<(), Refusal> {
        if text.len() <= LONGEST || text.encode_utf16().count() <= LONGEST {
            return Ok(());
        }
        let (row, name) = ((self.row > 0).then_some(self.row), self.names.get(at).map(String::as_str));
        let cell = words().long_cell(row, at + 1, name, text.chars().count());
        Err(past_sheet(&cell, &LONGEST.to_string()))
    }

    fn end(self) -> Result<()> {
        for (at, width) in (0..).zip(&self.widths) {
            self.worksheet.set_column_width(at, u32::try_from(*width)?)?;
        }
        if !self.names.is_empty() && self.row > 1 {
            self.worksheet.autofilter(0, 0, self.row - 1, u16::try_from(self.widths.len().saturating_sub(1))?)?;
        }
        Ok(())
    }
}

fn write_cell(sheet: &mut Worksheet, row: u32, at: u16, value: &Value) -> Result<()> {
    match value {
        Value::Missing => {}
        Value::Marked(marked) => write_cell(sheet, row, at, &marked.value)?,
        Value::Number(text) => write_number(sheet, row, at, text)?,
        Value::Quantity(quantity) => write_number(sheet, row, at, &quantity.value)?,
        Value::Boolean(value) => _ = sheet.write_boolean_with_format(row, at, *value, &top())?,
        Value::Date(date) => match ExcelDateTime::parse_from_str(&date.to_string()) {
            Ok(date) => _ = sheet.write_datetime_with_format(row, at, &date, &top().set_num_format("yyyy-mm-dd"))?,
            // Spreadsheets know no day before 1900.
            Err(_) => write_text(sheet, row, at, &date.to_string())?,
        },
        Value::Text(_) | Value::List(_) => write_text(sheet, row, at, &value.plain("; "))?,
    }
    Ok(())
}

fn write_text(sheet: &mut Worksheet, row: u32, at: u16, text: &str) -> Result<()> {
    // What looks like a number, such as the code 0180, would become one when the cell is edited.
    let is_code = text.parse::<f64>().is_ok();
    let format = if is_code { top().set_num_format("@") } else { top().set_text_wrap() };
    sheet.write_string_with_format(row, at, text, &format)?;
    Ok(())
}

fn write_number(sheet: &mut Worksheet, row: u32, at: u16, text: &str) -> Result<()> {
    let digits = text.bytes().filter(u8::is_ascii_digit).count();
    let Some(number) = text.parse::<f64>().ok().filter(|number| number.is_finite() && digits <= DIGITS) else {
        return write_text(sheet, row, at, text);
    };
    // As many decimals as the source has: 3.0 says more than 3.
    let decimals = text.split_once('.').map_or(0, |(_, decimals)| decimals.len());
    let format = if decimals > 0 { top().set_num_format(format!("0.{}", "0".repeat(decimals))) } else { top() };
    sheet.write_number_with_format(row, at, number, &format)?;
    Ok(())
}

/// Cells stand at the top of rows that others make higher.
fn top() -> Format {
    Format::new().set_align(FormatAlign::Top)
}

/// A name as a sheet may have it: at most 31 characters, none that a reference to it would need, and no other sheet's
/// in whatever case.
fn sheet_name(name: &str, taken: &[String]) -> String {
    const LONGEST: usize = 31;
    let plain: String = name.chars().map(|c| if "[]:*?/\\'".contains(c) { '_' } else { c }).take(LONGEST).collect();
    let plain = if plain.is_empty() { "_".to_owned() } else { plain };
    let numbered = |number: usize| {
        let ending = format!("_{number}");
        plain.chars().take(LONGEST - ending.len()).collect::<String>() + &ending
    };
    let free = |name: &String| !taken.contains(&name.to_lowercase());
    let mut names = std::iter::once(plain.clone()).chain((2..).map(numbered));
    names.find(free).unwrap_or(plain)
}

#[cfg(test)]
mod tests;
