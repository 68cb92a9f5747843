//! Bars on a terminal, fitted to its width.

use std::io::{self, Write};

use unicode_width::UnicodeWidthStr;

use super::share;
use super::signs::Sign;
use crate::answer::{BarChart, Caption, Figure, Leeway};
use crate::output::wrap::Wrapped;
use crate::output::{Terminal, figure};
use crate::text::escape_control;
use crate::words::words;

/// The width where there is no terminal to ask.
const USUAL_WIDTH: usize = 80;

/// A bar has at least this much room; where a label would leave less, it gets lines of its own.
const LEAST_BAR: usize = 12;

/// Labels beside bars take no more than this part of the width; those that are wider go over several lines, unless
/// they would have to be narrower than the least.
const LABELS: usize = 3;
const LEAST_LABEL: usize = 16;

/// What a bar of what is no fact, such as a target, is made of.
const HOLLOW: &str = "▭";

/// What is drawn behind a bar, and on its end, where the value may be more or less than the bar.
const MORE: &str = "▒░›";
const LESS: &str = "‹░▒";

/// How far a value may be below its bar's end, and how far above.
const MAYBE: &str = "▓";
const THIN: &str = "─";
const THIN_END: &str = "┤";

/// Eighths of a block, from one to seven.
const EIGHTHS: [char; 7] = ['▏', '▎', '▍', '▌', '▋', '▊', '▉'];

/// Writes the chart.
pub(crate) fn write(chart: &BarChart, terminal: Terminal, out: &mut dyn Write) -> io::Result<()> {
    let width = terminal.width.map_or(USUAL_WIDTH, usize::from);
    for line in lines(&chart.caption.title, width) {
        writeln!(out, "{}", terminal.bold(&line))?;
    }
    write_dim(&chart.caption.subtitle, width, terminal, out)?;
    let bars = || chart.groups.iter().flat_map(|group| &group.bars);
    let widest = bars().map(|bar| escape_control(&bar.label).width()).max().unwrap_or(0);
    let labels = widest.min((width / LABELS).max(LEAST_LABEL));
    let figures = bars().map(|bar| text(bar.figure.as_ref()).width()).max().unwrap_or(0);
    let indent = if chart.groups.iter().any(|group| group.title.is_some()) { 2 } else { 0 };
    let signs = Sign::of(&chart.figures());
    let arrow = if signs.contains(&Sign::More) { MORE.width() } else { 0 };
    let behind = figures + 2 + arrow;
    let beside = indent + labels + 2 + LEAST_BAR + behind <= width;
    let from = indent + if beside { labels + 2 } else { 0 };
    // Where not even a bar and its figure fit, the figure stands under it.
    let under = from + LEAST_BAR.min(4) + behind > width;
    let room = width.saturating_sub(from + if under { arrow } else { behind }).max(1);
    let scale = chart.scale();
    for group in &chart.groups {
        if let Some(title) = &group.title {
            writeln!(out)?;
            write_lines(title, 0, width, out)?;
        }
        for bar in &group.bars {
            let mut lead = " ".repeat(indent);
            let mut label = if beside { lines(&bar.label, labels) } else { Vec::new() }.into_iter();
            if let Some(first) = label.next() {
                lead = format!("{lead}{first}{:1$}", "", labels - first.width() + 2);
            } else {
                write_lines(&bar.label, indent, width, out)?;
            }
            let figure = text(bar.figure.as_ref());
            let drawn = bar.figure.as_ref().map(|figure| drawn(figure, scale, room, terminal)).unwrap_or_default();
            let gap = if drawn.is_empty() { "" } else { "  " };
            if under {
                if !drawn.is_empty() {
                    writeln!(out, "{lead}{drawn}")?;
                }
                write_lines(&figure, indent, width, out)?;
            } else {
                writeln!(out, "{lead}{drawn}{gap}{figure}")?;
            }
            for rest in label {
                writeln!(out, "{:indent$}{rest}", "")?;
            }
        }
    }
    writeln!(out)?;
    write_dim(&legend(&signs, &chart.caption, width), width, terminal, out)?;
    for text in chart.caption.notes.iter().chain([&chart.caption.source]) {
        write_dim(text, width, terminal, out)?;
    }
    Ok(())
}

/// The text in lines of a width.
fn lines(text: &str, width: usize) -> Vec<String> {
    let text = escape_control(text);
    Wrapped::new(&text).lines(width.max(1)).into_iter().map(str::to_owned).collect()
}

fn write_lines(text: &str, indent: usize, width: usize, out: &mut dyn Write) -> io::Result<()> {
    for line in lines(text, width.saturating_sub(indent)) {
        writeln!(out, "{:indent$}{line}", "")?;
    }
    Ok(())
}

fn write_dim(text: &str, width: usize, terminal: Terminal, out: &mut dyn Write) -> io::Result<()> {
    for line in lines(text, width).iter().filter(|line| !line.is_empty()) {
        writeln!(out, "{}", terminal.dim(line))?;
    }
    Ok(())
}

/// What the signs mean that stand for what figures leave open.
fn legend(signs: &[Sign], caption: &Caption, width: usize) -> String {
    let sample = |sign: &Sign| match sign {
        Sign::Span => format!("{MAYBE}{THIN}{THIN_END}"),
        Sign::More => MORE.to_owned(),
        Sign::Less => LESS.to_owned(),
        Sign::Hollow => HOLLOW.to_owned(),
    };
    let drawn = signs.iter().map(|sign| format!("{} {}", sample(sign), sign.words()));
    // A sign and its meaning stay in one line where there is one for them.
    let whole = |words: String| if words.width() < width { words.replace(' ', "\u{a0}") } else { words };
    drawn.chain(figure::legend(caption.marks)).map(whole).collect::<Vec<_>>().join(" · ")
}

fn text(figure: Option<&Figure>) -> String {
    figure.map_or(words().not_stated().to_owned(), |figure| escape_control(&figure.text).into_owned())
}

/// A bar, and what the figure leaves open.
fn drawn(figure: &Figure, scale: (f64, f64), room: usize, terminal: Terminal) -> String {
    let column = |value: f64| eighths(share(value, scale), room);
    let (zero, end) = (column(0.0), column(figure.number));
    let (from, to) = (zero.min(end) / 8, zero.max(end));
    let is_something = figure.number.abs() > 0.0;
    // However short it is, it is seen.
    let whole = to.saturating_sub(from * 8).max(usize::from(is_something));
    let mut bar: Vec<char> = if figure.is_fact {
        "█".repeat(whole / 8).chars().chain((whole % 8).checked_sub(1).map(|eighth| EIGHTHS[eighth])).collect()
    } else {
        HOLLOW.repeat(whole.div_ceil(8)).chars().collect()
    };
    let mut behind = String::new();
    match figure.leeway {
        Leeway::Between(low, high) => {
            let (low, high) = (column(low).div_ceil(8), column(high) / 8);
            for (at, block) in bar.iter_mut().enumerate() {
                if from + at >= low && *block == '█' {
                    *block = MAYBE.chars().next().unwrap_or(*block);
                }
            }
            let thin = high.saturating_sub(from + bar.len());
            behind = THIN.repeat(thin.saturating_sub(1)) + if thin > 0 { THIN_END } else { "" };
        }
        Leeway::Above => MORE.clone_into(&mut behind),
        Leeway::Below => {
            let less: Vec<char> = LESS.chars().collect();
            let taken = less.len().min(bar.len());
            bar.truncate(bar.len() - taken);
            bar.extend(&less[..taken]);
        }
        Leeway::None => {}
    }
    let bar: String = bar.into_iter().collect();
    format!("{}{bar}{}", " ".repeat(from), if behind.is_empty() { behind.into() } else { terminal.dim(&behind) })
}

/// A share of the room in eighths of a column.
fn eighths(share: f64, room: usize) -> usize {
    let room = u32::try_from(room * 8).unwrap_or(u32::MAX);
    // A share is from 0 to 1, so the product is a small number from 0 up.
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    let eighths = (share * f64::from(room)).round() as usize;
    eighths
}
