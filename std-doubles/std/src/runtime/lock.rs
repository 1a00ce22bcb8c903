//! The model of every lock: mutual exclusion, reentrant, read-write.

use ::std::sync::atomic::{AtomicU32, Ordering::Relaxed};
use threadlings_trace::{Kind, What};

use super::{Guard, Id, Waiting, Wakeup, block, me, step, world};

/// Who holds a lock. The fields change only while the world is locked, which orders them.
#[derive(Debug, Default)]
pub struct Lock {
    id: Id,
    /// The task that holds it alone, plus one; 0 for nobody.
    owner: AtomicU32,
    /// How often the owner holds it.
    depth: AtomicU32,
    /// How many hold it for reading.
    readers: AtomicU32,
}

/// How long to wait for a lock.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Patience {
    /// Not at all.
    Try,
    /// For ever.
    Forever,
    /// For so long.
    For(::std::time::Duration),
}

impl Lock {
    /// A lock that nobody holds.
    pub const fn new() -> Lock {
        Lock { id: Id::new(), owner: AtomicU32::new(0), depth: AtomicU32::new(0), readers: AtomicU32::new(0) }
    }

    /// Takes the lock as `kind` says. `false`: not within the patience given.
    pub fn acquire(&self, kind: Kind, patience: Patience, line: u32) -> bool {
        step();
        let mut world = world();
        let deadline = match patience {
            Patience::Try => {
                world.tries = true;
                None
            }
            Patience::Forever => None,
            Patience::For(duration) => Some(world.deadline(duration)),
        };
        self.acquire_in(world, kind, patience != Patience::Try, deadline, line).1
    }

    /// The same for a caller that has the world already (a condition variable's waiter).
    pub(crate) fn acquire_in(
        &self,
        mut world: Guard,
        kind: Kind,
        wait: bool,
        deadline: Option<u64>,
        line: u32,
    ) -> (Guard, bool) {
        let on = self.id.get(&mut world);
        let me = me(&world) + 1;
        loop {
            if self.take(kind, me) {
                world.record(line, What::Lock(kind, on, self.depth.load(Relaxed).max(1)));
                return (world, true);
            }
            if !wait {
                return (world, false);
            }
            let why;
            (world, why) = block(world, Waiting { kind, on, deadline }, line);
            if why == Wakeup::TimedOut {
                return (world, false);
            }
        }
    }

    fn take(&self, kind: Kind, me: u32) -> bool {
        let owner = self.owner.load(Relaxed);
        let free = match kind {
            Kind::Read => owner == 0,
            Kind::Reentrant | Kind::Stdout => owner == 0 || owner == me,
            _ => owner == 0 && self.readers.load(Relaxed) == 0,
        };
        if free {
            if kind == Kind::Read {
                self.readers.fetch_add(1, Relaxed);
            } else {
                self.owner.store(me, Relaxed);
                self.depth.fetch_add(1, Relaxed);
            }
        }
        free
    }

    /// Lets the lock go, once.
    pub fn release(&self, kind: Kind, line: u32) {
        if world().tries {
            step();
        }
        self.release_in(&mut world(), kind, line);
    }

    /// The same for a caller that has the world already.
    pub(crate) fn release_in(&self, world: &mut Guard, kind: Kind, line: u32) {
        let on = self.id.get(world);
        world.record(line, What::Unlock(kind, on));
        if kind == Kind::Read {
            self.readers.fetch_sub(1, Relaxed);
        } else if self.depth.fetch_sub(1, Relaxed) == 1 {
            self.owner.store(0, Relaxed);
        }
        world.wake(kind, on, true);
    }

    /// From writing to reading, with no other writer between.
    pub fn downgrade(&self, line: u32) {
        self.readers.fetch_add(1, Relaxed);
        self.release(Kind::Write, line);
        let mut world = world();
        let on = self.id.get(&mut world);
        world.record(line, What::Lock(Kind::Read, on, 1));
    }

    /// The running task holds it alone.
    pub fn is_mine(&self) -> bool {
        let world = world();
        self.owner.load(Relaxed) == me(&world) + 1
    }

    /// Somebody holds it, for reading or alone.
    pub fn is_held(&self) -> bool {
        step();
        self.owner.load(Relaxed) != 0 || self.readers.load(Relaxed) != 0
    }

    /// Somebody holds it alone.
    pub fn is_held_alone(&self) -> bool {
        step();
        self.owner.load(Relaxed) != 0
    }

    /// The lock's number.
    pub(crate) fn ident(&self, world: &mut Guard) -> u32 {
        self.id.get(world)
    }
}
