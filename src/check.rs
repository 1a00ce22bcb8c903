//! Deciding what must hold, on all that was seen.
//!
//! In: a check of an `exercise.toml` and the cases, which are command lines with the stories that were seen for them.
//! Out: nothing, or what is wrong and the story that shows it. The words are in the submodules, by what they look at.

mod clock;
mod lines;
mod locks;
mod output;
mod work;
mod workers;

use std::cell::RefCell;
use std::collections::HashMap;

use regex_lite::Regex;

use crate::arguments::{BadExpression, Bound};
use crate::observe::Started;
use crate::spec::{By, Check, Word};
use crate::story::Story;

use CaseKind::{AnyDelay, Huge, Punctual, Real, Traced};

pub use output::{output, whole_lines, wrong_story};
pub use workers::over;

/// What was seen with one command line.
#[derive(Debug)]
pub struct Case {
    /// The command line and its values.
    pub bound: Bound,
    /// How it was run.
    pub kind: CaseKind,
    /// The executions.
    pub stories: Vec<Story>,
    /// How much a real run started, whose story does not tell it.
    pub started: Option<Started>,
}

/// How a case was run.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CaseKind {
    /// Against the real `std`: of its story only the lines are known.
    Real,
    /// With real threads and processes, recorded.
    Traced,
    /// Every schedule; a sleep may end at once.
    AnyDelay,
    /// A schedule of very many workers; a sleep may end at once.
    Huge,
    /// Every schedule; time is exact.
    Punctual,
}

/// What is wrong.
#[derive(Debug, Clone)]
pub struct Fault {
    /// A sentence for the learner.
    pub message: String,
    /// The case and the story in it that show it; none where all of them together do.
    pub shown_by: Option<(usize, usize)>,
    /// The events of that story that decide.
    pub marks: Vec<usize>,
}

/// A fault in one story, before it is known where the story stands.
pub(crate) struct Wrong {
    message: String,
    marks: Vec<usize>,
}

impl Wrong {
    fn new(message: impl Into<String>, marks: impl Into<Vec<usize>>) -> Wrong {
        Wrong { message: message.into(), marks: marks.into() }
    }
}

type Found<T = Option<Fault>> = Result<T, Invalid>;

/// The course's own data is wrong.
#[derive(Debug, thiserror::Error)]
pub enum Invalid {
    /// An expression or template.
    #[error(transparent)]
    Expression(#[from] BadExpression),
    /// A regular expression.
    #[error(transparent)]
    Pattern(#[from] regex_lite::Error),
}

/// Decides one check.
///
/// # Errors
/// When an expression or a pattern in the check is wrong.
pub fn decide(check: &Check, cases: &[Case]) -> Found {
    let mut asked = Vec::new();
    for (at, case) in cases.iter().enumerate() {
        let asks = match &check.when {
            Some(when) => case.bound.holds(when)?,
            None => true,
        };
        if asks {
            asked.push((at, case));
        }
    }
    let asked = Asked { cases: asked };
    match of_the_stories(&check.word, &asked)? {
        None => workers::enough_started(&asked, &check.word),
        fault => Ok(fault),
    }
}

fn of_the_stories(word: &Word, asked: &Asked) -> Found {
    match word {
        Word::PrintedBy { lines, by, distinct } => workers::printed_by(asked, lines, *by, *distinct),
        Word::Distinct { lines, by, count } => workers::distinct(asked, lines, *by, count),
        Word::Own { lines, by } => workers::own(asked, lines, *by),
        Word::Pairs { first, then } => workers::pairs(asked, first, then),
        Word::AtOnce { by, count } => workers::at_once(asked, *by, count),
        Word::Groups { by, sizes } => workers::groups(asked, *by, sizes),
        Word::DoneBefore { by, lines } => workers::done_before(asked, *by, lines),
        Word::StartedAfter { first, then } => workers::started_after(asked, *first, *then),
        Word::AllTakePart { count } => workers::all_take_part(asked, count),
        Word::Receivers { count, at_once } => workers::receivers(asked, count, at_once),
        Word::AllEnd => workers::all_end(asked),
        Word::NeverAwaited { lines } => workers::never_awaited(asked, lines),
        Word::AnyOrder { lines } => lines::any_order(asked, lines),
        Word::Inside { begin, end, at_most, reaches } => {
            lines::inside(asked, begin, end, at_most.as_deref(), reaches.as_deref())
        }
        Word::Apart { begin, end, ring } => lines::apart(asked, begin, end, ring),
        Word::Before { first, then } => lines::before(asked, first, then),
        Word::Ascending { lines } => lines::ascending(asked, lines),
        Word::Unbroken { begin, end } => lines::unbroken(asked, begin, end),
        Word::Unmixed { lines } => lines::unmixed(asked, lines),
        Word::Numbers { lines, always, sometimes, in_turn, same } => {
            let on_every = (always.as_deref(), in_turn.as_deref(), same.as_deref());
            lines::numbers(asked, lines, on_every, sometimes)
        }
        Word::NoChance => workers::no_chance(asked),
        Word::UnderLock { lines } => locks::under_lock(asked, lines),
        Word::EveryLevelLocks { lines } => locks::every_level_locks(asked, lines),
        Word::Uses { any } => locks::uses(asked, any),
        Word::Never { any } => locks::never(asked, any),
        Word::Count { lines, at_least, at_most } => clock::count(asked, lines, at_least, at_most),
        Word::Every { lines, milliseconds } => clock::every(asked, lines, *milliseconds),
        Word::Ends { from, to } => clock::ends(asked, from, to),
        Word::Measures { by, lines, sizes } => clock::measures(asked, *by, lines, sizes),
        Word::Background { lines, milliseconds } => clock::background(asked, lines, *milliseconds),
        Word::Work { line, items, by, distinct, at_most, at_least } => {
            let limits = (at_most.as_deref(), at_least.as_deref());
            work::work(asked, line, items, *by, *distinct, limits)
        }
    }
}

/// The cases for which a check is asked.
struct Asked<'a> {
    cases: Vec<(usize, &'a Case)>,
}

/// What a line is about: the first thing that the pattern captures.
fn key(pattern: &Pattern, text: &str) -> Option<String> {
    if let Some(known) = pattern.known.borrow().get(text) {
        return known.clone();
    }
    let captured = pattern.regex.captures(text);
    let key = captured.map(|found| found.get(1).map_or(String::new(), |key| key.as_str().to_string()));
    pattern.known.borrow_mut().insert(text.to_string(), key.clone());
    key
}

/// A pattern over whole lines. Thousands of stories have the same few lines, and what it says of each is kept.
pub(crate) struct Pattern {
    regex: Regex,
    known: RefCell<HashMap<String, Option<String>>>,
}

impl Pattern {
    fn is_match(&self, text: &str) -> bool {
        key(self, text).is_some()
    }
}

fn pattern(text: &str) -> Result<Pattern, regex_lite::Error> {
    Ok(Pattern { regex: Regex::new(&format!("^(?:{text})$"))?, known: RefCell::default() })
}

impl Asked<'_> {
    /// On every story of such cases: the first one in which something is wrong.
    fn always(&self, kinds: &[CaseKind], wrong: impl Fn(&Case, &Story) -> Found<Option<Wrong>>) -> Found {
        for (at, case) in &self.cases {
            if !kinds.contains(&case.kind) {
                continue;
            }
            let mut easiest: Option<(usize, Wrong, (bool, usize))> = None;
            for (story_at, story) in case.stories.iter().enumerate() {
                if let Some(wrong) = wrong(case, story)? {
                    let difficulty = story.difficulty();
                    if easiest.as_ref().is_none_or(|(_, _, known)| difficulty < *known) {
                        easiest = Some((story_at, wrong, difficulty));
                    }
                }
            }
            if let Some((story_at, Wrong { message, marks }, _)) = easiest {
                return Ok(Some(Fault { message, shown_by: Some((*at, story_at)), marks }));
            }
        }
        Ok(None)
    }

    /// Every real run started as many threads or processes as it needed.
    fn enough_started(&self, by: By, needed: impl Fn(&Case, &Story) -> Found<usize>) -> Found {
        for (_, case) in &self.cases {
            let (Some(started), Some(story)) = (case.started, case.stories.first()) else { continue };
            let (needed, started) = (needed(case, story)?, started.of(by));
            if started < needed {
                let message = format!(
                    "Run {}, the program starts {started} of the {needed} {} that it needs there.",
                    case.bound.shown(),
                    workers::plural(by)
                );
                return Ok(Some(Fault { message, shown_by: None, marks: Vec::new() }));
            }
        }
        Ok(None)
    }

    /// In each such case, on one story at least; where there is none, `message` says what never happened.
    fn sometimes(
        &self,
        kinds: &[CaseKind],
        seen: impl Fn(&Case, &Story) -> Found<bool>,
        message: impl Fn(&Case) -> String,
    ) -> Found {
        for (at, case) in &self.cases {
            if !kinds.contains(&case.kind) {
                continue;
            }
            // A traced run shows one order: all of a command line are looked at together, whatever they hold back.
            let alike = self.cases.iter().filter(|(other_at, other)| {
                let traced = (other.kind, case.kind) == (CaseKind::Traced, CaseKind::Traced);
                other_at == at || traced && other.bound.line == case.bound.line
            });
            let mut stories =
                alike.flat_map(|(_, other)| other.stories.iter().map(move |story| (other, story)));
            let found = stories
                .try_fold(false, |found, (case, story)| Ok::<_, Invalid>(found || seen(case, story)?))?;
            if !found {
                let message = format!("{} ({}; {})", message(case), case.bound.shown(), tried(case));
                let shown_by = (case.kind == CaseKind::Traced).then_some((*at, 0));
                return Ok(Some(Fault { message, shown_by, marks: Vec::new() }));
            }
        }
        Ok(None)
    }
}

fn tried(case: &Case) -> String {
    match case.stories.len() {
        1 => "whatever was held back".to_string(),
        count => format!("{count} schedules tried"),
    }
}

/// On schedules, on either clock.
const EXPLORED: &[CaseKind] = &[AnyDelay, Huge, Punctual];
/// On every schedule: what can happen has happened.
const TRIED: &[CaseKind] = &[AnyDelay, Punctual];
/// Where it is known who did what.
const SEEN: &[CaseKind] = &[AnyDelay, Huge, Punctual, Traced];
/// Where the lines are known.
const ALL: &[CaseKind] = &[AnyDelay, Huge, Punctual, Traced, Real];
/// Where orders are sought.
const SOUGHT: &[CaseKind] = &[AnyDelay, Traced];
