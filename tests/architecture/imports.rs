//! What a source mentions of modules, read well enough for code as rustfmt leaves it.

/// The code without comments, and without what is compiled for tests only.
pub(crate) fn code(text: &str) -> String {
    let mut code = String::new();
    let mut lines = text.lines();
    while let Some(line) = lines.next() {
        if line.trim() == "#[cfg(test)]" {
            skip_item(&mut lines);
        } else if !line.trim_start().starts_with("//") {
            code.push_str(line.split(" // ").next().unwrap_or_default());
            code.push('\n');
        }
    }
    code
}

/// Passes over the item that follows an attribute: it ends on its first line, or with a brace as far to the left.
fn skip_item<'t>(lines: &mut impl Iterator<Item = &'t str>) {
    let Some(first) = lines.find(|line| !line.trim_start().starts_with("#[")) else { return };
    if !first.ends_with([';', '}']) {
        let end = format!("{}}}", &first[..first.len() - first.trim_start().len()]);
        lines.find(|line| line.starts_with(&end));
    }
}

/// The modules at the top of the house that the code of a module mentions: by `crate::`, by the crate's own name, and
/// by `super::` where that climbs to the top.
///
/// A name that the top itself re-exports counts as a mention of `lib`.
pub(crate) fn of_the_house(code: &str, modules: &[String]) -> Vec<String> {
    let by_name = paths(code, "crate").into_iter().chain(paths(code, env!("CARGO_PKG_NAME")));
    let climbing = paths(code, "super").into_iter().filter_map(|path| {
        // `super::x` has climbed once when `x` is what is left.
        let climbs = 1 + path.iter().take_while(|part| *part == "super").count();
        (climbs >= modules.len() && !modules.is_empty()).then(|| path[climbs - 1..].to_vec())
    });
    let tops = by_name.chain(climbing).filter_map(|path| path.into_iter().next());
    let is_module = |name: &str| name.starts_with(|c: char| c.is_ascii_lowercase());
    tops.map(|name| if is_module(&name) { name } else { "lib".to_owned() }).collect()
}

/// The paths that begin with a word, without that word, groups taken apart: `a::{b, c::{d, self}}` is `b`, `c::d`
/// and `c::self`.
pub(crate) fn paths(code: &str, first: &str) -> Vec<Vec<String>> {
    let mut found = Vec::new();
    let begins = format!("{first}::");
    for (place, _) in code.match_indices(&begins) {
        let before = code[..place].chars().next_back();
        // `super::super::x` is one path, and `crater::` none.
        if before.is_none_or(|c| !c.is_alphanumeric() && c != '_' && c != ':') {
            tree(&mut code[place + begins.len()..].chars().peekable(), &mut Vec::new(), &mut found);
        }
    }
    found
}

/// Reads a path, or a group of them, and hands on each whole one.
fn tree(code: &mut std::iter::Peekable<std::str::Chars>, path: &mut Vec<String>, found: &mut Vec<Vec<String>>) {
    let depth = path.len();
    if code.next_if_eq(&'{').is_some() {
        loop {
            while code.next_if(|c| c.is_whitespace() || *c == ',').is_some() {}
            if code.peek().is_none() || code.next_if_eq(&'}').is_some() {
                return;
            }
            tree(code, path, found);
            path.truncate(depth);
        }
    }
    let mut name = String::new();
    while let Some(c) = code.next_if(|c| c.is_alphanumeric() || *c == '_' || *c == '*') {
        name.push(c);
    }
    if name.is_empty() {
        // Nothing that is a path: it is passed over, so that a group ends.
        code.next();
        return;
    }
    path.push(name);
    // Two colons lead on; one ends a name in a type.
    if code.next_if_eq(&':').is_some() && code.next_if_eq(&':').is_some() {
        tree(code, path, found);
        return;
    }
    found.push(path.clone());
    // What a group's item is called afterwards is no path.
    while code.next_if(|c| !matches!(c, ',' | '}' | '{' | ';' | '(' | ')' | '\n')).is_some() {}
}

fn joined(paths: &[Vec<String>]) -> Vec<String> {
    paths.iter().map(|path| path.join("::")).collect()
}

#[test]
fn groups_are_taken_apart() {
    let code =
        "use crate::{a, b::{c, d::E as F, self}, g::*};\nlet x: crate::h::I = crate::j(crate::k::l());\ncrater::m;";
    assert_eq!(joined(&paths(code, "crate")), ["a", "b::c", "b::d::E", "b::self", "g::*", "h::I", "j", "k::l"]);
    assert_eq!(joined(&paths("use std::{env, io::{self, Write}};", "std")), ["env", "io::self", "io::Write"]);
}

#[test]
fn comments_and_tests_are_left_out() {
    let text = "/// [`crate::a`]\nuse crate::b; // crate::h\n#[cfg(test)]\n#[path = \"x\"]\nmod tests;\n#[cfg(test)]\nmod more {\n    use crate::c;\n    fn x() {\n    }\n}\n\
                // crate::d\n#[cfg(test)]\nfn helper(\n    x: crate::e::F,\n) -> u8 {\n    1\n}\nuse crate::g;\n";
    assert_eq!(code(text), "use crate::b;\nuse crate::g;\n");
}

#[test]
fn super_that_climbs_to_the_top_is_an_import() {
    let of = |code: &str, modules: &str| {
        of_the_house(code, &modules.split("::").filter(|part| !part.is_empty()).map(str::to_owned).collect::<Vec<_>>())
    };
    assert_eq!(of("use super::b;", "a"), ["b"]);
    assert_eq!(of("use super::b;", "a::x"), [""; 0], "a sibling");
    assert_eq!(of("use super::super::b::{self, C};", "a::x"), ["b", "b"]);
    assert_eq!(of("use super::super::y;", "a::x::z"), [""; 0]);
    assert_eq!(of("use itkommun::cli;\nuse crate::Package;", "main"), ["lib", "cli"]);
}
