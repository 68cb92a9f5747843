//! What the languages must have in common: what is typed is the same in each.

use std::collections::BTreeSet;

use super::{Commands, Flags, Help, Manual, Surroundings, Text, Told, Words, en, sv};

/// What is told of commands.
const TOLD: [fn(&(dyn Words + 'static)) -> Told; 12] = [
    Commands::command_show,
    Commands::command_search,
    Commands::command_compare,
    Commands::command_profile,
    Commands::command_chart,
    Commands::command_sql,
    Commands::command_export,
    Commands::command_schema,
    Commands::command_check,
    Commands::command_cite,
    Commands::command_completions,
    Commands::command_man,
];

/// Texts that name flags, formats, values or variables.
const TEXTS: [Text; 21] = [
    Flags::flag_cite,
    Flags::flag_output,
    Flags::flag_columns,
    Flags::flag_color,
    Flags::flag_pager,
    Flags::flag_years,
    Flags::flag_export_to,
    Help::this_page,
    Help::where_versions_are,
    Help::accepted_numbers,
    Help::accepted_bools,
    Manual::ranges,
    Manual::emptiness,
    Manual::help_flag,
    Manual::status_no_rows,
    Surroundings::environment_own_pager,
    Surroundings::environment_pager,
    Surroundings::environment_no_color,
    Surroundings::environment_color_force,
    Surroundings::environment_term,
    Commands::usual_of_rows,
];

/// What of a text is typed: flags, variables, what stands between backticks, and what has a point, a colon or a bracket
/// within. What stands for something else is in the language.
fn typed(text: &str) -> BTreeSet<String> {
    let words =
        text.split([' ', '\n', '`', ',', ';']).map(|word| word.trim_matches(['(', ')', ':']).trim_end_matches('.'));
    let is_name = |word: &str| {
        let is_variable = word.len() > 4 && word.bytes().all(|it| it.is_ascii_uppercase() || it == b'_');
        word.starts_with(['-', '.']) || is_variable || word.contains(['=', '/', '\\']) || word.contains("..")
    };
    let flags = words.filter(|word| is_name(word) && !word.contains("COLUMN") && !word.contains("KOLUMN"));
    let quoted = text.split('`').skip(1).step_by(2).filter(|quoted| !quoted.contains('<'));
    let names =
        ["auto", "always", "never", "latest", "true", "false", "tsv", "bibtex", "SELECT", "NULL", "REGEXP", "json"];
    let own = names.into_iter().filter(|name| text.contains(name));
    flags.chain(quoted).chain(own).map(str::to_owned).collect()
}

#[test]
fn what_is_typed_is_the_same_in_each_language() {
    for told in TOLD {
        let (english, swedish) = (told(&en::English), told(&sv::Swedish));
        assert_ne!(english.about, swedish.about);
        assert_eq!(english.notes.is_empty(), swedish.notes.is_empty(), "{}", english.about);
        assert_eq!(english.notes.lines().count(), swedish.notes.lines().count(), "{}", english.about);
        assert_eq!(typed(english.notes), typed(swedish.notes), "{}", english.about);
    }
    for text in TEXTS {
        let (english, swedish) = (text(&en::English), text(&sv::Swedish));
        assert_eq!(typed(english), typed(swedish), "{english}\n{swedish}");
        assert!(!typed(english).is_empty(), "{english}");
    }
}

#[test]
fn what_is_told_of_a_command_has_room_beside_its_name() {
    // Two blanks, the longest name, and two more.
    let room = 80 - 2 - "completions".len() - 2;
    for words in [&en::English as &dyn Words, &sv::Swedish] {
        for told in TOLD {
            let about = told(words).about;
            assert!(about.chars().count() <= room && !about.ends_with('.'), "{about}");
        }
    }
}

#[test]
fn swedish_help_is_headed_as_swedes_know_it() {
    let words: &dyn Words = &sv::Swedish;
    assert_eq!(words.usage_of_table(Some("winners")), "itkommun winners [--<KOLUMN> <VÄRDE>]... [FLAGGOR]");
    assert_eq!(
        [words.section_name(), words.section_synopsis(), words.section_description(), words.section_see_also()],
        ["NAMN", "SYNOPSIS", "BESKRIVNING", "SE ÄVEN"]
    );
    assert_eq!(words.flag_format(&["tsv", "csv", "json"], "tsv"), "tsv, csv eller json; förvalt är tsv");
    assert_eq!(words.argument_drawn(None), "Namn eller kod");
    assert_eq!(words.features(&[]), "tillval: inga");
}
