//! Wrong: a thread adds itself to the WaitGroup only when it runs, so main can find the group empty and end before a thread has printed.

use std::env;
use std::process::Command;
use std::sync::{Arc, Condvar, Mutex};
use std::thread;

use anyhow::{Context, Result};

#[derive(Default)]
struct WaitGroup {
    count: Mutex<u32>,
    zero: Condvar,
}

impl WaitGroup {
    fn add(&self, n: u32) {
        *self.count.lock().unwrap() += n;
    }
    fn done(&self) {
        let mut count = self.count.lock().unwrap();
        *count -= 1;
        if *count == 0 {
            self.zero.notify_all();
        }
    }
    fn wait(&self) {
        let mut count = self.count.lock().unwrap();
        while *count > 0 {
            count = self.zero.wait(count).unwrap();
        }
    }
}

fn main() -> Result<()> {
    if let Ok(i) = env::var("PROCESS_I") {
        println!("Process {i}");
        return Ok(());
    }
    let count: u32 = match env::args().nth(1) {
        Some(arg) => arg.parse().context("COUNT must be a whole number")?,
        None => 2,
    };

    let wg = Arc::new(WaitGroup::default());
    for i in 0..count {
        let wg = Arc::clone(&wg);
        thread::spawn(move || {
            wg.add(1);
            println!("Thread {i}");
            wg.done();
        });
    }
    let exe = env::current_exe()?;
    let mut children = Vec::new();
    for i in 0..count {
        children.push(Command::new(&exe).env("PROCESS_I", i.to_string()).spawn()?);
    }
    for mut child in children {
        child.wait()?;
    }
    wg.wait();
    Ok(())
}
