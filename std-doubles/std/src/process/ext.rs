//! As `std::os::unix::process::CommandExt`, for this crate's `Command`.

use ::std::ffi::OsStr;
use ::std::io;
use ::std::os::unix::process::CommandExt as _;

use super::Command;

/// What only Unix has.
pub trait CommandExt {
    /// Its user.
    fn uid(&mut self, id: u32) -> &mut Command;
    /// Its group.
    fn gid(&mut self, id: u32) -> &mut Command;
    /// Its first argument.
    fn arg0<S: AsRef<OsStr>>(&mut self, arg: S) -> &mut Command;
    /// Its process group.
    fn process_group(&mut self, group: i32) -> &mut Command;
    /// Puts it in the place of this process.
    fn exec(&mut self) -> io::Error;
    /// Runs `f` between `fork` and `exec`.
    ///
    /// # Safety
    /// As in `std`.
    unsafe fn pre_exec<F>(&mut self, f: F) -> &mut Command
    where
        F: FnMut() -> io::Result<()> + Send + Sync + 'static;
}

impl CommandExt for Command {
    fn uid(&mut self, id: u32) -> &mut Command {
        self.inner.uid(id);
        self
    }

    fn gid(&mut self, id: u32) -> &mut Command {
        self.inner.gid(id);
        self
    }

    fn arg0<S: AsRef<OsStr>>(&mut self, arg: S) -> &mut Command {
        self.inner.arg0(arg);
        self
    }

    fn process_group(&mut self, group: i32) -> &mut Command {
        self.inner.process_group(group);
        self
    }

    fn exec(&mut self) -> io::Error {
        self.replace()
    }

    unsafe fn pre_exec<F>(&mut self, f: F) -> &mut Command
    where
        F: FnMut() -> io::Result<()> + Send + Sync + 'static,
    {
        // SAFETY: the caller vouches for what `std` asks.
        unsafe { self.inner.pre_exec(f) };
        self
    }
}
