//! What most of the time of a long question goes to, each alone: the reader, filters, order, formats.
//!
//! The rows are made as `package.py` makes them: those of our `metrics`, each with another municipality, year and value.

// The lint knows test functions alone.
#![allow(clippy::expect_used)]

use std::fs;
use std::path::Path;
use std::sync::LazyLock;

use divan::counter::ItemsCount;
use divan::{Bencher, Divan};
use itkommun::answer::{Answer, ResultSet, own_columns};
use itkommun::output::{self, Format, Style};
use itkommun::package::{Column, Package, Table};
use itkommun::query::{Filter, Query, Sort};

/// How many rows: some three megabytes.
const ROWS: usize = 20_000;

/// How many of them are written: some formats lay each row out for people.
const WRITTEN: usize = 1_000;

/// How often each is asked, unless told otherwise: all of it in less than a minute.
const TIMES: u32 = 20;

/// The package with so many.
static PACKAGE: LazyLock<Package> = LazyLock::new(|| {
    let bundled = Package::bundled();
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("engine");
    fs::create_dir_all(&folder).expect("a folder");
    let files = bundled.tables().iter().map(|table| table.path.as_str());
    for path in files.chain(bundled.other_files().iter().map(|file| &*file.path)) {
        fs::write(folder.join(path), bundled.file(path).expect("a file")).expect("a copy");
    }
    fs::write(folder.join("datapackage.json"), bundled.descriptor_text().expect("a text")).expect("a copy");
    fs::write(folder.join("metrics.csv"), TEXT.as_slice()).expect("the rows");
    Package::in_folder(&folder).expect("a package")
});

/// The rows as CSV.
static TEXT: LazyLock<Vec<u8>> = LazyLock::new(|| made(&Package::bundled()));

fn main() {
    Divan::default().sample_count(TIMES).config_with_args().main();
}

fn made(bundled: &Package) -> Vec<u8> {
    let table = bundled.table("metrics").expect("the table");
    let at = |name| table.index_of(name).expect("the column");
    let [year, municipality, value, upper] = ["year", "municipality", "value", "upper"].map(at);
    let locators = ["locator", "locator_sv"].map(at);
    let sentences = ["subject", "subject_sv", "words", "note", "note_sv"].map(at);
    let municipalities = bundled.table("municipalities").expect("the table");
    let name = municipalities.index_of("name").expect("the column");
    let names = bundled.held(municipalities, name).expect("the names");
    let ours = bundled.file(&table.path).expect("a file");
    let mut ours = csv::Reader::from_reader(ours.as_slice());
    let mut writer = csv::Writer::from_writer(Vec::new());
    writer.write_record(ours.headers().expect("a header")).expect("a row");
    let ours: Vec<csv::StringRecord> = ours.records().collect::<Result<_, _>>().expect("rows");
    // By chance, and the same each time: the high bits of Knuth's congruential generator.
    let mut chance: u64 = 2009;
    let mut below = |end: usize| {
        chance = chance.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(chance >> 33).expect("31 bits") % end
    };
    for row in 0..ROWS {
        let mut cells: Vec<String> = ours[below(ours.len())].iter().map(str::to_owned).collect();
        cells[year] = (2000 + below(25)).to_string();
        if !cells[municipality].is_empty() {
            cells[municipality].clone_from(&names[below(names.len())]);
        }
        cells[value] = format!("{}.{}", below(100), below(10));
        if !cells[upper].is_empty() {
            "100".clone_into(&mut cells[upper]);
        }
        if row % 32 > 0 {
            for cell in sentences {
                cells[cell].clear();
            }
            for cell in locators {
                "Page text".clone_into(&mut cells[cell]);
            }
        }
        writer.write_record(cells).expect("a row");
    }
    writer.into_inner().expect("the rows")
}

fn metrics() -> &'static Table {
    PACKAGE.table("metrics").expect("the table")
}

fn column(name: &str) -> Column<'static> {
    PACKAGE.columns(metrics()).find(|column| column.field.name == name).expect("the column")
}

/// All columns of all rows.
fn query() -> Query<'static> {
    Query::new(metrics(), own_columns(metrics()).collect())
}

/// Reading alone, beside the `csv` crate. Cells are found, or read, too: freed of their quotes.
mod reader {
    use divan::Bencher;
    use divan::counter::BytesCount;
    use itkommun::package::{Input, Rows};

    use super::TEXT;

    const HOW_FAR: [&str; 2] = ["found", "read"];

    #[divan::bench(args = HOW_FAR)]
    fn ours(bencher: Bencher, how_far: &str) {
        let text = TEXT.as_slice();
        bencher.counter(BytesCount::of_slice(text)).bench_local(|| {
            let mut rows = Rows::unchecked("metrics.csv", Input::Read(Box::new(text)));
            let mut sum = 0;
            while let Some(record) = rows.next_record().expect("a row") {
                let cells = record.cell_count();
                sum += if how_far == "read" { record.written().map(<[u8]>::len).sum() } else { cells };
            }
            sum
        });
    }

    #[divan::bench(args = HOW_FAR)]
    fn csv_crate(bencher: Bencher, how_far: &str) {
        let text = TEXT.as_slice();
        bencher.counter(BytesCount::of_slice(text)).bench_local(|| {
            let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(text);
            let mut record = csv::ByteRecord::new();
            let mut sum = 0;
            while reader.read_byte_record(&mut record).expect("a row") {
                sum += if how_far == "read" { record.iter().map(<[u8]>::len).sum() } else { record.len() };
            }
            sum
        });
    }
}

/// Reading and asking: what a filter of each kind adds to a question that has none.
#[divan::bench(args = ["none", "municipality=Falkenberg", "county=Skåne", "year=2009..2013", "value=90..", "subject=skola"])]
fn filter(bencher: Bencher, condition: &str) {
    let mut query = query();
    if let Some((name, wanted)) = condition.split_once('=') {
        let filter = Filter::parse(&PACKAGE, metrics(), column(name), &[wanted.to_owned()], false);
        query.filters.push(filter.expect("a filter"));
    }
    bencher.counter(ItemsCount::new(ROWS)).bench_local(|| query.count(&PACKAGE).expect("an answer"));
}

/// Ordering by numbers and by text: ten rows, and all of them.
#[divan::bench(args = [("value", Some(10)), ("value", None), ("municipality", Some(10)), ("municipality", None)])]
fn sort(bencher: Bencher, (name, limit): (&str, Option<usize>)) {
    let sort = vec![Sort { column: column(name), descending: true }];
    let query = Query { sort, limit, ..query() };
    bencher.counter(ItemsCount::new(ROWS)).bench_local(|| query.run(&PACKAGE, |_| Ok(())).expect("an answer"));
}

/// Rows as text.
#[divan::bench(args = [Format::Csv, Format::Tsv, Format::Jsonl, Format::Markdown, Format::Table, Format::Record, Format::Html])]
fn format(bencher: Bencher, format: Format) {
    let answer = Answer::from(ResultSet::of_query(&PACKAGE, Query { limit: Some(WRITTEN), ..query() }, false));
    let write = || output::write(&PACKAGE, &answer, Style::plain(format), &mut std::io::sink());
    bencher.counter(ItemsCount::new(WRITTEN)).bench_local(|| write().expect("an answer"));
}
