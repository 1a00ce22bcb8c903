//! Right: the threads report their sums through a channel after the work and main receives both; threads of the parent join the children.
use std::env;
use std::thread;
use std::time::Instant;

use anyhow::{Context, Result, ensure};
use crossbeam_channel::{Sender, unbounded};

fn add_up(n: u32) -> u64 {
    let mut sum = 0u64;
    let mut i = 0;
    while i < n {
        sum += std::hint::black_box(i) as u64;
        i += 1;
    }
    sum
}

fn in_thread(n: u32, tx: Sender<u64>) {
    thread::spawn(move || tx.send(add_up(n)));
}

fn main() -> Result<()> {
    procspawn::init();
    let n: u32 = match env::args().nth(1) {
        Some(arg) => arg.parse().context("N must be a whole number")?,
        None => 1_000_000,
    };
    let clock = Instant::now();
    let (tx, rx) = unbounded();
    in_thread(n, tx.clone());
    in_thread(n, tx);
    let first = rx.recv()?;
    let second = rx.recv()?;
    let threads = clock.elapsed();

    let clock = Instant::now();
    let (tx, rx) = unbounded();
    let handles = vec![procspawn::spawn(n, add_up), procspawn::spawn(n, add_up)];
    for handle in handles {
        let tx = tx.clone();
        thread::spawn(move || tx.send(handle.join()));
    }
    let third = rx.recv()??;
    let fourth = rx.recv()??;
    let processes = clock.elapsed();

    ensure!(first == second && second == third && third == fourth, "the sums differ");
    print!("Threads time: {:.6}\nProcesses time: {:.6}\n", threads.as_secs_f64(), processes.as_secs_f64());
    Ok(())
}
