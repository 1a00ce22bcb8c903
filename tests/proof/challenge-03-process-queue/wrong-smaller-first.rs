//! Wrong: "work line `add A B`" fails for A greater than B (7 5), since the two are sorted on the way to the child, which then says `add 5 7`.

use std::env;
use std::thread;
use std::time::Duration;

use anyhow::{Context, Result};

fn add((a, b): (i32, i32)) -> i64 {
    eprintln!("add {a} {b}");
    thread::sleep(Duration::from_millis(100));
    i64::from(a) + i64::from(b)
}

fn main() -> Result<()> {
    procspawn::init();

    let mut args = env::args().skip(1);
    let a: i32 = match args.next() {
        Some(arg) => arg.parse().context("A must be a whole number")?,
        None => 5,
    };
    let b: i32 = match args.next() {
        Some(arg) => arg.parse().context("B must be a whole number")?,
        None => 7,
    };

    // The sum is the same either way.
    let child = procspawn::spawn((a.min(b), a.max(b)), add);
    println!("{}", child.join()?);
    Ok(())
}
