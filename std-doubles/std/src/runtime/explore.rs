//! The explored run: every execution in a process of its own, forked from one that never ran the program.
//!
//! Forking gives each schedule fresh statics, and lets it end anywhere: by `exit`, with threads still running, in a
//! deadlock, in an endless loop. Inside an execution all tasks are coroutines of one operating system thread.

use ::std::cell::{Cell, RefCell};
use ::std::io::Write;
use ::std::ops::Range;
use ::std::os::unix::fs::FileExt;
use ::std::process::{ExitCode, Termination};
use ::std::time::Instant;

use corosensei::stack::DefaultStack;
use corosensei::{Coroutine, CoroutineResult, Yielder};
use threadlings_trace::{Clock, Kind, Mode, Plan, What};

use super::schedule::{BEGINNINGS, Choice, Chooser, Pace, Strategy, Turn};
use super::{Guard, State, Wakeup, files, finish, output, trace, world};

type Task = Coroutine<(), (), (), DefaultStack>;

::std::thread_local! {
    static TASKS: RefCell<Vec<Option<Task>>> = const { RefCell::new(Vec::new()) };
    static NEW: RefCell<Vec<(u32, Task)>> = const { RefCell::new(Vec::new()) };
    static YIELDERS: RefCell<Vec<*const Yielder<(), ()>>> = const { RefCell::new(Vec::new()) };
    static STACKS: RefCell<Vec<DefaultStack>> = const { RefCell::new(Vec::new()) };
    static ENDING: Cell<bool> = const { Cell::new(false) };
}

/// What a task's stack may grow to; the memory is used as it is touched.
const STACK: usize = 1 << 20;

/// So many stacks every execution finds made: to map one takes longer than to inherit it.
const STACKS_MADE: usize = 6;

/// An execution that takes more steps than this, chosen evenly, does not end.
const MAX_STEPS: u32 = 60_000;

/// On the clock with any delay: how many nanoseconds late a task may wake up.
const LATE: u64 = 700_000_000;

/// Bytes of events after which no new execution is begun.
const MOST_RECORDED: u64 = 40 << 20;

/// Seconds of computing after which an execution is killed: no exercise computes so long with the numbers that it is
/// explored with.
const MAX_COMPUTING: u64 = 1;

/// The program's `main`. What is generic over its result would be compiled anew with every submission.
pub(crate) type Main = &'static dyn Fn() -> ExitCode;

/// Runs the program: the grader compiles a call of this into the place of `main`.
pub fn start<T: Termination + 'static>(main: fn() -> T) -> i32 {
    run(Box::leak(Box::new(move || main().report())))
}

fn run(main: Main) -> i32 {
    match files::open() {
        Some(plan) if plan.mode == Mode::Explored => {
            search(&plan, main);
            0
        }
        plan => trace::run(plan, main),
    }
}

/// The exit status that a value returned from `main` means.
pub(crate) fn status(code: ExitCode) -> i32 {
    if code == ExitCode::SUCCESS { 0 } else { 1 }
}

/// Which schedules to run next.
struct Search<'a> {
    plan: &'a Plan,
    done: u32,
    /// The next path of the depth-first search, while that goes on.
    path: Option<Vec<u32>>,
    /// Steps of the longest execution so far.
    length: u32,
    /// Estimates of the number of schedules (Knuth 1975: the product of the options on a random path).
    estimates: Vec<f64>,
    /// Other random numbers that the first schedule is still to be tried with.
    beginnings: Range<u32>,
}

/// How many other random numbers the first schedule is tried with, where it draws any.
const BEGINNINGS_TRIED: u32 = 8;
/// Random executions that estimate the number of schedules before a depth-first search is begun.
const PROBES: u32 = 24;

impl Search<'_> {
    fn next(&mut self) -> Option<Strategy> {
        if let Some(beginning) = self.beginnings.next() {
            return Some(Strategy::Chance { beginning });
        }
        let index = self.done;
        self.done += 1;
        if let Some(schedule) = &self.plan.replay {
            return (index == 0).then(|| schedule.parse().ok()).flatten();
        }
        if index < PROBES + 3 {
            return Some(match index {
                0 => Strategy::MainFirst,
                1 => Strategy::MainLast,
                2 => Strategy::NewestFirst,
                _ => Strategy::Random { seed: self.plan.seed * 2 * 1_000_003 + u64::from(index - 3) * 2 },
            });
        }
        if index == PROBES + 3 && self.is_small() {
            self.path = Some(Vec::new());
        }
        if let Some(path) = &self.path {
            if index < PROBES + 3 + self.plan.schedules * 2 {
                return Some(Strategy::Path(path.clone()));
            }
            self.path = None;
        }
        if index >= self.plan.schedules + PROBES + 3 {
            return None;
        }
        let seed = self.plan.seed * 1_000_003 + u64::from(index);
        Some(match index % 8 {
            0..=2 => Strategy::Random { seed },
            3 if index % 16 == 3 => Strategy::Sticky { seed },
            3 => Strategy::Late { length: self.length, seed },
            kind => Strategy::Pct { depth: kind - 3, length: self.length, seed },
        })
    }

    fn is_small(&self) -> bool {
        let mean = self.estimates.iter().sum::<f64>() / self.estimates.len().max(1) as f64;
        mean < f64::from(self.plan.schedules)
    }

    /// Learns from an execution's choices. `false` when the depth-first search is complete.
    fn learn(&mut self, taken: &[(u32, u32)], steps: u32) -> bool {
        self.length = self.length.max(steps);
        if self.path.is_some() {
            let mut taken = taken.to_vec();
            while taken.last().is_some_and(|(chosen, count)| chosen + 1 == *count) {
                taken.pop();
            }
            let Some((chosen, _)) = taken.last_mut() else { return false };
            *chosen += 1;
            self.path = Some(taken.iter().map(|(chosen, _)| *chosen).collect());
        } else {
            if self.estimates.is_empty() && taken.iter().any(|(_, count)| *count == BEGINNINGS) {
                self.beginnings = 1..1 + BEGINNINGS_TRIED;
            }
            self.estimates.push(taken.iter().map(|(_, count)| f64::from(*count)).product());
        }
        true
    }
}

fn search(plan: &Plan, main: Main) {
    let file = files::record().expect("a plan comes in a file");
    let begun = Instant::now();
    STACKS.with_borrow_mut(|stacks| {
        stacks.extend((0..STACKS_MADE).map_while(|_| DefaultStack::new(STACK).ok()))
    });
    let mut search = Search { plan, done: 0, path: None, length: 1, estimates: Vec::new(), beginnings: 0..0 };
    while let Some(strategy) = search.next() {
        if begun.elapsed() > plan.limit {
            return;
        }
        let before = file.metadata().map_or(0, |file| file.len());
        if before > MOST_RECORDED {
            return;
        }
        // SAFETY: this process has one thread, and the child runs on with a copy of all of it.
        let child = unsafe { libc::fork() };
        if child == 0 {
            execute(plan, strategy, main);
        }
        let mut status = 0;
        // SAFETY: `status` is ours, and the child is waited for once.
        unsafe { libc::waitpid(child, &mut status, 0) };
        if child < 0 || status != 0 {
            let computes = libc::WIFSIGNALED(status) && libc::WTERMSIG(status) == libc::SIGKILL;
            let crash = || What::Unmodelled("a crash between two steps".to_string());
            let what = if computes { What::Livelock } else { crash() };
            let _ = writeln!(&*file, "execution {strategy}\n0 0 0 0 {what}");
            return;
        }
        let (taken, steps) = choices(before);
        if steps > MAX_STEPS {
            // It has been seen not to end, and the others would take as long.
            return;
        }
        if !search.learn(&taken, steps) {
            let _ = writeln!(&*file, "exhausted");
            return;
        }
    }
}

/// Reads the choices that the execution at this place of the record has written.
fn choices(at: u64) -> (Vec<(u32, u32)>, u32) {
    let mut bytes = vec![0; 1 << 16];
    let read = files::record().and_then(|file| file.read_at(&mut bytes, at).ok()).unwrap_or(0);
    let text = String::from_utf8_lossy(&bytes[..read]);
    let Some(line) = text.lines().nth(1).and_then(|line| line.strip_prefix("choices ")) else {
        return (Vec::new(), 1);
    };
    let mut words = line.split(' ');
    let steps = words.next().and_then(|steps| steps.parse().ok()).unwrap_or(1);
    let taken = words.filter_map(|word| {
        let (chosen, count) = word.split_once('/')?;
        Some((chosen.parse().ok()?, count.parse().ok()?))
    });
    (taken.collect(), steps)
}

/// Runs one schedule in this process, which ends with it.
fn execute(plan: &Plan, strategy: Strategy, main: Main) -> ! {
    limit_computing();
    ::std::panic::set_hook(Box::new(|info| {
        let message = info.payload_as_str().unwrap_or("a panic").to_string();
        let line = info.location().map_or(0, super::line);
        panicked(message, line);
    }));
    let mut world = world();
    world.plan = plan.clone();
    let name = strategy.to_string();
    world.chooser = Chooser::new(strategy);
    world.events = format!("execution {name}\n");
    world.add_task(Some("main".to_string()));
    drop(world);
    add(
        0,
        Box::new(move || {
            let code = status(main());
            exit(code, 0)
        }),
    );
    loop {
        NEW.with_borrow_mut(|new| {
            TASKS.with_borrow_mut(|tasks| {
                for (id, task) in new.drain(..) {
                    debug_assert_eq!(id as usize, tasks.len());
                    tasks.push(Some(task));
                }
            });
        });
        let current = super::world().current as usize;
        // Taken out, so that the list is free while the task runs.
        let mut task = TASKS.with_borrow_mut(|tasks| tasks[current].take()).expect("a task that can run");
        if let CoroutineResult::Yield(()) = task.resume(()) {
            TASKS.with_borrow_mut(|tasks| tasks[current] = Some(task));
        }
    }
}

fn limit_computing() {
    let limit = libc::rlimit { rlim_cur: MAX_COMPUTING, rlim_max: MAX_COMPUTING };
    // SAFETY: the structure is complete; the call changes limits of this process alone.
    unsafe { libc::setrlimit(libc::RLIMIT_CPU, &limit) };
}

/// Adds a task's coroutine; it begins when the scheduler chooses it.
pub(crate) fn add(id: u32, body: Box<dyn FnOnce()>) {
    let made = STACKS.with_borrow_mut(Vec::pop).map_or_else(|| DefaultStack::new(STACK), Ok);
    let stack = made.unwrap_or_else(|_| super::unmodelled("so many threads", 0));
    let task = Coroutine::with_stack(stack, move |yielder: &Yielder<(), ()>, ()| {
        YIELDERS.with_borrow_mut(|yielders| {
            let at = id as usize;
            if yielders.len() <= at {
                yielders.resize(at + 1, ::std::ptr::null());
            }
            yielders[at] = yielder;
        });
        if id != 0 {
            super::world().record(0, What::Start);
        }
        body();
        let mut world = super::world();
        let _ = choose_next(&mut world);
    });
    NEW.with_borrow_mut(|new| new.push((id, task)));
}

/// Lets the scheduler choose who goes on, and switches there. Returns when this task is chosen again.
pub(crate) fn reschedule(mut world: Guard) {
    let me = world.current;
    if choose_next(&mut world) == me {
        return;
    }
    drop(world);
    let yielder = YIELDERS.with_borrow(|yielders| yielders[me as usize]);
    // SAFETY: the yielder lives on the stack of the running coroutine, which is the one that runs this.
    unsafe { &*yielder }.suspend(());
}

/// Picks the next task, makes it the current one and wakes it where it slept or waited.
fn choose_next(world: &mut Guard) -> u32 {
    world.steps += 1;
    if world.steps > MAX_STEPS {
        world.record(0, What::Livelock);
        end_in(world);
    }
    let running = world.current;
    let task = &mut world.tasks[running as usize];
    let pace = match task.state {
        _ if ::std::mem::take(&mut task.yielded) => Pace::GaveWay,
        State::Sleeping { .. } => Pace::Asleep,
        _ => Pace::Busy,
    };
    let options = options(world);
    if options.iter().all(|choice| choice.what == Turn::Spurious) {
        world.record(0, What::Deadlock);
        end_in(world);
    }
    let chosen = options[world.chooser.choose(&options, running, pace)];
    let state = world.tasks[chosen.task as usize].state;
    if let State::Sleeping { until } | State::Blocked(super::Waiting { deadline: Some(until), .. }) = state
        && chosen.what == Turn::Time
    {
        world.now = world.now.max(until);
        if world.plan.clock == Clock::AnyDelay && world.chooser.pick_silently(4) == 0 {
            world.now += LATE;
        }
    }
    match chosen.what {
        Turn::Go => {}
        Turn::Time => world.ready(chosen.task, Wakeup::TimedOut),
        Turn::Spurious => world.ready(chosen.task, Wakeup::Spurious),
    }
    world.current = chosen.task;
    chosen.task
}

/// What can happen next: the running task first, spurious wake-ups last.
fn options(world: &Guard) -> Vec<Choice> {
    let running = world.current;
    let order =
        || ::std::iter::once(running).chain((0..world.tasks.len() as u32).filter(|&id| id != running));
    let state = |id: u32| world.tasks[id as usize].state;
    let mut options: Vec<Choice> =
        order().filter(|&id| state(id) == State::Ready).map(|task| Choice { task, what: Turn::Go }).collect();
    let until = |id: u32| match state(id) {
        State::Sleeping { until } => Some(until),
        State::Blocked(waiting) => waiting.deadline,
        _ => None,
    };
    let earliest = match world.plan.clock {
        Clock::AnyDelay => Some(u64::MAX),
        Clock::Punctual if options.is_empty() => order().filter_map(until).min(),
        Clock::Punctual => None,
    };
    if let Some(earliest) = earliest {
        let due = |id: &u32| until(*id).is_some_and(|until| until <= earliest);
        options.extend(order().filter(due).map(|task| Choice { task, what: Turn::Time }));
    }
    if world.chooser.spurious() {
        let waits = |id: &u32| matches!(state(*id), State::Blocked(waiting) if waiting.kind == Kind::Condvar);
        options.extend(order().filter(waits).map(|task| Choice { task, what: Turn::Spurious }));
    }
    options
}

/// A panic ends the schedule: a thread that panics fails the grade, whatever comes after it.
fn panicked(message: String, line: u32) -> ! {
    if ENDING.replace(true) {
        leave(1);
    }
    let mut world = world();
    world.record(line, What::Panic(message));
    end_in(&mut world)
}

/// Ends the program with this status.
pub(crate) fn exit(status: i32, line: u32) -> ! {
    super::step();
    let mut world = world();
    if world.explored() {
        output::finish(&mut world);
        world.record(line, What::End(status));
        end_in(&mut world)
    }
    drop(world);
    trace::exit(status, line)
}

/// Ends this schedule, or a traced program that asks for what cannot be traced.
pub(crate) fn end(mut world: Guard) -> ! {
    if world.explored() {
        end_in(&mut world)
    }
    drop(world);
    trace::exit(1, 0)
}

/// Writes the execution into the record and leaves the process.
fn end_in(world: &mut Guard) -> ! {
    let (first, events) = world.events.split_once('\n').unwrap_or((&world.events, ""));
    let choices: Vec<String> =
        world.chooser.taken.iter().map(|(chosen, count)| format!(" {chosen}/{count}")).collect();
    let text = format!("{first}\nchoices {}{}\n{events}", world.steps, choices.concat());
    if let Some(mut file) = files::record() {
        let _ = file.write_all(text.as_bytes());
    }
    leave(0)
}

/// Leaves without running anything else: the tasks that are not over are dropped where they stand.
fn leave(status: i32) -> ! {
    // SAFETY: ends the process at once; nothing of it is used afterwards.
    unsafe { libc::_exit(status) }
}

/// Ends a task from the side of [`super::spawn`]'s callers: the last thing that its body does.
pub fn task_over(size: u32) {
    finish(size);
}
