//! The barrier holds every thread after its line until the last one has printed: the next phase begins for
//! all of them together. A barrier can be used again, and the wait after the last phase does no harm.

use std::sync::Barrier;
use std::{env, thread};

use anyhow::{Context, Result};

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

    let barrier = &Barrier::new(threads as usize);
    thread::scope(|s| {
        for t in 0..threads {
            s.spawn(move || {
                for p in 0..phases {
                    println!("phase {p} thread {t}");
                    barrier.wait();
                }
            });
        }
    });
    Ok(())
}
