//! What the manual tells of each format and of each variable of the environment, in English.

use super::English;
use crate::words::surroundings::Surroundings;

impl Surroundings for English {
    fn environment_own_language(&self) -> &'static str {
        "the language, `en` or `sv`; `--lang` comes before it"
    }

    fn environment_locale(&self) -> &'static str {
        "the locale, the first that is set, where `ITKOMMUN_LANG` is not: Swedish for Swedish, English for all others"
    }

    fn environment_languages(&self) -> &'static str {
        "languages by colon: the first that is `en` or `sv` comes before the locale's, unless the locale is C"
    }

    fn environment_own_pager(&self) -> &'static str {
        "the pager for what is longer than the screen, with its flags; empty or `cat` for none"
    }

    fn environment_pager(&self) -> &'static str {
        "the same, where `ITKOMMUN_PAGER` is not set; where neither is, the pager is `less`"
    }

    fn environment_no_color(&self) -> &'static str {
        "no colour, where it is set and not empty; `--color` comes before it"
    }

    fn environment_color_force(&self) -> &'static str {
        "colour in pipes and files, too, where it is neither empty nor `0`; `NO_COLOR` comes before it"
    }

    fn environment_columns(&self) -> &'static str {
        "how many columns tables and help are fitted to, in pipes and files, too"
    }

    fn environment_threads(&self) -> &'static str {
        "how many threads go through a long table, 1 to 4; otherwise as many as there are processors for"
    }

    fn environment_term(&self) -> &'static str {
        "the kind of terminal: `dumb` takes no pager, and no colour unless that is forced"
    }

    fn environment_less(&self) -> &'static str {
        "the flags of `less`; where it is not set, they are `FRX`"
    }

    fn environment_less_charset(&self) -> &'static str {
        "what `less` takes text for; where it is not set, UTF-8"
    }

    fn format_table(&self) -> &'static str {
        "a table fitted to the terminal; bars, where the answer is drawn"
    }

    fn format_record(&self) -> &'static str {
        "each row as a list of its cells"
    }

    fn format_tsv(&self) -> &'static str {
        "tab-separated values, a row always a line: a tab, a line end and a backslash are escaped"
    }

    fn format_csv(&self) -> &'static str {
        "comma-separated values"
    }

    fn format_json(&self) -> &'static str {
        "one JSON document, its values typed"
    }

    fn format_jsonl(&self) -> &'static str {
        "a JSON object a line"
    }

    fn format_markdown(&self) -> &'static str {
        "a table in Markdown"
    }

    fn format_html(&self) -> &'static str {
        "a page for a browser, all in one file"
    }

    fn format_xlsx(&self) -> &'static str {
        "a workbook for spreadsheets"
    }

    fn format_sqlite(&self) -> &'static str {
        "an SQLite database"
    }

    fn format_bibtex(&self) -> &'static str {
        "the sources of the rows for BibTeX, instead of the rows"
    }

    fn format_csl_json(&self) -> &'static str {
        "the sources of the rows for Zotero and pandoc, instead of the rows"
    }

    fn format_svg(&self) -> &'static str {
        "a drawing"
    }
}
