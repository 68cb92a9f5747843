//! Text as Swedish readers mean it: folding for search, order for sorting, nearness for suggestions, and what
//! other syntaxes have of it.

mod address;
mod collation;
mod escape;
mod fold;
mod sorting;
mod sought;
mod suggest;
mod title;
mod turtle;

pub use address::is_address;
pub use collation::{CollationKey, swedish_order};
pub use escape::{
    acts_on_terminal, escape_control, escape_in_json, escape_in_json_besides, escape_lines, quoted, quoted_in,
    quoted_value_in, set_in, shortened,
};
pub use fold::{fold, fold_name, is_folded_name, may_fold_to};
pub use sorting::{distinct, sort_by, sort_by_key};
pub use sought::push_sought;
pub use suggest::suggest;
pub use title::{capitalised, stated_or, within_sentence};
pub use turtle::{literal, literal_in};
