//! How the columns of a file are matched with those of its table.

use anyhow::Result;
use serde_json::Value;

use super::form::{Form, Made};
use super::{Field, Package, Problem, Rows, Table};
use crate::words::words;

/// What the standard calls `fieldsMatch`.
#[derive(Clone, Copy, PartialEq, Debug)]
pub(super) enum Matching {
    /// The file has all columns, in their order.
    Exact,
    /// It has all columns.
    Equal,
    /// It has all, and may have more.
    Subset,
    /// It may lack some.
    Superset,
    /// It has some, and may have more.
    Partial,
}

/// Where in a row of the file the cells of each column stand; nowhere where the file has none of them.
pub(super) type Order = [Option<usize>];

impl Matching {
    /// What a schema says; nothing where it is not known.
    pub(super) fn of(schema: &Value) -> Option<Self> {
        // The first text of the second version of the standard has it in a list.
        let named = schema["fieldsMatch"]
            .as_array()
            .map_or(&schema["fieldsMatch"], |list| list.first().unwrap_or(&Value::Null));
        Some(match named.as_str() {
            None => named.is_null().then_some(Self::Exact)?,
            Some("exact") => Self::Exact,
            Some("equal") => Self::Equal,
            Some("subset") => Self::Subset,
            Some("superset") => Self::Superset,
            Some("partial") => Self::Partial,
            Some(_) => return None,
        })
    }

    /// Whether all columns must be there.
    pub(super) fn wants_all(self) -> bool {
        !matches!(self, Self::Superset | Self::Partial)
    }

    /// Whether there may be others.
    pub(super) fn takes_others(self) -> bool {
        matches!(self, Self::Subset | Self::Partial)
    }

    /// Where each column stands behind these headings; nothing where they are not such as they must be.
    pub(super) fn order(self, fields: &[Field], headings: &[&[u8]]) -> Option<Vec<Option<usize>>> {
        let place = |field: &Field| headings.iter().position(|heading| *heading == field.name.as_bytes());
        let order: Vec<Option<usize>> = fields.iter().map(place).collect();
        let found = order.iter().flatten().count();
        let is_sound = (!self.wants_all() || found == fields.len())
            && (self.takes_others() || found == headings.len())
            && (found > 0 || fields.is_empty())
            && (self != Self::Exact || order.iter().enumerate().all(|(at, place)| *place == Some(at)));
        is_sound.then_some(order)
    }
}

impl Package {
    /// Takes the cells of a table's columns from where they stand in its file.
    pub(super) fn put_in_order<'p>(&'p self, rows: &mut Rows<'p>, table: &Table, order: Vec<Option<usize>>) {
        if let Some(Ok(form)) = self.form(table).filter(|_| self.matching(table) != Matching::Exact) {
            rows.put_in_order(order, form);
        }
    }

    /// How the columns of a table's file are matched with its own.
    pub(super) fn matching(&self, table: &Table) -> Matching {
        if let Some(Ok(form)) = self.form(table) { form.matching } else { Matching::Exact }
    }
}

impl<'p> Rows<'p> {
    /// The rows behind their header, which must name these columns as their form has it.
    pub(super) fn matched(mut self, fields: &[Field], form: &'p Form) -> Result<Self> {
        let declared = || fields.iter().map(|field| field.name.as_str()).collect::<Vec<_>>().join(",");
        let order = self.next_of_any_length()?.and_then(|header| {
            let headings: Vec<&[u8]> = header.written().collect();
            Some((form.matching.order(fields, &headings)?, headings.len()))
        });
        let Some((order, width)) = order else {
            return Err(Problem::behind(&self.file, "", words().other_headings(&declared())).into());
        };
        self.put_in_order(order, form);
        Ok(self.of_width(width))
    }

    /// How many cells the row has that was read last.
    pub(super) fn width(&self) -> usize {
        self.row.len()
    }

    /// Takes the cells of each column from where they stand in the file.
    fn put_in_order(&mut self, order: Vec<Option<usize>>, form: &'p Form) {
        self.form = Some((form, Made::ordered(Some(order.into()))));
    }
}

#[cfg(test)]
mod tests {
    use super::Matching;
    use crate::package::Field;
    use serde_json::json;

    #[test]
    fn columns_are_matched_as_the_standard_has_it() {
        let fields = ["a", "b"]
            .map(|name| -> Field { serde_json::from_str(&json!({ "name": name }).to_string()).expect("a field") });
        let (same, turned) = (Some(vec![Some(0), Some(1)]), Some(vec![Some(1), Some(0)]));
        for (headings, exact, equal, subset, superset, partial) in [
            ("a,b", &same, &same, &same, &same, &same),
            ("b,a", &None, &turned, &turned, &turned, &turned),
            ("a,b,c", &None, &None, &same, &None, &same),
            ("b", &None, &None, &None, &Some(vec![None, Some(0)]), &Some(vec![None, Some(0)])),
            ("b,c", &None, &None, &None, &None, &Some(vec![None, Some(0)])),
            ("c", &None, &None, &None, &None, &None),
        ] {
            let cells: Vec<&[u8]> = headings.split(',').map(str::as_bytes).collect();
            for (name, order) in
                [("exact", exact), ("equal", equal), ("subset", subset), ("superset", superset), ("partial", partial)]
            {
                for named in [json!(name), json!([name])] {
                    let matching = Matching::of(&json!({ "fieldsMatch": named })).expect(name);
                    assert_eq!(matching.order(&fields, &cells), *order, "{name} {headings}");
                }
            }
        }
        assert_eq!(Matching::of(&json!({"fieldsMatch": "some"})), None);
        assert_eq!(Matching::of(&json!({})), Some(Matching::Exact));
    }
}
