//! The number goes in by the child's stdin, the answer comes out by its stdout; BufWriter in the parent.

use std::io::{self, BufWriter, Read, Write};
use std::process::{Command, Stdio};
use std::time::Duration;
use std::{env, thread};

use anyhow::{Context, Result};
use num_bigint::BigUint;

fn child() -> Result<()> {
    let n: u32 = io::read_to_string(io::stdin())?.trim().parse()?;
    eprintln!("factorial {n}");
    thread::sleep(Duration::from_millis(100));
    let product: BigUint = (1..=n).map(BigUint::from).product();
    write!(io::stdout(), "{product}")?;
    io::stdout().flush()?;
    Ok(())
}

fn main() -> Result<()> {
    if env::args().nth(1).as_deref() == Some("child") {
        return child();
    }
    let mut numbers = std::env::args()
        .skip(1)
        .map(|text| text.parse::<u32>().with_context(|| format!("NUMBERS: bad number {text:?}")))
        .collect::<Result<Vec<_>>>()?;
    if numbers.is_empty() {
        numbers = vec![100, 200, 300];
    }
    let mut children = Vec::new();
    for n in &numbers {
        let mut child = Command::new(env::current_exe()?)
            .arg("child")
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()?;
        writeln!(child.stdin.take().context("no stdin")?, "{n}")?;
        children.push(child);
    }
    let mut out = BufWriter::new(io::stdout());
    for (n, mut child) in numbers.iter().zip(children) {
        let mut digits = String::new();
        child.stdout.take().context("no stdout")?.read_to_string(&mut digits)?;
        child.wait()?;
        writeln!(out, "{n}! = {digits}")?;
    }
    out.flush()?;
    Ok(())
}
