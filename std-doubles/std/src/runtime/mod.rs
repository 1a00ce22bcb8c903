//! What stands under the double: tasks, blocking and waking, time, and the record of events.
//!
//! In: the calls of the modules that mirror `std`. Out: [`Event`]s in the grader's file. Every object that threads
//! share (lock, channel, …) keeps its *model* in the one [`World`]; its data stays in a real object of `std`, which the
//! model keeps free of contention. There are two ways to run: *traced*, a task is a thread of the operating system and
//! blocks for real; *explored*, all tasks are coroutines on one thread and [`explore`] decides who is next.

mod atomic;
mod chance;
mod channel;
mod condvar;
mod cpu;
mod explore;
mod files;
mod lock;
mod memory;
mod output;
mod pace;
mod schedule;
mod search;
mod snapshot;
mod trace;

use ::std::panic::Location;
use ::std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use ::std::time::Duration;
use threadlings_trace::{Event, Ident, Kind, Mode, Plan, What};

pub use atomic::{fence, library_has_synchronised};
pub use chance::time_of_day;
pub use channel::{Channel, NotReceived, NotSent, Promise, any_channel};
pub use condvar::Waiters;
pub use explore::start;
pub use lock::{Asking, Lock, Patience};
pub(crate) use memory::Before;
pub use output::{STDERR, STDOUT, Stream, flush, write, write_error};
pub use trace::{hold, hold_to_print};

/// Everything that the tasks share.
pub struct World {
    pub(crate) plan: Plan,
    pub(crate) tasks: Vec<Task>,
    /// Explored: the running task.
    pub(crate) current: u32,
    /// Explored: virtual nanoseconds since the start.
    pub(crate) now: u64,
    pub(crate) idents: Ident,
    /// Thread-local keys have no room for a number of their own: they are known by address.
    cells: Vec<(usize, Ident)>,
    pub(crate) events: String,
    pub(crate) chooser: schedule::Chooser,
    pub(crate) steps: u32,
    /// Explored: what the atomics were, in an execution in which a load may see that.
    pub(crate) memory: Option<memory::Memory>,
    /// Some access to an atomic had a weaker order than `SeqCst`.
    pub(crate) is_weak: bool,
    /// Explored: how the time of day begins, once somebody has asked for it.
    time_of_day: Option<u32>,
    output: output::Output,
}

/// A thread of the program.
pub(crate) struct Task {
    pub(crate) name: Option<String>,
    pub(crate) state: State,
    /// The line at which it last did something that the learner wrote.
    pub(crate) line: u32,
    /// `unpark` was called and not yet used up.
    pub(crate) unparked: bool,
    /// Why it runs again after it was blocked.
    woken: Wakeup,
    /// Traced: wakes the operating system's thread.
    signal: Arc<Condvar>,
    /// Traced: how many steps it has done.
    steps: u32,
    /// Traced: it waits until others let it do one more.
    is_about_to_step: bool,
    /// It gave way: others go first.
    pub(crate) yielded: bool,
    /// The next that it does is to write a line.
    pub(crate) is_about_to_write: bool,
    /// How many times it has written lines.
    pub(crate) written: u32,
    /// It wakes up others when their time is out: to wait for it is to wait with a time-out.
    is_timer: bool,
    /// Its function is over. What its thread-local values do when they are dropped may still be to come.
    returned: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum State {
    Ready,
    Blocked(Waiting),
    Sleeping {
        until: u64,
    },
    /// Traced: the operating system lets it go on.
    Away,
    Finished,
}

/// What a blocked task waits for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Waiting {
    /// The kind of thing.
    pub kind: Kind,
    /// Which one.
    pub on: Ident,
    /// When it stops waiting.
    pub deadline: Option<u64>,
}

/// Why a blocked task runs again.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Wakeup {
    /// Somebody woke it.
    Called,
    /// Its deadline passed.
    TimedOut,
    /// For no reason, as condition variables may.
    Spurious,
}

/// The world, locked. In an explored run nobody else is there, and it is never held over a switch.
pub type Guard = MutexGuard<'static, World>;

static WORLD: Mutex<World> = Mutex::new(World::new());

::std::thread_local! {
    /// Traced: which task this thread of the operating system is.
    static TASK: ::std::cell::Cell<u32> = const { ::std::cell::Cell::new(0) };
}

/// Locks the world.
pub fn world() -> Guard {
    WORLD.lock().unwrap_or_else(PoisonError::into_inner)
}

/// The number of the running task.
pub fn me(world: &World) -> u32 {
    match world.plan.mode {
        Mode::Explored => world.current,
        Mode::Traced => TASK.get(),
    }
}

/// The line of a call, where it stands in the learner's file; 0 elsewhere.
pub fn line(location: &Location) -> u32 {
    if location.file() == LEARNERS_FILE { location.line() } else { 0 }
}

/// The name under which the grader compiles a submission.
const LEARNERS_FILE: &str = "src/main.rs";

/// Parts of the paths of `std`'s files: as they were when it was compiled, and where its sources are installed.
const STD: [&str; 2] = ["/rustc/", "/rustlib/src/rust/library/"];

/// The call comes from a library that the learner uses, not from the learner's file or from `std` in its name: a function
/// that is handed over, as in `map(thread::spawn)`, is called from `std`.
pub fn in_library(location: &Location) -> bool {
    let file = location.file();
    let in_std = STD.iter().any(|part| file.contains(part));
    file != LEARNERS_FILE && !in_std
}

impl World {
    /// Before anything has happened.
    const fn new() -> World {
        World {
            plan: Plan {
                mode: Mode::Traced,
                clock: threadlings_trace::Clock::Punctual,
                schedules: 0,
                limit: Duration::ZERO,
                seed: 0,
                asks: false,
                replay: Vec::new(),
                terminal: false,
                hold: threadlings_trace::Hold::Nothing,
            },
            tasks: Vec::new(),
            current: 0,
            now: 0,
            idents: 0,
            cells: Vec::new(),
            events: String::new(),
            chooser: schedule::Chooser::NONE,
            steps: 0,
            memory: None,
            is_weak: false,
            time_of_day: None,
            output: output::Output::new(),
        }
    }

    /// Which mode this process runs in.
    pub fn explored(&self) -> bool {
        self.plan.mode == Mode::Explored
    }

    /// Nanoseconds since the start: virtual in an explored run, real in a traced one.
    pub fn nanos(&self) -> u64 {
        if self.explored() { self.now } else { trace::nanos() }
    }

    /// The moment `wait` from now.
    pub fn deadline(&self, wait: Duration) -> u64 {
        self.nanos().saturating_add(u64::try_from(wait.as_nanos()).unwrap_or(u64::MAX))
    }

    /// Adds an event of the running task.
    pub fn record(&mut self, line: u32, what: What) {
        let me = me(self);
        if let Some(task) = self.tasks.get_mut(me as usize)
            && line != 0
        {
            task.line = line;
        }
        if !atomic::is_no_synchronisation(&what) {
            self.synchronise();
        }
        let process = if self.explored() { 0 } else { ::std::process::id() };
        let event = Event { process, thread: me, nanos: self.nanos(), line, what };
        if self.explored() {
            use ::std::fmt::Write;
            // Writing into a String cannot fail.
            let _ = writeln!(self.events, "{event}");
        } else {
            if let Some(task) = self.tasks.get_mut(me as usize) {
                task.steps += 1;
            }
            trace::append(&event);
        }
    }

    /// A new task, ready to run.
    pub(crate) fn add_task(&mut self, name: Option<String>) -> u32 {
        self.tasks.push(Task {
            name,
            state: State::Ready,
            line: 0,
            unparked: false,
            woken: Wakeup::Called,
            signal: Arc::new(Condvar::new()),
            steps: 0,
            is_about_to_step: false,
            yielded: false,
            is_about_to_write: false,
            written: 0,
            is_timer: false,
            returned: false,
        });
        self.chooser.add_task();
        self.tasks.len() as u32 - 1
    }

    /// Makes tasks that wait for `on` ready: all of them, or one that the scheduler picks.
    pub fn wake(&mut self, kind: Kind, on: Ident, all: bool) {
        // A `Once` is an atomic itself.
        if kind != Kind::Once {
            self.synchronise();
        }
        let waiting = |task: &Task| match task.state {
            State::Blocked(waiting) if waiting.on == ANY => waiting.kind == kind,
            State::Blocked(waiting) => waiting.on == on && numbered_by(waiting.kind) == numbered_by(kind),
            _ => false,
        };
        let mut sleepers: Vec<u32> =
            (0..self.tasks.len() as u32).filter(|&id| waiting(&self.tasks[id as usize])).collect();
        if !all && sleepers.len() > 1 {
            let chosen = if self.explored() { self.chooser.pick(sleepers.len()) } else { 0 };
            sleepers = vec![sleepers[chosen]];
        }
        for id in sleepers {
            self.ready(id, Wakeup::Called);
        }
    }

    /// Makes one blocked or sleeping task ready.
    pub(crate) fn ready(&mut self, id: u32, why: Wakeup) {
        let task = &mut self.tasks[id as usize];
        task.state = State::Ready;
        task.woken = why;
        task.signal.notify_one();
    }

    /// The number of the key at this address.
    pub fn cell(&mut self, address: usize) -> Ident {
        if let Some((_, ident)) = self.cells.iter().find(|(known, _)| *known == address) {
            return *ident;
        }
        self.idents += 1;
        self.cells.push((address, self.idents));
        self.idents
    }
}

/// In [`Waiting`]: whichever object of the kind.
pub const ANY: Ident = Ident::MAX;

/// Threads (their end, their parking) have the numbers of tasks, all else has numbers of its own.
fn numbered_by(kind: Kind) -> Option<Kind> {
    matches!(kind, Kind::Thread | Kind::Park).then_some(kind)
}

/// The number that a shared object carries; it gets one when it is first used.
#[derive(Debug, Default)]
pub struct Id(::std::sync::atomic::AtomicU32);

impl Id {
    /// No number yet.
    pub const fn new() -> Id {
        Id(::std::sync::atomic::AtomicU32::new(0))
    }

    /// The object's number.
    pub fn get(&self, world: &mut World) -> Ident {
        use ::std::sync::atomic::Ordering::Relaxed;
        if self.0.load(Relaxed) == 0 {
            world.idents += 1;
            self.0.store(world.idents, Relaxed);
        }
        self.0.load(Relaxed)
    }
}

/// A point at which the scheduler may let another task go first.
pub fn step() {
    let world = world();
    if world.explored() {
        explore::reschedule(world);
        self::world().synchronise();
    } else {
        drop(world);
        pace::keep();
    }
}

/// The running task has let others know of something, and may be slow to go on. Where nobody asks how things stand, that is
/// seen at its next step.
pub fn told() {
    let world = world();
    if !world.explored() {
        drop(world);
        pace::keep();
    } else if world.plan.asks {
        drop(world);
        step();
    }
}

/// Traced: does what the operating system may let wait.
pub fn away<R>(wait: impl FnOnce() -> R) -> R {
    let be = |state| {
        let mut world = world();
        let me = me(&world) as usize;
        world.tasks[me].state = state;
    };
    be(State::Away);
    let result = wait();
    be(State::Ready);
    result
}

/// The same before a line is written.
pub(crate) fn step_before_line() {
    let me = {
        let mut world = world();
        let me = me(&world) as usize;
        world.tasks[me].is_about_to_write = true;
        me
    };
    step();
    let task = &mut world().tasks[me];
    task.is_about_to_write = false;
    task.written += 1;
}

/// The same before an access to an atomic, by which alone a thread learns nothing of others.
pub fn step_alone() {
    let world = world();
    if world.explored() {
        explore::reschedule(world);
    } else {
        drop(world);
        pace::keep();
    }
}

/// Blocks the running task until it is woken or its deadline passes. The world is let go meanwhile.
pub fn block(mut world: Guard, waiting: Waiting, line: u32) -> (Guard, Wakeup) {
    let me = me(&world) as usize;
    if waiting.kind != Kind::Condvar {
        world.record(line, What::Blocked(waiting.kind, waiting.on));
    }
    world.tasks[me].state = State::Blocked(waiting);
    let mut world = if world.explored() {
        explore::reschedule(world);
        self::world()
    } else {
        trace::end_deadlock(&mut world);
        trace::wait(world, me, waiting.deadline)
    };
    world.synchronise();
    let why = world.tasks[me].woken;
    if why == Wakeup::TimedOut {
        world.record(line, What::TimedOut);
    }
    (world, why)
}

/// The grader wants this process to find itself on a terminal, as it would at its author's.
pub fn is_on_terminal() -> bool {
    files::is_first() && world().plan.terminal
}

/// Reads the clock. Virtual time passes while it is read, a few microseconds, as real time does.
pub fn read_clock() -> u64 {
    step();
    let mut world = world();
    if world.explored() {
        world.now += 1_000 + u64::from(world.steps % 7) * 613;
    }
    world.nanos()
}

/// Sleeps, in virtual time when explored.
pub fn sleep(duration: Duration, line: u32) {
    let mut world = world();
    let nanos = u64::try_from(duration.as_nanos()).unwrap_or(u64::MAX);
    world.record(line, What::Sleep(nanos));
    if world.explored() {
        let me = world.current as usize;
        let until = world.now.saturating_add(nanos);
        world.tasks[me].state = State::Sleeping { until };
        explore::reschedule(world);
    } else {
        drop(world);
        away(|| trace::sleep(duration));
    }
    self::world().record(line, What::Wake);
}

/// Gives way to the other tasks.
pub fn give_way(line: u32) {
    let mut world = world();
    if line != 0 {
        world.record(line, What::Yield);
    }
    if world.explored() {
        let me = world.current as usize;
        world.tasks[me].yielded = true;
        explore::reschedule(world);
    } else {
        drop(world);
        // Who asks again and again is not to take the processor from all the others.
        ::std::thread::sleep(Duration::from_micros(50));
    }
}

/// Starts a task that runs `body`, which must not unwind.
///
/// # Errors
/// When the operating system gives no more threads.
///
/// # Safety
/// Whatever `body` borrows must outlive the task: the caller waits for it, or gives it what is `'static`.
pub unsafe fn spawn(
    name: Option<String>,
    stack_size: Option<usize>,
    body: Box<dyn FnOnce() + '_>,
    caller: &Location,
) -> ::std::io::Result<u32> {
    // SAFETY: the caller vouches that what is borrowed outlives the task.
    let body = unsafe { ::std::mem::transmute::<Box<dyn FnOnce() + '_>, Box<dyn FnOnce()>>(body) };
    let mut world = world();
    let id = world.add_task(name.clone());
    world.record(line(caller), What::Spawn(id, name.clone().unwrap_or_default()));
    if world.explored() {
        explore::add(id, body);
        explore::reschedule(world);
        return Ok(id);
    }
    drop(world);
    // SAFETY: `std::thread::spawn` and `scope`, in whose name this is called, ask that it can be sent.
    let body = unsafe { trace::AssertSend::new(body) };
    let started = trace::spawn(id, name, stack_size, body, in_library(caller));
    if started.is_err() {
        self::world().tasks[id as usize].state = State::Finished;
    }
    started.map(|()| id)
}

/// Starts a task with which a library lets others have a time-out. It must not unwind.
///
/// # Panics
/// When the operating system gives no more threads.
pub fn spawn_timer(body: impl FnOnce() + Send + 'static, caller: &Location) {
    let body = move || {
        body();
        task_over(false);
    };
    // SAFETY: it borrows nothing.
    let id = unsafe { spawn(None, None, Box::new(body), caller) }.expect("failed to spawn thread");
    world().tasks[id as usize].is_timer = true;
}

/// The running task's function is over, and what it returns, if that is not `()`, is where it belongs. The end of a scope waits for
/// no more than that; who joins the task does.
pub fn has_returned(returns: bool) {
    drop(note_return(returns));
}

fn note_return(returns: bool) -> Guard {
    cpu::note();
    trace::hold();
    let mut world = world();
    let me = me(&world);
    world.record(0, What::Exit(returns));
    world.tasks[me as usize].returned = true;
    world.wake(Kind::Thread, me, true);
    world
}

/// The running task is over, which is the last thing that it says.
pub fn task_over(returns: bool) {
    let world = world();
    let me = me(&world);
    let returned = world.tasks[me as usize].returned;
    let mut world = if returned {
        world
    } else {
        drop(world);
        note_return(returns)
    };
    world.tasks[me as usize].state = State::Finished;
    world.wake(Kind::Thread, me, true);
    if !world.explored() {
        trace::end_deadlock(&mut world);
    }
}

/// Waits until a task is over.
pub fn join(id: u32, line: u32) {
    join_when(|task| task.state == State::Finished, id, line);
}

/// Waits until a task has returned, as the end of a scope does.
pub fn join_returned(id: u32, line: u32) {
    join_when(|task| task.returned, id, line);
}

fn join_when(over: impl Fn(&Task) -> bool, id: u32, line: u32) {
    step();
    let mut world = world();
    world.record(line, What::Joining(id));
    while !over(&world.tasks[id as usize]) {
        (world, _) = block(world, Waiting { kind: Kind::Thread, on: id, deadline: None }, line);
    }
    world.record(line, What::Joined(id));
}

/// A task has returned.
pub fn returned(id: u32) -> bool {
    step();
    world().tasks[id as usize].returned
}

/// Blocks until unparked or the deadline passes.
pub fn park(timeout: Option<Duration>, line: u32) {
    step();
    let mut world = world();
    world.record(line, What::Park);
    let me = me(&world);
    if !world.tasks[me as usize].unparked {
        let deadline = timeout.map(|timeout| world.deadline(timeout));
        (world, _) = block(world, Waiting { kind: Kind::Park, on: me, deadline }, line);
    }
    world.tasks[me as usize].unparked = false;
}

/// Lets a parked task go on, or the next `park` of it return at once.
pub fn unpark(id: u32, line: u32) {
    step();
    let mut world = world();
    world.record(line, What::Unpark(id));
    world.tasks[id as usize].unparked = true;
    world.wake(Kind::Park, id, true);
    drop(world);
    told();
}

/// The name of a task.
pub fn name(id: u32) -> Option<String> {
    world().tasks[id as usize].name.clone()
}

/// Ends the program with this status.
pub fn exit(status: i32, line: u32) -> ! {
    explore::exit(status, line)
}

/// The program did something that no explored run can look into: this schedule ends here, and the grade says so.
pub fn unmodelled(what: &str, line: u32) -> ! {
    let mut world = world();
    world.record(line, What::Unmodelled(what.to_string()));
    explore::end(world)
}

/// One of `count` equal possibilities: the scheduler's choice when explored, the first when traced.
pub fn pick(count: usize) -> usize {
    let mut world = world();
    if world.explored() { world.chooser.pick(count) } else { 0 }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn is_called_by_library(_: ()) -> bool {
        in_library(Location::caller())
    }

    #[test]
    fn std_is_no_library() {
        assert!(is_called_by_library(()), "this file is neither the learner's nor `std`'s");
        assert!(![()].map(is_called_by_library)[0]);
    }
}
