//! What is said of maps and of the outlines that they are drawn from.

/// What is said of maps and of the outlines that they are drawn from.
pub(crate) trait Maps {
    /// A map in words: each place that has a figure with it.
    fn map(&self, places: &[String]) -> String;
    /// In the legend: no figure among what was asked for.
    fn no_figure_here(&self) -> &'static str;
    /// In the legend: no row among what was asked for.
    fn none(&self) -> &'static str;
    /// The last line of a list: so many more are not in it.
    fn more(&self, count: usize) -> String;
    /// Under a map: so many rows are not on it.
    fn not_on_map(&self, rows: usize) -> String;
    /// Under a map: where its outlines are from.
    fn outlines_from(&self, source: &str) -> String;
    /// Under a title, on a map: what several share is counted once in each place.
    fn joint_on_map(&self) -> &'static str;

    /// A format has no maps.
    fn no_map_in(&self, format: &str) -> String;
    /// Why a flag has no place beside a map: it shows all places, and lists those with the largest figures first.
    fn map_has_all(&self) -> &'static str;
    /// A place has several figures, where a map shows one.
    fn several_figures(&self, place: &str) -> String;
    /// That each place has one row, and which columns of the table could be drawn instead.
    fn one_row_each(&self, table: &str, drawable: &[&str]) -> String;
    /// A map places rows by one column.
    fn map_of_one_column(&self) -> &'static str;
    /// The rows of a table cannot be placed on a map; those of these tables can.
    fn not_on_maps(&self, table: &str, can: &[&str]) -> String;
    /// A column places no rows on a map; of its table these do.
    fn places_nothing(&self, column: &str, table: &str, can: &[&str]) -> String;
    /// Several columns of a table can place its rows on a map, and one must be chosen.
    fn several_place(&self, table: &str, can: &[&str]) -> String;

    /// A table has no outlines.
    fn has_no_outlines(&self, table: &str) -> String;
    /// A file is none of outlines; the reason is one of the JSON reader's, in English.
    fn no_outlines(&self, reason: &str) -> String;
    /// Arcs are no lists of points, or a coordinate is larger than the largest.
    fn no_arcs(&self, furthest: f64) -> String;
    /// What is called so in JSON, if it is called at all, is no outline.
    fn no_outline(&self, id: &str) -> String;
    /// An outline names an arc that is not there.
    fn outline_without_arc(&self, number: i64) -> String;
    /// An outline's arcs do not meet.
    fn outline_open(&self) -> &'static str;
    /// An outline is no list of rings.
    fn outline_without_ring(&self) -> &'static str;
    /// Outlines have more points than the most.
    fn outlines_too_long(&self, most: usize) -> String;
    /// Two outlines are named alike.
    fn outline_twice(&self, id: &str) -> String;
    /// A description names a file that is none of its resources, or one that is a table.
    fn no_file_of_outlines(&self, name: &str) -> String;
    /// A resource says that it is a table, and has no schema.
    fn table_without_schema(&self, name: &str) -> String;
}
