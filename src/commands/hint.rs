//! `threadlings hint`: help, as little or as much as is wanted.

use std::io::Write;
use std::process::ExitCode;

use anyhow::bail;

use super::QUIET;
use crate::Course;

pub fn hint(course: &Course, name: &str, level: usize) -> anyhow::Result<ExitCode> {
    let hints = course.exercise(name)?.spec.hints;
    let count = hints.len();
    let Some(hint) = level.checked_sub(1).and_then(|at| hints.get(at)) else {
        bail!("there is no hint {level}: {name} has {count} hints, ask for 1 to {count}");
    };
    let mut out = anstream::stdout().lock();
    writeln!(out, "{QUIET}Hint {level} of {count}:{QUIET:#} {hint}")?;
    Ok(ExitCode::SUCCESS)
}
