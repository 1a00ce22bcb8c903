//! The child reads one line of its stdin and trims it: spaces at the ends of CITY are lost.
use std::env;
use std::io::{self, Write};
use std::process::{Command, Stdio};

fn main() -> io::Result<()> {
    if env::var_os("CHILD").is_some() {
        let mut line = String::new();
        io::stdin().read_line(&mut line)?;
        println!("{}", line.trim());
        return Ok(());
    }
    let city = env::args().nth(1).unwrap_or("Bangalore".to_string());
    let mut child = Command::new(env::current_exe()?).env("CHILD", "1").stdin(Stdio::piped()).spawn()?;
    writeln!(child.stdin.take().unwrap(), "{city}")?;
    child.wait()?;
    Ok(())
}
