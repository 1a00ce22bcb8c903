//! Wrong: the threads that look after the children call add on the wait group themselves; when they are slow to start, wait finds 0 and the parent ends.

use std::env;
use std::process::Command;
use std::sync::{Arc, Condvar, Mutex};
use std::thread;

use anyhow::{Context, Result};

/// Go's sync.WaitGroup.
#[derive(Clone, Default)]
struct WaitGroup {
    inner: Arc<(Mutex<i64>, Condvar)>,
}

impl WaitGroup {
    fn add(&self, n: i64) {
        let (count, zero) = &*self.inner;
        let mut count = count.lock().unwrap();
        *count += n;
        if *count == 0 {
            zero.notify_all();
        }
    }

    fn done(&self) {
        self.add(-1);
    }

    fn wait(&self) {
        let (count, zero) = &*self.inner;
        let mut count = count.lock().unwrap();
        while *count > 0 {
            count = zero.wait(count).unwrap();
        }
    }
}

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

    let wg = WaitGroup::default();
    for i in 0..count {
        let wg = wg.clone();
        thread::spawn(move || {
            wg.add(1);
            run_child(i);
            wg.done();
        });
    }

    thread::yield_now(); // let them get going
    wg.wait();
    Ok(())
}
