//! `threadlings reset`: a fresh start, and nothing lost.

use std::fs::{self, OpenOptions};
use std::io::{self, ErrorKind, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::Context;

use super::shown;
use crate::Course;

pub fn reset(course: &Course, name: &str, yes: bool) -> anyhow::Result<ExitCode> {
    let exercise = course.exercise(name)?;
    let source = exercise.source();
    let reading = || format!("reading {}", shown(&exercise.start()));
    let start = fs::read(exercise.start()).with_context(reading)?;
    let old = match fs::read(&source) {
        Ok(old) => Some(old),
        Err(error) if error.kind() == ErrorKind::NotFound => None,
        Err(error) => return Err(error).with_context(|| format!("reading {}", shown(&source))),
    };
    let mut out = anstream::stdout().lock();
    if old.as_ref() == Some(&start) {
        writeln!(out, "{} is as it was given.", shown(&source))?;
        return Ok(ExitCode::SUCCESS);
    }
    if !yes && !confirmed(&mut out, &format!("Give {} back as it was?", shown(&source)))? {
        writeln!(out, "Nothing has changed.")?;
        return Ok(ExitCode::FAILURE);
    }
    let kept = old.map(|old| keep(&source, &old)).transpose()?;
    fs::write(&source, start).with_context(|| format!("writing {}", shown(&source)))?;
    writeln!(out, "{} is as it was given.", shown(&source))?;
    if let Some(kept) = kept {
        writeln!(out, "What it was is kept as {}.", shown(&kept))?;
    }
    Ok(ExitCode::SUCCESS)
}

fn confirmed(out: &mut impl Write, question: &str) -> io::Result<bool> {
    write!(out, "{question} [y/N] ")?;
    out.flush()?;
    let mut answer = String::new();
    io::stdin().read_line(&mut answer)?;
    Ok(matches!(answer.trim(), "y" | "Y" | "yes"))
}

/// Writes `old` beside its file, under the first name that is free.
fn keep(source: &Path, old: &[u8]) -> anyhow::Result<PathBuf> {
    for number in 1.. {
        let kept = source.with_extension(format!("rs.bak-{number}"));
        match OpenOptions::new().write(true).create_new(true).open(&kept) {
            Ok(mut file) => {
                file.write_all(old).with_context(|| format!("writing {}", shown(&kept)))?;
                return Ok(kept);
            }
            Err(error) if error.kind() == ErrorKind::AlreadyExists => {}
            Err(error) => return Err(error).with_context(|| format!("writing {}", shown(&kept))),
        }
    }
    unreachable!("some number is free")
}
