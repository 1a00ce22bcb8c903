//! Waits two seconds at most: a child that is delayed for longer is killed unheard.
use std::time::Duration;

fn main() {
    procspawn::init();
    let city = std::env::args().nth(1).unwrap_or("Bangalore".to_string());
    let mut child = procspawn::spawn(city, |city| println!("{city}"));
    child.join_timeout(Duration::from_secs(2)).ok();
}
