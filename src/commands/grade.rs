//! `threadlings grade`: verdicts on exercises as they stand, on a file in the place of one, or on a class.

use std::io::{self, Write};
use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::{Context, ensure};
use clap::ValueEnum;

use super::{BAD, class, grade_standing, grader, told};
use crate::{Course, Exercise, Verdict, report};

pub const EXAMPLES: &str = "\
Examples:
  threadlings grade                                               every exercise
  threadlings grade practice-04-shared-counter
  threadlings grade practice-04-shared-counter --source mine.rs   a file in its place
  threadlings grade --format junit > report.xml
  threadlings grade --submissions class --format csv > class.csv

A class is a folder DIR that holds DIR/STUDENT/EXERCISE.rs or DIR/STUDENT/EXERCISE/src/main.rs. Verdicts are kept in
DIR/.threadlings.jsonl: started again, only what is new or has changed is graded.

Exit status: 0 all passed; 1 at least one did not; 2 the call was wrong.";

#[derive(clap::Args)]
pub struct Options {
    /// The exercises; all where none is named.
    pub names: Vec<String>,
    /// Grade this file as the src/main.rs of the one exercise that is named.
    #[arg(long, value_name = "FILE", conflicts_with = "submissions")]
    source: Option<PathBuf>,
    /// How to print the verdicts.
    #[arg(long, value_enum, default_value_t = Format::Human)]
    pub format: Format,
    /// Run one schedule again, as a failed verdict names it, and show all of it.
    #[arg(long, value_name = "SCHEDULE", conflicts_with = "submissions")]
    replay: Option<String>,
    /// Grade a class: DIR/STUDENT/EXERCISE.rs or DIR/STUDENT/EXERCISE/src/main.rs.
    #[arg(long, value_name = "DIR")]
    submissions: Option<PathBuf>,
    /// Grade every submission of the class anew, also where its verdict is known.
    #[arg(long, requires = "submissions")]
    pub fresh: bool,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// For people: what is wrong, and the schedule that shows it.
    Human,
    /// One JSON object a line.
    Json,
    /// A JUnit report.
    Junit,
    /// For a class: a table, a row for each student and a column for each exercise.
    Csv,
}

pub fn grade(course: &Course, options: &Options) -> anyhow::Result<ExitCode> {
    if let Some(dir) = &options.submissions {
        return class::grade(course, dir, options);
    }
    ensure!(options.format != Format::Csv, "--format csv goes with --submissions DIR");
    let exercises = super::exercises(course, &options.names)?;
    if options.source.is_some() || options.replay.is_some() {
        let [exercise] = exercises.as_slice() else {
            anyhow::bail!("--source and --replay go with the name of one exercise");
        };
        return one(course, exercise, options);
    }
    let mut verdicts = Vec::new();
    let mut broken = false;
    grade_standing(&grader(course)?, &exercises, |verdict| {
        match verdict {
            Ok(verdict) => {
                show(&verdict, options.format)?;
                verdicts.push(verdict);
            }
            // The others are graded all the same.
            Err(error) => {
                broken = true;
                writeln!(anstream::stderr(), "{BAD}error:{BAD:#} {}", told(&error))?;
            }
        }
        Ok(())
    })?;
    let code = finish(&verdicts, options.format)?;
    Ok(if broken { ExitCode::from(2) } else { code })
}

/// A file in the place of an exercise's, or one of its schedules.
fn one(course: &Course, exercise: &Exercise, options: &Options) -> anyhow::Result<ExitCode> {
    let source = options.source.clone().unwrap_or_else(|| exercise.source());
    std::fs::File::open(&source).with_context(|| format!("cannot read {}", source.display()))?;
    let grader = grader(course)?;
    let verdict = match &options.replay {
        Some(replay) => grader.replay(exercise, &source, replay)?,
        None => grader.grade(exercise, &source)?,
    };
    show(&verdict, options.format)?;
    finish(&[verdict], options.format)
}

fn show(verdict: &Verdict, format: Format) -> anyhow::Result<()> {
    match format {
        Format::Human => report::human(&mut anstream::stdout().lock(), verdict)?,
        Format::Json => writeln!(io::stdout().lock(), "{}", report::json(verdict))?,
        Format::Junit | Format::Csv => {}
    }
    Ok(())
}

fn finish(verdicts: &[Verdict], format: Format) -> anyhow::Result<ExitCode> {
    if format == Format::Junit {
        report::junit(io::stdout().lock(), "exercises", verdicts)?;
    }
    let all = verdicts.iter().all(Verdict::passed);
    Ok(if all { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}
