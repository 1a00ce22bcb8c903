//! Wrong: each thread says `done` before it adds up, so main reads the clock and goes on while the threads may still be at work, even when the program ends.

use std::env;
use std::hint::black_box;
use std::process::Command;
use std::thread;
use std::time::Instant;

use anyhow::{Context, Result, ensure};
use crossbeam_channel::{Sender, bounded};

fn sum(n: u32) -> u64 {
    (0..n).map(u64::from).sum()
}

fn worker(n: u32, done: Sender<()>) {
    done.send(()).ok();
    black_box(sum(black_box(n)));
}

fn main() -> Result<()> {
    if let Ok(n) = env::var("SUM_CHILD") {
        black_box(sum(n.parse()?));
        return Ok(());
    }
    let n: u32 = match env::args().nth(1) {
        Some(arg) => arg.parse().context("N must be a whole number")?,
        None => 1_000_000,
    };

    let start = Instant::now();
    let (done, wait) = bounded(2);
    for _ in 0..2 {
        let done = done.clone();
        thread::spawn(move || worker(n, done));
    }
    for _ in 0..2 {
        wait.recv()?;
    }
    println!("Threads time: {:.6}", start.elapsed().as_secs_f64());

    let start = Instant::now();
    let mut children = vec![];
    for _ in 0..2 {
        children.push(Command::new(env::current_exe()?).env("SUM_CHILD", n.to_string()).spawn()?);
    }
    for child in &mut children {
        ensure!(child.wait()?.success(), "a child failed");
    }
    println!("Processes time: {:.6}", start.elapsed().as_secs_f64());
    Ok(())
}
