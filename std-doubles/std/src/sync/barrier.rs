//! As `std::sync::Barrier`.

use ::std::fmt;
use ::std::panic::Location;
use ::std::sync::{Mutex, PoisonError};

use threadlings_trace::{Kind, What};

use crate::runtime::{self, Id, Waiting, line};

/// Lets threads wait for each other.
pub struct Barrier {
    id: Id,
    threads: usize,
    /// How many have arrived, and how often all have.
    arrived: Mutex<(usize, usize)>,
}

/// Tells one of the threads apart.
pub struct BarrierWaitResult(bool);

impl BarrierWaitResult {
    /// It is this one.
    pub fn is_leader(&self) -> bool {
        self.0
    }
}

impl fmt::Debug for BarrierWaitResult {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("BarrierWaitResult").field("is_leader", &self.0).finish()
    }
}

impl fmt::Debug for Barrier {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Barrier").finish_non_exhaustive()
    }
}

impl Barrier {
    /// For so many threads.
    pub const fn new(threads: usize) -> Barrier {
        Barrier { id: Id::new(), threads, arrived: Mutex::new((0, 0)) }
    }

    fn arrived(&self) -> ::std::sync::MutexGuard<'_, (usize, usize)> {
        self.arrived.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Waits until all have come.
    #[track_caller]
    pub fn wait(&self) -> BarrierWaitResult {
        let line = line(Location::caller());
        runtime::step();
        let mut world = runtime::world();
        let on = self.id.get(&mut world);
        world.record(line, What::Arrive(on));
        let mut arrived = self.arrived();
        arrived.0 += 1;
        if arrived.0 >= self.threads {
            *arrived = (0, arrived.1 + 1);
            drop(arrived);
            world.wake(Kind::Barrier, on, true);
            drop(world);
            runtime::told();
            return BarrierWaitResult(true);
        }
        let round = arrived.1;
        drop(arrived);
        while self.arrived().1 == round {
            (world, _) = runtime::block(world, Waiting { kind: Kind::Barrier, on, deadline: None }, line);
        }
        BarrierWaitResult(false)
    }
}
