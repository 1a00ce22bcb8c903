//! Wrong: `write end` is printed after the lock is released; a reader can come before it.
use std::sync::RwLock;
use std::thread;

fn main() -> anyhow::Result<()> {
    let readers = number(1, "READERS", 3)?;
    let value = RwLock::new(0);
    thread::scope(|s| {
        for _ in 0..readers {
            s.spawn(|| {
                let v = value.read().unwrap();
                println!("read {v} begin");
                println!("read {v} end");
            });
        }
        s.spawn(|| {
            let mut v = value.write().unwrap();
            println!("write begin");
            *v = 1;
            drop(v);
            println!("write end");
        });
    });
    Ok(())
}

fn number(at: usize, name: &str, default: u32) -> anyhow::Result<u32> {
    let Some(text) = std::env::args().nth(at) else { return Ok(default) };
    text.parse().map_err(|e| anyhow::anyhow!("{name} = {text:?}: {e}"))
}
