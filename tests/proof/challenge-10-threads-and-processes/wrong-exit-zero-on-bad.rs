//! Wrong: the message for a bad COUNT is there, but the exit code is 0.
use std::thread;

fn main() -> anyhow::Result<()> {
    procspawn::init();
    let count = match number(1, "COUNT", 2) {
        Ok(count) => count,
        Err(e) => {
            eprintln!("{e}");
            return Ok(());
        }
    };
    let processes: Vec<_> = (0..count).map(|i| procspawn::spawn(i, |i| println!("Process {i}"))).collect();
    thread::scope(|s| {
        for i in 0..count {
            s.spawn(move || println!("Thread {i}"));
        }
    });
    for process in processes {
        process.join()?;
    }
    Ok(())
}

fn number(at: usize, name: &str, default: u32) -> anyhow::Result<u32> {
    let Some(text) = std::env::args().nth(at) else { return Ok(default) };
    text.parse().map_err(|e| anyhow::anyhow!("{name} = {text:?}: {e}"))
}
