//! Wrong: the parent takes the line with the sum from the pipe and prints it, but never waits for the child's end.

use std::env;
use std::io::{BufRead, BufReader};
use std::process::{Command, Stdio};
use std::thread;
use std::time::Duration;

use anyhow::{Context, Result};
use crossbeam_channel::bounded;

fn child(task: &str) -> Result<()> {
    let (a, b) = task.split_once(' ').context("two numbers")?;
    let (a, b): (i64, i64) = (a.parse()?, b.parse()?);
    eprintln!("add {a} {b}");
    thread::sleep(Duration::from_millis(100));
    println!("{}", a + b);
    Ok(())
}

fn main() -> Result<()> {
    if let Ok(task) = env::var("QUEUE_CHILD") {
        return child(&task);
    }
    let mut args = env::args().skip(1);
    let a: i32 = match args.next() {
        Some(arg) => arg.parse().context("A must be a whole number")?,
        None => 5,
    };
    let b: i32 = match args.next() {
        Some(arg) => arg.parse().context("B must be a whole number")?,
        None => 7,
    };

    let (queue, results) = bounded(1);
    let mut child = Command::new(env::current_exe()?)
        .env("QUEUE_CHILD", format!("{a} {b}"))
        .stdout(Stdio::piped())
        .spawn()?;
    let stdout = child.stdout.take().context("stdout is piped")?;
    let reader = thread::spawn(move || {
        let mut line = String::new();
        let _ = BufReader::new(stdout).read_line(&mut line);
        queue.send(line)
    });

    let sum: i64 = results.recv()?.trim().parse()?;
    println!("{sum}");
    reader.join().expect("the reader panicked")?;
    Ok(())
}
