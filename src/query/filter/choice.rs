//! Fixed sets: one of them, or several by comma.

use std::borrow::Cow;
use std::collections::HashSet;

use anyhow::Result;

use super::Flag;
use crate::error;
use crate::package::{Category, Field, FieldType, is_spelt, spelt};

/// The values that a column may hold, where its description fixes them.
pub(super) fn allowed(field: &Field) -> Option<Cow<'_, [String]>> {
    if field.field_type == FieldType::Boolean {
        return Some(Cow::Owned(vec!["true".to_owned(), "false".to_owned()]));
    }
    let allowed = field.choices();
    (!allowed.is_empty()).then_some(Cow::Borrowed(allowed))
}

/// The members of the set that were typed, by name, label or alias, in any case and with `-` or a space for `_`.
pub(super) fn parse(allowed: &[String], typed: &[String], flag: Flag) -> Result<HashSet<Vec<u8>>> {
    let parts = typed.iter().flat_map(|typed| typed.split(','));
    parts
        .map(|part| {
            let wanted = spelt(part);
            let member = allowed.iter().find(|member| is_spelt(member, &wanted)).map(String::as_str);
            let member = member.or_else(|| flag.field.member_called(part));
            member.map(|member| member.as_bytes().to_vec()).ok_or_else(|| unknown(part, allowed, flag))
        })
        .collect()
}

fn unknown(part: &str, allowed: &[String], flag: Flag) -> anyhow::Error {
    let allowed: Vec<&str> = allowed.iter().map(String::as_str).collect();
    let called: Vec<String> =
        flag.field.categories().iter().flat_map(Category::called).map(str::to_lowercase).collect();
    let mut called: Vec<&str> = called.iter().map(String::as_str).collect();
    called.retain(|called| !allowed.contains(called));
    error::not_one_of(&flag.name(), part, &allowed, &called).into()
}

#[cfg(test)]
mod tests {
    use crate::query::filter::{Flag, test_field};

    fn parse(typed: &str) -> Result<Vec<String>, String> {
        let allowed = ["winner", "finalist", "winner_only"].map(str::to_owned);
        let set = super::parse(&allowed, &[typed.to_owned()], Flag::of(&test_field("string")))
            .map_err(|error| error.to_string())?;
        let mut members: Vec<_> = set.into_iter().map(|member| String::from_utf8(member).expect("text")).collect();
        members.sort();
        Ok(members)
    }

    #[test]
    fn members_are_found_however_they_are_written() {
        assert_eq!(parse("Winner,finalist"), Ok(vec!["finalist".to_owned(), "winner".to_owned()]));
        assert_eq!(parse("winner-only"), Ok(vec!["winner_only".to_owned()]));
    }

    #[test]
    fn others_are_refused_with_the_set_and_the_nearest() {
        let error = parse("finallist").expect_err("no member");
        assert!(error.contains("winner, finalist, winner_only") && error.contains("did you mean finalist"), "{error}");
        assert!(parse("").is_err() && parse("winner,").is_err());
    }
}
