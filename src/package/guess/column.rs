//! What a column of a file is, by all of its cells.

use super::cell::{Mark, Number, Written};
use crate::package::FieldType;
use crate::words::{Words, words};

/// The cells of a column, as far as they are seen: how many there are, and the first of each way to write one.
#[derive(Default)]
pub struct Seen {
    cells: usize,
    numbers: usize,
    has_code: bool,
    text: Option<Example>,
    beyond: Option<Example>,
    grouped: Option<Example>,
    point: Option<Example>,
    comma: Option<Example>,
    wide: Option<Example>,
    /// Whether the comma of one can be nothing but a decimal comma.
    is_comma_sure: bool,
}

/// A cell, quoted and with its place.
type Example = String;

/// What is said against a cell.
type Objection = fn(&dyn Words) -> &'static str;

/// What is to be told of a column.
#[derive(PartialEq, Eq, Debug)]
pub enum Told {
    /// Nothing.
    Nothing,
    /// How its numbers are written that were read.
    Read {
        /// Whether spaces part their thousands.
        has_spaces: bool,
        /// Whether commas stand before their decimals.
        has_commas: bool,
    },
    /// Why it is text although most of its values are numbers: the first cell that keeps it from being one, and how.
    Text(Example, &'static str),
}

/// A column is told to be text where at least so many of a hundred values are numbers.
const MOSTLY: usize = 80;

impl Seen {
    /// Takes in a cell; `example` quotes it with its place.
    pub fn add(&mut self, cell: &str, example: impl Fn() -> Example) {
        let written = Written::of(cell);
        self.cells += usize::from(written != Written::Nothing);
        self.numbers += usize::from(matches!(written, Written::Number(_) | Written::Beyond));
        let keep = |first: &mut Option<Example>, is_one: bool| {
            if is_one && first.is_none() {
                *first = Some(example());
            }
        };
        match written {
            Written::Nothing => {}
            Written::Code => self.has_code = true,
            Written::Beyond => keep(&mut self.beyond, true),
            Written::Text => keep(&mut self.text, true),
            Written::Number(Number { is_grouped, mark, is_wide }) => {
                keep(&mut self.grouped, is_grouped);
                keep(&mut self.point, mark == Mark::Point);
                keep(&mut self.comma, matches!(mark, Mark::Comma | Mark::OpenComma));
                keep(&mut self.wide, is_wide);
                self.is_comma_sure |= mark == Mark::Comma;
            }
        }
    }

    /// What the column is in a file with this separator, and what is to be told of it: a column is a number where all
    /// its values are, in one way to write them.
    pub fn judge(self, delimiter: u8) -> (FieldType, Told) {
        // Whoever has codes knows that they are no numbers.
        if self.cells == 0 || self.has_code {
            return (FieldType::String, Told::Nothing);
        }
        let is_mostly_numbers = self.numbers * 100 >= self.cells * MOSTLY;
        let [has_point, has_comma, has_groups] = [&self.point, &self.comma, &self.grouped].map(Option::is_some);
        if let Some((example, objection)) = self.objection(delimiter) {
            let told = if is_mostly_numbers { Told::Text(example, objection(words())) } else { Told::Nothing };
            return (FieldType::String, told);
        }
        let field_type = if has_point || has_comma { FieldType::Number } else { FieldType::Integer };
        let is_told = has_groups || has_comma;
        (field_type, if is_told { Told::Read { has_spaces: has_groups, has_commas: has_comma } } else { Told::Nothing })
    }

    /// What keeps the column from being a number, and the first cell with it.
    fn objection(self, delimiter: u8) -> Option<(Example, Objection)> {
        let (has_point, has_comma) = (self.point.is_some(), self.comma.is_some());
        let has_groups = self.grouped.is_some();
        let has_decimals = has_point || has_comma;
        let is_open = !self.is_comma_sure && !has_groups;
        let objections: [(_, Objection); 7] = [
            (self.text, |words| words.is_not_numeric()),
            (self.beyond, |words| words.has_too_many_digits()),
            (self.comma.clone().filter(|_| delimiter == b','), |words| words.has_comma_of_cells()),
            (self.comma.clone().filter(|_| has_point), |words| words.has_comma_beside_points()),
            (self.grouped.filter(|_| has_point), |words| words.has_space_beside_points()),
            (self.comma.filter(|_| is_open), |words| words.has_open_comma()),
            (self.wide.filter(|_| has_decimals), |words| words.has_too_many_digits_beside_decimals()),
        ];
        objections.into_iter().find_map(|(example, objection)| Some((example?, objection)))
    }
}
