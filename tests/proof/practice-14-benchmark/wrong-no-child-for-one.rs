//! wrong: for one worker the parent does the work itself, without a child.

use std::env;
use std::hint::black_box;
use std::io::Error;
use std::process::Command;
use std::thread;
use std::time::{Duration, Instant};

fn add_up(n: u32) -> u64 {
    let mut sum = 0;
    for i in 0..n {
        sum += u64::from(black_box(i));
    }
    sum
}

fn time_threads(workers: usize, n: u32) -> Duration {
    let start = Instant::now();
    let mut handles = vec![];
    for _ in 0..workers {
        handles.push(thread::spawn(move || add_up(n)));
    }
    for handle in handles {
        handle.join().unwrap();
    }
    start.elapsed()
}

fn time_processes(workers: usize, n: u32) -> Result<Duration, Error> {
    let start = Instant::now();
    if workers == 1 {
        add_up(n);
        return Ok(start.elapsed());
    }
    let mut children = vec![];
    for _ in 0..workers {
        children.push(Command::new(env::current_exe()?).env("BENCH_N", n.to_string()).spawn()?);
    }
    for mut child in children {
        child.wait()?;
    }
    Ok(start.elapsed())
}

fn main() -> Result<(), String> {
    if let Ok(n) = env::var("BENCH_N") {
        black_box(add_up(n.parse().unwrap()));
        return Ok(());
    }
    let n = std::env::args()
        .nth(1)
        .map_or(Ok(1000000), |text| text.parse::<u32>())
        .map_err(|err| format!("N: {err}"))?;
    for w in [1, 2, 4] {
        let threads = time_threads(w, n).as_secs_f64();
        let processes = time_processes(w, n).map_err(|err| err.to_string())?.as_secs_f64();
        println!("workers={w} threads={threads:.6}s processes={processes:.6}s");
    }
    Ok(())
}
