//! `threadlings next`: what to solve next.

use std::io::Write;
use std::process::ExitCode;

use super::list::state;
use super::{STRONG, progress, shown};
use crate::Course;
use crate::progress::Standing;

pub fn next(course: &Course, file: bool) -> anyhow::Result<ExitCode> {
    let progress = progress(course)?;
    let exercises = course.exercises()?;
    let mut standings = exercises.iter().map(|exercise| (exercise, progress.standing(exercise)));
    let mut out = anstream::stdout().lock();
    let Some((exercise, standing)) = standings.find(|(_, standing)| *standing != Standing::Passed) else {
        writeln!(anstream::stderr(), "All {} exercises are passed.", exercises.len())?;
        return Ok(ExitCode::SUCCESS);
    };
    let path = shown(&exercise.source());
    if file {
        writeln!(out, "{path}")?;
        return Ok(ExitCode::SUCCESS);
    }
    let (style, word) = state(standing);
    writeln!(out, "{STRONG}{}{STRONG:#}: {} ({style}{word}{style:#})", exercise.name, exercise.spec.title)?;
    writeln!(out, "  task    {}", shown(&exercise.readme()))?;
    writeln!(out, "  file    {path}")?;
    writeln!(out, "  check   threadlings grade {}", exercise.name)?;
    Ok(ExitCode::SUCCESS)
}
