//! Right: a generic daemon whose clock is a receive time-out on a channel that nobody sends to; main sleeps second by second.
use std::env;
use std::fmt;
use std::sync::mpsc::{self, RecvTimeoutError};
use std::thread;
use std::time::Duration;

#[derive(Debug)]
enum Bad {
    Argument(&'static str, std::num::ParseIntError),
}

impl fmt::Display for Bad {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Bad::Argument(name, why) => write!(f, "{name}: {why}"),
        }
    }
}

impl std::error::Error for Bad {}

trait Daemon: Send + 'static {
    fn beat(&mut self);

    fn launch(mut self, every: Duration)
    where
        Self: Sized,
    {
        thread::spawn(move || {
            // The sender lives as long as the loop, so there is nothing but time-outs.
            let (_keep, never) = mpsc::channel::<()>();
            loop {
                self.beat();
                match never.recv_timeout(every) {
                    Err(RecvTimeoutError::Timeout) | Ok(()) => continue,
                    Err(RecvTimeoutError::Disconnected) => return,
                }
            }
        });
    }
}

struct Greeter(&'static str);

impl Daemon for Greeter {
    fn beat(&mut self) {
        println!("{}", self.0);
    }
}

fn main() -> Result<(), Bad> {
    let seconds: u32 = match env::args().nth(1) {
        Some(text) => text.parse().map_err(|e| Bad::Argument("SECONDS", e))?,
        None => 3,
    };
    let second = Duration::from_secs(1);
    Greeter("Hello").launch(second);
    (0..seconds).for_each(|_| thread::sleep(second));
    Ok(())
}
