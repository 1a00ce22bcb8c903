//! Wrong: all children are started at once, but from COUNT 10 on the parent lets them print one after the other (each waits for the end of its stdin, which comes after the one before has ended), against "any order"; shows with COUNT 10 and more.
use std::env;
use std::io;
use std::process::{Child, Command, Stdio};

use anyhow::{Context, Result};

fn child(i: u64) -> Result<()> {
    io::copy(&mut io::stdin(), &mut io::sink())?; // until the parent hangs up
    println!("{}", i * i * i);
    Ok(())
}

fn main() -> Result<()> {
    let args: Vec<String> = env::args().skip(1).collect();
    if let [_, i] = args.as_slice() {
        return child(i.parse()?);
    }
    let count: u32 = match args.first() {
        Some(arg) => arg.parse().context("COUNT must be a whole number")?,
        None => 3,
    };

    let exe = env::current_exe()?;
    let mut children: Vec<Child> = (1..=count)
        .map(|i| Command::new(&exe).arg("cube").arg(i.to_string()).stdin(Stdio::piped()).spawn())
        .collect::<Result<_, _>>()?;

    // A long list is easier to read when it is sorted.
    if count < 10 {
        for child in &mut children {
            drop(child.stdin.take());
        }
    }
    for child in &mut children {
        child.wait()?; // closes its stdin first
    }
    Ok(())
}
