//! What a statement may do, and what is told where it fails.

use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::{Mutex, PoisonError};

use rusqlite::hooks::{AuthAction, AuthContext, Authorization};
use rusqlite::{Error, ErrorCode};

use super::place::{place_of, placed};
use crate::exit::usage;
use crate::package::Package;
use crate::text::escape_control;

/// The pragmas that only describe.
const DESCRIBING: [&str; 8] = [
    "table_info",
    "table_xinfo",
    "table_list",
    "foreign_key_list",
    "index_list",
    "index_info",
    "function_list",
    "collation_list",
];

/// Lets a statement read and remembers what it read, or why it was stopped.
#[derive(Default)]
pub struct Guard {
    tables: Mutex<Vec<String>>,
    refused: Mutex<Option<String>>,
    /// Whether it took too many steps.
    pub ran_on: AtomicBool,
    /// How many steps it may take.
    pub steps: AtomicU64,
}

impl Guard {
    /// Whether an action may be done.
    pub fn decide(&self, context: &AuthContext) -> Authorization {
        let allowed = match context.action {
            AuthAction::Read { table_name, .. } => {
                let mut tables = self.tables.lock().unwrap_or_else(PoisonError::into_inner);
                if !tables.iter().any(|known| known == table_name) {
                    tables.push(table_name.to_owned());
                }
                true
            }
            AuthAction::Select | AuthAction::Recursive => true,
            AuthAction::Function { function_name } => function_name != "load_extension",
            AuthAction::Pragma { pragma_name, .. } => DESCRIBING.contains(&pragma_name),
            _ => false,
        };
        if allowed {
            return Authorization::Allow;
        }
        let debug = format!("{:?}", context.action);
        let name = debug.split([' ', '{', '(']).next().unwrap_or_default().to_owned();
        *self.refused.lock().unwrap_or_else(PoisonError::into_inner) = Some(name);
        Authorization::Deny
    }

    /// Whether the statement reads a table.
    pub fn reads(&self, table: &str) -> bool {
        self.tables.lock().unwrap_or_else(PoisonError::into_inner).iter().any(|name| name.eq_ignore_ascii_case(table))
    }

    /// What SQLite says of a failed statement, where it failed and what was probably meant.
    pub fn explain(&self, package: &Package, sql: &str, error: Error) -> anyhow::Error {
        if self.ran_on.load(Ordering::Relaxed) {
            return usage(format!(
                "sql: the statement did not end within {} million steps; does a recursive part of it never stop?",
                self.steps.load(Ordering::Relaxed) / 1_000_000
            ));
        }
        let refused = self.refused.lock().unwrap_or_else(PoisonError::into_inner).take();
        let of_machine =
            [ErrorCode::DiskFull, ErrorCode::OutOfMemory, ErrorCode::SystemIoFailure, ErrorCode::CannotOpen];
        if error.sqlite_error_code().is_some_and(|code| of_machine.contains(&code)) {
            return anyhow::Error::from(error).context("sql");
        }
        match error {
            Error::MultipleStatement => usage("sql: more than one statement; give one at a time".to_owned()),
            Error::SqlInputError { msg, offset, sql: part, .. } => {
                // Of a second statement the offset is counted from its own beginning.
                let before = if sql.ends_with(&part) { sql.len() - part.len() } else { 0 };
                placed(package, sql, &msg, before + usize::try_from(offset).unwrap_or(0))
            }
            Error::SqliteFailure(_, Some(msg)) => match (refused, place_of(&msg, sql)) {
                (Some(action), _) => usage(format!("sql: {msg}: {action}; the statement may only read")),
                (None, Some(offset)) => placed(package, sql, &msg, offset),
                (None, None) => usage(format!("sql: {}", escape_control(&msg))),
            },
            other => usage(format!("sql: {}", escape_control(&other.to_string()))),
        }
    }
}
