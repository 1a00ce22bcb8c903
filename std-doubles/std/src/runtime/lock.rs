//! The model of every lock: mutual exclusion, reentrant, read-write.

use ::std::sync::atomic::{AtomicU32, Ordering::Relaxed};
use threadlings_trace::{Ident, Kind, What};

use super::{Guard, Id, State, Waiting, Wakeup, block, me, step, step_before_line, told, world};

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
    /// The task that holds it for reading and may write later, plus one; 0 for nobody.
    upgradable: AtomicU32,
}

/// How a lock is asked for, where its kind does not say it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Asking {
    /// As its kind says. Who wants to read waits behind who waits to write, as in `std` and in `parking_lot`.
    Plainly,
    /// For reading by one that may be reading already: not behind those who wait to write.
    Again,
    /// For writing by the one that holds it with the right to do so.
    Upgrade,
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
        Lock {
            id: Id::new(),
            owner: AtomicU32::new(0),
            depth: AtomicU32::new(0),
            readers: AtomicU32::new(0),
            upgradable: AtomicU32::new(0),
        }
    }

    /// Takes the lock as `kind` says. `false`: not within the patience given.
    pub fn acquire(&self, kind: Kind, patience: Patience, line: u32) -> bool {
        self.acquire_asking(Asking::Plainly, kind, patience, line)
    }

    /// The same, asked for in another way.
    pub fn acquire_asking(&self, asking: Asking, kind: Kind, patience: Patience, line: u32) -> bool {
        if kind.is_stream() {
            step_before_line()
        } else {
            step()
        }
        let world = world();
        let deadline = match patience {
            Patience::Try | Patience::Forever => None,
            Patience::For(duration) => Some(world.deadline(duration)),
        };
        self.acquire_in(world, (asking, kind), patience != Patience::Try, deadline, line).1
    }

    /// The same for a caller that has the world already (a condition variable's waiter).
    pub(crate) fn acquire_in(
        &self,
        mut world: Guard,
        (asking, kind): (Asking, Kind),
        wait: bool,
        deadline: Option<u64>,
        line: u32,
    ) -> (Guard, bool) {
        let on = self.id.get(&mut world);
        let me = me(&world) + 1;
        loop {
            if self.take(&world, on, (asking, kind), me) {
                world.record(line, What::Lock(kind, on, self.depth.load(Relaxed).max(1)));
                return (world, true);
            }
            if !wait {
                return (world, false);
            }
            let why;
            (world, why) = block(world, Waiting { kind, on, deadline }, line);
            if why == Wakeup::TimedOut {
                // Somebody may have waited behind this one.
                world.wake(kind, on, true);
                return (world, false);
            }
        }
    }

    fn take(&self, world: &Guard, on: Ident, (asking, kind): (Asking, Kind), me: u32) -> bool {
        let [owner, readers, upgradable] =
            [&self.owner, &self.readers, &self.upgradable].map(|field| field.load(Relaxed));
        let upgrades = asking == Asking::Upgrade;
        let free = match kind {
            Kind::Read => owner == 0 && (asking == Asking::Again || !is_wanted_alone(world, on)),
            Kind::Upgradable => owner == 0 && upgradable == 0 && !is_wanted_alone(world, on),
            Kind::Reentrant | Kind::Stdout | Kind::Stderr => owner == 0 || owner == me,
            _ => owner == 0 && readers == 0 && (upgradable == 0 || upgrades),
        };
        if !free {
            return false;
        }
        match kind {
            Kind::Read => {
                self.readers.fetch_add(1, Relaxed);
            }
            Kind::Upgradable => self.upgradable.store(me, Relaxed),
            _ => {
                self.owner.store(me, Relaxed);
                self.depth.fetch_add(1, Relaxed);
            }
        }
        if upgrades {
            self.upgradable.store(0, Relaxed);
        }
        true
    }

    /// Lets the lock go, once.
    pub fn release(&self, kind: Kind, line: u32) {
        let world = world();
        let is_step = world.plan.asks || !world.explored();
        drop(world);
        if is_step {
            step();
        }
        self.release_in(&mut super::world(), kind, line);
        told();
    }

    /// The same for a caller that has the world already.
    pub(crate) fn release_in(&self, world: &mut Guard, kind: Kind, line: u32) {
        let on = self.id.get(world);
        world.record(line, What::Unlock(kind, on));
        match kind {
            Kind::Read => {
                self.readers.fetch_sub(1, Relaxed);
            }
            Kind::Upgradable => self.upgradable.store(0, Relaxed),
            _ if self.depth.fetch_sub(1, Relaxed) == 1 => self.owner.store(0, Relaxed),
            _ => {}
        }
        world.wake(kind, on, true);
    }

    /// From holding it as one kind says to holding it as a lesser one does, with no writer between.
    pub fn downgrade(&self, from: Kind, to: Kind, line: u32) {
        let mut world = world();
        if to == Kind::Read {
            self.readers.fetch_add(1, Relaxed);
        } else {
            self.upgradable.store(me(&world) + 1, Relaxed);
        }
        self.release_in(&mut world, from, line);
        let on = self.id.get(&mut world);
        world.record(line, What::Lock(to, on, 1));
    }

    /// Another task than the running one holds it alone.
    pub(crate) fn is_anothers(&self, world: &Guard) -> bool {
        let owner = self.owner.load(Relaxed);
        owner != 0 && owner != me(world) + 1
    }

    /// The running task holds it alone.
    pub fn is_mine(&self) -> bool {
        let world = world();
        self.owner.load(Relaxed) == me(&world) + 1
    }

    /// Somebody holds it, for reading or alone.
    pub fn is_held(&self) -> bool {
        step();
        [&self.owner, &self.readers, &self.upgradable].iter().any(|field| field.load(Relaxed) != 0)
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

/// Somebody waits to write.
fn is_wanted_alone(world: &Guard, on: Ident) -> bool {
    world.tasks.iter().any(|task| match task.state {
        State::Blocked(waiting) => waiting.kind == Kind::Write && waiting.on == on,
        _ => false,
    })
}
