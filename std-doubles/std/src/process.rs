//! As `std::process`: starting and waiting for processes is recorded; an explored run has none.

pub use ::std::process::{
    ChildStderr, ChildStdin, ChildStdout, CommandArgs, CommandEnvs, ExitCode, ExitStatus, Output, Stdio,
    Termination, id,
};

use ::std::ffi::OsStr;
use ::std::io::{self, Result};
use ::std::os::unix::fs::MetadataExt;
use ::std::os::unix::process::CommandExt as _;
use ::std::panic::Location;
use ::std::path::Path;
use ::std::process as real;

use threadlings_trace::What;

use crate::runtime::{self, line};

pub(crate) mod ext;

/// Ends the program.
#[track_caller]
pub fn exit(status: i32) -> ! {
    runtime::exit(status, line(Location::caller()))
}

/// Ends the program as a crash.
#[track_caller]
pub fn abort() -> ! {
    let line = line(Location::caller());
    if runtime::world().explored() {
        ::std::panic!("abort");
    }
    runtime::world().record(line, What::Panic("abort".to_string()));
    #[expect(clippy::disallowed_methods, reason = "this is the double of it")]
    real::abort()
}

/// A process to be started.
#[derive(Debug)]
pub struct Command {
    inner: real::Command,
}

impl Command {
    /// Of this program.
    pub fn new<S: AsRef<OsStr>>(program: S) -> Command {
        Command { inner: real::Command::new(program) }
    }

    /// One more argument.
    pub fn arg<S: AsRef<OsStr>>(&mut self, arg: S) -> &mut Command {
        self.inner.arg(arg);
        self
    }

    /// More arguments.
    pub fn args<I, S>(&mut self, args: I) -> &mut Command
    where
        I: IntoIterator<Item = S>,
        S: AsRef<OsStr>,
    {
        self.inner.args(args);
        self
    }

    /// One more environment variable.
    pub fn env<K: AsRef<OsStr>, V: AsRef<OsStr>>(&mut self, key: K, value: V) -> &mut Command {
        self.inner.env(key, value);
        self
    }

    /// More environment variables.
    pub fn envs<I, K, V>(&mut self, vars: I) -> &mut Command
    where
        I: IntoIterator<Item = (K, V)>,
        K: AsRef<OsStr>,
        V: AsRef<OsStr>,
    {
        self.inner.envs(vars);
        self
    }

    /// One environment variable less.
    pub fn env_remove<K: AsRef<OsStr>>(&mut self, key: K) -> &mut Command {
        self.inner.env_remove(key);
        self
    }

    /// No environment.
    pub fn env_clear(&mut self) -> &mut Command {
        self.inner.env_clear();
        self
    }

    /// Where it starts.
    pub fn current_dir<P: AsRef<Path>>(&mut self, dir: P) -> &mut Command {
        self.inner.current_dir(dir);
        self
    }

    /// Its standard input.
    pub fn stdin<T: Into<Stdio>>(&mut self, stdin: T) -> &mut Command {
        self.inner.stdin(stdin);
        self
    }

    /// Its standard output.
    pub fn stdout<T: Into<Stdio>>(&mut self, stdout: T) -> &mut Command {
        self.inner.stdout(stdout);
        self
    }

    /// Its standard error.
    pub fn stderr<T: Into<Stdio>>(&mut self, stderr: T) -> &mut Command {
        self.inner.stderr(stderr);
        self
    }

    /// The program.
    pub fn get_program(&self) -> &OsStr {
        self.inner.get_program()
    }

    /// The arguments.
    pub fn get_args(&self) -> real::CommandArgs<'_> {
        self.inner.get_args()
    }

    /// The environment variables that were set.
    pub fn get_envs(&self) -> real::CommandEnvs<'_> {
        self.inner.get_envs()
    }

    /// Where it starts.
    pub fn get_current_dir(&self) -> Option<&Path> {
        self.inner.get_current_dir()
    }

    /// Starts it.
    ///
    /// # Errors
    /// When that is not possible.
    #[track_caller]
    pub fn spawn(&mut self) -> Result<Child> {
        self.start(line(Location::caller()))
    }

    fn start(&mut self, line: u32) -> Result<Child> {
        if runtime::world().explored() {
            runtime::unmodelled("a child process", line);
        }
        let mut child = self.inner.spawn()?;
        let program = if is_this_program(self.inner.get_program()) {
            String::new()
        } else {
            self.inner.get_program().to_string_lossy().into_owned()
        };
        runtime::world().record(line, What::SpawnProcess(child.id(), program));
        Ok(Child {
            stdin: child.stdin.take(),
            stdout: child.stdout.take(),
            stderr: child.stderr.take(),
            inner: child,
            is_known_to_be_over: false,
        })
    }

    /// Starts it, waits for it, and gives what it wrote.
    ///
    /// # Errors
    /// When it cannot be started.
    #[track_caller]
    pub fn output(&mut self) -> Result<Output> {
        let line = line(Location::caller());
        // Where nothing else was asked for, `std` gives it pipes; asked for twice, the last one counts.
        if !self.says_stdio("stdout") {
            self.inner.stdout(Stdio::piped());
        }
        if !self.says_stdio("stderr") {
            self.inner.stderr(Stdio::piped());
        }
        self.start(line)?.wait_with_output_at(line)
    }

    /// `Command` has no getter for its streams, but it shows them in its alternate debug form.
    fn says_stdio(&self, stream: &str) -> bool {
        format!("{:#?}", self.inner).contains(&format!("{stream}: Some("))
    }

    /// Starts it and waits for it.
    ///
    /// # Errors
    /// When it cannot be started.
    #[track_caller]
    pub fn status(&mut self) -> Result<ExitStatus> {
        let line = line(Location::caller());
        self.start(line)?.wait_at(line)
    }
}

/// The file is the one that this process runs.
fn is_this_program(program: &OsStr) -> bool {
    let identity = |path: &Path| ::std::fs::metadata(path).map(|file| (file.dev(), file.ino())).ok();
    let ours = identity(Path::new("/proc/self/exe"));
    ours.is_some() && identity(Path::new(program)) == ours
}

/// A process that was started.
#[derive(Debug)]
pub struct Child {
    /// Its standard input, where it is a pipe.
    pub stdin: Option<ChildStdin>,
    /// Its standard output, where it is a pipe.
    pub stdout: Option<ChildStdout>,
    /// Its standard error, where it is a pipe.
    pub stderr: Option<ChildStderr>,
    inner: real::Child,
    is_known_to_be_over: bool,
}

impl Child {
    /// Its number.
    pub fn id(&self) -> u32 {
        self.inner.id()
    }

    /// Ends it.
    ///
    /// # Errors
    /// When it is over already.
    #[track_caller]
    pub fn kill(&mut self) -> Result<()> {
        let line = line(Location::caller());
        if !self.is_known_to_be_over {
            runtime::world().record(line, What::Kill(self.id()));
        }
        self.inner.kill()?;
        // It is over, as if it had been waited for.
        self.found_over(line);
        Ok(())
    }

    /// Waits for it.
    ///
    /// # Errors
    /// When that is not possible.
    #[track_caller]
    pub fn wait(&mut self) -> Result<ExitStatus> {
        self.wait_at(line(Location::caller()))
    }

    fn wait_at(&mut self, line: u32) -> Result<ExitStatus> {
        drop(self.stdin.take());
        runtime::world().record(line, What::WaitingProcess(self.id()));
        let status = runtime::away(|| self.inner.wait())?;
        self.found_over(line);
        Ok(status)
    }

    /// Asked again, that it is over is no news.
    fn found_over(&mut self, line: u32) {
        if !::std::mem::replace(&mut self.is_known_to_be_over, true) {
            runtime::world().record(line, What::WaitedProcess(self.id()));
        }
    }

    /// Looks whether it is over.
    ///
    /// # Errors
    /// When that is not possible.
    #[track_caller]
    pub fn try_wait(&mut self) -> Result<Option<ExitStatus>> {
        runtime::step();
        let status = self.inner.try_wait()?;
        if status.is_some() {
            self.found_over(line(Location::caller()));
        }
        Ok(status)
    }

    /// Waits for it and gives what it wrote.
    ///
    /// # Errors
    /// When that is not possible.
    #[track_caller]
    pub fn wait_with_output(self) -> Result<Output> {
        self.wait_with_output_at(line(Location::caller()))
    }

    fn wait_with_output_at(mut self, line: u32) -> Result<Output> {
        drop(self.stdin.take());
        let id = self.id();
        self.inner.stdout = self.stdout.take();
        self.inner.stderr = self.stderr.take();
        runtime::world().record(line, What::WaitingProcess(id));
        let output = runtime::away(|| self.inner.wait_with_output())?;
        runtime::world().record(line, What::WaitedProcess(id));
        Ok(output)
    }
}

impl Command {
    fn replace(&mut self) -> io::Error {
        if runtime::world().explored() {
            runtime::unmodelled("a child process", 0);
        }
        runtime::flush();
        self.inner.exec()
    }
}
