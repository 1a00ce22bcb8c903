//! wrong: the milliseconds are worked out as u16, which overflows from SECONDS 66 on: a panic (or a far too early end).
use std::process::exit;
use std::thread;
use std::time::Duration;

fn main() {
    let argv: Vec<String> = std::env::args().collect();
    let mut seconds: u32 = 2;
    if argv.len() > 1 {
        seconds = match argv[1].parse() {
            Ok(s) => s,
            Err(_) => {
                eprintln!("SECONDS must be a whole number");
                exit(1);
            }
        };
    }
    let millis: u16 = seconds as u16 * 1000;
    thread::spawn(|| {
        loop {
            println!("Running");
            thread::sleep(Duration::from_millis(500));
        }
    });
    thread::sleep(Duration::from_millis(millis as u64));
    exit(0);
}
