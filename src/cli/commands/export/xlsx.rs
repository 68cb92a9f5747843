//! The export as a workbook: a sheet a table, its header frozen, numbers and dates as such, codes as text.

use std::io::Write;
use std::path::Path;

use anyhow::{Context, Result};
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, FormatAlign, Workbook, Worksheet};

use crate::cli::commands::answer::own;
use crate::files::{Existing, StagedFile};
use crate::package::{Column, FieldType, Package, Table, boolean};
use crate::query::Query;

/// No column is made wider than this, in characters; what is longer wraps.
const WIDEST: usize = 60;

/// Writes a workbook of these tables.
pub fn write(package: &Package, tables: &[&Table], path: &Path, existing: Existing) -> Result<()> {
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
    let columns: Vec<Column> = own(table).collect();
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
        for (((at, column), cell), width) in (0..).zip(&query.columns).zip(cells).zip(&mut widths) {
            *width = cell.chars().count().min(WIDEST).max(*width);
            write_cell(sheet, row, at, column, cell)?;
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

fn write_cell(sheet: &mut Worksheet, row: u32, at: u16, column: &Column, cell: &str) -> Result<()> {
    let text = |cell: &str| (cell.to_owned(), Format::new().set_text_wrap().set_align(FormatAlign::Top));
    let plain = Format::new().set_align(FormatAlign::Top);
    if cell.is_empty() {
        return Ok(());
    }
    match column.field_type() {
        FieldType::Integer | FieldType::Year | FieldType::Number => {
            let number: f64 = cell.parse().with_context(|| format!("{cell} is not a number"))?;
            // As many decimals as the source has: 3.0 says more than 3.
            let decimals = cell.split_once('.').map_or(0, |(_, decimals)| decimals.len());
            let format = if decimals > 0 { plain.set_num_format(format!("0.{}", "0".repeat(decimals))) } else { plain };
            sheet.write_number_with_format(row, at, number, &format)?;
        }
        FieldType::Date => {
            let date = ExcelDateTime::parse_from_str(cell).with_context(|| format!("{cell} is not a date"))?;
            sheet.write_datetime_with_format(row, at, &date, &plain.set_num_format("yyyy-mm-dd"))?;
        }
        FieldType::Boolean => match boolean(cell) {
            Some(value) => _ = sheet.write_boolean_with_format(row, at, value, &plain)?,
            None => _ = sheet.write_string(row, at, cell)?,
        },
        FieldType::List => {
            let (cell, format) = text(&cell.replace(column.delimiter(), "; "));
            sheet.write_string_with_format(row, at, cell, &format)?;
        }
        FieldType::String => {
            let (cell, format) = text(cell);
            sheet.write_string_with_format(row, at, cell, &format)?;
        }
    }
    Ok(())
}

/// A table's name as a sheet may have it: at most 31 characters, and none that a reference to it would need.
fn sheet_name(name: &str) -> String {
    name.chars().map(|c| if "[]:*?/\\'".contains(c) { '_' } else { c }).take(31).collect()
}
