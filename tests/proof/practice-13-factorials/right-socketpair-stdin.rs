//! Right: a child for each number has one end of a socket pair as its standard input, reads its number there and answers there.
use std::io::{BufRead, BufReader, Read, Write};
use std::net::Shutdown;
use std::os::fd::OwnedFd;
use std::os::unix::net::UnixStream;
use std::process::{Command, Stdio};
use std::time::Duration;
use std::{env, thread};

use anyhow::{Context, Result, ensure};
use num_bigint::BigUint;

const ROLE: &str = "FACTORIAL_CHILD";

fn child() -> Result<()> {
    let mut line = String::new();
    BufReader::new(std::io::stdin()).read_line(&mut line)?;
    let n: u32 = line.trim().parse()?;
    eprintln!("factorial {n}");
    thread::sleep(Duration::from_millis(100));
    let product = (1..=n).fold(BigUint::from(1u32), |product, factor| product * factor);
    println!("{product}");
    Ok(())
}

fn main() -> Result<()> {
    if env::var_os(ROLE).is_some() {
        return child();
    }
    let mut numbers = env::args()
        .skip(1)
        .map(|arg| arg.parse())
        .collect::<Result<Vec<u32>, _>>()
        .context("NUMBERS must be whole numbers")?;
    if numbers.is_empty() {
        numbers = vec![100, 200, 300];
    }
    let exe = env::current_exe()?;
    let mut running = Vec::new();
    for n in numbers {
        let (mut ours, theirs) = UnixStream::pair()?;
        let out = theirs.try_clone()?;
        let child = Command::new(&exe)
            .env(ROLE, "1")
            .stdin(Stdio::from(OwnedFd::from(theirs)))
            .stdout(Stdio::from(OwnedFd::from(out)))
            .spawn()?;
        writeln!(ours, "{n}")?;
        ours.shutdown(Shutdown::Write)?;
        running.push((n, ours, child));
    }
    for (n, mut ours, mut child) in running {
        let mut text = String::new();
        ours.read_to_string(&mut text)?;
        ensure!(child.wait()?.success(), "a child failed");
        println!("{n}! = {}", text.trim());
    }
    Ok(())
}
