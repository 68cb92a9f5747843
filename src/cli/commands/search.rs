//! `search`: rows anywhere that contain all the words, grouped by table.

use anyhow::Result;

use super::Command;
use crate::answer::{Answer, Body, Heading, ResultSet, Section, columns_for_people};
use crate::cli::context::Context;
use crate::cli::flags;
use crate::error;
use crate::output::Format;
use crate::package::{Column, Place, Table};
use crate::query::{Query, Search, Things, has_texts};
use crate::text::fold;
use crate::words::{Commands, words as spoken};

/// The command.
pub(super) const COMMAND: Command = Command {
    name: "search",
    swedish: "sök",
    told: Commands::command_search,
    examples: &[],
    formats: Format::OF_ROWS,
    usual_format: super::USUAL,
    arguments: |command, _, scope| {
        let text = super::several_words("TEXT");
        let text = scope.told(text, |text, words| text.value_name(words.a_text()).help(words.argument_search()));
        let command = flags::with_limit_each(flags::with_tables(command.arg(text), scope), scope);
        flags::with_exit_status(flags::with_cite(command, scope), scope)
    },
    answer,
};

/// More words than this no row is looked for by, and each is compared with each row.
const MOST_WORDS: usize = 100;

fn answer<'p>(context: &Context<'_, 'p>) -> Result<Answer<'p>> {
    let typed = flags::several(context.matches, "TEXT");
    let words: Vec<String> =
        typed.iter().flat_map(|typed| typed.split_whitespace()).map(|it| fold(it).into()).collect();
    if words.len() > MOST_WORDS {
        return Err(error::refused(spoken().too_many_words(MOST_WORDS, words.len())).into());
    }
    let Some(mut search) = Search::new(context.package, &typed) else {
        return Err(error::refused(spoken().empty_word().to_owned()).into());
    };
    let (mut sections, mut notices) = (Vec::new(), Vec::new());
    for tables in searched(context)? {
        if !sections.iter().all(|section: &Section| section.rows.is_empty()) {
            break;
        }
        for table in tables {
            let (section, left_out) = section(context, &mut search, table)?;
            sections.push(section);
            notices.extend(left_out.filter(|_| context.tells_person));
        }
    }
    if sections.iter().all(|section| section.rows.is_empty()) {
        notices.extend(emptiness(context, &mut search)?);
    }
    Ok(Answer { title: typed.join(" "), highlight: words, notices, ..Body::Sections(sections).into() })
}

/// The tables that `--table` names; or those that have texts, and the others for what is in none of these.
fn searched<'p>(context: &Context<'_, 'p>) -> Result<[Vec<&'p Table>; 2]> {
    let is_named = !context.named_tables()?.is_empty();
    let has_texts = |table: &&Table| is_named || has_texts(context.package, table);
    let (first, others) = context.tables()?.into_iter().partition(has_texts);
    Ok([first, others])
}

/// What to tell where no row is found: which words are nowhere, and what may be meant.
fn emptiness<'p>(context: &Context<'_, 'p>, search: &mut Search<'p>) -> Result<Vec<String>> {
    let tables = context.named_tables()?;
    let nowhere = search.nowhere(&context.tables()?)?;
    if nowhere.is_empty() {
        return Ok(vec![spoken().no_row_has_all(&tables)]);
    }
    let known = Things::of(context.package).words()?;
    let told = |word: &str| {
        let meant = error::did_you_mean(word, known.iter().map(String::as_str));
        spoken().no_row_has(&tables, word) + &meant
    };
    Ok(nowhere.into_iter().map(told).collect())
}

/// The rows of a table, and of how many `--limit` leaves some out.
fn section<'p>(
    context: &Context<'_, 'p>,
    search: &mut Search<'p>,
    table: &'p Table,
) -> Result<(Section<'p>, Option<String>)> {
    let (package, format) = (context.package, context.style.format);
    let chosen =
        if format.has_chosen_columns() { columns_for_people(package, table)? } else { context.all_columns(table) };
    let found = search.matches(table, &chosen)?;
    let limit = context.limit()?.unwrap_or(usize::MAX);
    let count = found.positions.len();
    let left_out = (count > limit).then(|| spoken().rows_of(&table.name, limit, count));
    let rows = if found.positions.is_empty() {
        let headings = chosen.iter().map(Heading::from).collect();
        ResultSet { cited: context.cite, ..ResultSet::held(headings, Vec::new()) }
    } else {
        // People must see the words that a row was found by, so the columns that have them are added, and show them as
        // they are.
        let added = if format.is_for_people() { found.unseen } else { Vec::new() };
        let is_added = |column: &Column| added.iter().any(|added| is_same(added, column));
        let places =
            found.positions.into_iter().take(limit).enumerate().map(|(place, position)| (position, place)).collect();
        let query = Query { places: Some(places), ..Query::new(table, [&chosen[..], &added].concat()) };
        let rows = ResultSet::of_query(package, query, context.cite);
        if format.is_for_people() { rows.for_people(package, &is_added)? } else { rows }
    };
    Ok((Section { name: &table.name, title: table.title(), rows, is_told: false }, left_out))
}

fn is_same(one: &Column, other: &Column) -> bool {
    let is_own = |column: &Column| matches!(column.place, Place::Own(_));
    one.field.name == other.field.name && is_own(one) == is_own(other)
}
