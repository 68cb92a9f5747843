//! Columns whose values stand for addresses: links in pages and workbooks, under the value as it is.

use std::path::Path;

use itkommun::package::Package;

use crate::small::over;
use crate::support::{lines, stdout};

/// A package made for this, of islands that have addresses in Wikidata and elsewhere.
pub(crate) fn islands() -> Package {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/packages/sound/addresses");
    Package::in_folder(&folder).expect("a package")
}

#[test]
fn a_page_leads_to_what_its_values_stand_for() {
    let page = over(&islands(), &["islands", "--format", "html"]);
    for link in [
        "http://www.wikidata.org/entity/Q217317\">Q217317</a>",
        "https://example.org/maps/north.png\">north</a>, <a class=\"out\" rel=\"noreferrer\" \
         href=\"https://example.org/maps/south.png\">south</a>",
        "https://example.org/0001\">0001</a>",
        // What would be markup, or another place.
        "http://www.wikidata.org/entity/Q%22%3E%3Cb%3E%2F..%2Fx\">Q&quot;&gt;&lt;b&gt;/../x</a>",
        "https://example.org/maps/a%20b.png\">a b</a>",
    ] {
        assert!(page.contains(&format!("<a class=\"out\" rel=\"noreferrer\" href=\"{link}")), "{link}: {page}");
    }
    // Two of the four islands have maps, one of them two; three have items, all have codes.
    assert_eq!(page.matches("class=\"out\"").count(), 3 + 3 + 4);
}

#[test]
fn so_does_a_column_that_a_key_opens() {
    let page = over(&islands(), &["visits", "--columns", "island,wikidata,maps", "--format", "html"]);
    assert!(page.contains("href=\"http://www.wikidata.org/entity/Q1396\">Q1396</a>"), "{page}");
    assert!(page.contains("href=\"https://example.org/maps/south.png\">south</a>"), "{page}");
    let page = stdout(&["nominees", "--year", "2009", "--columns", "municipality,wikidata", "--format", "html"]);
    let nominees = lines(&["nominees", "--year", "2009"]).len();
    assert_eq!(page.matches("href=\"http://www.wikidata.org/entity/Q").count(), nominees);
}

#[test]
fn what_programs_read_is_the_value_alone() {
    for format in ["csv", "tsv", "json", "markdown", "table"] {
        let text = over(&islands(), &["islands", "--format", format]);
        assert!(text.contains("Q217317") && !text.contains("http"), "{format}: {text}");
    }
}

#[cfg(feature = "xlsx")]
#[test]
fn a_cell_of_a_workbook_is_a_link_under_its_value() {
    use calamine::{Data, Reader, Xlsx, open_workbook};
    use std::{fs, io};
    let to = crate::support::folder("addresses").join("islands.xlsx");
    let name = to.to_str().expect("UTF-8");
    for arguments in [&["islands", "-o", name][..], &["export", "--force", "--to", name]] {
        over(&islands(), arguments);
        let mut parts = zip::ZipArchive::new(fs::File::open(&to).expect("a workbook")).expect("an archive");
        let [sheet, links] = ["sheet1.xml", "_rels/sheet1.xml.rels"].map(|name| {
            let part = parts.by_name(&format!("xl/worksheets/{name}")).expect("a part");
            io::read_to_string(part).expect("UTF-8")
        });
        // Column B has the items of Wikidata, D the codes; the lists of C have more than a cell can lead to.
        for cell in ["B2", "B3", "B4", "D2", "D5"] {
            assert!(sheet.contains(&format!("<hyperlink ref=\"{cell}\"")), "{cell}: {sheet}");
        }
        assert_eq!(sheet.matches("<hyperlink ").count(), 3 + 4);
        assert!(links.contains("Target=\"http://www.wikidata.org/entity/Q%22%3E%3Cb%3E%2F..%2Fx\""), "{links}");
        assert!(links.contains("Target=\"https://example.org/0001\" TargetMode=\"External\""), "{links}");
    }
    let mut workbook: Xlsx<_> = open_workbook(&to).expect("a workbook");
    let rows = workbook.worksheet_range("islands").expect("a sheet");
    assert_eq!(rows.get((1, 1)), Some(&Data::String("Q217317".to_owned())));
    assert_eq!(rows.get((1, 3)), Some(&Data::String("0001".to_owned())));
}
