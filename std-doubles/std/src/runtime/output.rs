//! Standard output and standard error, as lines.

use ::std::io::{self, Write};
use threadlings_trace::{Kind, What};

use super::lock::Lock;
use super::{Guard, Patience, step_before_line, world};

/// One of the two streams.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stream {
    /// Standard output: written line by line.
    Out,
    /// Standard error: written at once; recorded line by line.
    Err,
}

/// The lock of standard output: whoever holds it writes without interruption.
pub static STDOUT: Lock = Lock::new();

/// The lock of standard error. Who writes without asking for it takes no notice of it, unless it is another's: the work log
/// has a line for every item, and each would be two steps more.
pub static STDERR: Lock = Lock::new();

/// What stands in the streams and is no whole line yet.
pub(crate) struct Output {
    out: Vec<u8>,
    err: Vec<u8>,
    /// How much of `out` the operating system has already.
    flushed: usize,
}

impl Output {
    pub(crate) const fn new() -> Output {
        Output { out: Vec::new(), err: Vec::new(), flushed: 0 }
    }
}

/// Writes to standard error, as soon as nobody else holds its lock.
pub fn write_error(bytes: &[u8], line: u32) {
    super::hold();
    let is_anothers = STDERR.is_anothers(&world());
    if is_anothers {
        STDERR.acquire(Kind::Stderr, Patience::Forever, line);
    }
    write(Stream::Err, bytes, line);
    if is_anothers {
        STDERR.release(Kind::Stderr, line);
    }
}

/// Writes bytes. The caller holds the stream's lock, or need not.
pub fn write(stream: Stream, bytes: &[u8], line: u32) {
    if bytes.contains(&b'\n') {
        step_before_line();
    }
    let mut world = world();
    match stream {
        Stream::Out => {
            world.output.out.extend_from_slice(bytes);
            if let Some(end) = world.output.out.iter().rposition(|&byte| byte == b'\n') {
                let whole: Vec<u8> = world.output.out.drain(..=end).collect();
                let flushed = ::std::mem::take(&mut world.output.flushed).min(whole.len());
                pass_on(&world, Stream::Out, &whole[flushed..]);
                record_lines(&mut world, &whole, line, What::Print);
            }
        }
        Stream::Err => {
            pass_on(&world, Stream::Err, bytes);
            world.output.err.extend_from_slice(bytes);
            if let Some(end) = world.output.err.iter().rposition(|&byte| byte == b'\n') {
                let whole: Vec<u8> = world.output.err.drain(..=end).collect();
                record_lines(&mut world, &whole, line, What::Log);
            }
        }
    }
}

fn record_lines(world: &mut Guard, bytes: &[u8], line: u32, what: fn(String) -> What) {
    let text = String::from_utf8_lossy(bytes);
    for text in text.trim_end_matches('\n').split('\n') {
        world.record(line, what(text.to_string()));
    }
}

/// Lets the operating system have what is no whole line yet.
pub fn flush() {
    let mut world = world();
    let rest = world.output.out[world.output.flushed..].to_vec();
    pass_on(&world, Stream::Out, &rest);
    world.output.flushed = world.output.out.len();
    if !world.explored() && !rest.is_empty() {
        // Half a line is out: another process has time to write between.
        drop(world);
        ::std::thread::sleep(::std::time::Duration::from_millis(20));
    }
}

/// At the end of the process: what stands in the streams without an end of line. Standard output is left as it is where
/// another thread is in the middle of a line, as in `std`.
pub(crate) fn finish(world: &mut Guard) {
    if !STDOUT.is_anothers(world) {
        let rest = ::std::mem::take(&mut world.output.out);
        let flushed = ::std::mem::take(&mut world.output.flushed);
        pass_on(world, Stream::Out, &rest[flushed..]);
        if !rest.is_empty() {
            record_lines(world, &rest, 0, What::Print);
        }
    }
    let rest = ::std::mem::take(&mut world.output.err);
    if !rest.is_empty() {
        record_lines(world, &rest, 0, What::Log);
    }
}

/// Really writes, when traced. A closed pipe is no reason to stop: the record has the line.
fn pass_on(world: &Guard, stream: Stream, bytes: &[u8]) {
    if world.explored() || bytes.is_empty() {
        return;
    }
    let _ = match stream {
        Stream::Out => io::stdout().write_all(bytes).and_then(|()| io::stdout().flush()),
        Stream::Err => io::stderr().write_all(bytes),
    };
}
