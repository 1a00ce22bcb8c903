//! Right: a static ReentrantMutex around a Cell that counts the level; spawn and join.
use parking_lot::ReentrantMutex;
use std::cell::Cell;
use std::thread;

static LEVEL: ReentrantMutex<Cell<u32>> = ReentrantMutex::new(Cell::new(0));

fn recurse(depth: u32) {
    let level = LEVEL.lock();
    let d = level.get();
    println!("depth {d}");
    if d < depth {
        level.set(d + 1);
        recurse(depth);
        level.set(d);
    }
}

fn main() -> Result<(), String> {
    let depth = arg(1, "DEPTH", 3)?;
    let threads = [(); 2].map(|_| thread::spawn(move || recurse(depth)));
    for thread in threads {
        thread.join().map_err(|_| "a thread panicked")?;
    }
    Ok(())
}

fn arg(at: usize, name: &str, default: u32) -> Result<u32, String> {
    std::env::args().nth(at).map_or(Ok(default), |text| text.parse().map_err(|e| format!("{name}: {e}")))
}
