//! thread::scope; the thread writes all lines at once through a BufWriter.
use std::io::{self, BufWriter, Write};
use std::{env, thread};

use anyhow::Context;

fn main() -> anyhow::Result<()> {
    let count: u32 = match env::args().nth(1) {
        Some(arg) => arg.parse().context("COUNT must be a number")?,
        None => 5,
    };
    thread::scope(|s| {
        let writer = s.spawn(|| -> io::Result<()> {
            let mut out = BufWriter::new(io::stdout().lock());
            for i in 0..count {
                writeln!(out, "{i}")?;
            }
            out.flush()
        });
        writer.join().unwrap()
    })?;
    Ok(())
}
