//! As `std::thread`, on the runtime's tasks.

mod local;
mod scoped;

pub use ::std::thread::{AccessError, Result};

pub use local::LocalKey;
pub(crate) use local::{destroy_all as destroy_locals, forget_all as forget_locals};
pub use scoped::{Scope, ScopedJoinHandle, scope};

use ::std::fmt;
use ::std::io;
use ::std::num::NonZero;
use ::std::panic::{AssertUnwindSafe, Location, catch_unwind};
use ::std::sync::{Arc, Mutex, PoisonError};
use ::std::time::Duration;

use crate::runtime::{self, line};

/// Where a thread leaves its result for the one that joins it.
type Packet<T> = Arc<Mutex<Option<Result<T>>>>;

/// Starts a thread; see `std::thread::spawn`.
#[track_caller]
pub fn spawn<F, T>(f: F) -> JoinHandle<T>
where
    F: FnOnce() -> T + Send + 'static,
    T: Send + 'static,
{
    Builder::new().spawn(f).expect("failed to spawn thread")
}

/// Starts a task that runs `f` and leaves its result in a packet.
///
/// # Safety
/// What `f` borrows must outlive the task.
unsafe fn start<'a, F, T>(
    builder: Builder,
    f: F,
    over: impl FnOnce(bool) + 'a,
    caller: &Location,
) -> io::Result<(Thread, Packet<T>)>
where
    F: FnOnce() -> T + 'a,
    T: 'a,
{
    let packet: Packet<T> = Arc::new(Mutex::new(None));
    let theirs = Arc::clone(&packet);
    let body = move || {
        let result = catch_unwind(AssertUnwindSafe(f));
        over(result.is_err());
        *theirs.lock().unwrap_or_else(PoisonError::into_inner) = Some(result);
        // The packet must not outlive what its type borrows: it goes before a scope may end.
        drop(theirs);
        let returns = ::std::any::type_name::<T>() != "()";
        if local::have_destructors() {
            runtime::has_returned(returns);
            runtime::step();
        }
        local::destroy_all();
        runtime::task_over(returns);
    };
    // SAFETY: the caller vouches for what is borrowed.
    let id = unsafe { runtime::spawn(builder.name, builder.stack_size, Box::new(body), caller)? };
    Ok((Thread { id }, packet))
}

/// Waits for a task and takes its result.
fn join<T>(thread: &Thread, packet: &Packet<T>, line: u32) -> Result<T> {
    runtime::join(thread.id, line);
    packet
        .lock()
        .unwrap_or_else(PoisonError::into_inner)
        .take()
        .expect("a thread that is over left its result")
}

/// Configures a new thread.
#[derive(Debug, Default)]
pub struct Builder {
    name: Option<String>,
    stack_size: Option<usize>,
}

impl Builder {
    /// No name, the usual stack.
    pub fn new() -> Builder {
        Builder::default()
    }

    /// Names the thread.
    pub fn name(mut self, name: String) -> Builder {
        self.name = Some(name);
        self
    }

    /// The size of its stack in bytes.
    pub fn stack_size(mut self, size: usize) -> Builder {
        self.stack_size = Some(size);
        self
    }

    /// Starts the thread.
    ///
    /// # Errors
    /// When the operating system gives no more threads.
    #[track_caller]
    pub fn spawn<F, T>(self, f: F) -> io::Result<JoinHandle<T>>
    where
        F: FnOnce() -> T + Send + 'static,
        T: Send + 'static,
    {
        // SAFETY: `F` and `T` are `'static`: nothing is borrowed.
        let (thread, packet) = unsafe { start(self, f, |_| {}, Location::caller())? };
        Ok(JoinHandle { thread, packet })
    }

    /// Starts the thread; see `std::thread::Builder::spawn_unchecked`.
    ///
    /// # Errors
    /// When the operating system gives no more threads.
    ///
    /// # Safety
    /// What `f` borrows must outlive the thread.
    #[track_caller]
    pub unsafe fn spawn_unchecked<F, T>(self, f: F) -> io::Result<JoinHandle<T>>
    where
        F: FnOnce() -> T + Send,
        T: Send,
    {
        // SAFETY: the caller vouches for what is borrowed.
        let (thread, packet) = unsafe { start(self, f, |_| {}, Location::caller())? };
        Ok(JoinHandle { thread, packet })
    }

    /// Starts the thread in a scope.
    ///
    /// # Errors
    /// When the operating system gives no more threads.
    #[track_caller]
    pub fn spawn_scoped<'scope, 'env, F, T>(
        self,
        scope: &'scope Scope<'scope, 'env>,
        f: F,
    ) -> io::Result<ScopedJoinHandle<'scope, T>>
    where
        F: FnOnce() -> T + Send + 'scope,
        T: Send + 'scope,
    {
        scope.start(self, f, Location::caller())
    }
}

/// Waits for a thread.
pub struct JoinHandle<T> {
    thread: Thread,
    packet: Packet<T>,
}

// SAFETY: the result was sent by its thread (`T: Send` at `spawn`), and only its one owner takes it.
unsafe impl<T> Send for JoinHandle<T> {}
// SAFETY: a shared handle gives no access to the result.
unsafe impl<T> Sync for JoinHandle<T> {}

impl<T> JoinHandle<T> {
    /// The thread.
    pub fn thread(&self) -> &Thread {
        &self.thread
    }

    /// Waits for the thread and takes its result.
    ///
    /// # Errors
    /// What the thread panicked with.
    #[track_caller]
    pub fn join(self) -> Result<T> {
        join(&self.thread, &self.packet, line(Location::caller()))
    }

    /// The thread is over.
    pub fn is_finished(&self) -> bool {
        runtime::returned(self.thread.id)
    }
}

impl<T> fmt::Debug for JoinHandle<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("JoinHandle").finish_non_exhaustive()
    }
}

/// A thread.
#[derive(Clone, PartialEq, Eq)]
pub struct Thread {
    id: u32,
}

impl Thread {
    /// Its identifier.
    pub fn id(&self) -> ThreadId {
        ThreadId(self.id)
    }

    /// Its name.
    pub fn name(&self) -> Option<&str> {
        // A name is asked for a few times in a program's life; leaking it keeps `Thread` as small as a number.
        runtime::name(self.id).map(|name| &*Box::leak(name.into_boxed_str()))
    }

    /// Lets it go on from `park`.
    #[track_caller]
    pub fn unpark(&self) {
        runtime::unpark(self.id, line(Location::caller()));
    }
}

impl fmt::Debug for Thread {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Thread").field("id", &self.id()).field("name", &self.name()).finish_non_exhaustive()
    }
}

/// Tells threads apart.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct ThreadId(u32);

impl fmt::Debug for ThreadId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "ThreadId({})", self.0 + 1)
    }
}

/// The running thread.
pub fn current() -> Thread {
    Thread { id: runtime::me(&runtime::world()) }
}

/// Blocks until unparked.
#[track_caller]
pub fn park() {
    runtime::park(None, line(Location::caller()));
}

/// Blocks until unparked, or for a time.
#[track_caller]
pub fn park_timeout(timeout: Duration) {
    runtime::park(Some(timeout), line(Location::caller()));
}

/// The older form of `park_timeout`.
#[track_caller]
pub fn park_timeout_ms(milliseconds: u32) {
    park_timeout(Duration::from_millis(milliseconds.into()));
}

/// Sleeps.
#[track_caller]
pub fn sleep(duration: Duration) {
    runtime::sleep(duration, line(Location::caller()));
}

/// Sleeps for milliseconds.
#[track_caller]
pub fn sleep_ms(milliseconds: u32) {
    runtime::sleep(Duration::from_millis(milliseconds.into()), line(Location::caller()));
}

/// Gives way to other threads.
#[track_caller]
pub fn yield_now() {
    runtime::give_way(line(Location::caller()));
}

/// The running thread is panicking.
pub fn panicking() -> bool {
    ::std::thread::panicking()
}

/// How many threads can run at once: always two, so that every run has the same number of workers.
///
/// # Errors
/// None.
pub fn available_parallelism() -> io::Result<NonZero<usize>> {
    Ok(const { NonZero::new(2).expect("not zero") })
}
