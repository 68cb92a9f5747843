//! The command line up to the cursor, taken apart as the shell will.

use std::mem;

use super::shell::Shell;

/// The words that were typed.
pub(super) struct Line {
    /// Those before the one at the cursor, from that behind the program's name on.
    pub words: Vec<String>,
    /// The one at the cursor, as far as it is typed, without its quotes.
    pub current: String,
    /// How much of that one the shell keeps whatever is put in, in bytes.
    pub kept: usize,
    /// The quote that is open at the cursor.
    pub quote: Option<char>,
    /// Whether it is the file that a stream is read from or written to, behind `<` or `>`.
    pub is_stream: bool,
}

impl Line {
    /// Takes a command line apart. Nothing in it is expanded: a variable is taken for its name.
    ///
    /// `breaks` are the characters behind which the shell replaces no more than the rest of a word. Bash has such, and
    /// the same holds there behind a quote that is open.
    pub(super) fn read(typed: &str, shell: Shell, breaks: &str) -> Self {
        let (mut words, mut word) = (Vec::new(), None::<String>);
        let (mut kept, mut kept_before_quote, mut quote, mut is_stream) = (0, 0, None, false);
        let mut letters = typed.chars().peekable();
        while let Some(letter) = letters.next() {
            if quote.is_none() && (letter.is_ascii_whitespace() || matches!(letter, '<' | '>')) {
                // The file of a stream is none of the program's words.
                words.extend(word.take().filter(|_| !mem::take(&mut is_stream)));
                is_stream |= !letter.is_ascii_whitespace();
                kept = 0;
                continue;
            }
            let current = word.get_or_insert_default();
            match (quote, letter) {
                (None, '\\') => current.extend(letters.next()),
                (Some(open), '\\') if letters.peek().is_some_and(|next| shell.is_escaped(open, *next)) => {
                    current.extend(letters.next());
                }
                (None, '\'' | '"') => (quote, kept_before_quote, kept) = (Some(letter), kept, current.len()),
                (Some(open), _) if letter == open => (quote, kept) = (None, kept_before_quote),
                _ => {
                    current.push(letter);
                    if quote.is_none() && breaks.contains(letter) {
                        kept = current.len();
                    }
                }
            }
        }
        // What stands before the program, such as `sudo` or the setting of a variable, is none of its words.
        let program = words.iter().position(|word| word.rsplit('/').next() == Some("itkommun"));
        words.drain(..program.map_or(1, |at| at + 1).min(words.len()));
        Self { words, current: word.unwrap_or_default(), kept, quote, is_stream }
    }
}

#[cfg(test)]
mod tests {
    use super::Line;
    use crate::cli::complete::shell::Shell;

    const BREAKS: &str = " \t\n\"'@><=;|&(:";

    /// The words, that at the cursor last, and what of it is replaced.
    fn read(typed: &str, shell: Shell, breaks: &str) -> (String, String) {
        let line = Line::read(typed, shell, breaks);
        let replaced = line.current[line.kept..].to_owned();
        ([line.words, vec![line.current]].concat().join("|"), replaced)
    }

    #[test]
    fn words_are_parted_as_the_shell_parts_them() {
        for (typed, words) in [
            ("itkommun winners --county ", "winners|--county|"),
            ("itkommun  show Lilla\\ Edet 'a  b' \"\" \"c\\\"\\$d\\e\"f", "show|Lilla Edet|a  b||c\"$d\\ef"),
            ("itkommun show 'Lilla \"E", "show|Lilla \"E"),
            ("LANG=C sudo /usr/bin/itkommun show x", "show|x"),
            ("itkommun", "itkommun"),
            ("it show x\\", "show|x"),
            ("itkommun show a>b  c < d e", "show|a|c|e"),
            ("", ""),
        ] {
            assert_eq!(read(typed, Shell::Bash, BREAKS).0, words, "{typed}");
        }
        assert_eq!(read("itkommun show 'a\\'b\\\\c", Shell::Fish, "").0, "show|a'b\\c");
        assert_eq!(read("itkommun show 'a\\'b c", Shell::Zsh, "").0, "show|a\\b|c");
    }

    #[test]
    fn bash_replaces_a_word_behind_breaks_and_an_open_quote() {
        for (typed, replaced) in [
            ("itkommun winners --county=Sk", "Sk"),
            ("itkommun winners --county=\"Sk", "Sk"),
            ("itkommun winners --county=\"Sk\"å", "Skå"),
            ("itkommun winners '--county=Sk", "--county=Sk"),
            ("itkommun winners --county\\=Sk", "--county=Sk"),
            ("itkommun show Lilla\" E", " E"),
            ("itkommun show a:b", "b"),
        ] {
            assert_eq!(read(typed, Shell::Bash, BREAKS).1, replaced, "{typed}");
        }
        assert_eq!(read("itkommun winners --county=Sk", Shell::Fish, "").1, "--county=Sk");
    }
}
