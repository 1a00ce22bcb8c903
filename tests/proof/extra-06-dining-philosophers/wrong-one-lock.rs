//! Wrong: one lock for the whole table, so never two eat at once.
use std::sync::Mutex;
use std::thread;

fn main() -> anyhow::Result<()> {
    let n = number(1, "PHILOSOPHERS", 5)? as usize;
    let meals = number(2, "MEALS", 3)?;
    anyhow::ensure!(n >= 2, "PHILOSOPHERS must be 2 or more");
    let table = &Mutex::new(());
    thread::scope(|s| {
        for p in 0..n {
            s.spawn(move || {
                for _ in 0..meals {
                    let _both_forks = table.lock().unwrap();
                    println!("{p} eats");
                    println!("{p} done");
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
