//! Packages that are made to break the program, or are broken: each is refused where it is wrong, with status 3, and in no
//! more memory than there is.

use std::fs::{self, OpenOptions};
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::Stdio;

use crate::support::{folder, itkommun, program, refusal, stdout};

const SOUND: &str = r#"{"resources": [{"name": "a", "path": "a.csv", "schema": {"fields": [
 {"name": "id", "type": "integer"}, {"name": "v"}]}}]}"#;

fn package(name: &str, described: impl AsRef<[u8]>, rows: impl AsRef<[u8]>) -> PathBuf {
    let folder = folder(name);
    fs::write(folder.join("datapackage.json"), described).expect("written");
    fs::write(folder.join("a.csv"), rows).expect("written");
    folder
}

fn told(folder: &Path) -> Vec<String> {
    let output = itkommun(&["check", folder.to_str().expect("UTF-8")]);
    assert_eq!(output.status.code(), Some(3), "{}: {}", folder.display(), String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).expect("UTF-8").lines().map(str::to_owned).collect()
}

#[test]
fn a_file_that_is_no_table_is_told_where_it_is_none() {
    let row_of = |bytes: usize| format!("id,v\n1,2\n3,{}\n", "x".repeat(bytes)).into_bytes();
    let long = "cannot be read: a row of more than 16777216 bytes; is a quotation mark in it never closed?";
    let unclosed = [b"id,v\n1,\"", &b"x,y\n".repeat(5 << 20)[..]].concat();
    for (at, (rows, expected)) in [
        (vec![], "1:1: no line of headings"),
        (b"\n\n".to_vec(), "1:1: an empty line|2:1: an empty line|1:1: no line of headings"),
        (
            b"id,v\n1\n2,3,4\n\n,\n".to_vec(),
            "2:1: 1 cell where 2 are declared|3:5: 3 cells where 2 are declared|4:1: an empty line",
        ),
        (b"id,v\n1\0,a\0\n".to_vec(), "2:1: `1\\u{0}` is not a whole number"),
        (b"id,v\n1,\xff\xfe\n".to_vec(), "2:3: not UTF-8; the file looks like windows-1252: encoding says so"),
        (b"id,v\n1,\"a\n2,b\n".to_vec(), "2:3: a quotation mark that is never closed"),
        (b"\0\x01\x02\x03".to_vec(), "1:1: not UTF-8; the file looks like utf-16: encoding says so"),
        (row_of(16 << 20), &format!("3:1: {long}")),
        (unclosed, &format!("2:1: {long}")),
    ]
    .into_iter()
    .enumerate()
    {
        let lines = told(&package(&format!("hostile-rows-{at}"), SOUND, rows));
        let expected: Vec<String> = expected.split('|').map(|line| format!("a.csv:{line}")).collect();
        assert_eq!(lines, expected, "{at}");
    }
    let header = package("hostile-header", SOUND, "id,v");
    assert!(itkommun(&["check", header.to_str().expect("UTF-8")]).status.success(), "a table without rows is one");
}

#[test]
fn a_description_that_is_none_is_told_in_our_words() {
    let with = |old: &str, new: &str| SOUND.replace(old, new).into_bytes();
    let object = "1:1: a description is an object, as {\"resources\": […]}";
    let deep = [&b"{\"x\": "[..], &b"[".repeat(10_000), &b"]".repeat(10_000), b"}"].concat();
    for (at, (described, expected)) in [
        (b"".to_vec(), "1:1: the text ends too early"),
        (b"[]".to_vec(), object),
        (b"null".to_vec(), object),
        (b"\"x\"".to_vec(), object),
        (b"7".to_vec(), object),
        (b"{}".to_vec(), "1:1: a package must have the property resources"),
        (b"{\"resources\": 7}".to_vec(), "1:15: resources must be a list of objects, and is `7`"),
        (b"{\"resources\": {\"a\": 1}}".to_vec(), "1:15: resources must be a list of objects, and is `{\"a\":1}`"),
        (deep, "1:133: lists and objects too deep within each other"),
        (b"{\"resources\": [], \"\x07\": 1}".to_vec(), "1:20: a control character in a text, unescaped"),
        (with("{\"name\": \"v\"}", "null"), "2:37: fields/1 must be an object, and is `null`"),
        (with("\"v\"", "\"v\", \"title\": 5"), "2:60: title must be a text, and is `5`"),
        (
            with("\"path\": \"a.csv\"", "\"path\": \"b.csv\", \"path\": \"a.csv\""),
            "1:52: the property `path` stands twice",
        ),
        (
            with("\"resources\"", "\"x\": {\"y\": 1, \"y\": 2}, \"resources\""),
            "1:16: `y` is described twice, of which one is read",
        ),
        (vec![b' '; (16 << 20) + 1], "1:1: a description of more than 16 MB; rows stand better in files of their own"),
    ]
    .into_iter()
    .enumerate()
    {
        let folder = package(&format!("hostile-described-{at}"), described, "id,v\n1,2\n");
        assert_eq!(told(&folder), [format!("datapackage.json:{expected}")], "{at}");
    }
    let marked = package("hostile-marked", [b"\xef\xbb\xbf", SOUND.as_bytes()].concat(), "id,v\n1,2\n");
    assert!(itkommun(&["check", marked.to_str().expect("UTF-8")]).status.success(), "a byte order mark is nothing");
}

#[test]
fn what_is_no_file_of_the_package_is_not_opened() {
    for (at, (path, reason)) in [
        ("https://example.org/a.csv", "is an address"),
        ("/dev/zero", "a package's files lie in its own folder"),
        ("../a.csv", "a package's files lie in its own folder"),
        (".", "not a file"),
        ("a\\u0000.csv", "NUL"),
    ]
    .into_iter()
    .enumerate()
    {
        let folder = package(&format!("hostile-path-{at}"), SOUND.replace("a.csv", path), "id,v\n");
        let lines = told(&folder);
        assert!(lines.len() == 1 && lines[0].contains(":1:1: ") && lines[0].contains(reason), "{lines:?}");
    }
    let nameless = told(&package("hostile-path-empty", SOUND.replace("a.csv", ""), "id,v\n"));
    assert_eq!(nameless, ["datapackage.json:1:38: path must be a text or a list of texts, and is `\"\"`"]);
}

#[cfg(unix)]
#[test]
fn a_pipe_or_a_device_is_no_package() {
    let folder = folder("hostile-pipes");
    let made = std::process::Command::new("mkfifo").arg(folder.join("datapackage.json")).status().expect("mkfifo");
    assert!(made.success());
    let pipe = folder.join("datapackage.json");
    for path in ["/dev/zero", "/dev/null", folder.to_str().expect("UTF-8"), pipe.to_str().expect("UTF-8")] {
        for arguments in [&["check", path][..], &["--package", path, "a"]] {
            let (status, told) = refusal(arguments);
            assert!(status == Some(3) && told.contains("not a file"), "{told}");
        }
    }
}

#[test]
fn a_file_that_changes_while_it_is_read_is_told() {
    let folder = package("hostile-changing", SOUND, ["id,v\n", &"1,2\n".repeat(500_000)].concat());
    let mut running = program();
    let running = running.args(["check", folder.to_str().expect("UTF-8")]).stdout(Stdio::piped());
    let mut running = running.spawn().expect("the program runs");
    while running.try_wait().expect("it can be asked").is_none() {
        let file = OpenOptions::new().append(true).open(folder.join("a.csv"));
        file.expect("the file").write_all(b"3,4\n").expect("written");
    }
    let output = running.wait_with_output().expect("its end");
    let told = String::from_utf8(output.stdout).expect("UTF-8");
    assert_eq!(output.status.code(), Some(3));
    assert!(told.ends_with(":1: the file changed while it was read\n"), "{told}");
}

#[test]
fn help_shows_what_a_terminal_would_act_on_escaped() {
    let described = SOUND
        .replace("{\"resources\"", "{\"title\": \"Red\\u001b[31m\", \"resources\"")
        .replace("\"v\"", "\"v\\u0007\\u202e\"");
    let folder = package("hostile-names", described.replace("\"path\"", "\"title\": \"T\\u001b[2J\", \"path\""), "");
    let folder = folder.to_str().expect("UTF-8");
    for arguments in
        [&["--package", folder][..], &["--package", folder, "--help"], &["--package", folder, "a", "--help"]]
    {
        let help = stdout(arguments);
        assert!(
            !help.contains(|letter: char| letter.is_control() && letter != '\n' || letter == '\u{202e}'),
            "{help:?}"
        );
    }
    assert!(stdout(&["--package", folder]).starts_with("Red\\u{1b}[31m\n"));
}
