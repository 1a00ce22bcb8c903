//! Right: a semaphore type over parking_lot whose permit is given back on drop; Arc, named threads.
use parking_lot::{Condvar, Mutex};
use std::sync::Arc;
use std::thread;

struct Semaphore {
    free: Mutex<u32>,
    freed: Condvar,
}

struct Permit<'a>(&'a Semaphore);

impl Semaphore {
    fn acquire(&self) -> Permit<'_> {
        let mut free = self.free.lock();
        self.freed.wait_while(&mut free, |free| *free == 0);
        *free -= 1;
        Permit(self)
    }
}

impl Drop for Permit<'_> {
    fn drop(&mut self) {
        *self.0.free.lock() += 1;
        self.0.freed.notify_one();
    }
}

fn main() {
    let (jobs, limit) = (get(1, "JOBS", 6), get(2, "LIMIT", 2));
    if limit == 0 {
        usage("LIMIT");
    }
    let semaphore = Arc::new(Semaphore { free: Mutex::new(limit), freed: Condvar::new() });
    let threads: Vec<_> = (0..jobs)
        .map(|i| {
            let semaphore = Arc::clone(&semaphore);
            let job = move || {
                let _permit = semaphore.acquire();
                println!("start {i}");
                println!("end {i}");
            };
            thread::Builder::new().name(format!("job {i}")).spawn(job).unwrap()
        })
        .collect();
    for thread in threads {
        thread.join().unwrap();
    }
}

fn usage(name: &str) -> ! {
    eprintln!("{name} is no number I can use");
    std::process::exit(2)
}

fn get(at: usize, name: &str, default: u32) -> u32 {
    match std::env::args().nth(at) {
        None => default,
        Some(text) => text.parse().unwrap_or_else(|_| usage(name)),
    }
}
