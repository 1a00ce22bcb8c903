//! One schedule again: its name goes in, and a verdict that tells all of it comes out.

use std::path::PathBuf;

use threadlings_trace::{Clock, Plan};

use super::{Grading, checked};
use crate::arguments::Bound;
use crate::check::{self, Case, CaseKind, Fault};
use crate::compile::{self, Compiled};
use crate::error::{Error, Result};
use crate::explain;
use crate::story::Story;
use crate::verdict::{Checked, Outcome, Verdict, Witness};

impl Grading<'_> {
    pub(super) fn replay(&self, replay: &str) -> Result<Verdict> {
        let unreadable =
            || Error::Unknown { kind: "schedule", name: replay.to_string(), nearest: Vec::new() };
        let (clock, schedule, line) = read_replay_name(replay).ok_or_else(unreadable)?;
        let program: PathBuf = match compile::doubled(self.text, &self.exercise.name, self.kit, self.scratch)?
        {
            Compiled::Program(program) => program,
            Compiled::Refused(message) => return Ok(self.does_not_compile(message)),
        };
        let kind = if clock == Clock::Punctual { CaseKind::Punctual } else { CaseKind::AnyDelay };
        let plan = Plan { replay: vec![schedule], ..self.plan(&line, clock, 1) };
        let recorded =
            self.observer(None).doubled(&program, &line, &plan, "replay")?.ok_or_else(unreadable)?;
        let stories: Vec<Story> = recorded.recording.executions.into_iter().map(Story::new).collect();
        if stories.is_empty() {
            return Err(unreadable());
        }
        let cases = [Case { bound: Bound::new(self.spec(), &line), kind, stories, started: None }];
        let mut faults = Vec::from(self.every_schedule(&cases)?);
        for check in &self.spec().checks {
            let fault = check::decide(check, &cases).map_err(|invalid| self.invalid(invalid))?;
            // What must happen on some schedule cannot be missed on one.
            faults.push((&check.name, fault.filter(|fault| fault.shown_by.is_some())));
        }
        let told_in_full = |(name, fault): (&str, Option<Fault>)| {
            let marks = fault.as_ref().map_or(Vec::new(), |fault| fault.marks.clone());
            let steps = explain::steps(&cases[0].stories[0], &marks);
            let witness = Witness { arguments: line.clone(), replay: replay.to_string(), steps };
            Checked { witness: Some(witness), ..checked(name, fault, &cases) }
        };
        let checks: Vec<Checked> = faults.into_iter().map(told_in_full).collect();
        let outcome = if checks.iter().all(|check| check.passed) { Outcome::Passed } else { Outcome::Failed };
        let mut verdict = self.conclude(outcome, checks);
        verdict.schedules = 1;
        Ok(verdict)
    }
}

/// `clock/schedule/argument/…`, in which a `/` of an argument is written `%2F`.
pub(super) fn replay_name(case: &Case, story: &Story) -> String {
    let clock = match case.kind {
        CaseKind::AnyDelay | CaseKind::Huge => "any-delay",
        CaseKind::Punctual => "punctual",
        CaseKind::Traced | CaseKind::Real => return String::new(),
    };
    let escape = |word: &String| format!("/{}", word.replace('%', "%25").replace('/', "%2F"));
    format!("{clock}/{}{}", story.schedule, case.bound.line.iter().map(escape).collect::<String>())
}

fn read_replay_name(name: &str) -> Option<(Clock, String, Vec<String>)> {
    let mut parts = name.split('/');
    let clock = match parts.next()? {
        "any-delay" => Clock::AnyDelay,
        "punctual" => Clock::Punctual,
        _ => return None,
    };
    let schedule = parts.next()?.to_string();
    let line = parts.map(|part| part.replace("%2F", "/").replace("%25", "%")).collect();
    Some((clock, schedule, line))
}
