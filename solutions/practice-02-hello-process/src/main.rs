//! `spawn` starts this program a second time; in that child `init` runs the closure, which prints. The
//! parent joins its child: dropping the handle would kill it.

use anyhow::Result;

fn main() -> Result<()> {
    procspawn::init(); // a child starts here, runs its function, and goes no further

    procspawn::spawn((), |()| println!("Hello Process")).join()?;
    Ok(())
}
