//! Wrong: the children only return their numbers, the parent prints the Process lines.
use std::thread;

fn main() -> anyhow::Result<()> {
    procspawn::init();
    let count = number(1, "COUNT", 2)?;
    let processes: Vec<_> = (0..count).map(|i| procspawn::spawn(i, |i| i)).collect();
    let threads: Vec<_> = (0..count).map(|i| thread::spawn(move || println!("Thread {i}"))).collect();
    for process in processes {
        println!("Process {}", process.join()?);
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
