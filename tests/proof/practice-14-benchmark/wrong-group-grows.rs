//! wrong: a fourth group, W = 8, and its line.

use std::process::{Command, Stdio};
use std::time::Instant;
use std::{env, thread};

use anyhow::{Context, Result, ensure};
use crossbeam_channel::unbounded;

fn add_up(from: u64, to: u64) -> u64 {
    (from..to).sum()
}

fn main() -> Result<()> {
    let args: Vec<String> = env::args().collect();
    if args.len() == 4 && args[1] == "share" {
        print!("{}", add_up(args[2].parse()?, args[3].parse()?));
        return Ok(());
    }
    let n: u32 = match std::env::args().nth(1) {
        Some(text) => text.parse().context("N must be a whole number")?,
        None => 1000000,
    };
    let n = u64::from(n);
    for workers in [1, 2, 4, 8] {
        let shares = (0..workers).map(|i| (n * i / workers, n * (i + 1) / workers));

        let start = Instant::now();
        let (tx, rx) = unbounded();
        for (from, to) in shares.clone() {
            let tx = tx.clone();
            thread::spawn(move || tx.send(add_up(from, to)));
        }
        drop(tx);
        let total: u64 = rx.iter().sum();
        let threads = start.elapsed().as_secs_f32();

        let start = Instant::now();
        let children = shares
            .map(|(from, to)| {
                Command::new(env::current_exe()?)
                    .args(["share", &from.to_string(), &to.to_string()])
                    .stdout(Stdio::piped())
                    .spawn()
            })
            .collect::<Result<Vec<_>, _>>()?;
        let mut check = 0;
        for child in children {
            check += String::from_utf8(child.wait_with_output()?.stdout)?.parse::<u64>()?;
        }
        let processes = start.elapsed().as_secs_f32();
        ensure!(total == check, "the sums differ");
        println!("workers={workers} threads={threads:.4}s processes={processes:.4}s");
    }
    Ok(())
}
