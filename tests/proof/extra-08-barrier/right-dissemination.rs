//! Right: a dissemination barrier: in round k thread t tells thread t + 2^k the phase with a Release store into a word only t writes, and acquires the word written for it; after the last round everybody's arrival is known through the chain.

use std::env;
use std::sync::atomic::{AtomicU64, Ordering};
use std::thread;

use anyhow::{Context, Result};

struct Dissemination {
    threads: usize,
    /// `told[k][t]`: the last phase of which thread t has been told in round k, counted from 1.
    told: Vec<Vec<AtomicU64>>,
}

impl Dissemination {
    fn new(threads: usize) -> Self {
        let mut told = Vec::new();
        let mut distance = 1;
        while distance < threads {
            told.push((0..threads).map(|_| AtomicU64::new(0)).collect());
            distance *= 2;
        }
        Dissemination { threads, told }
    }

    fn wait(&self, me: usize, phase: u64) {
        let mut distance = 1;
        for round in &self.told {
            let other = (me + distance) % self.threads;
            round[other].store(phase, Ordering::Release);
            while round[me].load(Ordering::Acquire) < phase {
                thread::yield_now();
            }
            distance *= 2;
        }
    }
}

fn main() -> Result<()> {
    let mut args = env::args().skip(1);
    let threads: u32 = match args.next() {
        Some(arg) => arg.parse().context("THREADS must be a whole number")?,
        None => 3,
    };
    let phases: u32 = match args.next() {
        Some(arg) => arg.parse().context("PHASES must be a whole number")?,
        None => 2,
    };

    let barrier = Dissemination::new(threads as usize);
    thread::scope(|scope| {
        for t in 0..threads as usize {
            let barrier = &barrier;
            scope.spawn(move || {
                for p in 0..phases {
                    println!("phase {p} thread {t}");
                    barrier.wait(t, u64::from(p) + 1);
                }
            });
        }
    });
    Ok(())
}
