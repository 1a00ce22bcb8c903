//! Wrong: the message for a bad argument does not hold THREADS.
use std::sync::Mutex;
use std::thread;

fn main() -> anyhow::Result<()> {
    let threads: u32 = match std::env::args().nth(1) {
        Some(text) => text.parse()?,
        None => 5,
    };
    let count = Mutex::new(0);
    thread::scope(|s| {
        for _ in 0..threads {
            s.spawn(|| *count.lock().unwrap() += 1);
        }
    });
    println!("Count safe: {}", count.lock().unwrap());
    Ok(())
}
