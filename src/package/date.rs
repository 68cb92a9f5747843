//! Days of the calendar.

use std::fmt::{self, Display};

use crate::words::words;

/// A day of the calendar, as ISO 8601 writes it: `2009-11-17`.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct Date {
    year: u16,
    month: u8,
    day: u8,
}

/// What is wrong with a text that is no date.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum DateError {
    /// It is not written as one.
    Form,
    /// The year has no such month.
    Month(u8),
    /// The month has fewer days.
    Day {
        /// The year.
        year: u16,
        /// The month, from 1.
        month: u8,
        /// How many days the month has.
        days: u8,
    },
}

/// How many days the months have.
const MONTHS: [u8; 12] = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

impl Date {
    /// The day, if the calendar has it.
    pub fn new(year: u16, month: u8, day: u8) -> Result<Self, DateError> {
        if year > 9999 {
            return Err(DateError::Form);
        }
        let days = days_of(year, month)?;
        if (1..=days).contains(&day) {
            Ok(Self { year, month, day })
        } else {
            Err(DateError::Day { year, month, days })
        }
    }

    /// Reads a day: `2009-11-17`.
    pub fn parse(text: &str) -> Result<Self, DateError> {
        match parts(text)? {
            (year, Some(month), Some(day)) => Self::new(year, month, day),
            _ => Err(DateError::Form),
        }
    }

    /// Reads a day, a month or a year, `2009-11-17`, `2009-11` or `2009`: the first and the last day of it.
    ///
    /// ```
    /// use itkommun::package::Date;
    ///
    /// assert_eq!(Date::span("2012-02")?, (Date::new(2012, 2, 1)?, Date::new(2012, 2, 29)?));
    /// let error = Date::span("2011-02-29").expect_err("no leap year");
    /// assert_eq!(error.to_string(), "February 2011 has 28 days");
    /// # Ok::<(), itkommun::package::DateError>(())
    /// ```
    pub fn span(text: &str) -> Result<(Self, Self), DateError> {
        let (year, month, day) = parts(text)?;
        let (first, last) = month.map_or((1, 12), |month| (month, month));
        let from = Self::new(year, first, day.unwrap_or(1))?;
        let to = Self::new(year, last, day.map_or_else(|| days_of(year, last), Ok)?)?;
        Ok((from, to))
    }

    /// The year.
    pub fn year(self) -> u16 {
        self.year
    }

    /// The month, from 1.
    pub fn month(self) -> u8 {
        self.month
    }

    /// The day of the month, from 1.
    pub fn day(self) -> u8 {
        self.day
    }
}

impl Display for Date {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }
}

impl Display for DateError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match *self {
            Self::Form => formatter.write_str(words().date_form()),
            Self::Month(month) => formatter.write_str(&words().no_month(month)),
            Self::Day { year, month, days } => formatter.write_str(&words().days_of_month(year, month, days)),
        }
    }
}

impl std::error::Error for DateError {}

/// How many days a month has.
fn days_of(year: u16, month: u8) -> Result<u8, DateError> {
    let leap = year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
    match MONTHS.get(usize::from(month).wrapping_sub(1)) {
        Some(days) if month == 2 && leap => Ok(days + 1),
        Some(days) => Ok(*days),
        None => Err(DateError::Month(month)),
    }
}

/// The year, the month and the day that are written, as far as they are.
fn parts(text: &str) -> Result<(u16, Option<u8>, Option<u8>), DateError> {
    let mut parts = text.split('-');
    let year = digits(parts.next().unwrap_or_default(), 4)?;
    let mut next = || parts.next().map(|part| digits(part, 2)?.try_into().map_err(|_| DateError::Form)).transpose();
    let (month, day) = (next()?, next()?);
    if parts.next().is_none() { Ok((year, month, day)) } else { Err(DateError::Form) }
}

fn digits(text: &str, count: usize) -> Result<u16, DateError> {
    let written = text.len() == count && text.bytes().all(|byte| byte.is_ascii_digit());
    text.parse().ok().filter(|_| written).ok_or(DateError::Form)
}

#[cfg(test)]
mod tests {
    use super::{Date, DateError};
    use proptest::prelude::*;

    #[test]
    fn dates_are_days_of_the_calendar() {
        for (text, sound) in [
            ("2009-11-17", true),
            ("2024-02-29", true),
            ("2000-02-29", true),
            ("1900-02-29", false),
            ("2023-02-29", false),
            ("2009-12-31", true),
            ("2009-11-31", false),
            ("2009-11-00", false),
            ("2009-00-01", false),
            ("2009-13-01", false),
            ("2009-11", false),
            ("2009", false),
            ("2009-1-7", false),
            ("2009-001-07", false),
            ("12009-01-07", false),
            ("+009-01-07", false),
            ("2009-+1-07", false),
            ("2009-01-07-01", false),
            ("", false),
        ] {
            assert_eq!(Date::parse(text).map(|date| date.to_string()).ok(), sound.then(|| text.to_owned()), "{text}");
        }
    }

    #[test]
    fn an_error_says_what_the_calendar_has() {
        for (text, message) in [
            ("2009-02-31", "February 2009 has 28 days"),
            ("2024-02-30", "February 2024 has 29 days"),
            ("2009-11-31", "November 2009 has 30 days"),
            ("2009-13-01", "there is no month 13"),
            ("17 nov", "a date is written like 2009-11-17"),
        ] {
            assert_eq!(Date::parse(text).map_err(|error| error.to_string()), Err(message.to_owned()), "{text}");
        }
        assert_eq!(Date::new(10_000, 1, 1), Err(DateError::Form));
    }

    #[test]
    fn a_month_and_a_year_are_all_their_days() {
        for (text, first, last) in [
            ("2009-11-17", "2009-11-17", "2009-11-17"),
            ("2009-11", "2009-11-01", "2009-11-30"),
            ("2024-02", "2024-02-01", "2024-02-29"),
            ("2009", "2009-01-01", "2009-12-31"),
        ] {
            let (from, to) = Date::span(text).expect(text);
            assert_eq!((from.to_string().as_str(), to.to_string().as_str()), (first, last), "{text}");
        }
        assert_eq!(Date::span("2009-13"), Err(DateError::Month(13)));
        assert_eq!(Date::span("2009-"), Err(DateError::Form));
    }

    proptest! {
        #[test]
        fn days_are_ordered_as_they_are_written(a in "[0-2]{4}-[01][0-9]-[0-3][0-9]", b in "[0-2]{4}-[01][0-9]-[0-3][0-9]") {
            if let (Ok(first), Ok(second)) = (Date::parse(&a), Date::parse(&b)) {
                prop_assert_eq!(first.cmp(&second), a.cmp(&b));
                let parts = format!("{:04}-{:02}-{:02}", first.year(), first.month(), first.day());
                prop_assert_eq!(parts, a);
            }
        }
    }
}
