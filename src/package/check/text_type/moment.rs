//! Dates with times, times of the day and durations as seconds, by which they are ordered.

use crate::package::{Date, Decimal};

/// So many days lie before a date, and a number that is the same for all.
pub(super) fn day(date: Date) -> i64 {
    let (year, month, day) = (i64::from(date.year()), i64::from(date.month()), i64::from(date.day()));
    // Of years that begin in March the leap day is the last.
    let (year, month) = if month < 3 { (year - 1, month + 9) } else { (year, month - 3) };
    year * 365 + year.div_euclid(4) - year.div_euclid(100) + year.div_euclid(400) + (month * 153 + 2) / 5 + day
}

/// The seconds of a time of the day, `hh:mm:ss`, less its offset from Greenwich, and the digits behind them.
pub(super) fn of_day(text: &str) -> Option<(i64, &str)> {
    let (clock, rest) = text.split_at_checked("hh:mm:ss".len())?;
    let seconds = clock_of(clock)?;
    let digits = rest.strip_prefix('.').map_or(0, |fraction| fraction.bytes().take_while(u8::is_ascii_digit).count());
    (digits > 0 || !rest.starts_with('.')).then_some(())?;
    let (fraction, zone) = rest.split_at(if digits > 0 { digits + 1 } else { 0 });
    let fraction = fraction.strip_prefix('.').unwrap_or("0");
    let offset = match zone.split_at_checked(1) {
        None | Some(("Z", "")) => 0,
        Some((sign @ ("+" | "-"), offset)) => {
            let offset = (offset.len() == "hh:mm".len()).then(|| clock_of(&format!("{offset}:00")))??;
            if sign == "+" { offset } else { -offset }
        }
        Some(_) => return None,
    };
    Some((seconds - offset, fraction))
}

fn clock_of(text: &str) -> Option<i64> {
    let mut parts = text.split(':').map(|part| {
        let is_two = part.len() == 2 && part.bytes().all(|byte| byte.is_ascii_digit());
        part.parse::<i64>().ok().filter(|_| is_two)
    });
    let (hour, minute, second) = (parts.next()??, parts.next()??, parts.next()??);
    // Midnight is also the end of the day before.
    let is_time = hour < 24 && minute < 60 && second < 60 || (hour, minute, second) == (24, 0, 0);
    (parts.next().is_none() && is_time).then_some(hour * 3600 + minute * 60 + second)
}

/// The seconds of a duration, its months and years as long as they are in the mean.
pub(super) fn duration(text: &str) -> Option<Decimal> {
    const MONTH: f64 = 2_629_746.0;
    let unsigned = text.strip_prefix('-').unwrap_or(text);
    let (date, time) = unsigned
        .strip_prefix('P')?
        .split_once('T')
        .map_or_else(|| (unsigned.strip_prefix('P').unwrap_or_default(), None), |(date, time)| (date, Some(time)));
    let mut seconds = summed(date, &[('Y', 12.0 * MONTH), ('M', MONTH), ('D', 86_400.0)])?;
    if let Some(time) = time {
        (!time.is_empty()).then_some(())?;
        seconds += summed(time, &[('H', 3600.0), ('M', 60.0), ('S', 1.0)])?;
    }
    let is_stated = !date.is_empty() || time.is_some();
    let sign = if unsigned.len() < text.len() { -1.0 } else { 1.0 };
    is_stated.then(|| Decimal::parse(&(sign * seconds).to_string()))?
}

/// What parts such as `1Y2M` come to, each at most once and in this order.
fn summed(mut text: &str, units: &[(char, f64)]) -> Option<f64> {
    let mut sum = 0.0;
    for (unit, size) in units {
        let Some((number, rest)) = text.split_once(*unit) else { continue };
        let is_whole = number.bytes().all(|byte| byte.is_ascii_digit());
        let is_decimal = *unit == 'S'
            && number.split_once('.').is_some_and(|(whole, decimals)| {
                [whole, decimals].iter().all(|part| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit()))
            });
        if number.is_empty() || !(is_whole || is_decimal) {
            // The same letter behind another unit.
            return None;
        }
        sum += number.parse::<f64>().ok()? * size;
        text = rest;
    }
    text.is_empty().then_some(sum)
}
