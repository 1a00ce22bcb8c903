//! crossbeam's tick gives the seconds after the first Hello.

use std::thread;
use std::time::Duration;

use crossbeam_channel::tick;

fn main() -> Result<(), String> {
    let seconds = std::env::args()
        .nth(1)
        .map_or(Ok(3), |text| text.parse::<u32>())
        .map_err(|err| format!("SECONDS: {err}"))?;
    thread::spawn(|| {
        let ticks = tick(Duration::from_secs(1));
        println!("Hello");
        for _ in ticks {
            println!("Hello");
        }
    });
    thread::sleep(Duration::from_secs(seconds as u64));
    Ok(())
}
