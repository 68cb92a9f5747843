//! The shells whose scripts ask: how each quotes, and how it is told what can come.

use std::borrow::Cow;
use std::fmt::Write as _;

use super::line::Line;
use super::matching::{after, begins, in_common, respelt};
use super::{Candidate, Offer};
use crate::cli::help::summary;
use crate::text::{acts_on_terminal, escape_control};

/// A shell with a script that asks.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(in crate::cli) enum Shell {
    Bash,
    Zsh,
    Fish,
}

/// More words than this are shown side by side, without descriptions.
const MOST_TOLD: usize = 100;

/// No more of a description than this, in characters, is told.
const LONGEST_HELP: usize = 70;

impl Shell {
    /// The shell of this name.
    pub(super) fn named(name: &str) -> Option<Self> {
        [Self::Bash, Self::Zsh, Self::Fish].into_iter().find(|shell| shell.name() == name)
    }

    /// The shell's name.
    pub(in crate::cli) fn name(self) -> &'static str {
        match self {
            Self::Bash => "bash",
            Self::Zsh => "zsh",
            Self::Fish => "fish",
        }
    }

    /// What the shell reads in order to ask.
    pub(in crate::cli) fn script(self) -> &'static str {
        match self {
            Self::Bash => include_str!("itkommun.bash"),
            Self::Zsh => include_str!("itkommun.zsh"),
            Self::Fish => include_str!("itkommun.fish"),
        }
    }

    /// Whether a backslash within a quote of this kind stands for nothing but the next character.
    pub(super) fn is_escaped(self, quote: char, next: char) -> bool {
        match quote {
            '"' => matches!(next, '"' | '$' | '`' | '\\'),
            _ => self == Self::Fish && matches!(next, '\'' | '\\'),
        }
    }

    /// What the script is told: of which kind that is which can come, and then line by line the words, or of a path what
    /// stands before it and what is typed of it.
    pub(super) fn told(self, line: &Line, offer: Offer) -> String {
        let path = |kind, kept| {
            let (before, typed) = line.current.split_at(kept);
            format!("{kind}\n{before}\n{typed}\n")
        };
        match offer {
            Offer::Files(kept) => path("files", kept),
            Offer::Folders(kept) => path("folders", kept),
            Offer::Words(kept, mut candidates) => {
                candidates.retain(|candidate| !candidate.text.contains(acts_on_terminal));
                self.words(line, kept, &candidates)
            }
        }
    }

    /// A line for each word, behind what is kept of the one at the cursor.
    fn words(self, line: &Line, kept: usize, candidates: &[Candidate]) -> String {
        let (kept, typed) = line.current.split_at(kept);
        let common = in_common(candidates);
        let has_help = |it: &Candidate| !it.help.is_empty();
        let is_told = self != Self::Bash && candidates.len() <= MOST_TOLD && candidates.iter().any(has_help);
        let widest = candidates.iter().map(|candidate| candidate.text.chars().count()).max().unwrap_or(0);
        // Of what is put in, bash itself keeps the beginning: of what stands before the word, and perhaps of the word.
        let (before, begun) = (&kept[line.kept.min(kept.len())..], &typed[..line.kept.saturating_sub(kept.len())]);
        // With descriptions each needs a line of its own, which zsh must be told.
        let mut told = String::from(if is_told && self == Self::Zsh { "described\n" } else { "words\n" });
        for Candidate { text, help } in candidates {
            let is_respelt = self.takes_away(typed, text, common);
            let spelt = if is_respelt { Cow::Owned(respelt(text, typed)) } else { Cow::Borrowed(text.as_str()) };
            let help = if is_told { shortened(help) } else { String::new() };
            match self {
                Self::Bash => {
                    let Some(rest) = after(&spelt, begun) else { continue };
                    put_in_bash(before, line.quote, &mut told);
                    put_in_bash(rest, line.quote, &mut told);
                }
                Self::Zsh if help.is_empty() => told.extend([kept, &spelt, "\t", text]),
                Self::Zsh => {
                    let _ = write!(told, "{kept}{spelt}\t{text:widest$}  -- {help}");
                }
                Self::Fish => {
                    // What is meant, where it is spelt otherwise.
                    let (meant, gap) = if is_respelt { (text.as_str(), ": ") } else { ("", "") };
                    told.extend([kept, &spelt, "\t", meant, if help.is_empty() { "" } else { gap }, &help]);
                }
            }
            told.push('\n');
        }
        told
    }

    /// Whether something that was typed would be lost with this word, of so many common letters. Fish leaves out a word
    /// that does not begin with what was typed, and the others put in what all have in common, even if that is less.
    fn takes_away(self, typed: &str, text: &str, common: usize) -> bool {
        match self {
            Self::Fish => !begins(text, typed),
            // Readline puts nothing in where that is nothing.
            Self::Bash => common > 0 && common < typed.chars().count(),
            Self::Zsh => common < typed.chars().count(),
        }
    }
}

/// What a text says first, and of a long one the beginning.
fn shortened(help: &str) -> String {
    let shown = escape_control(summary(help));
    match shown.char_indices().nth(LONGEST_HELP) {
        Some((at, _)) => format!("{}…", shown[..at].trim_end()),
        None => shown.into_owned(),
    }
}

/// Puts a text into a line of bash so that it is read as it is, where this quote is open. Bash itself closes it.
fn put_in_bash(text: &str, quote: Option<char>, line: &mut String) {
    for letter in text.chars() {
        match (quote, letter) {
            // No backslash takes its meaning from `!` within double quotes.
            (Some('"'), '!') => line.push_str("\"'!'\""),
            (Some('"'), '"' | '$' | '`' | '\\') => line.extend(['\\', letter]),
            (Some('\''), '\'') => line.push_str("'\\''"),
            (None, _) if letter.is_ascii() && !letter.is_ascii_alphanumeric() && !"-_.,/:=+@%".contains(letter) => {
                line.extend(['\\', letter]);
            }
            _ => line.push(letter),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{put_in_bash, shortened};

    #[test]
    fn bash_reads_a_name_as_it_is() {
        for (name, plain, single, double) in [
            ("Lilla Edet", "Lilla\\ Edet", "Lilla Edet", "Lilla Edet"),
            ("IT&Telekomföretagen", "IT\\&Telekomföretagen", "IT&Telekomföretagen", "IT&Telekomföretagen"),
            ("a\"$(b)`c`\\", "a\\\"\\$\\(b\\)\\`c\\`\\\\", "a\"$(b)`c`\\", "a\\\"\\$(b)\\`c\\`\\\\"),
            ("l'eau!", "l\\'eau\\!", "l'\\''eau!", "l'eau\"'!'\""),
            ("~a*?[b]{c}#;<>|^", "\\~a\\*\\?\\[b\\]\\{c\\}\\#\\;\\<\\>\\|\\^", "~a*?[b]{c}#;<>|^", "~a*?[b]{c}#;<>|^"),
        ] {
            for (quote, expected) in [(None, plain), (Some('\''), single), (Some('"'), double)] {
                let mut line = String::new();
                put_in_bash(name, quote, &mut line);
                assert_eq!(line, expected);
            }
        }
    }

    #[test]
    fn a_description_is_one_sentence_and_none_that_acts() {
        assert_eq!(shortened("The first. The second."), "The first");
        assert_eq!(shortened("a\u{1b}[2J\tb\n"), "a\\u{1b}[2J\\tb\\n");
        assert_eq!(shortened(&"å ".repeat(50)), format!("{}…", "å ".repeat(35).trim_end()));
    }
}
