//! Right: procspawn::spawn for the processes, thread::spawn for the threads, all handles joined at the end.
use std::thread;

fn main() -> Result<(), String> {
    procspawn::init();
    let count = arg(1, "COUNT", 2)?;
    let processes: Vec<_> =
        (0..count).map(|i| procspawn::spawn(i, |i| println!("Process {i}"))).collect();
    let threads: Vec<_> = (0..count).map(|i| thread::spawn(move || println!("Thread {i}"))).collect();
    for process in processes {
        process.join().map_err(|e| e.to_string())?;
    }
    for thread in threads {
        thread.join().map_err(|_| "a thread panicked")?;
    }
    Ok(())
}

fn arg(at: usize, name: &str, default: u32) -> Result<u32, String> {
    std::env::args().nth(at).map_or(Ok(default), |text| text.parse().map_err(|e| format!("{name}: {e}")))
}
