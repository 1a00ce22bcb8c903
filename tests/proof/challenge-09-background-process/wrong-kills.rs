//! Wrong: the parent kills its child before it ends.
use std::process::Command;
use std::time::Duration;
use std::{env, thread};

fn main() -> anyhow::Result<()> {
    if env::args().nth(1).is_some() {
        thread::sleep(Duration::from_secs(1));
        println!("Background Process");
    } else {
        let mut child = Command::new(env::current_exe()?).arg("child").spawn()?;
        child.kill()?;
    }
    Ok(())
}
