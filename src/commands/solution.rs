//! `threadlings solution`: the course's own answer.

use std::fs;
use std::io::{self, Write};
use std::process::ExitCode;

use anyhow::Context;

use super::shown;
use crate::Course;

pub fn solution(course: &Course, name: &str) -> anyhow::Result<ExitCode> {
    let path = course.exercise(name)?.solution();
    let text = fs::read(&path).with_context(|| format!("reading the solution {}", shown(&path)))?;
    io::stdout().write_all(&text)?;
    Ok(ExitCode::SUCCESS)
}
