//! Right: own latch of a mutex and a condition variable counts the workers down; helper threads own the children.
use std::env;
use std::process::ExitCode;
use std::sync::Arc;
use std::thread;
use std::time::Instant;

use parking_lot::{Condvar, Mutex};

struct Latch {
    left: Mutex<usize>,
    zero: Condvar,
}

impl Latch {
    fn new(count: usize) -> Arc<Latch> {
        Arc::new(Latch { left: Mutex::new(count), zero: Condvar::new() })
    }

    fn count_down(&self) {
        let mut left = self.left.lock();
        *left -= 1;
        if *left == 0 {
            self.zero.notify_all();
        }
    }

    fn wait(&self) {
        let mut left = self.left.lock();
        while *left > 0 {
            self.zero.wait(&mut left);
        }
    }
}

fn add_up(n: u32) -> u64 {
    let mut sum = 0;
    for i in 0..n {
        sum += i as u64;
    }
    std::hint::black_box(sum)
}

fn group<F>(workers: usize, mut start: F) -> f64
where
    F: FnMut() -> Box<dyn FnOnce() + Send>,
{
    let clock = Instant::now();
    let latch = Latch::new(workers);
    let bodies: Vec<_> = (0..workers).map(|_| start()).collect();
    for body in bodies {
        let latch = Arc::clone(&latch);
        thread::spawn(move || {
            body();
            latch.count_down();
        });
    }
    latch.wait();
    clock.elapsed().as_secs_f64()
}

fn main() -> ExitCode {
    procspawn::init();
    let n: u32 = match env::args().nth(1).as_deref().unwrap_or("1000000").parse() {
        Ok(n) => n,
        Err(error) => {
            eprintln!("N must be a whole number: {error}");
            return ExitCode::FAILURE;
        }
    };
    for workers in [1, 2, 4] {
        let threads = group(workers, || {
            Box::new(move || {
                add_up(n);
            })
        });
        let processes = group(workers, || {
            let child = procspawn::spawn(n, add_up);
            Box::new(move || {
                if let Err(error) = child.join() {
                    eprintln!("{error}");
                    std::process::exit(1);
                }
            })
        });
        println!("workers={workers} threads={threads:.6}s processes={processes:.6}s");
    }
    ExitCode::SUCCESS
}
