//! What is said of descriptions for data portals, and in them.

/// What is said of descriptions for data portals, and in them.
pub(crate) trait Catalogues {
    /// The title of a catalogue of one data set, and what the catalogue is.
    fn catalogue(&self, publisher: &str, title: &str) -> [String; 2];
    /// A description needs a publisher, which the package does not tell, and how it is given.
    fn needs_publisher(&self) -> &'static str;
    /// A description needs the address of the data, which the package does not tell, and how it is given.
    fn needs_address(&self) -> &'static str;
    /// A description needs what the package alone can tell, in this property, and does not.
    fn not_described(&self, property: &str) -> String;
    /// A flag is for descriptions alone.
    fn only_in_descriptions(&self) -> &'static str;
    /// A description is of all tables, and none may be named.
    fn describes_all(&self) -> &'static str;
    /// Said behind what was typed for an address.
    fn is_no_address(&self) -> &'static str;
    /// Said behind what was typed for a name and is empty or has other characters than those of a line.
    fn is_no_name(&self) -> &'static str;
    /// Said behind a name with something between `<` and `>` that is no address.
    fn has_no_address(&self) -> &'static str;
}
