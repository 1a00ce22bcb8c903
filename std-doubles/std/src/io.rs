//! As `std::io`: standard output and error through the runtime, pipes seen through.

pub use ::std::io::*;

mod pipe;

pub use pipe::{PipeReader, PipeWriter, pipe};

use ::std::fmt;
use ::std::os::fd::{AsFd, AsRawFd, BorrowedFd, RawFd};
use ::std::panic::Location;

use threadlings_trace::Kind;

use crate::runtime::{self, Patience, STDERR, STDOUT, Stream, line};

#[doc(hidden)]
#[track_caller]
pub fn _print(args: fmt::Arguments<'_>) {
    let line = line(Location::caller());
    // A failure can only come from the argument's own `Display`, and then what it wrote so far stands.
    let _ = lock(line).write_fmt(args);
}

#[doc(hidden)]
#[track_caller]
pub fn _eprint(args: fmt::Arguments<'_>) {
    let line = line(Location::caller());
    runtime::write_error(args.to_string().as_bytes(), line);
}

fn lock(line: u32) -> StdoutLock<'static> {
    runtime::hold_to_print();
    STDOUT.acquire(Kind::Stdout, Patience::Forever, line);
    StdoutLock { line, lifetime: ::std::marker::PhantomData }
}

/// Standard output.
#[derive(Debug)]
pub struct Stdout(());

/// Standard output, locked: nobody else writes to it.
#[derive(Debug)]
pub struct StdoutLock<'a> {
    line: u32,
    /// As in `std`, it stays with its thread.
    lifetime: ::std::marker::PhantomData<&'a *const ()>,
}

/// Standard output.
pub fn stdout() -> Stdout {
    Stdout(())
}

impl Stdout {
    /// Locks it.
    #[track_caller]
    pub fn lock(&self) -> StdoutLock<'static> {
        lock(line(Location::caller()))
    }
}

impl Drop for StdoutLock<'_> {
    fn drop(&mut self) {
        STDOUT.release(Kind::Stdout, self.line);
    }
}

impl Write for StdoutLock<'_> {
    #[track_caller]
    fn write(&mut self, bytes: &[u8]) -> Result<usize> {
        runtime::write(Stream::Out, bytes, self.line);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> Result<()> {
        runtime::flush();
        Ok(())
    }
}

impl Write for Stdout {
    #[track_caller]
    fn write(&mut self, bytes: &[u8]) -> Result<usize> {
        self.lock().write(bytes)
    }

    fn flush(&mut self) -> Result<()> {
        self.lock().flush()
    }

    #[track_caller]
    fn write_all(&mut self, bytes: &[u8]) -> Result<()> {
        self.lock().write_all(bytes)
    }

    #[track_caller]
    fn write_fmt(&mut self, args: fmt::Arguments<'_>) -> Result<()> {
        self.lock().write_fmt(args)
    }
}

impl Write for &Stdout {
    #[track_caller]
    fn write(&mut self, bytes: &[u8]) -> Result<usize> {
        self.lock().write(bytes)
    }

    fn flush(&mut self) -> Result<()> {
        self.lock().flush()
    }

    #[track_caller]
    fn write_all(&mut self, bytes: &[u8]) -> Result<()> {
        self.lock().write_all(bytes)
    }

    #[track_caller]
    fn write_fmt(&mut self, args: fmt::Arguments<'_>) -> Result<()> {
        self.lock().write_fmt(args)
    }
}

/// Standard error.
#[derive(Debug)]
pub struct Stderr(());

/// Standard error, locked: nobody else writes to it.
#[derive(Debug)]
pub struct StderrLock<'a> {
    line: u32,
    /// As in `std`, it stays with its thread.
    lifetime: ::std::marker::PhantomData<&'a *const ()>,
}

/// Standard error.
pub fn stderr() -> Stderr {
    Stderr(())
}

impl Stderr {
    /// Locks it.
    #[track_caller]
    pub fn lock(&self) -> StderrLock<'static> {
        let line = line(Location::caller());
        runtime::hold();
        STDERR.acquire(Kind::Stderr, Patience::Forever, line);
        StderrLock { line, lifetime: ::std::marker::PhantomData }
    }
}

impl Drop for StderrLock<'_> {
    fn drop(&mut self) {
        STDERR.release(Kind::Stderr, self.line);
    }
}

macro_rules! write_errors {
    ($($name:ty: $write:expr),*) => { $(
        impl Write for $name {
            #[track_caller]
            fn write(&mut self, bytes: &[u8]) -> Result<usize> {
                $write(bytes, line(Location::caller()));
                Ok(bytes.len())
            }

            fn flush(&mut self) -> Result<()> {
                Ok(())
            }

            #[track_caller]
            fn write_fmt(&mut self, args: fmt::Arguments<'_>) -> Result<()> {
                $write(args.to_string().as_bytes(), line(Location::caller()));
                Ok(())
            }
        }
    )* };
}

write_errors!(
    Stderr: runtime::write_error,
    &Stderr: runtime::write_error,
    StderrLock<'_>: |bytes: &[u8], line| runtime::write(Stream::Err, bytes, line)
);

macro_rules! descriptor {
    ($number:literal: $($name:ident $(<$lifetime:lifetime>)?),*) => { $(
        impl $(<$lifetime>)? AsRawFd for $name $(<$lifetime>)? {
            fn as_raw_fd(&self) -> RawFd {
                $number
            }
        }

        impl $(<$lifetime>)? AsFd for $name $(<$lifetime>)? {
            fn as_fd(&self) -> BorrowedFd<'_> {
                // SAFETY: the standard streams stay open as long as the process lives.
                unsafe { BorrowedFd::borrow_raw($number) }
            }
        }
    )* };
}

descriptor!(1: Stdout, StdoutLock<'a>);
descriptor!(2: Stderr, StderrLock<'a>);

/// As `std::io::IsTerminal`, which other crates cannot implement.
pub trait IsTerminal {
    /// It is a terminal.
    fn is_terminal(&self) -> bool;
}

impl<T: AsFd> IsTerminal for T {
    fn is_terminal(&self) -> bool {
        let stream = self.as_fd();
        (stream.as_raw_fd() <= 2 && runtime::is_on_terminal()) || ::std::io::IsTerminal::is_terminal(&stream)
    }
}

macro_rules! into_stdio {
    ($($name:ident: $real:ident),*) => { $(
        impl From<$name> for ::std::process::Stdio {
            fn from(_: $name) -> ::std::process::Stdio {
                ::std::io::$real().into()
            }
        }
    )* };
}

into_stdio!(Stdout: stdout, Stderr: stderr);
