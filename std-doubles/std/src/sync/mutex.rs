//! As `std::sync::Mutex`: a real one, which the model keeps free of contention.

use ::std::fmt;
use ::std::ops::{Deref, DerefMut};
use ::std::panic::Location;
use ::std::sync::{self as real, LockResult, PoisonError, TryLockError, TryLockResult};

use threadlings_trace::Kind;

use crate::runtime::{Lock, Patience, line};

/// A lock that owns its data.
#[derive(Default)]
pub struct Mutex<T: ?Sized> {
    pub(super) lock: Lock,
    pub(super) data: real::Mutex<T>,
}

/// The data, while the lock is held.
#[must_use = "if unused the Mutex will immediately unlock"]
pub struct MutexGuard<'a, T: ?Sized + 'a> {
    pub(super) mutex: &'a Mutex<T>,
    /// `None` only while it is being dropped or waits on a condition variable.
    pub(super) data: Option<real::MutexGuard<'a, T>>,
    pub(super) line: u32,
}

impl<T> Mutex<T> {
    /// A lock that nobody holds.
    pub const fn new(value: T) -> Mutex<T> {
        Mutex { lock: Lock::new(), data: real::Mutex::new(value) }
    }

    /// Takes the data out.
    ///
    /// # Errors
    /// When it is poisoned.
    pub fn into_inner(self) -> LockResult<T> {
        self.data.into_inner()
    }
}

impl<T: ?Sized> Mutex<T> {
    /// Takes the lock.
    ///
    /// # Errors
    /// When it is poisoned.
    #[track_caller]
    pub fn lock(&self) -> LockResult<MutexGuard<'_, T>> {
        let line = line(Location::caller());
        self.lock.acquire(Kind::Mutex, Patience::Forever, line);
        self.guard(line)
    }

    /// The guard for a lock that the model has taken.
    pub(super) fn guard(&self, line: u32) -> LockResult<MutexGuard<'_, T>> {
        let guard = |data| MutexGuard { mutex: self, data: Some(data), line };
        match self.data.lock() {
            Ok(data) => Ok(guard(data)),
            Err(poisoned) => Err(PoisonError::new(guard(poisoned.into_inner()))),
        }
    }

    /// Takes the lock if it is free.
    ///
    /// # Errors
    /// When it is not free, or poisoned.
    #[track_caller]
    pub fn try_lock(&self) -> TryLockResult<MutexGuard<'_, T>> {
        let line = line(Location::caller());
        if !self.lock.acquire(Kind::Mutex, Patience::Try, line) {
            return Err(TryLockError::WouldBlock);
        }
        Ok(self.guard(line)?)
    }

    /// A thread panicked while it held the lock.
    pub fn is_poisoned(&self) -> bool {
        self.data.is_poisoned()
    }

    /// Forgets that.
    pub fn clear_poison(&self) {
        self.data.clear_poison();
    }

    /// The data, without locking.
    ///
    /// # Errors
    /// When it is poisoned.
    pub fn get_mut(&mut self) -> LockResult<&mut T> {
        self.data.get_mut()
    }
}

impl<T> From<T> for Mutex<T> {
    fn from(value: T) -> Mutex<T> {
        Mutex::new(value)
    }
}

impl<T: ?Sized + fmt::Debug> fmt::Debug for Mutex<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.data.fmt(f)
    }
}

impl<T: ?Sized> Deref for MutexGuard<'_, T> {
    type Target = T;
    fn deref(&self) -> &T {
        self.data.as_ref().expect("held")
    }
}

impl<T: ?Sized> DerefMut for MutexGuard<'_, T> {
    fn deref_mut(&mut self) -> &mut T {
        self.data.as_mut().expect("held")
    }
}

impl<T: ?Sized> Drop for MutexGuard<'_, T> {
    fn drop(&mut self) {
        if self.data.take().is_some() {
            self.mutex.lock.release(Kind::Mutex, self.line);
        }
    }
}

impl<T: ?Sized + fmt::Debug> fmt::Debug for MutexGuard<'_, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        (**self).fmt(f)
    }
}

impl<T: ?Sized + fmt::Display> fmt::Display for MutexGuard<'_, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        (**self).fmt(f)
    }
}
