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

/// The judge of a statement, who remembers which tables it reads and what was refused to it.
#[derive(Default)]
pub(super) struct Authorizer {
    tables: Mutex<Vec<String>>,
    refused: Mutex<Option<String>>,
}

impl Authorizer {
    /// Allows an action or denies it.
    pub(super) fn authorize(&self, context: &AuthContext) -> Authorization {
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
    pub(super) fn reads(&self, table: &str) -> bool {
        self.tables.lock().unwrap_or_else(PoisonError::into_inner).iter().any(|name| name.eq_ignore_ascii_case(table))
    }

    /// The action that was refused last.
    pub(super) fn refused(&self) -> Option<String> {
        self.refused.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }
}
