//! Wrong: the parent waits until the threads' common total is what it must be, which it is before the workers have come when what is left adds nothing (N 0 or 1: none is waited for, N up to W: not the one whose only number is 0), against "all are waited for before the clock is read, on every schedule"; right from N 5 on.
use std::env;
use std::process::Command;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering::SeqCst};
use std::thread;
use std::time::Instant;

use anyhow::{Context, Result, ensure};

/// Every `workers`-th number from `k` on.
fn share(n: u32, k: u32, workers: u32) -> u64 {
    (k..n).step_by(workers as usize).map(u64::from).sum()
}

fn threads(n: u32, workers: u32) -> f64 {
    let n64 = u64::from(n);
    let expected = n64 * n64.saturating_sub(1) / 2;
    let total = Arc::new(AtomicU64::new(0));

    let start = Instant::now();
    for k in 0..workers {
        let total = Arc::clone(&total);
        thread::spawn(move || total.fetch_add(share(n, k, workers), SeqCst));
    }
    while total.load(SeqCst) < expected {
        thread::yield_now();
    }
    start.elapsed().as_secs_f64()
}

fn processes(n: u32, workers: u32) -> Result<f64> {
    let exe = env::current_exe()?;
    let start = Instant::now();
    let mut children = Vec::new();
    for k in 0..workers {
        children.push(
            Command::new(&exe)
                .args([n.to_string(), k.to_string(), workers.to_string()])
                .spawn()?,
        );
    }
    for mut child in children {
        let status = child.wait()?;
        ensure!(status.success(), "child: {status}");
    }
    Ok(start.elapsed().as_secs_f64())
}

fn main() -> Result<()> {
    let args: Vec<String> = env::args().skip(1).collect();
    if let [n, k, workers] = &args[..] {
        std::hint::black_box(share(n.parse()?, k.parse()?, workers.parse()?));
        return Ok(());
    }
    let n: u32 = match args.first() {
        Some(arg) => arg.parse().context("N must be a whole number")?,
        None => 1_000_000,
    };
    for w in [1, 2, 4] {
        let t = threads(n, w);
        let p = processes(n, w)?;
        println!("workers={w} threads={t:.6}s processes={p:.6}s");
    }
    Ok(())
}
