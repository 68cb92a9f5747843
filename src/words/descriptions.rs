//! What is said where `datapackage.json` does not describe what there is.

/// What is said where `datapackage.json` does not describe what there is. Before it stands the place, and behind some of it
/// what was probably meant.
pub(crate) trait Descriptions {
    /// The file is no description; the reason is one of the JSON reader's, in English.
    fn no_description(&self, reason: &str) -> String;

    /// A description is JSON, and not an object.
    fn description_is_no_object(&self) -> &'static str;

    /// A description is longer than so many MB.
    fn description_too_long(&self, most: u64) -> String;

    /// A property stands twice in one object.
    fn property_twice(&self, property: &str) -> String;

    /// A property is of another kind than it is to be: `text`, `texts`, `names` (one or several), `flag`, `count`, `plain` (a
    /// text, a number, true or false), `list`, `object`, `objects` or
    /// `rows` (a list of lists or of objects). With what stands there.
    fn wrong_kind(&self, property: &str, kind: &str, value: &str) -> String;

    /// What is described, a `package`, `resource`, `data` that is a text, `schema`, `field` or `foreignKey`, lacks a property.
    fn property_missing(&self, property: &str, of: &str) -> String;

    /// What stands as a property, `type` or `itemType`, is none of the types that the standard has for it.
    fn no_type(&self, property: &str, given: &str, types: &[&str]) -> String;

    /// A column has a format that its type does not have, and these are those of the type.
    fn no_format(&self, format: &str, column: &str, formats: &[&str]) -> String;

    /// A hash is by an algorithm other than these.
    fn no_algorithm(&self, hash: &str, algorithms: &[&str]) -> String;

    /// A file has so many bytes, and others are promised.
    fn other_size(&self, file: &str, bytes: u64, promised: u64) -> String;

    /// A file has this hash, and another is promised, which by its length may be one of another algorithm.
    fn other_hash(&self, file: &str, hash: &str, algorithm: Option<&str>) -> String;

    /// A resource names a file, and has rows of its own.
    fn path_and_data(&self) -> &'static str;

    /// Two tables have one name.
    fn table_described_twice(&self, table: &str) -> String;

    /// A property has a value that the program does not read; `column` is where it stands, if that is no table.
    fn not_read(&self, property: &str, value: &str, column: Option<&str>) -> String;

    /// A `table` or a `package` has a name that the standard does not allow.
    fn no_name(&self, of: &str, name: &str) -> String;

    /// A licence has neither a name nor a path.
    fn license_without_name(&self) -> &'static str;

    /// A key opens a column of a name that another column of the table has already.
    fn opened_name_is_taken(&self, column: &str) -> String;

    /// A foreign key has these columns, so many, and repeats another number of columns.
    fn uneven_key(&self, columns: &str, own: usize, repeated: usize) -> String;

    /// A table has two columns of one name.
    fn column_described_twice(&self, table: &str, column: &str) -> String;

    /// What parts the items of lists is no ASCII character.
    fn delimiter_not_ascii(&self, delimiter: char, column: &str) -> String;

    /// A pattern is no regular expression, or one that is too large.
    fn no_expression(&self, pattern: &str) -> String;

    /// A text is no address on the web, or has a sign that one must write as `%20` and the like.
    fn no_address(&self, text: &str) -> String;

    /// The template for the addresses of a column's values is none that is read.
    fn no_address_of_values(&self, template: &str, column: &str) -> String;

    /// A bound, `minimum` or `maximum`, is given where values of the column's type have no order.
    fn bound_without_order(&self, column: &str, bound: &str, field_type: &str) -> String;

    /// Two categories of a column have this value, or are called so.
    fn category_twice(&self, column: &str, category: &str) -> String;

    /// A value in one of a column's constraints is none of the column; `wrong` is a clause that says so of the value.
    fn wrong_in_constraint(&self, constraint: &str, column: &str, wrong: &str) -> String;

    /// A column must be a key to another table.
    fn no_key_column(&self, column: &str) -> String;

    /// A column must have a fixed set of values.
    fn no_fixed_set(&self, column: &str) -> String;

    /// A value is not in a column's fixed set.
    fn no_member(&self, value: &str, column: &str) -> String;

    /// The lower end of a scale is not below the upper one.
    fn scale_does_not_rise(&self, low: f64, high: f64) -> String;

    /// A column of a primary key is a list.
    fn list_in_primary_key(&self, column: &str) -> String;

    /// A column of a foreign key is a list.
    fn list_in_foreign_key(&self, column: &str) -> String;

    /// A column that says where in sources is one text, where the sources are a list.
    fn locator_no_list(&self, locator: &str, sources: &str) -> String;

    /// A column of names of columns is no list.
    fn no_list(&self, column: &str) -> String;
}
