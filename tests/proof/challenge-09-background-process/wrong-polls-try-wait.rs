//! Wrong: the parent polls try_wait until the child has ended, which is waiting too.
use std::process::Command;
use std::time::Duration;
use std::{env, thread};

fn main() -> std::io::Result<()> {
    if env::args().nth(1).is_some() {
        thread::sleep(Duration::from_secs(1));
        println!("Background Process");
        return Ok(());
    }
    let mut child = Command::new(env::current_exe()?).arg("child").spawn()?;
    while child.try_wait()?.is_none() {
        thread::yield_now();
    }
    Ok(())
}
