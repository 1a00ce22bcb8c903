//! Wrong: the writer takes the lock for reading, so readers print in the middle of the write.
use std::sync::RwLock;
use std::sync::atomic::{AtomicU32, Ordering::SeqCst};
use std::thread;

fn main() -> anyhow::Result<()> {
    let readers = number(1, "READERS", 3)?;
    let value = RwLock::new(AtomicU32::new(0));
    thread::scope(|s| {
        for _ in 0..readers {
            s.spawn(|| {
                let guard = value.read().unwrap();
                let v = guard.load(SeqCst);
                println!("read {v} begin");
                println!("read {v} end");
            });
        }
        s.spawn(|| {
            let v = value.read().unwrap();
            println!("write begin");
            v.store(1, SeqCst);
            println!("write end");
        });
    });
    Ok(())
}

fn number(at: usize, name: &str, default: u32) -> anyhow::Result<u32> {
    let Some(text) = std::env::args().nth(at) else { return Ok(default) };
    text.parse().map_err(|e| anyhow::anyhow!("{name} = {text:?}: {e}"))
}
