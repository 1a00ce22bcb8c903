//! park_timeout until the second is over, in the thread and in main.

use std::error::Error;
use std::thread;
use std::time::{Duration, Instant};

fn park_for(time: Duration) {
    let end = Instant::now() + time;
    while let Some(rest) = end.checked_duration_since(Instant::now()).filter(|rest| !rest.is_zero()) {
        thread::park_timeout(rest);
    }
}

fn main() -> Result<(), Box<dyn Error>> {
    let seconds = std::env::args()
        .nth(1)
        .map_or(Ok(3), |text| text.parse::<u32>())
        .map_err(|err| format!("SECONDS: {err}"))?;
    thread::spawn(|| {
        loop {
            println!("Hello");
            park_for(Duration::from_secs(1));
        }
    });
    park_for(Duration::from_secs(seconds.into()));
    Ok(())
}
