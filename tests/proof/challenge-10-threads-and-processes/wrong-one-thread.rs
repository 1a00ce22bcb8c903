//! Wrong: one thread prints all the Thread lines.
use std::thread;

fn main() -> Result<(), String> {
    procspawn::init();
    let count = arg(1, "COUNT", 2)?;
    let processes: Vec<_> = (0..count).map(|i| procspawn::spawn(i, |i| println!("Process {i}"))).collect();
    let thread = thread::spawn(move || (0..count).for_each(|i| println!("Thread {i}")));
    for process in processes {
        process.join().map_err(|e| e.to_string())?;
    }
    thread.join().map_err(|_| "a thread panicked".to_string())
}

fn arg(at: usize, name: &str, default: u32) -> Result<u32, String> {
    std::env::args().nth(at).map_or(Ok(default), |text| text.parse().map_err(|e| format!("{name}: {e}")))
}
