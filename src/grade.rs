//! The one way through the grader: compile, run, read the events, check, and come to a verdict.
//!
//! In: an exercise and a source file. Out: a [`Verdict`]. The command line, `cargo test` and a class all come here.

use std::collections::VecDeque;
use std::fs;
use std::io::{self, PipeReader, PipeWriter};
use std::path::{Path, PathBuf};
use std::sync::{Mutex, mpsc};
use std::thread;
use std::time::{Duration, Instant};

use threadlings_trace::{Clock, Hold, Plan, What};

use crate::arguments::{self, Bound};
use crate::check::{self, Case, CaseKind, Fault, Invalid};
use crate::compile::{self, Compiled};
use crate::course::{Course, Exercise};
use crate::error::{Error, Result};
use crate::explain;
use crate::kit::Kit;
use crate::observe::{Observer, Recorded};
use crate::run::{End, Finished};
use crate::spec::{HoldSpec, Spec, Traced};
use crate::story::Story;
use crate::verdict::{Checked, Outcome, Verdict, Witness};

/// Grades submissions.
#[derive(Debug, Clone)]
pub struct Grader {
    course: Course,
    kit: Kit,
}

/// No run of a submission takes longer.
const RUN_LIMIT: Duration = Duration::from_secs(10);
/// Nor does a run get less than this, however long the others have taken.
const LEAST_LIMIT: Duration = Duration::from_secs(4);
/// So long the first run has the machine for itself: what takes all of it is noticed by then.
const ALONE: Duration = Duration::from_secs(1);
/// The whole of a grade takes no longer than about this.
const GRADE_LIMIT: Duration = Duration::from_secs(24);
/// A larger file is no answer to an exercise.
const MOST_SOURCE: u64 = 1 << 20;
/// No search through the schedules of one command line takes longer, however few it has tried by then.
const SEARCH_LIMIT: Duration = Duration::from_secs(6);
/// How many schedules are tried for the first command line that an exercise explores, and for each further one.
const SCHEDULES: (u32, u32) = (1000, 200);
/// How many with a bad argument, with which nothing must be printed.
const BAD_SCHEDULES: u32 = 20;
/// How many on the punctual clock, on which most programs have few.
const PUNCTUAL_SCHEDULES: u32 = 100;

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

    /// Where the libraries lie that submissions are linked with. Others lie elsewhere, and may lead to other verdicts.
    pub fn libraries(&self) -> &Path {
        &self.kit.doubled.search
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

/// One run that is to be made.
struct Errand {
    line: Vec<String>,
    /// The argument of the line that is bad: nothing must be printed.
    bad: Option<String>,
    how: How,
}

enum How {
    Real,
    Doubled(CaseKind, Plan),
}

/// What came of it.
struct Seen {
    line: Vec<String>,
    bad: Option<String>,
    ran: Ran,
}

enum Ran {
    Real(Finished),
    Doubled { kind: CaseKind, finished: Finished, stories: Vec<Story>, exhaustive: bool },
}

impl Errand {
    fn real(line: Vec<String>) -> Errand {
        Errand { line, bad: None, how: How::Real }
    }

    fn is_search(&self) -> bool {
        matches!(self.how, How::Doubled(CaseKind::AnyDelay | CaseKind::Punctual, _))
    }

    fn explore(line: &[String], kind: CaseKind, schedules: u32) -> Errand {
        let clock = if kind == CaseKind::Punctual { Clock::Punctual } else { Clock::AnyDelay };
        Errand { line: line.to_vec(), bad: None, how: How::Doubled(kind, Plan::explore(clock, schedules)) }
    }
}

impl Seen {
    /// Run without arguments, as a learner runs it first, it comes to its `todo!()`.
    fn is_todo(&self) -> bool {
        self.line.is_empty() && matches!(&self.ran, Ran::Real(finished) if is_todo(finished))
    }

    /// Nothing else has to be seen: it had to be stopped, or there is nothing to grade.
    fn is_all(&self) -> bool {
        let stopped = matches!(&self.ran, Ran::Real(finished)
            if matches!(finished.end, End::TimedOut | End::TooMuchMemory | End::TooManyTasks));
        stopped || self.is_todo()
    }

    /// A search has shown that it may not end: no other run has to be waited for.
    fn hangs(&self) -> bool {
        matches!(&self.ran, Ran::Doubled { stories, .. } if stories.iter().any(Story::hangs))
    }
}

/// Runs are given up when it is given.
struct Signal {
    until_closed: PipeReader,
    writer: Mutex<Option<PipeWriter>>,
}

impl Signal {
    fn new() -> Result<Signal> {
        let (until_closed, writer) = io::pipe().map_err(Error::file("make", "a pipe"))?;
        Ok(Signal { until_closed, writer: Mutex::new(Some(writer)) })
    }

    fn give(&self) {
        drop(self.writer.lock().expect("no panic while it is held").take());
    }
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
            let doubled = s.spawn(|| compile::doubled(self.text, self.kit, self.scratch));
            let real = compile::real(self.text, self.kit, self.scratch);
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

    fn observer<'a>(&'a self, until_closed: Option<&'a PipeReader>) -> Observer<'a> {
        let left = GRADE_LIMIT.saturating_sub(self.begun.elapsed()).max(LEAST_LIMIT);
        Observer {
            kit: self.kit,
            scratch: self.scratch,
            linger: Duration::from_secs(self.spec().runs.linger_seconds),
            limit: RUN_LIMIT.min(left),
            until_closed,
        }
    }

    /// All runs that the exercise asks for, the one that a learner makes first before all others.
    fn errands(&self) -> VecDeque<Errand> {
        let spec = self.spec();
        let mut errands = VecDeque::from([Errand::real(Vec::new())]);
        for (at, line) in spec.runs.explored.iter().enumerate() {
            let schedules = if at == 0 { SCHEDULES.0 } else { SCHEDULES.1 };
            errands.push_back(Errand::explore(line, CaseKind::AnyDelay, schedules));
        }
        for line in &spec.runs.punctual {
            errands.push_back(Errand::explore(line, CaseKind::Punctual, PUNCTUAL_SCHEDULES));
        }
        for traced in &spec.runs.traced {
            let how = How::Doubled(CaseKind::Traced, Plan::trace(hold(traced)));
            errands.push_back(Errand { line: traced.arguments.clone(), bad: None, how });
        }
        errands.extend(spec.runs.real.iter().cloned().map(Errand::real));
        if !spec.arguments.is_empty() {
            let mut random = fastrand::Rng::new();
            let draws = spec.runs.random.unwrap_or(2);
            errands.extend((0..draws).map(|_| Errand::real(arguments::random(spec, &mut random))));
        }
        let bad = arguments::bad(spec);
        if let Some((line, name)) = bad.first().filter(|_| !spec.runs.explored.is_empty()) {
            let explored = Errand::explore(line, CaseKind::AnyDelay, BAD_SCHEDULES);
            errands.push_back(Errand { bad: Some(name.clone()), ..explored });
        }
        errands.extend(bad.into_iter().map(|(line, name)| Errand { bad: Some(name), ..Errand::real(line) }));
        errands
    }

    /// Runs the errands, as many at once as there are cores: each is a process of its own. What need not be run any
    /// more is left out.
    fn run_all(&self, real: &Path, doubled: &Path) -> Result<Vec<Seen>> {
        let errands: Mutex<VecDeque<(usize, Errand)>> =
            Mutex::new(self.errands().into_iter().enumerate().collect());
        let done: Mutex<Vec<(usize, Result<Seen>)>> = Mutex::new(Vec::new());
        let take = || errands.lock().expect("no panic while it is held").pop_front();
        let (stop_searches, stop_others) = (Signal::new()?, Signal::new()?);
        let (alone, is_alone) = mpsc::channel();
        let work = || {
            while let Some((at, errand)) = take() {
                let stop = if errand.is_search() { &stop_searches } else { &stop_others };
                let observer = self.observer(Some(&stop.until_closed));
                let Some(seen) = run_one(errand, at, &observer, real, doubled).transpose() else { return };
                let is_all = seen.as_ref().is_ok_and(Seen::is_all);
                if is_all || seen.as_ref().is_ok_and(Seen::hangs) {
                    errands.lock().expect("no panic while it is held").clear();
                    stop_others.give();
                }
                // Else a search goes on: it has an end of its own, and the first one shows the simplest case.
                if is_all {
                    stop_searches.give();
                }
                done.lock().expect("no panic while it is held").push((at, seen));
                // Only the first is listened for.
                let _ = alone.send(());
            }
        };
        let workers = thread::available_parallelism().map_or(2, usize::from).clamp(2, 8);
        thread::scope(|s| {
            s.spawn(work);
            let _ = is_alone.recv_timeout(ALONE);
            for _ in 1..workers {
                s.spawn(work);
            }
        });
        let mut done = done.into_inner().expect("no panic while it was held");
        done.sort_by_key(|(at, _)| *at);
        done.into_iter().map(|(_, seen)| seen).collect()
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
                (Ran::Real(finished), Some(argument)) => {
                    keep_first(&mut refuses, refuses_well(&line, &argument, &finished));
                }
                (Ran::Doubled { stories, .. }, Some(argument)) => {
                    if stories.iter().any(|story| story.lines().next().is_some()) {
                        keep_first(&mut refuses, printed_with_bad(&line, &argument));
                    }
                }
                (Ran::Real(finished), None) => {
                    keep_first(&mut ends, ends_well(&finished, &bound));
                    keep_first(&mut prints, self.prints_well(&finished, &bound)?);
                    let stories = vec![Story::of_output(&String::from_utf8_lossy(&finished.stdout.bytes))];
                    cases.push(Case { bound, kind: CaseKind::Real, stories });
                }
                (Ran::Doubled { kind, finished, stories, exhaustive: all }, None) => {
                    exhaustive &= all || kind == CaseKind::Traced;
                    keep_first(&mut ends, double_ended(&finished, &stories, kind, &bound));
                    if kind == CaseKind::Traced {
                        keep_first(&mut prints, self.prints_well(&finished, &bound)?);
                    }
                    cases.push(Case { bound, kind, stories });
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
        if checks.iter().all(|check| check.passed) {
            for check in &spec.checks {
                let fault = check::decide(check, &cases).map_err(|invalid| self.invalid(invalid))?;
                checks.push(checked(&check.name, fault, &cases));
            }
        }
        let outcome = if checks.iter().all(|check| check.passed) { Outcome::Passed } else { Outcome::Failed };
        let mut verdict = self.conclude(outcome, checks);
        let explored =
            cases.iter().filter(|case| matches!(case.kind, CaseKind::AnyDelay | CaseKind::Punctual));
        verdict.schedules = explored.map(|case| case.stories.len()).sum();
        verdict.exhaustive = exhaustive && verdict.schedules > 0;
        Ok(verdict)
    }

    /// What must hold on every schedule whatever the exercise: it ends, nothing panics, the output is right.
    fn every_schedule(&self, cases: &[Case]) -> Result<[(&'static str, Option<Fault>); 2]> {
        let mut faults =
            [("no deadlock and no panic on any schedule", None), ("prints it on every schedule", None)];
        for (at, case) in cases.iter().enumerate().filter(|(_, case)| case.kind != CaseKind::Real) {
            let expected =
                check::output(&self.spec().output, &case.bound).map_err(|invalid| self.invalid(invalid))?;
            for (story_at, story) in case.stories.iter().enumerate() {
                let length = story.events.len();
                let shorter = |fault: &Option<Fault>| {
                    let known = fault.as_ref().and_then(|fault| fault.shown_by);
                    known.is_none_or(|(case, known)| {
                        case == at && cases[case].stories[known].events.len() > length
                    })
                };
                let late = if self.spec().runs.linger_seconds == 0 { printed_too_late(story) } else { None };
                if let Some((message, marks)) = ends_badly(story).or(late) {
                    if shorter(&faults[0].1) {
                        faults[0].1 = Some(Fault { message, shown_by: Some((at, story_at)), marks });
                    }
                    continue;
                }
                if let Some((message, marks)) = check::wrong_story(&expected, case.kind, story)
                    && shorter(&faults[1].1)
                {
                    faults[1].1 = Some(Fault { message, shown_by: Some((at, story_at)), marks });
                }
            }
        }
        Ok(faults)
    }

    fn prints_well(&self, finished: &Finished, bound: &Bound) -> Result<Checked> {
        const NAME: &str = "prints what it should";
        let expected = check::output(&self.spec().output, bound).map_err(|invalid| self.invalid(invalid))?;
        let failed =
            |message: String| Ok(Checked::failed(NAME, format!("Run {}, it {message}.", bound.shown())));
        let Ok(text) = std::str::from_utf8(&finished.stdout.bytes) else {
            return failed("prints what is no UTF-8 text".to_string());
        };
        if finished.stdout.cut {
            return failed("prints more than 1 MiB, of which the rest was not kept".to_string());
        }
        let lines: Vec<&str> = text.split_terminator('\n').collect();
        if let Some(wrong) = expected.wrong(&lines) {
            return failed(wrong);
        }
        if !text.is_empty() && !text.ends_with('\n') {
            return failed("prints a last line that does not end".to_string());
        }
        Ok(Checked::passed(NAME))
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

    fn replay(&self, replay: &str) -> Result<Verdict> {
        let unreadable =
            || Error::Unknown { kind: "schedule", name: replay.to_string(), nearest: Vec::new() };
        let (clock, schedule, line) = read_replay_name(replay).ok_or_else(unreadable)?;
        let program: PathBuf = match compile::doubled(self.text, self.kit, self.scratch)? {
            Compiled::Program(program) => program,
            Compiled::Refused(message) => return Ok(self.does_not_compile(message)),
        };
        let kind = if clock == Clock::Punctual { CaseKind::Punctual } else { CaseKind::AnyDelay };
        let plan = Plan { replay: Some(schedule), ..Plan::explore(clock, 1) };
        let recorded =
            self.observer(None).doubled(&program, &line, &plan, "replay")?.ok_or_else(unreadable)?;
        let stories: Vec<Story> = recorded.recording.executions.into_iter().map(Story::new).collect();
        if stories.is_empty() {
            return Err(unreadable());
        }
        let cases = [Case { bound: Bound::new(self.spec(), &line), kind, stories }];
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

/// A check as it stands in the verdict: with the schedule that shows what is wrong, shortened to what matters.
fn checked(name: &str, fault: Option<Fault>, cases: &[Case]) -> Checked {
    let Some(fault) = fault else { return Checked::passed(name) };
    let mut checked = Checked::failed(name, fault.message);
    if let Some((at, story_at)) = fault.shown_by {
        let case = &cases[at];
        checked.message.push_str(&format!(" (Run {}.)", case.bound.shown()));
        let story = &case.stories[story_at];
        let seen = case.kind != CaseKind::Real;
        let steps = if seen { explain::shortened(explain::steps(story, &fault.marks)) } else { Vec::new() };
        let (arguments, replay) = (case.bound.line.clone(), replay_name(case, story));
        checked.witness = Some(Witness { arguments, replay, steps });
    }
    checked
}

/// None: it was given up.
fn run_one(
    errand: Errand,
    at: usize,
    observer: &Observer,
    real: &Path,
    doubled: &Path,
) -> Result<Option<Seen>> {
    let name = format!("run-{at}");
    let Errand { line, bad, how } = errand;
    let ran = match how {
        How::Real => observer.real(real, &line, &name)?.map(Ran::Real),
        How::Doubled(kind, mut plan) => {
            plan.limit = SEARCH_LIMIT.min(observer.limit - Duration::from_secs(2));
            observer.doubled(doubled, &line, &plan, &name)?.map(|Recorded { finished, recording }| {
                let stories = recording.executions.into_iter().map(Story::new).collect();
                Ran::Doubled { kind, finished, stories, exhaustive: recording.exhaustive }
            })
        }
    };
    Ok(ran.map(|ran| Seen { line, bad, ran }))
}

/// The first failure of a check counts.
fn keep_first(kept: &mut Checked, other: Checked) {
    if kept.passed && !other.passed {
        *kept = other;
    }
}

fn hold(traced: &Traced) -> Hold {
    let (threads, processes) = (traced.threads.iter().sum(), traced.processes.iter().sum());
    match traced.hold {
        HoldSpec::Nothing => Hold::Nothing,
        HoldSpec::UntilAllStarted => Hold::UntilAllStarted { threads, processes },
        HoldSpec::Forward => Hold::Forward,
        HoldSpec::UntilAwaited => Hold::UntilAwaited,
        HoldSpec::Reverse => Hold::Reverse { threads, processes },
        HoldSpec::UntilStarted => Hold::UntilStarted(threadlings_trace::Groups {
            threads: traced.threads.clone(),
            processes: traced.processes.clone(),
        }),
    }
}

fn is_todo(finished: &Finished) -> bool {
    let stderr = String::from_utf8_lossy(&finished.stderr.bytes);
    finished.stdout.bytes.is_empty()
        && finished.end == End::Exited(101)
        && stderr.contains("not yet implemented")
}

fn ends_well(finished: &Finished, bound: &Bound) -> Checked {
    const NAME: &str = "ends by itself, with status 0";
    let stderr = String::from_utf8_lossy(&finished.stderr.bytes);
    let last_words = stderr
        .lines()
        .find(|line| !line.trim().is_empty())
        .map_or(String::new(), |line| format!(" Its standard error begins: {line}"));
    let message = match finished.end {
        End::Exited(0) => return Checked::passed(NAME),
        End::Exited(status) => format!("ends with status {status}.{last_words}"),
        End::Signalled(signal) => format!("is ended by signal {signal}.{last_words}"),
        End::TimedOut => format!("does not end within {} seconds.", finished.elapsed.as_secs()),
        End::TooMuchMemory => "takes more than 2 GiB of memory.".to_string(),
        End::TooManyTasks => "starts threads or processes without end.".to_string(),
    };
    Checked::failed(NAME, format!("Run {}, it {message}", bound.shown()))
}

/// How the process ended that ran the double: a search always ends well, a traced program as itself.
fn double_ended(finished: &Finished, stories: &[Story], kind: CaseKind, bound: &Bound) -> Checked {
    let checked = ends_well(finished, bound);
    if checked.passed && stories.is_empty() {
        return Checked::failed(
            checked.name,
            format!("Run {}, nothing could be recorded of it.", bound.shown()),
        );
    }
    // What it printed and how it ended stands in the trace too; a search that ran out of time shows what it has.
    let cut_short = kind != CaseKind::Traced && finished.end == End::TimedOut;
    if cut_short && !stories.is_empty() { Checked::passed(checked.name) } else { checked }
}

fn printed_with_bad(line: &[String], argument: &str) -> Checked {
    let shown: Vec<String> = line.iter().map(|word| format!("'{word}'")).collect();
    let message = format!(
        "Run with {}, a bad {argument}, it prints something before that is noticed, on some schedule.",
        shown.join(" ")
    );
    Checked::failed("refuses bad arguments", message)
}

fn refuses_well(line: &[String], argument: &str, finished: &Finished) -> Checked {
    const NAME: &str = "refuses bad arguments";
    let shown: Vec<String> = line.iter().map(|word| format!("'{word}'")).collect();
    let failed = |what: String| {
        Checked::failed(NAME, format!("Run with {}, a bad {argument}, it {what}.", shown.join(" ")))
    };
    let stderr = String::from_utf8_lossy(&finished.stderr.bytes);
    let named = regex_lite::Regex::new(&format!(r"\b{}\b", regex_lite::escape(argument)))
        .is_ok_and(|name| name.is_match(&stderr));
    match finished.end {
        End::Exited(0) => failed("ends with status 0".to_string()),
        End::Exited(_) if !finished.stdout.bytes.is_empty() => {
            failed("prints something on standard output".to_string())
        }
        End::Exited(_) if !named => failed(format!("does not name {argument} on standard error")),
        End::Exited(_) => Checked::passed(NAME),
        _ => failed("does not end by itself".to_string()),
    }
}

/// A story that ends in another way than by itself with status 0.
fn ends_badly(story: &Story) -> Option<(String, Vec<usize>)> {
    for (at, who, event) in story.all() {
        let message = match &event.what {
            What::Deadlock => return Some(explain::deadlock(story)),
            What::Livelock => {
                "The program does not end, on a schedule that lets every thread run again and again."
                    .to_string()
            }
            What::Panic(message) => format!("{who} panics: {message}."),
            What::Unmodelled(what) => {
                format!("This grade did not explore {what}: it cannot vouch for the program.")
            }
            What::End(status) if *status != 0 => format!("{who} ends with status {status}."),
            _ => continue,
        };
        return Some((message, vec![at]));
    }
    None
}

/// A line that a child writes when the first process has ended: nobody waited for it.
fn printed_too_late(story: &Story) -> Option<(String, Vec<usize>)> {
    let (end, _) = story.end()?;
    let late = story.lines().find(|line| line.at > end)?;
    Some((
        format!("{} prints {:?} when the program has ended: nobody waits for it.", late.who, late.text),
        vec![end, late.at],
    ))
}

/// `clock/schedule/argument/…`, in which a `/` of an argument is written `%2F`.
fn replay_name(case: &Case, story: &Story) -> String {
    let clock = match case.kind {
        CaseKind::AnyDelay => "any-delay",
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
