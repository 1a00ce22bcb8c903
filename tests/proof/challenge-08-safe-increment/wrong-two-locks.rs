//! Wrong: even threads lock one mutex, odd ones another, around one counter; an even and an odd thread lose an update.
use parking_lot::Mutex;
use std::sync::atomic::{AtomicU32, Ordering::SeqCst};
use std::thread;

fn main() -> anyhow::Result<()> {
    let threads = number(1, "THREADS", 5)?;
    let (locks, count) = ([Mutex::new(()), Mutex::new(())], AtomicU32::new(0));
    thread::scope(|s| {
        for i in 0..threads {
            let (locks, count) = (&locks, &count);
            s.spawn(move || {
                let _guard = locks[i as usize % 2].lock();
                count.store(count.load(SeqCst) + 1, SeqCst);
            });
        }
    });
    println!("Count safe: {}", count.load(SeqCst));
    Ok(())
}

fn number(at: usize, name: &str, default: u32) -> anyhow::Result<u32> {
    let Some(text) = std::env::args().nth(at) else { return Ok(default) };
    text.parse().map_err(|e| anyhow::anyhow!("{name} = {text:?}: {e}"))
}
