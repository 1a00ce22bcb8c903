//! Look at the comments: `multiprocessing-queue` without procspawn, and what procspawn does at each step.
//!
//! Python: on Linux a child was for long a copy of the parent in mid-run (`fork`). The standard library
//! starts programs, not copies: this one starts itself again with an argument that says so, and the two talk
//! through a pipe, in bytes. procspawn adds the choice of a function, typed arguments and results, and panics
//! that reach the parent.

use std::env;
use std::io;
use std::process::{Command, Stdio};

fn main() -> io::Result<()> {
    // `init`: in the child, do the child's work and go no further.
    if env::args().nth(1).as_deref() == Some("child") {
        println!("Data from process");
        return Ok(());
    }

    // `spawn`: this program once more, wherever it lies, with its stdout connected to us.
    let child = Command::new(env::current_exe()?).arg("child").stdout(Stdio::piped()).spawn()?;

    // `join`: read what the child writes until it closes its end, then wait for it.
    let output = child.wait_with_output()?;
    print!("{}", String::from_utf8_lossy(&output.stdout));
    Ok(())
}
