//! Eight jobs, three permits: a job waits for a permit, works, and gives it back, so three run at a time.
//!
//! Python: `threading.Semaphore(3)` and `with semaphore:`. Rust's standard library has none, but it is what
//! Python's own is made of: a counter under a lock, and a condition variable for those who wait until it is
//! above zero.

use std::sync::atomic::{AtomicU32, Ordering::SeqCst};
use std::sync::{Condvar, Mutex};
use std::thread;
use std::time::Duration;

struct Semaphore {
    permits: Mutex<u32>,
    released: Condvar,
}

impl Semaphore {
    fn acquire(&self) {
        let permits = self.permits.lock().unwrap();
        *self.released.wait_while(permits, |permits| *permits == 0).unwrap() -= 1;
    }

    fn release(&self) {
        *self.permits.lock().unwrap() += 1;
        self.released.notify_one();
    }
}

fn main() {
    let semaphore = Semaphore { permits: Mutex::new(3), released: Condvar::new() };
    let running = AtomicU32::new(0);
    let most = AtomicU32::new(0);

    thread::scope(|s| {
        for j in 0..8 {
            let (semaphore, running, most) = (&semaphore, &running, &most);
            s.spawn(move || {
                semaphore.acquire();
                let now = running.fetch_add(1, SeqCst) + 1;
                most.fetch_max(now, SeqCst);
                println!("job {j} starts ({now} running)");
                thread::sleep(Duration::from_millis(200));
                println!("job {j} ends");
                running.fetch_sub(1, SeqCst);
                semaphore.release();
            });
        }
    });
    println!("most at once: {}", most.into_inner());
}
