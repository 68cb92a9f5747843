//! `describe`: files of which nothing is said become a package that can be asked at once.

use std::fs;
use std::io::Write as _;
use std::path::Path;
use std::process::Output;

use flate2::Compression;
use flate2::write::GzEncoder;
use serde_json::{Value, json};

use crate::support::{folder, json as answer, program, refusal};

/// What a run in this folder gives.
fn described(folder: &Path, files: &[&str]) -> Output {
    program().arg("describe").args(files).current_dir(folder).output().expect("the program runs")
}

/// The resources that are proposed, after making sure that there is nothing to remark.
fn resources(folder: &Path, files: &[&str]) -> Vec<Value> {
    let output = described(folder, files);
    assert!(output.status.success() && output.stderr.is_empty(), "{}", String::from_utf8_lossy(&output.stderr));
    let mut description: Value = serde_json::from_slice(&output.stdout).expect("JSON");
    serde_json::from_value(description["resources"].take()).expect("a list")
}

/// What is told of one file that is refused, behind `error: `.
fn told(folder: &Path, file: &str) -> String {
    let output = described(folder, &[file]);
    assert!(output.stdout.is_empty() && output.status.code() == Some(3), "{output:?}");
    let told = String::from_utf8(output.stderr).expect("UTF-8");
    told.strip_prefix("error: ").expect("an error").trim_end().to_owned()
}

fn packed(text: &[u8]) -> Vec<u8> {
    let mut packed = GzEncoder::new(Vec::new(), Compression::default());
    packed.write_all(text).expect("written");
    packed.finish().expect("written")
}

/// The types of the columns of a file with this text.
fn types(folder: &Path, text: &str) -> Vec<String> {
    fs::write(folder.join("t.csv"), text).expect("written");
    let fields = resources(folder, &["t.csv"])[0]["schema"]["fields"].take();
    fields.as_array().expect("fields").iter().map(|field| field["type"].as_str().expect("a type").to_owned()).collect()
}

#[test]
fn a_file_as_spreadsheets_write_it_is_asked_at_once() {
    let folder = folder("describe-round-trip");
    let text = "år;kommun;kod;andel;antal;dag;ja;not\r\n\
                2009;Järfälla;0123;1,5;1 234;2009-11-17;true;\"en \"\"sak\"\"\r\nmed rad; och mer\"\r\n\
                2010;Ale;1440;2,25;73 955;2010-01-02;false;\r\n";
    let latin: Vec<u8> = text.chars().map(|letter| u8::try_from(u32::from(letter)).expect("a letter of it")).collect();
    let units = |bytes: fn(u16) -> [u8; 2]| text.encode_utf16().flat_map(bytes).collect::<Vec<u8>>();
    let (little, big) = (units(u16::to_le_bytes), units(u16::to_be_bytes));
    let pieces = text.split_at(40);
    let files = [
        ("plain.csv", text.as_bytes().to_vec(), "utf-8"),
        ("marked.csv", [b"\xef\xbb\xbf", text.as_bytes()].concat(), "utf-8"),
        ("latin.csv", latin.clone(), "windows-1252"),
        ("little.csv", [b"\xff\xfe", &little[..]].concat(), "utf-16"),
        ("big.csv", [b"\xfe\xff", &big[..]].concat(), "utf-16"),
        ("lines.csv", text.replace("\r\n", "\n").into_bytes(), "utf-8"),
        ("returns.csv", text.replace("\r\n", "\r").into_bytes(), "utf-8"),
        ("packed.csv.gz", packed(&latin), "windows-1252"),
        ("pieces.csv.gz", [packed(pieces.0.as_bytes()), packed(pieces.1.as_bytes())].concat(), "utf-8"),
        ("tabs.tsv", text.replace(';', "\t").into_bytes(), "utf-8"),
        ("bars.txt", text.replace(';', "|").into_bytes(), "utf-8"),
    ];
    for (name, bytes, _) in &files {
        fs::write(folder.join(name), bytes).expect("written");
    }
    let names: Vec<&str> = files.iter().map(|(name, ..)| *name).collect();
    let output = described(&folder, &[&names[..], &["-o", "datapackage.json"]].concat());
    assert!(output.status.success() && output.stdout.is_empty() && output.stderr.is_empty(), "{output:?}");
    let description = fs::read_to_string(folder.join("datapackage.json")).expect("written");
    let description: Value = serde_json::from_str(&description).expect("JSON");
    assert_eq!(description["$schema"], "https://datapackage.org/profiles/2.0/datapackage.json");
    let package = folder.join("datapackage.json");
    let package = package.to_str().expect("text");
    assert_eq!(refusal(&["check", package]), (Some(0), String::new()));
    for (at, (file, _, encoding)) in files.iter().enumerate() {
        let resource = &description["resources"][at];
        assert_eq!((&resource["path"], &resource["encoding"]), (&json!(file), &json!(encoding)));
        let mut rows = answer(&["--package", package, resource["name"].as_str().expect("a name")]);
        let note = rows[0]["not"].take();
        assert!(note.as_str().is_some_and(|note| note.starts_with("en \"sak\"")), "{file}: {note}");
        assert_eq!(
            rows,
            json!([
                {"år": 2009, "kommun": "Järfälla", "kod": "0123", "andel": 1.5, "antal": 1234, "dag": "2009-11-17",
                 "ja": true, "not": null},
                {"år": 2010, "kommun": "Ale", "kod": "1440", "andel": 2.25, "antal": 73955, "dag": "2010-01-02",
                 "ja": false, "not": null},
            ]),
            "{file}"
        );
    }
    assert_eq!(
        description["resources"][0]["schema"]["fields"],
        json!([
            {"name": "år", "type": "integer"},
            {"name": "kommun", "type": "string"},
            {"name": "kod", "type": "string"},
            {"name": "andel", "type": "number", "decimalChar": ","},
            {"name": "antal", "type": "number", "groupChar": " "},
            {"name": "dag", "type": "date"},
            {"name": "ja", "type": "boolean"},
            {"name": "not", "type": "string"},
        ])
    );
}

#[test]
fn what_is_not_certain_is_text() {
    let folder = folder("describe-types");
    for (text, expected) in [
        // Codes, telephone numbers, numbers that no machine holds, days in one order or another, nothing at all.
        (
            "a,b,c,d,e\n0180,+46,12345678901234567,17/11/2009,\n12,1,9223372036854775808,01/02/2009,\n",
            "string string string string string",
        ),
        ("a,b,c\n1,-2,9007199254740993\n,0,\n", "integer integer integer"),
        ("a,b,c\n1.5,1e-05,2\n2,0.5,2.0\n", "number number number"),
        ("a,b,c\n2009-11-17,true,TRUE\n2009-02-30,no,False\n", "string string boolean"),
        ("a,b\n2009-11-17,1\n,0\n", "date integer"),
        ("a;b;c\n1,5;1,234;1 000\n2.5;5,678;1\u{a0}000\n", "string string string"),
        ("a,b\n\"1,5\", 1\n2,2\n", "string string"),
    ] {
        let lines: Vec<String> = text.lines().map(str::to_owned).collect();
        fs::write(folder.join("t.csv"), text).expect("written");
        let output = described(&folder, &["t.csv"]);
        let description: Value = serde_json::from_slice(&output.stdout).expect("JSON");
        let fields = description["resources"][0]["schema"]["fields"].as_array().expect("fields");
        let found: Vec<&str> = fields.iter().filter_map(|field| field["type"].as_str()).collect();
        assert_eq!(found.join(" "), expected, "{lines:?}");
    }
    // The last of very many rows counts as the first does.
    let rows: Vec<String> = (0..100_000).map(|row| format!("{row},{row}\n")).collect();
    let text = format!("a,b\n{}", rows.concat());
    assert_eq!(types(&folder, &text), ["integer", "integer"]);
    assert_eq!(types(&folder, &format!("{text}007,1.5\n")), ["string", "number"]);
}

#[test]
fn a_column_that_is_mostly_numbers_is_told_of_and_so_are_rows_of_other_widths() {
    let folder = folder("describe-notes");
    fs::write(folder.join("t.csv"), "a ,b\n1,x\n2,y\n3,z\n4\n5,6,7\nn/a,8\n").expect("written");
    let output = described(&folder, &["t.csv"]);
    assert!(output.status.success(), "{output:?}");
    assert_eq!(
        String::from_utf8(output.stderr).expect("UTF-8"),
        "note: t.csv:1:1: the heading `a ` begins or ends with a blank, which others that read the package may not expect\n\
         note: t.csv:5:1: 1 cell where there are 2 headings, the first of 2 such rows; `check` tells of each\n\
         note: t.a  is text: `n/a` (t.csv:7:1) is no number\n"
    );
}

#[test]
fn what_is_no_table_is_refused_with_its_place() {
    let folder = folder("describe-refused");
    for (name, bytes, expected) in [
        ("empty.csv", &b""[..], "empty.csv:1:1: no line of headings"),
        ("unnamed.csv", b"a,,c\n1,2,3\n", "unnamed.csv:1:3: a column without a name; write one into the file"),
        ("twice.csv", b"a,b,a\n1,2,3\n", "twice.csv:1:5: the column `a` stands twice; write another into the file"),
        ("quote.csv", b"a,b\n1,\"2\n3,4\n", "quote.csv:2:3: a quotation mark that is never closed"),
        (
            "zero.csv",
            b"a;b\n1;2\0\n",
            "zero.csv:2:4: a byte 0, which no text has; a workbook or a database is saved as CSV first",
        ),
        (
            "cut.csv.gz",
            &packed(b"a,b\n1,2\n")[..20],
            "cut.csv.gz:3:1: the gzip file ends too early, as if it had not been copied to its end",
        ),
        (
            "book.csv",
            b"PK\x03\x04",
            "book.csv: it is a zip file, as workbooks are, too: unpack it, or save its table as CSV; of what is packed, gzip alone \
             is read",
        ),
        (
            "title.csv",
            "Folkmängd, 2020\n\nregion;1990;2000\n01;2;3\n".as_bytes(),
            "title.csv:3:1: 3 cells, parted by `;`, and 1 on the first line, which should be that of the headings; delete what \
             stands above them",
        ),
    ] {
        fs::write(folder.join(name), bytes).expect("written");
        assert_eq!(told(&folder, name), expected);
    }
}

#[test]
fn paths_are_those_from_where_the_description_lies() {
    let folder = folder("describe-paths");
    fs::create_dir_all(folder.join("in/deep")).expect("a folder");
    for path in ["Folkmängd 2023.csv", "in/x.csv", "in/deep/x.csv", "in/check.csv", ".hidden.csv"] {
        fs::write(folder.join(path), "a,b\n1,2\n").expect("written");
    }
    let absolute = folder.join("in/check.csv");
    let files = ["./Folkmängd 2023.csv", "in/x.csv", "in/deep/x.csv", absolute.to_str().expect("text")];
    let found = resources(&folder, &files);
    let found: Vec<_> = found.iter().map(|resource| (resource["name"].as_str(), resource["path"].as_str())).collect();
    assert_eq!(
        found,
        [
            ("folkmangd_2023", "Folkmängd 2023.csv"),
            ("x", "in/x.csv"),
            ("x_2", "in/deep/x.csv"),
            ("check", "in/check.csv")
        ]
        .map(|(name, path)| (Some(name), Some(path)))
    );
    // Beside the files, the description names them from there; and it is written whole or not at all.
    let output = described(&folder, &["in/x.csv", "in/deep/x.csv", "-o", "in/datapackage.json"]);
    assert!(output.status.success(), "{output:?}");
    let read = || fs::read_to_string(folder.join("in/datapackage.json")).expect("written");
    let written = read();
    assert!(written.contains("\"path\": \"x.csv\"") && written.contains("\"path\": \"deep/x.csv\""), "{written}");
    let output = described(&folder, &["in/x.csv", "Folkmängd 2023.csv", "-o", "in/datapackage.json"]);
    let told_of = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.code() == Some(3) && told_of.contains("lies elsewhere than the description"), "{told_of}");
    assert_eq!(read(), written);
    assert!(told(&folder, ".hidden.csv").contains("cannot name a path that begins with ."));
    assert_eq!(described(&folder, &["in/x.csv", "-o", "x.csv"]).status.code(), Some(2), "no file of JSON");
}
