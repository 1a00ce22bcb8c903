//! wrong: main prints the lines itself.

use std::thread;
use std::time::Duration;

fn main() -> Result<(), String> {
    let seconds = std::env::args()
        .nth(1)
        .map_or(Ok(3), |text| text.parse::<u32>())
        .map_err(|err| format!("SECONDS: {err}"))?;
    for _ in 0..seconds {
        println!("Hello");
        thread::sleep(Duration::from_secs(1));
    }
    Ok(())
}
