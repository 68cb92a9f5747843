//! The sheet that every drawing is on: its colours in light and dark, its title, its description and its source.
//!
//! Text is text, so that it can be searched, copied and read aloud. Data goes into text nodes only: the svg crate
//! escapes these wholly, and attributes not.

use std::io::{self, Write};

use svg::Document;
use svg::node::element::{Description, Group, Rectangle, Style, TSpan, Text, Title};

use crate::answer::Caption;

/// The width of every drawing, in pixels.
pub(super) const WIDTH: f64 = 720.0;
/// The margin around it.
pub(super) const MARGIN: f64 = 24.0;
/// Where a drawing begins under its title.
pub(super) const TOP: f64 = 72.0;
/// The height of a line of text.
pub(super) const LINE: f64 = 18.0;

/// How many colours there are for series; after that they come again.
pub(super) const COLOURS: usize = 5;

const STYLE: &str = "
text { font: 13px system-ui, 'Helvetica Neue', Arial, sans-serif; fill: #1f2328 }
.title { font-size: 18px; font-weight: 600 }
.muted { fill: #59636e }
.small { font-size: 11px }
.bold { font-weight: 600 }
.sheet { fill: #ffffff }
.grid { stroke: #d1d9e0; fill: none }
.line { stroke-width: 2; fill: none }
.dashed { stroke-dasharray: 8 4 } .dotted { stroke-dasharray: 2 3 }
.f0 { fill: #0969da } .f1 { fill: #bc4c00 } .f2 { fill: #59636e } .f3 { fill: #1a7f37 } .f4 { fill: #8250df }
.s0 { stroke: #0969da } .s1 { stroke: #bc4c00 } .s2 { stroke: #59636e } .s3 { stroke: #1a7f37 } .s4 { stroke: #8250df }
.h0 { stroke: #0969da } .h1 { stroke: #bc4c00 } .h2 { stroke: #59636e } .h3 { stroke: #1a7f37 } .h4 { stroke: #8250df }
.h0, .h1, .h2, .h3, .h4 { fill: none; stroke-width: 1.5 }
.possible { opacity: .35 }
@media (prefers-color-scheme: dark) {
text { fill: #f0f6fc }
.muted { fill: #9198a1 }
.sheet { fill: #0d1117 }
.grid { stroke: #3d444d }
.f0 { fill: #4493f8 } .f1 { fill: #db6d28 } .f2 { fill: #9198a1 } .f3 { fill: #3fb950 } .f4 { fill: #ab7df8 }
.h0 { stroke: #4493f8 } .h1 { stroke: #db6d28 } .h2 { stroke: #9198a1 } .h3 { stroke: #3fb950 } .h4 { stroke: #ab7df8 }
.s0 { stroke: #4493f8 } .s1 { stroke: #db6d28 } .s2 { stroke: #9198a1 } .s3 { stroke: #3fb950 } .s4 { stroke: #ab7df8 }
}
";

/// Writes a drawing of this height, its source under it.
pub(super) fn write(caption: &Caption, drawing: Group, height: f64, out: &mut dyn Write) -> io::Result<()> {
    let source = wrapped(&caption.source, 110);
    let bottom = TOP + height + 20.0;
    #[allow(clippy::cast_precision_loss)]
    let total = bottom + source.len() as f64 * 14.0 + MARGIN;
    let mut lines = Text::new("").set("class", "muted small").set("y", bottom);
    for (at, line) in source.iter().enumerate() {
        lines = lines.add(TSpan::new(line).set("x", MARGIN).set("dy", if at == 0 { 0 } else { 14 }));
    }
    let document = Document::new()
        .set("viewBox", (0, 0, WIDTH, total.ceil()))
        .set("width", WIDTH)
        .set("height", total.ceil())
        .set("role", "img")
        .set("aria-labelledby", "title description")
        .add(Title::new(&caption.title).set("id", "title"))
        .add(Description::new().set("id", "description").add(svg::node::Text::new(&caption.description)))
        .add(Style::new(STYLE))
        .add(Rectangle::new().set("class", "sheet").set("width", "100%").set("height", "100%"))
        .add(Text::new(&caption.title).set("class", "title").set("x", MARGIN).set("y", 40))
        .add(drawing)
        .add(lines);
    writeln!(out, "{document}")
}

/// Text at a place.
pub(super) fn text(content: &str, class: &str, x: f64, y: f64) -> Text {
    let (x, y) = (rounded(x), rounded(y));
    let text = Text::new(content).set("x", x).set("y", y);
    if class.is_empty() { text } else { text.set("class", class) }
}

/// A number with one decimal: the eye sees no more, and files stay small and alike everywhere.
pub(super) fn rounded(number: f64) -> f64 {
    (number * 10.0).round() / 10.0
}

/// The text in lines of at most so many characters, broken between words; a longer word stays whole.
pub(super) fn wrapped(text: &str, characters: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in text.split_whitespace() {
        match lines.last_mut() {
            Some(line) if line.chars().count() + 1 + word.chars().count() <= characters => {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push(word.to_owned()),
        }
    }
    lines
}
