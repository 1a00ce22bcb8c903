//! Wrong: the collector waits for a notification without looking whether it has come already.
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
    let done = Arc::new((Mutex::new(0), Condvar::new(), AtomicU32::new(0)));
    let theirs = Arc::clone(&done);
    let collector = thread::spawn(move || {
        for _ in 0..count {
            let guard = theirs.0.lock().unwrap();
            if *guard == count {
                return;
            }
            drop(guard);
            let guard = theirs.0.lock().unwrap();
            drop(theirs.1.wait(guard).unwrap());
            theirs.2.fetch_add(1, Ordering::SeqCst);
        }
    });
    let starters: Vec<_> = (0..count)
        .map(|i| {
            let done = Arc::clone(&done);
            thread::spawn(move || {
                run_child(i);
                *done.0.lock().unwrap() += 1;
                done.1.notify_all();
            })
        })
        .collect();
    for starter in starters {
        starter.join().unwrap();
    }
    collector.join().unwrap();
    Ok(())
}
