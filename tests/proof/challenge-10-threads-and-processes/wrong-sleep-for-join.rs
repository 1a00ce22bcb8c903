//! Wrong: sleeps for 300 ms instead of joining the threads.
use std::thread;
use std::time::Duration;

fn main() {
    procspawn::init();
    let count = get(1, "COUNT", 2);
    for i in 0..count {
        thread::spawn(move || println!("Thread {i}"));
    }
    let processes: Vec<_> = (0..count).map(|i| procspawn::spawn(i, |i| println!("Process {i}"))).collect();
    for process in processes {
        process.join().expect("a process");
    }
    thread::sleep(Duration::from_millis(300));
}

fn usage(name: &str) -> ! {
    eprintln!("{name} is no number I can use");
    std::process::exit(2)
}

fn get(at: usize, name: &str, default: u32) -> u32 {
    match std::env::args().nth(at) {
        None => default,
        Some(text) => text.parse().unwrap_or_else(|_| usage(name)),
    }
}
