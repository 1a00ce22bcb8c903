//! A named thread counts while `main` goes on: look at who prints the first two lines.
//!
//! Python: `Thread(target=f, name="Worker-1")` makes the thread and `t.start()` starts it. In Rust there is
//! one step: whatever is spawned runs. A plain `thread::spawn` gives no name; `Builder` does, and says by its
//! `Result` whether the system had a thread left to give.

use std::io;
use std::thread;
use std::time::Duration;

fn main() -> io::Result<()> {
    let worker = thread::Builder::new().name("Worker-1".to_string()).spawn(print_numbers)?;

    println!("[MainThread] This runs in parallel.");
    worker.join().unwrap();
    println!("[MainThread] Thread has finished.");
    Ok(())
}

fn print_numbers() {
    let thread = thread::current();
    let name = thread.name().unwrap_or_default();
    for i in 0..5 {
        println!("[{name}] Number: {i}");
        thread::sleep(Duration::from_secs(1));
    }
}
