//! The parent does not wait for its children.
use std::hint::black_box;
use std::process::Command;
use std::time::Instant;
use std::{env, thread};

use anyhow::Context;

fn add_up(n: u32) -> u64 {
    (0..u64::from(n)).map(black_box).sum()
}

fn main() -> anyhow::Result<()> {
    let n: u32 = match env::args().nth(1) {
        Some(arg) => arg.parse().context("N must be a number")?,
        None => 1_000_000,
    };
    if env::var_os("CHILD").is_some() {
        add_up(n);
        return Ok(());
    }
    let start = Instant::now();
    thread::scope(|s| {
        for _ in 0..2 {
            s.spawn(|| add_up(n));
        }
    });
    println!("Threads time: {:.4}", start.elapsed().as_secs_f64());
    let start = Instant::now();
    for _ in 0..2 {
        Command::new(env::current_exe()?).arg(n.to_string()).env("CHILD", "1").spawn()?;
    }
    println!("Processes time: {:.4}", start.elapsed().as_secs_f64());
    Ok(())
}
