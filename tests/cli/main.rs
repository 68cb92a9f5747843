//! The program as its users run it: a file a command or subject.

// The lint knows test functions, but not the functions that they share.
#![allow(clippy::expect_used, clippy::panic)]

// How the program is run: plainly, in a session of a text, and on a terminal.
#[cfg(unix)]
mod pty;
mod session;
mod small;
mod support;

mod addresses;
mod answers_in_swedish;
#[cfg(feature = "sql")]
mod attach;
mod bibliography;
mod catalogue;
mod chart;
mod check;
mod cite;
#[cfg(unix)]
mod colour;
mod compare;
mod completions;
mod counts;
mod describe;
mod drawings;
mod errors;
mod exclusion;
mod export;
mod figures;
#[cfg(feature = "sql")]
mod functions;
mod help;
mod hostile;
mod html;
mod interruption;
mod linked_data;
mod manual;
mod map;
#[cfg(unix)]
mod output;
mod own_package;
mod pager;
mod problems;
mod profile;
#[cfg(unix)]
mod reading;
// The README shows what only the whole program has.
#[cfg(all(feature = "sql", feature = "xlsx"))]
mod readme;
mod schema;
mod screens;
mod search;
// `setsid`, by which a shell gets its terminal, is Linux's.
#[cfg(target_os = "linux")]
mod shells;
mod show;
#[cfg(feature = "sql")]
mod sql;
mod standard;
mod streams;
mod swedish_screens;
mod tables;
#[cfg(unix)]
mod terminal;
mod typing;
