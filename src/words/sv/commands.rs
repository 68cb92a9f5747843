//! What help and the manual tell of each command, in Swedish.

use super::Swedish;
use crate::words::commands::{Commands, Told};

impl Commands for Swedish {
    fn command_show(&self) -> Told {
        Told {
            about: "Allt om en sak med ett visst namn",
            notes: "Ett fullständigt namn går före hela ord i namn, och de går före delar av ord. Om många namn passar \
                    visas en lista över dem.",
        }
    }

    fn command_search(&self) -> Told {
        Told {
            about: "Rader med samtliga ord, ur alla tabeller",
            notes: "Sökningen omfattar radens celler, de fasta värdenas etiketter på båda språken och det som radens \
                    nycklar öppnar. Ett ord i plural hittar även singular, och bindestreck saknar betydelse. I varje \
                    tabell kommer de rader först som har alla ord i sina namn, och hela ord före delar av ord. En tabell \
                    med bara siffror och inga egna texter genomsöks om de andra saknar rader eller om --table anger den.",
        }
    }

    fn command_compare(&self) -> Told {
        Told { about: "Värden sida vid sida, för flera eller för en och genomsnittet", notes: "" }
    }

    fn command_profile(&self) -> Told {
        Told {
            about: "Värden på en gemensam skala, bredvid genomsnittet, som diagram",
            notes: "En stapel eller en punkt visar det tal som anges; bredvid visas det som talet lämnar öppet.",
        }
    }

    fn command_chart(&self) -> Told {
        Told {
            about: "Rader ur en tabell som staplar, karta eller tidslinje",
            notes: "--x anger kolumnerna som namnger staplarna. Utan --y visar en stapel hur många rader som har det \
                    namnet, flest först; med --y visar den talet i den kolumnen, i den ordning som --sort anger. \
                    Värden för en och samma sak, till exempel --indicator e_services, behöver ingetdera. Med --map ritas detsamma på en karta. Tabellernas \
                    filter: `itkommun chart <TABELL> --help`",
        }
    }

    fn command_sql(&self) -> Told {
        Told {
            about: "Svaret från SQLite på en SELECT-sats över alla tabeller",
            notes: "Tabellerna har de kolumner som `itkommun schema <TABELL>` listar. Listor är JSON-arrayer \
                    (json_each delar upp dem), och värden som saknas är NULL. En lista med nycklar är också en tabell, med \
                    en rad för varje post: dess <TABELL>_<KOLUMN>.row är <TABELL>.rowid. Textkolumner sorteras som på \
                    svenska, andra texter med COLLATE sv; LIKE, lower och upper hanterar å, ä och ö, fold(text) ger \
                    det som filter jämför, och median(x) är en aggregatfunktion. I x REGEXP 'a|b' \
                    gäller \\w, \\b och (?i) bara bokstäverna a till z. Första raden i en bifogad fil \
                    namnger dess kolumner; en kolumn är tal om alla dess värden är tal som skrivs på samma sätt (även \
                    73 955 och 1,5; 0180 är text), och en tom cell är NULL.",
        }
    }

    fn command_export(&self) -> Told {
        Told {
            about: "Tabellerna som mapp, databas, arbetsbok, sida eller DCAT-AP-SE",
            notes: "FIL.ttl beskriver alla tabeller för dataportaler, i Turtle enligt DCAT-AP-SE. Data finns då i den form \
                    som ändelsen i --address anger, som CSV-filer om den saknar ändelse. En utgivares egen adress är \
                    den som portaler känner utgivaren under, som <http://dataportal.se/organisation/SE2120002627>.",
        }
    }

    fn command_schema(&self) -> Told {
        Told { about: "Tabellerna, eller kolumnerna i en av dem", notes: "" }
    }

    fn command_describe(&self) -> Told {
        Told {
            about: "En datapackage.json för CSV-filer som saknar en",
            notes: "Med den besvarar --package frågor om filerna så som om registret. Alla rader avgör vad som skiljer \
                    cellerna åt (, ; tabb |), teckenkodningen (UTF-8, UTF-16, annars windows-1252) och vad varje kolumn är: ett \
                    tal, även med decimalkomma eller mellanslag mellan tusental, ett datum som 2009-11-17, sant eller falskt \
                    (true, false), och annars text, som koder av typen 0180. Första raden är rubrikraden. Det är ett \
                    förslag: titlar, nycklar och annat som standarden känner till kan läggas till.",
        }
    }

    fn command_check(&self) -> Told {
        Told {
            about: "Vad som är fel i ett datapaket",
            notes: "Varje problem står på en rad, fil:rad:kolumn: meddelande, eller i en tabell med --format; finns \
                    det något är slutstatus 3.",
        }
    }

    fn command_cite(&self) -> Told {
        Told {
            about: "Hur data anges som källa: version, datum och licens",
            notes: "Radernas källor: --cite eller --format bibtex för alla tabeller, `show`, `search` och alla \
                    diagram.",
        }
    }

    fn command_completions(&self) -> Told {
        Told {
            about: "Komplettering av det som skrivs i skalet",
            notes: "Skalet kompletterar när det hittar skriptet:
  bash        ~/.local/share/bash-completion/completions/itkommun
  zsh         _itkommun i en mapp i $fpath
  fish        ~/.config/fish/completions/itkommun.fish
  elvish      ~/.config/elvish/rc.elv, sist i filen
  powershell  filen $PROFILE, sist i den",
        }
    }

    fn command_man(&self) -> Told {
        Told {
            about: "Handboken, en sida för varje tabell och kommando",
            notes: "En sida läses med `itkommun man show | man -l -`, eller där --to har lagt den.",
        }
    }

    fn usual_of_rows(&self) -> &'static str {
        "table på en terminal, annars tsv"
    }

    fn usual_of_citations(&self) -> &'static str {
        "en rad i den form som DataCite rekommenderar"
    }

    fn usual_of_problems(&self) -> &'static str {
        "en rad för varje problem"
    }
}
