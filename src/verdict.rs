//! What a grade comes to: a value. Printing it is [`crate::report`]'s work.

use std::time::Duration;

use serde::{Deserialize, Serialize};

/// The result of grading one submission.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Verdict {
    /// Which exercise.
    pub exercise: String,
    /// What it comes to.
    pub outcome: Outcome,
    /// Each thing that was asked, in order.
    pub checks: Vec<Checked>,
    /// How many schedules were run in all.
    pub schedules: usize,
    /// These were all the schedules that there are, for every command line that was explored.
    pub exhaustive: bool,
    /// How long it took.
    pub elapsed: Duration,
}

/// What a submission is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Outcome {
    /// Right, as far as every check can tell.
    Passed,
    /// Wrong: a check did not pass.
    Failed,
    /// It is still as it was given.
    NotStarted,
    /// The compiler refuses it.
    DoesNotCompile,
}

/// One thing that was asked of the submission.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub struct Checked {
    /// What it is called.
    pub name: String,
    /// Whether it holds.
    pub passed: bool,
    /// What was seen, in a sentence for the learner. Empty where it holds.
    pub message: String,
    /// The schedule that shows it.
    pub witness: Option<Witness>,
}

/// A schedule that shows what is wrong.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Witness {
    /// The command line it was run with.
    pub arguments: Vec<String>,
    /// What `--replay` takes to run it again.
    pub replay: String,
    /// Its events, shortened to what matters.
    pub steps: Vec<Step>,
}

/// One step of a schedule.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Step {
    /// Who: `main`, `thread 1`, `process 2`; empty where it is true of all.
    pub who: String,
    /// What, as a verb and its object.
    pub what: String,
    /// The line of the learner's file, 0 where a library did it.
    pub line: u32,
    /// It decides.
    pub decisive: bool,
}

impl Verdict {
    /// Whether it passed.
    pub fn passed(&self) -> bool {
        self.outcome == Outcome::Passed
    }

    /// The check that did not pass and tells most: the first with a schedule to show, else the first.
    pub fn failure(&self) -> Option<&Checked> {
        let failed = || self.checks.iter().filter(|check| !check.passed);
        let shows = |check: &&Checked| check.witness.as_ref().is_some_and(|shown| !shown.steps.is_empty());
        failed().find(shows).or_else(|| failed().next())
    }
}

impl Checked {
    /// What `--replay` takes to show what is wrong; empty where no schedule shows it.
    pub fn replay(&self) -> &str {
        self.witness.as_ref().map_or("", |witness| &witness.replay)
    }

    pub(crate) fn passed(name: impl Into<String>) -> Checked {
        Checked { name: name.into(), passed: true, ..Checked::default() }
    }

    pub(crate) fn failed(name: impl Into<String>, message: impl Into<String>) -> Checked {
        Checked { name: name.into(), passed: false, message: message.into(), witness: None }
    }
}
