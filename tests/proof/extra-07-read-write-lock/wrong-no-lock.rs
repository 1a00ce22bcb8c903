//! Wrong: an atomic and no lock; readers print between `write begin` and `write end`.
use std::sync::atomic::{AtomicU32, Ordering::SeqCst};
use std::thread;

fn main() -> anyhow::Result<()> {
    let readers = number(1, "READERS", 3)?;
    let value = AtomicU32::new(0);
    thread::scope(|s| {
        for _ in 0..readers {
            s.spawn(|| {
                let v = value.load(SeqCst);
                println!("read {v} begin");
                println!("read {v} end");
            });
        }
        s.spawn(|| {
            println!("write begin");
            value.store(1, SeqCst);
            println!("write end");
        });
    });
    Ok(())
}

fn number(at: usize, name: &str, default: u32) -> anyhow::Result<u32> {
    let Some(text) = std::env::args().nth(at) else { return Ok(default) };
    text.parse().map_err(|e| anyhow::anyhow!("{name} = {text:?}: {e}"))
}
