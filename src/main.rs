//! The command line without watch mode, which is a program of its own: `threadlings-watch`.

use std::os::unix::process::CommandExt;
use std::process::{Command, ExitCode};

use anyhow::{Context, ensure};
use threadlings::Course;
use threadlings::cli::{self, WatchOptions};

fn main() -> ExitCode {
    cli::main(watch)
}

/// Hands over to the program beside this one.
fn watch(_: &Course, _: &WatchOptions) -> anyhow::Result<ExitCode> {
    let other = std::env::current_exe().context("finding this program")?.with_file_name("threadlings-watch");
    ensure!(
        other.exists(),
        "{} is not built: `cargo run`, in the course, builds and opens it",
        other.display()
    );
    // From here on this process is the other, and the exit status its own.
    Err(Command::new(&other).args(std::env::args_os().skip(1)).exec()).context("starting watch mode")
}
