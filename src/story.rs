//! One execution, read for the checks: who printed which line when, and who was started by whom.

use std::collections::HashMap;

use threadlings_trace::{Event, Execution, What, Worker, workers};

/// An execution in which every event has its worker.
#[derive(Debug, Clone)]
pub struct Story {
    /// The schedule, as `--replay` takes it; empty for a traced or a real run.
    pub schedule: String,
    /// What happened, in order.
    pub events: Vec<Event>,
    /// Who did it: one for each event.
    pub who: Vec<Who>,
    /// The children of the first process, numbered from 1 as they were started.
    children: HashMap<u32, u32>,
    /// The nanoseconds of the first event.
    begin: u64,
}

/// Somebody who does something.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Who {
    /// The first process's main thread.
    Main,
    /// Another thread of the first process, as they were started.
    Thread(u32),
    /// A child process of the first process, as they were started, from 1.
    Child(u32),
    /// A process that the first process did not start itself.
    Stranger,
}

impl std::fmt::Display for Who {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Who::Main => f.write_str("main"),
            Who::Thread(number) => write!(f, "thread {number}"),
            Who::Child(number) => write!(f, "process {number}"),
            Who::Stranger => f.write_str("another process"),
        }
    }
}

/// A whole line of the program's standard output.
#[derive(Debug, Clone, Copy)]
pub struct Line<'a> {
    /// The event's place.
    pub at: usize,
    /// Who printed it.
    pub who: Who,
    /// Its text.
    pub text: &'a str,
}

impl Story {
    /// Reads an execution.
    pub fn new(execution: Execution) -> Story {
        let Execution { schedule, mut events } = execution;
        let first = events.first().map_or(0, |event| event.process);
        let children: HashMap<u32, u32> = events
            .iter()
            .filter(|event| event.process == first)
            .filter_map(|event| match &event.what {
                What::SpawnProcess(process, program) if program.is_empty() => Some(*process),
                _ => None,
            })
            .zip(1..)
            .collect();
        let who = |event: &Event| match (event.process == first, event.thread) {
            (true, 0) => Who::Main,
            (true, thread) => Who::Thread(thread),
            (false, _) => child(&children, event.process),
        };
        let who = events.iter().map(who).collect();
        let begin = events.first().map_or(0, |event| event.nanos);
        only_the_programs_own_output(&mut events, first);
        Story { schedule, events, who, children, begin }
    }

    /// A real run, of which only the lines are known.
    pub fn of_output(stdout: &str) -> Story {
        let print = |text: &str| Event {
            process: 0,
            thread: 0,
            nanos: 0,
            line: 0,
            what: What::Print(text.to_string()),
        };
        let events = stdout.lines().map(print).collect();
        Story::new(Execution { schedule: String::new(), events })
    }

    /// The lines of the output, in order.
    pub fn lines(&self) -> impl Iterator<Item = Line<'_>> {
        self.texts(|what| match what {
            What::Print(text) => Some(text),
            _ => None,
        })
    }

    /// The whole lines of standard error, in order.
    pub fn logs(&self) -> impl Iterator<Item = Line<'_>> {
        self.texts(|what| match what {
            What::Log(text) => Some(text),
            _ => None,
        })
    }

    fn texts<'a>(&'a self, text: impl Fn(&'a What) -> Option<&'a String>) -> impl Iterator<Item = Line<'a>> {
        let line = move |(at, event): (usize, &'a Event)| {
            text(&event.what).map(|text| Line { at, who: self.who[at], text })
        };
        self.events.iter().enumerate().filter_map(line)
    }

    /// The events with their places and workers.
    pub fn all(&self) -> impl Iterator<Item = (usize, Who, &Event)> {
        self.events.iter().enumerate().map(|(at, event)| (at, self.who[at], event))
    }

    /// A process other than the first, also one that was ended before it did anything.
    pub fn child(&self, process: u32) -> Who {
        child(&self.children, process)
    }

    /// Seconds from the start to an event.
    pub fn seconds(&self, at: usize) -> f64 {
        (self.events[at].nanos - self.begin) as f64 / 1e9
    }

    /// Where the first process ends: `main` is over, or `exit` was called.
    pub fn end(&self) -> Option<(usize, i32)> {
        let end = |(at, event): (usize, &Event)| match event.what {
            What::End(status) if matches!(self.who[at], Who::Main | Who::Thread(_)) => Some((at, status)),
            _ => None,
        };
        self.events.iter().enumerate().find_map(end)
    }

    /// How hard it is to read, for the choice among several that show the same: those in which each load sees the last write
    /// come first, and the shortest of them.
    pub fn difficulty(&self) -> (bool, usize) {
        let weak = |event: &Event| matches!(event.what, What::Unseen(_) | What::Failed(_));
        (self.events.iter().any(weak), self.events.len())
    }

    /// It never ends: nobody can go on, or all go on for ever.
    pub fn hangs(&self) -> bool {
        self.is_endless() || self.events.iter().any(|event| matches!(event.what, What::Deadlock))
    }

    /// It has been stopped, since it took too many steps.
    pub fn is_endless(&self) -> bool {
        self.events.iter().any(|event| matches!(event.what, What::Livelock))
    }

    /// The threads and child processes that do the program's work, in the order in which they were started, with the
    /// place of their start; see [`threadlings_trace::workers`].
    pub fn workers(&self) -> Vec<(usize, Who)> {
        let mut children = 0;
        let mut who = |worker| match worker {
            Worker::Thread(thread) => Who::Thread(thread),
            Worker::Process(_) => {
                children += 1;
                Who::Child(children)
            }
        };
        workers(&self.events).into_iter().map(|(at, worker)| (at, who(worker))).collect()
    }
}

fn child(children: &HashMap<u32, u32>, process: u32) -> Who {
    children.get(&process).map_or(Who::Stranger, |number| Who::Child(*number))
}

/// A line that a process wrote to a standard output of its own (a pipe to its parent) is not the program's; one that it wrote
/// to standard error is, where its parent has made that the program's standard output.
fn only_the_programs_own_output(events: &mut [Event], first: u32) {
    let files: HashMap<u32, (String, String)> = events
        .iter()
        .filter_map(|event| match &event.what {
            What::Begin(_, stdout, stderr) => Some((event.process, (stdout.clone(), stderr.clone()))),
            _ => None,
        })
        .collect();
    let Some((own, _)) = files.get(&first) else { return };
    for event in events.iter_mut().filter(|event| event.process != first) {
        let (stdout, stderr) = files.get(&event.process).cloned().unwrap_or_default();
        match &mut event.what {
            What::Print(text) if stdout != *own => event.what = What::Pipe(std::mem::take(text)),
            What::Log(text) if stderr == *own => event.what = What::Print(std::mem::take(text)),
            _ => {}
        }
    }
}
