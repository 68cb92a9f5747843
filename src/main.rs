//! itkommun: the register of Sveriges IT-kommun, asked from the command line.

use std::env;
use std::io::{BufWriter, IsTerminal, stderr, stdout};
use std::mem::ManuallyDrop;
use std::process::ExitCode;

use itkommun::cli::{self, Sink};
use itkommun::package::Package;

fn main() -> ExitCode {
    // It ends with the process: to take it apart would be a sixteenth of what a small question costs.
    let package = ManuallyDrop::new(Package::bundled());
    let (out, mut err) = (stdout(), stderr());
    let (out_is_terminal, err_is_terminal) = (out.is_terminal(), err.is_terminal());
    let mut out = BufWriter::new(out.lock());
    let out = Sink { writer: &mut out, is_terminal: out_is_terminal, is_own: true };
    let err = Sink { writer: &mut err, is_terminal: err_is_terminal, is_own: true };
    cli::run(&package, env::args_os(), out, err).into()
}
