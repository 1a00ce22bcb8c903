//! Wrong: the writer is not waited for; delayed, its lines are missing.
use parking_lot::RwLock;
use std::sync::Arc;
use std::thread;

fn main() -> anyhow::Result<()> {
    let readers = number(1, "READERS", 3)?;
    let value = Arc::new(RwLock::new(0));
    let written = value.clone();
    thread::spawn(move || {
        let mut v = written.write();
        println!("write begin");
        *v = 1;
        println!("write end");
    });
    let mut handles = vec![];
    for _ in 0..readers {
        let value = value.clone();
        handles.push(thread::spawn(move || {
            let v = value.read();
            println!("read {v} begin");
            println!("read {v} end");
        }));
    }
    for handle in handles {
        handle.join().unwrap();
    }
    Ok(())
}

fn number(at: usize, name: &str, default: u32) -> anyhow::Result<u32> {
    let Some(text) = std::env::args().nth(at) else { return Ok(default) };
    text.parse().map_err(|e| anyhow::anyhow!("{name} = {text:?}: {e}"))
}
