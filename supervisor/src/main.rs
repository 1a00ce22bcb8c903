//! Runs one untrusted program: sandboxed, within limits, and with no process of it left afterwards.
//!
//! Started by the grader's `run`, which passes the job as arguments and reads the report from stdout. This process is
//! the subreaper of the program's: all of them stay below it, whatever they do, until it has ended the last one. It
//! does so as well when the grader goes away.
#![forbid(unsafe_code)]

mod sandbox;

use std::env;
use std::ffi::OsString;
use std::fs;
use std::io::{self, ErrorKind, PipeReader, Read};
use std::os::fd::OwnedFd;
use std::path::PathBuf;
use std::process::{Command, ExitCode};
use std::thread;
use std::time::{Duration, Instant};

use rustix::event::{PollFd, PollFlags, Timespec, poll};
use rustix::fs::{Access, access};
use rustix::io::{Errno, ioctl_fionbio};
use rustix::process::{
    Pid, PidfdFlags, Signal, WaitOptions, getpgid, getpid, kill_process_group, pidfd_open,
    set_child_subreaper, setpriority_process, wait,
};
use threadlings_supervisor::{Captured, End, Finished, descendants, kill_all};

/// How long to wait before the processes are counted again, where that does not take long.
const TICK: Duration = Duration::from_millis(10);

/// More threads than this take so long to count that a bomb is a hundred times as large by then.
const CROWD: u64 = 400;

/// Processes can end as fast as they are taken note of, and there are other things to do.
const REAPED_AT_ONCE: usize = 100;

struct Job {
    time: Duration,
    linger: Duration,
    output: usize,
    memory: u64,
    tasks: usize,
    scratch: PathBuf,
    readable: Vec<PathBuf>,
    program: PathBuf,
    args: Vec<OsString>,
}

impl Job {
    /// In the order of the fields; the number of readable paths stands before them.
    fn from_args(mut args: impl Iterator<Item = OsString>) -> Option<Self> {
        let mut number = || args.next()?.to_str()?.parse::<u64>().ok();
        Some(Self {
            time: Duration::from_millis(number()?),
            linger: Duration::from_millis(number()?),
            output: number()? as usize,
            memory: number()?,
            tasks: number()? as usize,
            readable: (0..number()?).map_while(|_| args.next()).map(PathBuf::from).collect(),
            scratch: args.next()?.into(),
            program: args.next()?.into(),
            args: args.collect(),
        })
    }
}

fn main() -> ExitCode {
    let mut args = env::args_os().skip(1);
    let mode = args.next();
    match (mode.as_ref().and_then(|mode| mode.to_str()), Job::from_args(args)) {
        (Some("watch"), Some(job)) => {
            let written = match supervise(&job) {
                Ok(finished) => finished.write(io::stdout().lock()),
                Err(error) => Finished::write_error(&error, io::stdout().lock()),
            };
            // Without a grader there is nobody to tell.
            if written.is_ok() { ExitCode::SUCCESS } else { ExitCode::FAILURE }
        }
        (Some("enter"), Some(job)) => {
            eprintln!("can't start the program: {}", sandbox::become_program(&job));
            ExitCode::from(127)
        }
        _ => {
            eprintln!("this program is a part of threadlings, which starts it");
            ExitCode::from(2)
        }
    }
}

fn supervise(job: &Job) -> io::Result<Finished> {
    set_child_subreaper(Some(getpid()))?;
    // Not every Linux has it, and there is no counting without.
    fs::metadata(format!("/proc/self/task/{}/children", getpid()))?;
    let confined = sandbox::confine_signals();
    let (stdout, stdout_writer) = io::pipe()?;
    let (stderr, stderr_writer) = io::pipe()?;
    let streams = [Stream::new(stdout, job.output)?, Stream::new(stderr, job.output)?];
    let started = Instant::now();
    let others = sandbox::all_tasks()?;
    access(&job.program, Access::EXEC_OK)?;
    // A process of its own, not a thread, goes into the sandbox: none of this one's may be within reach of the program.
    let first = Command::new("/proc/self/exe")
        .arg("enter")
        .args(env::args_os().skip(2))
        .stdout(stdout_writer)
        .stderr(stderr_writer)
        .spawn()?;
    let first = Pid::from_child(&first);
    let mut run = Run { started, first, first_end: None, streams, confined, others };

    // A crowd of busy processes must not keep this one from counting them; an ordinary user's supervisor has to compete.
    let _ = setpriority_process(None, -20);
    let watched = run.watch(job);
    let first_end = run.first_end;
    let killed = run.kill_all()?;
    let limit = watched?;
    for stream in &mut run.streams {
        while stream.read()? {}
    }

    let (end, elapsed, left_behind) = match first_end {
        Some((end, elapsed)) => (end, elapsed, killed),
        None => (End::TimedOut, started.elapsed(), 0),
    };
    let [stdout, stderr] = run.streams.map(|stream| stream.captured);
    Ok(Finished { end: limit.unwrap_or(end), stdout, stderr, elapsed, left_behind })
}

struct Run {
    started: Instant,
    first: Pid,
    first_end: Option<(End, Duration)>,
    streams: [Stream; 2],
    /// A signal to all processes reaches the program's alone.
    confined: bool,
    /// How many threads there were on this machine before.
    others: u64,
}

impl Run {
    /// Comes back when the run is over, with the limit that it ran into.
    fn watch(&mut self, job: &Job) -> io::Result<Option<End>> {
        let first = pidfd_open(self.first, PidfdFlags::empty())?;
        let mut deadline = self.started + job.time;
        let mut next_count = self.started + TICK;
        loop {
            self.wait_for_event(&first, deadline.min(next_count))?;
            for stream in &mut self.streams {
                stream.read()?;
            }
            let was_running = self.first_end.is_none();
            if !self.reap(|_| ())? {
                return Ok(None);
            }
            if was_running && self.first_end.is_some() {
                deadline = Instant::now() + job.linger;
            }
            let now = Instant::now();
            if now >= deadline {
                return Ok(self.first_end.is_none().then_some(End::TimedOut));
            }
            if now >= next_count {
                // Where there may be many they stand still meanwhile, for they can multiply faster than they are counted.
                let crowded = sandbox::all_tasks()? > self.others + CROWD;
                if crowded {
                    self.signal_all(Signal::STOP);
                }
                if let Some(limit) = count(job, deadline) {
                    return Ok(Some(limit));
                }
                if crowded {
                    self.signal_all(Signal::CONT);
                }
                next_count = Instant::now() + (4 * now.elapsed()).clamp(TICK, 5 * TICK);
            }
        }
    }

    /// Takes note of children that have ended, and says whether any others are left. Where there is no child, there is
    /// no descendant either: this process is their subreaper.
    fn reap(&mut self, mut note: impl FnMut(End)) -> io::Result<bool> {
        for _ in 0..REAPED_AT_ONCE {
            match wait(WaitOptions::NOHANG) {
                Ok(None) => return Ok(true),
                Err(Errno::CHILD) => return Ok(false),
                Err(error) => return Err(error.into()),
                Ok(Some((pid, status))) => {
                    let end = match status.exit_status() {
                        Some(code) => End::Exited(code),
                        None => End::Signalled(status.terminating_signal().unwrap_or_default()),
                    };
                    note(end);
                    if pid == self.first {
                        self.first_end = Some((end, self.started.elapsed()));
                    }
                }
            }
        }
        Ok(true)
    }

    /// Ends all processes and gives their number, without those that had ended by themselves.
    fn kill_all(&mut self) -> io::Result<usize> {
        let mut killed = 0;
        while self.reap(|end| killed += usize::from(end == End::Signalled(Signal::KILL.as_raw())))? {
            if !self.signal_all(Signal::KILL) {
                killed += kill_all(|_| true);
            }
            thread::sleep(Duration::from_millis(1));
        }
        Ok(killed)
    }

    /// Reaches all processes at a stroke, or, where signals are not confined, those that have stayed in the first one's
    /// group; says whether there may have been any.
    fn signal_all(&self, signal: Signal) -> bool {
        if self.confined {
            sandbox::signal_confined(signal);
            return true;
        }
        let mut running = descendants().filter(|process| !process.ended);
        running.any(|process| getpgid(Some(process.pid)) == Ok(self.first))
            && kill_process_group(self.first, signal).is_ok()
    }

    /// Sleeps until there is output, the first process has ended, or `until`.
    fn wait_for_event(&self, first: &OwnedFd, until: Instant) -> io::Result<()> {
        let report = io::stdout();
        let mut fds = vec![PollFd::new(&report, PollFlags::empty())];
        if self.first_end.is_none() {
            fds.push(PollFd::new(first, PollFlags::IN));
        }
        for pipe in self.streams.iter().filter_map(|stream| stream.pipe.as_ref()) {
            fds.push(PollFd::new(pipe, PollFlags::IN));
        }
        let timeout = Timespec::try_from(until.saturating_duration_since(Instant::now())).ok();
        poll(&mut fds, timeout.as_ref())?;
        if fds[0].revents().is_empty() { Ok(()) } else { Err(ErrorKind::BrokenPipe.into()) }
    }
}

/// The limit that the processes exceed. Gives up at the deadline: counting can take long where there are many.
fn count(job: &Job, deadline: Instant) -> Option<End> {
    let (mut memory, mut tasks) = (0, 0);
    for process in descendants() {
        memory += process.memory;
        tasks += process.threads;
        if memory > job.memory {
            return Some(End::TooMuchMemory);
        }
        if tasks > job.tasks {
            return Some(End::TooManyTasks);
        }
        if Instant::now() >= deadline {
            break;
        }
    }
    None
}

/// One of the program's two streams: read to its end, kept up to a limit.
struct Stream {
    pipe: Option<PipeReader>,
    captured: Captured,
    limit: usize,
}

impl Stream {
    fn new(pipe: PipeReader, limit: usize) -> io::Result<Self> {
        ioctl_fionbio(&pipe, true)?;
        Ok(Self { pipe: Some(pipe), captured: Captured::default(), limit })
    }

    /// Takes what is there, up to a buffer full, and says whether there was anything.
    fn read(&mut self) -> io::Result<bool> {
        let Some(pipe) = &mut self.pipe else { return Ok(false) };
        let mut buffer = [0; 1 << 16];
        let read = match pipe.read(&mut buffer) {
            Err(error) if error.kind() == ErrorKind::WouldBlock => return Ok(false),
            read => read?,
        };
        if read == 0 {
            self.pipe = None;
        }
        let kept = read.min(self.limit - self.captured.bytes.len());
        self.captured.bytes.extend_from_slice(&buffer[..kept]);
        self.captured.cut |= kept < read;
        Ok(read > 0)
    }
}
