//! `threadlings list`: all there is, a line each.

use std::fs;
use std::io::Write;
use std::process::ExitCode;

use anstyle::Style;

use super::{BAD, GOOD, QUIET, STRONG, progress};
use crate::progress::Standing;
use crate::{Course, Example};

pub fn list(course: &Course) -> anyhow::Result<ExitCode> {
    let progress = progress(course)?;
    let mut out = anstream::stdout().lock();
    let mut topic = String::new();
    for example in course.examples()? {
        if example.topic != topic {
            topic.clone_from(&example.topic);
            writeln!(out, "{STRONG}{topic}{STRONG:#} {QUIET}threadlings run NAME{QUIET:#}")?;
        }
        writeln!(out, "  {:32} {}", example.name, about(&example))?;
    }
    let mut group = String::new();
    for exercise in course.exercises()? {
        let first = exercise.name.split('-').next().unwrap_or_default();
        if first != group {
            group = first.to_string();
            let how = "edit exercises/NAME/src/main.rs, then threadlings grade NAME";
            writeln!(out, "{STRONG}{group}{STRONG:#} {QUIET}{how}{QUIET:#}")?;
        }
        let (style, word) = state(progress.standing(&exercise));
        writeln!(out, "  {:36} {style}{word:12}{style:#} {}", exercise.name, exercise.spec.title)?;
    }
    Ok(ExitCode::SUCCESS)
}

/// A standing in a word or two.
pub fn state(standing: Standing) -> (Style, &'static str) {
    match standing {
        Standing::NotStarted => (QUIET, "not started"),
        Standing::Failing => (BAD, "failing"),
        Standing::Passed => (GOOD, "passed"),
        Standing::PassedBefore => (BAD, "edited since"),
    }
}

/// The first line of an example's documentation.
fn about(example: &Example) -> String {
    let text = fs::read_to_string(example.dir.join("src/main.rs")).unwrap_or_default();
    let first = text.lines().next().unwrap_or_default();
    first.trim_start_matches("//!").trim().to_string()
}
