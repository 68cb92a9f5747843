//! Outlines of a table's rows, read from `TopoJSON`: borders that two of them share are one line, so that they stay shared
//! however they are drawn.
//!
//! Of the format is read what outlines need: polygons whose `id` is text, in the coordinates of a plane map.

use std::collections::BTreeSet;

use serde_json::Value;

use super::descriptor::reason;
use super::{Problem, of_json};
use crate::words::words;

/// A place on a plane map: how far to the right, and how far up.
pub type Point = (f64, f64);

/// The outline of one row.
#[derive(Clone, Debug, PartialEq)]
pub struct Outline {
    /// What it is named by: the value that the row has in a column.
    pub id: String,
    /// The lines around what belongs to it and around what is left out of that, each closed: its last point is its first.
    pub rings: Vec<Vec<Point>>,
}

/// A few arcs may be named again and again, so that a small file would become a very long outline.
const MOST_POINTS: usize = 1_000_000;
/// No map is so large, in metres; and sums of numbers up to this are no infinity.
const FURTHEST: f64 = 1e9;

/// How whole numbers become coordinates; each point is then told by how far it is from the one before.
struct Transform {
    scale: Point,
    translate: Point,
}

/// The outlines in a file.
pub(super) fn read(text: &[u8], file: &str) -> Result<Vec<Outline>, Problem> {
    // As JSON, whatever it says: what is asked of it is little, and types for it would be a large part of the program.
    let topology: Value = serde_json::from_slice(text)
        .map_err(|error| Problem { message: words().no_outlines(&reason(&error)), ..of_json(file, &error) })?;
    let wrong = |name: &str, message: String| place(text, file, name, message);
    let arcs = arcs(&topology).ok_or_else(|| wrong("arcs", words().no_arcs(FURTHEST)))?;
    let (mut outlines, mut ids, mut points) = (Vec::new(), BTreeSet::new(), 0);
    let objects = topology["objects"].as_object().into_iter().flatten();
    for geometry in objects.filter_map(|(_, object)| object["geometries"].as_array()).flatten() {
        let (Some("Polygon" | "MultiPolygon"), Some(id)) = (geometry["type"].as_str(), geometry["id"].as_str()) else {
            return Err(wrong("geometries", words().no_outline(&geometry["id"].to_string())));
        };
        let mut rings = Vec::new();
        add_rings(&geometry["arcs"], &arcs, &mut points, &mut rings).map_err(|message| wrong(id, message))?;
        if !ids.insert(id.to_owned()) {
            return Err(wrong(id, words().outline_twice(id)));
        }
        outlines.push(Outline { id: id.to_owned(), rings });
    }
    Ok(outlines)
}

/// What is wrong with what the file names so, where it does so last.
pub(super) fn place(text: &[u8], file: &str, name: &str, message: String) -> Problem {
    let text = String::from_utf8_lossy(text);
    let before = text.rfind(&Value::from(name).to_string()).map_or("", |at| &text[..at]);
    Problem::behind(file, before, message)
}

/// The arcs in the coordinates of the map; nothing where they are no lists of points, or lead too far.
fn arcs(topology: &Value) -> Option<Vec<Vec<Point>>> {
    let transform = &topology["transform"];
    let transform = if transform.is_null() {
        None
    } else {
        Some(Transform { scale: point(&transform["scale"])?, translate: point(&transform["translate"])? })
    };
    let mut arcs = Vec::new();
    for points in topology["arcs"].as_array()? {
        let (mut arc, (mut x, mut y)) = (Vec::new(), (0.0, 0.0));
        for told in points.as_array()? {
            let mut at = point(told)?;
            if let Some(Transform { scale, translate }) = &transform {
                (x, y) = (x + at.0, y + at.1);
                at = (x * scale.0 + translate.0, y * scale.1 + translate.1);
            }
            // What is no number is not within either.
            if !(at.0.abs() <= FURTHEST && at.1.abs() <= FURTHEST) {
                return None;
            }
            arc.push(at);
        }
        arcs.push(arc);
    }
    Some(arcs)
}

fn point(told: &Value) -> Option<Point> {
    let [x, y] = &told.as_array()?[..] else { return None };
    Some((x.as_f64()?, y.as_f64()?))
}

/// Adds the rings that these arcs make, and to `points` how many points they have. The numbers of arcs stand in lists of
/// lists; those in one list are a ring. A negative one is `!number`, walked backwards.
fn add_rings(
    numbers: &Value,
    arcs: &[Vec<Point>],
    points: &mut usize,
    rings: &mut Vec<Vec<Point>>,
) -> Result<(), String> {
    let no_ring = || words().outline_without_ring().to_owned();
    let several = numbers.as_array().ok_or_else(no_ring)?;
    if !several.iter().any(Value::is_number) {
        return several.iter().try_for_each(|numbers| add_rings(numbers, arcs, points, rings));
    }
    let mut ring: Vec<Point> = Vec::new();
    for told in several {
        let number = told.as_i64().ok_or_else(no_ring)?;
        let at = usize::try_from(if number < 0 { !number } else { number }).ok();
        let arc = at.and_then(|at| arcs.get(at)).ok_or_else(|| words().outline_without_arc(number))?;
        *points += arc.len();
        if *points > MOST_POINTS {
            return Err(words().outlines_too_long(MOST_POINTS));
        }
        let begins = ring.len();
        ring.extend(arc);
        if number < 0 {
            ring[begins..].reverse();
        }
        // It begins where the one before it ends.
        if begins > 0 && begins < ring.len() {
            if ring[begins] != ring[begins - 1] {
                return Err(words().outline_open().to_owned());
            }
            ring.remove(begins);
        }
    }
    if ring.first() != ring.last() {
        return Err(words().outline_open().to_owned());
    }
    rings.push(ring);
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::{Outline, read};

    /// Two squares of the side 10 beside each other, and a third over the second: the border between the first two is one
    /// arc, which the second walks backwards.
    const SQUARES: &str = r#"{"type": "Topology", "transform": {"scale": [10, 10], "translate": [100, 200]},
        "objects": {"squares": {"type": "GeometryCollection", "geometries": [
            {"type": "Polygon", "id": "a", "arcs": [[0, 1]]},
            {"type": "MultiPolygon", "id": "b", "arcs": [[[-1, 2]], [[3]]]}]}},
        "arcs": [[[1, 0], [0, 1]], [[1, 1], [-1, 0], [0, -1], [1, 0]], [[1, 0], [1, 0], [0, 1], [-1, 0]],
            [[1, 2], [1, 0], [0, 1], [-1, 0], [0, -1]]]}"#;

    #[test]
    fn a_border_that_two_share_is_walked_both_ways() {
        let [a, b] = &read(SQUARES.as_bytes(), "squares.json").expect("outlines")[..] else { panic!("two") };
        let left = vec![(110.0, 200.0), (110.0, 210.0), (100.0, 210.0), (100.0, 200.0), (110.0, 200.0)];
        assert_eq!(*a, Outline { id: "a".to_owned(), rings: vec![left] });
        let right = vec![(110.0, 210.0), (110.0, 200.0), (120.0, 200.0), (120.0, 210.0), (110.0, 210.0)];
        let above = vec![(110.0, 220.0), (120.0, 220.0), (120.0, 230.0), (110.0, 230.0), (110.0, 220.0)];
        assert_eq!(*b, Outline { id: "b".to_owned(), rings: vec![right, above] });
    }

    fn refusal(from: &str, to: &str) -> String {
        let changed = SQUARES.replacen(from, to, 1);
        assert_ne!(changed, SQUARES, "{from}");
        read(changed.as_bytes(), "squares.json").expect_err(to).to_string()
    }

    #[test]
    fn what_is_no_outline_is_refused_with_its_place() {
        for (from, to, said) in [
            ("[[0, 1]]", "[[0, 4]]", "squares.json:3:39: an outline names arc 4, which is none of the file"),
            ("[[0, 1]]", "[[0, -6]]", "squares.json:3:39: an outline names arc -6"),
            ("[[0, 1]]", "[[0, 9223372036854775808]]", "no ring"),
            ("[[0, 1]]", "[[0, -9223372036854775808]]", "which is none of the file"),
            ("[[0, 1]]", "[[0]]", "does not close"),
            ("[[0, 1]]", "[[0, 2]]", "does not close"),
            ("[[0, 1]]", "0", "no ring"),
            ("[[0, 1]]", "[[0, [1]]]", "no ring"),
            ("[[0, 1]]", "[[0, 1.5]]", "squares.json:3:39: an outline is no ring"),
            ("\"b\"", "\"a\"", "squares.json:4:44: the outline `a` is there twice"),
            ("\"b\"", "7", "squares.json:2:63: 7 is no outline: it is a Polygon or MultiPolygon with an `id` of text"),
            ("\"Polygon\"", "\"Point\"", "\"a\" is no outline"),
            (
                "[1, 0]",
                "[1, 1e300]",
                "squares.json:5:9: arcs are lists of pairs of numbers, none further out than 1000000000",
            ),
            ("[1, 0]", "[1, 1e999]", "no outlines: number out of range"),
            ("[1, 0]", "[1, NaN]", "no outlines: expected value"),
            ("[1, 0]", "[1]", "arcs are lists of pairs"),
            ("[1, 0]", "[1, 0, 5]", "arcs are lists of pairs"),
            ("[10, 10]", "[10]", "arcs are lists of pairs"),
            ("[10, 10]", "[1e300, 10]", "arcs are lists of pairs"),
            ("{", "[", "squares.json:1:"),
        ] {
            let told = refusal(from, to);
            assert!(told.contains(said), "{to}: {told}");
        }
        let deep = format!("{}0{}", "[".repeat(100_000), "]".repeat(100_000));
        assert!(refusal("[[0, 1]]", &deep).contains("recursion limit exceeded"));
        // 60 000 times the five points of one arc.
        let again = format!("[{}]", vec!["[3]"; 210_000].join(","));
        assert!(refusal("[[0, 1]]", &again).contains("more than 1000000 points"));
    }
}
