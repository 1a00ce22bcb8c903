//! Running a submission and keeping what was seen.
//!
//! In: a compiled program and a command line. Out: its output, its exit status and how much it starts (real), or its
//! executions (double).

use std::fs::{self, File, OpenOptions};
use std::io::{PipeReader, Write};
use std::path::{Path, PathBuf};
use std::time::Duration;

use threadlings_trace::{PLAN_END, Plan, Recording};

use crate::error::{Error, Result};
use crate::kit::Kit;
use crate::run::{self, Captured, End, Finished, Job, Limits, RunError};
use crate::spec::By;

/// Runs programs of one submission, each in a folder of its own below `scratch`.
#[derive(Debug)]
pub struct Observer<'a> {
    /// Where the supervisor is.
    pub kit: &'a Kit,
    /// A folder that only this submission uses.
    pub scratch: &'a Path,
    /// How long processes may go on after the first one has ended.
    pub linger: Duration,
    /// No run takes longer.
    pub limit: Duration,
    /// Runs are given up when the writer of this pipe is closed.
    pub until_closed: Option<&'a PipeReader>,
}

impl Observer<'_> {
    /// Runs a program against the real `std`. None: the run was given up.
    ///
    /// # Errors
    /// When it cannot be run at all.
    pub fn real(&self, program: &Path, line: &[String], name: &str) -> Result<Option<(Finished, Started)>> {
        let path = self.scratch.join(format!("{name}.starts"));
        let starts = created(&path)?;
        let Some(finished) = self.run(program, line, starts, &self.folder(name)?)? else {
            return Ok(None);
        };
        let letters = fs::read(&path).map_err(Error::file("read", &path))?;
        let count = |letter| letters.iter().filter(|other| **other == letter).count();
        Ok(Some((finished, Started { threads: count(b't'), processes: count(b'p') })))
    }

    /// Runs a program that was compiled against the double, as the plan says. None: the run was given up.
    ///
    /// # Errors
    /// When it cannot be run at all.
    pub fn doubled(
        &self,
        program: &Path,
        line: &[String],
        plan: &Plan,
        name: &str,
    ) -> Result<Option<Recorded>> {
        let folder = self.folder(name)?;
        if plan.terminal {
            // As where a learner runs it.
            let manifest = folder.join("Cargo.toml");
            fs::write(&manifest, "").map_err(Error::file("write", &manifest))?;
        }
        let path = folder.join("record");
        let mut record = created(&path)?;
        record.write_all(plan.to_string().as_bytes()).map_err(Error::file("write", &path))?;
        let Some(finished) = self.run(program, line, record, &folder)? else { return Ok(None) };
        let bytes = fs::read(&path).map_err(Error::file("read", &path))?;
        let text = String::from_utf8_lossy(&bytes);
        let events = text.split_once(&format!("{PLAN_END}\n")).map_or("", |(_, events)| events);
        Ok(Some(Recorded { finished, recording: Recording::parse(events) }))
    }

    fn folder(&self, name: &str) -> Result<PathBuf> {
        let folder = self.scratch.join(name);
        fs::create_dir_all(&folder).map_err(Error::file("create", &folder))?;
        Ok(folder)
    }

    fn run(&self, program: &Path, line: &[String], stdin: File, scratch: &Path) -> Result<Option<Finished>> {
        let arguments: Vec<_> = line.iter().map(Into::into).collect();
        let limits = Limits { time: self.limit, tasks: MOST_TASKS, ..Limits::default() };
        let (stdin, linger, until_closed) = (Some(stdin), self.linger, self.until_closed);
        let job =
            Job { program, args: &arguments, stdin, scratch, limits, linger, readable: &[], until_closed };
        match run::run(&self.kit.supervisor, &job) {
            // It kept its supervisor from working, as only a bomb can; its processes are ended all the same.
            Err(RunError::Lost { .. }) => Ok(Some(Finished {
                end: End::TooManyTasks,
                stdout: Captured { bytes: Vec::new(), cut: false },
                stderr: Captured { bytes: Vec::new(), cut: false },
                elapsed: self.limit,
                left_behind: 0,
            })),
            Err(RunError::GivenUp) => Ok(None),
            finished => Ok(Some(finished?)),
        }
    }
}

/// Threads and processes that a run may have at once. No exercise is run with numbers that need more, and a bomb
/// is noticed while it is small.
const MOST_TASKS: usize = 1000;

/// A new file, to which all processes of a program append.
fn created(path: &Path) -> Result<File> {
    let file = OpenOptions::new().read(true).append(true).create_new(true).open(path);
    file.map_err(Error::file("create", path))
}

/// How much all processes of a program start in a run against the real `std`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Started {
    /// How many threads.
    pub threads: usize,
    /// How many processes.
    pub processes: usize,
}

impl Started {
    /// How many of these.
    pub fn of(self, by: By) -> usize {
        match by {
            By::Thread => self.threads,
            By::Child => self.processes,
            By::Worker => self.threads + self.processes,
            By::Main => 1,
        }
    }
}

/// A run of the double.
#[derive(Debug)]
pub struct Recorded {
    /// How the process ended that ran it.
    pub finished: Finished,
    /// What it wrote down.
    pub recording: Recording,
}
