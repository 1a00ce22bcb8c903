//! A sleep between two ticks, none after the last; the scope joins.
use std::process::ExitCode;
use std::time::Duration;
use std::{env, thread};

fn main() -> ExitCode {
    let arg = env::args().nth(1).unwrap_or("5".into());
    let Ok(seconds) = arg.parse::<u32>() else {
        eprintln!("SECONDS must be a number, not {arg:?}");
        return ExitCode::from(1);
    };
    thread::scope(|s| {
        s.spawn(|| {
            let ticks = seconds as u64 * 2;
            for tick in 0..ticks {
                if tick > 0 {
                    thread::sleep(Duration::from_secs_f32(0.5));
                }
                println!("Tick");
            }
        });
    });
    ExitCode::SUCCESS
}
