//! Right: main starts a thread and a child for each number, and only then polls is_finished and try_wait until all are done, and joins the threads.
use std::env;
use std::process::{Child, Command};
use std::sync::{Arc, Mutex};
use std::thread::{self, JoinHandle};
use std::time::Duration;

use anyhow::{Context, Result, bail};

fn main() -> Result<()> {
    if let Ok(i) = env::var("PROCESS_NUMBER") {
        println!("Process {}", i);
        return Ok(());
    }
    let count: u32 = match env::args().nth(1) {
        Some(arg) => arg.parse().context("COUNT must be a whole number")?,
        None => 2,
    };
    let exe = env::current_exe()?;

    let threads: Arc<Mutex<Vec<JoinHandle<()>>>> = Arc::new(Mutex::new(Vec::new()));
    let children: Arc<Mutex<Vec<Child>>> = Arc::new(Mutex::new(Vec::new()));
    for i in 0..count {
        let thread = thread::spawn(move || {
            println!("Thread {}", i);
        });
        threads.lock().unwrap().push(thread);
        let child = Command::new(&exe).env("PROCESS_NUMBER", i.to_string()).spawn()?;
        children.lock().unwrap().push(child);
    }

    loop {
        let mut running = 0;
        for i in 0..count as usize {
            if !threads.lock().unwrap()[i].is_finished() {
                running += 1;
            }
            match children.lock().unwrap()[i].try_wait()? {
                Some(status) => {
                    if !status.success() {
                        bail!("process {} failed", i);
                    }
                }
                None => running += 1,
            }
        }
        if running == 0 {
            break;
        }
        thread::sleep(Duration::from_millis(1));
    }
    for t in threads.lock().unwrap().drain(..) {
        t.join().unwrap();
    }
    Ok(())
}
