//! Wrong: main waits for the last notification without looking whether it has come already.
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
    if count == 0 {
        return Ok(());
    }
    let shared = Arc::new((Mutex::new(0), Condvar::new(), AtomicU32::new(0)));
    for i in 0..count {
        let shared = Arc::clone(&shared);
        thread::spawn(move || {
            run_child(i);
            let mut done = shared.0.lock().unwrap();
            *done += 1;
            if *done == count {
                shared.2.store(1, Ordering::SeqCst);
                shared.1.notify_one();
            }
        });
    }
    let (done, all, over) = &*shared;
    let mut guard = done.lock().unwrap();
    loop {
        guard = all.wait(guard).unwrap();
        if over.load(Ordering::SeqCst) == 1 {
            return Ok(());
        }
    }
}
