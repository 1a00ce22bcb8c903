//! A scoped thread borrows the name and writes through a locked stdout.
use std::io::{self, Write};
use std::{env, thread};

fn main() -> io::Result<()> {
    let name = env::args().nth(1);
    let name = name.as_deref().unwrap_or("Ferris");
    thread::scope(|s| {
        s.spawn(|| {
            let mut out = io::stdout().lock();
            out.write_all(name.as_bytes())?;
            out.write_all(b"\n")
        })
        .join()
        .unwrap()
    })
}
