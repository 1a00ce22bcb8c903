//! As `std::io::pipe`: a real one when traced; when explored, a queue of bytes in memory.

use ::std::collections::VecDeque;
use ::std::io::{self, ErrorKind, Read, Result, Write};
use ::std::os::fd::{AsFd, AsRawFd, BorrowedFd, IntoRawFd, OwnedFd, RawFd};
use ::std::process::Stdio;
use ::std::sync::{Arc, Mutex, PoisonError};

use threadlings_trace::Kind;

use crate::runtime::{self, Id, Waiting};

/// The bytes of an explored pipe, and who is left at its ends.
#[derive(Debug, Default)]
struct Model {
    id: Id,
    state: Mutex<State>,
}

#[derive(Debug, Default)]
struct State {
    bytes: VecDeque<u8>,
    readers: usize,
    writers: usize,
}

impl Model {
    fn change<R>(&self, f: impl FnOnce(&mut State) -> R) -> R {
        let mut world = runtime::world();
        let result = f(&mut self.state.lock().unwrap_or_else(PoisonError::into_inner));
        let on = self.id.get(&mut world);
        world.wake(Kind::Pipe, on, true);
        result
    }
}

/// The end that is read.
#[derive(Debug)]
pub struct PipeReader(Reader);

/// The end that is written to.
#[derive(Debug)]
pub struct PipeWriter(Writer);

#[derive(Debug)]
enum Reader {
    Real(io::PipeReader),
    Model(Arc<Model>),
}

#[derive(Debug)]
enum Writer {
    Real(io::PipeWriter),
    Model(Arc<Model>),
}

/// A pipe.
///
/// # Errors
/// When the operating system gives none.
pub fn pipe() -> Result<(PipeReader, PipeWriter)> {
    if runtime::world().explored() {
        let model = Arc::new(Model::default());
        model.change(|state| (state.readers, state.writers) = (1, 1));
        return Ok((PipeReader(Reader::Model(Arc::clone(&model))), PipeWriter(Writer::Model(model))));
    }
    let (reader, writer) = io::pipe()?;
    Ok((PipeReader(Reader::Real(reader)), PipeWriter(Writer::Real(writer))))
}

impl PipeReader {
    /// One more reader.
    ///
    /// # Errors
    /// When the operating system gives none.
    pub fn try_clone(&self) -> Result<PipeReader> {
        Ok(PipeReader(match &self.0 {
            Reader::Real(reader) => Reader::Real(reader.try_clone()?),
            Reader::Model(model) => {
                model.change(|state| state.readers += 1);
                Reader::Model(Arc::clone(model))
            }
        }))
    }
}

impl PipeWriter {
    /// One more writer.
    ///
    /// # Errors
    /// When the operating system gives none.
    pub fn try_clone(&self) -> Result<PipeWriter> {
        Ok(PipeWriter(match &self.0 {
            Writer::Real(writer) => Writer::Real(writer.try_clone()?),
            Writer::Model(model) => {
                model.change(|state| state.writers += 1);
                Writer::Model(Arc::clone(model))
            }
        }))
    }
}

fn read(model: &Model, buffer: &mut [u8]) -> usize {
    runtime::step();
    let mut world = runtime::world();
    let on = model.id.get(&mut world);
    loop {
        let mut state = model.state.lock().unwrap_or_else(PoisonError::into_inner);
        if !state.bytes.is_empty() || state.writers == 0 || buffer.is_empty() {
            let count = state.bytes.len().min(buffer.len());
            for (to, from) in buffer.iter_mut().zip(state.bytes.drain(..count)) {
                *to = from;
            }
            return count;
        }
        drop(state);
        (world, _) = runtime::block(world, Waiting { kind: Kind::Pipe, on, deadline: None }, 0);
    }
}

fn write(model: &Model, bytes: &[u8]) -> Result<usize> {
    runtime::step();
    model.change(|state| {
        if state.readers == 0 {
            return Err(ErrorKind::BrokenPipe.into());
        }
        state.bytes.extend(bytes);
        Ok(bytes.len())
    })
}

impl Read for &PipeReader {
    fn read(&mut self, buffer: &mut [u8]) -> Result<usize> {
        match &self.0 {
            Reader::Real(reader) => {
                let mut reader = reader;
                runtime::away(|| reader.read(buffer))
            }
            Reader::Model(model) => Ok(read(model, buffer)),
        }
    }
}

impl Read for PipeReader {
    fn read(&mut self, buffer: &mut [u8]) -> Result<usize> {
        (&*self).read(buffer)
    }
}

impl Write for &PipeWriter {
    fn write(&mut self, bytes: &[u8]) -> Result<usize> {
        match &self.0 {
            Writer::Real(writer) => {
                let mut writer = writer;
                writer.write(bytes)
            }
            Writer::Model(model) => write(model, bytes),
        }
    }

    fn flush(&mut self) -> Result<()> {
        Ok(())
    }
}

impl Write for PipeWriter {
    fn write(&mut self, bytes: &[u8]) -> Result<usize> {
        (&*self).write(bytes)
    }

    fn flush(&mut self) -> Result<()> {
        Ok(())
    }
}

impl Drop for PipeReader {
    fn drop(&mut self) {
        if let Reader::Model(model) = &self.0 {
            model.change(|state| state.readers -= 1);
        }
    }
}

impl Drop for PipeWriter {
    fn drop(&mut self) {
        if let Writer::Model(model) = &self.0 {
            model.change(|state| state.writers -= 1);
        }
    }
}

/// Only a child process takes a pipe as a descriptor, and explored runs have none.
fn no_descriptor() -> ! {
    runtime::unmodelled("a pipe handed to a child process", 0)
}

macro_rules! descriptor {
    ($($end:ident: $kind:ident),*) => { $(
        impl AsFd for $end {
            fn as_fd(&self) -> BorrowedFd<'_> {
                match &self.0 {
                    $kind::Real(real) => real.as_fd(),
                    $kind::Model(_) => no_descriptor(),
                }
            }
        }

        impl AsRawFd for $end {
            fn as_raw_fd(&self) -> RawFd {
                self.as_fd().as_raw_fd()
            }
        }

        impl From<$end> for OwnedFd {
            fn from(end: $end) -> OwnedFd {
                end.as_fd().try_clone_to_owned().expect("a descriptor for the child")
            }
        }

        impl From<$end> for Stdio {
            fn from(end: $end) -> Stdio {
                Stdio::from(OwnedFd::from(end))
            }
        }

        impl IntoRawFd for $end {
            fn into_raw_fd(self) -> RawFd {
                OwnedFd::from(self).into_raw_fd()
            }
        }

        impl From<OwnedFd> for $end {
            fn from(descriptor: OwnedFd) -> $end {
                $end($kind::Real(descriptor.into()))
            }
        }
    )* };
}

descriptor!(PipeReader: Reader, PipeWriter: Writer);
