//! wrong: a bad COUNT is taken for 3.

use std::env;
use std::error::Error;
use std::process::Command;

fn main() -> Result<(), Box<dyn Error>> {
    if let Ok(i) = env::var("CUBE") {
        println!("{}", i.parse::<u64>()?.pow(3));
        return Ok(());
    }
    let count = std::env::args().nth(1).and_then(|text| text.parse().ok()).unwrap_or(3);
    let mut children = Vec::new();
    for i in 1..=count {
        children.push(Command::new(env::current_exe()?).env("CUBE", i.to_string()).spawn()?);
    }
    for mut child in children {
        child.wait()?;
    }
    Ok(())
}
