//! Moments, by what strptime and people make of them.

use super::{Pattern, any};

#[test]
fn patterns_are_those_of_strptime() {
    for (format, text, made) in [
        ("%d/%m/%Y", "31/12/2020", "2020-12-31T00:00:00"),
        ("%d/%m/%y-%H:%M", "01/02/18-09:15", "2018-02-01T09:15:00"),
        ("%y", "69", "1969-01-01T00:00:00"),
        ("fmt:%B %d, %Y", "March 1, 2009", "2009-03-01T00:00:00"),
        ("%a %b %d %H:%M:%S %z %Y", "Mon Jun 04 18:22:41 +0200 2018", "2018-06-04T18:22:41+02:00"),
        ("%I:%M %p", "12:05 AM", "1900-01-01T00:05:00"),
        ("%I:%M %p", "1:05 pm", "1900-01-01T13:05:00"),
        ("%Y-%j", "2024-366", "2024-12-31T00:00:00"),
        ("%H:%M:%S.%f", "10:00:00.250", "1900-01-01T10:00:00.250"),
        ("%Y%m%d", "20200229", "2020-02-29T00:00:00"),
        ("%d %m %Y 100%%", "1  2 2009 100%", "2009-02-01T00:00:00"),
    ] {
        let pattern = Pattern::parse(format).expect(format);
        let moment = pattern.read(text).expect(text);
        assert_eq!(format!("{}T{}", moment.as_date(), moment.as_time()), made, "{format}");
    }
    for (format, text) in [
        ("%d/%m/%Y", "31/02/2020"),
        ("%d/%m/%Y", "2020-12-31"),
        ("%H", "24"),
        ("%Y", "20"),
        ("%Y", "2009 "),
        ("%b", "x"),
    ] {
        assert!(Pattern::parse(format).expect(format).read(text).is_none(), "{format} {text}");
    }
    assert!(["YYYY-MM-DD", "%Q", "%", ""].iter().all(|format| Pattern::parse(format).is_none()));
}

#[test]
fn any_form_is_read_whose_parts_are_clear() {
    for (text, made) in [
        ("2018/01/02T03:04:05", Some(("2018-01-02", "03:04:05"))),
        ("2018-01-01 00:00", Some(("2018-01-01", "00:00:00"))),
        ("12 Nov 2018", Some(("2018-11-12", "00:00:00"))),
        ("November 12, 2018 4:05 PM", Some(("2018-11-12", "16:05:00"))),
        ("01.01.2018", Some(("2018-01-01", "00:00:00"))),
        ("31/12/2018", Some(("2018-12-31", "00:00:00"))),
        ("12/31/2018", Some(("2018-12-31", "00:00:00"))),
        ("00:01", Some(("1900-01-01", "00:01:00"))),
        ("2018-01-01T00:00:00Z", Some(("2018-01-01", "00:00:00Z"))),
        ("01/02/2018", None),
        ("about 2018", None),
    ] {
        let read = any(text);
        assert_eq!(read.as_ref().map(|(date, time)| (&**date, &**time)), made, "{text}");
    }
}
