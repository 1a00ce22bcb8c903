//! The thread that adds the last 1 prints the count; nobody prints it when there are none but main.
use std::sync::atomic::{AtomicU32, Ordering};
use std::{env, thread};

fn main() -> anyhow::Result<()> {
    let threads: u32 = match env::args().nth(1) {
        Some(a) => a.parse().map_err(|e| anyhow::anyhow!("THREADS: {e}"))?,
        None => 5,
    };
    let count = AtomicU32::new(0);
    thread::scope(|s| {
        for _ in 0..threads {
            s.spawn(|| {
                let now = count.fetch_add(1, Ordering::SeqCst) + 1;
                if now == threads {
                    println!("{now}");
                }
            });
        }
    });
    if threads == 0 {
        println!("0");
    }
    Ok(())
}
