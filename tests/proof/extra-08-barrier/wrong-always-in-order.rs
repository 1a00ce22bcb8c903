//! Wrong: inside a phase each thread waits for the one before it; no schedule shows another order.
use std::sync::Barrier;
use std::sync::atomic::{AtomicU64, Ordering};
use std::thread;

fn main() -> anyhow::Result<()> {
    let threads = number(1, "THREADS", 3)?;
    let phases = number(2, "PHASES", 2)?;
    let barrier = Barrier::new(threads as usize);
    let turn = &AtomicU64::new(0);
    thread::scope(|s| {
        for t in 0..threads {
            let barrier = &barrier;
            s.spawn(move || {
                for p in 0..phases {
                    while turn.load(Ordering::SeqCst) != u64::from(p) * u64::from(threads) + u64::from(t) {
                        thread::yield_now();
                    }
                    println!("phase {p} thread {t}");
                    turn.fetch_add(1, Ordering::SeqCst);
                    barrier.wait();
                }
            });
        }
    });
    Ok(())
}

fn number(at: usize, name: &str, default: u32) -> anyhow::Result<u32> {
    let Some(text) = std::env::args().nth(at) else { return Ok(default) };
    text.parse().map_err(|e| anyhow::anyhow!("{name} = {text:?}: {e}"))
}
