//! The child reads the city from its stdin to the end and writes it on a locked stdout.
use std::env;
use std::io::{self, Read, Write};
use std::process::{Command, Stdio};

fn child() -> io::Result<()> {
    let mut city = String::new();
    io::stdin().read_to_string(&mut city)?;
    city.push('\n');
    io::stdout().lock().write_all(city.as_bytes())
}

fn parent() -> io::Result<()> {
    let city = env::args().nth(1).unwrap_or(String::from("Bangalore"));
    let mut child = Command::new(env::current_exe()?).env("I_AM", "child").stdin(Stdio::piped()).spawn()?;
    child.stdin.take().expect("piped").write_all(city.as_bytes())?;
    child.wait().map(|_| ())
}

fn main() -> io::Result<()> {
    match env::var("I_AM").as_deref() {
        Ok("child") => child(),
        _ => parent(),
    }
}
