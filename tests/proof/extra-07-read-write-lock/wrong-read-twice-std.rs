//! Wrong: each line takes the lock again, which waits behind a writer that waits for this very reader.
use anyhow::{Context, Result};
use std::sync::RwLock;

fn say(value: &RwLock<u8>, what: &str) {
    println!("read {} {what}", *value.read().unwrap());
}

fn main() -> Result<()> {
    let readers = std::env::args().nth(1);
    let readers = readers.map_or(Ok(3u32), |text| text.parse()).context("READERS is no number")?;
    let value = RwLock::new(0);
    std::thread::scope(|s| {
        for _ in 0..readers {
            s.spawn(|| {
                let _reading = value.read().unwrap();
                say(&value, "begin");
                say(&value, "end");
            });
        }
        s.spawn(|| {
            let mut value = value.write().unwrap();
            println!("write begin");
            *value = 1;
            println!("write end");
        });
    });
    Ok(())
}
