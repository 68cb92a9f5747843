//! What a statement may do: read, and nothing else.

use std::sync::{Mutex, PoisonError};

use rusqlite::hooks::{AuthAction, AuthContext, Authorization};

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

/// The judge of a statement, who remembers what it reads and what was refused to it.
#[derive(Default)]
pub(super) struct Authorizer {
    /// Tables with their columns; of a table whose rows are only counted, one without a name.
    read: Mutex<Vec<(String, String)>>,
    refused: Mutex<Option<String>>,
}

impl Authorizer {
    /// Allows an action or denies it.
    pub(super) fn authorize(&self, context: &AuthContext) -> Authorization {
        let allowed = match context.action {
            AuthAction::Read { table_name, column_name } => {
                let mut read = self.read.lock().unwrap_or_else(PoisonError::into_inner);
                if !read.iter().any(|(table, column)| table == table_name && column == column_name) {
                    read.push((table_name.to_owned(), column_name.to_owned()));
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

    /// The columns of a table that the statement reads, in lower case; none where it does not read the table.
    pub(super) fn columns_read(&self, table: &str) -> Vec<String> {
        let read = self.read.lock().unwrap_or_else(PoisonError::into_inner);
        let of_table = read.iter().filter(|(name, _)| name.eq_ignore_ascii_case(table));
        of_table.map(|(_, column)| column.to_ascii_lowercase()).collect()
    }

    /// The action that was refused last.
    pub(super) fn refused(&self) -> Option<String> {
        self.refused.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }
}
