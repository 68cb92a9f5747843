//! The register of Sveriges IT-kommun, and the engine that answers questions about it, or about any data package.
//!
//! Data walks one way: **arguments → request → rows → answer → text**. A [`Package`](package::Package) says what its
//! tables and columns are; a [`Query`](query::Query) takes rows of one table through its
//! [`Filter`](query::Filter)s; an [`Answer`](answer::Answer) is what a command gives back; and
//! [`output::write`] makes it text. [`cli::run`] does all of that from a command line.
//!
//! ```
//! use itkommun::answer::{Answer, ResultSet, own_columns};
//! use itkommun::output::{self, Format, Style};
//! use itkommun::package::Package;
//! use itkommun::query::Query;
//!
//! let package = Package::bundled();
//! let winners = package.table("winners").expect("the table");
//! let columns = own_columns(winners).take(2).collect();
//! let query = Query { limit: Some(1), ..Query::new(winners, columns) };
//! let answer = Answer::from(ResultSet::of_query(&package, query, false));
//! let mut text = Vec::new();
//! output::write(&package, &answer, Style::plain(Format::Csv), &mut text)?;
//! assert_eq!(text, b"year,municipality\n2001,Kalix\n");
//! # Ok::<(), anyhow::Error>(())
//! ```

pub mod answer;
pub mod cli;
#[cfg(feature = "sql")]
pub mod database;
pub mod error;
pub mod files;
pub mod output;
pub mod package;
pub mod query;
pub mod text;
pub mod words;
