//! A static atomic, increased by a compare-exchange loop.
use std::sync::atomic::{AtomicU32, Ordering};
use std::{env, thread};

static COUNTER: AtomicU32 = AtomicU32::new(0);

fn add_one() {
    let mut seen = COUNTER.load(Ordering::Relaxed);
    while let Err(now) = COUNTER.compare_exchange_weak(seen, seen + 1, Ordering::AcqRel, Ordering::Relaxed) {
        seen = now;
    }
}

fn main() -> anyhow::Result<()> {
    let threads: u32 = match env::args().nth(1) {
        Some(a) => a.parse().map_err(|e| anyhow::anyhow!("THREADS {a:?}: {e}"))?,
        None => 5,
    };
    let workers: Vec<thread::JoinHandle<()>> = (0..threads).map(|_| thread::spawn(add_one)).collect();
    for worker in workers {
        worker.join().expect("no worker panics");
    }
    println!("{}", COUNTER.load(Ordering::Relaxed));
    Ok(())
}
