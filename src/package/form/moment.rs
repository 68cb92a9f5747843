//! Dates and times in other forms than the standard's own: those that a pattern of strptime describes, and any whose parts
//! cannot be taken for each other.

use crate::package::Date;

/// A pattern of strptime.
#[derive(Clone, PartialEq, Debug)]
pub(in crate::package) struct Pattern(Vec<Part>);

/// A part of one.
#[derive(Clone, Copy, PartialEq, Debug)]
enum Part {
    Letter(char),
    /// Any blanks.
    Space,
    Year,
    /// The last two digits of a year from 1969 to 2068.
    ShortYear,
    Month,
    MonthName,
    Day,
    DayOfYear,
    Weekday,
    WeekdayNumber,
    Hour,
    /// One of twelve hours.
    HalfHour,
    /// AM or PM.
    Half,
    Minute,
    Second,
    Fraction,
    Offset,
    Zone,
}

/// A date and a time; what is not written is what strptime takes it for.
pub(in crate::package) struct Moment<'t> {
    year: u16,
    month: u8,
    day: u8,
    hour: u8,
    minute: u8,
    second: u8,
    /// The digits behind the second.
    fraction: &'t str,
    /// How far local time is from that of Greenwich, as `+01:00`.
    offset: String,
}

const MONTHS: [&str; 12] = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];

const DAYS: [&str; 7] = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];

/// The forms in which no part can be taken for another; where two of the last fit a text and differ, none does.
const CLEAR: [&str; 12] = [
    "%Y-%m-%d",
    "%Y/%m/%d",
    "%Y.%m.%d",
    "%Y%m%d",
    "%d %B %Y",
    "%d. %B %Y",
    "%d-%B-%Y",
    "%B %d, %Y",
    "%B %d %Y",
    "%Y %B %d",
    "%A, %d %B %Y",
    "%A, %B %d, %Y",
];
const UNCLEAR: [[&str; 2]; 3] = [["%d/%m/%Y", "%m/%d/%Y"], ["%d.%m.%Y", "%m.%d.%Y"], ["%d-%m-%Y", "%m-%d-%Y"]];
const TIMES: [&str; 6] = ["%H:%M:%S.%f", "%H:%M:%S", "%H:%M", "%I:%M:%S %p", "%I:%M %p", "%I %p"];

impl Pattern {
    /// Reads a pattern, which has at least one part of a date or a time; nothing where one of them is not read here.
    pub(in crate::package) fn parse(format: &str) -> Option<Self> {
        let (mut parts, mut letters) = (Vec::new(), format.strip_prefix("fmt:").unwrap_or(format).chars());
        while let Some(letter) = letters.next() {
            let directive = match letter {
                '%' => letters.next().map(|next| if next == '-' { letters.next().unwrap_or('-') } else { next })?,
                blank if blank.is_whitespace() => {
                    parts.push(Part::Space);
                    continue;
                }
                other => {
                    parts.push(Part::Letter(other));
                    continue;
                }
            };
            parts.push(match directive {
                'Y' => Part::Year,
                'y' => Part::ShortYear,
                'm' => Part::Month,
                'b' | 'B' | 'h' => Part::MonthName,
                'd' | 'e' => Part::Day,
                'j' => Part::DayOfYear,
                'a' | 'A' => Part::Weekday,
                'u' | 'w' => Part::WeekdayNumber,
                'H' | 'k' => Part::Hour,
                'I' | 'l' => Part::HalfHour,
                'p' => Part::Half,
                'M' => Part::Minute,
                'S' => Part::Second,
                'f' => Part::Fraction,
                'z' => Part::Offset,
                'Z' => Part::Zone,
                '%' => Part::Letter('%'),
                'T' => {
                    parts.extend(Self::parse("%H:%M:%S")?.0);
                    continue;
                }
                'F' => {
                    parts.extend(Self::parse("%Y-%m-%d")?.0);
                    continue;
                }
                _ => return None,
            });
        }
        let has_any = parts.iter().any(|part| !matches!(part, Part::Letter(_) | Part::Space));
        has_any.then_some(Self(parts))
    }

    /// What a text says that is written so.
    pub(in crate::package) fn read<'t>(&self, text: &'t str) -> Option<Moment<'t>> {
        let mut moment =
            Moment { year: 1900, month: 1, day: 1, hour: 0, minute: 0, second: 0, fraction: "", offset: String::new() };
        let (mut rest, mut is_afternoon, mut day_of_year) = (text, None, None);
        for part in &self.0 {
            match part {
                Part::Letter(letter) => rest = rest.strip_prefix(*letter)?,
                Part::Space => {
                    let trimmed = rest.trim_start();
                    (trimmed.len() < rest.len()).then_some(())?;
                    rest = trimmed;
                }
                Part::Year => moment.year = number(&mut rest, 4, 4)?,
                Part::ShortYear => {
                    let short = number(&mut rest, 2, 2)?;
                    moment.year = if short < 69 { 2000 + short } else { 1900 + short };
                }
                Part::Month => moment.month = small(&mut rest, 1, 12)?,
                Part::MonthName => moment.month = name(&mut rest, &MONTHS)?,
                Part::Day => moment.day = small(&mut rest, 1, 31)?,
                Part::DayOfYear => day_of_year = Some(number(&mut rest, 1, 3)?),
                Part::Weekday => _ = name(&mut rest, &DAYS)?,
                Part::WeekdayNumber => _ = small(&mut rest, 0, 7)?,
                Part::Hour => moment.hour = small(&mut rest, 0, 23)?,
                Part::HalfHour => moment.hour = small(&mut rest, 1, 12)? % 12,
                Part::Half => {
                    let half = rest.get(..2)?;
                    is_afternoon = Some(half.eq_ignore_ascii_case("pm"));
                    (half.eq_ignore_ascii_case("am") || is_afternoon == Some(true)).then_some(())?;
                    rest = &rest[2..];
                }
                Part::Minute => moment.minute = small(&mut rest, 0, 59)?,
                Part::Second => moment.second = small(&mut rest, 0, 61)?.min(59),
                Part::Fraction => moment.fraction = digits(&mut rest, 1, 9)?,
                Part::Offset => moment.offset = offset(&mut rest)?,
                Part::Zone => {
                    let length = rest.bytes().take_while(u8::is_ascii_alphabetic).count();
                    rest = &rest[length..];
                }
            }
        }
        if is_afternoon == Some(true) {
            moment.hour = moment.hour % 12 + 12;
        }
        if let Some(day) = day_of_year {
            (moment.month, moment.day) = of_year(moment.year, day)?;
        }
        rest.is_empty().then_some(())?;
        moment.date()?;
        Some(moment)
    }
}

impl Moment<'_> {
    fn date(&self) -> Option<Date> {
        Date::new(self.year, self.month, self.day).ok()
    }

    /// The date, as the standard's own form has it.
    pub(in crate::package) fn as_date(&self) -> String {
        format!("{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }

    /// The time in the same way.
    pub(in crate::package) fn as_time(&self) -> String {
        let point = if self.fraction.is_empty() { "" } else { "." };
        let (hour, minute, second) = (self.hour, self.minute, self.second);
        format!("{hour:02}:{minute:02}:{second:02}{point}{}{}", self.fraction, self.offset)
    }
}

/// The date that a text says in any clear form, and the time behind it, as the standard's own forms have them.
pub(in crate::package) fn any(text: &str) -> Option<(String, String)> {
    let text = text.trim();
    let parts = text.char_indices().filter(|(_, letter)| matches!(letter, 'T' | ' '));
    let cuts = parts.map(|(at, _)| (&text[..at], &text[at + 1..]));
    for (date, time) in [(text, "00:00")].into_iter().chain(cuts) {
        if let (Some(date), Some(time)) = (any_date(date.trim_end_matches(',')), any_time(time.trim())) {
            return Some((date, time));
        }
    }
    any_time(text).map(|time| ("1900-01-01".to_owned(), time))
}

fn any_date(text: &str) -> Option<String> {
    let read = |format: &str| Some(Pattern::parse(format)?.read(text)?.as_date());
    CLEAR.iter().find_map(|format| read(format)).or_else(|| {
        UNCLEAR.iter().find_map(|formats| match formats.map(read) {
            [Some(one), Some(other)] => (one == other).then_some(one),
            [one, other] => one.or(other),
        })
    })
}

fn any_time(text: &str) -> Option<String> {
    let offsets = ["", "%z", " %z"];
    TIMES.iter().find_map(|time| {
        offsets.iter().find_map(|offset| Some(Pattern::parse(&format!("{time}{offset}"))?.read(text)?.as_time()))
    })
}

/// Takes so many digits.
fn digits<'t>(rest: &mut &'t str, least: usize, most: usize) -> Option<&'t str> {
    let length = rest.bytes().take(most).take_while(u8::is_ascii_digit).count();
    let (found, behind) = rest.split_at(length);
    *rest = behind;
    (length >= least).then_some(found)
}

fn number(rest: &mut &str, least: usize, most: usize) -> Option<u16> {
    digits(rest, least, most)?.parse().ok()
}

/// A number of one digit or two.
fn small(rest: &mut &str, low: u8, high: u8) -> Option<u8> {
    digits(rest, 1, 2)?.parse().ok().filter(|number| (low..=high).contains(number))
}

/// The place, from 1, of a name that is written in full or as its first three letters.
fn name(rest: &mut &str, names: &[&str]) -> Option<u8> {
    let is_next = |name: &str| rest.get(..name.len()).is_some_and(|next| next.eq_ignore_ascii_case(name));
    let at = names.iter().position(|name| is_next(&name[..3]))?;
    let length = if is_next(names[at]) { names[at].len() } else { 3 };
    *rest = &rest[length..];
    u8::try_from(at + 1).ok()
}

fn offset(rest: &mut &str) -> Option<String> {
    if let Some(behind) = rest.strip_prefix(['Z', 'z']) {
        *rest = behind;
        return Some("Z".to_owned());
    }
    let sign = rest.get(..1).filter(|sign| ["+", "-"].contains(sign))?;
    *rest = &rest[1..];
    let hours = digits(rest, 2, 2)?;
    *rest = rest.strip_prefix(':').unwrap_or(rest);
    let minutes = digits(rest, 2, 2)?;
    Some(format!("{sign}{hours}:{minutes}"))
}

/// The month and the day of it that are so many days into a year.
fn of_year(year: u16, mut day: u16) -> Option<(u8, u8)> {
    (1..=12).find_map(|month| {
        let days = (28..=31).rev().find(|day| Date::new(year, month, *day).is_ok())?;
        let found = u8::try_from(day).ok().filter(|day| (1..=days).contains(day)).map(|day| (month, day));
        day = day.saturating_sub(days.into());
        found
    })
}

#[cfg(test)]
mod tests;
