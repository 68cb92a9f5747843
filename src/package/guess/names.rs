//! What a file is called within a package: its path as a description has it, and the name of its table.

use std::path::{Component, Path};

use anyhow::{Context as _, Result, bail};

use crate::package::{spelt, unpacked};
use crate::text::fold;
use crate::words::words;

/// The path of a file as a description in this folder has it.
pub(super) fn path(folder: &Path, file: &Path) -> Result<String> {
    let shown = || file.display().to_string();
    let or_here = |folder: &Path| if folder.as_os_str().is_empty() { Path::new(".") } else { folder }.canonicalize();
    let (Some(parent), Some(name)) = (file.parent(), file.file_name()) else { bail!(words().not_a_file(&shown())) };
    let parent = or_here(parent).with_context(shown)?;
    let folder = or_here(folder).with_context(|| folder.display().to_string())?;
    let Ok(within) = parent.strip_prefix(folder) else { bail!(words().lies_elsewhere(&shown())) };
    let parts = within.components().map(Component::as_os_str).chain([name]).map(|part| part.to_str());
    let path = parts.collect::<Option<Vec<_>>>().map(|parts| parts.join("/"));
    // What the standard does not take for a path.
    let is_one = |path: &String| {
        !path.starts_with(['.', '/', '~'])
            && !path.starts_with("file:")
            && !path.contains('\\')
            && !path.contains("://")
    };
    path.filter(is_one).with_context(|| words().is_no_path_of_a_package(&shown()))
}

/// A name for the table of a file, as the standard allows them, that none of the others has.
pub(super) fn table(path: &str, others: &[String]) -> String {
    let stem = Path::new(unpacked::name(path)).file_stem().unwrap_or_default().to_string_lossy();
    let mut name = String::new();
    for letter in fold(&stem).chars() {
        let is_allowed = letter.is_ascii_lowercase() || letter.is_ascii_digit() || "._-".contains(letter);
        match if is_allowed { letter } else { '_' } {
            '_' if name.ends_with('_') => {}
            letter => name.push(letter),
        }
    }
    let name = name.trim_matches(['.', '_', '-']);
    let name = if name.is_empty() { "table" } else { name };
    let is_taken = |name: &str| others.iter().any(|other| spelt(other) == spelt(name));
    let numbered = (2_u64..).map(|number| format!("{name}_{number}"));
    std::iter::once(name.to_owned()).chain(numbered).find(|name| !is_taken(name)).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::table;

    #[test]
    fn tables_are_called_like_their_files_in_letters_that_the_standard_allows() {
        let mut names = Vec::new();
        for (path, name) in [
            ("Folkmängd 2023.csv", "folkmangd_2023"),
            ("in/folkmangd-2023.csv.gz", "folkmangd-2023_2"),
            ("FOLKMÄNGD_2023.TSV", "folkmangd_2023_3"),
            ("v1.2.csv", "v1.2"),
            ("Ærø (ny).txt", "r_ny"),
            ("表.csv", "table"),
        ] {
            names.push(table(path, &names));
            assert_eq!(names.last().map(String::as_str), Some(name), "{path}");
        }
    }
}
