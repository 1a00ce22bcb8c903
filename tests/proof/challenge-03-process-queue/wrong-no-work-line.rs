//! wrong: the work line `add A B` is missing.

use std::env;
use std::error::Error;
use std::process::{Command, Stdio};
use std::thread;
use std::time::Duration;

fn add(a: i32, b: i32) -> i64 {
    thread::sleep(Duration::from_millis(100));
    a as i64 + b as i64
}

fn main() -> Result<(), Box<dyn Error>> {
    let args: Vec<String> = env::args().collect();
    if args.len() == 4 && args[1] == "child" {
        println!("{}", add(args[2].parse()?, args[3].parse()?));
        return Ok(());
    }
    let a = std::env::args()
        .nth(1)
        .map_or(Ok(5), |text| text.parse::<i32>())
        .map_err(|err| format!("A: {err}"))?;
    let b = std::env::args()
        .nth(2)
        .map_or(Ok(7), |text| text.parse::<i32>())
        .map_err(|err| format!("B: {err}"))?;
    let output = Command::new(env::current_exe()?)
        .args(["child", &a.to_string(), &b.to_string()])
        .stderr(Stdio::inherit())
        .output()?;
    let sum: i64 = String::from_utf8(output.stdout)?.trim().parse()?;
    println!("{sum}");
    Ok(())
}
