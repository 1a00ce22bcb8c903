//! What an `exercise.toml` says: title, hints, the arguments to try and what must hold.
//!
//! The words of the checks are explained, with an example each, in CONTRIBUTING.md.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use serde::Deserialize;

use crate::error::{Error, Result};

/// An exercise as data.
#[derive(Debug, Clone, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Spec {
    /// What it is called in lists.
    pub title: String,
    /// The example to read first.
    pub read_first: String,
    /// From gentle to nearly the answer.
    pub hints: Vec<String>,
    /// The arguments, in order.
    #[serde(default, rename = "argument")]
    pub arguments: Vec<Argument>,
    /// With which arguments it is run.
    #[serde(default)]
    pub runs: Runs,
    /// What it prints.
    #[serde(default)]
    pub output: Output,
    /// What else must hold.
    #[serde(default, rename = "check")]
    pub checks: Vec<Check>,
}

/// One argument.
#[derive(Debug, Clone, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Argument {
    /// As it is written in the README and in messages.
    pub name: String,
    /// What it is.
    #[serde(rename = "type")]
    pub kind: ArgumentKind,
    /// It takes all that follow.
    #[serde(default)]
    pub list: bool,
    /// What it is when left out.
    pub default: Vec<String>,
    /// The least good value of a number.
    #[serde(default)]
    pub least: i64,
    /// The range from which values are drawn at random; for texts, the texts themselves.
    #[serde(default)]
    pub draw: Vec<String>,
}

/// What an argument is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ArgumentKind {
    /// `u32`.
    Number,
    /// `i32`.
    Integer,
    /// Any UTF-8.
    Text,
}

/// With which arguments a submission is run; each row is a command line.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Runs {
    /// Against the real `std`, besides the defaults and what is drawn at random.
    #[serde(default)]
    pub real: Vec<Vec<String>>,
    /// Every schedule, with any delay.
    #[serde(default)]
    pub explored: Vec<Vec<String>>,
    /// A few schedules, with any delay: enough to see whether many workers are at once.
    #[serde(default)]
    pub crowd: Vec<Vec<String>>,
    /// Three schedules, with any delay, which are the same for every program: a count that is too narrow is seen. One that
    /// takes too long says nothing.
    #[serde(default)]
    pub huge: Vec<Vec<String>>,
    /// Every schedule, on the punctual clock.
    #[serde(default)]
    pub punctual: Vec<Vec<String>>,
    /// With real threads and processes, recorded.
    #[serde(default)]
    pub traced: Vec<Traced>,
    /// Processes may go on so many seconds after the first one has ended.
    #[serde(default)]
    pub linger_seconds: u64,
    /// How many times a random command line is drawn for a real run; 2 unless said.
    pub random: Option<usize>,
}

/// A traced run and its directed delay.
#[derive(Debug, Clone, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Traced {
    /// The command line.
    pub arguments: Vec<String>,
    /// What is held back.
    #[serde(default)]
    pub hold: HoldSpec,
    /// For `hold = "until-started"`: the sizes of the groups of threads.
    #[serde(default)]
    pub threads: Vec<u32>,
    /// For `hold = "until-started"`: the sizes of the groups of processes. For `hold = "reverse"`: nothing.
    #[serde(default)]
    pub processes: Vec<u32>,
}

/// See [`threadlings_trace::Hold`].
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum HoldSpec {
    /// Nothing is held back.
    #[default]
    Nothing,
    /// Lines and ends of workers, until their whole group has been started.
    UntilStarted,
    /// Lines of workers, until all threads and processes have been started.
    UntilAllStarted,
    /// The lines of each worker, until the next one has written one.
    Reverse,
    /// See [`threadlings_trace::Hold::LaterFirst`].
    LaterFirst,
    /// See [`threadlings_trace::Hold::MainFirst`].
    MainFirst,
    /// The lines of each worker, until the one before it has written one.
    Forward,
    /// The lines of workers, until somebody waits for them.
    UntilAwaited,
}

/// What is printed.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Output {
    /// The whole output, as a template over the arguments. `<seconds>` stands for any decimal number.
    pub stdout: Option<String>,
    /// The lines may come in any order.
    #[serde(default)]
    pub any_order: bool,
    /// Where the output is not determined: every line is one of these (regular expressions over the whole line).
    #[serde(default)]
    pub each_line: Vec<String>,
}

/// Something that must hold.
#[derive(Debug, Clone, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub struct Check {
    /// What the learner reads.
    pub name: String,
    /// It is asked only where this holds, an expression over the arguments.
    pub when: Option<String>,
    /// What is asked.
    #[serde(flatten)]
    pub word: Word,
}

/// Who does something.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum By {
    /// Threads of the first process, but not its main one.
    Thread,
    /// Child processes, started by the first process.
    Child,
    /// Threads and child processes.
    Worker,
    /// The first process's main thread.
    Main,
}

/// How many different ones do something.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Distinct {
    /// All by one and the same.
    One,
    /// Each by another one.
    Each,
}

/// The vocabulary of the checks. "Always" is on every schedule that was run, "sometimes" on one of them at least.
/// Fields called `lines`, `begin`, `end`, `first` and `then` are regular expressions over whole lines of the output;
/// the others are expressions over the arguments.
#[derive(Debug, Clone, Deserialize)]
#[serde(tag = "word", rename_all = "kebab-case", rename_all_fields = "kebab-case", deny_unknown_fields)]
pub enum Word {
    /// Always: these lines are printed by such workers, all by one or each by another.
    PrintedBy { lines: String, by: By, distinct: Option<Distinct> },
    /// Always: these lines come from so many different workers.
    Distinct { lines: String, by: By, count: String },
    /// Always: these lines with one number come from one worker, and those with another number from another.
    Own { lines: String, by: By },
    /// Always: a worker's lines come in pairs, a `first` and a `then` with the same number.
    Pairs { first: String, then: String },
    /// Sometimes: so many workers are started before the first of them has done its part.
    AtOnce { by: By, count: String },
    /// Groups of workers of these sizes, each at once, and no other.
    Groups { by: By, sizes: Vec<u32> },
    /// Sometimes: these lines come in another order than on another schedule.
    AnyOrder { lines: String },
    /// Between a line `begin` and its `end` a worker is inside. Always: at most so many; sometimes: so many.
    Inside { begin: String, end: String, at_most: Option<String>, reaches: Option<String> },
    /// Always: no two inside at once whose numbers are neighbours on a ring of so many.
    Apart { begin: String, end: String, ring: String },
    /// Always: every line `first` comes before every line `then`.
    Before { first: String, then: String },
    /// Always: the number in these lines never falls.
    Ascending { lines: String },
    /// Always: nothing is printed between a line `begin` and the next `end`.
    Unbroken { begin: String, end: String },
    /// Always: the lines of one worker stand together.
    Unmixed { lines: String },
    /// So many lines match.
    Count { lines: String, at_least: String, at_most: String },
    /// Expressions over the arguments and the numbers in the lines: each name stands for the list of its numbers.
    Numbers {
        lines: BTreeMap<String, String>,
        always: Option<String>,
        #[serde(default)]
        sometimes: Vec<String>,
        /// On schedules on which each thread is over before the next one begins.
        in_turn: Option<String>,
        same: Option<String>,
    },
    /// Always: on one and the same schedule the threads do the same, whatever random numbers they draw.
    NoChance,
    /// Always: these lines are printed while one and the same lock is held.
    UnderLock { lines: String },
    /// Always: at the line with number D the worker has taken a lock D + 1 times.
    EveryLevelLocks { lines: String },
    /// Sometimes one of these is used: `condvar`, `channel`.
    Uses { any: Vec<Use> },
    /// Never one of these: `channel`, `sleep`, `time-out`, `yield`.
    Never { any: Vec<Use> },
    /// Traced, always: at each of these lines, such workers that were started before it have done their part; at the
    /// last one all have.
    DoneBefore { by: By, lines: String },
    /// Traced, always: the ones have done their part before the first of the others is started.
    StartedAfter { first: By, then: By },
    /// Each of so many threads has its part in one shared object, or returns something.
    AllTakePart { count: String },
    /// So many threads receive from one channel (always: no other channel serves them); sometimes so many get something.
    Receivers { count: String, at_once: String },
    /// The number of seconds in each of these lines, the first group of brackets, is no less than a group of workers of
    /// its size was at work.
    Measures { by: By, lines: String, sizes: Vec<u32> },
    /// Always: every thread is over, or does nothing but end, when the program ends.
    AllEnd,
    /// On the punctual clock: these lines are so many milliseconds apart.
    Every { lines: String, milliseconds: u64 },
    /// On the punctual clock: the program ends between these seconds.
    Ends { from: String, to: String },
    /// The thread that prints these lines is never waited for: sometimes the program ends before it did anything, and it
    /// may be cut off in the middle of a line.
    NeverAwaited { lines: String },
    /// Work lines: one for each item of a list, followed by a sleep of 100 ms.
    Work {
        /// The text of the line; `{}` stands for the item.
        line: String,
        /// The list: an expression over the arguments.
        items: String,
        by: By,
        distinct: Option<Distinct>,
        /// By so many workers at most.
        at_most: Option<String>,
        /// By so many at least, at once on some schedule.
        at_least: Option<String>,
    },
    /// The child prints this after the first process has ended, which neither waited nor slept; it slept so long.
    Background { lines: String, milliseconds: u64 },
}

/// Something that a program may use.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Use {
    /// A wait on a condition variable.
    Condvar,
    /// A ready-made channel or pipe.
    Channel,
    /// A sleep.
    Sleep,
    /// A wait that gives up after a time.
    TimeOut,
    /// A loop that gives way to others.
    Yield,
}

impl Spec {
    /// Reads and checks an `exercise.toml`.
    ///
    /// # Errors
    /// [`Error::Course`], which says where in the file what is wrong.
    pub fn read(path: &Path) -> Result<Spec> {
        let text = fs::read_to_string(path).map_err(Error::file("read", path))?;
        let wrong = |message: String| Error::Course { path: path.to_path_buf(), message };
        let spec: Spec = toml::from_str(&text).map_err(|error| wrong(error.to_string()))?;
        if spec.hints.is_empty() {
            return Err(wrong("`hints` must not be empty".to_string()));
        }
        if let Some(argument) = spec.arguments.iter().find(|argument| argument.default.is_empty()) {
            return Err(wrong(format!("the argument {} needs a `default`", argument.name)));
        }
        Ok(spec)
    }
}
