//! wrong: the child is a shell, not this program.

use std::process::{Command, Stdio};

use anyhow::{Context, Result};

fn main() -> Result<()> {
    let a: i32 = match std::env::args().nth(1) {
        Some(text) => text.parse().context("A must be a whole number")?,
        None => 5,
    };
    let b: i32 = match std::env::args().nth(2) {
        Some(text) => text.parse().context("B must be a whole number")?,
        None => 7,
    };
    let output = Command::new("sh")
        .args(["-c", r#"echo "add $1 $2" >&2; sleep 0.1; echo $(($1 + $2))"#, "sh"])
        .args([a.to_string(), b.to_string()])
        .stderr(Stdio::inherit())
        .output()?;
    print!("{}", String::from_utf8(output.stdout)?);
    Ok(())
}
