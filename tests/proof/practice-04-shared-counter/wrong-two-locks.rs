//! Even and odd threads take different locks around read-then-write of the one counter: a lost update.
use std::sync::Mutex;
use std::sync::atomic::{AtomicU32, Ordering::SeqCst};
use std::{env, thread};

fn main() -> Result<(), String> {
    let threads = match env::args().nth(1) {
        Some(a) => a.parse::<u32>().map_err(|e| format!("THREADS: {e}"))?,
        None => 5,
    };
    let counter = AtomicU32::new(0);
    let locks = [Mutex::new(()), Mutex::new(())];
    thread::scope(|s| {
        for i in 0..threads {
            let (counter, lock) = (&counter, &locks[i as usize % 2]);
            s.spawn(move || {
                let _guard = lock.lock().unwrap();
                let n = counter.load(SeqCst);
                counter.store(n + 1, SeqCst);
            });
        }
    });
    println!("{}", counter.load(SeqCst));
    Ok(())
}
