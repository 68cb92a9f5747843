//! What a cell's colour means: never alone, since a word or a sign in the cell says it, too.
//!
//! Each colour has a contrast of at least 4.5 (<https://www.w3.org/TR/WCAG22/#contrast-minimum>) on black and on white, of
//! which a program does not know which it is written on. That leaves a narrow band of the 256 colours, those of a
//! relative luminance from 0.175 to 0.183, which terminals do not change with their themes as they do the first 16.

use crate::package::{Qualifier, Value};

/// What is said of a cell.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Tone {
    /// The member of a set that a reader looks for first.
    Chief,
    /// A figure that is not exact, or a value that is inferred.
    Uncertain,
    /// A figure that is no fact, such as a goal.
    NoFact,
    /// A value on which statements differ.
    Disputed,
}

/// What stands for the end of a tone until lines are made.
const END: char = '\u{e0001}';

impl Tone {
    const ALL: [Self; 4] = [Self::Chief, Self::Uncertain, Self::NoFact, Self::Disputed];

    /// The tone of a value; the strongest where there are several reasons for one.
    pub(super) fn of(value: &Value) -> Option<Self> {
        match (value.marks(), value.unmarked()) {
            ([_, true], _) => Some(Self::Disputed),
            (_, Value::Quantity(quantity)) if !quantity.is_plain => Some(Self::NoFact),
            ([true, _], _) => Some(Self::Uncertain),
            (_, Value::Quantity(quantity)) if quantity.qualifier != Qualifier::Exact => Some(Self::Uncertain),
            _ => None,
        }
    }

    /// The colour, and what else goes with it, as an escape sequence has them.
    const fn code(self) -> &'static str {
        match self {
            Self::Chief => "1;38;5;29",
            Self::Uncertain => "38;5;63",
            Self::NoFact => "3;38;5;98",
            Self::Disputed => "38;5;131",
        }
    }

    /// A sign of no width, which stands for the tone until lines are made: an escape sequence would be counted as wide.
    const fn sign(self) -> char {
        match self {
            Self::Chief => '\u{e0002}',
            Self::Uncertain => '\u{e0003}',
            Self::NoFact => '\u{e0004}',
            Self::Disputed => '\u{e0005}',
        }
    }

    /// The line with signs of the tone around it.
    pub(super) fn around(self, line: &str) -> String {
        format!("{}{line}{END}", self.sign())
    }
}

/// The line with escape sequences for the signs in it.
pub(super) fn coloured(mut line: String) -> String {
    if line.contains(END) {
        for tone in Tone::ALL {
            line = line.replace(tone.sign(), &format!("\u{1b}[{}m", tone.code()));
        }
        line = line.replace(END, "\u{1b}[0m");
    }
    line
}

#[cfg(test)]
mod tests {
    use unicode_width::UnicodeWidthChar;

    use super::{END, Tone};

    #[test]
    fn signs_have_no_width() {
        assert!(Tone::ALL.iter().map(|tone| tone.sign()).chain([END]).all(|sign| sign.width() == Some(0)));
    }

    /// The relative luminance of one of the colours 16 to 255: a cube of six steps a side, then greys.
    fn luminance(colour: usize) -> f64 {
        const STEPS: [u8; 6] = [0, 95, 135, 175, 215, 255];
        let cube = |side: usize| STEPS[(colour - 16) / side % 6];
        let grey = u8::try_from(8 + 10 * colour.saturating_sub(232)).expect("a grey");
        let channels = if colour < 232 { [cube(36), cube(6), cube(1)] } else { [grey; 3] };
        let linear = channels.map(|channel| {
            let share = f64::from(channel) / 255.0;
            if share <= 0.04045 { share / 12.92 } else { ((share + 0.055) / 1.055).powf(2.4) }
        });
        linear.iter().zip([0.2126, 0.7152, 0.0722]).map(|(channel, weight)| channel * weight).sum()
    }

    #[test]
    fn every_colour_can_be_read_on_black_and_on_white() {
        let codes = Tone::ALL.map(Tone::code);
        for code in codes.into_iter().chain([crate::output::terminal::DIM, crate::output::highlighter::MARK]) {
            let colour = code.rsplit_once("38;5;").expect("one of the 256 colours").1.trim_end_matches('m');
            let colour = colour.parse().expect("its number");
            let luminance = luminance(colour);
            assert!((luminance + 0.05) / 0.05 >= 4.5, "{code} on black");
            assert!(1.05 / (luminance + 0.05) >= 4.5, "{code} on white");
        }
    }
}
