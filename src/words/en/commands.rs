//! What help and the manual tell of each command, in English.

use super::English;
use crate::words::commands::{Commands, Told};

impl Commands for English {
    fn command_show(&self) -> Told {
        Told {
            about: "Everything about one thing, by its name",
            notes: "A name that is typed in whole comes before words of names, and these before letters. Where many \
                    names have them, the names are listed.",
        }
    }

    fn command_search(&self) -> Told {
        Told {
            about: "Rows of any table that contain all the words",
            notes: "Looked at are the cells of a row, the labels of members of sets in both languages, and what the \
                    row's keys open. A plural finds its singular, too, and hyphens do not matter. In each table those \
                    rows come first that have all words in their names, and whole words before parts of words. A table of \
                    figures without a text of its own is looked through where the others have no row, or --table names it.",
        }
    }

    fn command_compare(&self) -> Told {
        Told { about: "Figures beside each other, or one's beside the mean", notes: "" }
    }

    fn command_profile(&self) -> Told {
        Told {
            about: "Figures that lie on one scale, beside the mean's, as a drawing",
            notes: "A bar or a point stands at the number that is stated; beside it stands what that leaves open.",
        }
    }

    fn command_chart(&self) -> Told {
        Told {
            about: "Rows of a table as bars, a map or a timeline",
            notes: "--x names the columns that label the bars; without --y a bar is how many rows have that label, \
                    most first, with --y it is the number in that column, in the order of --sort. The figures of one \
                    thing, such as --indicator e_services, need neither. With --map the same is on a map. The filters of a table: `itkommun chart \
                    <TABLE> --help`",
        }
    }

    fn command_sql(&self) -> Told {
        Told {
            about: "A SELECT over all tables, answered by SQLite",
            notes: "Tables have the columns that `itkommun schema <TABLE>` lists. Lists are JSON arrays (json_each \
                    takes them apart), missing values NULL. A list of keys is a table, too, an item a row: its \
                    <TABLE>_<COLUMN>.row is <TABLE>.rowid. Columns of text sort as Swedish does, other texts with \
                    COLLATE sv; LIKE, lower and upper know å, ä and ö, fold(text) makes of a text what filters \
                    compare, and median(x) is an aggregate. In x REGEXP 'a|b' the signs \\w, \\b and (?i) know a to z \
                    alone. The first line of an attached file names its columns; one is a number where all its values \
                    are, in one way to write them (73 955 and 1,5, too; 0180 is a text), and an empty cell is NULL.",
        }
    }

    fn command_export(&self) -> Told {
        Told {
            about: "The tables as a folder, database, workbook, page or DCAT-AP-SE",
            notes: "FILE.ttl describes them all for data portals, in Turtle as DCAT-AP-SE has it. The data is then in the form \
                    that the ending of --address tells, CSV files where it has none; a publisher's own address is what \
                    portals know them by, such as <http://dataportal.se/organisation/SE2120002627>.",
        }
    }

    fn command_schema(&self) -> Told {
        Told { about: "The tables, or the columns of one", notes: "" }
    }

    fn command_describe(&self) -> Told {
        Told {
            about: "A datapackage.json for CSV files that have none",
            notes: "With it, --package asks the files as it does the register. Found by all rows are what parts the \
                    cells (, ; tab |), the encoding (UTF-8, UTF-16, else windows-1252), and what each column is: a number, \
                    with a decimal comma or spaces between thousands, too, a date like 2009-11-17, true or false, and text \
                    otherwise, as codes like 0180 are. The first line has the headings. It is a proposal: titles, keys and \
                    what else the standard knows can be added to it.",
        }
    }

    fn command_check(&self) -> Told {
        Told {
            about: "What is wrong with a data package",
            notes: "Each problem is a line file:line:column: message, or a row with --format; if there is any, the \
                    exit status is 3.",
        }
    }

    fn command_cite(&self) -> Told {
        Told {
            about: "How to cite the data: its version, date and licence",
            notes: "The sources of rows: --cite or --format bibtex on any table, `show`, `search` and whatever is \
                    drawn.",
        }
    }

    fn command_completions(&self) -> Told {
        Told {
            about: "Completions for a shell",
            notes: "A shell completes when it finds the script:
  bash        ~/.local/share/bash-completion/completions/itkommun
  zsh         _itkommun in a folder of $fpath
  fish        ~/.config/fish/completions/itkommun.fish
  elvish      ~/.config/elvish/rc.elv, at its end
  powershell  the file $PROFILE, at its end",
        }
    }

    fn command_man(&self) -> Told {
        Told {
            about: "The manual, a page for each table and command",
            notes: "A page is read with `itkommun man show | man -l -`, or where --to has put it.",
        }
    }

    fn usual_of_rows(&self) -> &'static str {
        "table on a terminal, tsv elsewhere"
    }

    fn usual_of_citations(&self) -> &'static str {
        "a line in the form that DataCite recommends"
    }

    fn usual_of_problems(&self) -> &'static str {
        "a line a problem"
    }
}
