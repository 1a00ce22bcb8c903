//! The one way through the grader: compile, run, read the events, check, and come to a verdict.
//!
//! In: an exercise and a source file. Out: a [`Verdict`]. The command line, `cargo test` and a class all come here.

mod basics;
mod replay;
mod runs;

use std::fs;
use std::path::Path;
use std::thread;
use std::time::Instant;

use crate::arguments::Bound;
use crate::check::{self, Case, CaseKind, Fault, Invalid};
use crate::compile::{self, Compiled};
use crate::course::{Course, Exercise};
use crate::error::{Error, Result};
use crate::explain;
use crate::kit::Kit;
use crate::spec::Spec;
use crate::story::Story;
use crate::verdict::{Checked, Outcome, Verdict, Witness};

use basics::{does_the_same, double_ended, ends_well, printed_with_bad, refuses_well};
use replay::replay_name;
use runs::{Ran, Seen};

/// Grades submissions.
#[derive(Debug, Clone)]
pub struct Grader {
    course: Course,
    kit: Kit,
}

/// A larger file is no answer to an exercise.
const MOST_SOURCE: u64 = 1 << 20;

impl Grader {
    /// Gets ready to grade; builds what submissions are linked with where it is missing, and tells `progress` so.
    ///
    /// # Errors
    /// When that cannot be built.
    pub fn new(course: Course, progress: &dyn Fn(&str)) -> Result<Grader> {
        let kit = Kit::ready(&course, progress)?;
        Ok(Grader { course, kit })
    }

    /// The course whose exercises are graded.
    pub fn course(&self) -> &Course {
        &self.course
    }

    /// A path that is another where what submissions are linked with is another, and may lead to other verdicts.
    pub fn kit(&self) -> &Path {
        &self.kit.supervisor
    }

    /// Grades `source` as the `src/main.rs` of an exercise.
    ///
    /// # Errors
    /// When the file cannot be read, the exercise's own data is wrong, or nothing can be run here at all. Whatever the
    /// submission does is a verdict.
    pub fn grade(&self, exercise: &Exercise, source: &Path) -> Result<Verdict> {
        let begun = Instant::now();
        let text = read_source(source)?;
        let scratch = tempfile::tempdir().map_err(Error::file("create a folder in", std::env::temp_dir()))?;
        let text = match String::from_utf8(text) {
            Ok(text) => text,
            Err(_) => {
                let grading = Grading { exercise, text: "", kit: &self.kit, scratch: scratch.path(), begun };
                return Ok(grading.does_not_compile("The file is not UTF-8 text.".to_string()));
            }
        };
        let grading = Grading { exercise, text: &text, kit: &self.kit, scratch: scratch.path(), begun };
        let mut verdict = grading.verdict()?;
        verdict.elapsed = begun.elapsed();
        Ok(verdict)
    }

    /// Runs one schedule again and tells all of it.
    ///
    /// # Errors
    /// As [`Grader::grade`]; and when `replay` is not what a verdict named.
    pub fn replay(&self, exercise: &Exercise, source: &Path, replay: &str) -> Result<Verdict> {
        let begun = Instant::now();
        let text = String::from_utf8_lossy(&read_source(source)?).into_owned();
        let scratch = tempfile::tempdir().map_err(Error::file("create a folder in", std::env::temp_dir()))?;
        let grading = Grading { exercise, text: &text, kit: &self.kit, scratch: scratch.path(), begun };
        grading.replay(replay)
    }
}

fn read_source(path: &Path) -> Result<Vec<u8>> {
    let file = fs::metadata(path).map_err(Error::file("read", path))?;
    let refuse = |message: &str| {
        let source = std::io::Error::new(std::io::ErrorKind::InvalidData, message);
        Error::File { doing: "grade", path: path.to_path_buf(), source }
    };
    if !file.is_file() {
        return Err(refuse("it is not a file"));
    }
    if file.len() > MOST_SOURCE {
        return Err(refuse("it is larger than 1 MiB"));
    }
    fs::read(path).map_err(Error::file("read", path))
}

/// One submission on its way.
struct Grading<'a> {
    exercise: &'a Exercise,
    text: &'a str,
    kit: &'a Kit,
    scratch: &'a Path,
    begun: Instant,
}

impl Grading<'_> {
    fn spec(&self) -> &Spec {
        &self.exercise.spec
    }

    fn verdict(&self) -> Result<Verdict> {
        let given = fs::read_to_string(self.exercise.start()).unwrap_or_default();
        if self.text.trim() == given.trim() {
            return Ok(self
                .conclude(Outcome::NotStarted, vec![Checked::failed("started", "It is as it was given.")]));
        }
        let (real, doubled) = thread::scope(|s| {
            let doubled =
                s.spawn(|| compile::doubled(self.text, &self.exercise.name, self.kit, self.scratch));
            let real = compile::real(self.text, &self.exercise.name, self.kit, self.scratch);
            (real, doubled.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic)))
        });
        let real = match real? {
            Compiled::Program(program) => program,
            Compiled::Refused(message) => return Ok(self.does_not_compile(message)),
        };
        let doubled = match doubled? {
            Compiled::Program(program) => program,
            Compiled::Refused(message) => {
                let message = format!(
                    "This grade cannot look into the program: it uses what the explored standard library does not have.\n{message}"
                );
                return Ok(self.conclude(Outcome::Failed, vec![Checked::failed("can be explored", message)]));
            }
        };
        let seen = self.run_all(&real, &doubled)?;
        if seen.iter().any(Seen::is_todo) {
            let message = "It comes to a `todo!()` before it prints anything.";
            return Ok(self.conclude(Outcome::NotStarted, vec![Checked::failed("started", message)]));
        }
        self.decide(seen)
    }

    fn decide(&self, seen: Vec<Seen>) -> Result<Verdict> {
        let spec = self.spec();
        let mut checks = vec![Checked::passed("compiles")];
        let mut cases = Vec::new();
        // What one run has shown may have left out others.
        let mut exhaustive = !seen.iter().any(|seen| seen.is_all() || seen.hangs());
        let mut ends = Checked::passed("ends by itself, with status 0");
        let mut prints = Checked::passed("prints what it should");
        let mut refuses = Checked::passed("refuses bad arguments");
        for Seen { line, bad, ran } in seen {
            let bound = Bound::new(spec, &line);
            match (ran, bad) {
                (Ran::Real(finished, _), Some(argument)) => {
                    keep_first(&mut refuses, refuses_well(&line, &argument, &finished));
                }
                (Ran::Doubled { stories, .. }, Some(argument)) => {
                    if stories.iter().any(|story| story.lines().next().is_some()) {
                        keep_first(&mut refuses, printed_with_bad(&line, &argument));
                    }
                }
                (Ran::Real(finished, started), None) => {
                    keep_first(&mut ends, ends_well(&finished, &bound));
                    keep_first(&mut prints, self.prints_well(&finished, &bound)?);
                    let output = String::from_utf8_lossy(&finished.stdout.bytes);
                    let stories = vec![Story::of_output(check::whole_lines(&self.spec().checks, &output))];
                    cases.push(Case { bound, kind: CaseKind::Real, stories, started: Some(started) });
                }
                (Ran::Doubled { kind, finished, stories, exhaustive: all }, None) => {
                    exhaustive &= all || kind == CaseKind::Traced;
                    let traced = kind == CaseKind::Traced;
                    // A traced program is ended by a deadlock, which is told below.
                    let hangs = traced && stories.iter().any(Story::hangs);
                    if !hangs {
                        keep_first(&mut ends, double_ended(&finished, &stories, kind, &bound));
                    }
                    if traced && !hangs {
                        keep_first(&mut prints, self.prints_well(&finished, &bound)?);
                    }
                    cases.push(Case { bound, kind, stories, started: None });
                }
            }
        }
        checks.extend([ends, prints]);
        if !spec.arguments.is_empty() {
            checks.push(refuses);
        }
        if cases.iter().any(|case| case.kind != CaseKind::Real) {
            let faults = self.every_schedule(&cases)?;
            checks.extend(faults.map(|(name, fault)| checked(name, fault, &cases)));
        }
        // Where something else is wrong, runs may be missing.
        if checks.iter().all(|check| check.passed) {
            checks.push(does_the_same(&cases));
        }
        if checks.iter().all(|check| check.passed) {
            for check in &spec.checks {
                let fault = check::decide(check, &cases).map_err(|invalid| self.invalid(invalid))?;
                checks.push(checked(&check.name, fault, &cases));
            }
        }
        let outcome = if checks.iter().all(|check| check.passed) { Outcome::Passed } else { Outcome::Failed };
        let mut verdict = self.conclude(outcome, checks);
        let explored = cases.iter().filter(|case| !matches!(case.kind, CaseKind::Real | CaseKind::Traced));
        verdict.schedules = explored.map(|case| case.stories.len()).sum();
        verdict.exhaustive = exhaustive && verdict.schedules > 0;
        Ok(verdict)
    }

    fn does_not_compile(&self, message: String) -> Verdict {
        if message.contains("-F unsafe-code") && !message.contains("error[E") {
            let message = format!(
                "The program uses `unsafe`. A data race is undefined behaviour, which no schedule can show: \
                 these exercises are solved in safe Rust.\n{message}"
            );
            return self.conclude(Outcome::Failed, vec![Checked::failed("is safe Rust", message)]);
        }
        self.conclude(Outcome::DoesNotCompile, vec![Checked::failed("compiles", message)])
    }

    fn conclude(&self, outcome: Outcome, checks: Vec<Checked>) -> Verdict {
        Verdict {
            exercise: self.exercise.name.clone(),
            outcome,
            checks,
            schedules: 0,
            exhaustive: false,
            elapsed: self.begun.elapsed(),
        }
    }

    fn invalid(&self, invalid: Invalid) -> Error {
        Error::Course { path: self.exercise.dir.join("exercise.toml"), message: invalid.to_string() }
    }
}

/// A check as it stands in the verdict: with the schedule that shows what is wrong, shortened to what matters.
fn checked(name: &str, fault: Option<Fault>, cases: &[Case]) -> Checked {
    let Some(fault) = fault else { return Checked::passed(name) };
    let mut checked = Checked::failed(name, fault.message);
    if let Some((at, story_at)) = fault.shown_by {
        let case = &cases[at];
        checked.message.push_str(&format!(" (Run {}.)", case.bound.shown()));
        let story = &case.stories[story_at];
        if let Some(why) = explain::memory(story) {
            checked.message.push_str(&format!("\n{why}"));
        }
        let seen = case.kind != CaseKind::Real;
        let steps = if seen { explain::shortened(explain::steps(story, &fault.marks)) } else { Vec::new() };
        let (arguments, replay) = (case.bound.line.clone(), replay_name(case, story));
        checked.witness = Some(Witness { arguments, replay, steps });
    }
    checked
}

/// The first failure of a check counts.
fn keep_first(kept: &mut Checked, other: Checked) {
    if kept.passed && !other.passed {
        *kept = other;
    }
}
