//! As `std::thread::scope`.

use ::std::fmt;
use ::std::io;
use ::std::marker::PhantomData;
use ::std::panic::{AssertUnwindSafe, Location, catch_unwind, resume_unwind};
use ::std::sync::Mutex;

use super::{Builder, Packet, Result, Thread, join, start};
use crate::runtime::{self, line};

/// Threads that may borrow what outlives `'env`.
pub struct Scope<'scope, 'env: 'scope> {
    tasks: Mutex<Vec<u32>>,
    panicked: ::std::sync::Arc<::std::sync::atomic::AtomicBool>,
    scope: PhantomData<&'scope mut &'scope ()>,
    env: PhantomData<&'env mut &'env ()>,
}

/// Runs `f`, and waits for every thread that was started in it.
#[track_caller]
pub fn scope<'env, F, T>(f: F) -> T
where
    F: for<'scope> FnOnce(&'scope Scope<'scope, 'env>) -> T,
{
    let line = line(Location::caller());
    let scope = Scope {
        tasks: Mutex::new(Vec::new()),
        panicked: Default::default(),
        scope: PhantomData,
        env: PhantomData,
    };
    let result = catch_unwind(AssertUnwindSafe(|| f(&scope)));
    let panicked = scope.wait(line);
    match result {
        Err(panic) => resume_unwind(panic),
        Ok(_) if panicked => ::std::panic!("a scoped thread panicked"),
        Ok(value) => value,
    }
}

impl Scope<'_, '_> {
    fn add(&self, task: u32) {
        self.tasks.lock().expect("never held over a panic").push(task);
    }

    /// Waits for the threads, and says whether one has panicked.
    fn wait(&self, line: u32) -> bool {
        // A scoped thread may start others in the same scope while the first ones are waited for.
        let mut waited = 0;
        loop {
            let next = self.tasks.lock().expect("never held over a panic").get(waited).copied();
            let Some(task) = next else { break };
            // As in `std`, it does not wait for the destructors of thread-local values.
            runtime::join_returned(task, line);
            waited += 1;
        }
        self.panicked.load(::std::sync::atomic::Ordering::SeqCst)
    }
}

impl<'scope, 'env> Scope<'scope, 'env> {
    /// Starts a thread.
    #[track_caller]
    pub fn spawn<F, T>(&'scope self, f: F) -> ScopedJoinHandle<'scope, T>
    where
        F: FnOnce() -> T + Send + 'scope,
        T: Send + 'scope,
    {
        self.start(Builder::new(), f, Location::caller()).expect("failed to spawn thread")
    }

    pub(super) fn start<F, T>(
        &'scope self,
        builder: Builder,
        f: F,
        caller: &Location,
    ) -> io::Result<ScopedJoinHandle<'scope, T>>
    where
        F: FnOnce() -> T + Send + 'scope,
        T: Send + 'scope,
    {
        let panicked = self.panicked.clone();
        let over = move |panic: bool| {
            panicked.fetch_or(panic, ::std::sync::atomic::Ordering::SeqCst);
        };
        // SAFETY: `scope` does not return before this task is over.
        let (thread, packet) = unsafe { start(builder, f, over, caller)? };
        self.add(thread.id);
        Ok(ScopedJoinHandle { thread, packet, scope: PhantomData })
    }
}

impl fmt::Debug for Scope<'_, '_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Scope").finish_non_exhaustive()
    }
}

/// Waits for a thread of a scope.
pub struct ScopedJoinHandle<'scope, T> {
    thread: Thread,
    packet: Packet<T>,
    scope: PhantomData<&'scope ()>,
}

// SAFETY: as for `JoinHandle`.
unsafe impl<T> Send for ScopedJoinHandle<'_, T> {}
// SAFETY: as for `JoinHandle`.
unsafe impl<T> Sync for ScopedJoinHandle<'_, T> {}

impl<T> ScopedJoinHandle<'_, T> {
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

impl<T> fmt::Debug for ScopedJoinHandle<'_, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ScopedJoinHandle").finish_non_exhaustive()
    }
}
