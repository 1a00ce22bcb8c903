//! Wrong: the parent polls while ALL children are still running (it should be: any), so it ends when the first of them has.

use std::env;
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::Duration;

use anyhow::{Context, Result, anyhow};

const NUMBER: &str = "TAP_PROCESS_NUMBER";

fn start_child(i: u32) -> Result<Child> {
    let me = env::current_exe()?;
    Command::new(me)
        .env(NUMBER, i.to_string())
        .stdin(Stdio::null())
        .spawn()
        .with_context(|| format!("child {i} does not start"))
}

fn is_running(child: &mut Child) -> bool {
    matches!(child.try_wait(), Ok(None))
}

fn main() -> Result<()> {
    if let Ok(number) = env::var(NUMBER) {
        println!("Process {number}");
        return Ok(());
    }

    let count: u32 = match env::args().nth(1) {
        Some(arg) => arg.parse().context("COUNT must be a whole number")?,
        None => 2,
    };
    if count == 0 {
        return Ok(());
    }

    let threads: Vec<_> = (0..count)
        .map(|i| thread::spawn(move || println!("Thread {i}")))
        .collect();
    let mut children = (0..count).map(start_child).collect::<Result<Vec<_>>>()?;

    // First the threads ...
    for thread in threads {
        thread.join().map_err(|_| anyhow!("a thread panicked"))?;
    }
    // ... then the processes, which take longer.
    while children.iter_mut().all(is_running) {
        thread::sleep(Duration::from_millis(5));
    }
    Ok(())
}
