//! Command on itself, told by an environment variable; answers through pipes in input order.

use std::env;
use std::error::Error;
use std::process::{Command, Stdio};
use std::thread;
use std::time::Duration;

use num_bigint::BigUint;

fn work(n: u32) {
    eprintln!("factorial {n}");
    thread::sleep(Duration::from_millis(100));
    let mut product = BigUint::from(1u32);
    for i in 1..=n {
        product *= i;
    }
    print!("{product}");
}

fn main() -> Result<(), Box<dyn Error>> {
    if let Ok(n) = env::var("FACTORIAL_OF") {
        work(n.parse()?);
        return Ok(());
    }
    let given: Result<Vec<u32>, _> = std::env::args().skip(1).map(|text| text.parse()).collect();
    let mut numbers = given.map_err(|err| format!("NUMBERS: {err}"))?;
    if numbers.is_empty() {
        numbers.extend([100, 200, 300]);
    }
    let mut children = Vec::new();
    for n in &numbers {
        let child = Command::new(env::current_exe()?)
            .env("FACTORIAL_OF", n.to_string())
            .stdout(Stdio::piped())
            .spawn()?;
        children.push((n, child));
    }
    for (n, child) in children {
        let output = child.wait_with_output()?;
        println!("{n}! = {}", String::from_utf8(output.stdout)?);
    }
    Ok(())
}
