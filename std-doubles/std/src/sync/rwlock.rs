//! As `std::sync::RwLock`: a real one, which the model keeps free of contention.

use ::std::fmt;
use ::std::ops::{Deref, DerefMut};
use ::std::panic::Location;
use ::std::sync::{self as real, LockResult, PoisonError, TryLockError, TryLockResult};

use threadlings_trace::Kind;

use crate::runtime::{Lock, Patience, line};

/// A lock for many readers or one writer.
#[derive(Default)]
pub struct RwLock<T: ?Sized> {
    lock: Lock,
    data: real::RwLock<T>,
}

/// The data, while it is held for reading.
#[must_use = "if unused the RwLock will immediately unlock"]
pub struct RwLockReadGuard<'a, T: ?Sized + 'a> {
    lock: &'a Lock,
    data: Option<real::RwLockReadGuard<'a, T>>,
    line: u32,
}

/// The data, while it is held for writing.
#[must_use = "if unused the RwLock will immediately unlock"]
pub struct RwLockWriteGuard<'a, T: ?Sized + 'a> {
    owner: &'a RwLock<T>,
    data: Option<real::RwLockWriteGuard<'a, T>>,
    line: u32,
}

impl<T> RwLock<T> {
    /// A lock that nobody holds.
    pub const fn new(value: T) -> RwLock<T> {
        RwLock { lock: Lock::new(), data: real::RwLock::new(value) }
    }

    /// Takes the data out.
    ///
    /// # Errors
    /// When it is poisoned.
    pub fn into_inner(self) -> LockResult<T> {
        self.data.into_inner()
    }
}

impl<T: ?Sized> RwLock<T> {
    fn reader(&self, line: u32) -> LockResult<RwLockReadGuard<'_, T>> {
        let guard = |data| RwLockReadGuard { lock: &self.lock, data: Some(data), line };
        match self.data.read() {
            Ok(data) => Ok(guard(data)),
            Err(poisoned) => Err(PoisonError::new(guard(poisoned.into_inner()))),
        }
    }

    fn writer(&self, line: u32) -> LockResult<RwLockWriteGuard<'_, T>> {
        let guard = |data| RwLockWriteGuard { owner: self, data: Some(data), line };
        match self.data.write() {
            Ok(data) => Ok(guard(data)),
            Err(poisoned) => Err(PoisonError::new(guard(poisoned.into_inner()))),
        }
    }

    /// Takes the lock for reading.
    ///
    /// # Errors
    /// When it is poisoned.
    #[track_caller]
    pub fn read(&self) -> LockResult<RwLockReadGuard<'_, T>> {
        let line = line(Location::caller());
        self.lock.acquire(Kind::Read, Patience::Forever, line);
        self.reader(line)
    }

    /// Takes the lock for writing.
    ///
    /// # Errors
    /// When it is poisoned.
    #[track_caller]
    pub fn write(&self) -> LockResult<RwLockWriteGuard<'_, T>> {
        let line = line(Location::caller());
        self.lock.acquire(Kind::Write, Patience::Forever, line);
        self.writer(line)
    }

    /// Takes the lock for reading if that is possible now.
    ///
    /// # Errors
    /// When it is not, or poisoned.
    #[track_caller]
    pub fn try_read(&self) -> TryLockResult<RwLockReadGuard<'_, T>> {
        let line = line(Location::caller());
        if !self.lock.acquire(Kind::Read, Patience::Try, line) {
            return Err(TryLockError::WouldBlock);
        }
        Ok(self.reader(line)?)
    }

    /// Takes the lock for writing if that is possible now.
    ///
    /// # Errors
    /// When it is not, or poisoned.
    #[track_caller]
    pub fn try_write(&self) -> TryLockResult<RwLockWriteGuard<'_, T>> {
        let line = line(Location::caller());
        if !self.lock.acquire(Kind::Write, Patience::Try, line) {
            return Err(TryLockError::WouldBlock);
        }
        Ok(self.writer(line)?)
    }

    /// A thread panicked while it held the lock for writing.
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

impl<'a, T: ?Sized> RwLockWriteGuard<'a, T> {
    /// From writing to reading, with no other writer between.
    pub fn downgrade(mut this: RwLockWriteGuard<'a, T>) -> RwLockReadGuard<'a, T> {
        let (owner, line) = (this.owner, this.line);
        let data = this.data.take().map(real::RwLockWriteGuard::downgrade);
        owner.lock.downgrade(Kind::Write, Kind::Read, line);
        RwLockReadGuard { lock: &owner.lock, data, line }
    }
}

impl<T> From<T> for RwLock<T> {
    fn from(value: T) -> RwLock<T> {
        RwLock::new(value)
    }
}

impl<T: ?Sized + fmt::Debug> fmt::Debug for RwLock<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.data.fmt(f)
    }
}

impl<T: ?Sized> Deref for RwLockReadGuard<'_, T> {
    type Target = T;
    fn deref(&self) -> &T {
        self.data.as_ref().expect("held")
    }
}

impl<T: ?Sized> Deref for RwLockWriteGuard<'_, T> {
    type Target = T;
    fn deref(&self) -> &T {
        self.data.as_ref().expect("held")
    }
}

impl<T: ?Sized> DerefMut for RwLockWriteGuard<'_, T> {
    fn deref_mut(&mut self) -> &mut T {
        self.data.as_mut().expect("held")
    }
}

impl<T: ?Sized> Drop for RwLockReadGuard<'_, T> {
    fn drop(&mut self) {
        if self.data.take().is_some() {
            self.lock.release(Kind::Read, self.line);
        }
    }
}

impl<T: ?Sized> Drop for RwLockWriteGuard<'_, T> {
    fn drop(&mut self) {
        if self.data.take().is_some() {
            self.owner.lock.release(Kind::Write, self.line);
        }
    }
}

impl<T: ?Sized + fmt::Debug> fmt::Debug for RwLockReadGuard<'_, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        (**self).fmt(f)
    }
}

impl<T: ?Sized + fmt::Debug> fmt::Debug for RwLockWriteGuard<'_, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        (**self).fmt(f)
    }
}

impl<T: ?Sized + fmt::Display> fmt::Display for RwLockReadGuard<'_, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        (**self).fmt(f)
    }
}

impl<T: ?Sized + fmt::Display> fmt::Display for RwLockWriteGuard<'_, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        (**self).fmt(f)
    }
}
