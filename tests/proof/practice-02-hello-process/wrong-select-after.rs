//! Wrong: main waits for the child's end or for two seconds, whichever comes first; a child that is delayed longer is left behind.
use std::env;
use std::process::{Command, ExitStatus};
use std::thread;
use std::time::Duration;

use anyhow::{Context, Result, anyhow};
use crossbeam_channel::{Receiver, after, bounded, select};

const CHILD: &str = "GREETER_CHILD";
const PATIENCE: Duration = Duration::from_secs(2);

enum Done {
    Ended(ExitStatus),
    Lost(std::io::Error),
}

/// Starts the child at once and gives a channel on which its end is announced.
fn start() -> Result<Receiver<Done>> {
    let mut child = Command::new(env::current_exe()?)
        .env(CHILD, "1")
        .spawn()
        .context("cannot start the child")?;
    let (done_tx, done_rx) = bounded(1);
    thread::spawn(move || {
        let message = match child.wait() {
            Ok(status) => Done::Ended(status),
            Err(error) => Done::Lost(error),
        };
        let _ = done_tx.send(message);
    });
    Ok(done_rx)
}

fn run_parent() -> Result<()> {
    let done = start()?;
    let deadline = after(PATIENCE);
    select! {
        recv(done) -> message => match message? {
            Done::Ended(status) if status.success() => Ok(()),
            Done::Ended(status) => Err(anyhow!("the child failed: {status}")),
            Done::Lost(error) => Err(error).context("cannot wait for the child"),
        },
        recv(deadline) -> _ => {
            eprintln!("the child takes its time");
            Ok(())
        }
    }
}

fn run_child() -> Result<()> {
    println!("Hello Process");
    Ok(())
}

fn main() -> Result<()> {
    if env::var_os(CHILD).is_some() {
        run_child()
    } else {
        run_parent()
    }
}
