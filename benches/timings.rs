//! `cargo bench` in the root: builds the Rust programs in release mode, then measures (`src/run.rs`).

use std::process::{Command, ExitCode};
use std::{env, io};

fn main() -> io::Result<ExitCode> {
    let cargo = env::var_os("CARGO").unwrap_or("cargo".into());
    let package = ["--release", "--quiet", "--package", "threadlings-benches"];

    println!("Building the programs in release mode...");
    let built = Command::new(&cargo).arg("build").args(package).status()?;
    if !built.success() {
        return Ok(ExitCode::FAILURE);
    }
    let arguments = env::args().skip(1).filter(|argument| argument != "--bench"); // cargo's own
    let measured = Command::new(&cargo).arg("run").args(package).arg("--").args(arguments).status()?;
    Ok(if measured.success() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}
