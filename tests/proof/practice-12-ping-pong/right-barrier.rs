//! A barrier for two before and after every Pong.

use std::error::Error;
use std::sync::Barrier;
use std::thread;

fn main() -> Result<(), Box<dyn Error>> {
    let rounds = std::env::args()
        .nth(1)
        .map_or(Ok(5), |text| text.parse::<u32>())
        .map_err(|err| format!("ROUNDS: {err}"))?;
    let step = Barrier::new(2);
    thread::scope(|s| {
        s.spawn(|| {
            for _ in 0..rounds {
                println!("Ping");
                step.wait();
                step.wait();
            }
        });
        s.spawn(|| {
            for _ in 0..rounds {
                step.wait();
                println!("Pong");
                step.wait();
            }
        });
    });
    Ok(())
}
