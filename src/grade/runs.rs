//! All runs of one submission: which there are, and which can be left out when others have shown enough.
//!
//! In: the two programs of a submission. Out: what was [`Seen`] of each run, in the order of the exercise.

use std::collections::VecDeque;
use std::io::{self, PipeReader, PipeWriter};
use std::path::Path;
use std::sync::{Mutex, mpsc};
use std::thread;
use std::time::Duration;

use threadlings_trace::{Clock, Hold, Plan};

use super::{Grading, basics};
use crate::arguments;
use crate::check::CaseKind;
use crate::error::{Error, Result};
use crate::observe::{Observer, Recorded, Started};
use crate::run::{End, Finished};
use crate::spec::{HoldSpec, Traced};
use crate::story::Story;

/// No run of a submission takes longer.
const RUN_LIMIT: Duration = Duration::from_secs(10);
/// Nor does a run get less than this, however long the others have taken.
const LEAST_LIMIT: Duration = Duration::from_secs(4);
/// So long the first run has the machine for itself: what takes all of it is noticed by then.
const ALONE: Duration = Duration::from_secs(1);
/// The whole of a grade takes no longer than about this.
const GRADE_LIMIT: Duration = Duration::from_secs(24);
/// No search through the schedules of one command line takes longer, however few it has tried by then.
const SEARCH_LIMIT: Duration = Duration::from_secs(6);
/// How many schedules are tried for the first command line that an exercise explores, and for each further one.
const SCHEDULES: (u32, u32) = (1000, 200);
/// How many with a bad argument, with which nothing must be printed.
const BAD_SCHEDULES: u32 = 20;
/// How many with a crowd of workers.
const CROWD_SCHEDULES: u32 = 10;
/// The only ones with the largest crowd: who does not wait for all others is over before them, all are inside, or all have
/// drawn a number.
const HUGE_SCHEDULES: [&str; 3] = ["main-first", "lines-last", "in-step"];
/// How many on the punctual clock, on which most programs have few.
const PUNCTUAL_SCHEDULES: u32 = 100;

/// Where the program's text has one of these, a thread asks how things stand with others, whether they hold a lock or an `Arc`,
/// without waiting for them.
const ASKS: [&str; 9] = [
    "try_",
    "is_locked",
    "strong_count",
    "weak_count",
    "upgrade",
    "Arc::into_inner",
    "Arc::get_mut",
    "make_mut",
    "unwrap_or_clone",
];

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
pub(super) struct Seen {
    pub line: Vec<String>,
    pub bad: Option<String>,
    pub ran: Ran,
}

pub(super) enum Ran {
    Real(Finished, Started),
    Doubled { kind: CaseKind, finished: Finished, stories: Vec<Story>, exhaustive: bool },
}

impl Errand {
    fn real(line: Vec<String>) -> Errand {
        Errand { line, bad: None, how: How::Real }
    }

    fn is_search(&self) -> bool {
        matches!(&self.how, How::Doubled(kind, _) if *kind != CaseKind::Traced)
    }
}

impl Seen {
    /// Run without arguments, as a learner runs it first, it comes to its `todo!()`.
    pub fn is_todo(&self) -> bool {
        self.line.is_empty() && matches!(&self.ran, Ran::Real(finished, _) if basics::is_todo(finished))
    }

    /// Nothing else has to be seen: it had to be stopped, or there is nothing to grade.
    pub fn is_all(&self) -> bool {
        let stopped = matches!(&self.ran, Ran::Real(finished, _) | Ran::Doubled { kind: CaseKind::Traced, finished, .. }
            if matches!(finished.end, End::TimedOut | End::TooMuchMemory | End::TooManyTasks));
        stopped || self.is_todo()
    }

    /// A search has shown that it may not end: no other run has to be waited for.
    pub fn hangs(&self) -> bool {
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
    pub(super) fn observer<'a>(&'a self, until_closed: Option<&'a PipeReader>) -> Observer<'a> {
        let left = GRADE_LIMIT.saturating_sub(self.begun.elapsed()).max(LEAST_LIMIT);
        Observer {
            kit: self.kit,
            scratch: self.scratch,
            linger: Duration::from_secs(self.spec().runs.linger_seconds),
            limit: RUN_LIMIT.min(left),
            until_closed,
        }
    }

    /// The orders for a search through the schedules of this program. Every other command line is one on a terminal: a program
    /// that does what it should only there, or only elsewhere, is seen to.
    pub(super) fn plan(&self, line: &[String], clock: Clock, schedules: u32) -> Plan {
        let asks = ASKS.iter().any(|asks| self.text.contains(asks));
        let terminal = self.spec().runs.explored.iter().position(|other| other == line).is_some_and(is_odd);
        Plan { asks, terminal, ..Plan::explore(clock, schedules) }
    }

    fn explore(&self, line: &[String], kind: CaseKind, schedules: u32) -> Errand {
        let clock = if kind == CaseKind::Punctual { Clock::Punctual } else { Clock::AnyDelay };
        Errand { line: line.to_vec(), bad: None, how: How::Doubled(kind, self.plan(line, clock, schedules)) }
    }

    /// All runs that the exercise asks for, the one that a learner makes first before all others.
    fn errands(&self) -> VecDeque<Errand> {
        let spec = self.spec();
        let mut errands = VecDeque::from([Errand::real(Vec::new())]);
        for (at, line) in spec.runs.explored.iter().enumerate() {
            let schedules = if at == 0 { SCHEDULES.0 } else { SCHEDULES.1 };
            errands.push_back(self.explore(line, CaseKind::AnyDelay, schedules));
        }
        for line in &spec.runs.crowd {
            errands.push_back(self.explore(line, CaseKind::AnyDelay, CROWD_SCHEDULES));
        }
        for line in &spec.runs.huge {
            let replay = HUGE_SCHEDULES.map(str::to_string).to_vec();
            let plan = Plan { replay, ..self.plan(line, Clock::AnyDelay, 1) };
            let how = How::Doubled(CaseKind::Huge, plan);
            errands.push_back(Errand { line: line.clone(), bad: None, how });
        }
        for line in &spec.runs.punctual {
            errands.push_back(self.explore(line, CaseKind::Punctual, PUNCTUAL_SCHEDULES));
        }
        for (at, traced) in spec.runs.traced.iter().enumerate() {
            let plan = Plan { terminal: is_odd(at), ..Plan::trace(hold(traced)) };
            let how = How::Doubled(CaseKind::Traced, plan);
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
            let explored = self.explore(line, CaseKind::AnyDelay, BAD_SCHEDULES);
            errands.push_back(Errand { bad: Some(name.clone()), ..explored });
        }
        errands.extend(bad.into_iter().map(|(line, name)| Errand { bad: Some(name), ..Errand::real(line) }));
        errands
    }

    /// Runs the errands, as many at once as there are cores: each is a process of its own. What need not be run any
    /// more is left out.
    pub(super) fn run_all(&self, real: &Path, doubled: &Path) -> Result<Vec<Seen>> {
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
}

fn is_odd(at: usize) -> bool {
    at % 2 == 1
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
        How::Real => {
            observer.real(real, &line, &name)?.map(|(finished, started)| Ran::Real(finished, started))
        }
        How::Doubled(kind, mut plan) => {
            plan.limit = SEARCH_LIMIT.min(observer.limit - Duration::from_secs(2));
            observer.doubled(doubled, &line, &plan, &name)?.map(|Recorded { finished, recording }| {
                let mut stories: Vec<Story> = recording.executions.into_iter().map(Story::new).collect();
                if kind == CaseKind::Huge {
                    // With so many it may end after all.
                    stories.retain(|story| !story.is_endless());
                }
                Ran::Doubled { kind, finished, stories, exhaustive: recording.exhaustive }
            })
        }
    };
    Ok(ran.map(|ran| Seen { line, bad, ran }))
}

fn hold(traced: &Traced) -> Hold {
    let (threads, processes) = (traced.threads.iter().sum(), traced.processes.iter().sum());
    match traced.hold {
        HoldSpec::Nothing => Hold::Nothing,
        HoldSpec::UntilAllStarted => Hold::UntilAllStarted { threads, processes },
        HoldSpec::Forward => Hold::Forward,
        HoldSpec::UntilAwaited => Hold::UntilAwaited,
        HoldSpec::LaterFirst => Hold::LaterFirst,
        HoldSpec::MainFirst => Hold::MainFirst,
        HoldSpec::Reverse => Hold::Reverse { threads, processes },
        HoldSpec::UntilStarted => Hold::UntilStarted(threadlings_trace::Groups {
            threads: traced.threads.clone(),
            processes: traced.processes.clone(),
        }),
    }
}
