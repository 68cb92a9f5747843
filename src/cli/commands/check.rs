//! `check`: every problem of a package, a line each.

use std::io::Write;
use std::path::Path;

use anyhow::Result;

use crate::exit::ExitStatus;
use crate::output::{self, Heading, Style, Terminal};
use crate::package::{Package, Problem, check};
use crate::text::escape_control;

/// Checks the package in a folder, or the bundled one, and writes what is wrong with it.
///
/// Without a style each problem is a line `file:line:column: message`. Where there is none, a person is told so, and
/// nothing is written elsewhere.
pub fn run(
    package: &Package,
    folder: Option<&Path>,
    style: Option<Style>,
    terminal: Terminal,
    out: &mut dyn Write,
) -> Result<ExitStatus> {
    let problems = match folder {
        None => check(package)?,
        Some(folder) => match Package::in_folder(folder) {
            Ok(package) => check(&package)?,
            Err(error) => vec![error.downcast::<Problem>()?],
        },
    };
    if let Some(style) = style {
        let headings =
            vec![Heading::text("file"), Heading::number("line"), Heading::number("column"), Heading::text("message")];
        let mut answer = output::start(style, headings, out)?;
        for problem in &problems {
            let (line, column) = (problem.line.to_string(), problem.column.to_string());
            answer.row(&[&problem.file, &line, &column, &problem.message])?;
        }
        answer.end()?;
    } else {
        for problem in &problems {
            writeln!(out, "{}", escape_control(&problem.to_string()))?;
        }
        if problems.is_empty() && terminal.shown {
            writeln!(out, "no problems")?;
        }
    }
    Ok(if problems.is_empty() { ExitStatus::Done } else { ExitStatus::Failed })
}
