//! wrong: the sum comes through a file that the parent reads after a sleep, without waiting for the child.

use std::process::Command;
use std::time::Duration;
use std::{env, fs, thread};

fn main() -> Result<(), String> {
    if let Ok(path) = env::var("SUM_FILE") {
        let numbers: Vec<i64> = env::args().skip(1).map(|arg| arg.parse().unwrap()).collect();
        eprintln!("add {} {}", numbers[0], numbers[1]);
        thread::sleep(Duration::from_millis(100));
        fs::write(path, (numbers[0] + numbers[1]).to_string()).unwrap();
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
    let path = env::temp_dir().join(format!("sum-{}", std::process::id()));
    Command::new(env::current_exe().unwrap())
        .env("SUM_FILE", &path)
        .args([a.to_string(), b.to_string()])
        .spawn()
        .map_err(|err| err.to_string())?;
    thread::sleep(Duration::from_millis(500));
    let sum = fs::read_to_string(&path).map_err(|err| err.to_string())?;
    fs::remove_file(path).map_err(|err| err.to_string())?;
    println!("{sum}");
    Ok(())
}
