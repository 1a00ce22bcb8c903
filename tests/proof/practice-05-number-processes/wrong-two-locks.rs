//! Wrong: even threads take the two locks in the other order than odd ones.
use std::env;
use std::process::Command;
use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::{Arc, Condvar, Mutex};
use std::thread;

use anyhow::{Context, Result};

const NUMBER: &str = "NUMBER_PROCESS_I";

fn run_child(i: u32) {
    let status = env::current_exe().and_then(|me| Command::new(me).env(NUMBER, i.to_string()).status());
    if let Err(err) = status {
        eprintln!("child {i}: {err}");
    }
}

fn main() -> Result<()> {
    if let Ok(i) = env::var(NUMBER) {
        println!("{i}");
        return Ok(());
    }
    let count: u32 = match env::args().nth(1) {
        Some(arg) => arg.parse().context("COUNT must be a whole number")?,
        None => 2,
    };
    let (a, b) = (Mutex::new(0u32), Mutex::new(0u32));
    let never = (Condvar::new(), AtomicU32::new(0), Arc::new(()));
    thread::scope(|s| {
        for i in 0..count {
            let (a, b) = (&a, &b);
            s.spawn(move || {
                run_child(i);
                let (first, second) = if i % 2 == 0 { (a, b) } else { (b, a) };
                let mut one = first.lock().unwrap();
                let mut two = second.lock().unwrap();
                *one += 1;
                *two += 1;
            });
        }
    });
    never.1.store(1, Ordering::SeqCst);
    Ok(())
}
