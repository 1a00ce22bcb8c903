//! Verdicts as text: for people, as JSON lines, as JUnit XML.

use std::io::{self, Write};

use anstyle::{AnsiColor, Style};
use quick_junit::{NonSuccessKind, Report, TestCase, TestCaseStatus, TestSuite};
use serde_json::{Value, json};

use crate::verdict::{Checked, Outcome, Step, Verdict, Witness};

const GOOD: Style = AnsiColor::Green.on_default().bold();
const BAD: Style = AnsiColor::Red.on_default().bold();
const QUIET: Style = AnsiColor::BrightBlack.on_default();
const STRONG: Style = Style::new().bold();

/// The word for an outcome, as it stands in every format.
pub fn word(outcome: Outcome) -> &'static str {
    match outcome {
        Outcome::Passed => "passed",
        Outcome::Failed => "failed",
        Outcome::NotStarted => "not-started",
        Outcome::DoesNotCompile => "does-not-compile",
    }
}

/// Writes a verdict for a person: the outcome, what is wrong, and the schedule that shows it.
///
/// # Errors
/// When writing fails.
pub fn human(out: &mut impl Write, verdict: &Verdict) -> io::Result<()> {
    let style = if verdict.passed() { GOOD } else { BAD };
    let tried = match (verdict.schedules, verdict.exhaustive) {
        (0, _) => String::new(),
        (1, true) => ", its only schedule".to_string(),
        (1, false) => ", 1 schedule".to_string(),
        (count, true) => format!(", all {count} schedules"),
        (count, false) => format!(", {count} schedules"),
    };
    let seconds = verdict.elapsed.as_secs_f64();
    writeln!(
        out,
        "{style}{}{style:#} {STRONG}{}{STRONG:#} {QUIET}({seconds:.1} s{tried}){QUIET:#}",
        word(verdict.outcome),
        verdict.exercise
    )?;
    let Some(told) = verdict.failure() else {
        // Only a schedule that was run again is shown also where nothing is wrong with it.
        let again = verdict.checks.first().and_then(|check| check.witness.as_ref());
        return again.map_or(Ok(()), |witness| write!(out, "{}", Lanes::new(witness)));
    };
    for check in verdict.checks.iter().filter(|check| !check.passed) {
        writeln!(out, "  {BAD}✗{BAD:#} {}", check.name)?;
        for line in check.message.lines() {
            writeln!(out, "    {line}")?;
        }
        match &check.witness {
            Some(witness) if std::ptr::eq(check, told) => write!(out, "{}", Lanes::new(witness))?,
            Some(Witness { replay, .. }) if !replay.is_empty() && told.replay() != replay => {
                writeln!(out, "{QUIET}    To see this on another schedule: --replay '{replay}'{QUIET:#}")?;
            }
            _ => {}
        }
    }
    Ok(())
}

/// A schedule as lanes: a column for each worker, a row for each step, the decisive ones marked.
pub struct Lanes<'a> {
    witness: &'a Witness,
    columns: Vec<&'a str>,
    width: usize,
}

impl<'a> Lanes<'a> {
    /// Lays a schedule out.
    pub fn new(witness: &'a Witness) -> Lanes<'a> {
        let mut columns: Vec<&str> = Vec::new();
        for step in witness.steps.iter().filter(|step| !step.who.is_empty()) {
            if !columns.contains(&step.who.as_str()) {
                columns.push(&step.who);
            }
        }
        columns.sort_by_key(|who| (*who != "main", who.len(), *who));
        let widest = witness.steps.iter().map(|step| step.what.chars().count()).max().unwrap_or(0);
        Lanes { witness, columns, width: widest.clamp(10, 34) }
    }

    /// The head of the table.
    pub fn head(&self) -> String {
        let cells: Vec<String> =
            self.columns.iter().map(|who| format!("{who:<width$}", width = self.width)).collect();
        format!("      line  {}", cells.join("  "))
    }

    /// One row.
    pub fn row(&self, step: &Step) -> String {
        let mark = if step.decisive { '▶' } else { ' ' };
        let line = if step.line == 0 { String::new() } else { step.line.to_string() };
        if step.who.is_empty() {
            return format!("    {mark}       {}", step.what);
        }
        let column = self.columns.iter().position(|who| *who == step.who).unwrap_or(0);
        let text: String = match step.what.char_indices().nth(self.width) {
            Some(_) if column + 1 < self.columns.len() => {
                step.what.chars().take(self.width - 1).chain(['…']).collect()
            }
            _ => step.what.clone(),
        };
        format!("    {mark} {line:>4}  {}{text}", " ".repeat(column * (self.width + 2)))
    }
}

impl std::fmt::Display for Lanes<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        if self.witness.steps.is_empty() {
            return Ok(());
        }
        writeln!(f, "{QUIET}{}{QUIET:#}", self.head())?;
        for step in &self.witness.steps {
            let style = if step.decisive { BAD } else { Style::new() };
            writeln!(f, "{style}{}{style:#}", self.row(step).trim_end())?;
        }
        if !self.witness.replay.is_empty() {
            writeln!(
                f,
                "{QUIET}    To run this schedule again: --replay '{}'{QUIET:#}",
                self.witness.replay
            )?;
        }
        Ok(())
    }
}

/// A verdict as one JSON object.
pub fn json(verdict: &Verdict) -> Value {
    let check = |check: &Checked| {
        let mut value = json!({"name": check.name, "passed": check.passed, "message": check.message});
        if let Some(witness) = &check.witness {
            value["arguments"] = json!(witness.arguments);
            value["replay"] = json!(witness.replay);
            value["schedule"] = json!(witness.steps);
        }
        value
    };
    json!({
        "exercise": verdict.exercise,
        "verdict": word(verdict.outcome),
        "checks": verdict.checks.iter().map(check).collect::<Vec<_>>(),
        "schedules": verdict.schedules,
        "exhaustive": verdict.exhaustive,
        "seconds": (verdict.elapsed.as_secs_f64() * 1000.0).round() / 1000.0,
    })
}

/// Verdicts as a JUnit report; a submission that is not started counts as skipped.
///
/// # Errors
/// When writing fails.
pub fn junit(out: impl Write, name: &str, verdicts: &[Verdict]) -> io::Result<()> {
    let mut suite = TestSuite::new(name);
    for verdict in verdicts {
        let failure = verdict.failure();
        let mut status = match verdict.outcome {
            Outcome::Passed => TestCaseStatus::success(),
            Outcome::NotStarted => TestCaseStatus::skipped(),
            Outcome::Failed | Outcome::DoesNotCompile => TestCaseStatus::NonSuccess {
                kind: NonSuccessKind::Failure,
                message: None,
                ty: Some(word(verdict.outcome).into()),
                description: None,
                reruns: Default::default(),
            },
        };
        if let Some(failure) = failure {
            status.set_message(failure.name.clone());
            let lanes =
                failure.witness.as_ref().map(|witness| Lanes::new(witness).to_string()).unwrap_or_default();
            status.set_description(plain(&format!("{}\n{lanes}", failure.message)));
        }
        let mut case = TestCase::new(verdict.exercise.clone(), status);
        case.set_time(verdict.elapsed);
        suite.add_test_case(case);
    }
    let mut report = Report::new("threadlings");
    report.add_test_suite(suite);
    report.serialize(out).map_err(io::Error::other)
}

/// A text without colours.
pub fn plain(text: &str) -> String {
    anstream::adapter::strip_str(text).to_string()
}
