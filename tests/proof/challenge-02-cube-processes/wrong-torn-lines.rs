//! wrong: number and line end are two writes: two children can mix their lines up.

use std::env;
use std::error::Error;
use std::process::Command;

fn main() -> Result<(), Box<dyn Error>> {
    if let Ok(i) = env::var("CUBE") {
        print!("{}", i.parse::<u64>()?.pow(3));
        std::io::Write::flush(&mut std::io::stdout())?;
        println!();
        return Ok(());
    }
    let count = std::env::args()
        .nth(1)
        .map_or(Ok(3), |text| text.parse::<u32>())
        .map_err(|err| format!("COUNT: {err}"))?;
    let mut children = Vec::new();
    for i in 1..=count {
        children.push(Command::new(env::current_exe()?).env("CUBE", i.to_string()).spawn()?);
    }
    for mut child in children {
        child.wait()?;
    }
    Ok(())
}
