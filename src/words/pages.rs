//! What is said in pages, besides their rows.

/// What is said in pages, besides their rows.
pub(crate) trait Pages {
    /// In place of the rows of a page that has none.
    fn no_rows(&self) -> &'static str;
    /// Only so many of all columns are shown.
    fn page_columns_shown(&self, shown: usize, all: usize) -> String;
    /// Before the source of all rows of a table.
    fn source(&self) -> &'static str;
    /// The heading over sources.
    fn sources(&self) -> &'static str;
    /// The heading over what each column holds.
    fn meanings(&self) -> &'static str;
    /// The heading over what else is to be told of the rows.
    fn to_be_known(&self) -> &'static str;
    /// The heading over what the signs mean.
    fn signs(&self) -> &'static str;
    /// What the sign of a value means that no source states.
    fn inferred_in_full(&self) -> &'static str;
    /// What the sign of a value means on which sources differ.
    fn disputed_in_full(&self) -> &'static str;
    /// What the look of a figure means that is a target or the like.
    fn no_fact_in_full(&self) -> &'static str;
    /// In a word: a value on which sources differ.
    fn disputed_in_short(&self) -> &'static str;
    /// A figure has a status that makes it no fact.
    fn no_fact(&self, status: &str) -> String;
    /// What `≈`, `≳`, `≲`, `≥` and `≤` mean before a figure.
    fn open_signs(&self) -> [&'static str; 5];
    /// The heading over what the data is.
    fn the_data(&self) -> &'static str;
    /// Before the title of the data.
    fn data_from(&self) -> &'static str;
    /// Before the name of a licence.
    fn licence(&self) -> &'static str;
    /// How the data is cited.
    fn to_cite(&self, citation: &str) -> String;
    /// The heading over references in CSL-JSON.
    fn csl_json(&self) -> &'static str;

    /// The label of the box in which words are typed that rows are to have.
    fn filter_rows(&self) -> &'static str;
    /// Told of rows while they are filtered, with `{}` for their number: of one, of more, and `{} of {}` of all.
    fn filtered(&self) -> [&'static str; 3];
    /// What the sign at a row leads to.
    fn link_to_row(&self) -> &'static str;
}
