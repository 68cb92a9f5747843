//! Every command that the README shows is run, and what it prints is compared with what the README says.
//!
//! A block marked `console` is a session: a line that starts with `$ ` is a command for `sh`, the lines after it are
//! its output, standard error included. To write the outputs anew after a change, read them, and commit them:
//! `README=overwrite cargo test --test cli`.

use std::path::Path;
use std::process::Command;
use std::{env, fs};

/// Commands that set the project up or call this very test.
const NOT_RUN: [&str; 2] = ["cargo ", "git "];

#[test]
fn the_readme_shows_what_the_program_prints() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("README.md");
    let written = fs::read_to_string(&path).expect("README.md");
    // A folder of the README's own, empty at the start.
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("readme");
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(folder.join("gallery")).expect("a folder");
    let mut run = String::new();
    let mut lines = written.lines().peekable();
    let (mut session, mut commands) = (false, 0);
    while let Some(line) = lines.next() {
        run.push_str(line);
        run.push('\n');
        if line.starts_with("```") {
            session = !session && line == "```console";
        }
        let Some(command) = line.strip_prefix("$ ").filter(|_| session) else { continue };
        let mut shown = String::new();
        while let Some(output) = lines.next_if(|line| !line.starts_with("$ ") && !line.starts_with("```")) {
            shown.push_str(output);
            shown.push('\n');
        }
        if NOT_RUN.iter().any(|name| command.starts_with(name)) || command.contains("jq ") && !jq_is_installed() {
            run.push_str(&shown);
        } else {
            commands += 1;
            run.push_str(&output_of(command, &folder));
        }
    }
    assert!(commands > 10, "the README shows its examples");
    the_gallery_is_as_made(&folder.join("gallery"));
    if env::var_os("README").is_some_and(|wish| wish == "overwrite") {
        fs::write(&path, run).expect("README.md is written");
    } else if run != written {
        let differing = written.lines().zip(run.lines()).find(|(written, run)| written != run);
        panic!("README.md says otherwise than the program: {differing:#?}");
    }
}

/// The drawings that the README's commands have just made are those that it shows.
fn the_gallery_is_as_made(made: &Path) {
    let shown = Path::new(env!("CARGO_MANIFEST_DIR")).join("gallery");
    for drawing in fs::read_dir(&shown).expect("the gallery") {
        let name = drawing.expect("a drawing").file_name();
        let alike = fs::read(shown.join(&name)).ok() == fs::read(made.join(&name)).ok();
        assert!(alike, "gallery/{} is not what the README's command makes", name.display());
    }
}

/// Where the tests are the gate, a missing tool must not let a recipe through unread.
fn jq_is_installed() -> bool {
    env::var_os("CI").is_some() || Command::new("jq").arg("--version").output().is_ok()
}

fn output_of(command: &str, folder: &Path) -> String {
    let program = Path::new(env!("CARGO_BIN_EXE_itkommun")).parent().expect("a folder");
    let path = format!("{}:{}", program.display(), env::var("PATH").unwrap_or_default());
    let shell = Command::new("sh")
        .args(["-c", &format!("{{ {command}\n}} 2>&1")])
        .env("PATH", path)
        .env("COLUMNS", "90")
        .env_remove("CLICOLOR_FORCE")
        .current_dir(folder)
        .output()
        .expect("sh runs");
    String::from_utf8(shell.stdout).expect("UTF-8")
}
