//! Wrong: a procspawn pool of one worker does the work of all processes.
use std::thread;

fn main() -> anyhow::Result<()> {
    procspawn::init();
    let count = number(1, "COUNT", 2)?;
    let pool = procspawn::Pool::new(1)?;
    let tasks: Vec<_> = (0..count).map(|i| pool.spawn(i, |i| println!("Process {i}"))).collect();
    let threads: Vec<_> = (0..count).map(|i| thread::spawn(move || println!("Thread {i}"))).collect();
    for task in tasks {
        task.join()?;
    }
    for thread in threads {
        thread.join().unwrap();
    }
    Ok(())
}

fn number(at: usize, name: &str, default: u32) -> anyhow::Result<u32> {
    let Some(text) = std::env::args().nth(at) else { return Ok(default) };
    text.parse().map_err(|e| anyhow::anyhow!("{name} = {text:?}: {e}"))
}
