//! Wrong: the children are a pool of COUNT processes that share the tasks: one of them may print two lines and another none.

use std::env;
use std::thread;

use anyhow::{Context, Result, anyhow};

fn main() -> Result<()> {
    procspawn::init();
    let count: u32 = match env::args().nth(1) {
        Some(arg) => arg.parse().context("COUNT must be a whole number")?,
        None => 2,
    };

    // one process for each number
    let pool = procspawn::Pool::new(count as usize).context("no pool")?;

    let threads: Vec<_> = (0..count).map(|i| thread::spawn(move || println!("Thread {i}"))).collect();
    let processes: Vec<_> = (0..count).map(|i| pool.spawn(i, |i| println!("Process {i}"))).collect();

    for thread in threads {
        thread.join().map_err(|_| anyhow!("a thread panicked"))?;
    }
    for process in processes {
        process.join()?;
    }
    pool.shutdown();
    Ok(())
}
