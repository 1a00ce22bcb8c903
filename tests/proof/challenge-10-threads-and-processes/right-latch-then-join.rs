//! Right: thread i starts child i and prints its own line; main awaits a latch until all children are started, then joins all threads and waits for all children.
use std::env;
use std::io;
use std::process::{Child, Command};
use std::sync::{Arc, Condvar, Mutex};
use std::thread::{self, JoinHandle};

use anyhow::{Context, Result, anyhow, ensure};

const CHILD: &str = "THREADS_AND_PROCESSES_CHILD";

/// java.util.concurrent.CountDownLatch
struct CountDownLatch {
    count: Mutex<u32>,
    zero: Condvar,
}

impl CountDownLatch {
    fn new(count: u32) -> Self {
        CountDownLatch { count: Mutex::new(count), zero: Condvar::new() }
    }

    fn count_down(&self) {
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

struct Pair {
    number: u32,
    started: Arc<CountDownLatch>,
}

impl Pair {
    fn new(number: u32, started: &Arc<CountDownLatch>) -> Self {
        Pair { number, started: Arc::clone(started) }
    }

    fn start_process(&self) -> io::Result<Child> {
        Command::new(env::current_exe()?).env(CHILD, self.number.to_string()).spawn()
    }

    fn run(self) -> io::Result<Child> {
        let child = self.start_process();
        self.started.count_down();
        println!("Thread {}", self.number);
        child
    }
}

fn main() -> Result<()> {
    if let Ok(number) = env::var(CHILD) {
        println!("Process {number}");
        return Ok(());
    }
    let count: u32 = match env::args().nth(1) {
        Some(arg) => arg.parse().context("COUNT must be a whole number")?,
        None => 2,
    };

    let started = Arc::new(CountDownLatch::new(count));
    let mut threads: Vec<JoinHandle<io::Result<Child>>> = Vec::new();
    for number in 0..count {
        let pair = Pair::new(number, &started);
        threads.push(thread::spawn(move || pair.run()));
    }
    started.wait();

    let mut children = Vec::new();
    for thread in threads {
        let child = thread.join().map_err(|_| anyhow!("a thread panicked"))?;
        children.push(child.context("a child could not be started")?);
    }
    for mut child in children {
        let status = child.wait()?;
        ensure!(status.success(), "a child ended with {status}");
    }
    Ok(())
}
