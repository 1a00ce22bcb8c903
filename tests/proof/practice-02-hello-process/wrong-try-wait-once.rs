//! try_wait does not wait: it looks once whether the child has ended.
use std::env;
use std::process::Command;

fn main() -> std::io::Result<()> {
    if env::args().len() > 1 {
        println!("Hello Process");
        return Ok(());
    }
    let mut child = Command::new(env::current_exe()?).arg("child").spawn()?;
    child.try_wait()?;
    Ok(())
}
