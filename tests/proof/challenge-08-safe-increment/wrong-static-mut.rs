//! Wrong: a data race on a static mut; the unprotected += loses updates when two threads meet in it.
use std::thread;

static mut COUNT: u32 = 0;

fn main() {
    let threads = get(1, "THREADS", 5);
    let handles: Vec<_> = (0..threads).map(|_| thread::spawn(|| unsafe { COUNT += 1 })).collect();
    handles.into_iter().for_each(|h| h.join().unwrap());
    println!("Count safe: {}", unsafe { COUNT });
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
