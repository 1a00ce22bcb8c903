//! Child processes whose output arrives as events: a grade, and a run of the learner's program.
//!
//! A [`Job`] that is dropped is stopped, with every process of it.

use std::io::{self, BufRead, BufReader, Read};
use std::os::unix::process::CommandExt;
use std::process::{Child, Command, Stdio};
use std::sync::mpsc::SyncSender;
use std::thread;

use rustix::process::{Pid, Signal, WaitId, WaitIdOptions, kill_process_group, waitid};

use super::state::{Event, JobId};

pub struct Job {
    child: Child,
}

impl Job {
    /// Starts a grade: each line of its output is a verdict, each line of its standard error tells how far it is.
    pub fn grade(id: JobId, command: &mut Command, events: SyncSender<Event>) -> io::Result<Job> {
        command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped()).process_group(0);
        let mut child = command.spawn()?;
        let pid = Pid::from_child(&child);
        let stdout = child.stdout.take().expect("its output is a pipe");
        let stderr = child.stderr.take().expect("its standard error is a pipe");
        thread::spawn(move || {
            thread::scope(|s| {
                s.spawn(|| {
                    for line in BufReader::new(stderr).lines().map_while(Result::ok) {
                        let _ = events.send(Event::Message(id, line));
                    }
                });
                for line in BufReader::new(stdout).lines().map_while(Result::ok) {
                    let event = match serde_json::from_str(&line) {
                        Ok(verdict) => Event::Verdict(id, verdict),
                        Err(_) => Event::Message(id, line),
                    };
                    let _ = events.send(event);
                }
            });
            let _ = events.send(Event::Ended(id, status(pid)));
        });
        Ok(Job { child })
    }

    /// Starts a program; its output and standard error arrive as they are written, and in that order.
    pub fn run(id: JobId, command: &mut Command, events: SyncSender<Event>) -> io::Result<Job> {
        let (mut reader, writer) = io::pipe()?;
        command.stdin(Stdio::null()).stdout(writer.try_clone()?).stderr(writer).process_group(0);
        let child = command.spawn()?;
        // The command holds the ends of the pipe that it gave to its child: the last one closes the pipe.
        command.stdout(Stdio::null()).stderr(Stdio::null());
        let pid = Pid::from_child(&child);
        thread::spawn(move || {
            let mut buffer = [0; 8 << 10];
            while let Ok(read @ 1..) = reader.read(&mut buffer) {
                let _ = events.send(Event::Output(id, buffer[..read].to_vec()));
            }
            let _ = events.send(Event::Ended(id, status(pid)));
        });
        Ok(Job { child })
    }
}

impl Drop for Job {
    fn drop(&mut self) {
        let _ = kill_process_group(Pid::from_child(&self.child), Signal::KILL);
        let _ = self.child.wait();
    }
}

/// Waits for a child without taking it out of the system's list: its number stays its own until the job is dropped.
fn status(child: Pid) -> Option<i32> {
    let options = WaitIdOptions::EXITED | WaitIdOptions::NOWAIT;
    waitid(WaitId::Pid(child), options).ok().flatten()?.exit_status()
}
