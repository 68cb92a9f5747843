//! What a file of which nothing is said seems to be: its encoding, what parts its cells, and what its columns hold. What it
//! is taken for is said, and what cannot be known is text.

mod cell;
mod column;
mod delimiter;
mod encoding;
mod names;
pub(super) mod otherwise;
mod proposal;

pub use cell::plain;
pub use column::{Seen, Told};
pub use proposal::{Proposal, propose};
