//! A tree of processes, found in `/proc` by following each process to its parent.
//!
//! Nobody leaves the tree of a subreaper: a process whose parent dies becomes the subreaper's own child.

use std::collections::HashSet;
use std::fs::{self, File};
use std::io;
use std::ops::ControlFlow;
use std::thread;
use std::time::{Duration, Instant};

use rustix::process::{Pid, Signal, WaitOptions, pidfd_send_signal, waitpid};

/// One process, as it was a moment ago.
pub struct Process {
    pub pid: Pid,
    pub parent: Option<Pid>,
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
        let path = format!("/proc/{pid}");
        let directory = File::open(&path).ok()?;
        let status = fs::read(format!("{path}/status")).ok()?;
        let status = String::from_utf8_lossy(&status);
        let field = |name| {
            let value = status.lines().find_map(|line| line.strip_prefix(name))?;
            value.split_whitespace().next()
        };
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

/// All processes below those that `is_top` picks.
pub struct Tree<F> {
    is_top: F,
    members: HashSet<Pid>,
    /// Processes that do not belong here, and never will: they are not read again for a while.
    strangers: HashSet<Pid>,
    forget_strangers: Instant,
}

impl<F: Fn(&Process) -> bool> Tree<F> {
    pub fn new(is_top: F) -> Self {
        Self { is_top, members: HashSet::new(), strangers: HashSet::new(), forget_strangers: Instant::now() }
    }

    /// Shows the processes of the tree to `visit`, until it breaks.
    ///
    /// `/proc` is listed in ascending order while it is being read, so that processes which start meanwhile are seen
    /// in the same pass: one that kills catches up with a tree that grows.
    ///
    /// # Errors
    /// If there is no `/proc`.
    pub fn scan<B>(&mut self, mut visit: impl FnMut(&Process) -> ControlFlow<B>) -> io::Result<Option<B>> {
        if self.forget_strangers <= Instant::now() {
            self.strangers.clear();
            self.forget_strangers = Instant::now() + Duration::from_secs(1);
        }
        let mut members = HashSet::new();
        for entry in fs::read_dir("/proc")? {
            let Ok(entry) = entry else { continue };
            let Some(pid) = entry.file_name().to_str().and_then(|name| Pid::from_raw(name.parse().ok()?))
            else {
                continue;
            };
            if self.strangers.contains(&pid) {
                continue;
            }
            let Some(process) = Process::read(pid) else { continue };
            let below = process
                .parent
                .is_some_and(|parent| members.contains(&parent) || self.members.contains(&parent));
            if below || (self.is_top)(&process) {
                members.insert(pid);
                if let ControlFlow::Break(value) = visit(&process) {
                    return Ok(Some(value));
                }
            } else {
                self.strangers.insert(pid);
            }
        }
        self.members = members;
        Ok(None)
    }
}

/// Ends all processes below those that `is_top` picks and gives their number, without those that had ended already.
///
/// # Errors
/// If there is no `/proc`.
pub fn kill_all(is_top: impl Fn(&Process) -> bool) -> io::Result<usize> {
    let mut killed = HashSet::new();
    loop {
        let mut seen = 0;
        Tree::new(&is_top).scan(|process| {
            seen += 1;
            if !process.ended {
                killed.insert(process.pid);
            }
            // Fails where the process has ended by itself meanwhile.
            let _ = pidfd_send_signal(&process.directory, Signal::KILL);
            // Fails where it is not a child of this process: it becomes one when its parent is dead.
            let _ = waitpid(Some(process.pid), WaitOptions::NOHANG);
            ControlFlow::<()>::Continue(())
        })?;
        if seen == 0 {
            return Ok(killed.len());
        }
        thread::sleep(Duration::from_millis(1));
    }
}
