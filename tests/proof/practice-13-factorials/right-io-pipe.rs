//! std::io::pipe: the writing end is the child's stdout, the parent reads to the end and waits.

use std::io::{pipe, read_to_string};
use std::process::Command;
use std::time::Duration;

use num_bigint::BigUint;

fn factorial(n: u32) -> BigUint {
    if n < 2 { BigUint::from(1u32) } else { factorial(n - 1) * n }
}

fn main() -> std::io::Result<()> {
    if let Some(n) = std::env::var_os("CHILD") {
        let n = n.to_str().unwrap().parse().unwrap();
        eprintln!("factorial {n}");
        std::thread::sleep(Duration::from_millis(100));
        println!("{}", factorial(n));
        return Ok(());
    }
    let mut numbers: Vec<u32> = Vec::new();
    for s in std::env::args().skip(1) {
        match s.parse() {
            Ok(n) => numbers.push(n),
            Err(e) => {
                eprintln!("NUMBERS: {s:?}: {e}");
                std::process::exit(1);
            }
        }
    }
    if numbers.is_empty() {
        numbers = vec![100, 200, 300];
    }
    let mut running = Vec::new();
    for n in numbers {
        let (reader, writer) = pipe()?;
        let child =
            Command::new(std::env::current_exe()?).env("CHILD", n.to_string()).stdout(writer).spawn()?;
        running.push((n, reader, child));
    }
    for (n, reader, mut child) in running {
        print!("{n}! = {}", read_to_string(reader)?);
        child.wait()?;
    }
    Ok(())
}
