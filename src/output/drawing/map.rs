//! A map as SVG: outlines, darker the larger their figures, and beside it a list of the same.
//!
//! The list is a table also to those who do not see it, and says what colour alone would not.

use std::fmt::Write as _;
use std::io::{self, Write};

use svg::node::element::{Group, Path, Style, Title};

use super::no_rows;
use super::page::{self, MARGIN, height_of};
use super::signs::bar;
use super::text::{Face, legible, rounded};
use crate::answer::{MapChart, MapPlace};
use crate::output::shown;
use crate::package::{Point, Value};
use crate::words::words;

/// The map takes no more room than this, and the list beside it no more height, if that is not less than `LOWEST`.
const WIDEST: f64 = 320.0;
const HIGHEST: f64 = 640.0;
const LOWEST: f64 = 240.0;
/// Between the map and the list, and between the columns of the list.
const GAP: f64 = 28.0;
/// A line of the list.
const LINE: f64 = 18.0;
/// A name that is wider is cut.
const WIDEST_NAME: f64 = 190.0;
const COLUMNS: u8 = 3;
const MOST_LINES: usize = 100;
/// Between a name and its number.
const BETWEEN: f64 = 12.0;
/// A square in the legend.
const SAMPLE: f64 = 13.0;

/// How many shades there are, from the palest to the darkest; on a dark page to the brightest.
const SHADES: usize = 5;

const STYLE: &str = "
.land { fill: #e4e8ec } .place { stroke: #ffffff; stroke-width: .4; stroke-linejoin: round }
.d0 { fill: #8cc8ff } .d1 { fill: #4a9df5 } .d2 { fill: #1a70d6 } .d3 { fill: #0b4a9e } .d4 { fill: #04234f }
@media (prefers-color-scheme: dark) {
.land { fill: #2b323b } .place { stroke: #0d1117 }
.d0 { fill: #1b57b0 } .d1 { fill: #3384ea } .d2 { fill: #62aaff } .d3 { fill: #9fcdff } .d4 { fill: #e3f1ff }
}
";

/// Writes the chart.
pub(super) fn write(chart: &MapChart, out: &mut dyn Write) -> io::Result<()> {
    if chart.listed().next().is_none() {
        let nothing = Group::new().add(Face::Muted.at(&no_rows(), MARGIN, 14.0));
        return page::write(&chart.caption, page::width(&chart.caption, 0.0), (nothing, 18.0), &[], out);
    }
    let shades = Shades::of(chart);
    let view = View::of(&chart.places);
    let left = MARGIN + view.width + GAP;
    let list = List::of(chart, view.height.max(LOWEST), page::WIDEST - MARGIN - left);
    let width = page::width(&chart.caption, left + list.width() + MARGIN);
    // What has a figure lies on top, the border around it whole.
    let places = chart.places.iter().rev();
    let mut map = Group::new().set("role", "img").set("aria-labelledby", "description");
    for place in places {
        map = map.add(shades.place(place, &view));
    }
    let height = view.height.max(list.height());
    let (legend, below) = shades.legend(chart, height + 18.0, width - 2.0 * MARGIN);
    let drawing = Group::new()
        .add(Style::new(STYLE))
        .add(map.set("transform", format!("translate({MARGIN} 0)")))
        .add(list.group(chart, left))
        .add(legend);
    page::write_parts(&chart.caption, width, (drawing, below), out)
}

/// Where on the page the points of a map are.
struct View {
    /// The left and the upper end of the map.
    corner: Point,
    scale: f64,
    width: f64,
    height: f64,
}

impl View {
    fn of(places: &[MapPlace]) -> Self {
        let points = || places.iter().flat_map(|place| place.outline.rings.iter().flatten());
        let ends = |of: fn(&Point) -> f64| {
            points().map(of).fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), at| (low.min(at), high.max(at)))
        };
        let ((left, right), (bottom, top)) = (ends(|point| point.0), ends(|point| point.1));
        // Outlines without a size are drawn as one point.
        let (wide, high) = ((right - left).max(f64::MIN_POSITIVE), (top - bottom).max(f64::MIN_POSITIVE));
        let scale = (WIDEST / wide).min(HIGHEST / high).min(1e12);
        Self { corner: (left, top), scale, width: wide * scale, height: high * scale }
    }

    /// In tenths of a pixel, so that what is drawn twice lies on itself.
    fn tenths(&self, point: Point) -> (f64, f64) {
        let [x, y] = [point.0 - self.corner.0, self.corner.1 - point.1].map(|way| (way * self.scale * 10.0).round());
        (x, y)
    }

    /// The way around an outline; each point is told by how far it is from the one before.
    fn path(&self, rings: &[Vec<Point>]) -> String {
        let mut way = String::new();
        for ring in rings {
            let mut last = None;
            // Its last point is its first.
            for point in ring.iter().skip(1).map(|&point| self.tenths(point)) {
                let (letter, (from_x, from_y)) = last.map_or(('M', (0.0, 0.0)), |last| ('l', last));
                if last != Some(point) {
                    let [x, y] = [point.0 - from_x, point.1 - from_y].map(|way| way / 10.0);
                    // A minus parts two numbers as well as a blank does.
                    let blank = if y.is_sign_negative() { "" } else { " " };
                    let _ = write!(way, "{letter}{}{blank}{}", rounded(x), rounded(y));
                }
                last = Some(point);
            }
            way.push('z');
        }
        way
    }
}

/// How dark a place is: figures in classes, of which each has about as many places as another.
struct Shades {
    /// The smallest and the largest number of each class.
    classes: Vec<(f64, f64)>,
}

impl Shades {
    fn of(chart: &MapChart) -> Self {
        let mut numbers: Vec<f64> = chart.listed().map(|(_, figure)| figure.point()).collect();
        // They come with the largest first.
        numbers.reverse();
        let mut ends = numbers.clone();
        ends.dedup();
        if ends.len() > SHADES {
            ends = (1..=SHADES).map(|class| numbers[(numbers.len() * class).div_ceil(SHADES) - 1]).collect();
            ends.dedup();
        }
        let mut first = 0;
        let class = |end: f64| {
            let from = numbers[first];
            first = numbers.partition_point(|&number| number <= end);
            (from, end)
        };
        Self { classes: ends.into_iter().map(class).collect() }
    }

    /// The shade of a class: that of the first is the palest, of the last the darkest, of one alone between them.
    fn shade(&self, class: usize) -> String {
        let shade = if let last @ 1.. = self.classes.len() - 1 { class * (SHADES - 1) / last } else { SHADES / 2 };
        format!("d{shade}")
    }

    fn place(&self, place: &MapPlace, view: &View) -> Path {
        let class = place.figure.as_ref().map_or("land".to_owned(), |figure| {
            self.shade(self.classes.partition_point(|(_, end)| *end < figure.point()))
        });
        let path = Path::new().set("class", format!("place {class}")).set("fill-rule", "evenodd");
        path.set("d", view.path(&place.outline.rings)).add(Title::new(legible(&place.told())))
    }

    /// What the shades mean, and where that ends.
    fn legend(&self, chart: &MapChart, top: f64, room: f64) -> (Group, f64) {
        let classes = self.classes.iter().enumerate().map(|(class, &(from, to))| {
            let [from, to] = [from, to].map(written);
            (self.shade(class), if from == to { to } else { format!("{from}–{to}") })
        });
        let lacks = chart.places.iter().any(|place| place.figure.is_none());
        let without = lacks.then(|| ("land".to_owned(), chart.without.clone()));
        let unit = if chart.unit.is_empty() { String::new() } else { format!(" ({})", chart.unit) };
        let heading = format!("{}{unit}:", chart.headings[1]);
        let (mut x, mut y) = (MARGIN + Face::Small.width(&heading) + 10.0, top);
        let mut group = Group::new().add(Face::Small.at(&heading, MARGIN, y + 11.0));
        for (class, told) in without.into_iter().chain(classes) {
            let wide = SAMPLE + 6.0 + Face::Small.width(&told);
            if x + wide > MARGIN + room {
                (x, y) = (MARGIN, y + LINE);
            }
            group = group.add(bar(&class, x, y - 1.0, SAMPLE));
            group = group.add(Face::Small.at(&told, x + SAMPLE + 6.0, y + 11.0));
            x += wide + 18.0;
        }
        (group, y + LINE)
    }
}

/// A number as people read it.
fn written(number: f64) -> String {
    shown(&Value::Number(number.to_string().into())).into_owned()
}

/// The list beside the map: as many places as have room, in columns.
struct List {
    /// How many places are in each column.
    columns: Vec<usize>,
    /// How many are in none.
    more: usize,
    name: f64,
    number: f64,
}

impl List {
    fn of(chart: &MapChart, height: f64, room: f64) -> Self {
        let widest = |texts: &mut dyn Iterator<Item = f64>| texts.fold(0.0, f64::max);
        let [place, number] = &chart.headings;
        let name = widest(&mut chart.listed().map(|(place, _)| Face::Plain.width(&place.label)));
        let name = name.min(WIDEST_NAME).max(Face::Bold.width(place));
        let number = widest(&mut chart.listed().map(|(_, figure)| Face::Plain.width(&figure.text)))
            .max(Face::Bold.width(number));
        let column = name + BETWEEN + number + GAP;
        let most = (1..=COLUMNS).take_while(|&columns| f64::from(columns) * column - GAP <= room).last().unwrap_or(1);
        let most = usize::from(most);
        // One line is the heading's.
        let lines = (1..MOST_LINES).take_while(|lines| height_of(lines + 1, Face::Plain) <= height).last().unwrap_or(1);
        let count = chart.listed().count();
        let shown = if count > most * lines { most * lines - 1 } else { count };
        let columns = (0..shown).step_by(lines).map(|first| lines.min(shown - first)).collect();
        Self { columns, more: count - shown, name, number }
    }

    /// How wide a column is.
    fn column(&self) -> f64 {
        self.name + BETWEEN + self.number
    }

    fn width(&self) -> f64 {
        self.columns.iter().map(|_| self.column() + GAP).sum::<f64>() - GAP
    }

    fn height(&self) -> f64 {
        let lines =
            self.columns.first().copied().unwrap_or(0) + 1 + usize::from(self.more > 0 && self.columns.len() == 1);
        height_of(lines, Face::Plain)
    }

    fn group(&self, chart: &MapChart, left: f64) -> Group {
        let mut table = Group::new().set("role", "table").set("aria-labelledby", "title");
        let mut listed = chart.listed();
        let mut x = left;
        for (column, &lines) in self.columns.iter().enumerate() {
            let heading = self.row([&chart.headings[0], &chart.headings[1]], ["columnheader"; 2], (x, 0.0));
            // Over the other columns it is the same once more.
            table = table.add(if column == 0 { heading } else { heading.set("aria-hidden", "true") });
            for (line, (place, figure)) in (1..).zip(listed.by_ref().take(lines)) {
                let texts = [place.label.as_str(), &figure.text];
                table = table.add(self.row(texts, ["rowheader", "cell"], (x, height_of(line, Face::Plain))));
            }
            x += self.column() + GAP;
        }
        let last = self.columns.last().copied().unwrap_or(0);
        let x = x - self.column() - GAP;
        let drawing = Group::new().add(table);
        if self.more == 0 {
            return drawing;
        }
        drawing.add(Face::Muted.at(&words().more(self.more), x, height_of(last + 1, Face::Plain) + 13.0))
    }

    fn row(&self, texts: [&str; 2], roles: [&str; 2], (x, y): (f64, f64)) -> Group {
        let face = if roles[0] == "columnheader" { Face::Bold } else { Face::Plain };
        let [name, number] = texts;
        let lines = face.lines(name, self.name, 1);
        let name = face.block(name, &lines, x, y + 13.0).set("role", roles[0]);
        let right = x + self.column();
        let number = face.at(number, right, y + 13.0).set("text-anchor", "end").set("role", roles[1]);
        Group::new().set("role", "row").add(name).add(number)
    }
}
