//! As `std::sync::OnceLock`.

use ::std::fmt;
use ::std::panic::Location;
use ::std::sync as real;

use super::Once;

/// A value that is set once.
pub struct OnceLock<T> {
    once: Once,
    value: real::OnceLock<T>,
}

impl<T> OnceLock<T> {
    /// Not yet set.
    pub const fn new() -> OnceLock<T> {
        OnceLock { once: Once::new(), value: real::OnceLock::new() }
    }

    /// The value, if it is set.
    #[track_caller]
    pub fn get(&self) -> Option<&T> {
        if self.once.is_completed() { self.value.get() } else { None }
    }

    /// The value, if it is set.
    pub fn get_mut(&mut self) -> Option<&mut T> {
        self.value.get_mut()
    }

    /// Waits until the value is set.
    pub fn wait(&self) -> &T {
        self.once.wait();
        self.value.get().expect("it is set")
    }

    /// Sets the value.
    ///
    /// # Errors
    /// Gives the value back when there is one already.
    #[track_caller]
    pub fn set(&self, value: T) -> Result<(), T> {
        let mut value = Some(value);
        self.once.call_once_force(|_| {
            let _ = self.value.set(value.take().expect("called once"));
        });
        self.once.note(value.is_none(), Location::caller());
        value.map_or(Ok(()), Err)
    }

    /// The value; the first one to ask computes it.
    pub fn get_or_init<F: FnOnce() -> T>(&self, f: F) -> &T {
        self.once.call_once_force(|_| {
            let _ = self.value.set(f());
        });
        self.value.get().expect("it is set")
    }

    /// Takes the value out.
    pub fn into_inner(self) -> Option<T> {
        self.value.into_inner()
    }

    /// Takes the value out.
    pub fn take(&mut self) -> Option<T> {
        self.once = Once::new();
        self.value.take()
    }
}

impl<T> Default for OnceLock<T> {
    fn default() -> OnceLock<T> {
        OnceLock::new()
    }
}

impl<T: Clone> Clone for OnceLock<T> {
    fn clone(&self) -> OnceLock<T> {
        self.get().cloned().map_or_else(OnceLock::new, OnceLock::from)
    }
}

impl<T: PartialEq> PartialEq for OnceLock<T> {
    fn eq(&self, other: &OnceLock<T>) -> bool {
        self.get() == other.get()
    }
}

impl<T: Eq> Eq for OnceLock<T> {}

impl<T> From<T> for OnceLock<T> {
    fn from(value: T) -> OnceLock<T> {
        let lock = OnceLock::new();
        lock.once.call_once(|| {
            let _ = lock.value.set(value);
        });
        lock
    }
}

impl<T: fmt::Debug> fmt::Debug for OnceLock<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.value.fmt(f)
    }
}
