//! Wrong: the tracker stops as soon as nobody it has heard of is running, which is also so when one thread is done before the other has begun; that one is not waited for.
use std::env;
use std::process::{Command, ExitCode};
use std::thread;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};
use crossbeam_channel::{Receiver, Sender, unbounded};

const WORKERS: usize = 2;
const CHILD: &str = "WORKER_LIMIT";

#[derive(Debug)]
enum Message {
    Begin { worker: usize },
    Done { worker: usize, sum: u64 },
}

fn add_up(n: u32) -> u64 {
    (0..n).map(u64::from).sum()
}

fn work(worker: usize, n: u32, messages: Sender<Message>) {
    let _ = messages.send(Message::Begin { worker });
    let sum = add_up(n);
    let _ = messages.send(Message::Done { worker, sum });
}

/// Follows the messages and keeps the sums of those who are done.
#[derive(Default)]
struct Tracker {
    running: Vec<usize>,
    sums: Vec<u64>,
}

impl Tracker {
    fn follow(&mut self, messages: &Receiver<Message>) -> Result<()> {
        loop {
            match messages.recv()? {
                Message::Begin { worker } => self.running.push(worker),
                Message::Done { worker, sum } => {
                    self.running.retain(|&other| other != worker);
                    self.sums.push(sum);
                    if self.running.is_empty() || self.sums.len() == WORKERS {
                        return Ok(());
                    }
                }
            }
        }
    }
}

fn time_threads(n: u32) -> Result<Duration> {
    let start = Instant::now();
    let (sender, messages) = unbounded();
    for worker in 0..WORKERS {
        let sender = sender.clone();
        thread::spawn(move || work(worker, n, sender));
    }
    let mut tracker = Tracker::default();
    tracker.follow(&messages).context("the workers are gone")?;
    Ok(start.elapsed())
}

fn time_processes(n: u32) -> Result<Duration> {
    let start = Instant::now();
    let program = env::current_exe()?;
    let mut children = Vec::with_capacity(WORKERS);
    for _ in 0..WORKERS {
        children.push(Command::new(&program).env(CHILD, n.to_string()).spawn()?);
    }
    for mut child in children {
        let status = child.wait()?;
        if !status.success() {
            bail!("a child failed: {status}");
        }
    }
    Ok(start.elapsed())
}

fn main() -> Result<ExitCode> {
    if let Ok(limit) = env::var(CHILD) {
        let sum = add_up(limit.parse()?);
        return Ok(if sum < u64::MAX { ExitCode::SUCCESS } else { ExitCode::FAILURE });
    }
    let n = match env::args().nth(1) {
        Some(text) => text.parse().context("N must be a whole number")?,
        None => 1_000_000,
    };
    println!("Threads time: {:.6}", time_threads(n)?.as_secs_f64());
    println!("Processes time: {:.6}", time_processes(n)?.as_secs_f64());
    Ok(ExitCode::SUCCESS)
}
