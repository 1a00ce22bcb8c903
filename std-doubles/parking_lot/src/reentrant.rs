//! As `parking_lot::ReentrantMutex`; written out, since `lock_api`'s asks the raw lock only for the first level.

use std::fmt;
use std::marker::PhantomData;
use std::ops::Deref;
use std::panic::Location;
use std::time::Duration;

use threadlings_std::runtime::{Lock, Patience, line};
use threadlings_std::time::Instant;
use threadlings_trace::Kind;

/// A lock that its owner may take again; its data is shared among the levels.
#[derive(Default)]
pub struct ReentrantMutex<T: ?Sized> {
    lock: Lock,
    data: T,
}

// SAFETY: one thread at a time gets a reference to the data, which it may not keep.
unsafe impl<T: ?Sized + Send> Sync for ReentrantMutex<T> {}

/// The data, while the lock is held.
pub struct ReentrantMutexGuard<'a, T: ?Sized> {
    mutex: &'a ReentrantMutex<T>,
    line: u32,
    /// It stays with its thread.
    not_sent: PhantomData<*const ()>,
}

impl<T> ReentrantMutex<T> {
    /// A lock that nobody holds.
    pub const fn new(value: T) -> ReentrantMutex<T> {
        ReentrantMutex { lock: Lock::new(), data: value }
    }

    /// Takes the data out.
    pub fn into_inner(self) -> T {
        self.data
    }
}

impl<T: ?Sized> ReentrantMutex<T> {
    fn acquire(&self, patience: Patience, line: u32) -> Option<ReentrantMutexGuard<'_, T>> {
        let taken = self.lock.acquire(Kind::Reentrant, patience, line);
        taken.then(|| ReentrantMutexGuard { mutex: self, line, not_sent: PhantomData })
    }

    /// Takes the lock, also again.
    #[track_caller]
    pub fn lock(&self) -> ReentrantMutexGuard<'_, T> {
        self.acquire(Patience::Forever, line(Location::caller())).expect("waited for ever")
    }

    /// Takes the lock if no other thread holds it.
    #[track_caller]
    pub fn try_lock(&self) -> Option<ReentrantMutexGuard<'_, T>> {
        self.acquire(Patience::Try, line(Location::caller()))
    }

    /// Takes the lock, or gives up after a time.
    #[track_caller]
    pub fn try_lock_for(&self, timeout: Duration) -> Option<ReentrantMutexGuard<'_, T>> {
        self.acquire(Patience::For(timeout), line(Location::caller()))
    }

    /// Takes the lock, or gives up at a moment.
    #[track_caller]
    pub fn try_lock_until(&self, deadline: Instant) -> Option<ReentrantMutexGuard<'_, T>> {
        self.try_lock_for(deadline.duration_since(Instant::now()))
    }

    /// The data, without locking.
    pub fn get_mut(&mut self) -> &mut T {
        &mut self.data
    }

    /// Somebody holds it.
    pub fn is_locked(&self) -> bool {
        self.lock.is_held()
    }

    /// This thread holds it.
    pub fn is_owned_by_current_thread(&self) -> bool {
        self.lock.is_mine()
    }
}

/// A part of the data, while the lock is held.
pub struct MappedReentrantMutexGuard<'a, T: ?Sized> {
    lock: &'a Lock,
    part: &'a T,
    line: u32,
    /// It stays with its thread.
    not_sent: PhantomData<*const ()>,
}

impl<'a, T: ?Sized> ReentrantMutexGuard<'a, T> {
    /// Goes on with a part of the data.
    pub fn map<U: ?Sized>(guard: Self, f: impl FnOnce(&T) -> &U) -> MappedReentrantMutexGuard<'a, U> {
        let data: &'a T = &guard.mutex.data;
        guard.go_on_with(f(data))
    }

    /// The same, if there is such a part.
    ///
    /// # Errors
    /// The guard, where there is none.
    pub fn try_map<U: ?Sized>(
        guard: Self,
        f: impl FnOnce(&T) -> Option<&U>,
    ) -> Result<MappedReentrantMutexGuard<'a, U>, Self> {
        let data: &'a T = &guard.mutex.data;
        match f(data) {
            Some(part) => Ok(guard.go_on_with(part)),
            None => Err(guard),
        }
    }

    fn go_on_with<U: ?Sized>(self, part: &'a U) -> MappedReentrantMutexGuard<'a, U> {
        let (mutex, line) = (self.mutex, self.line);
        std::mem::forget(self);
        MappedReentrantMutexGuard { lock: &mutex.lock, part, line, not_sent: PhantomData }
    }
}

impl<'a, T: ?Sized> MappedReentrantMutexGuard<'a, T> {
    /// Goes on with a part of the part.
    pub fn map<U: ?Sized>(guard: Self, f: impl FnOnce(&T) -> &U) -> MappedReentrantMutexGuard<'a, U> {
        let part = f(guard.part);
        guard.go_on_with(part)
    }

    /// The same, if there is such a part.
    ///
    /// # Errors
    /// The guard, where there is none.
    pub fn try_map<U: ?Sized>(
        guard: Self,
        f: impl FnOnce(&T) -> Option<&U>,
    ) -> Result<MappedReentrantMutexGuard<'a, U>, Self> {
        match f(guard.part) {
            Some(part) => Ok(guard.go_on_with(part)),
            None => Err(guard),
        }
    }

    fn go_on_with<U: ?Sized>(self, part: &'a U) -> MappedReentrantMutexGuard<'a, U> {
        let (lock, line) = (self.lock, self.line);
        std::mem::forget(self);
        MappedReentrantMutexGuard { lock, part, line, not_sent: PhantomData }
    }

    /// Lets the lock go, once; who gets it next is always the schedule's choice here.
    pub fn unlock_fair(guard: Self) {
        drop(guard);
    }
}

impl<T: ?Sized> Deref for MappedReentrantMutexGuard<'_, T> {
    type Target = T;
    fn deref(&self) -> &T {
        self.part
    }
}

impl<T: ?Sized> Drop for MappedReentrantMutexGuard<'_, T> {
    fn drop(&mut self) {
        self.lock.release(Kind::Reentrant, self.line);
    }
}

impl<T: ?Sized> ReentrantMutexGuard<'_, T> {
    /// Lets the lock go, once; who gets it next is always the schedule's choice here.
    pub fn unlock_fair(guard: Self) {
        drop(guard);
    }

    /// Lets the lock go, once, and takes it again.
    #[track_caller]
    pub fn bump(guard: &mut Self) {
        Self::unlocked(guard, || ());
    }

    /// Lets the lock go, once, while a function runs.
    #[track_caller]
    pub fn unlocked<U>(guard: &mut Self, f: impl FnOnce() -> U) -> U {
        let line = line(Location::caller());
        guard.mutex.lock.release(Kind::Reentrant, line);
        let result = f();
        guard.mutex.lock.acquire(Kind::Reentrant, Patience::Forever, line);
        result
    }
}

impl<T: ?Sized> Deref for ReentrantMutexGuard<'_, T> {
    type Target = T;
    fn deref(&self) -> &T {
        &self.mutex.data
    }
}

impl<T: ?Sized> Drop for ReentrantMutexGuard<'_, T> {
    fn drop(&mut self) {
        self.mutex.lock.release(Kind::Reentrant, self.line);
    }
}

impl<T> From<T> for ReentrantMutex<T> {
    fn from(data: T) -> ReentrantMutex<T> {
        ReentrantMutex::new(data)
    }
}

macro_rules! shown {
    ($($guard:ident: $trait:ident),*) => { $(
        impl<T: ?Sized + fmt::$trait> fmt::$trait for $guard<'_, T> {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                (**self).fmt(f)
            }
        }
    )* };
}

shown!(
    ReentrantMutexGuard: Debug, ReentrantMutexGuard: Display,
    MappedReentrantMutexGuard: Debug, MappedReentrantMutexGuard: Display
);

impl<T: ?Sized + fmt::Debug> fmt::Debug for ReentrantMutex<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ReentrantMutex").field("data", &&self.data).finish()
    }
}
