//! `threadlings check-all`: how far somebody is, by grading everything.

use std::io::Write;
use std::process::ExitCode;

use super::{BAD, bar, grade_standing, grader, reason, style, told};
use crate::{Course, Outcome, report};

pub fn check_all(course: &Course) -> anyhow::Result<ExitCode> {
    let exercises = course.exercises()?;
    let grader = grader(course)?;
    let bar = bar(exercises.len());
    let mut verdicts = Vec::new();
    grade_standing(&grader, &exercises, |verdict| {
        bar.inc(1);
        verdicts.push(verdict);
        Ok(())
    })?;
    bar.finish_and_clear();

    let mut out = anstream::stdout().lock();
    let mut outcomes = Vec::new();
    let mut broken = 0;
    for (exercise, verdict) in exercises.iter().zip(verdicts) {
        match verdict {
            Ok(verdict) => {
                let style = style(verdict.outcome);
                let why =
                    if verdict.outcome == Outcome::NotStarted { String::new() } else { reason(&verdict) };
                let line =
                    format!("{style}{:16}{style:#} {} {why}", report::word(verdict.outcome), exercise.name);
                writeln!(out, "{}", line.trim_end())?;
                outcomes.push(verdict.outcome);
            }
            Err(error) => {
                broken += 1;
                writeln!(anstream::stderr(), "{BAD}error:{BAD:#} {}", told(&error))?;
            }
        }
    }
    let count = |outcome| outcomes.iter().filter(|other| **other == outcome).count();
    writeln!(
        out,
        "\n{} of {} passed, {} failed, {} do not compile, {} not started",
        count(Outcome::Passed),
        exercises.len(),
        count(Outcome::Failed),
        count(Outcome::DoesNotCompile),
        count(Outcome::NotStarted)
    )?;
    Ok(match broken {
        0 if count(Outcome::Passed) == exercises.len() => ExitCode::SUCCESS,
        0 => ExitCode::FAILURE,
        _ => ExitCode::from(2),
    })
}
