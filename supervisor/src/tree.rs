//! The processes below this one, found in `/proc` by following each process to its children.
//!
//! Nobody leaves the tree of a subreaper: a process whose parent dies becomes the subreaper's own child.

use std::collections::HashSet;
use std::fs::{self, File};
use std::thread;
use std::time::Duration;

use rustix::process::{Pid, Signal, WaitOptions, getpid, pidfd_send_signal, waitpid};

/// One process, as it was a moment ago.
pub struct Process {
    pub pid: Pid,
    parent: Option<Pid>,
    /// Whether it has ended, and its parent does not know yet.
    pub ended: bool,
    pub threads: usize,
    /// Bytes of its own: anonymous and shared memory, without the program file and the libraries, which processes have
    /// in common.
    pub memory: u64,
    /// Its directory in `/proc`: means this very process, also when its number is given to another.
    directory: File,
}

impl Process {
    fn read(pid: Pid) -> Option<Self> {
        let directory = File::open(format!("/proc/{pid}")).ok()?;
        let status = fs::read(format!("/proc/{pid}/status")).ok()?;
        let status = String::from_utf8_lossy(&status);
        let field = |name| status.lines().find_map(|line| line.strip_prefix(name)?.split_whitespace().next());
        let number = |name| field(name)?.parse::<u64>().ok();
        let threads = number("Threads:")? as usize;
        Some(Self {
            pid,
            parent: Pid::from_raw(number("PPid:")? as i32),
            ended: field("State:")? == "Z" && threads <= 1,
            threads,
            memory: 1024 * (number("RssAnon:").unwrap_or(0) + number("RssShmem:").unwrap_or(0)),
            directory,
        })
    }
}

/// All processes below this one, one after the other.
pub fn descendants() -> impl Iterator<Item = Process> {
    Descendants { unread: children(getpid()) }
}

struct Descendants {
    /// Processes to be read, with their parents.
    unread: Vec<(Pid, Pid)>,
}

impl Iterator for Descendants {
    type Item = Process;

    fn next(&mut self) -> Option<Process> {
        while let Some((pid, parent)) = self.unread.pop() {
            // Meanwhile it can have ended and its number be another's, or have been handed to this process.
            if let Some(process) = Process::read(pid)
                && (process.parent == Some(parent) || process.parent == Some(getpid()))
            {
                self.unread.extend(children(pid));
                return Some(process);
            }
        }
        None
    }
}

/// The children that all threads of `parent` have, with `parent`; none if it has ended.
fn children(parent: Pid) -> Vec<(Pid, Pid)> {
    let mut found = Vec::new();
    for thread in fs::read_dir(format!("/proc/{parent}/task")).into_iter().flatten().flatten() {
        let list = fs::read_to_string(thread.path().join("children")).unwrap_or_default();
        let numbers = list.split_whitespace().filter_map(|number| number.parse().ok());
        found.extend(numbers.filter_map(Pid::from_raw).map(|child| (child, parent)));
    }
    found
}

/// Ends those children of this process that `is_meant` picks, with all that is below them. Gives the number of
/// processes, without those that had ended already.
pub fn kill_all(is_meant: impl Fn(&Process) -> bool) -> usize {
    let mut killed = HashSet::new();
    loop {
        let mut unread = children(getpid());
        unread.retain(|(child, _)| {
            // One that is dying may not look like one that is meant any more.
            killed.contains(child) || Process::read(*child).is_some_and(|process| is_meant(&process))
        });
        if unread.is_empty() {
            return killed.len();
        }
        let mut none_new = true;
        for process in (Descendants { unread }) {
            if !process.ended && killed.insert(process.pid) {
                none_new = false;
            }
            // Fails where the process has ended by itself meanwhile.
            let _ = pidfd_send_signal(&process.directory, Signal::KILL);
            // Fails where it is not a child of this process: it becomes one when its parent is dead.
            let _ = waitpid(Some(process.pid), WaitOptions::NOHANG);
        }
        // Where new ones appear, they must not get the time to multiply.
        if none_new {
            thread::sleep(Duration::from_millis(1));
        }
    }
}
