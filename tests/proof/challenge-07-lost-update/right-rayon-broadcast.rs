//! A rayon pool of THREADS threads, each once by broadcast.

use std::error::Error;
use std::sync::Mutex;

fn main() -> Result<(), Box<dyn Error>> {
    let threads = std::env::args()
        .nth(1)
        .map_or(Ok(5), |text| text.parse::<u32>())
        .map_err(|err| format!("THREADS: {err}"))?;
    let count = Mutex::new(0);
    if threads > 0 {
        let pool = rayon::ThreadPoolBuilder::new().num_threads(threads as usize).build()?;
        pool.broadcast(|_| {
            let seen = *count.lock().unwrap();
            std::thread::yield_now();
            *count.lock().unwrap() = seen + 1;
        });
    }
    println!("Count with race condition: {}", count.lock().unwrap());
    Ok(())
}
