//! Right: scoped threads; the children, told their number by the environment, are started and waited for inside the scope.
use std::error::Error;
use std::io::{self, Write};
use std::process::Command;
use std::{env, thread};

fn main() -> Result<(), Box<dyn Error>> {
    if let Ok(i) = env::var("CHILD_NUMBER") {
        writeln!(io::stdout().lock(), "Process {i}")?;
        return Ok(());
    }
    let count = read("COUNT", env::args().nth(1), 2)?;
    thread::scope(|s| {
        for i in 0..count {
            s.spawn(move || println!("Thread {i}"));
        }
        let me = env::current_exe()?;
        let children = (0..count)
            .map(|i| Command::new(&me).env("CHILD_NUMBER", i.to_string()).spawn())
            .collect::<io::Result<Vec<_>>>()?;
        for child in children {
            child.wait_with_output()?;
        }
        Ok(())
    })
}

fn read(name: &str, text: Option<String>, default: u32) -> Result<u32, Box<dyn std::error::Error>> {
    match text {
        Some(text) => Ok(text.parse().map_err(|e| format!("bad {name} {text:?}: {e}"))?),
        None => Ok(default),
    }
}
