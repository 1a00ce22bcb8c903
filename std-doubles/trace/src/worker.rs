//! Who does a program's work: the grader counts them, the double holds them back.

use std::collections::HashSet;

use crate::{Event, What};

/// A thread of the first process, by its number, or a child process of it, by the operating system's.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Worker {
    /// A thread.
    Thread(u32),
    /// A process.
    Process(u32),
}

impl Worker {
    /// Whether it is a thread.
    pub fn is_thread(self) -> bool {
        matches!(self, Worker::Thread(_))
    }
}

/// The threads and child processes of this program that the first process started to do its work, in order, each with
/// the place of the event that started it. Left out are the threads of a library that starts processes, a thread that
/// starts a process or waits for one and prints nothing itself, and other programs.
///
/// ```
/// use threadlings_trace::{Recording, Worker, workers};
/// let recording = Recording::parse("7 0 0 3 spawn 1 \n7 1 0 4 spawn-process 8 \n7 0 0 5 spawn 2 \n");
/// let events = &recording.executions[0].events;
/// assert_eq!(workers(events), [(1, Worker::Process(8)), (2, Worker::Thread(2))]);
/// ```
pub fn workers(events: &[Event]) -> Vec<(usize, Worker)> {
    let who = |does: fn(&What) -> bool| -> HashSet<u32> {
        here(events).filter(|(_, event)| does(&event.what)).map(|(_, event)| event.thread).collect()
    };
    let minders = who(|what| matches!(what, What::SpawnProcess(..) | What::WaitingProcess(_)));
    let printers = who(|what| matches!(what, What::Print(_)));
    let is_minder = |worker: Worker| match worker {
        Worker::Thread(thread) => minders.contains(&thread) && !printers.contains(&thread),
        Worker::Process(_) => false,
    };
    workers_and_minders(events).into_iter().filter(|(_, worker)| !is_minder(*worker)).collect()
}

/// The same, and with them the threads that start processes or wait for them and have not printed yet.
pub fn workers_and_minders(events: &[Event]) -> Vec<(usize, Worker)> {
    let worker = |event: &Event| match &event.what {
        What::Spawn(thread, name) if !name.starts_with("procspawn") => Some(Worker::Thread(*thread)),
        What::SpawnProcess(process, program) if program.is_empty() => Some(Worker::Process(*process)),
        _ => None,
    };
    here(events).filter_map(|(at, event)| Some((at, worker(event)?))).collect()
}

/// The events of the first process, with their places.
fn here(events: &[Event]) -> impl Iterator<Item = (usize, &Event)> {
    let first = events.first().map(|event| event.process);
    events.iter().enumerate().filter(move |(_, event)| Some(event.process) == first)
}
