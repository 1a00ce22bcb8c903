//! Right: both threads of a two-thread rayon pool descend at once; every level gets a guard of one shared reentrant mutex, by trying and yielding.
use parking_lot::{ReentrantMutex, ReentrantMutexGuard};
use rayon::ThreadPoolBuilder;
use std::io::{LineWriter, Write, stdout};
use std::process::exit;
use std::thread::yield_now;

struct Diver {
    lock: ReentrantMutex<()>,
    deepest: u32,
}

impl Diver {
    fn hold(&self) -> ReentrantMutexGuard<'_, ()> {
        loop {
            match self.lock.try_lock() {
                Some(guard) => return guard,
                None => yield_now(),
            }
        }
    }

    fn dive(&self, depth: u32, out: &mut impl Write) -> std::io::Result<()> {
        let guard = self.hold();
        writeln!(out, "depth {depth}")?;
        let result = match depth {
            d if d >= self.deepest => Ok(()),
            d => self.dive(d + 1, out),
        };
        ReentrantMutexGuard::unlock_fair(guard);
        result
    }
}

fn main() {
    let mut arguments = std::env::args();
    arguments.next();
    let deepest = match arguments.next() {
        Some(text) => match text.parse::<u32>() {
            Ok(value) => value,
            Err(error) => {
                eprintln!("error in DEPTH: {error}");
                exit(1)
            }
        },
        None => 3,
    };
    let diver = Diver { lock: ReentrantMutex::new(()), deepest };
    let pool = match ThreadPoolBuilder::new().num_threads(2).stack_size(16 << 20).build() {
        Ok(pool) => pool,
        Err(error) => {
            eprintln!("{error}");
            exit(1)
        }
    };
    let results = pool.broadcast(|_| diver.dive(0, &mut LineWriter::new(stdout())));
    exit(i32::from(results.iter().any(|r| r.is_err())))
}
