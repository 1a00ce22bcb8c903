//! Wrong: the parent joins the child.
use std::thread;
use std::time::Duration;

fn main() -> anyhow::Result<()> {
    procspawn::init();
    let child = procspawn::spawn((), |()| {
        thread::sleep(Duration::from_secs(1));
        println!("Background Process");
    });
    child.join()?;
    Ok(())
}
