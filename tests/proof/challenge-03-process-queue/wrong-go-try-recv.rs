//! Wrong: the child's end is taken for the arrival of its result; when the reader thread is slow to pass the sum on, try_recv finds nothing and the sum is not printed.
use std::env;
use std::io::Read;
use std::process::{Command, Stdio};
use std::thread;
use std::time::Duration;

use anyhow::{Context, Result};
use crossbeam_channel::bounded;

fn child(pair: &str) -> Result<()> {
    let (a, b) = pair.split_once(' ').context("two numbers")?;
    let (a, b): (i64, i64) = (a.parse()?, b.parse()?);
    eprintln!("add {a} {b}");
    thread::sleep(Duration::from_millis(100));
    println!("{}", a + b);
    Ok(())
}

fn main() -> Result<()> {
    if let Ok(pair) = env::var("ADD_PAIR") {
        return child(&pair);
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
    let mut child = Command::new(env::current_exe()?)
        .env("ADD_PAIR", format!("{a} {b}"))
        .stdout(Stdio::piped())
        .spawn()?;
    let mut pipe = child.stdout.take().context("stdout")?;

    let (sum_tx, sum_rx) = bounded::<i64>(1);
    thread::spawn(move || {
        let mut text = String::new();
        pipe.read_to_string(&mut text).unwrap();
        sum_tx.send(text.trim().parse().unwrap()).unwrap();
    });

    while child.try_wait()?.is_none() {
        thread::sleep(Duration::from_millis(10));
    }
    let sum = sum_rx.try_recv().context("the child sent no sum")?;
    println!("{sum}");
    Ok(())
}
