//! As `parking_lot::Once`.

use threadlings_std::sync as double;

/// Runs something once.
#[derive(Debug)]
pub struct Once(double::Once);

/// How far a [`Once`] is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OnceState {
    /// Not yet run.
    New,
    /// An earlier attempt panicked; here that has ended the program.
    Poisoned,
    /// Somebody runs it; here nobody looks at that moment.
    InProgress,
    /// Run.
    Done,
}

impl OnceState {
    /// An earlier attempt panicked.
    pub fn poisoned(self) -> bool {
        self == OnceState::Poisoned
    }

    /// Run.
    pub fn done(self) -> bool {
        self == OnceState::Done
    }
}

impl Once {
    /// Not yet run.
    pub const fn new() -> Once {
        Once(double::Once::new())
    }

    /// How far it is.
    pub fn state(&self) -> OnceState {
        if self.0.is_completed() { OnceState::Done } else { OnceState::New }
    }

    /// Runs `f` unless it has been run.
    pub fn call_once<F: FnOnce()>(&self, f: F) {
        self.0.call_once(f);
    }

    /// The same, also when an earlier attempt panicked.
    pub fn call_once_force<F: FnOnce(OnceState)>(&self, f: F) {
        self.0.call_once_force(|_| f(OnceState::New));
    }
}

impl Default for Once {
    fn default() -> Once {
        Once::new()
    }
}
