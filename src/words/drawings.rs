//! What is said in and around drawings.

/// What is said in and around drawings.
pub(crate) trait Drawings {
    /// In place of a figure that is not known.
    fn not_stated(&self) -> &'static str;
    /// In place of a label that a bar has not.
    fn no_label(&self) -> &'static str;
    /// In the legend, behind a span: the value may lie anywhere in it.
    fn may_lie(&self) -> &'static str;
    /// In the legend, behind an arrow away from zero: the value may be more, no one says how much.
    fn or_more(&self) -> &'static str;
    /// In the legend, behind an arrow towards zero: the value may be less, no one says how much.
    fn or_less(&self) -> &'static str;
    /// In the legend, behind a hollow bar: what it shows is a target or the like.
    fn hollow(&self) -> &'static str;

    /// A bar chart in words: each bar with its figure.
    fn bar_chart(&self, bars: &[String]) -> String;
    /// A radar chart in words, a sentence a series.
    fn radar_chart(&self, series: &[String]) -> String;
    /// A timeline in words, a sentence a moment.
    fn timeline(&self, moments: &[String]) -> String;

    /// A title: what is drawn, counted by these columns.
    fn counted_by(&self, what: &str, by: &[String]) -> String;
    /// Under a title: rows with one of these values in a column are left out.
    fn but_for(&self, column: &str, values: &[String]) -> String;
    /// Under a title: rows are drawn in which these columns have no value.
    fn without(&self, columns: &str) -> String;
    /// Under a title: rows are drawn in which these columns have a value.
    fn with(&self, columns: &str) -> String;
    /// Under a title: a bar is how many rows there are.
    fn number_of_rows(&self) -> &'static str;
    /// Under a title: what several share is counted once.
    fn joint(&self) -> &'static str;
    /// Under a title: the ends of the scale.
    fn scale(&self, least: &str, most: &str) -> String;

    /// There is nothing to draw; a file is named where it is left as it is.
    fn nothing_drawn(&self, file: Option<&str>) -> String;
    /// Behind a title that was typed: it is blank.
    fn blank_title(&self) -> &'static str;
    /// Behind a title that was typed: it has more characters than this.
    fn long_title(&self, most: usize) -> String;
    /// A title was typed for a format that has none.
    fn untitled(&self, format: &str) -> String;
    /// Why bars that are counts cannot be sorted.
    fn sorted_counts(&self) -> &'static str;
    /// A column that is to be drawn labels the bars.
    fn labels_already(&self, column: &str) -> String;
    /// Several columns are to be drawn.
    fn one_column(&self) -> &'static str;
    /// Among the units of figures: that they have none.
    fn no_unit(&self) -> &'static str;
}
