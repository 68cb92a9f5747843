//! What a figure means: the number, and what its source's words leave open.
//!
//! A source that writes *omkring 70* has not counted 70. A column that the package declares a quantity names the
//! columns of its upper end, its qualifier and its unit; from these a figure is an interval, not a number.

use std::ops::{Bound, RangeBounds};

/// What the words of the source allow.
///
/// ```
/// use itkommun::package::Qualifier;
///
/// assert_eq!(Qualifier::named("just_over"), Some(Qualifier::JustOver));
/// assert_eq!(Qualifier::named("drygt"), None);
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Qualifier {
    /// It is this number.
    Exact,
    /// Near it, to the last digit that counts.
    About,
    /// Above it, by less than one in the last digit that counts.
    JustOver,
    /// Below it, by less than one in the last digit that counts.
    JustUnder,
    /// Above it.
    Over,
    /// It or above.
    AtLeast,
    /// Below it.
    Under,
    /// It or below.
    AtMost,
    /// From it to its upper end.
    Range,
}

impl Qualifier {
    /// Every qualifier, under the name that data uses.
    pub const ALL: [(&'static str, Self); 9] = [
        ("exact", Self::Exact),
        ("about", Self::About),
        ("just_over", Self::JustOver),
        ("just_under", Self::JustUnder),
        ("over", Self::Over),
        ("at_least", Self::AtLeast),
        ("under", Self::Under),
        ("at_most", Self::AtMost),
        ("range", Self::Range),
    ];

    /// The name that data uses.
    pub fn name(self) -> &'static str {
        Self::ALL.iter().find(|(_, qualifier)| *qualifier == self).map_or("", |&(name, _)| name)
    }

    /// The qualifier of this name.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.iter().find(|(own, _)| *own == name).map(|&(_, qualifier)| qualifier)
    }
}

/// The values that a figure may have.
///
/// ```
/// use itkommun::package::{Interval, Qualifier};
///
/// let about = Interval::of("70", "", Qualifier::About).expect("a figure");
/// assert_eq!(about.ends(), (65.0, 75.0));
/// // Of what is said to be about 70 nobody knows that it is more than 70; but it may be.
/// assert!(!about.lies_within(&(70.0..)) && about.may_lie_within(&(70.0..)));
/// ```
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Interval {
    /// The number stated; of a range its middle.
    point: f64,
    low: f64,
    high: f64,
    /// Whether the low end itself is out.
    above_low: bool,
    /// Whether the high end itself is out.
    below_high: bool,
}

impl Interval {
    /// The values of a figure as it is written; nothing where the figure is missing or is no number.
    ///
    /// `about`, `just_over` and `just_under` name no bounds. They are read as rounded to the last digit that counts, which
    /// is the last decimal or, without decimals, the last digit before the zeros: *about 70* is 65 to 75, *about 3.8*
    /// is 3.75 to 3.85, *just over 70* is above 70 and below 80, *just under 70* above 60 and below 70. What is about a
    /// number is never more than a tenth of it away: *about 100* is 90 to 110.
    pub fn of(value: &str, upper: &str, qualifier: Qualifier) -> Option<Self> {
        let number: f64 = value.parse().ok()?;
        let step = last_digit(value);
        let point = if qualifier == Qualifier::Range { f64::midpoint(number, upper.parse().ok()?) } else { number };
        let closed = |low, high| Self { point, low, high, above_low: false, below_high: false };
        let open = |low, high| Self { above_low: true, below_high: true, ..closed(low, high) };
        Some(match qualifier {
            Qualifier::Exact => closed(number, number),
            Qualifier::About => {
                let away = (step / 2.0).min(number.abs() / 10.0);
                closed(number - away, number + away)
            }
            Qualifier::JustOver => open(number, number + step),
            Qualifier::JustUnder => open(number - step, number),
            Qualifier::Over => Self { above_low: true, ..closed(number, f64::INFINITY) },
            Qualifier::AtLeast => closed(number, f64::INFINITY),
            Qualifier::Under => Self { below_high: true, ..closed(f64::NEG_INFINITY, number) },
            Qualifier::AtMost => closed(f64::NEG_INFINITY, number),
            Qualifier::Range => closed(number, upper.parse().ok()?),
        })
    }

    /// The number stated; of a range its middle.
    pub fn point(&self) -> f64 {
        self.point
    }

    /// The ends, infinite where they are open.
    pub fn ends(&self) -> (f64, f64) {
        (self.low, self.high)
    }

    /// Whether every value lies within the range.
    ///
    /// ```
    /// use itkommun::package::{Interval, Qualifier};
    ///
    /// // What is over 70 is not 70.
    /// let over = Interval::of("70", "", Qualifier::Over).expect("a figure");
    /// assert!(over.lies_within(&(70.0..)) && !over.may_lie_within(&(..=70.0)));
    /// ```
    pub fn lies_within(&self, range: &impl RangeBounds<f64>) -> bool {
        let ((low, above), (high, below)) = ends(range);
        let from = low < self.low || low <= self.low && (!above || self.above_low);
        let to = self.high < high || self.high <= high && (!below || self.below_high);
        from && to
    }

    /// Whether any value lies within the range.
    pub fn may_lie_within(&self, range: &impl RangeBounds<f64>) -> bool {
        let ((low, above), (high, below)) = ends(range);
        let reaches_up = if self.below_high || above { low < self.high } else { low <= self.high };
        let reaches_down = if self.above_low || below { self.low < high } else { self.low <= high };
        reaches_up && reaches_down
    }
}

/// The ends of a range, infinite where it is open, and whether each is itself out.
fn ends(range: &impl RangeBounds<f64>) -> ((f64, bool), (f64, bool)) {
    let end = |bound: Bound<&f64>, open: f64| match bound {
        Bound::Included(&end) => (end, false),
        Bound::Excluded(&end) => (end, true),
        Bound::Unbounded => (open, false),
    };
    (end(range.start_bound(), f64::NEG_INFINITY), end(range.end_bound(), f64::INFINITY))
}

/// What one step in the last digit that counts is worth.
fn last_digit(number: &str) -> f64 {
    let places = match number.split_once('.') {
        Some((_, decimals)) => -i32::try_from(decimals.len()).unwrap_or(0),
        None => i32::try_from(number.len() - number.trim_end_matches('0').len()).unwrap_or(0),
    };
    10f64.powi(places)
}

#[cfg(test)]
mod tests {
    use std::ops::Bound;

    use super::{Interval, Qualifier};
    use proptest::prelude::*;

    #[test]
    fn each_qualifier_against_each_kind_of_range() {
        use Qualifier::{About, AtLeast, AtMost, Exact, JustOver, JustUnder, Over, Range, Under};
        let open = Bound::Unbounded;
        // The figure; then for 70, 60..80, 70.., ..70, 75.., >70, <70, >80 and <80: is it within for sure (!), maybe (?)
        // or not (-).
        for (value, upper, qualifier, verdicts) in [
            ("70", "", Exact, "!!!!----!"),
            ("70", "", About, "?!?????-!"),
            ("70", "", JustOver, "-!!-?!--!"),
            ("70", "", JustUnder, "-!-!--!-!"),
            ("70", "", Over, "-?!-?!-??"),
            ("70", "", AtLeast, "??!???-??"),
            ("70", "", Under, "-?-!--!-!"),
            ("70", "", AtMost, "???!--?-!"),
            ("70", "80", Range, "?!!???--?"),
            ("65", "70", Range, "?!?!--?-!"),
        ] {
            let interval = Interval::of(value, upper, qualifier).expect("an interval");
            let [at, above, below] = [Bound::Included, Bound::Excluded, Bound::Excluded];
            let ranges = [
                (at(70.0), at(70.0)),
                (at(60.0), at(80.0)),
                (at(70.0), open),
                (open, at(70.0)),
                (at(75.0), open),
                (above(70.0), open),
                (open, below(70.0)),
                (above(80.0), open),
                (open, below(80.0)),
            ];
            let found: String = ranges
                .map(|range| match (interval.lies_within(&range), interval.may_lie_within(&range)) {
                    (true, true) => '!',
                    (false, true) => '?',
                    (false, false) => '-',
                    (true, false) => 'x',
                })
                .iter()
                .collect();
            assert_eq!(found, verdicts, "{qualifier:?} {value} {upper}");
        }
    }

    #[test]
    fn just_over_ends_where_the_next_begins() {
        for (value, low, high) in [("70", 70.0, 80.0), ("3.5", 3.5, 3.6), ("200", 200.0, 300.0)] {
            let interval = Interval::of(value, "", Qualifier::JustOver).expect("an interval");
            let (from, to) = interval.ends();
            assert!((from - low).abs() < 1e-9 && (to - high).abs() < 1e-9, "{value}: {interval:?}");
            assert!(!interval.may_lie_within(&(high..)) && !interval.may_lie_within(&(..=low)));
            assert!((interval.point() - low).abs() < 1e-9, "{value}: {interval:?}");
        }
    }

    #[test]
    fn the_point_is_the_number_stated_or_the_middle() {
        for (value, upper, qualifier, point) in [
            ("70", "", Qualifier::Exact, 70.0),
            ("70", "", Qualifier::About, 70.0),
            ("70", "", Qualifier::Over, 70.0),
            ("70", "", Qualifier::AtLeast, 70.0),
            ("70", "", Qualifier::Under, 70.0),
            ("70", "", Qualifier::AtMost, 70.0),
            ("70", "80", Qualifier::Range, 75.0),
        ] {
            let interval = Interval::of(value, upper, qualifier).expect("an interval");
            assert!((interval.point() - point).abs() < 1e-9, "{value} {qualifier:?}: {interval:?}");
        }
    }

    #[test]
    fn about_is_rounded_to_the_last_digit_that_counts_and_within_a_tenth() {
        for (value, low, high) in [
            ("70", 65.0, 75.0),
            ("3.8", 3.75, 3.85),
            ("2.0", 1.95, 2.05),
            ("1300", 1250.0, 1350.0),
            ("95", 94.5, 95.5),
            ("100", 90.0, 110.0),
            ("20", 18.0, 22.0),
            ("3", 2.7, 3.3),
            ("28000", 27500.0, 28500.0),
        ] {
            let interval = Interval::of(value, "", Qualifier::About).expect("an interval");
            assert!((interval.low - low).abs() < 1e-9 && (interval.high - high).abs() < 1e-9, "{value}: {interval:?}");
        }
    }

    #[test]
    fn a_missing_figure_is_no_interval() {
        for (_, qualifier) in Qualifier::ALL {
            assert_eq!(Interval::of("", "", qualifier), None);
        }
        assert_eq!(Interval::of("2.5", "", Qualifier::Range), None);
    }

    proptest! {
        #[test]
        fn what_is_sure_is_possible(
            value in 0u32..1000, span in 1u32..50, which in 0usize..9, low in 0.0..1000.0f64, width in 0.0..500.0f64
        ) {
            let (_, qualifier) = Qualifier::ALL[which];
            let interval = Interval::of(&value.to_string(), &(value + span).to_string(), qualifier).expect("an interval");
            let within = (Bound::Included(low), Bound::Included(low + width));
            let between = (Bound::Excluded(low), Bound::Excluded(low + width + 1.0));
            prop_assert!(!interval.lies_within(&within) || interval.may_lie_within(&within));
            prop_assert!(!interval.lies_within(&between) || interval.may_lie_within(&between));
        }
    }
}
