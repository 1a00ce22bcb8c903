//! Wrong: no wait(), but the parent reads a pipe to its end, which comes only when the child has ended.
use std::io::{self, Read};
use std::process::Command;
use std::time::Duration;
use std::{env, thread};

fn main() -> io::Result<()> {
    if env::args().nth(1).is_some() {
        thread::sleep(Duration::from_secs(1));
        println!("Background Process");
        return Ok(());
    }
    let (mut reader, writer) = io::pipe()?;
    Command::new(env::current_exe()?).arg("child").stderr(writer).spawn()?;
    reader.read_to_end(&mut Vec::new())?;
    Ok(())
}
