//! The one way through the grader: compile, run, read the events, check, and come to a verdict.
//!
//! In: an exercise and a source file. Out: a [`Verdict`]. The command line, `cargo test` and a class all come here.

use std::collections::VecDeque;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Mutex;
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
enum Errand {
    Real(Vec<String>),
    Bad(Vec<String>, String),
    BadExplored(Vec<String>, String),
    Doubled(Vec<String>, CaseKind, Plan),
}

/// What came of it.
enum Seen {
    Real(Vec<String>, Finished),
    Bad(Vec<String>, String, Finished),
    BadExplored(Vec<String>, String, Recorded),
    Doubled(Vec<String>, CaseKind, Recorded),
}

impl Seen {
    /// It had to be stopped.
    fn out_of_bounds(&self) -> bool {
        let (Seen::Real(_, finished) | Seen::Bad(_, _, finished)) = self else { return false };
        matches!(finished.end, End::TimedOut | End::TooMuchMemory | End::TooManyTasks)
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
        let first = self.observer().real(&real, &[], "default")?;
        if is_todo(&first) {
            let message = "It comes to a `todo!()` before it prints anything.";
            return Ok(self.conclude(Outcome::NotStarted, vec![Checked::failed("started", message)]));
        }
        let mut checks = vec![Checked::passed("compiles")];
        let ends = ends_well(&first, &Bound::new(self.spec(), &[]));
        if !matches!(first.end, End::Exited(_)) {
            checks.push(ends);
            return Ok(self.conclude(Outcome::Failed, checks));
        }
        let mut seen = vec![Seen::Real(Vec::new(), first)];
        seen.extend(self.run_all(&real, &doubled)?);
        self.decide(checks, seen)
    }

    fn observer(&self) -> Observer<'_> {
        let left = GRADE_LIMIT.saturating_sub(self.begun.elapsed()).max(LEAST_LIMIT);
        Observer {
            kit: self.kit,
            scratch: self.scratch,
            linger: Duration::from_secs(self.spec().runs.linger_seconds),
            limit: RUN_LIMIT.min(left),
        }
    }

    /// All runs that the exercise asks for, besides the first.
    fn errands(&self) -> VecDeque<Errand> {
        let spec = self.spec();
        let mut errands = VecDeque::new();
        let explored = spec.runs.explored.iter().enumerate().map(|(at, line)| {
            let schedules = if at == 0 { SCHEDULES.0 } else { SCHEDULES.1 };
            (line, CaseKind::AnyDelay, Plan::explore(Clock::AnyDelay, schedules))
        });
        let punctual = spec
            .runs
            .punctual
            .iter()
            .map(|line| (line, CaseKind::Punctual, Plan::explore(Clock::Punctual, PUNCTUAL_SCHEDULES)));
        for (line, kind, plan) in explored.chain(punctual) {
            errands.push_back(Errand::Doubled(line.clone(), kind, plan));
        }
        for traced in &spec.runs.traced {
            errands.push_back(Errand::Doubled(
                traced.arguments.clone(),
                CaseKind::Traced,
                Plan::trace(hold(traced)),
            ));
        }
        errands.extend(spec.runs.real.iter().cloned().map(Errand::Real));
        if !spec.arguments.is_empty() {
            let mut random = fastrand::Rng::new();
            let draws = spec.runs.random.unwrap_or(2);
            errands.extend((0..draws).map(|_| Errand::Real(arguments::random(spec, &mut random))));
        }
        let bad = arguments::bad(spec);
        if let Some((line, name)) = bad.first().filter(|_| !spec.runs.explored.is_empty()) {
            errands.push_back(Errand::BadExplored(line.clone(), name.clone()));
        }
        errands.extend(bad.into_iter().map(|(line, name)| Errand::Bad(line, name)));
        errands
    }

    /// Runs the errands, as many at once as there are cores: each is a process of its own.
    fn run_all(&self, real: &Path, doubled: &Path) -> Result<Vec<Seen>> {
        let errands: Mutex<VecDeque<(usize, Errand)>> =
            Mutex::new(self.errands().into_iter().enumerate().collect());
        let done: Mutex<Vec<(usize, Result<Seen>)>> = Mutex::new(Vec::new());
        let take = || errands.lock().expect("no panic while it is held").pop_front();
        let workers = thread::available_parallelism().map_or(2, usize::from).clamp(2, 8);
        thread::scope(|s| {
            for _ in 0..workers {
                s.spawn(|| {
                    while let Some((at, errand)) = take() {
                        let seen = self.run_one(errand, at, real, doubled);
                        if seen.as_ref().is_ok_and(Seen::out_of_bounds) {
                            // It would only happen again: what was seen is enough for a verdict.
                            errands.lock().expect("no panic while it is held").clear();
                        }
                        done.lock().expect("no panic while it is held").push((at, seen));
                    }
                });
            }
        });
        let mut done = done.into_inner().expect("no panic while it was held");
        done.sort_by_key(|(at, _)| *at);
        done.into_iter().map(|(_, seen)| seen).collect()
    }

    fn run_one(&self, errand: Errand, at: usize, real: &Path, doubled: &Path) -> Result<Seen> {
        let name = format!("run-{at}");
        let observer = self.observer();
        Ok(match errand {
            Errand::Real(line) => {
                let finished = observer.real(real, &line, &name)?;
                Seen::Real(line, finished)
            }
            Errand::Bad(line, argument) => {
                let finished = observer.real(real, &line, &name)?;
                Seen::Bad(line, argument, finished)
            }
            Errand::BadExplored(line, argument) => {
                let plan = Plan::explore(Clock::AnyDelay, BAD_SCHEDULES);
                let recorded = observer.doubled(doubled, &line, &plan, &name)?;
                Seen::BadExplored(line, argument, recorded)
            }
            Errand::Doubled(line, kind, mut plan) => {
                plan.limit = SEARCH_LIMIT.min(observer.limit - Duration::from_secs(2));
                let recorded = observer.doubled(doubled, &line, &plan, &name)?;
                Seen::Doubled(line, kind, recorded)
            }
        })
    }

    fn decide(&self, mut checks: Vec<Checked>, seen: Vec<Seen>) -> Result<Verdict> {
        let spec = self.spec();
        let mut cases = Vec::new();
        let mut exhaustive = true;
        let mut ends = Checked::passed("ends by itself, with status 0");
        let mut prints = Checked::passed("prints what it should");
        let mut refuses = Checked::passed("refuses bad arguments");
        for seen in seen {
            match seen {
                Seen::Real(line, finished) => {
                    let bound = Bound::new(spec, &line);
                    keep_first(&mut ends, ends_well(&finished, &bound));
                    keep_first(&mut prints, self.prints_well(&finished, &bound)?);
                    let stdout = String::from_utf8_lossy(&finished.stdout.bytes);
                    cases.push(Case {
                        bound,
                        kind: CaseKind::Real,
                        stories: vec![Story::of_output(&stdout)],
                    });
                }
                Seen::Bad(line, argument, finished) => {
                    keep_first(&mut refuses, refuses_well(&line, &argument, &finished))
                }
                Seen::BadExplored(line, argument, recorded) => {
                    let stories = recorded.recording.executions.into_iter().map(Story::new);
                    if stories.into_iter().any(|story| story.lines().next().is_some()) {
                        keep_first(&mut refuses, printed_with_bad(&line, &argument));
                    }
                }
                Seen::Doubled(line, kind, recorded) => {
                    let bound = Bound::new(spec, &line);
                    exhaustive &= recorded.recording.exhaustive || kind == CaseKind::Traced;
                    keep_first(&mut ends, double_ended(&recorded, kind, &bound));
                    if kind == CaseKind::Traced {
                        keep_first(&mut prints, self.prints_well(&recorded.finished, &bound)?);
                    }
                    let stories = recorded.recording.executions.into_iter().map(Story::new).collect();
                    cases.push(Case { bound, kind, stories });
                }
            }
        }
        checks.extend([ends, prints]);
        if !spec.arguments.is_empty() {
            checks.push(refuses);
        }
        self.every_schedule(&mut checks, &cases)?;
        if checks.iter().all(|check| check.passed) {
            for check in &spec.checks {
                let fault = check::decide(check, &cases).map_err(|invalid| self.invalid(invalid))?;
                checks.push(self.checked(&check.name, fault, &cases));
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
    fn every_schedule(&self, checks: &mut Vec<Checked>, cases: &[Case]) -> Result<()> {
        let mut faults: [(&str, Option<Fault>); 2] =
            [("no deadlock and no panic on any schedule", None), ("prints it on every schedule", None)];
        for (at, case) in cases.iter().enumerate().filter(|(_, case)| case.kind != CaseKind::Real) {
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
                let wrong = check::wrong_story(&self.spec().output, case, story)
                    .map_err(|invalid| self.invalid(invalid))?;
                if let Some((message, marks)) = wrong
                    && shorter(&faults[1].1)
                {
                    faults[1].1 = Some(Fault { message, shown_by: Some((at, story_at)), marks });
                }
            }
        }
        if cases.iter().any(|case| case.kind != CaseKind::Real) {
            checks.extend(faults.map(|(name, fault)| self.checked(name, fault, cases)));
        }
        Ok(())
    }

    fn checked(&self, name: &str, fault: Option<Fault>, cases: &[Case]) -> Checked {
        let Some(fault) = fault else { return Checked::passed(name) };
        let mut checked = Checked::failed(name, fault.message);
        if let Some((at, story_at)) = fault.shown_by {
            let case = &cases[at];
            checked.message.push_str(&format!(" (Run {}.)", case.bound.shown()));
            let story = &case.stories[story_at];
            checked.witness = Some(Witness {
                arguments: case.bound.line.clone(),
                replay: replay_name(case, story),
                steps: if case.kind == CaseKind::Real {
                    Vec::new()
                } else {
                    explain::steps(story, &fault.marks)
                },
            });
        }
        checked
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
        let recorded = self.observer().doubled(&program, &line, &plan, "replay")?;
        let stories: Vec<Story> = recorded.recording.executions.into_iter().map(Story::new).collect();
        if stories.is_empty() {
            return Err(unreadable());
        }
        let cases = [Case { bound: Bound::new(self.spec(), &line), kind, stories }];
        let mut checks = Vec::new();
        self.every_schedule(&mut checks, &cases)?;
        for check in &mut checks {
            // Whatever came of it, it is shown.
            let story = &cases[0].stories[0];
            let steps = explain::steps(story, &[]);
            check.witness.get_or_insert(Witness {
                arguments: line.clone(),
                replay: replay.to_string(),
                steps,
            });
        }
        let outcome = if checks.iter().all(|check| check.passed) { Outcome::Passed } else { Outcome::Failed };
        let mut verdict = self.conclude(outcome, checks);
        verdict.schedules = 1;
        Ok(verdict)
    }
}

/// The first failure of a check counts.
fn keep_first(kept: &mut Checked, other: Checked) {
    if kept.passed && !other.passed {
        *kept = other;
    }
}

fn hold(traced: &Traced) -> Hold {
    let workers = || traced.threads.iter().chain(&traced.processes).sum();
    match traced.hold {
        HoldSpec::Nothing => Hold::Nothing,
        HoldSpec::UntilAllStarted => Hold::UntilAllStarted(workers()),
        HoldSpec::Forward => Hold::Forward,
        HoldSpec::UntilAwaited => Hold::UntilAwaited,
        HoldSpec::Reverse => Hold::Reverse(workers()),
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
fn double_ended(recorded: &Recorded, kind: CaseKind, bound: &Bound) -> Checked {
    let checked = ends_well(&recorded.finished, bound);
    if checked.passed && recorded.recording.executions.is_empty() {
        return Checked::failed(
            checked.name,
            format!("Run {}, nothing could be recorded of it.", bound.shown()),
        );
    }
    // What it printed and how it ended stands in the trace too; a search that ran out of time shows what it has.
    let cut_short = kind != CaseKind::Traced && recorded.finished.end == End::TimedOut;
    if cut_short && !recorded.recording.executions.is_empty() {
        Checked::passed(checked.name)
    } else {
        checked
    }
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
    let named = regex::Regex::new(&format!(r"\b{}\b", regex::escape(argument)))
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
