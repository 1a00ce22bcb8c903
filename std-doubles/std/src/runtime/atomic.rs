//! What the tasks do to atomics, and what they learn of each other by that and by all else: told to the [`Memory`] of an
//! execution that has one.
//!
//! An access is told what the atomic's value was or is, as bits.
//!
//! [`Memory`]: super::memory::Memory

use ::std::sync::atomic::Ordering;
use threadlings_trace::{Ident, What};

use super::{Before, World, me, world};

impl World {
    /// The running task has done something by which threads learn of what others did before.
    pub(crate) fn synchronise(&mut self) {
        let me = me(self) as usize;
        if let Some(memory) = &mut self.memory {
            memory.synchronise(me);
        }
    }

    /// A load: what it sees, which may be an earlier value than `now`.
    pub fn load(&mut self, cell: Ident, order: Ordering, now: u64, line: u32) -> u64 {
        self.is_weak |= order != Ordering::SeqCst;
        let me = me(self) as usize;
        let World { memory: Some(memory), chooser, .. } = self else { return now };
        let seen = memory.load(me, cell, order, now, |count| chooser.pick_silently(count));
        if seen != now {
            self.record(line, What::Unseen(cell));
        }
        seen
    }

    /// Where a write to an atomic that has the value `now` comes, if that is before the last values.
    pub(crate) fn before(&mut self, cell: Ident, order: Ordering, now: u64, line: u32) -> Option<Before> {
        self.is_weak |= order != Ordering::SeqCst;
        let me = me(self) as usize;
        let World { memory: Some(memory), chooser, .. } = self else { return None };
        let before = memory.before(me, cell, order, now, |count| chooser.pick_silently(count))?;
        self.record(line, What::Unseen(cell));
        Some(before)
    }

    /// A store of the second of these to an atomic that has the first.
    pub(crate) fn store(&mut self, cell: Ident, order: Ordering, before: Option<Before>, values: (u64, u64)) {
        let me = me(self) as usize;
        if let Some(memory) = &mut self.memory {
            memory.store(me, cell, order, before, values);
        }
    }

    /// A read-modify-write, in the same way.
    pub(crate) fn update(
        &mut self,
        cell: Ident,
        order: Ordering,
        before: Option<Before>,
        values: (u64, u64),
    ) {
        let me = me(self) as usize;
        if let Some(memory) = &mut self.memory {
            memory.update(me, cell, order, before, values);
        }
    }

    /// An exchange that found another value, which it has read.
    pub fn missed(&mut self, cell: Ident, order: Ordering, now: u64) {
        let me = me(self) as usize;
        if let Some(memory) = &mut self.memory {
            memory.load_last(me, cell, order, now);
        }
    }

    /// Whether a weak exchange fails for no reason.
    pub fn fails_for_no_reason(&mut self, cell: Ident, line: u32) -> bool {
        self.is_weak = true;
        let World { memory: Some(memory), chooser, .. } = self else { return false };
        let fails = memory.fails(|count| chooser.pick_silently(count));
        if fails {
            self.record(line, What::Failed(cell));
        }
        fails
    }

    /// An atomic is at this address.
    pub(crate) fn is_at(&mut self, cell: Ident, address: usize) {
        if let Some(memory) = &mut self.memory {
            memory.is_at(cell, address);
        }
    }

    /// Somebody has an atomic alone, and may change it.
    pub fn forget(&mut self, cell: Ident) {
        if let Some(memory) = &mut self.memory {
            memory.forget(cell);
        }
    }
}

/// A fence.
pub fn fence(order: Ordering) {
    let mut world = world();
    let me = me(&world) as usize;
    if let Some(memory) = &mut world.memory {
        memory.fence(me, order);
    }
}

/// A library has used an atomic of its own: what it does for the threads by that is not known.
pub fn library_has_synchronised() {
    world().synchronise();
}

/// By these a thread learns nothing of what others did before.
pub(crate) fn is_no_synchronisation(what: &What) -> bool {
    let access = matches!(
        what,
        What::Load(..) | What::Store(..) | What::Update(..) | What::Unseen(_) | What::Failed(_)
    );
    access || matches!(what, What::Yield | What::Local(_))
}
