//! The traced run: real threads and processes, each event appended to the record as it happens, and the directed
//! delays ([`Hold`]) that lead to an order which chance would seldom show.

use ::std::io::{self, Write};
use ::std::os::unix::fs::FileExt;
use ::std::process::Termination;
use ::std::sync::OnceLock;
use ::std::time::{Duration, Instant, SystemTime, UNIX_EPOCH};

use threadlings_trace::{Event, Groups, Hold, PLAN_END, Plan, Recording, What};

use super::{Guard, State, TASK, Wakeup, explore, files, output, world};

/// When the first process's workers are held back until they are awaited, its own clock runs so much faster: a sleep in
/// the place of a wait, or a time-out, is over before they are heard.
const HASTE: u32 = 20;

/// How much faster this process's clock runs, and since when.
static HASTY_SINCE: OnceLock<u64> = OnceLock::new();

fn real_nanos() -> u64 {
    SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |since| since.as_nanos() as u64)
}

/// Nanoseconds on a clock that all processes share, but for a hasty one.
pub(crate) fn nanos() -> u64 {
    let now = real_nanos();
    HASTY_SINCE.get().map_or(now, |since| since + (now - since) * u64::from(HASTE))
}

/// How long something takes that is to take so long on this process's clock.
fn really(duration: Duration) -> Duration {
    if HASTY_SINCE.get().is_some() { duration / HASTE } else { duration }
}

/// Sleeps.
pub(crate) fn sleep(duration: Duration) {
    ::std::thread::sleep(really(duration));
    hold_asleep();
}

/// Appends one event: one write, so that lines of several processes do not mix.
pub(crate) fn append(event: &Event) {
    if let Some(mut file) = files::record() {
        // A record that cannot be written (the disk is full) ends up short, and the grader says so.
        let _ = file.write_all(format!("{event}\n").as_bytes());
    }
}

/// Blocks this thread until its task is ready or the deadline passes.
pub(crate) fn wait(mut world: Guard, me: usize, deadline: Option<u64>) -> Guard {
    let signal = world.tasks[me].signal.clone();
    while world.tasks[me].state != State::Ready {
        let left = deadline.map(|deadline| Duration::from_nanos(deadline.saturating_sub(nanos())));
        match left {
            None => world = signal.wait(world).unwrap_or_else(|poisoned| poisoned.into_inner()),
            Some(Duration::ZERO) => world.ready(me as u32, Wakeup::TimedOut),
            Some(left) => {
                let waited = signal.wait_timeout(world, really(left).max(Duration::from_micros(50)));
                (world, _) = waited.unwrap_or_else(|poisoned| poisoned.into_inner());
            }
        }
    }
    world
}

/// Something that its maker vouches may move to another thread.
pub(crate) struct AssertSend<T>(T);

// SAFETY: see `AssertSend::new`.
unsafe impl<T> Send for AssertSend<T> {}

impl<T> AssertSend<T> {
    /// # Safety
    /// The value may be used from another thread.
    pub(crate) unsafe fn new(value: T) -> AssertSend<T> {
        AssertSend(value)
    }

    fn into_inner(self) -> T {
        self.0
    }
}

/// Starts a thread of the operating system for a task.
pub(crate) fn spawn(
    id: u32,
    name: Option<String>,
    stack_size: Option<usize>,
    body: AssertSend<Box<dyn FnOnce()>>,
) -> io::Result<()> {
    let mut builder = ::std::thread::Builder::new();
    let name_of_pool = name.as_ref().is_some_and(|name| name.starts_with("procspawn"));
    if let Some(name) = name {
        builder = builder.name(name);
    }
    if let Some(size) = stack_size {
        builder = builder.stack_size(size);
    }
    // A pool's tasks may all fall to one of its processes: the others are slow to ask for work.
    let slow = world().plan.hold == Hold::Forward && name_of_pool && id > 1;
    builder.spawn(move || {
        TASK.set(id);
        if slow {
            ::std::thread::sleep(SHORT_PATIENCE);
        }
        world().record(0, What::Start);
        body.into_inner()();
    })?;
    Ok(())
}

/// Runs the program with real threads, in the first process or in a child.
pub(crate) fn run<T: Termination>(plan: Option<Plan>, main: fn() -> T) -> i32 {
    let mut world = world();
    if let Some(plan) = plan {
        if plan.hold == Hold::UntilAwaited && files::is_first() {
            let _ = HASTY_SINCE.set(real_nanos());
        }
        world.plan = plan;
    }
    world.add_task(Some("main".to_string()));
    let stdout = files::identity(1).map_or(String::new(), |(device, inode)| format!("{device}:{inode}"));
    world.record(0, What::Begin(::std::os::unix::process::parent_id(), stdout));
    drop(world);
    let default = ::std::panic::take_hook();
    ::std::panic::set_hook(Box::new(move |info| {
        let message = info.payload_as_str().unwrap_or("a panic").to_string();
        super::world().record(info.location().map_or(0, super::line), What::Panic(message));
        default(info);
    }));
    // What a panic of `main` means is decided by the real `std`, outside.
    let code = main().report();
    ending(explore::status(code), 0);
    explore::status(code)
}

/// Ends this process with this status.
pub(crate) fn exit(status: i32, line: u32) -> ! {
    ending(status, line);
    ::std::process::exit(status)
}

fn ending(status: i32, line: u32) {
    hold();
    let mut world = world();
    output::finish(&mut world);
    world.record(line, What::End(status));
}

/// How long a directed delay lasts when what it waits for does not come.
const PATIENCE: Duration = Duration::from_millis(1_200);
const SHORT_PATIENCE: Duration = Duration::from_millis(500);

/// Holds a spawned thread or process back, as the plan says.
pub fn hold() {
    hold_while(|plan, me, events| !may_go_on(plan, me, events));
}

/// Lets a worker sleep on until its whole group has written something: they are at work at once.
fn hold_asleep() {
    hold_while(|plan, me, events| {
        let Hold::UntilStarted(groups) = plan else { return false };
        let Some(me) = worker(me, events) else { return false };
        let Some((group, size)) = group(groups, me, &workers(events)) else { return false };
        group
            .iter()
            .filter(|worker| wrote(**worker, events, |what| matches!(what, What::Print(_) | What::Log(_))))
            .count()
            < size
    });
}

fn hold_while(waits: impl Fn(&Hold, u32, &[Event]) -> bool) {
    let world = world();
    let (plan, me) = (world.plan.hold.clone(), super::me(&world));
    let explored = world.explored();
    drop(world);
    if explored || plan == Hold::Nothing {
        return;
    }
    let patience = if plan == Hold::UntilAwaited { SHORT_PATIENCE } else { PATIENCE };
    let begun = Instant::now();
    while begun.elapsed() < patience && waits(&plan, me, &recorded()) {
        ::std::thread::sleep(Duration::from_millis(2));
    }
}

fn recorded() -> Vec<Event> {
    let Some(file) = files::record() else { return Vec::new() };
    let mut bytes = vec![0; file.metadata().map_or(0, |file| file.len()) as usize];
    let read = file.read_at(&mut bytes, 0).unwrap_or(0);
    let text = String::from_utf8_lossy(&bytes[..read]);
    let events = text.split_once(&format!("{PLAN_END}\n")).map_or("", |(_, events)| events);
    Recording::parse(events).executions.pop().map_or(Vec::new(), |execution| execution.events)
}

/// A spawned thread (of the first process) or a child process.
#[derive(PartialEq, Clone, Copy)]
enum Worker {
    Thread(u32),
    Process(u32),
}

/// Which worker a thread of this process is; none for the first process's main thread.
fn worker(thread: u32, events: &[Event]) -> Option<Worker> {
    let first = events.first()?.process;
    match (::std::process::id() == first, thread) {
        (true, 0) => None,
        (true, thread) => Some(Worker::Thread(thread)),
        (false, _) => Some(Worker::Process(::std::process::id())),
    }
}

/// The threads and processes that the first process started to do the work, in order: not the threads of a library
/// that starts processes, and not a thread whose own work is to start one and wait for it.
fn workers(events: &[Event]) -> Vec<Worker> {
    let Some(first) = events.first().map(|event| event.process) else { return Vec::new() };
    let here = |event: &&Event| event.process == first;
    let starts_processes = |thread: u32| {
        let started = |event: &Event| event.thread == thread && matches!(event.what, What::SpawnProcess(..));
        events.iter().filter(here).any(started)
    };
    let worker = |event: &Event| match &event.what {
        What::Spawn(thread, name) if !name.starts_with("procspawn") && !starts_processes(*thread) => {
            Some(Worker::Thread(*thread))
        }
        What::SpawnProcess(process, _) => Some(Worker::Process(*process)),
        _ => None,
    };
    events.iter().filter(here).filter_map(worker).collect()
}

/// The part of a worker's group that has been started, and the group's size.
fn group(groups: &Groups, me: Worker, workers: &[Worker]) -> Option<(Vec<Worker>, usize)> {
    let threads = matches!(me, Worker::Thread(_));
    let kind: Vec<Worker> =
        workers.iter().copied().filter(|worker| matches!(worker, Worker::Thread(_)) == threads).collect();
    let at = kind.iter().position(|worker| *worker == me)?;
    let mut begin = 0;
    for size in if threads { &groups.threads } else { &groups.processes } {
        let end = begin + *size as usize;
        if at < end {
            return Some((kind[begin..end.min(kind.len())].to_vec(), *size as usize));
        }
        begin = end;
    }
    None
}

/// A worker has recorded something like this.
fn wrote(worker: Worker, events: &[Event], like: impl Fn(&What) -> bool) -> bool {
    let first = events.first().map_or(0, |event| event.process);
    events.iter().any(|event| {
        like(&event.what)
            && match worker {
                Worker::Thread(thread) => event.process == first && event.thread == thread,
                Worker::Process(process) => event.process == process,
            }
    })
}

fn may_go_on(hold: &Hold, thread: u32, events: &[Event]) -> bool {
    let Some(me) = worker(thread, events) else { return true };
    // A child may run before its parent has written down that it started it.
    let known = |process: u32| {
        events.iter().any(|event| matches!(event.what, What::SpawnProcess(started, _) if started == process))
    };
    if matches!(me, Worker::Process(process) if !known(process)) {
        return false;
    }
    let workers = workers(events);
    let at = || workers.iter().position(|worker| *worker == me);
    let printed = |at: usize| {
        let is_line = |what: &What| matches!(what, What::Print(_));
        workers.get(at).is_some_and(|worker| wrote(*worker, events, is_line))
    };
    match hold {
        Hold::Nothing => true,
        Hold::UntilStarted(groups) => {
            group(groups, me, &workers).is_none_or(|(group, size)| group.len() == size)
        }
        Hold::UntilAllStarted(count) => workers.len() >= *count as usize,
        Hold::Reverse(count) => at().is_none_or(|at| at + 1 >= *count as usize || printed(at + 1)),
        Hold::Forward => at().is_none_or(|at| at == 0 || printed(at - 1)),
        Hold::UntilAwaited => events.iter().any(|event| match event.what {
            What::Joining(thread) => me == Worker::Thread(thread),
            What::WaitingProcess(process) => me == Worker::Process(process),
            What::End(_) => event.process == events[0].process,
            _ => false,
        }),
    }
}
