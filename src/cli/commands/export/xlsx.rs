//! The export as a workbook: a sheet a table, its header frozen, numbers and dates as such, codes as text.

use std::io::Write;
use std::path::Path;

use anyhow::{Context, Result};
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, FormatAlign, Workbook, Worksheet};

use crate::answer::own_columns;
use crate::files::{Existing, StagedFile};
use crate::package::{Column, Package, Table, Value};
use crate::query::Query;

/// No column is made wider than this, in characters; what is longer wraps.
const WIDEST: usize = 60;

/// Writes a workbook of these tables.
pub(super) fn write(package: &Package, tables: &[&Table], path: &Path, existing: Existing) -> Result<()> {
    let mut file = StagedFile::create(path, existing)?;
    let mut workbook = Workbook::new();
    workbook.set_properties(&DocProperties::new().set_title(package.title()).set_comment(package.description()));
    for table in tables {
        write_sheet(package, table, workbook.add_worksheet()).with_context(|| table.name.clone())?;
    }
    file.write_all(&workbook.save_to_buffer()?)?;
    file.publish()
}

fn write_sheet(package: &Package, table: &Table, sheet: &mut Worksheet) -> Result<()> {
    sheet.set_name(sheet_name(&table.name))?;
    let columns: Vec<Column> = own_columns(table).collect();
    let header = Format::new().set_bold();
    let mut widths: Vec<usize> = columns.iter().map(|column| column.field.name.chars().count() + 2).collect();
    for (at, column) in (0..).zip(&columns) {
        sheet.write_string_with_format(0, at, &column.field.name, &header)?;
    }
    sheet.set_freeze_panes(1, 0)?;
    let query = Query::new(table, columns);
    let mut row = 0;
    query.run(package, |cells| {
        row += 1;
        for ((at, cell), width) in (0..).zip(cells).zip(&mut widths) {
            *width = cell.plain("; ").chars().count().min(WIDEST).max(*width);
            write_cell(sheet, row, at, cell)?;
        }
        Ok(())
    })?;
    for (at, width) in (0..).zip(widths) {
        sheet.set_column_width(at, u32::try_from(width)?)?;
    }
    if row > 0 {
        sheet.autofilter(0, 0, row, u16::try_from(query.columns.len() - 1)?)?;
    }
    Ok(())
}

fn write_cell(sheet: &mut Worksheet, row: u32, at: u16, value: &Value) -> Result<()> {
    let wrapped = Format::new().set_text_wrap().set_align(FormatAlign::Top);
    let plain = Format::new().set_align(FormatAlign::Top);
    match value {
        Value::Missing => {}
        Value::Marked(marked) => write_cell(sheet, row, at, &marked.value)?,
        Value::Number(text) => write_number(sheet, row, at, text)?,
        Value::Quantity(quantity) => write_number(sheet, row, at, &quantity.value)?,
        Value::Boolean(value) => _ = sheet.write_boolean_with_format(row, at, *value, &plain)?,
        Value::Date(date) => {
            let date = ExcelDateTime::parse_from_str(&date.to_string())?;
            sheet.write_datetime_with_format(row, at, &date, &plain.set_num_format("yyyy-mm-dd"))?;
        }
        Value::Text(_) | Value::List(_) => {
            sheet.write_string_with_format(row, at, value.plain("; "), &wrapped)?;
        }
    }
    Ok(())
}

fn write_number(sheet: &mut Worksheet, row: u32, at: u16, text: &str) -> Result<()> {
    let number: f64 = text.parse().with_context(|| format!("{text} is not a number"))?;
    let format = Format::new().set_align(FormatAlign::Top);
    // As many decimals as the source has: 3.0 says more than 3.
    let decimals = text.split_once('.').map_or(0, |(_, decimals)| decimals.len());
    let format = if decimals > 0 { format.set_num_format(format!("0.{}", "0".repeat(decimals))) } else { format };
    sheet.write_number_with_format(row, at, number, &format)?;
    Ok(())
}

/// A table's name as a sheet may have it: at most 31 characters, and none that a reference to it would need.
fn sheet_name(name: &str) -> String {
    name.chars().map(|c| if "[]:*?/\\'".contains(c) { '_' } else { c }).take(31).collect()
}
