//! What standard output is: a terminal or not, how wide, and whether it takes colour.

use std::borrow::Cow;
use std::env;
use std::io::{stderr, stdout};

/// Grey, which can be read on black and on white; "faint" is what each terminal makes of it.
pub(super) const DIM: &str = "38;5;243";

/// When to colour, as `--color` says.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Color {
    /// As the environment and the terminal have it.
    Auto,
    /// Everywhere.
    Always,
    /// Nowhere.
    Never,
}

impl Color {
    /// Every choice.
    pub const ALL: &'static [Self] = &[Self::Auto, Self::Always, Self::Never];

    /// The name that is typed.
    pub fn name(self) -> &'static str {
        match self {
            Self::Auto => "auto",
            Self::Always => "always",
            Self::Never => "never",
        }
    }
}

/// Where the answer goes.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Terminal {
    /// Whether a person sees it at once.
    pub shown: bool,
    /// How many columns wide it is; nothing where a line may be of any length.
    pub width: Option<u16>,
    /// Whether to colour.
    pub color: bool,
}

impl Terminal {
    /// Standard output as it is. `COLUMNS`, where it is set to a number, overrides the width found.
    pub fn of_stdout(color: Color, is_terminal: bool) -> Self {
        let columns = env::var("COLUMNS").ok().and_then(|columns| columns.parse().ok()).filter(|&columns| columns > 0);
        let found = || terminal_size::terminal_size_of(stdout()).map(|(width, _)| width.0);
        // What is coloured in a pipe goes to a pager on the terminal that errors go to, and is fitted to that.
        let behind_pipe = || terminal_size::terminal_size_of(stderr()).map(|(width, _)| width.0);
        let width = columns.or_else(|| match color {
            _ if is_terminal => found().or(Some(80)),
            Color::Always => behind_pipe(),
            Color::Auto | Color::Never => None,
        });
        let color = wants_color(color, is_terminal, |name| env::var(name).ok());
        Self { shown: is_terminal, width, color }
    }

    /// The text in bold, where there is colour.
    pub fn bold(self, text: &str) -> Cow<'_, str> {
        self.styled("1", text)
    }

    /// The text in grey, where there is colour.
    pub fn dim(self, text: &str) -> Cow<'_, str> {
        self.styled(DIM, text)
    }

    fn styled<'t>(self, code: &str, text: &'t str) -> Cow<'t, str> {
        if self.color { Cow::Owned(format!("\u{1b}[{code}m{text}\u{1b}[0m")) } else { Cow::Borrowed(text) }
    }
}

/// `--color` before `NO_COLOR` (<https://no-color.org>) before `CLICOLOR_FORCE` (<https://bixense.com/clicolors>)
/// before what the terminal is.
fn wants_color(asked: Color, is_terminal: bool, variable: impl Fn(&str) -> Option<String>) -> bool {
    let set = |name: &str| variable(name).is_some_and(|value| !value.is_empty());
    match asked {
        Color::Always => true,
        Color::Never => false,
        Color::Auto if set("NO_COLOR") => false,
        Color::Auto if set("CLICOLOR_FORCE") && variable("CLICOLOR_FORCE").as_deref() != Some("0") => true,
        Color::Auto => is_terminal && variable("TERM").as_deref() != Some("dumb"),
    }
}

#[cfg(test)]
mod tests {
    use super::{Color, wants_color};

    #[test]
    fn the_flag_comes_before_the_environment_and_that_before_the_terminal() {
        for (asked, is_terminal, variables, colored) in [
            (Color::Auto, true, "", true),
            (Color::Auto, false, "", false),
            (Color::Auto, true, "NO_COLOR=1", false),
            (Color::Auto, true, "NO_COLOR=", true),
            (Color::Auto, true, "TERM=dumb", false),
            (Color::Auto, false, "CLICOLOR_FORCE=1", true),
            (Color::Auto, false, "CLICOLOR_FORCE=0", false),
            (Color::Auto, false, "CLICOLOR_FORCE=1 NO_COLOR=1", false),
            (Color::Always, false, "NO_COLOR=1", true),
            (Color::Never, true, "CLICOLOR_FORCE=1", false),
        ] {
            let variable = |name: &str| {
                let pairs = variables.split(' ').filter_map(|pair| pair.split_once('='));
                pairs.into_iter().find(|(key, _)| *key == name).map(|(_, value)| value.to_owned())
            };
            assert_eq!(wants_color(asked, is_terminal, variable), colored, "{asked:?} {is_terminal} {variables}");
        }
    }
}
