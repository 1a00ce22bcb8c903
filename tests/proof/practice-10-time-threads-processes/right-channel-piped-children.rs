//! Threads send their sums; the children print theirs into pipes that the parent reads with wait_with_output.
use std::process::{Command, Stdio};
use std::sync::mpsc;
use std::time::Instant;
use std::{env, thread};

use anyhow::{Context, ensure};

fn add_up(n: u32) -> u64 {
    let mut sum = 0;
    let mut i = 0;
    while i < n {
        sum += u64::from(i);
        i += 1;
    }
    sum
}

fn main() -> anyhow::Result<()> {
    let args: Vec<String> = env::args().collect();
    if let [_, child, n] = &args[..]
        && child == "child"
    {
        println!("{}", add_up(n.parse()?));
        return Ok(());
    }
    let n: u32 = args.get(1).map_or(Ok(1_000_000), |a| a.parse()).context("N must be a number")?;

    let start = Instant::now();
    let (tx, rx) = mpsc::channel();
    for tx in [tx.clone(), tx] {
        thread::spawn(move || tx.send(add_up(n)));
    }
    let sums: Vec<u64> = rx.iter().collect();
    let threads = start.elapsed();

    let start = Instant::now();
    let exe = env::current_exe()?;
    let mut children = Vec::new();
    for _ in 0..2 {
        children.push(Command::new(&exe).args(["child", &n.to_string()]).stdout(Stdio::piped()).spawn()?);
    }
    for child in children {
        let output = child.wait_with_output()?;
        ensure!(String::from_utf8(output.stdout)?.trim() == sums[0].to_string(), "wrong sum");
    }
    let processes = start.elapsed();

    print!("Threads time: {:.6}\nProcesses time: {:.6}\n", threads.as_secs_f64(), processes.as_secs_f64());
    Ok(())
}
