//! Text as Swedish readers mean it: folding for search, order for sorting, and nearness for suggestions.

mod fold;
mod nearest;
mod order;
mod visible;

pub use fold::{fold, fold_name};
pub use nearest::nearest;
pub use order::SortKey;
pub use visible::{acts_on_terminal, visible};
