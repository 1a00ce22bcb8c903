//! Memory orders weaker than `SeqCst`: a load may see an earlier value than the last one.
//!
//! The model is that of C++20, which is Rust's: happens-before by vector clocks, coherence for each atomic, release
//! sequences and fences. It keeps to less than that model allows, so that no right program is refused for it:
//!
//! - the stores to an atomic are ordered as they were run; read-modify-writes and `SeqCst` loads see the last one;
//! - whatever is no access to an atomic (a lock, a channel, a printed line, a thread's start and end) synchronises with
//!   all that was before it in the other threads;
//! - a task sees an earlier value of an atomic once, or a few times; then the last one, as it will "in finite time".

use ::std::collections::BTreeMap;
use ::std::sync::atomic::Ordering::{self, AcqRel, Acquire, Release, SeqCst};

use threadlings_trace::Ident;

/// How many loads of one atomic by one task see an earlier value.
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
    /// What an acquiring load of it learns.
    releases: Clock,
}

#[derive(Debug, Default)]
struct Cell {
    stores: Vec<Store>,
    /// Which of them was read by whom.
    reads: Vec<(Access, usize)>,
    /// Who has seen an earlier value, each time.
    stale: Vec<usize>,
}

/// All atomics of an execution, and who knows what.
#[derive(Debug)]
pub(crate) struct Memory {
    tasks: Vec<Knowledge>,
    cells: BTreeMap<Ident, Cell>,
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
            all: Clock::default(),
            most_stale: MOST_STALE[(seed / 2 % 2) as usize],
            stale_of_four: [2, 4][(seed / 4 % 2) as usize],
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

    /// The history of an atomic that has this value now: what nobody was seen to store, all know.
    fn cell(&mut self, cell: Ident, now: u64) -> &mut Cell {
        let cell = self.cells.entry(cell).or_default();
        if cell.stores.last().is_none_or(|last| last.bits != now) {
            let by = Access { task: 0, number: 0 };
            cell.stores.push(Store { by, bits: now, releases: Clock::default() });
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
        let (most_stale, stale_of_four) = (self.most_stale, self.stale_of_four);
        let Cell { stores, reads, stale } = self.cell(cell, now);
        let stored = stores.iter().rposition(|store| store.by.is_known(&known));
        let read = reads.iter().filter(|(by, _)| by.is_known(&known)).map(|(_, at)| *at).max();
        let (earliest, last) = (stored.max(read).unwrap_or(0), stores.len() - 1);
        let often = stale.iter().filter(|by| **by == task).count();
        let may_be_stale = order != SeqCst && earliest < last && often < most_stale;
        if !may_be_stale || pick(4) >= stale_of_four {
            return self.load_last(task, cell, order, now);
        }
        stale.push(task);
        self.read(task, cell, order, earliest + pick(last - earliest))
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

    /// A store to an atomic that had the value `before`.
    pub(crate) fn store(&mut self, task: usize, cell: Ident, order: Ordering, before: u64, bits: u64) {
        let by = self.access(task);
        let releases = self.released(task, order);
        self.cell(cell, before).stores.push(Store { by, bits, releases });
    }

    /// A read-modify-write: it sees the last value, and goes on with what that released.
    pub(crate) fn update(&mut self, task: usize, cell: Ident, order: Ordering, before: u64, bits: u64) {
        let by = self.access(task);
        let last = self.cell(cell, before).stores.last();
        let mut releases = last.map_or(Clock::default(), |last| last.releases.clone());
        self.acquire(task, order, &releases);
        releases.learn(&self.released(task, order));
        self.cell(cell, before).stores.push(Store { by, bits, releases });
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
        memory.store(1, DATA, Relaxed, 0, 7);
        memory.store(1, FLAG, raise, 0, 1);
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
        memory.store(1, DATA, Relaxed, 0, 7);
        memory.fence(1, Release);
        memory.store(1, FLAG, Relaxed, 0, 1);
        assert_eq!(memory.load(2, FLAG, Relaxed, 1, newest), 1);
        memory.fence(2, Acquire);
        assert_eq!(memory.load(2, DATA, Relaxed, 7, oldest), 7);
    }

    #[test]
    fn an_update_goes_on_with_a_release_sequence() {
        let mut memory = Memory::new(0);
        memory.store(1, DATA, Relaxed, 0, 7);
        memory.update(1, FLAG, Release, 0, 1);
        memory.update(3, FLAG, Relaxed, 1, 2);
        assert_eq!(memory.load(2, FLAG, Acquire, 2, newest), 2);
        assert_eq!(memory.load(2, DATA, Relaxed, 7, oldest), 7);
    }

    #[test]
    fn a_lock_synchronises() {
        let mut memory = Memory::new(0);
        memory.store(1, DATA, Relaxed, 0, 7);
        memory.synchronise(1);
        memory.synchronise(2);
        assert_eq!(memory.load(2, DATA, Relaxed, 7, oldest), 7);
    }

    #[test]
    fn an_exchange_that_fails_acquires_too() {
        for seed in 0..8 {
            let mut memory = Memory::new(seed);
            memory.store(1, DATA, Relaxed, 0, 7);
            memory.store(1, FLAG, Release, 0, 1);
            assert_eq!(memory.load_last(2, FLAG, Acquire, 1), 1);
            assert_eq!(memory.load(2, DATA, Relaxed, 7, oldest), 7);
        }
    }

    #[test]
    fn nobody_reads_backwards() {
        let mut memory = Memory::new(0);
        memory.store(1, DATA, Relaxed, 0, 7);
        memory.store(1, DATA, Relaxed, 7, 8);
        assert_eq!(memory.load(2, DATA, Relaxed, 8, newest), 8);
        assert_eq!(memory.load(2, DATA, Relaxed, 8, oldest), 8);
        // Who knows of a read does not either.
        memory.synchronise(2);
        memory.synchronise(3);
        assert_eq!(memory.load(3, DATA, Relaxed, 8, oldest), 8);
        assert_eq!(memory.load(1, DATA, Relaxed, 8, oldest), 8);
    }

    #[test]
    fn in_the_end_all_see_the_last_value() {
        let mut memory = Memory::new(0);
        memory.store(1, FLAG, Relaxed, 0, 1);
        let looks = (0..).take_while(|_| memory.load(2, FLAG, Relaxed, 1, oldest) == 0).count();
        assert_eq!(looks, MOST_STALE[0]);
    }
}
