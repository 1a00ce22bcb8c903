//! Right: procspawn::spawn, and process::exit, which drops no handle and so kills no child.
use std::process;
use std::thread;
use std::time::Duration;

fn background(line: String) {
    thread::sleep(Duration::from_secs(1));
    println!("{line}");
}

fn main() {
    procspawn::init();
    let _child = procspawn::spawn("Background Process".to_string(), background);
    process::exit(0);
}
