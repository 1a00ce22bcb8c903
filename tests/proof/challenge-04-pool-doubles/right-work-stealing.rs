//! Right: four Chase-Lev deques of places, filled before the threads start; the two SeqCst fences keep owner and thief from the same place, and the exchange on `top`, Relaxed, decides about the last one.

use std::env;
use std::process::ExitCode;
use std::sync::Arc;
use std::sync::atomic::Ordering::{Relaxed, SeqCst};
use std::sync::atomic::{AtomicI64, AtomicU64, fence};
use std::thread;
use std::time::Duration;

const WORKERS: usize = 4;

enum Steal {
    Got(usize),
    Empty,
    Again,
}

/// The owner takes from the bottom, thieves steal from the top. Nothing is ever put in later.
struct Deque {
    places: Vec<usize>,
    top: AtomicI64,
    bottom: AtomicI64,
}

impl Deque {
    fn new(places: Vec<usize>) -> Deque {
        let bottom = AtomicI64::new(places.len() as i64);
        Deque { places, top: AtomicI64::new(0), bottom }
    }

    fn take(&self) -> Option<usize> {
        let bottom = self.bottom.load(Relaxed) - 1;
        self.bottom.store(bottom, Relaxed);
        fence(SeqCst);
        let top = self.top.load(Relaxed);
        if top < bottom {
            return Some(self.places[bottom as usize]);
        }
        // One left, for which thieves may compete, or none.
        let won = top == bottom && self.top.compare_exchange(top, top + 1, Relaxed, Relaxed).is_ok();
        self.bottom.store(bottom + 1, Relaxed);
        won.then(|| self.places[bottom as usize])
    }

    fn steal(&self) -> Steal {
        let top = self.top.load(Relaxed);
        fence(SeqCst);
        let bottom = self.bottom.load(Relaxed);
        if top >= bottom {
            Steal::Empty
        } else if self.top.compare_exchange(top, top + 1, Relaxed, Relaxed).is_ok() {
            Steal::Got(self.places[top as usize])
        } else {
            Steal::Again
        }
    }
}

struct Pool {
    numbers: Vec<u32>,
    results: Vec<AtomicU64>,
    deques: Vec<Deque>,
}

impl Pool {
    fn next(&self, me: usize) -> Option<usize> {
        if let Some(place) = self.deques[me].take() {
            return Some(place);
        }
        for other in (1..WORKERS).map(|distance| (me + distance) % WORKERS) {
            loop {
                match self.deques[other].steal() {
                    Steal::Got(place) => return Some(place),
                    Steal::Empty => break,
                    Steal::Again => continue,
                }
            }
        }
        // Whatever there still is will be taken by the owner of its deque.
        None
    }

    fn work(&self, me: usize) {
        while let Some(place) = self.next(me) {
            let number = self.numbers[place];
            eprintln!("double {number}");
            thread::sleep(Duration::from_millis(100));
            self.results[place].store(2 * u64::from(number), Relaxed);
        }
    }
}

fn main() -> ExitCode {
    let mut numbers: Vec<u32> = Vec::new();
    for arg in env::args().skip(1) {
        match arg.parse() {
            Ok(number) => numbers.push(number),
            Err(error) => {
                eprintln!("NUMBERS must be whole numbers, {arg:?} is not one: {error}");
                return ExitCode::FAILURE;
            }
        }
    }
    if numbers.is_empty() {
        numbers.extend(1..=4);
    }

    let share = |worker: usize| Deque::new((worker..numbers.len()).step_by(WORKERS).collect());
    let deques = (0..WORKERS).map(share).collect();
    let results = numbers.iter().map(|_| AtomicU64::new(0)).collect();
    let pool = Arc::new(Pool { numbers, results, deques });
    let workers: Vec<_> = (0..WORKERS)
        .map(|me| {
            let pool = Arc::clone(&pool);
            thread::spawn(move || pool.work(me))
        })
        .collect();
    for worker in workers {
        worker.join().unwrap();
    }
    let doubles: Vec<u64> = pool.results.iter().map(|result| result.load(Relaxed)).collect();
    println!("{doubles:?}");
    ExitCode::SUCCESS
}
