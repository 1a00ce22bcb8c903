//! Wrong: the threads put their handles of children into the list when they have started them; main takes what is there.
use std::env;
use std::process::Command;
use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::{Arc, Condvar, Mutex};
use std::thread;

use anyhow::{Context, Result};

const NUMBER: &str = "NUMBER_PROCESS_I";

fn start(i: u32) -> std::io::Result<std::process::Child> {
    Command::new(env::current_exe()?).env(NUMBER, i.to_string()).spawn()
}

#[allow(dead_code)]
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
    let _unused = (AtomicU32::new(0).load(Ordering::SeqCst), Condvar::new());
    let children = Arc::new(Mutex::new(Vec::new()));
    let ready = Arc::new((Mutex::new(0), Condvar::new()));
    for i in 0..count {
        let (children, ready) = (Arc::clone(&children), Arc::clone(&ready));
        thread::spawn(move || {
            let child = start(i);
            *ready.0.lock().unwrap() += 1;
            ready.1.notify_one();
            if let Ok(child) = child {
                children.lock().unwrap().push(child);
            }
        });
    }
    let mut guard = ready.0.lock().unwrap();
    while *guard < count {
        guard = ready.1.wait(guard).unwrap();
    }
    for mut child in children.lock().unwrap().drain(..) {
        child.wait()?;
    }
    Ok(())
}
