//! The model of every condition variable.

use ::std::time::Duration;
use threadlings_trace::{Kind, What};

use super::{Asking, Id, Lock, Waiting, Wakeup, block, step, told, world};

/// Tasks that wait until they are notified, or for no reason at all.
#[derive(Debug, Default)]
pub struct Waiters {
    id: Id,
}

impl Waiters {
    /// Nobody waits.
    pub const fn new() -> Waiters {
        Waiters { id: Id::new() }
    }

    /// Lets `lock` go (the caller holds it), waits, and takes it again. `true`: the time ran out.
    pub fn wait(&self, lock: &Lock, timeout: Option<Duration>, line: u32) -> bool {
        step();
        let mut world = world();
        let on = self.id.get(&mut world);
        let mutex = lock.ident(&mut world);
        let deadline = timeout.map(|timeout| world.deadline(timeout));
        world.record(line, What::Wait(on, mutex));
        lock.release_in(&mut world, Kind::Mutex, line);
        let (mut world, why) = block(world, Waiting { kind: Kind::Condvar, on, deadline }, line);
        world.record(line, if why == Wakeup::Spurious { What::Spurious(on) } else { What::Woken(on) });
        drop(lock.acquire_in(world, (Asking::Plainly, Kind::Mutex), true, None, line));
        why == Wakeup::TimedOut
    }

    /// Wakes one waiter, whichever.
    pub fn notify_one(&self, line: u32) {
        step();
        let mut world = world();
        let on = self.id.get(&mut world);
        world.record(line, What::NotifyOne(on));
        world.wake(Kind::Condvar, on, false);
        drop(world);
        told();
    }

    /// Wakes all waiters.
    pub fn notify_all(&self, line: u32) {
        step();
        let mut world = world();
        let on = self.id.get(&mut world);
        world.record(line, What::NotifyAll(on));
        world.wake(Kind::Condvar, on, true);
        drop(world);
        told();
    }
}
