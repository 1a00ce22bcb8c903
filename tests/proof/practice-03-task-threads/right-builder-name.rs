//! Builder::spawn_scoped; each thread prints its own name.
use std::io::{self, Write};
use std::{env, thread};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let count: u32 = env::args().nth(1).map_or(Ok(3), |a| a.parse()).map_err(|e| format!("COUNT: {e}"))?;
    thread::scope(|s| -> io::Result<()> {
        for i in 0..count {
            thread::Builder::new().name(format!("Task {i}")).spawn_scoped(s, || {
                writeln!(io::stdout().lock(), "{}", thread::current().name().unwrap()).unwrap()
            })?;
        }
        Ok(())
    })?;
    Ok(())
}
