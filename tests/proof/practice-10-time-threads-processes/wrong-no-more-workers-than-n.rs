//! Wrong: there are min(2, N) children ("no more workers than numbers"), against "two children at once"; shows with N 0 (none) and N 1 (a single one), the threads are always two.
use std::env;
use std::process::{Command, ExitStatus};
use std::thread;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, ensure};

fn add_up(n: u32) -> u64 {
    let mut sum = 0;
    for i in 0..n {
        sum += i as u64;
    }
    std::hint::black_box(sum)
}

fn timed<T>(f: impl FnOnce() -> Result<T>) -> Result<Duration> {
    let start = Instant::now();
    f()?;
    Ok(start.elapsed())
}

fn main() -> Result<()> {
    let args: Vec<String> = env::args().collect();
    if args.len() == 3 {
        add_up(args[2].parse()?);
        return Ok(());
    }
    let n: u32 = match args.get(1) {
        Some(arg) => arg.parse().context("N must be a whole number")?,
        None => 1_000_000,
    };

    let threads = timed(|| {
        let handles = [(); 2].map(|()| thread::spawn(move || add_up(n)));
        for handle in handles {
            handle.join().expect("thread");
        }
        Ok(())
    })?;
    println!("Threads time: {:.6}", threads.as_secs_f64());

    let exe = env::current_exe()?;
    let processes = timed(|| {
        let workers = 2.min(n);
        let mut children = Vec::new();
        for _ in 0..workers {
            children.push(Command::new(&exe).arg("add").arg(n.to_string()).spawn()?);
        }
        let codes: Vec<ExitStatus> = children.iter_mut().map(|c| c.wait()).collect::<Result<_, _>>()?;
        ensure!(codes.iter().all(|c| c.success()), "{codes:?}");
        Ok(())
    })?;
    println!("Processes time: {:.6}", processes.as_secs_f64());
    Ok(())
}
