//! Completion as people meet it: keys are typed into a bash, a zsh and a fish, and what becomes of them is read back.
//!
//! A shell runs without anyone's settings, in a folder of the test's own and with a home that is not there. In it the
//! command `itkommun` only prints what it is given. Where a shell is not installed that is said, and its test is passed
//! over; where the tests are the gate, it fails.

use std::env;
use std::fs::{self, File};
use std::io::{Read, Write};
use std::path::Path;
use std::process::{Child, Command};
use std::sync::mpsc::{Receiver, channel};
use std::thread;
use std::time::{Duration, Instant};

use crate::pty::Terminal;
use crate::support::{folder, stdout};

/// How long an answer may take, however busy the machine.
const LONGEST: Duration = Duration::from_secs(60);

/// How a shell is set up for a test.
struct Kind {
    name: &'static str,
    arguments: &'static [&'static str],
    /// What it does first. The script lies in the folder `scripts`.
    settings: &'static str,
    script: &'static str,
    /// The keys for a list of what can come.
    list: &'static str,
}

const BASH: Kind = Kind {
    name: "bash",
    arguments: &["--norc", "--noprofile", "-i"],
    settings: "PS1=; itkommun() { printf '<%s>' \"$@\"; echo .; }; . scripts/itkommun.bash; echo rea''dy",
    script: "itkommun.bash",
    list: "\t\t",
};

/// Left to itself, zsh runs a substitution at the press of the key, whatever the command; it is told to complete alone.
const ZSH: Kind = Kind {
    name: "zsh",
    arguments: &["-f", "-i"],
    settings: "PS1=; itkommun() { printf '<%s>' \"$@\"; echo .; }; fpath=($PWD/scripts $fpath); \
               autoload -Uz compinit; compinit -u -D; bindkey '^I' complete-word; echo rea''dy",
    script: "_itkommun",
    list: "\t",
};

const FISH: Kind = Kind {
    name: "fish",
    arguments: &["--no-config", "-i"],
    settings: "function fish_prompt; end; function itkommun; printf '<%s>' $argv; echo .; end; \
               source scripts/itkommun.fish; echo rea''dy",
    script: "itkommun.fish",
    list: "\t",
};

/// A shell at work.
struct Session {
    shell: Child,
    keys: File,
    screen: Receiver<Vec<u8>>,
    /// What it has shown since the last time that anything was waited for.
    shown: String,
}

impl Session {
    /// Starts the shell in a folder; nothing where it is not installed.
    #[allow(clippy::print_stdout)]
    fn start(kind: &Kind, folder: &Path) -> Option<Self> {
        if Command::new(kind.name).arg("--version").output().is_err() {
            assert!(env::var_os("CI").is_none(), "{} is not installed", kind.name);
            println!("{} is not installed: nothing is typed into it", kind.name);
            return None;
        }
        let scripts = folder.join("scripts");
        fs::create_dir_all(&scripts).expect("a folder");
        fs::write(scripts.join(kind.script), stdout(&["completions", kind.name])).expect("the script");
        let checked = Command::new(kind.name).arg("-n").arg(scripts.join(kind.script)).output().expect("it runs");
        assert!(checked.status.success() && checked.stderr.is_empty(), "{checked:?}");

        let (master, slave) = Terminal::of_columns(160).open();
        let program = Path::new(env!("CARGO_BIN_EXE_itkommun")).parent().expect("a folder");
        let path = format!("{}:{}", program.display(), env::var("PATH").unwrap_or_default());
        let mut command = Command::new("setsid");
        command.args(["--ctty", kind.name]).args(kind.arguments).current_dir(folder);
        command.env_clear().envs([
            ("PATH", path.as_str()),
            ("TERM", "xterm"),
            ("LC_ALL", "C.UTF-8"),
            ("HOME", "/no/home"),
        ]);
        let stream = || slave.try_clone().expect("a descriptor");
        let shell = command.stdin(stream()).stdout(stream()).stderr(stream()).spawn().expect("setsid runs");
        drop((command, slave));
        let mut reader = master.try_clone().expect("a descriptor");
        let (sender, screen) = channel();
        thread::spawn(move || {
            let mut bytes = [0; 4096];
            while let Ok(read @ 1..) = reader.read(&mut bytes) {
                if sender.send(bytes[..read].to_vec()).is_err() {
                    break;
                }
            }
        });
        let mut session = Self { shell, keys: master, screen, shown: String::new() };
        session.press(&format!("{}\r", kind.settings));
        session.wait_for("ready");
        Some(session)
    }

    fn press(&mut self, keys: &str) {
        self.keys.write_all(keys.as_bytes()).expect("the terminal is there");
    }

    /// What is shown up to a text, that included.
    fn wait_for(&mut self, text: &str) -> String {
        let end = Instant::now() + LONGEST;
        loop {
            if let Some(at) = self.shown.find(text) {
                let rest = self.shown.split_off(at + text.len());
                return std::mem::replace(&mut self.shown, rest);
            }
            let left = end.saturating_duration_since(Instant::now());
            let Ok(bytes) = self.screen.recv_timeout(left) else { panic!("no {text} in {:?}", self.shown) };
            self.shown.push_str(&String::from_utf8_lossy(&bytes));
        }
    }

    /// The arguments that a command line comes to, which is typed key by key.
    fn line(&mut self, keys: &str) -> String {
        self.press(&format!("{keys}\r"));
        let shown = self.wait_for(">.");
        let arguments = shown[shown.find('<').expect("its beginning")..].trim_end_matches('.');
        // Zsh takes the separator behind a folder back when the line is done.
        arguments.replace("/>", ">")
    }
}

impl Drop for Session {
    fn drop(&mut self) {
        let _ = self.shell.kill();
        let _ = self.shell.wait();
    }
}

/// Back to the beginning of the line, and behind `itkommun nominees `.
const BEHIND_NOMINEES: &str =
    "\u{1}\u{6}\u{6}\u{6}\u{6}\u{6}\u{6}\u{6}\u{6}\u{6}\u{6}\u{6}\u{6}\u{6}\u{6}\u{6}\u{6}\u{6}\u{6}";

/// What is typed behind `itkommun `, and the arguments that it comes to.
const LINES: [(&str, &str); 28] = [
    ("win\t", "<winners>"),
    ("nominees --municipality J\u{e4}\t", "<nominees><--municipality><Järfälla>"),
    ("nominees --municipality lil\t", "<nominees><--municipality><Lilla Edet>"),
    ("nominees --municipality \"Lil\t", "<nominees><--municipality><Lilla Edet>"),
    ("nominees --municipality 'Lilla E\t", "<nominees><--municipality><Lilla Edet>"),
    ("nominees --municipality Lilla\\ E\t", "<nominees><--municipality><Lilla Edet>"),
    ("nominees --municipality=lil\t", "<nominees><--municipality=Lilla Edet>"),
    ("nominees --municipality='Lil\t", "<nominees><--municipality=Lilla Edet>"),
    ("nominees --municipality kalix,lil\t", "<nominees><--municipality><kalix,Lilla Edet>"),
    ("jurors --organisation it\t", "<jurors><--organisation><IT&Telekomföretagen>"),
    ("jurors --organisation \"IT\t", "<jurors><--organisation><IT&Telekomföretagen>"),
    ("winners --county=sk\t", "<winners><--county=Skåne län>"),
    ("winners --not-county sk\t", "<winners><--not-county><Skåne län>"),
    ("winners --columns year,mu\t", "<winners><--columns><year,municipality>"),
    ("winners --sort -y\t", "<winners><--sort><-year>"),
    ("winners --missing groun\t", "<winners><--missing><grounds>"),
    ("metrics --indicator e_g\t", "<metrics><--indicator><e_government_score>"),
    ("metrics --sta\t t\t", "<metrics><--status><target>"),
    ("winners --format m\t -o fi\t", "<winners><--format><markdown><-o><file of mine.csv>"),
    ("sql --attach x=fi\t x", "<sql><--attach><x=file of mine.csv><x>"),
    ("sql --attach=x=fi\t x", "<sql><--attach=x=file of mine.csv><x>"),
    ("export --to=fi\t win\t", "<export><--to=file of mine.csv><winners>"),
    ("check fo\t", "<check><folder>"),
    ("winners --grounds fi\t", "<winners><--grounds><fi>"),
    ("show lilla e\t", "<show><lilla><Edet>"),
    ("chart vinn\t --x l\u{e4}\t", "<chart><vinnare><--x><län>"),
    ("show '$(touch ran)\t'", "<show><$(touch ran)>"),
    ("show \"`touch ran`\t\u{15}itkommun show $(touch ran)\t\u{15}itkommun show 'a\t\u{15}itkommun win\t", "<winners>"),
];

fn types_into(kind: &Kind) {
    let folder = folder(&format!("completion in {}", kind.name));
    fs::write(folder.join("file of mine.csv"), "").expect("a file");
    fs::create_dir(folder.join("folder")).expect("a folder");
    let Some(mut session) = Session::start(kind, &folder) else { return };
    for (typed, arguments) in LINES {
        assert_eq!(session.line(&format!("itkommun {typed}")), arguments, "{}: {typed}", kind.name);
    }
    // Fish shows only what begins as was typed, and is offered the name in plain letters.
    let plain = if kind.name == "fish" { "jarfalla" } else { "Järfälla" };
    let found = session.line("itkommun nominees --municipality jar\t");
    assert_eq!(found, format!("<nominees><--municipality><{plain}>"), "{}", kind.name);
    // Also behind another command, and in the middle of a line.
    assert_eq!(session.line("true | LANG=C itkommun win\t"), "<winners>", "{}", kind.name);
    let found = session.line(&format!("itkommun nominees  --year 2009{BEHIND_NOMINEES}--outcome w\t"));
    assert_eq!(found, "<nominees><--outcome><winner><--year><2009>", "{}", kind.name);
    session.press(&format!("itkommun nominees --outcome {}", kind.list));
    for member in ["finalist", "nominated", "winner"] {
        session.wait_for(member);
    }
    assert!(!folder.join("ran").exists(), "{}: a value was run", kind.name);
}

#[test]
fn bash_completes() {
    types_into(&BASH);
}

#[test]
fn zsh_completes() {
    types_into(&ZSH);
}

#[test]
fn fish_completes() {
    types_into(&FISH);
}
