//! `threadlings run`: an example or an exercise, as `cargo run` runs it.

use std::ffi::OsString;
use std::os::unix::process::CommandExt;
use std::process::{Command, ExitCode};

use anyhow::Context;

use crate::{Course, meant};

pub fn run(course: &Course, name: &str, arguments: &[OsString]) -> anyhow::Result<ExitCode> {
    let mut names: Vec<String> = course.examples()?.into_iter().map(|example| example.name).collect();
    names.extend(course.exercise_names()?);
    let name = meant("example or exercise", name, &names)?;
    let mut cargo = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    cargo.current_dir(course.root()).args(["run", "--quiet", "--package", name, "--"]).args(arguments);
    // From here on this process is cargo, and the exit status its own.
    Err(cargo.exec()).context("starting cargo")
}
