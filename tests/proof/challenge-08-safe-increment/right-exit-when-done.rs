//! Right: parking_lot behind a OnceLock, Builder::spawn_scoped, ends by process::exit(0) after everything is joined.
use parking_lot::Mutex;
use std::sync::OnceLock;
use std::thread;

static COUNT: OnceLock<Mutex<u32>> = OnceLock::new();

fn main() {
    let threads = get(1, "THREADS", 5);
    thread::scope(|s| {
        for _ in 0..threads {
            thread::Builder::new()
                .spawn_scoped(s, || *COUNT.get_or_init(Mutex::default).lock() += 1)
                .unwrap();
        }
    });
    println!("Count safe: {}", COUNT.get_or_init(Mutex::default).lock());
    std::process::exit(0);
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
