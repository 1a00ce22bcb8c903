//! As `std::sync::Once`.

use ::std::fmt;
use ::std::panic::Location;
use ::std::sync::atomic::AtomicU8;
use ::std::sync::atomic::Ordering::{Acquire, Release, SeqCst};

use threadlings_trace::{Kind, What};

use crate::runtime::{self, Id, Waiting};

const NEW: u8 = 0;
const RUNNING: u8 = 1;
const DONE: u8 = 2;
const POISONED: u8 = 3;

/// Runs something once, whoever comes first; the others wait for it.
pub struct Once {
    id: Id,
    state: AtomicU8,
}

/// As `std::sync::ONCE_INIT`.
#[allow(clippy::declare_interior_mutable_const)] // as in `std`
pub const ONCE_INIT: Once = Once::new();

/// What `call_once_force` tells its function.
#[derive(Debug)]
pub struct OnceState(bool);

impl OnceState {
    /// An earlier attempt panicked.
    pub fn is_poisoned(&self) -> bool {
        self.0
    }
}

impl fmt::Debug for Once {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Once").finish_non_exhaustive()
    }
}

/// As what its state stands in the record.
fn told(done: bool) -> String {
    if done { "set" } else { "nothing" }.to_string()
}

/// Leaves the right state behind also when the function panics.
struct Running<'a>(&'a Once, u8);

impl Drop for Running<'_> {
    fn drop(&mut self) {
        self.0.state.store(self.1, SeqCst);
        let mut world = runtime::world();
        let on = self.0.id.get(&mut world);
        if self.1 == DONE {
            world.store(on, Release, None, (0, 1));
        }
        world.wake(Kind::Once, on, true);
    }
}

#[expect(clippy::new_without_default, reason = "`std`'s has none either")]
impl Once {
    /// Not yet run.
    pub const fn new() -> Once {
        Once { id: Id::new(), state: AtomicU8::new(NEW) }
    }

    /// It has been run.
    #[track_caller]
    pub fn is_completed(&self) -> bool {
        let caller = Location::caller();
        if runtime::in_library(caller) {
            runtime::step();
            return self.state.load(SeqCst) == DONE;
        }
        // As an atomic that is loaded with `Acquire`.
        runtime::step_alone();
        let done = u64::from(self.state.load(SeqCst) == DONE);
        let mut world = runtime::world();
        let cell = self.id.get(&mut world);
        let line = runtime::line(caller);
        let done = world.load(cell, Acquire, done, line) != 0;
        world.record(line, What::Load(cell, told(done)));
        done
    }

    /// Somebody has tried to be the one who runs it, and this is whether it was so.
    pub(super) fn note(&self, was_first: bool, caller: &Location) {
        if runtime::in_library(caller) {
            return;
        }
        let mut world = runtime::world();
        let cell = self.id.get(&mut world);
        let what = if was_first { What::Store(cell, told(true)) } else { What::Load(cell, told(true)) };
        world.record(runtime::line(caller), what);
    }

    /// Runs `f` unless it has been run; returns when it is over.
    pub fn call_once<F: FnOnce()>(&self, f: F) {
        self.call(false, |_| f());
    }

    /// The same, also when an earlier attempt panicked.
    pub fn call_once_force<F: FnOnce(&OnceState)>(&self, f: F) {
        self.call(true, f);
    }

    /// Waits until somebody has run it.
    pub fn wait(&self) {
        self.wait_while(|state| state != DONE);
    }

    /// The same; here an attempt that panicked has ended the program.
    pub fn wait_force(&self) {
        self.wait();
    }

    fn wait_while(&self, waits: impl Fn(u8) -> bool) -> u8 {
        runtime::step();
        let mut world = runtime::world();
        let on = self.id.get(&mut world);
        loop {
            let state = self.state.load(SeqCst);
            if !waits(state) {
                match state {
                    NEW | POISONED => self.state.store(RUNNING, SeqCst),
                    DONE => world.missed(on, Acquire, 1),
                    _ => {}
                }
                return state;
            }
            (world, _) = runtime::block(world, Waiting { kind: Kind::Once, on, deadline: None }, 0);
        }
    }

    fn call(&self, force: bool, f: impl FnOnce(&OnceState)) {
        let state = self.wait_while(|state| state == RUNNING);
        if state == DONE {
            return;
        }
        let mut running = Running(self, POISONED);
        if state == POISONED && !force {
            ::std::panic!("Once instance has previously been poisoned");
        }
        f(&OnceState(state == POISONED));
        running.1 = DONE;
    }
}
