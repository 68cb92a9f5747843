//! The sheet that every drawing is on: its colours in light and dark, its title, its legend and its source.

use std::io::{self, Write};

use svg::Document;
use svg::node::element::{Description, Group, Rectangle, Style, Title};

use super::signs::{SAMPLE, Sign};
use super::text::{Face, legible};
use crate::answer::Caption;
use crate::output::figure;

/// The margin around a drawing.
pub(super) const MARGIN: f64 = 24.0;

/// A page is as wide as what is on it, but no narrower and no wider than this.
const NARROWEST: f64 = 480.0;
pub(super) const WIDEST: f64 = 760.0;

/// A title has no more lines than this, nor a note.
const TITLE_LINES: usize = 3;
const NOTE_LINES: usize = 60;

/// How many colours there are for series; after that they come again.
pub(super) const COLOURS: usize = 5;

const STYLE: &str = "
text { font: 13px system-ui, 'Helvetica Neue', Arial, sans-serif; fill: #1f2328 }
text.title { font-size: 18px; font-weight: 600 }
text.muted { fill: #59636e }
text.small { font-size: 11px }
text.bold { font-weight: 600 }
.sheet { fill: #ffffff }
.grid { stroke: #d1d9e0; fill: none }
.axis { stroke: #818b98 }
.line { stroke-width: 2; fill: none } .thin { stroke-width: 1.5; fill: none }
.dashed { stroke-dasharray: 8 4 } .dotted { stroke-dasharray: 2 3 }
.ink { stroke: #1f2328 } .paper { stroke: #ffffff }
.f0 { fill: #0969da } .f1 { fill: #bc4c00 } .f2 { fill: #59636e } .f3 { fill: #1a7f37 } .f4 { fill: #8250df }
.s0, .h0 { stroke: #0969da } .s1, .h1 { stroke: #bc4c00 } .s2, .h2 { stroke: #59636e }
.s3, .h3 { stroke: #1a7f37 } .s4, .h4 { stroke: #8250df }
.h0, .h1, .h2, .h3, .h4 { fill: none; stroke-width: 1.5 }
@media (prefers-color-scheme: dark) {
text { fill: #f0f6fc }
text.muted { fill: #9198a1 }
.sheet { fill: #0d1117 }
.grid { stroke: #3d444d }
.axis { stroke: #656c76 }
.ink { stroke: #f0f6fc } .paper { stroke: #0d1117 }
.f0 { fill: #388bfd } .f1 { fill: #db6d28 } .f2 { fill: #9198a1 } .f3 { fill: #3fb950 } .f4 { fill: #ab7df8 }
.s0, .h0 { stroke: #388bfd } .s1, .h1 { stroke: #db6d28 } .s2, .h2 { stroke: #9198a1 }
.s3, .h3 { stroke: #3fb950 } .s4, .h4 { stroke: #ab7df8 }
}
";

/// How wide a page is on which something so wide is drawn, its margins included. Its title, if it is long, may use more.
pub(super) fn width(caption: &Caption, drawn: f64) -> f64 {
    let title = Face::Title.width(&caption.title).min(WIDEST * 0.8) + 2.0 * MARGIN;
    drawn.max(title).clamp(NARROWEST, WIDEST).ceil()
}

/// Writes a page: a drawing of this height, which begins at the height 0, between its title and what explains it. It is
/// told to those who do not see it as one picture.
pub(super) fn write(
    caption: &Caption,
    width: f64,
    drawing: (Group, f64),
    signs: &[Sign],
    out: &mut dyn Write,
) -> io::Result<()> {
    let document = document(caption, width, drawing, signs);
    writeln!(out, "{}", document.set("role", "img").set("aria-labelledby", "title description"))
}

/// Writes a page of which what is in it is told, each part as what it is.
pub(super) fn write_parts(caption: &Caption, width: f64, drawing: (Group, f64), out: &mut dyn Write) -> io::Result<()> {
    let document = document(caption, width, drawing, &[]);
    writeln!(out, "{}", document.set("role", "group").set("aria-labelledby", "title"))
}

fn document(caption: &Caption, width: f64, (drawing, height): (Group, f64), signs: &[Sign]) -> Document {
    let room = width - 2.0 * MARGIN;
    let mut page = Group::new();
    let mut y = MARGIN;
    let mut write_lines = |page: Group, face: Face, text: &str, most: usize| {
        if text.is_empty() {
            return page;
        }
        let lines = face.lines(text, room, most);
        let block = face.block(text, &lines, MARGIN, y + face.line() * 0.75);
        y += height_of(lines.len(), face);
        page.add(block)
    };
    page = write_lines(page, Face::Title, &caption.title, TITLE_LINES);
    page = write_lines(page, Face::Muted, &caption.subtitle, NOTE_LINES);
    y += 16.0;
    page = page.add(drawing.set("transform", format!("translate(0 {y})")));
    y += height + 14.0;
    let (legend, below) = legend(caption, signs, y, room);
    page = page.add(legend);
    y = below;
    for text in caption.notes.iter().chain([&caption.source]) {
        y += 3.0;
        let lines = Face::Small.lines(text, room, NOTE_LINES);
        page = page.add(Face::Small.block(text, &lines, MARGIN, y + 11.0));
        y += height_of(lines.len(), Face::Small);
    }
    let height = (y + MARGIN - 4.0).ceil();
    Document::new()
        .set("viewBox", (0, 0, width, height))
        .set("width", width)
        .set("height", height)
        .add(Title::new(legible(&caption.title)).set("id", "title"))
        .add(Description::new().set("id", "description").add(svg::node::Text::new(legible(&caption.description))))
        .add(Style::new(STYLE))
        .add(Rectangle::new().set("class", "sheet").set("width", "100%").set("height", "100%"))
        .add(page)
}

/// What the signs in the drawing mean, and where it ends.
fn legend(caption: &Caption, signs: &[Sign], top: f64, room: f64) -> (Group, f64) {
    let drawn = signs.iter().map(|&sign| (Some(sign), sign.words().to_owned()));
    let written = figure::legend(caption.marks).into_iter().map(|words| (None, words));
    let (mut group, mut x, mut y, mut count) = (Group::new(), MARGIN, top, 0);
    for (sign, words) in drawn.chain(written) {
        let sample = if sign.is_some() { SAMPLE + 8.0 } else { 0.0 };
        let wide = sample + Face::Small.width(&words);
        if x > MARGIN && x + wide > MARGIN + room {
            x = MARGIN;
            y += LEGEND_LINE;
        }
        if let Some(sign) = sign {
            group = group.add(sign.sample(x, y + 8.0));
        }
        group = group.add(Face::Small.at(&words, x + sample, y + 12.0));
        x += wide + 20.0;
        count += 1;
    }
    (group, if count == 0 { top } else { y + LEGEND_LINE + 6.0 })
}

const LEGEND_LINE: f64 = 22.0;

/// How high so many lines are.
pub(super) fn height_of(lines: usize, face: Face) -> f64 {
    f64::from(u32::try_from(lines).unwrap_or(u32::MAX)) * face.line()
}
