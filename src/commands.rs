//! The commands, one in each module, and what several of them need.
//!
//! In: the course and what was typed. Out: an exit status, or an error that says what to do.

pub mod check_all;
mod class;
pub mod grade;
pub mod hint;
pub mod list;
pub mod new;
pub mod next;
pub mod quiz;
pub mod reset;
pub mod run;
pub mod solution;
pub mod verify;

use std::collections::BTreeMap;
use std::fs;
use std::io::Write;
use std::panic::{self, AssertUnwindSafe};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering::Relaxed};
use std::sync::mpsc;
use std::thread;

use anstyle::{AnsiColor, Style};
use anyhow::{Context, anyhow};
use indicatif::{ProgressBar, ProgressStyle};

use crate::progress::Progress;
use crate::{Course, Exercise, Grader, Outcome, Verdict};

pub const GOOD: Style = AnsiColor::Green.on_default().bold();
pub const BAD: Style = AnsiColor::Red.on_default().bold();
pub const QUIET: Style = AnsiColor::BrightBlack.on_default();
pub const STRONG: Style = Style::new().bold();

/// The course that this was started in, else the one it was built in.
pub fn course() -> anyhow::Result<Course> {
    let here = std::env::current_dir().context("finding out where this was started")?;
    Ok(Course::find(&here).or_else(|_| Course::built_in())?)
}

/// The exercises of these names; all where none is named.
pub fn exercises(course: &Course, names: &[String]) -> anyhow::Result<Vec<Exercise>> {
    if names.is_empty() {
        return Ok(course.exercises()?);
    }
    names.iter().map(|name| Ok(course.exercise(name)?)).collect()
}

/// A grader; what it has to build first is told on standard error.
pub fn grader(course: &Course) -> anyhow::Result<Grader> {
    let tell = |message: &str| {
        // Where nobody can read it, the work goes on.
        let _ = writeln!(anstream::stderr(), "{message}");
    };
    Ok(Grader::new(course.clone(), &tell)?)
}

/// One grade that is to be made.
pub struct Job<'a> {
    pub exercise: &'a Exercise,
    pub source: PathBuf,
}

/// Makes grades on all cores. `each` gets the verdicts on this thread, in the order in which they are reached, and
/// with each of them the place of its job.
pub fn grade_all(
    grader: &Grader,
    jobs: &[Job],
    mut each: impl FnMut(usize, anyhow::Result<Verdict>) -> anyhow::Result<()>,
) -> anyhow::Result<()> {
    let taken = AtomicUsize::new(0);
    let (sender, verdicts) = mpsc::channel();
    let workers = thread::available_parallelism().map_or(1, usize::from).min(jobs.len());
    thread::scope(|s| {
        for _ in 0..workers {
            let (sender, taken) = (sender.clone(), &taken);
            s.spawn(move || {
                let take = || Some(taken.fetch_add(1, Relaxed)).filter(|at| *at < jobs.len());
                while let Some(at) = take() {
                    if sender.send((at, grade_one(grader, &jobs[at]))).is_err() {
                        return; // `each` has given up
                    }
                }
            });
        }
        drop(sender);
        for (at, verdict) in verdicts {
            each(at, verdict)?;
        }
        Ok(())
    })
}

/// Grades exercises as they stand in the workspace and remembers the verdicts. `each` gets them in order.
pub fn grade_standing(
    grader: &Grader,
    exercises: &[Exercise],
    mut each: impl FnMut(anyhow::Result<Verdict>) -> anyhow::Result<()>,
) -> anyhow::Result<()> {
    let mut progress = progress(grader.course())?;
    let jobs: Vec<Job> =
        exercises.iter().map(|exercise| Job { exercise, source: exercise.source() }).collect();
    let text = |job: &Job| fs::read_to_string(&job.source).ok();
    let before: Vec<Option<String>> = jobs.iter().map(text).collect();
    let mut in_order = InOrder::new();
    grade_all(grader, &jobs, |at, verdict| {
        // What was edited meanwhile has earned nothing yet.
        if let (Ok(verdict), Some(before)) = (&verdict, &before[at])
            && verdict.outcome != Outcome::NotStarted
            && text(&jobs[at]).as_ref() == Some(before)
        {
            // A verdict is worth having also where nothing can be written.
            let _ = progress.record(&verdict.exercise, verdict.outcome, before);
        }
        in_order.put(at, verdict).into_iter().try_for_each(&mut each)
    })
}

/// How far the learner is.
pub fn progress(course: &Course) -> anyhow::Result<Progress> {
    let (progress, message) = Progress::load(course)?;
    if let Some(message) = message {
        let _ = writeln!(anstream::stderr(), "{message}");
    }
    Ok(progress)
}

/// A defect of the grader must not take the other grades with it.
fn grade_one(grader: &Grader, job: &Job) -> anyhow::Result<Verdict> {
    let graded = panic::catch_unwind(AssertUnwindSafe(|| grader.grade(job.exercise, &job.source)));
    match graded {
        Ok(verdict) => Ok(verdict?),
        Err(_) => Err(anyhow!("grading {}: the grader itself has a defect, see above", job.source.display())),
    }
}

/// Puts what comes in any order back in order.
pub struct InOrder<T> {
    waiting: BTreeMap<usize, T>,
    next: usize,
}

impl<T> InOrder<T> {
    pub fn new() -> InOrder<T> {
        InOrder { waiting: BTreeMap::new(), next: 0 }
    }

    /// Takes the value of a place, and gives those whose turn it is.
    pub fn put(&mut self, at: usize, value: T) -> Vec<T> {
        self.waiting.insert(at, value);
        let mut ready = Vec::new();
        while let Some(value) = self.waiting.remove(&self.next) {
            ready.push(value);
            self.next += 1;
        }
        ready
    }
}

/// A progress bar on standard error; there is none where that is no terminal.
pub fn bar(length: usize) -> ProgressBar {
    let style = ProgressStyle::with_template("{bar:40} {pos}/{len} {msg}").expect("a template that is known");
    let bar = ProgressBar::new(length as u64).with_style(style);
    bar.tick();
    bar
}

/// The colour of an outcome.
pub fn style(outcome: Outcome) -> Style {
    match outcome {
        Outcome::Passed => GOOD,
        Outcome::Failed | Outcome::DoesNotCompile => BAD,
        Outcome::NotStarted => QUIET,
    }
}

/// The first thing that is wrong, in a line.
pub fn reason(verdict: &Verdict) -> String {
    let Some(failure) = verdict.failure() else { return String::new() };
    let message = failure.message.lines().find(|line| !line.trim().is_empty()).unwrap_or_default();
    format!("{}: {message}", failure.name)
}

/// An error with what caused it, in which no text stands twice.
pub fn told(error: &anyhow::Error) -> String {
    let mut text = error.to_string();
    for cause in error.chain().skip(1).map(|cause| cause.to_string()) {
        if !text.contains(&cause) {
            text = format!("{text}: {cause}");
        }
    }
    text
}

/// A path as it is shortest from here.
pub fn shown(path: &Path) -> String {
    let here = std::env::current_dir().unwrap_or_default();
    path.strip_prefix(here).unwrap_or(path).display().to_string()
}
