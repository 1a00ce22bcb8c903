//! Wrong: the value is set under a second write lock after the lines; a reader in between sees 0 after the write.
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
            let lines = value.write().unwrap();
            println!("write begin");
            println!("write end");
            drop(lines);
            *value.write().unwrap() = 1;
        });
    });
    Ok(())
}

fn number(at: usize, name: &str, default: u32) -> anyhow::Result<u32> {
    let Some(text) = std::env::args().nth(at) else { return Ok(default) };
    text.parse().map_err(|e| anyhow::anyhow!("{name} = {text:?}: {e}"))
}
