//! What stands in a folder before, during and after the writing of files.

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};

use tempfile::TempDir;

use super::{Existing, StagedFile, StagedFolder, publish_all, write_file};

fn names(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).unwrap();
    let mut names: Vec<String> = entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    names
}

fn folder_with(files: &[&str]) -> TempDir {
    let folder = TempDir::new().unwrap();
    for file in files {
        fs::write(folder.path().join(file), "old").unwrap();
    }
    folder
}

/// A file that is complete, but has not its name yet.
fn staged(target: &Path, existing: Existing) -> StagedFile {
    let mut file = StagedFile::create(target, existing).unwrap();
    file.write_all(b"new").unwrap();
    file
}

fn read(path: &Path) -> String {
    fs::read_to_string(path).unwrap()
}

fn write(path: &Path) -> anyhow::Result<()> {
    write_file(path, &mut Vec::new(), |out| Ok(out.write_all(b"new")?))
}

#[test]
fn a_file_has_its_name_when_it_is_complete() {
    let folder = folder_with(&["a"]);
    let target = folder.path().join("a");
    let file = staged(&target, Existing::Replace);
    assert_eq!((read(&target), read(file.path())), ("old".to_owned(), "new".to_owned()));
    file.publish().unwrap();
    assert_eq!((read(&target), names(folder.path())), ("new".to_owned(), vec!["a".to_owned()]));
}

#[test]
fn what_fails_leaves_what_was_there() {
    let folder = folder_with(&["a"]);
    for name in ["a", "b"] {
        let path = folder.path().join(name);
        let failed = write_file(&path, &mut Vec::new(), |out| {
            out.write_all(b"half")?;
            anyhow::bail!("no more")
        });
        let message = format!("{:#}", failed.unwrap_err());
        assert_eq!(message, format!("`{}` is not written: no more", path.display()));
    }
    assert_eq!((read(&folder.path().join("a")), names(folder.path())), ("old".to_owned(), vec!["a".to_owned()]));
}

#[test]
fn standard_output_is_called_by_a_hyphen() {
    let mut out = Vec::new();
    write_file(Path::new("-"), &mut out, |out| Ok(out.write_all(b"new")?)).unwrap();
    assert_eq!(out, b"new");
}

#[test]
fn a_folder_is_no_target_of_a_file_nor_the_reverse() {
    let folder = folder_with(&["a"]);
    fs::create_dir(folder.path().join("b")).unwrap();
    let reason = |name: &str| format!("{:#}", write(&folder.path().join(name)).unwrap_err());
    assert!(reason("b").ends_with("/b` is not written: it is a folder"), "{}", reason("b"));
    assert!(reason("c/").ends_with("/c/` is not written: its name is a folder's"), "{}", reason("c/"));
    assert!(reason("d/e").contains("/d/e` is not written: there is no folder `"), "{}", reason("d/e"));
    let error = StagedFolder::create(&folder.path().join("a"), Existing::Replace).err().unwrap();
    assert!(format!("{error:#}").ends_with("/a` is not written: it is no folder"), "{error:#}");
    assert_eq!(names(folder.path()), ["a", "b"]);
}

#[test]
fn what_appears_meanwhile_is_kept() {
    let folder = folder_with(&[]);
    let target = folder.path().join("a");
    let file = staged(&target, Existing::Keep);
    fs::write(&target, "another's").unwrap();
    let error = file.publish().unwrap_err();
    assert!(error.to_string().ends_with("/a` is there already; --force replaces it"), "{error}");
    assert!(StagedFile::create(&target, Existing::Keep).is_err());
    let other = folder.path().join("b");
    let staged = StagedFolder::create(&other, Existing::Keep).unwrap();
    fs::create_dir(&other).unwrap();
    assert!(staged.publish(|_| Ok(())).is_err());
    assert_eq!((read(&target), names(folder.path())), ("another's".to_owned(), vec!["a".to_owned(), "b".to_owned()]));
}

#[test]
fn several_files_appear_together_or_not_at_all() {
    let folder = folder_with(&["a"]);
    let paths = ["a", "b", "c"].map(|name| folder.path().join(name));
    let files = |existing: [Existing; 3]| -> Vec<StagedFile> {
        paths.iter().zip(existing).map(|(path, existing)| staged(path, existing)).collect()
    };
    let files_before = files([Existing::Replace, Existing::Keep, Existing::Keep]);
    fs::write(&paths[2], "another's").unwrap();
    assert!(publish_all(files_before).is_err());
    assert_eq!((read(&paths[0]), names(folder.path())), ("old".to_owned(), vec!["a".to_owned(), "c".to_owned()]));
    publish_all(files([Existing::Replace; 3])).unwrap();
    assert_eq!(paths.map(|path| read(&path)).concat(), "newnewnew");
    assert_eq!(names(folder.path()), ["a", "b", "c"]);
}

#[test]
fn a_folder_is_replaced_as_a_whole_or_stays() {
    let folder = folder_with(&[]);
    let target = folder.path().join("a");
    for (name, may_delete, then) in [("x", true, "x"), ("y", true, "y"), ("z", false, "y")] {
        let staged = StagedFolder::create(&target, Existing::Replace).unwrap();
        staged.write(name, b"new").unwrap();
        let published = staged.publish(|_| if may_delete { Ok(()) } else { anyhow::bail!("no") });
        assert_eq!(published.is_ok(), may_delete);
        assert_eq!((names(&target), names(folder.path())), (vec![then.to_owned()], vec!["a".to_owned()]));
    }
}

#[test]
fn a_folder_whose_path_leads_through_itself_is_replaced() {
    let folder = folder_with(&[]);
    let target = folder.path().join("a");
    fs::create_dir(&target).unwrap();
    let staged = StagedFolder::create(&target.join("../a"), Existing::Replace).unwrap();
    staged.write("new", b"new").unwrap();
    staged.publish(|_| Ok(())).unwrap();
    assert_eq!((names(&target), names(folder.path())), (vec!["new".to_owned()], vec!["a".to_owned()]));
}

#[cfg(unix)]
mod on_unix {
    use std::fs::Permissions;
    use std::io::{BufRead, BufReader};
    use std::os::unix::fs::{MetadataExt, PermissionsExt, symlink};
    use std::os::unix::process::ExitStatusExt;
    use std::process::{Command, Stdio};

    use super::*;

    fn mode(path: &Path) -> u32 {
        path.metadata().unwrap().mode() & 0o7777
    }

    #[test]
    fn permissions_are_those_of_the_file_before_or_of_any_new_file() {
        let folder = folder_with(&["plain", "private", "shared"]);
        let path = |name: &str| folder.path().join(name);
        for (name, mode) in [("private", 0o600), ("shared", 0o666)] {
            fs::set_permissions(path(name), Permissions::from_mode(mode)).unwrap();
        }
        for name in ["private", "shared", "new"] {
            write(&path(name)).unwrap();
        }
        assert_eq!(["private", "shared"].map(|name| mode(&path(name))), [0o600, 0o666]);
        assert_eq!(mode(&path("new")), mode(&path("plain")));
        StagedFolder::create(&path("folder"), Existing::Keep).unwrap().publish(|_| Ok(())).unwrap();
        fs::create_dir(path("plain-folder")).unwrap();
        assert_eq!(mode(&path("folder")), mode(&path("plain-folder")));
    }

    #[test]
    fn a_link_stays_one() {
        let folder = folder_with(&["file"]);
        let path = |name: &str| folder.path().join(name);
        fs::create_dir(path("elsewhere")).unwrap();
        for (link, to) in [("one", "two"), ("two", "file"), ("broken", "elsewhere/later"), ("circle", "circle")] {
            symlink(to, path(link)).unwrap();
        }
        write(&path("one")).unwrap();
        write(&path("broken")).unwrap();
        assert!(format!("{:#}", write(&path("circle")).unwrap_err()).ends_with("too many links"));
        assert!(["one", "two", "broken"].iter().all(|link| path(link).is_symlink()));
        assert_eq!([path("file"), path("elsewhere/later")].map(|path| read(&path)), ["new", "new"]);
        assert!(
            StagedFile::create(&path("circle"), Existing::Keep).is_err(),
            "a link that leads nowhere is there, too"
        );
        symlink("elsewhere", path("link")).unwrap();
        let staged = StagedFolder::create(&path("link/"), Existing::Replace).unwrap();
        staged.publish(|_| Ok(())).unwrap();
        assert!(path("link").is_symlink() && names(&path("elsewhere")).is_empty());
    }

    #[test]
    fn a_pipe_is_written_to() {
        let folder = folder_with(&[]);
        let pipe = folder.path().join("pipe");
        assert!(Command::new("mkfifo").arg(&pipe).status().unwrap().success());
        let reader = std::thread::spawn({
            let pipe = pipe.clone();
            move || fs::read(pipe).unwrap()
        });
        write(&pipe).unwrap();
        assert_eq!(reader.join().unwrap(), b"new");
        assert!(!pipe.is_file());
    }

    /// What the test below runs and interrupts: a program that writes a file and a folder, and does not end.
    #[test]
    #[ignore = "it is run by another test"]
    fn writer() {
        let Some(folder) = std::env::var_os("FOLDER").map(PathBuf::from) else { return };
        let _file = staged(&folder.join("file"), Existing::Replace);
        let staged = StagedFolder::create(&folder.join("folder"), Existing::Keep).unwrap();
        writeln!(std::io::stderr(), "ready").unwrap();
        for at in 0.. {
            // Fails when it is interrupted, and then waits.
            if staged.write(&at.to_string(), b"new").is_err() {
                drop(staged);
                std::process::exit(1);
            }
        }
    }

    #[test]
    fn an_interruption_removes_what_is_half_written() {
        for (name, signal) in [("INT", 2), ("TERM", 15)] {
            let folder = folder_with(&["file"]);
            let mut writer = Command::new(std::env::current_exe().unwrap())
                .args(["--exact", "files::tests::on_unix::writer", "--ignored", "--nocapture"])
                .env("FOLDER", folder.path())
                .stdout(Stdio::null())
                .stderr(Stdio::piped())
                .spawn()
                .unwrap();
            let said = BufReader::new(writer.stderr.take().unwrap()).lines().next().unwrap().unwrap();
            assert_eq!(said, "ready");
            assert_eq!(names(folder.path()).len(), 3, "two parts beside the file");
            let kill = Command::new("kill").args(["-s", name, &writer.id().to_string()]).status().unwrap();
            assert!(kill.success());
            // A shell tells of it as the status 128 and the signal.
            assert_eq!(writer.wait().unwrap().signal(), Some(signal));
            assert_eq!((read(&folder.path().join("file")), names(folder.path()).len()), ("old".to_owned(), 1));
        }
    }
}
