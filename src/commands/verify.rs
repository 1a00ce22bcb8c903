//! `threadlings verify`: whether an exercise is fit to be given to learners.

use std::fs;
use std::io::Write;
use std::process::{Command, ExitCode};

use anyhow::{Context, anyhow};
use tempfile::NamedTempFile;

use super::{BAD, GOOD, Job, STRONG, bar, grade_all, grader, reason, told};
use crate::audit::audit;
use crate::kit::LIKE_GRADER;
use crate::{Course, Exercise, Outcome, Verdict, report};

pub const EXAMPLES: &str = "\
Examples:
  threadlings verify extra-09-token-ring     one exercise
  threadlings verify                         every exercise
  threadlings verify --quick                 only what can be read, without compiling and grading

Exit status: 0 nothing to mend; 1 something is wrong; 2 the call was wrong.";

#[derive(clap::Args)]
pub struct Options {
    /// The exercises; all where none is named.
    names: Vec<String>,
    /// Read the files only: compile and grade nothing.
    #[arg(long)]
    quick: bool,
}

/// The fewest hints that lead from a gentle one to nearly the answer.
const FEWEST_HINTS: usize = 3;

pub fn verify(course: &Course, options: &Options) -> anyhow::Result<ExitCode> {
    let known = course.exercise_names()?;
    let names = if options.names.is_empty() { &known } else { &options.names };
    let mut reports = Vec::new();
    let mut exercises = Vec::new();
    for name in names {
        match course.exercise(name) {
            Ok(exercise) => {
                reports.push((name, readable(course, &exercise)?));
                exercises.push((reports.len() - 1, exercise));
            }
            // Its exercise.toml cannot be read; the others' can.
            Err(error) if known.contains(name) => reports.push((name, vec![error.to_string()])),
            Err(error) => return Err(error.into()),
        }
    }
    if !options.quick {
        exercises.retain(|(at, _)| reports[*at].1.is_empty());
        for (at, problem) in workable(course, &exercises)? {
            reports[at].1.push(problem);
        }
    }
    let mut out = anstream::stdout().lock();
    for (name, problems) in &reports {
        if problems.is_empty() {
            writeln!(out, "{GOOD}✓{GOOD:#} {name}")?;
            continue;
        }
        writeln!(out, "{BAD}✗{BAD:#} {STRONG}{name}{STRONG:#}")?;
        for problem in problems {
            writeln!(out, "    {}", problem.trim_end().replace('\n', "\n    "))?;
        }
    }
    let fit = reports.iter().all(|(_, problems)| problems.is_empty());
    Ok(if fit { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

/// What is wrong with the files, by reading them.
fn readable(course: &Course, exercise: &Exercise) -> anyhow::Result<Vec<String>> {
    let mut problems = Vec::new();
    let name = &exercise.name;
    let solution = course.root().join("solutions").join(name);
    let mut text = |path: &std::path::Path| {
        let shown = path.strip_prefix(course.root()).unwrap_or(path).display().to_string();
        let text = fs::read_to_string(path);
        text.map_err(|error| problems.push(format!("{shown} cannot be read: {error}"))).ok()
    };
    let manifests = [
        (text(&exercise.dir.join("Cargo.toml")), name.clone()),
        (text(&solution.join("Cargo.toml")), format!("{name}-solution")),
    ];
    let (readme, start, source) =
        (text(&exercise.readme()), text(&exercise.start()), text(&exercise.source()));
    text(&exercise.solution());

    for (manifest, package) in manifests {
        let manifest: Option<toml::Table> = manifest.and_then(|text| toml::from_str(&text).ok());
        if let Some(manifest) = manifest
            && manifest.get("package").and_then(|table| table.get("name")?.as_str()) != Some(&package)
        {
            problems.push(format!("the package of its Cargo.toml must be called {package:?}"));
        }
    }
    let spec = &exercise.spec;
    if spec.title.trim().is_empty() {
        problems.push("exercise.toml: `title` is empty".to_string());
    }
    if spec.hints.len() < FEWEST_HINTS {
        let count = spec.hints.len();
        problems.push(format!("exercise.toml: {FEWEST_HINTS} `hints` or more are needed, from gentle to nearly the answer; it has {count}"));
    }
    if !course.examples()?.iter().any(|example| example.name == spec.read_first) {
        problems.push(format!(
            "exercise.toml: `read-first` is {:?}, and there is no such example",
            spec.read_first
        ));
    }
    problems.extend(audit(exercise)?.into_iter().map(|fault| format!("exercise.toml: {fault}")));
    if let Some(readme) = readme {
        problems.extend(readme_lacks(&readme, exercise));
    }
    if let Some(start) = start {
        let missing = spec.arguments.iter().filter(|argument| !names(&start, &argument.name));
        problems.extend(
            missing.map(|argument| format!("start.rs: the argument {} is not mentioned", argument.name)),
        );
        if let Some(source) = source
            && source.contains("todo!(")
            && source.trim() != start.trim()
        {
            problems.push("src/main.rs is not solved, and yet is not the same as start.rs".to_string());
        }
    }
    Ok(problems)
}

/// What a README.md lacks.
fn readme_lacks(readme: &str, exercise: &Exercise) -> Vec<String> {
    let read_first = format!("**Read first:** `cargo run -p {}`", exercise.spec.read_first);
    let run = format!("cargo run -q -p {}", exercise.name);
    let parts = [
        ("# ", "a heading"),
        ("```text", "an example of its output, in a block ```text"),
        (run.as_str(), "the command that runs it, cargo run -q -p NAME"),
        ("**Right means", "what right means, after **Right means:**"),
        (read_first.as_str(), "the example of `read-first`, after **Read first:**"),
        ("**Arguments:**", "the arguments, after **Arguments:** (or there: none)"),
    ];
    let missing = parts.into_iter().filter(|(part, _)| !readme.contains(part));
    let mut problems: Vec<String> = missing.map(|(_, what)| format!("README.md lacks {what}")).collect();
    let arguments = exercise.spec.arguments.iter().filter(|argument| !names(readme, &argument.name));
    problems.extend(
        arguments.map(|argument| format!("README.md: the argument {} is not mentioned", argument.name)),
    );
    problems
}

/// Whether a text has `name` in it as a word.
fn names(text: &str, name: &str) -> bool {
    text.split(|char: char| !char.is_alphanumeric() && char != '_').any(|word| word == name)
}

/// What is wrong with the programs, by compiling and grading them; each with the place of its exercise.
fn workable(course: &Course, exercises: &[(usize, Exercise)]) -> anyhow::Result<Vec<(usize, String)>> {
    let grader = grader(course)?;
    let bar = bar(exercises.len() * 3);
    let mut problems = Vec::new();
    let mut starts = Vec::new();
    for (at, exercise) in exercises {
        problems.extend(refused(course, exercise)?.map(|message| (*at, message)));
        bar.inc(1);
        // With one line more it is graded as an answer, up to its `todo!`.
        let mut start = NamedTempFile::new().context("creating a file for the start")?;
        start.write_all(&fs::read(exercise.start())?)?;
        start.write_all(b"\n// as it is given\n")?;
        starts.push(start);
    }
    let answers = exercises.iter().map(|(_, exercise)| Job { exercise, source: exercise.solution() });
    let given = exercises.iter().zip(&starts);
    let given = given.map(|((_, exercise), start)| Job { exercise, source: start.path().to_path_buf() });
    let jobs: Vec<Job> = answers.chain(given).collect();
    grade_all(&grader, &jobs, |job, verdict| {
        bar.inc(1);
        let (at, _) = exercises[job % exercises.len()];
        let problem = match verdict {
            Ok(verdict) if job < exercises.len() => of_the_solution(&verdict),
            Ok(verdict) => of_the_start(&verdict),
            Err(error) => Some(told(&error)),
        };
        problems.extend(problem.map(|problem| (at, problem)));
        Ok(())
    })?;
    bar.finish_and_clear();
    Ok(problems)
}

/// Cargo's message where the exercise, as it is given, or its solution does not compile in the workspace.
fn refused(course: &Course, exercise: &Exercise) -> anyhow::Result<Option<String>> {
    let mut packages = vec![format!("{}-solution", exercise.name)];
    // What somebody has begun to write is not the author's.
    if fs::read(exercise.source())? == fs::read(exercise.start())? {
        packages.push(exercise.name.clone());
    }
    let mut cargo = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    cargo.current_dir(course.root()).args(["build", "--quiet"]).args(LIKE_GRADER);
    for package in &packages {
        cargo.args(["--package", package, "--bin", package]);
    }
    let output = cargo.output().map_err(|error| anyhow!("cargo did not start: {error}"))?;
    let message = || format!("cargo refuses it:\n{}", String::from_utf8_lossy(&output.stderr));
    Ok((!output.status.success()).then(message))
}

fn of_the_solution(verdict: &Verdict) -> Option<String> {
    let word = report::word(verdict.outcome);
    (!verdict.passed()).then(|| format!("the solution comes to the verdict {word}: {}", reason(verdict)))
}

fn of_the_start(verdict: &Verdict) -> Option<String> {
    match verdict.outcome {
        Outcome::NotStarted => None,
        Outcome::Passed => Some("start.rs passes as it is: nothing is left to do".to_string()),
        Outcome::DoesNotCompile => Some(format!("start.rs does not compile: {}", reason(verdict))),
        Outcome::Failed => {
            let reason = reason(verdict);
            Some(format!(
                "start.rs must come to a `todo!()` before it prints anything; its verdict is failed: {reason}"
            ))
        }
    }
}
