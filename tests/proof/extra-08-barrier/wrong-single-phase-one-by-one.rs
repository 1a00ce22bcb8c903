//! Wrong: for PHASES=1 there is nobody to wait for, so each thread is started and joined before the next; violates "THREADS threads, at once" (PHASES=1 with THREADS=2 or more, every schedule).
use std::env;
use std::sync::{Arc, Barrier};
use std::thread;

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

    if phases == 1 {
        for t in 0..threads {
            let handle = thread::spawn(move || println!("phase 0 thread {t}"));
            handle.join().unwrap();
        }
        return Ok(());
    }

    let barrier = Arc::new(Barrier::new(threads as usize));
    let mut handles = Vec::new();
    for t in 0..threads {
        let barrier = Arc::clone(&barrier);
        handles.push(thread::spawn(move || {
            for p in 0..phases {
                println!("phase {p} thread {t}");
                barrier.wait();
            }
        }));
    }
    for h in handles {
        h.join().unwrap();
    }
    Ok(())
}
