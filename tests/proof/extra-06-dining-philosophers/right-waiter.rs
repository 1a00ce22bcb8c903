//! Right: a waiter (a Mutex over the state of all forks and a Condvar) hands out both forks at once.
use std::process::ExitCode;
use std::sync::{Arc, Condvar, Mutex};
use std::thread;

struct Table {
    taken: Mutex<Vec<bool>>,
    put_back: Condvar,
}

fn dine(table: &Table, p: usize, meals: u32) {
    for _ in 0..meals {
        let mut taken = table.taken.lock().unwrap();
        let q = (p + 1) % taken.len();
        while taken[p] || taken[q] {
            taken = table.put_back.wait(taken).unwrap();
        }
        (taken[p], taken[q]) = (true, true);
        drop(taken);
        println!("{p} eats");
        println!("{p} done");
        let mut taken = table.taken.lock().unwrap();
        (taken[p], taken[q]) = (false, false);
        table.put_back.notify_all();
    }
}

fn main() -> ExitCode {
    let (Some(n), Some(meals)) = (argument(1, "PHILOSOPHERS", 5), argument(2, "MEALS", 3)) else {
        return ExitCode::FAILURE;
    };
    if n < 2 {
        eprintln!("PHILOSOPHERS must be at least 2");
        return ExitCode::FAILURE;
    }
    let table = Arc::new(Table { taken: Mutex::new(vec![false; n as usize]), put_back: Condvar::new() });
    let threads: Vec<_> = (0..n as usize)
        .map(|p| {
            let table = table.clone();
            thread::spawn(move || dine(&table, p, meals))
        })
        .collect();
    threads.into_iter().for_each(|t| t.join().unwrap());
    ExitCode::SUCCESS
}

fn argument(at: usize, name: &str, default: u32) -> Option<u32> {
    let Some(text) = std::env::args().nth(at) else { return Some(default) };
    let number = text.parse().ok();
    if number.is_none() {
        eprintln!("{name} must be a whole number, got '{text}'");
    }
    number
}
