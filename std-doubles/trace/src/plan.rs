//! What a double is told to do.

use std::fmt;
use std::time::Duration;

use crate::PLAN_END;

/// The orders for one run of a program that was compiled against the double.
///
/// ```
/// use threadlings_trace::{Clock, Plan};
/// let plan = Plan::explore(Clock::AnyDelay, 1000);
/// assert_eq!(Plan::parse(&plan.to_string()), Some(plan));
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Plan {
    /// Real threads, or every schedule.
    pub mode: Mode,
    /// Explored only: how time passes.
    pub clock: Clock,
    /// Explored only: how many schedules to try where the program has more.
    pub schedules: u32,
    /// Explored only: no new schedule is begun after this time.
    pub limit: Duration,
    /// Explored only: where the pseudo-random choices start.
    pub seed: u64,
    /// Explored only: the program may ask, without waiting, whether a lock is free or an `Arc` shared, so that to let go of one is a
    /// step too.
    pub asks: bool,
    /// Explored only: the schedules to run, and no others; none where they are searched for.
    pub replay: Vec<String>,
    /// The first process finds that cargo has started it, and its standard streams to be a terminal.
    pub terminal: bool,
    /// Traced only: what is held back.
    pub hold: Hold,
}

/// How the program is run.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mode {
    /// With the operating system's threads and processes; what happens is recorded.
    Traced,
    /// One thread at a time in an order that the double chooses, again and again.
    Explored,
}

/// How virtual time passes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Clock {
    /// Time passes only while every thread waits; who sleeps wakes up on time.
    Punctual,
    /// A sleep or time-out may end as soon as it began: as if all other threads were delayed meanwhile.
    AnyDelay,
}

/// A directed delay: what a traced run holds back to reach an order that chance would seldom show.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Hold {
    /// Nothing.
    Nothing,
    /// The lines and the end of every spawned thread and process, until its whole group has been started.
    UntilStarted(Groups),
    /// The lines and the end of every spawned thread and process, until so many of both have been started.
    UntilAllStarted {
        /// So many threads.
        threads: u32,
        /// So many processes.
        processes: u32,
    },
    /// The lines of each of so many spawned threads, and of each of so many processes, until the next one of its kind has
    /// written one.
    Reverse {
        /// So many threads.
        threads: u32,
        /// So many processes.
        processes: u32,
    },
    /// The lines of each spawned thread and process, until the one before it has written one.
    Forward,
    /// No lines; but of the first process's threads those that are started later go first.
    LaterFirst,
    /// No lines; but of the first process's threads those that are started earlier go first, `main` before all others.
    MainFirst,
    /// The lines of every spawned thread and process, until somebody waits for it or the program has ended.
    UntilAwaited,
}

/// How many threads, and how many processes, belong together: `[1, 2]` means the first one, then the next two.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Groups {
    /// Sizes of the groups of threads, in the order in which they are started.
    pub threads: Vec<u32>,
    /// Sizes of the groups of processes.
    pub processes: Vec<u32>,
}

fn sizes(text: &str) -> Option<Vec<u32>> {
    text.split(',').filter(|size| !size.is_empty()).map(|size| size.parse().ok()).collect()
}

fn counts(text: &str) -> Option<(u32, u32)> {
    let (threads, processes) = text.split_once('/')?;
    Some((threads.parse().ok()?, processes.parse().ok()?))
}

fn list(sizes: &[u32]) -> String {
    sizes.iter().map(u32::to_string).collect::<Vec<_>>().join(",")
}

impl Plan {
    /// A run with real threads and processes.
    pub fn trace(hold: Hold) -> Plan {
        Plan { mode: Mode::Traced, hold, ..Plan::explore(Clock::Punctual, 0) }
    }

    /// A search through the schedules.
    pub fn explore(clock: Clock, schedules: u32) -> Plan {
        Plan {
            mode: Mode::Explored,
            clock,
            schedules,
            limit: Duration::from_secs(4),
            seed: 1,
            asks: false,
            replay: Vec::new(),
            terminal: false,
            hold: Hold::Nothing,
        }
    }

    /// Reads the head of a file, up to and with the line [`PLAN_END`]. `None` when that is not there.
    pub fn parse(text: &str) -> Option<Plan> {
        let (head, _) = text.split_once(&format!("{PLAN_END}\n"))?;
        let mut plan = Plan::trace(Hold::Nothing);
        for line in head.lines() {
            let (key, value) = line.split_once(' ')?;
            match key {
                "mode" => plan.mode = if value == "explored" { Mode::Explored } else { Mode::Traced },
                "clock" => plan.clock = if value == "punctual" { Clock::Punctual } else { Clock::AnyDelay },
                "schedules" => plan.schedules = value.parse().ok()?,
                "limit-ms" => plan.limit = Duration::from_millis(value.parse().ok()?),
                "seed" => plan.seed = value.parse().ok()?,
                "asks" => plan.asks = value.parse().ok()?,
                "terminal" => plan.terminal = value.parse().ok()?,
                "replay" => plan.replay.push(value.to_string()),
                "hold-until-started" => {
                    let (threads, processes) = value.split_once('/')?;
                    let groups = Groups { threads: sizes(threads)?, processes: sizes(processes)? };
                    plan.hold = Hold::UntilStarted(groups);
                }
                "hold-until-all-started" => {
                    let (threads, processes) = counts(value)?;
                    plan.hold = Hold::UntilAllStarted { threads, processes };
                }
                "hold-reverse" => {
                    let (threads, processes) = counts(value)?;
                    plan.hold = Hold::Reverse { threads, processes };
                }
                "hold-forward" => plan.hold = Hold::Forward,
                "hold-nothing" if value == "later-first" => plan.hold = Hold::LaterFirst,
                "hold-nothing" => plan.hold = Hold::MainFirst,
                "hold-until" => plan.hold = Hold::UntilAwaited,
                _ => return None,
            }
        }
        Some(plan)
    }
}

impl fmt::Display for Plan {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mode = match self.mode {
            Mode::Traced => "traced",
            Mode::Explored => "explored",
        };
        let clock = match self.clock {
            Clock::Punctual => "punctual",
            Clock::AnyDelay => "any-delay",
        };
        writeln!(f, "mode {mode}\nclock {clock}\nschedules {}", self.schedules)?;
        writeln!(f, "limit-ms {}\nseed {}", self.limit.as_millis(), self.seed)?;
        writeln!(f, "asks {}\nterminal {}", self.asks, self.terminal)?;
        for schedule in &self.replay {
            writeln!(f, "replay {schedule}")?;
        }
        match &self.hold {
            Hold::Nothing => {}
            Hold::UntilStarted(groups) => {
                writeln!(f, "hold-until-started {}/{}", list(&groups.threads), list(&groups.processes))?;
            }
            Hold::UntilAllStarted { threads, processes } => {
                writeln!(f, "hold-until-all-started {threads}/{processes}")?;
            }
            Hold::Reverse { threads, processes } => writeln!(f, "hold-reverse {threads}/{processes}")?,
            Hold::Forward => writeln!(f, "hold-forward by-one")?,
            Hold::LaterFirst => writeln!(f, "hold-nothing later-first")?,
            Hold::MainFirst => writeln!(f, "hold-nothing main-first")?,
            Hold::UntilAwaited => writeln!(f, "hold-until awaited")?,
        }
        writeln!(f, "{PLAN_END}")
    }
}
