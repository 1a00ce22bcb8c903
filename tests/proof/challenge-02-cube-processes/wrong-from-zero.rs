//! wrong: counts from 0 to COUNT - 1 instead of 1 to COUNT.

use std::env;
use std::error::Error;
use std::process::Command;

fn main() -> Result<(), Box<dyn Error>> {
    if let Ok(i) = env::var("CUBE") {
        println!("{}", i.parse::<u64>()?.pow(3));
        return Ok(());
    }
    let count = std::env::args()
        .nth(1)
        .map_or(Ok(3), |text| text.parse::<u32>())
        .map_err(|err| format!("COUNT: {err}"))?;
    let mut children = Vec::new();
    for i in 0..count {
        children.push(Command::new(env::current_exe()?).env("CUBE", i.to_string()).spawn()?);
    }
    for mut child in children {
        child.wait()?;
    }
    Ok(())
}
