//! Right: each child adds up all of 0..N and ends with the sum modulo 101 as its exit status, which the parent compares with what its threads found; odd statuses, but every child did its work, both ran at once and both are waited for.
use std::env;
use std::hint::black_box;
use std::process::{Command, ExitCode};
use std::thread;
use std::time::Instant;

use anyhow::{Context, Result, ensure};

fn add_up(n: u32) -> u64 {
    let mut total = 0u64;
    for i in 0..n {
        total += black_box(u64::from(i));
    }
    total
}

fn check(sum: u64) -> u8 {
    (sum % 101) as u8
}

fn main() -> Result<ExitCode> {
    let args: Vec<String> = env::args().skip(1).collect();
    if let [_, n] = &args[..] {
        return Ok(ExitCode::from(check(add_up(n.parse()?))));
    }
    let n: u32 = match args.first() {
        Some(arg) => arg.parse().context("N must be a whole number")?,
        None => 1_000_000,
    };

    let clock = Instant::now();
    let a = thread::spawn(move || add_up(n));
    let b = thread::spawn(move || add_up(n));
    let (a, b) = (a.join().unwrap(), b.join().unwrap());
    let threads = clock.elapsed();
    ensure!(a == b, "the threads disagree");

    let exe = env::current_exe()?;
    let clock = Instant::now();
    let start = || Command::new(&exe).arg("child").arg(n.to_string()).spawn();
    let mut children = [start()?, start()?];
    let mut codes = Vec::new();
    for child in &mut children {
        codes.push(child.wait()?.code());
    }
    let processes = clock.elapsed();
    let expected = Some(i32::from(check(a)));
    ensure!(codes.iter().all(|&code| code == expected), "the children disagree: {codes:?}");

    println!("Threads time: {:.6}", threads.as_secs_f64());
    println!("Processes time: {:.6}", processes.as_secs_f64());
    Ok(ExitCode::SUCCESS)
}
