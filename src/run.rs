//! Runs one untrusted program and says how it ended.
//!
//! In: a [`Job`], that is a program with its arguments, a scratch folder and [`Limits`]. Out: a [`Finished`]. Everything
//! of the grader that starts a submission comes through here.
//!
//! [`run`] starts the supervisor, a small program that does the work, and waits for its report. Whatever the program
//! does, `run` comes back soon after the time limit (a second, as a rule), and no process of the program is left.
//!
//! The program runs in a sandbox made with Landlock: it reads and runs what is installed, reads what `/proc` tells of the
//! machine, reads and writes below its scratch folder, and can neither reach other files, nor TCP, nor send signals to
//! any process but its own. A Linux without Landlock (before 5.13) or with less of it (scoped signals came with 6.12)
//! leaves out what it does not know: the limits hold all the same, unless the program sets out to end the grader itself.

use std::ffi::OsString;
use std::fs::{self, File};
use std::io::{self, PipeReader, Read};
use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf, absolute};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use rustix::event::{PollFd, PollFlags, Timespec, poll};
use rustix::process::{getpid, set_child_subreaper};
use thiserror::Error;
use threadlings_supervisor::kill_all;
pub use threadlings_supervisor::{Captured, End, Finished};

/// How long the supervisor may take to end and to report a run whose time is up, before it counts as lost.
const GRACE: Duration = Duration::from_secs(10);

/// A program to run, and how.
#[derive(Debug)]
pub struct Job<'a> {
    /// The program file.
    pub program: &'a Path,
    /// Its arguments.
    pub args: &'a [OsString],
    /// What it reads from stdin, nothing if there is none.
    pub stdin: Option<File>,
    /// The folder that it starts in and that holds its temporary files. No two runs at once may share one. Unix sockets
    /// need its path to be short, 60 bytes or so.
    pub scratch: &'a Path,
    /// What it may use.
    pub limits: Limits,
    /// How long its other processes may go on when the first one has ended.
    pub linger: Duration,
    /// Files and folders that it may read and run, besides itself and what is installed below `/usr`.
    pub readable: &'a [PathBuf],
    /// The run is given up as soon as the writer of this pipe is closed.
    pub until_closed: Option<&'a PipeReader>,
}

/// What all processes of a program may use together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// Wall-clock time for the first process.
    pub time: Duration,
    /// How many bytes are kept of stdout, and of stderr. What comes after them is read and dropped.
    pub output: usize,
    /// Bytes of memory, not counting program files and libraries.
    pub memory: u64,
    /// Threads, at least one for each process.
    pub tasks: usize,
}

impl Default for Limits {
    /// Ten seconds, 1 MiB of output, 2 GiB of memory, 4096 tasks.
    fn default() -> Self {
        Self { time: Duration::from_secs(10), output: 1 << 20, memory: 2 << 30, tasks: 4096 }
    }
}

/// Why a run has no result.
#[derive(Debug, Error)]
pub enum RunError {
    /// The supervisor could not be started.
    #[error("can't start the supervisor {}", path.display())]
    Supervisor {
        /// Where it should be.
        path: PathBuf,
        /// What went wrong.
        source: io::Error,
    },
    /// The supervisor could not start the program.
    #[error("can't start the program {}: {reason}", path.display())]
    Program {
        /// The program.
        path: PathBuf,
        /// What went wrong.
        reason: String,
    },
    /// The supervisor ended, or hung, without a report. What it left behind has been ended.
    #[error("the supervisor of {} was lost", path.display())]
    Lost {
        /// The program.
        path: PathBuf,
    },
    /// The writer of [`Job::until_closed`] was closed before the program had ended. No process of it is left.
    #[error("the run was given up")]
    GivenUp,
}

/// Runs the program of `job` to its end, or to its limits.
///
/// The calling process becomes a subreaper: processes that lose their parent below it become its own children.
///
/// ```no_run
/// use std::path::Path;
/// use std::time::Duration;
/// use threadlings::run::{End, Job, Limits, run};
///
/// let job = Job {
///     program: Path::new("/usr/bin/true"),
///     args: &[],
///     stdin: None,
///     scratch: Path::new("/tmp/scratch"),
///     limits: Limits::default(),
///     linger: Duration::ZERO,
///     readable: &[],
///     until_closed: None,
/// };
/// let finished = run(Path::new("target/debug/threadlings-supervisor"), &job)?;
/// assert_eq!(finished.end, End::Exited(0));
/// # Ok::<(), threadlings::run::RunError>(())
/// ```
///
/// # Errors
/// If the supervisor or the program can't be started, or the supervisor is ended from outside.
pub fn run(supervisor: &Path, job: &Job) -> Result<Finished, RunError> {
    let report = supervise(supervisor, job)
        .map_err(|source| RunError::Supervisor { path: supervisor.to_path_buf(), source })?;
    let Some(report) = report else {
        // There are none, unless the supervisor failed just then.
        end_orphans(job);
        return Err(RunError::GivenUp);
    };
    match Finished::read(&report) {
        Some(Ok(finished)) => Ok(finished),
        Some(Err(reason)) => Err(RunError::Program { path: job.program.to_path_buf(), reason }),
        None => {
            end_orphans(job);
            Err(RunError::Lost { path: job.program.to_path_buf() })
        }
    }
}

/// Starts the supervisor and gives its report, which is not a whole one if it ends early or hangs, and none if the run
/// is given up.
fn supervise(supervisor: &Path, job: &Job) -> io::Result<Option<Vec<u8>>> {
    set_child_subreaper(Some(getpid()))?;
    let Limits { time, output, memory, tasks } = job.limits;
    let stdin = match &job.stdin {
        Some(file) => file.try_clone()?.into(),
        None => Stdio::null(),
    };
    let (reader, writer) = io::pipe()?;
    let mut supervisor = Command::new(supervisor)
        .arg("watch")
        .args([time, job.linger].map(|time| time.as_millis().to_string()))
        .args(
            [output as u64, memory, tasks as u64, job.readable.len() as u64].map(|number| number.to_string()),
        )
        .args(job.readable)
        .args([absolute(job.scratch)?, absolute(job.program)?])
        .args(job.args)
        .stdin(stdin)
        .stdout(writer)
        // Ctrl-C is for the grader alone: the supervisor then sees that it is gone, and cleans up.
        .process_group(0)
        .spawn()?;
    let report = read(reader, job.until_closed, Instant::now() + time + job.linger + GRACE);
    // Without a reader of its report it ends the program and then itself.
    if report.is_some() {
        supervisor.kill()?;
    }
    supervisor.wait()?;
    Ok(report)
}

/// Reads to the end, or until the given time. None: the other pipe was closed before.
fn read(mut pipe: PipeReader, until_closed: Option<&PipeReader>, until: Instant) -> Option<Vec<u8>> {
    let mut bytes = Vec::new();
    let mut buffer = [0; 1 << 16];
    let timeout = || Timespec::try_from(until.saturating_duration_since(Instant::now())).ok();
    loop {
        let mut fds = vec![PollFd::new(&pipe, PollFlags::IN)];
        fds.extend(until_closed.map(|closed| PollFd::new(closed, PollFlags::empty())));
        if !matches!(poll(&mut fds, timeout().as_ref()), Ok(1..)) {
            return Some(bytes);
        }
        if fds.get(1).is_some_and(|closed| !closed.revents().is_empty()) {
            return None;
        }
        match pipe.read(&mut buffer) {
            Ok(read) if read > 0 => bytes.extend_from_slice(&buffer[..read]),
            _ => return Some(bytes),
        }
    }
}

/// Ends the processes that a lost supervisor left to this process. They are known by their program file and their
/// folder, for nothing else is left to know them by.
fn end_orphans(job: &Job) {
    let canonical = |path: &Path| path.canonicalize().unwrap_or_else(|_| path.to_path_buf());
    let (program, scratch) = (canonical(job.program), canonical(job.scratch));
    kill_all(|process| {
        let link = |name| fs::read_link(format!("/proc/{}/{name}", process.pid)).unwrap_or_default();
        link("exe") == program || link("cwd").starts_with(&scratch)
    });
}
