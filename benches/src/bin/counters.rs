//! One counter, 4,200,000 additions, 1 to 8 threads: under a lock, as an atomic, in shards of which each thread
//! has its own, and owned by one thread that is sent every addition through a channel.

use std::sync::atomic::{AtomicU32, Ordering::Relaxed};
use std::thread;

use crossbeam_channel::unbounded;
use parking_lot::Mutex;
use threadlings_benches::timed;

const ADDITIONS: u32 = 4_200_000; // can be shared out among any number of threads up to 8

fn main() {
    for threads in 1..=8 {
        timed(&format!("lock {threads}"), || lock(threads));
        timed(&format!("atomic {threads}"), || atomic(threads));
        timed(&format!("shards {threads}"), || shards(threads));
        timed(&format!("channel {threads}"), || channel(threads));
    }
}

fn lock(threads: u32) -> u32 {
    let counter = Mutex::new(0);
    thread::scope(|s| {
        for _ in 0..threads {
            s.spawn(|| {
                for _ in 0..ADDITIONS / threads {
                    *counter.lock() += 1;
                }
            });
        }
    });
    counter.into_inner()
}

fn atomic(threads: u32) -> u32 {
    let counter = AtomicU32::new(0);
    thread::scope(|s| {
        for _ in 0..threads {
            s.spawn(|| {
                for _ in 0..ADDITIONS / threads {
                    counter.fetch_add(1, Relaxed);
                }
            });
        }
    });
    counter.into_inner()
}

/// A cache line to itself (two, which some processors fetch together), so that no other thread waits for it.
#[repr(align(128))]
struct Shard(AtomicU32);

fn shards(threads: u32) -> u32 {
    let shards: Vec<_> = (0..threads).map(|_| Shard(AtomicU32::new(0))).collect();
    thread::scope(|s| {
        for shard in &shards {
            s.spawn(|| {
                for _ in 0..ADDITIONS / threads {
                    shard.0.fetch_add(1, Relaxed);
                }
            });
        }
    });
    shards.into_iter().map(|shard| shard.0.into_inner()).sum()
}

fn channel(threads: u32) -> u32 {
    let (sender, additions) = unbounded();
    thread::scope(|s| {
        for _ in 0..threads {
            let sender = sender.clone();
            s.spawn(move || {
                for _ in 0..ADDITIONS / threads {
                    sender.send(1).unwrap();
                }
            });
        }
        drop(sender);
        additions.iter().sum()
    })
}
