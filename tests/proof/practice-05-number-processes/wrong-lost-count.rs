//! Wrong: two threads that have waited for their children at once count as one: load and store.
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
    let done = Arc::new((AtomicU32::new(0), Mutex::new(()), Condvar::new()));
    for i in 0..count {
        let done = Arc::clone(&done);
        thread::spawn(move || {
            run_child(i);
            let before = done.0.load(Ordering::SeqCst);
            done.0.store(before + 1, Ordering::SeqCst);
            let _lock = done.1.lock();
            done.2.notify_all();
        });
    }
    let mut guard = done.1.lock().unwrap();
    while done.0.load(Ordering::SeqCst) < count {
        guard = done.2.wait(guard).unwrap();
    }
    Ok(())
}
