//! Memory orders weaker than `SeqCst`: a load may see an earlier value than the last one.
//!
//! The model is that of C++20, which is Rust's: happens-before by vector clocks, coherence for each atomic, release
//! sequences and fences. It keeps to less than that model allows, so that no right program is refused for it:
//!
//! - what is `SeqCst` sees the last value of an atomic; its stores are otherwise ordered as they were run, but that a
//!   write may come before the last ones, as if those had been under way for longer;
//! - whatever is no access to an atomic (a lock, a channel, a printed line, a thread's start and end) synchronises with
//!   all that was before it in the other threads;
//! - a task overlooks the last value of an atomic once, or a few times; then it sees it, as it will "in finite time".

use ::std::collections::BTreeMap;
use ::std::sync::atomic::Ordering::{self, AcqRel, Acquire, Release, SeqCst};

use threadlings_trace::Ident;

/// How often one task overlooks the last value of one atomic.
const MOST_STALE: [usize; 2] = [1, 3];
/// How many weak exchanges of an execution fail for no reason.
const MOST_FAILURES: u32 = 2;

/// By task: so many of its accesses are known.
#[derive(Debug, Clone, Default)]
struct Clock(Vec<u32>);

impl Clock {
    fn of(&self, task: usize) -> u32 {
        self.0.get(task).copied().unwrap_or(0)
    }

    fn learn(&mut self, other: &Clock) {
        if self.0.len() < other.0.len() {
            self.0.resize(other.0.len(), 0);
        }
        for (known, other) in self.0.iter_mut().zip(&other.0) {
            *known = (*known).max(*other);
        }
    }

    fn tick(&mut self, task: usize) -> u32 {
        if self.0.len() <= task {
            self.0.resize(task + 1, 0);
        }
        self.0[task] += 1;
        self.0[task]
    }
}

/// What one task knows of the others.
#[derive(Debug, Clone, Default)]
struct Knowledge {
    known: Clock,
    /// What its relaxed stores release: what it knew at its last release fence.
    fenced: Clock,
    /// What its relaxed loads have seen, for an acquire fence to come.
    acquirable: Clock,
}

/// An access of a task, by its number among the task's accesses.
#[derive(Debug, Clone, Copy)]
struct Access {
    task: usize,
    number: u32,
}

impl Access {
    fn is_known(self, clock: &Clock) -> bool {
        clock.of(self.task) >= self.number
    }
}

/// A value that an atomic had.
#[derive(Debug)]
struct Store {
    by: Access,
    bits: u64,
    /// A read-modify-write made it of the one before it: nothing comes between.
    is_update: bool,
    /// What an acquiring load of it learns.
    releases: Clock,
}

#[derive(Debug, Default)]
struct Cell {
    stores: Vec<Store>,
    /// Which of them was read by whom.
    reads: Vec<(Access, usize)>,
    /// Who has overlooked the last value, each time.
    stale: Vec<usize>,
}

/// The place of a write before the last ones, and the value that it finds there.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Before {
    at: usize,
    pub(crate) bits: u64,
}

impl Cell {
    /// The earliest of its values that who knows this can still see.
    fn earliest(&self, known: &Clock) -> usize {
        let stored = self.stores.iter().rposition(|store| store.by.is_known(known));
        let read = self.reads.iter().filter(|(by, _)| by.is_known(known)).map(|(_, at)| *at).max();
        stored.max(read).unwrap_or(0)
    }

    fn add(&mut self, before: Option<Before>, store: Store) {
        let at = before.map_or(self.stores.len(), |before| before.at);
        self.stores.insert(at, store);
        for (_, read) in self.reads.iter_mut().filter(|(_, read)| *read >= at) {
            *read += 1;
        }
    }
}

/// All atomics of an execution, and who knows what.
#[derive(Debug)]
pub(crate) struct Memory {
    tasks: Vec<Knowledge>,
    cells: BTreeMap<Ident, Cell>,
    addresses: BTreeMap<Ident, usize>,
    /// What is known to whatever is no access to an atomic.
    all: Clock,
    most_stale: usize,
    /// Of four loads that could see an earlier value, so many do.
    stale_of_four: usize,
    failures_left: u32,
}

impl Memory {
    /// How often earlier values are seen follows from the seed.
    pub(crate) fn new(seed: u64) -> Memory {
        Memory {
            tasks: Vec::new(),
            cells: BTreeMap::new(),
            addresses: BTreeMap::new(),
            all: Clock::default(),
            most_stale: MOST_STALE[(seed / 3 % 2) as usize],
            stale_of_four: [2, 4][(seed / 6 % 2) as usize],
            failures_left: MOST_FAILURES,
        }
    }

    fn task(&mut self, task: usize) -> &mut Knowledge {
        if self.tasks.len() <= task {
            self.tasks.resize_with(task + 1, Knowledge::default);
        }
        &mut self.tasks[task]
    }

    fn access(&mut self, task: usize) -> Access {
        Access { task, number: self.task(task).known.tick(task) }
    }

    /// The task has done something that is no access to an atomic.
    pub(crate) fn synchronise(&mut self, task: usize) {
        let mut all = ::std::mem::take(&mut self.all);
        let known = &mut self.task(task).known;
        known.learn(&all);
        all.learn(known);
        self.all = all;
    }

    pub(crate) fn fence(&mut self, task: usize, order: Ordering) {
        if order == SeqCst {
            self.synchronise(task);
        }
        let knowledge = self.task(task);
        if matches!(order, Acquire | AcqRel | SeqCst) {
            knowledge.known.learn(&knowledge.acquirable);
        }
        if matches!(order, Release | AcqRel | SeqCst) {
            knowledge.fenced = knowledge.known.clone();
        }
        if order == SeqCst {
            self.synchronise(task);
        }
    }

    /// The atomic is not what it was: somebody has had it alone.
    pub(crate) fn forget(&mut self, cell: Ident) {
        self.cells.remove(&cell);
    }

    /// The atomic is at this address. To move it somebody must have had it alone, also where nothing has been seen of that,
    /// as with `Arc::into_inner`.
    pub(crate) fn is_at(&mut self, cell: Ident, address: usize) {
        if self.addresses.insert(cell, address).is_some_and(|before| before != address) {
            self.forget(cell);
        }
    }

    /// The history of an atomic that has this value now: what nobody was seen to store, all know.
    fn cell(&mut self, cell: Ident, now: u64) -> &mut Cell {
        let cell = self.cells.entry(cell).or_default();
        if cell.stores.last().is_none_or(|last| last.bits != now) {
            let by = Access { task: 0, number: 0 };
            cell.stores.push(Store { by, bits: now, is_update: false, releases: Clock::default() });
        }
        cell
    }

    /// A load of an atomic that has the value `now`: what it sees. `pick` chooses one of so many.
    pub(crate) fn load(
        &mut self,
        task: usize,
        cell: Ident,
        order: Ordering,
        now: u64,
        mut pick: impl FnMut(usize) -> usize,
    ) -> u64 {
        let known = self.task(task).known.clone();
        let history = self.cell(cell, now);
        let (earliest, last) = (history.earliest(&known), history.stores.len() - 1);
        if earliest < last && self.overlooks(task, cell, order, &mut pick) {
            self.read(task, cell, order, earliest + pick(last - earliest))
        } else {
            self.read(task, cell, order, last)
        }
    }

    /// Where a write comes that is not the last: before values that the task does not know of.
    pub(crate) fn before(
        &mut self,
        task: usize,
        cell: Ident,
        order: Ordering,
        now: u64,
        mut pick: impl FnMut(usize) -> usize,
    ) -> Option<Before> {
        let known = self.task(task).known.clone();
        let history = self.cell(cell, now);
        let later = history.earliest(&known) + 1..history.stores.len();
        let places: Vec<usize> = later.filter(|&at| !history.stores[at].is_update).collect();
        if places.is_empty() || !self.overlooks(task, cell, order, &mut pick) {
            return None;
        }
        let at = places[pick(places.len())];
        Some(Before { at, bits: self.cells[&cell].stores[at - 1].bits })
    }

    fn overlooks(
        &mut self,
        task: usize,
        cell: Ident,
        order: Ordering,
        pick: &mut impl FnMut(usize) -> usize,
    ) -> bool {
        let (most, of_four) = (self.most_stale, self.stale_of_four);
        let stale = &mut self.cells.entry(cell).or_default().stale;
        let often = stale.iter().filter(|by| **by == task).count();
        let overlooks = order != SeqCst && often < most && pick(4) < of_four;
        if overlooks {
            stale.push(task);
        }
        overlooks
    }

    /// A load that sees the last value.
    pub(crate) fn load_last(&mut self, task: usize, cell: Ident, order: Ordering, now: u64) -> u64 {
        let last = self.cell(cell, now).stores.len() - 1;
        self.read(task, cell, order, last)
    }

    fn read(&mut self, task: usize, cell: Ident, order: Ordering, seen: usize) -> u64 {
        let by = self.access(task);
        let cell = self.cells.get_mut(&cell).expect("it has a history");
        // Who knows of this read knows of an earlier one by the same task, too.
        if !cell.reads.iter().any(|(known, at)| known.task == task && *at >= seen) {
            cell.reads.push((by, seen));
        }
        let Store { bits, ref releases, .. } = cell.stores[seen];
        let releases = releases.clone();
        self.acquire(task, order, &releases);
        bits
    }

    fn acquire(&mut self, task: usize, order: Ordering, released: &Clock) {
        let knowledge = self.task(task);
        knowledge.acquirable.learn(released);
        if matches!(order, Acquire | AcqRel | SeqCst) {
            knowledge.known.learn(released);
        }
    }

    fn released(&mut self, task: usize, order: Ordering) -> Clock {
        let knowledge = self.task(task);
        let releases = matches!(order, Release | AcqRel | SeqCst);
        if releases { knowledge.known.clone() } else { knowledge.fenced.clone() }
    }

    /// A store to an atomic that has the value `now`.
    pub(crate) fn store(
        &mut self,
        task: usize,
        cell: Ident,
        order: Ordering,
        before: Option<Before>,
        (now, bits): (u64, u64),
    ) {
        let by = self.access(task);
        let releases = self.released(task, order);
        self.cell(cell, now).add(before, Store { by, bits, is_update: false, releases });
    }

    /// A read-modify-write: it goes on with what the value that it finds released.
    pub(crate) fn update(
        &mut self,
        task: usize,
        cell: Ident,
        order: Ordering,
        before: Option<Before>,
        (now, bits): (u64, u64),
    ) {
        let by = self.access(task);
        let history = self.cell(cell, now);
        let found = before.map_or(history.stores.len(), |before| before.at) - 1;
        let mut releases = history.stores[found].releases.clone();
        self.acquire(task, order, &releases);
        releases.learn(&self.released(task, order));
        self.cell(cell, now).add(before, Store { by, bits, is_update: true, releases });
    }

    /// Whether a weak exchange fails though the expected value is there.
    pub(crate) fn fails(&mut self, mut pick: impl FnMut(usize) -> usize) -> bool {
        let fails = self.failures_left > 0 && pick(4) == 0;
        self.failures_left -= u32::from(fails);
        fails
    }
}

#[cfg(test)]
mod tests {
    use ::std::sync::atomic::Ordering::Relaxed;

    use super::*;

    const DATA: Ident = 1;
    const FLAG: Ident = 2;

    fn oldest(_: usize) -> usize {
        0
    }

    fn newest(count: usize) -> usize {
        count - 1
    }

    /// Task 1 writes data and raises a flag in these orders; task 2 sees the flag and reads the data.
    fn message(memory: &mut Memory, raise: Ordering, look: Ordering) -> u64 {
        memory.store(1, DATA, Relaxed, None, (0, 7));
        memory.store(1, FLAG, raise, None, (0, 1));
        assert_eq!(memory.load(2, FLAG, look, 1, newest), 1);
        memory.load(2, DATA, Relaxed, 7, oldest)
    }

    #[test]
    fn release_and_acquire_pass_a_message_on() {
        assert_eq!(message(&mut Memory::new(0), Release, Acquire), 7);
        assert_eq!(message(&mut Memory::new(0), SeqCst, SeqCst), 7);
    }

    #[test]
    fn one_of_both_is_not_enough() {
        assert_eq!(message(&mut Memory::new(0), Relaxed, Acquire), 0);
        assert_eq!(message(&mut Memory::new(0), Release, Relaxed), 0);
    }

    #[test]
    fn fences_do_it_too() {
        let mut memory = Memory::new(0);
        memory.store(1, DATA, Relaxed, None, (0, 7));
        memory.fence(1, Release);
        memory.store(1, FLAG, Relaxed, None, (0, 1));
        assert_eq!(memory.load(2, FLAG, Relaxed, 1, newest), 1);
        memory.fence(2, Acquire);
        assert_eq!(memory.load(2, DATA, Relaxed, 7, oldest), 7);
    }

    #[test]
    fn an_update_goes_on_with_a_release_sequence() {
        let mut memory = Memory::new(0);
        memory.store(1, DATA, Relaxed, None, (0, 7));
        memory.update(1, FLAG, Release, None, (0, 1));
        memory.update(3, FLAG, Relaxed, None, (1, 2));
        assert_eq!(memory.load(2, FLAG, Acquire, 2, newest), 2);
        assert_eq!(memory.load(2, DATA, Relaxed, 7, oldest), 7);
    }

    #[test]
    fn a_write_may_come_before_one_that_is_not_known() {
        let mut memory = Memory::new(0);
        memory.store(1, DATA, Relaxed, None, (0, 7));
        memory.store(1, FLAG, Relaxed, None, (0, 1));
        assert_eq!(memory.load(2, FLAG, Acquire, 1, newest), 1);
        let before = memory.before(2, DATA, AcqRel, 7, oldest).expect("7 is not known");
        assert_eq!(before.bits, 0);
        memory.update(2, DATA, AcqRel, Some(before), (7, 1));
        assert_eq!(memory.load(3, DATA, Relaxed, 7, newest), 7);
    }

    #[test]
    fn nothing_comes_before_a_write_that_is_known_or_an_update() {
        let mut memory = Memory::new(0);
        memory.update(1, DATA, Relaxed, None, (0, 7));
        assert!(memory.before(2, DATA, Relaxed, 7, oldest).is_none());
        memory.store(1, DATA, Release, None, (7, 8));
        assert_eq!(memory.load_last(2, DATA, Acquire, 8), 8);
        assert!(memory.before(2, DATA, Relaxed, 8, oldest).is_none());
        assert!(memory.before(3, DATA, SeqCst, 8, oldest).is_none());
    }

    #[test]
    fn a_lock_synchronises() {
        let mut memory = Memory::new(0);
        memory.store(1, DATA, Relaxed, None, (0, 7));
        memory.synchronise(1);
        memory.synchronise(2);
        assert_eq!(memory.load(2, DATA, Relaxed, 7, oldest), 7);
    }

    #[test]
    fn an_exchange_that_fails_acquires_too() {
        for seed in 0..12 {
            let mut memory = Memory::new(seed);
            memory.store(1, DATA, Relaxed, None, (0, 7));
            memory.store(1, FLAG, Release, None, (0, 1));
            assert_eq!(memory.load_last(2, FLAG, Acquire, 1), 1);
            assert_eq!(memory.load(2, DATA, Relaxed, 7, oldest), 7);
        }
    }

    #[test]
    fn nobody_reads_backwards() {
        let mut memory = Memory::new(0);
        memory.store(1, DATA, Relaxed, None, (0, 7));
        memory.store(1, DATA, Relaxed, None, (7, 8));
        assert_eq!(memory.load(2, DATA, Relaxed, 8, newest), 8);
        assert_eq!(memory.load(2, DATA, Relaxed, 8, oldest), 8);
        // Who knows of a read does not either.
        memory.synchronise(2);
        memory.synchronise(3);
        assert_eq!(memory.load(3, DATA, Relaxed, 8, oldest), 8);
        assert_eq!(memory.load(1, DATA, Relaxed, 8, oldest), 8);
    }

    #[test]
    fn who_moves_an_atomic_knows_its_value() {
        let mut memory = Memory::new(0);
        memory.is_at(DATA, 0x10);
        memory.store(1, DATA, Relaxed, None, (0, 7));
        memory.is_at(DATA, 0x20);
        assert_eq!(memory.load(2, DATA, Relaxed, 7, oldest), 7);
    }

    #[test]
    fn in_the_end_all_see_the_last_value() {
        let mut memory = Memory::new(0);
        memory.store(1, FLAG, Relaxed, None, (0, 1));
        let looks = (0..).take_while(|_| memory.load(2, FLAG, Relaxed, 1, oldest) == 0).count();
        assert_eq!(looks, MOST_STALE[0]);
    }
}
