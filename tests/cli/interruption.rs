//! `export` where it is interrupted, or is not alone.

#[cfg(all(feature = "sql", unix))]
use std::fs;
use std::process::Command;
#[cfg(unix)]
use std::time::Duration;

use crate::export::{folder, name, names};
use crate::support::stdout;

#[test]
fn several_may_replace_one_folder_at_once() {
    let folder = folder("rivals");
    let to = folder.join("register");
    for _ in 0..4 {
        let export = || {
            let mut command = Command::new(env!("CARGO_BIN_EXE_itkommun"));
            command
                .args(["export", "--force", "--to", name(&to), "winners", "jurors"])
                .spawn()
                .expect("the program runs")
        };
        for mut export in [(); 6].map(|()| export()) {
            assert!(export.wait().expect("it ends").success());
        }
        assert_eq!(names(&to), ["datapackage.json", "jurors.csv", "winners.csv"]);
        assert_eq!(names(&folder), ["register"]);
    }
}

#[cfg(all(feature = "sql", unix))]
#[test]
fn an_interruption_leaves_all_or_nothing() {
    use std::os::unix::process::ExitStatusExt;
    let folder = folder("interrupted");
    let mut interrupted = 0;
    for at in 0..30 {
        let (file, signal) = [("register.sqlite", "TERM"), ("register", "INT")][at % 2];
        let mut child = Command::new(env!("CARGO_BIN_EXE_itkommun"))
            .args(["export", "--to", name(&folder.join(file))])
            .spawn()
            .expect("the program runs");
        std::thread::sleep(Duration::from_millis(at as u64 * 3));
        let _ = Command::new("kill").args(["-s", signal, &child.id().to_string()]).output();
        let status = child.wait().expect("it ends");
        let there = names(&folder);
        if status.success() {
            assert!(!there.is_empty());
        } else {
            assert!(matches!(status.signal(), Some(2 | 15)), "{status}");
            interrupted += 1;
        }
        let whole: &[&str] =
            if file == "register" { &["register"] } else { &["register.metadata.json", "register.sqlite"] };
        // It may have been interrupted when all was done.
        assert!(there.is_empty() || there == whole, "{at}: {there:?}");
        for file in there {
            let _ = fs::remove_file(folder.join(&file));
            let _ = fs::remove_dir_all(folder.join(&file));
        }
    }
    assert!(interrupted > 0);
}

#[cfg(unix)]
#[test]
fn an_interruption_leaves_nothing_of_what_is_replaced() {
    let folder = folder("replaced");
    let to = folder.join("register");
    stdout(&["export", "--to", name(&to)]);
    let whole = names(&to);
    for at in 0..40_usize {
        let mut child = Command::new(env!("CARGO_BIN_EXE_itkommun"))
            .args(["export", "--force", "--to", name(&to)])
            .spawn()
            .expect("the program runs");
        std::thread::sleep(Duration::from_millis(at as u64));
        let signal = ["TERM", "INT", "HUP"][at % 3];
        let _ = Command::new("kill").args(["-s", signal, &child.id().to_string()]).output();
        child.wait().expect("it ends");
        assert_eq!((names(&folder), names(&to)), (vec!["register".to_owned()], whole.clone()), "{at} {signal}");
    }
}
