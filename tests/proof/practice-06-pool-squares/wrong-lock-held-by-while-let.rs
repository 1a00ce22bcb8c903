//! `while let` keeps the receiver's lock while it squares: five threads, but never two at work.
use std::sync::{Mutex, mpsc};
use std::time::Duration;
use std::{env, thread};

use anyhow::Context;

fn square(n: u32) -> u64 {
    eprintln!("square {n}");
    thread::sleep(Duration::from_millis(100));
    u64::from(n) * u64::from(n)
}

fn main() -> anyhow::Result<()> {
    let mut numbers = Vec::new();
    for arg in env::args().skip(1) {
        numbers.push(arg.parse::<u32>().with_context(|| format!("NUMBERS: {arg:?}"))?);
    }
    if numbers.is_empty() {
        numbers = vec![1, 2, 3, 4, 5];
    }
    let (jobs, todo) = mpsc::channel::<(usize, u32)>();
    let todo = Mutex::new(todo);
    let squares = Mutex::new(vec![0; numbers.len()]);
    for job in numbers.into_iter().enumerate() {
        jobs.send(job)?;
    }
    drop(jobs);
    thread::scope(|s| {
        for _ in 0..5 {
            s.spawn(|| {
                while let Ok((i, n)) = todo.lock().unwrap().recv() {
                    let square = square(n);
                    squares.lock().unwrap()[i] = square;
                }
            });
        }
    });
    println!("{:?}", squares.into_inner()?);
    Ok(())
}
