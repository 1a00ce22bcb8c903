//! Wrong: shares of at least one number each are cut off 0..N until nothing is left, so for a small N (5, say) there are fewer workers than the line says.
use std::env;
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, anyhow, ensure};

const SHARE: &str = "BENCH_SHARE";

#[derive(Debug, Clone, Copy)]
struct Share {
    start: u32,
    len: u32,
}

impl Share {
    fn sum(&self) -> u64 {
        (0..self.len).map(|offset| u64::from(self.start) + u64::from(offset)).sum()
    }

    fn encode(&self) -> String {
        format!("{},{}", self.start, self.len)
    }

    fn decode(text: &str) -> Result<Self> {
        let (start, len) = text.split_once(',').context("no comma in the share")?;
        Ok(Share { start: start.parse()?, len: len.parse()? })
    }
}

/// Cuts 0..n into shares for the workers.
struct Splitter {
    next: u32,
    end: u32,
    size: u32,
}

impl Splitter {
    fn new(n: u32, workers: u32) -> Self {
        Splitter { next: 0, end: n, size: n.div_ceil(workers).max(1) }
    }
}

impl Iterator for Splitter {
    type Item = Share;

    fn next(&mut self) -> Option<Share> {
        // The first share is handed out even when there is nothing to add up.
        if self.next >= self.end && self.next > 0 {
            return None;
        }
        let share = Share { start: self.next, len: self.size.min(self.end - self.next) };
        self.next += share.len.max(1);
        Some(share)
    }
}

fn with_threads(n: u32, workers: u32) -> Result<Duration> {
    let clock = Instant::now();
    let handles: Vec<_> = Splitter::new(n, workers)
        .map(|share| thread::spawn(move || share.sum()))
        .collect();
    for handle in handles {
        handle.join().map_err(|_| anyhow!("a thread panicked"))?;
    }
    Ok(clock.elapsed())
}

fn with_processes(n: u32, workers: u32) -> Result<Duration> {
    let clock = Instant::now();
    let program = env::current_exe()?;
    let children = Splitter::new(n, workers)
        .map(|share| {
            Command::new(&program)
                .env(SHARE, share.encode())
                .stdin(Stdio::null())
                .spawn()
        })
        .collect::<std::io::Result<Vec<Child>>>()?;
    for mut child in children {
        ensure!(child.wait()?.success(), "a child failed");
    }
    Ok(clock.elapsed())
}

fn main() -> Result<()> {
    if let Ok(text) = env::var(SHARE) {
        let sum = Share::decode(&text)?.sum();
        ensure!(sum < u64::MAX, "too much");
        return Ok(());
    }
    let n = match env::args().nth(1) {
        Some(text) => text.parse().context("N must be a whole number")?,
        None => 1_000_000,
    };
    for workers in [1, 2, 4] {
        let threads = with_threads(n, workers)?.as_secs_f64();
        let processes = with_processes(n, workers)?.as_secs_f64();
        println!("workers={workers} threads={threads:.6}s processes={processes:.6}s");
    }
    Ok(())
}
