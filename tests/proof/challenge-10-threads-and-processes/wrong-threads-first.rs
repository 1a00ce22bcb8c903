//! Wrong: all threads are joined before the first process is started, so threads and processes are never at once.
use std::thread;

fn main() -> anyhow::Result<()> {
    procspawn::init();
    let count = number(1, "COUNT", 2)?;
    let threads: Vec<_> = (0..count).map(|i| thread::spawn(move || println!("Thread {i}"))).collect();
    for thread in threads {
        thread.join().unwrap();
    }
    let processes: Vec<_> = (0..count).map(|i| procspawn::spawn(i, |i| println!("Process {i}"))).collect();
    for process in processes {
        process.join()?;
    }
    Ok(())
}

fn number(at: usize, name: &str, default: u32) -> anyhow::Result<u32> {
    let Some(text) = std::env::args().nth(at) else { return Ok(default) };
    text.parse().map_err(|e| anyhow::anyhow!("{name} = {text:?}: {e}"))
}
