//! Sixteen padded shards: a thread adds to one of them, and main adds them up after the scope.

use std::io::{BufWriter, Write};
use std::sync::atomic::{AtomicU64, Ordering};

const SHARDS: usize = 16;

#[repr(align(128))]
#[derive(Default)]
struct Padded(AtomicU64);

#[derive(Default)]
struct ShardedCounter([Padded; SHARDS]);

impl ShardedCounter {
    #[inline]
    fn add(&self, hint: usize) {
        self.0[hint % SHARDS].0.fetch_add(1, Ordering::Relaxed);
    }

    fn sum(self) -> u64 {
        self.0.into_iter().map(|shard| shard.0.into_inner()).sum()
    }
}

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let threads: usize = match std::env::args().nth(1) {
        Some(arg) => arg.parse::<u32>().map_err(|e| format!("THREADS {arg:?}: {e}"))? as usize,
        None => 5,
    };
    let counter = ShardedCounter::default();
    std::thread::scope(|scope| {
        for t in 0..threads {
            let counter = &counter;
            scope.spawn(move || counter.add(t));
        }
    });
    let mut out = BufWriter::new(std::io::stdout().lock());
    writeln!(out, "Count safe: {}", counter.sum())?;
    out.flush()?;
    Ok(())
}
