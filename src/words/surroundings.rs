//! What the manual tells of each format and of each variable of the environment.

/// What the manual tells of each format and of each variable of the environment.
pub(crate) trait Surroundings {
    /// Of `ITKOMMUN_LANG`.
    fn environment_own_language(&self) -> &'static str;

    /// Of `LC_ALL`, `LC_MESSAGES` and `LANG`.
    fn environment_locale(&self) -> &'static str;

    /// Of `LANGUAGE`.
    fn environment_languages(&self) -> &'static str;

    /// Of `ITKOMMUN_PAGER`.
    fn environment_own_pager(&self) -> &'static str;

    /// Of `PAGER`.
    fn environment_pager(&self) -> &'static str;

    /// Of `NO_COLOR`.
    fn environment_no_color(&self) -> &'static str;

    /// Of `CLICOLOR_FORCE`.
    fn environment_color_force(&self) -> &'static str;

    /// Of `COLUMNS`.
    fn environment_columns(&self) -> &'static str;
    fn environment_threads(&self) -> &'static str;

    /// Of `TERM`.
    fn environment_term(&self) -> &'static str;

    /// Of `LESS`.
    fn environment_less(&self) -> &'static str;

    /// Of `LESSCHARSET`.
    fn environment_less_charset(&self) -> &'static str;

    /// Of `table`.
    fn format_table(&self) -> &'static str;

    /// Of `record`.
    fn format_record(&self) -> &'static str;

    /// Of `tsv`.
    fn format_tsv(&self) -> &'static str;

    /// Of `csv`.
    fn format_csv(&self) -> &'static str;

    /// Of `json`.
    fn format_json(&self) -> &'static str;

    /// Of `jsonl`.
    fn format_jsonl(&self) -> &'static str;

    /// Of `markdown`.
    fn format_markdown(&self) -> &'static str;

    /// Of `html`.
    fn format_html(&self) -> &'static str;

    /// Of `xlsx`.
    fn format_xlsx(&self) -> &'static str;

    /// Of `sqlite`.
    fn format_sqlite(&self) -> &'static str;

    /// Of `bibtex`.
    fn format_bibtex(&self) -> &'static str;

    /// Of `csl-json`.
    fn format_csl_json(&self) -> &'static str;

    /// Of `svg`.
    fn format_svg(&self) -> &'static str;
}
