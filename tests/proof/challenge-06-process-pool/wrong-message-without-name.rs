//! wrong: the message for a bad number does not say NUMBERS.

use std::env;
use std::error::Error;
use std::process::{Command, Stdio};
use std::thread;
use std::time::Duration;

fn child() {
    for n in env::args().skip(1) {
        eprintln!("square {n}");
        thread::sleep(Duration::from_millis(100));
        let n: u64 = n.parse().unwrap();
        println!("{}", n * n);
    }
}

fn main() -> Result<(), Box<dyn Error>> {
    if env::var_os("POOL_WORKER").is_some() {
        child();
        return Ok(());
    }
    let given: Result<Vec<u32>, _> = std::env::args().skip(1).map(|text| text.parse()).collect();
    let mut numbers = given.map_err(|err| format!("{err}"))?;
    if numbers.is_empty() {
        numbers.extend([2, 3, 4]);
    }
    let mut workers = Vec::new();
    for w in 0..numbers.len().min(3) {
        let share = numbers.iter().skip(w).step_by(3).map(|n| n.to_string());
        let worker = Command::new(env::current_exe()?)
            .env("POOL_WORKER", w.to_string())
            .args(share)
            .stdout(Stdio::piped())
            .spawn()?;
        workers.push(worker);
    }
    let mut squares = vec![0u64; numbers.len()];
    for (w, worker) in workers.into_iter().enumerate() {
        let text = String::from_utf8(worker.wait_with_output()?.stdout)?;
        for (k, line) in text.lines().enumerate() {
            squares[3 * k + w] = line.parse()?;
        }
    }
    println!("{squares:?}");
    Ok(())
}
