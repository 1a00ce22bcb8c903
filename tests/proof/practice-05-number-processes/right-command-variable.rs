//! Command on itself; an environment variable holds the child's number.
use std::error::Error;
use std::process::Command;
use std::{env, io};

fn main() -> Result<(), Box<dyn Error>> {
    if let Ok(number) = env::var("CHILD_NUMBER") {
        println!("{number}");
        return Ok(());
    }
    let count: u32 = match env::args().nth(1) {
        None => 2,
        Some(a) => a.parse().map_err(|e| format!("COUNT: {e}"))?,
    };
    let me = env::current_exe()?;
    let children: io::Result<Vec<_>> =
        (0..count).map(|i| Command::new(&me).env("CHILD_NUMBER", i.to_string()).spawn()).collect();
    for child in &mut children? {
        if !child.wait()?.success() {
            return Err("a child failed".into());
        }
    }
    Ok(())
}
