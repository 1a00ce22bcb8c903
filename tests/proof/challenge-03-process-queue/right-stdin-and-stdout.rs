//! The numbers go down the child's stdin, the sum comes up its stdout.

use std::io::{Read, Write, stdin, stdout};
use std::process::{Command, Stdio};
use std::time::Duration;

use anyhow::{Context, Result};

fn child() -> Result<()> {
    let mut text = String::new();
    stdin().read_to_string(&mut text)?;
    let numbers = text.split_whitespace().map(str::parse).collect::<Result<Vec<i64>, _>>()?;
    let line = format!("add {} {}\n", numbers[0], numbers[1]);
    std::io::stderr().write_all(line.as_bytes())?;
    std::thread::sleep(Duration::from_millis(100));
    write!(stdout(), "{}", numbers.iter().sum::<i64>())?;
    stdout().flush()?;
    Ok(())
}

fn main() -> Result<()> {
    if std::env::var_os("QUEUE_CHILD").is_some() {
        return child();
    }
    let a: i32 = match std::env::args().nth(1) {
        Some(text) => text.parse().context("A must be a whole number")?,
        None => 5,
    };
    let b: i32 = match std::env::args().nth(2) {
        Some(text) => text.parse().context("B must be a whole number")?,
        None => 7,
    };
    let mut adder = Command::new(std::env::current_exe()?)
        .env("QUEUE_CHILD", "yes")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()?;
    writeln!(adder.stdin.take().unwrap(), "{a}\n{b}")?;
    let output = adder.wait_with_output()?;
    println!("{}", String::from_utf8(output.stdout)?);
    Ok(())
}
