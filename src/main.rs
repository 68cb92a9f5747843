//! itkommun: the register of Sveriges IT-kommun, asked from the command line.

use std::env;
use std::io::{BufWriter, Write, stderr, stdout};
use std::process::ExitCode;

use anyhow::Result;

use itkommun::cli;
use itkommun::exit::{self, ExitStatus};
use itkommun::package::Package;

fn main() -> ExitCode {
    match run() {
        Ok(status) => status.into(),
        Err(error) => {
            let (status, message) = exit::status_of(&error);
            if let Some(message) = message {
                // Where not even this can be written, the exit status still tells.
                let _ = writeln!(stderr(), "error: {message}");
            }
            status.into()
        }
    }
}

fn run() -> Result<ExitStatus> {
    // The package lives as long as the program: nothing is gained by taking it apart at the end.
    let package: &Package = Box::leak(Box::new(Package::bundled()?));
    let request = cli::parse(package, env::args_os())?;
    let mut out = BufWriter::new(stdout().lock());
    let status = cli::commands::run(package, request, &mut out)?;
    out.flush()?;
    Ok(status)
}
