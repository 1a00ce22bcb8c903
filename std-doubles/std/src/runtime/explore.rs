//! The explored run: executions in processes that are forked from one that never ran the program.
//!
//! Forking gives each schedule fresh statics, and lets it end anywhere: by `exit`, with threads still running, in a
//! deadlock, in an endless loop. Where it ends quietly the next one runs in the same process, after the statics were put
//! back. Inside an execution all tasks are coroutines of one operating system thread.

use ::std::cell::{Cell, RefCell};
use ::std::io::Write;
use ::std::process::{ExitCode, Termination};

use corosensei::stack::DefaultStack;
use corosensei::{Coroutine, CoroutineResult, Yielder};
use threadlings_trace::{Clock, Kind, Mode, Plan, What};

use super::memory::Memory;
use super::schedule::{Choice, Chooser, Pace, Ran, Strategy, Turn, has_drawn};
use super::search::Search;
use super::snapshot::Snapshot;
use super::{Guard, State, Task, Wakeup, World, files, output, trace, world};

type Running = Coroutine<(), (), (), DefaultStack>;

::std::thread_local! {
    static TASKS: RefCell<Vec<Option<Running>>> = const { RefCell::new(Vec::new()) };
    static NEW: RefCell<Vec<(u32, Running)>> = const { RefCell::new(Vec::new()) };
    static YIELDERS: RefCell<Vec<*const Yielder<(), ()>>> = const { RefCell::new(Vec::new()) };
    static STACKS: RefCell<Vec<DefaultStack>> = const { RefCell::new(Vec::new()) };
    static ENDING: Cell<bool> = const { Cell::new(false) };
}

/// What a task's stack may grow to; the memory is used as it is touched.
const STACK: usize = 1 << 20;

/// So many stacks every execution finds made: to map one takes longer than to inherit it.
const STACKS_MADE: usize = 6;

/// An execution that takes more steps than this, chosen evenly, does not end. Where many wait for the turn of one, by spinning
/// or all on one condition variable, they take as many as the square of their number.
fn is_endless(world: &Guard) -> bool {
    let tasks = world.tasks.len();
    world.steps > 60_000.max(150 * (tasks * tasks) as u32)
}

/// On the clock with any delay: how many nanoseconds late a task may wake up.
const LATE: u64 = 700_000_000;

/// So many executions, one after the other, a process runs at most: what each leaks adds up.
const MOST_IN_A_PROCESS: u32 = 50;

/// Seconds of computing after which an execution is killed: no exercise computes so long with the numbers that it is
/// explored with.
const MAX_COMPUTING: libc::time_t = 1;

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
    // It tells its number to `Debug` alone.
    let digits: String = format!("{code:?}").chars().filter(char::is_ascii_digit).collect();
    digits.parse().unwrap_or(i32::from(code != ExitCode::SUCCESS))
}

fn search(plan: &Plan, main: Main) {
    let file = files::record().expect("a plan comes in a file");
    STACKS.with_borrow_mut(|stacks| {
        stacks.extend((0..STACKS_MADE).map_while(|_| DefaultStack::new(STACK).ok()))
    });
    let snapshot = Snapshot::take();
    let mut search = Search::new(plan);
    let mut next = search.next();
    let mut suspected = None;
    while let Some(strategy) = next {
        if search.is_over() && suspected.as_ref() != Some(&strategy) {
            return;
        }
        let before = files::length();
        let end = in_a_child(|| execute_several(search.clone(), strategy.clone(), main, &snapshot));
        let recorded = recorded(before);
        let ended = end == Some(0) && !recorded.is_empty();
        next = Some(strategy);
        for ran in recorded {
            if ran.is_endless {
                // It has been seen not to end, and the others would take as long.
                return;
            }
            let Some(strategy) = &next else { break };
            search.learn(strategy, &ran);
            next = search.next();
        }
        let Some(failed) = next.clone().filter(|_| !ended) else { continue };
        if suspected.as_ref() == Some(&failed) {
            let computes =
                end.is_some_and(|end| libc::WIFSIGNALED(end) && libc::WTERMSIG(end) == libc::SIGPROF);
            let crash = || What::Unmodelled("a crash between two steps".to_string());
            let what = if computes { What::Livelock } else { crash() };
            let _ = writeln!(&*file, "execution {failed}\n0 0 0 0 {what}");
            return;
        }
        // It is run once more, first in its process: it may have failed by what another one left there, or because the
        // machine was suspended, which can count as computing.
        suspected = Some(failed);
    }
    if search.exhausted {
        let _ = writeln!(&*file, "exhausted");
    }
}

/// Forks, and waits for the child, which does this. Gives its status as `wait` does; none where there could be no child.
fn in_a_child(what: impl FnOnce()) -> Option<libc::c_int> {
    // SAFETY: this process has one thread, and the child runs on with a copy of all of it.
    let child = unsafe { libc::fork() };
    if child == 0 {
        what();
        leave(0)
    }
    let mut status = 0;
    // SAFETY: `status` is ours, and the child is waited for once.
    unsafe { libc::waitpid(child, &mut status, 0) };
    (child > 0).then_some(status)
}

/// What there is to learn from each execution that stands in the record from this place on.
fn recorded(from: u64) -> Vec<Ran> {
    let text = files::text(from);
    // What was cut off in the middle is no execution.
    let text = text.rfind('\n').map_or("", |end| &text[..end]);
    let choices = text.lines().filter_map(|line| line.strip_prefix("choices "));
    let parse = |line: &str| {
        let mut words = line.split(' ');
        let steps = words.next().and_then(|steps| steps.parse().ok()).unwrap_or(1);
        let how = words.next();
        let (is_weak, is_endless) = (how == Some("weak"), how == Some("endless"));
        let taken = words.filter_map(|word| {
            let (chosen, count) = word.split_once('/')?;
            Some((chosen.parse().ok()?, count.parse().ok()?))
        });
        Ran { taken: taken.collect(), steps, is_weak, is_endless }
    };
    choices.map(parse).collect()
}

/// Runs one schedule in this process and, as long as each ends quietly, those that the search chooses after it: to fork takes
/// longer than most executions. Who forked this process reads in the record what was run, and searches on from there.
fn execute_several(mut search: Search, mut strategy: Strategy, main: Main, snapshot: &Snapshot) {
    for _ in 0..MOST_IN_A_PROCESS {
        execute(search.plan, strategy.clone(), main);
        let world = world();
        let taken = world.chooser.taken.clone();
        search
            .learn(&strategy, &Ran { taken, steps: world.steps, is_weak: world.is_weak, is_endless: false });
        drop(world);
        let goes_on = !search.is_over() && snapshot.holds();
        let Some(next) = search.next().filter(|_| goes_on) else { break };
        strategy = next;
        start_afresh(snapshot);
    }
}

/// Makes this process what it was before the last execution, which ended quietly.
fn start_afresh(snapshot: &Snapshot) {
    TASKS.with_borrow_mut(|tasks| {
        debug_assert!(tasks.iter().all(Option::is_none));
        tasks.clear();
    });
    YIELDERS.with_borrow_mut(Vec::clear);
    crate::thread::forget_locals();
    *world() = World::new();
    // SAFETY: this is the only thread, and the program's tasks are over: nothing refers to a static. When the statics were
    // read, none owned anything that has gone since: the program had not run, and the world was as empty as it is now.
    unsafe { snapshot.restore_statics() };
}

/// Runs one schedule in this process. Returns where it ends quietly: `main` is over, all other tasks are, and nothing was
/// left to chance, for `std` keeps its random numbers for the rest of the process. All else ends the process.
fn execute(plan: &Plan, strategy: Strategy, main: Main) {
    limit_computing(MAX_COMPUTING);
    ::std::panic::set_hook(Box::new(|info| {
        let message = info.payload_as_str().unwrap_or("a panic").to_string();
        let line = info.location().map_or(0, super::line);
        panicked(message, line);
    }));
    let mut world = world();
    world.plan = plan.clone();
    let name = strategy.to_string();
    if let Strategy::Weak { seed } = strategy {
        world.memory = Some(Memory::new(seed));
    }
    world.chooser = Chooser::new(strategy);
    world.events = format!("execution {name}\n");
    world.add_task(Some("main".to_string()));
    drop(world);
    add(
        0,
        Box::new(move || {
            let status = status(main());
            crate::thread::destroy_locals();
            main_is_over(status);
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
            continue;
        }
        STACKS.with_borrow_mut(|stacks| stacks.push(task.into_stack()));
        if current == 0 {
            return;
        }
    }
}

/// Ends the schedule with this status, as `main` has returned. Returns where the next one may follow in this process.
fn main_is_over(status: i32) {
    super::step();
    let mut world = world();
    output::finish(&mut world);
    world.record(0, What::End(status));
    let others_are_over = world.tasks[1..].iter().all(|task| task.state == State::Finished);
    if !others_are_over || has_drawn(&world.chooser.taken) {
        end_in(&world);
    }
    write(&world);
}

/// From now on this process may compute for so many seconds, 0 for any number. Then it is sent a signal that ends it.
fn limit_computing(seconds: libc::time_t) {
    let limit = libc::timeval { tv_sec: seconds, tv_usec: 0 };
    let once = libc::itimerval { it_interval: libc::timeval { tv_sec: 0, tv_usec: 0 }, it_value: limit };
    // SAFETY: the structure is complete, and the old setting is not asked for; the call changes this process alone.
    unsafe { libc::setitimer(libc::ITIMER_PROF, &once, ::std::ptr::null_mut()) };
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
        if id != 0 {
            let _ = choose_next(&mut super::world());
        }
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
    if is_endless(world) {
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
    let choice = |task: u32, what| {
        let Task { is_about_to_write: writes, written, .. } = world.tasks[task as usize];
        Choice { task, what, writes, written }
    };
    let mut options: Vec<Choice> =
        order().filter(|&id| state(id) == State::Ready).map(|task| choice(task, Turn::Go)).collect();
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
        options.extend(order().filter(due).map(|task| choice(task, Turn::Time)));
    }
    if world.chooser.spurious() {
        let waits = |id: &u32| matches!(state(*id), State::Blocked(waiting) if waiting.kind == Kind::Condvar);
        options.extend(order().filter(waits).map(|task| choice(task, Turn::Spurious)));
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
    end_in(&world)
}

/// Ends the program with this status.
pub(crate) fn exit(status: i32, line: u32) -> ! {
    super::step();
    let mut world = world();
    if world.explored() {
        output::finish(&mut world);
        world.record(line, What::End(status));
        end_in(&world)
    }
    drop(world);
    trace::exit(status, line)
}

/// Ends this schedule, or a traced program that asks for what cannot be traced.
pub(crate) fn end(world: Guard) -> ! {
    if world.explored() {
        end_in(&world)
    }
    drop(world);
    trace::exit(1, 0)
}

/// Writes the execution into the record, and leaves the process.
fn end_in(world: &Guard) -> ! {
    write(world);
    leave(0)
}

/// Writes the execution into the record.
fn write(world: &Guard) {
    // It is to be there as a whole.
    limit_computing(0);
    let (first, events) = world.events.split_once('\n').unwrap_or((&world.events, ""));
    let choices: Vec<String> =
        world.chooser.taken.iter().map(|(chosen, count)| format!(" {chosen}/{count}")).collect();
    let how = match world {
        _ if is_endless(world) => "endless",
        _ if world.is_weak => "weak",
        _ => "strong",
    };
    let text = format!("{first}\nchoices {} {how}{}\n{events}", world.steps, choices.concat());
    if let Some(mut file) = files::record() {
        let _ = file.write_all(text.as_bytes());
    }
}

/// Leaves without running anything else: the tasks that are not over are dropped where they stand.
pub(crate) fn leave(status: i32) -> ! {
    // SAFETY: ends the process at once; nothing of it is used afterwards.
    unsafe { libc::_exit(status) }
}
