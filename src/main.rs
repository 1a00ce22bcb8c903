//! The command line of Threadlings.

use std::io::Write;
use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::{Context, bail};
use clap::{Parser, Subcommand, ValueEnum};
use threadlings::{Course, Exercise, Grader, Verdict, report};

/// rustlings for concurrency: exercises, and a grader that tries every schedule.
#[derive(Parser)]
#[command(version, about)]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Grade exercises as they stand in the workspace, or a file in the place of one.
    Grade(GradeArguments),
    /// List every example and exercise.
    List,
    /// Show a hint for an exercise.
    Hint {
        /// The exercise.
        name: String,
        /// Which one: 1 is the gentlest.
        #[arg(default_value_t = 1)]
        level: usize,
    },
}

#[derive(clap::Args)]
struct GradeArguments {
    /// The exercises; all where none is named.
    names: Vec<String>,
    /// Grade this file as the src/main.rs of the one exercise that is named.
    #[arg(long, value_name = "FILE")]
    source: Option<PathBuf>,
    /// How to print the verdicts.
    #[arg(long, value_enum, default_value_t = Format::Human)]
    format: Format,
    /// Run one schedule again, as a failed verdict names it, and show all of it.
    #[arg(long, value_name = "SCHEDULE")]
    replay: Option<String>,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Format {
    Human,
    Json,
    Junit,
}

fn main() -> ExitCode {
    let arguments = Arguments::parse();
    let result = match arguments.command {
        Command::Grade(arguments) => grade(&arguments),
        Command::List => list(),
        Command::Hint { name, level } => hint(&name, level),
    };
    match result {
        Ok(code) => code,
        Err(error) => {
            anstream::eprintln!("error: {error:#}");
            ExitCode::from(2)
        }
    }
}

fn course() -> anyhow::Result<Course> {
    let here = std::env::current_dir().context("finding out where this was started")?;
    Ok(Course::find(&here).or_else(|_| Course::built_in())?)
}

fn grade(arguments: &GradeArguments) -> anyhow::Result<ExitCode> {
    let course = course()?;
    let exercises: Vec<Exercise> = match arguments.names.as_slice() {
        [] => course.exercises()?,
        names => names.iter().map(|name| course.exercise(name)).collect::<Result<_, _>>()?,
    };
    if (arguments.source.is_some() || arguments.replay.is_some()) && exercises.len() != 1 {
        bail!("--source and --replay go with the name of one exercise");
    }
    if let Some(source) = &arguments.source {
        std::fs::File::open(source).with_context(|| format!("cannot read {}", source.display()))?;
    }
    let grader = Grader::new(course, &|message| eprintln!("{message}"))?;
    let mut verdicts = Vec::new();
    for exercise in &exercises {
        let source = arguments.source.clone().unwrap_or_else(|| exercise.source());
        let verdict = match &arguments.replay {
            Some(replay) => grader.replay(exercise, &source, replay)?,
            None => grader.grade(exercise, &source)?,
        };
        show(&verdict, arguments.format)?;
        verdicts.push(verdict);
    }
    if arguments.format == Format::Junit {
        report::junit(std::io::stdout().lock(), "exercises", &verdicts)?;
    }
    let all = verdicts.iter().all(Verdict::passed);
    Ok(if all { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

fn show(verdict: &Verdict, format: Format) -> anyhow::Result<()> {
    match format {
        Format::Human => report::human(&mut anstream::stdout().lock(), verdict)?,
        Format::Json => writeln!(std::io::stdout().lock(), "{}", report::json(verdict))?,
        Format::Junit => {}
    }
    Ok(())
}

fn list() -> anyhow::Result<ExitCode> {
    let course = course()?;
    let mut out = anstream::stdout().lock();
    writeln!(out, "Examples (cargo run -p NAME):")?;
    for example in course.examples()? {
        writeln!(out, "  {}", example.name)?;
    }
    writeln!(out, "Exercises (edit exercises/NAME/src/main.rs, then cargo grade NAME):")?;
    for exercise in course.exercises()? {
        writeln!(out, "  {:36} {}", exercise.name, exercise.spec.title)?;
    }
    Ok(ExitCode::SUCCESS)
}

fn hint(name: &str, level: usize) -> anyhow::Result<ExitCode> {
    let exercise = course()?.exercise(name)?;
    let hints = &exercise.spec.hints;
    let Some(hint) = level.checked_sub(1).and_then(|at| hints.get(at)) else {
        bail!("{name} has {} hints: ask for 1 to {}", hints.len(), hints.len());
    };
    anstream::println!("{hint}");
    Ok(ExitCode::SUCCESS)
}

