//! Waits two seconds at most: a child that is delayed for longer is killed unheard.
use std::time::Duration;

fn main() {
    procspawn::init();
    let mut child = procspawn::spawn((), |()| println!("Hello Process"));
    let _ = child.join_timeout(Duration::from_secs(2));
}
