//! The text of a page: headings, paragraphs, lists of terms, and lines that stand as they are.
//!
//! What the crate `roff` escapes is what roff would act on; here a package's texts are made harmless for terminals, too.

use anyhow::Result;
use roff::{Inline, Roff, bold, roman};

use crate::text::escape_control;
use crate::words::words;

/// A page that is being written.
pub(super) struct Page {
    roff: Roff,
    /// Whether nothing stands under the last heading yet, where a paragraph needs no space above it.
    is_fresh: bool,
}

impl Page {
    /// A page with the line of its name. What is empty of its edition is left out.
    pub(super) fn new(name: &str, about: &str, date: &str, source: &str, manual: &str) -> Self {
        let mut roff = Roff::new();
        let title = [&name.to_uppercase(), "1", date, source, manual].map(argument);
        roff.control("TH", title.each_ref().map(String::as_str));
        // Names of flags and pages are to be typed: no hyphen breaks them, and no wide spaces stand around them.
        roff.control("nr", ["HY", "0"]).control("ad", ["l"]);
        let mut page = Self { roff, is_fresh: false };
        page.section(words().section_name());
        page.roff.text([roman(format!("{name} - {}", escape_control(about.trim_end_matches('.'))))]);
        page
    }

    /// Begins a section.
    pub(super) fn section(&mut self, title: &str) {
        self.heading("SH", title);
    }

    /// Begins a part of a section.
    pub(super) fn part(&mut self, title: &str) {
        self.heading("SS", title);
    }

    fn heading(&mut self, level: &str, title: &str) {
        self.roff.control(level, [argument(title).as_str()]);
        self.is_fresh = true;
    }

    /// A paragraph; one that says nothing is left out. What stands between backticks is bold.
    pub(super) fn paragraph(&mut self, text: &str) {
        if text.trim().is_empty() {
            return;
        }
        self.space();
        self.roff.text(marked(text));
    }

    /// A term, in bold, and what is said of it.
    pub(super) fn entry(&mut self, term: &str, text: &str) {
        self.roff.control("TP", []);
        self.roff.text([bold(escape_control(term))]);
        self.roff.text(marked(text));
        self.is_fresh = false;
    }

    /// Lines that stand as they are.
    pub(super) fn lines(&mut self, lines: &[String]) {
        self.space();
        self.roff.control("EX", []);
        for line in lines {
            self.roff.text([roman(escape_control(line))]);
        }
        self.roff.control("EE", []);
    }

    fn space(&mut self) {
        if !self.is_fresh {
            self.roff.control("PP", []);
        }
        self.is_fresh = false;
    }

    /// The page as roff reads it.
    pub(super) fn finish(self) -> Result<String> {
        let mut page = Vec::new();
        self.roff.to_writer(&mut page)?;
        Ok(String::from_utf8(page)?)
    }
}

/// The argument of a macro: none is left out for being empty, and none ends before its end.
fn argument(text: &str) -> String {
    let text = escape_control(text).replace('\\', "\\e").replace('"', "\\(dq");
    if text.contains(' ') { text } else { format!("\"{text}\"") }
}

/// A text as one line, with what stands between backticks in bold.
fn marked(text: &str) -> Vec<Inline> {
    let words = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let text = escape_control(&words);
    if text.matches('`').count() % 2 == 1 {
        return vec![roman(text)];
    }
    let parts = text.split('`').enumerate().filter(|(_, part)| !part.is_empty());
    parts.map(|(at, part)| if at % 2 == 1 { bold(part) } else { roman(part) }).collect()
}

#[cfg(test)]
mod tests {
    use super::Page;

    #[test]
    fn nothing_that_roff_or_a_terminal_would_act_on_remains() {
        let mut page = Page::new("a", ".about\n.so /etc/passwd", "", "s \"t\" \\u", "");
        page.section("A \"b\" \\c");
        page.paragraph(".ig\n'ex \\fBx \u{1b}[31m `--flag` it's");
        page.entry("\\*x", ".y");
        page.lines(&[".z".to_owned(), "'z".to_owned()]);
        let text = page.finish().expect("a page");
        assert_eq!(
            text.lines().skip(2).collect::<Vec<_>>().join("\n"),
            ".TH \"A\" \"1\" \"\" \"s \\(dqt\\(dq \\eu\" \"\"\n\
             .nr HY 0\n\
             .ad l\n\
             .SH \"NAME\"\n\
             a \\- .about\\\\n.so /etc/passwd\n\
             .SH \"A \\(dqb\\(dq \\ec\"\n\
             \\&.ig \\*(Aqex \\\\fBx \\\\u{1b}[31m \\fB\\-\\-flag\\fR it\\*(Aqs\n\
             .TP\n\
             \\fB\\\\*x\\fR\n\
             \\&.y\n\
             .PP\n\
             .EX\n\
             \\&.z\n\
             \\*(Aqz\n\
             .EE"
        );
    }
}
