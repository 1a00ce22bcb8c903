//! Wrong: each thread is joined right after its spawn.
use std::thread;

fn main() -> Result<(), String> {
    procspawn::init();
    let count = arg(1, "COUNT", 2)?;
    let processes: Vec<_> = (0..count).map(|i| procspawn::spawn(i, |i| println!("Process {i}"))).collect();
    for i in 0..count {
        thread::spawn(move || println!("Thread {i}")).join().map_err(|_| "panic")?;
    }
    for process in processes {
        process.join().map_err(|e| e.to_string())?;
    }
    Ok(())
}

fn arg(at: usize, name: &str, default: u32) -> Result<u32, String> {
    std::env::args().nth(at).map_or(Ok(default), |text| text.parse().map_err(|e| format!("{name}: {e}")))
}
