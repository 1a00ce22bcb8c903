//! The traced run: real threads and processes, each event appended to the record as it happens, and the directed
//! delays ([`Hold`]) that lead to an order which chance would seldom show.

use ::std::io::{self, Write};
use ::std::sync::OnceLock;
use ::std::sync::atomic::{AtomicBool, AtomicU32, AtomicU64, Ordering::SeqCst};
use ::std::time::{Duration, Instant, SystemTime, UNIX_EPOCH};

use threadlings_trace::{
    Event, Groups, Hold, Kind, Plan, Recording, What, Worker, workers, workers_and_minders,
};

use super::{Guard, State, TASK, Wakeup, cpu, explore, files, output, pace, world};

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

/// How long something takes that is to take so long on this process's clock. Who sleeps only to ask again would fill the record.
fn really(duration: Duration) -> Duration {
    if HASTY_SINCE.get().is_some() { (duration / HASTE).max(Duration::from_millis(5)) } else { duration }
}

/// Sleeps.
pub(crate) fn sleep(duration: Duration) {
    ::std::thread::sleep(really(duration));
    hold_asleep();
}

/// How many bytes this process has written into the record.
static OWN_BYTES: AtomicU64 = AtomicU64::new(0);

/// How much other processes have written into the record, to be asked while the world is locked: a number that grows by so much.
pub(crate) fn of_children() -> u64 {
    files::length().wrapping_sub(OWN_BYTES.load(SeqCst))
}

::std::thread_local! {
    /// What this thread has asked for, and that it has given way, since it did anything else.
    static ASKED: ::std::cell::RefCell<Vec<What>> = const { ::std::cell::RefCell::new(Vec::new()) };
}

/// The same was asked for before, and nothing else was done since: one that asks again and again would fill the record.
fn is_asked_again(what: &What) -> bool {
    ASKED.with_borrow_mut(|asked| {
        let asks = matches!(what, What::Load(..) | What::Yield);
        let again = asks && asked.contains(what);
        if !asks {
            asked.clear();
        } else if !again {
            asked.push(what.clone());
        }
        again
    })
}

/// Appends one event: one write, so that lines of several processes do not mix.
pub(crate) fn append(event: &Event) {
    if is_asked_again(&event.what) {
        return;
    }
    if let Some(mut file) = files::record() {
        // A record that cannot be written (the disk is full) ends up short, and the grader says so.
        let line = format!("{event}\n");
        OWN_BYTES.fetch_add(line.len() as u64, SeqCst);
        let _ = file.write_all(line.as_bytes());
    }
    cpu::event();
}

/// Ends the process where all its threads are blocked for good: nobody else could wake them.
pub(crate) fn end_deadlock(world: &mut Guard) {
    let for_good = |state| match state {
        State::Blocked(waiting) => waiting.deadline.is_none(),
        State::Finished => true,
        State::Ready | State::Away | State::Sleeping { .. } => false,
    };
    if world.tasks.iter().all(|task| for_good(task.state)) {
        world.record(0, What::Deadlock);
        // Nothing of it is run any more: a value that is dropped might wait, too.
        explore::leave(1);
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

/// A library (rayon, a pool of processes) has started a thread.
static LIBRARY_HAS_THREADS: AtomicBool = AtomicBool::new(false);

/// Starts a thread of the operating system for a task.
pub(crate) fn spawn(
    id: u32,
    name: Option<String>,
    stack_size: Option<usize>,
    body: AssertSend<Box<dyn FnOnce()>>,
    by_library: bool,
) -> io::Result<()> {
    let mut builder = ::std::thread::Builder::new();
    if let Some(name) = name {
        builder = builder.name(name);
    }
    if let Some(size) = stack_size {
        builder = builder.stack_size(size);
    }
    // A pool's tasks may all fall to one of its threads or processes: the others are slow to ask for work, until nobody
    // gets further.
    let slow = by_library && LIBRARY_HAS_THREADS.swap(true, SeqCst) && world().plan.hold == Hold::Forward;
    builder.spawn(move || {
        TASK.set(id);
        if !by_library {
            cpu::begin();
        }
        if slow {
            hold_while(|_, _, _| true);
        }
        pace::begin();
        world().record(0, What::Start);
        body.into_inner()();
    })?;
    Ok(())
}

/// Runs the program with real threads, in the first process or in a child.
pub(crate) fn run(plan: Option<Plan>, main: explore::Main) -> i32 {
    let mut world = world();
    if let Some(plan) = plan {
        if files::is_first() {
            pace::set(&plan.hold);
            if plan.hold == Hold::UntilAwaited {
                let _ = HASTY_SINCE.set(real_nanos());
            }
        }
        world.plan = plan;
    }
    world.add_task(Some("main".to_string()));
    let file =
        |fd| files::identity(fd).map_or("none".to_string(), |(device, inode)| format!("{device}:{inode}"));
    world.record(0, What::Begin(::std::os::unix::process::parent_id(), file(1), file(2)));
    drop(world);
    let default = ::std::panic::take_hook();
    ::std::panic::set_hook(Box::new(move |info| {
        let message = info.payload_as_str().unwrap_or("a panic").to_string();
        super::world().record(info.location().map_or(0, super::line), What::Panic(message));
        default(info);
    }));
    // What a panic of `main` means is decided by the real `std`, outside.
    let code = main();
    crate::thread::destroy_locals();
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
    hold_to_end();
    pace::keep_at_end();
    let mut world = world();
    output::finish(&mut world);
    world.record(line, What::End(status));
}

/// How long a directed delay lasts when what it waits for does not come and the first process gets no further.
const PATIENCE: Duration = Duration::from_millis(1_200);
const SHORT_PATIENCE: Duration = Duration::from_millis(500);

::std::thread_local! {
    /// This thread has been held in vain: its turn does not come.
    static OUT_OF_TURN: ::std::cell::Cell<bool> = const { ::std::cell::Cell::new(false) };
}

/// Holds a spawned thread or process back, as the plan says.
pub fn hold() {
    hold_until_turn(|_, events| started(events));
}

/// The same for one that is about to print. A thread that starts a process is a worker if it prints too, and so are
/// the others like it, before they do.
pub fn hold_to_print() {
    hold_until_turn(|me, events| {
        let workers = started(events);
        match worker(me, events) {
            Some(me) if !workers.contains(&me) => {
                workers_and_minders(events).into_iter().map(|(_, worker)| worker).collect()
            }
            _ => workers,
        }
    });
}

fn hold_until_turn(workers: impl Fn(u32, &[Event]) -> Vec<Worker>) {
    if OUT_OF_TURN.get() {
        return;
    }
    let comes = hold_while(|plan, me, events| !may_go_on(plan, me, &workers(me, events), events));
    // Who is held until it is awaited may be awaited later.
    if !comes && world().plan.hold != Hold::UntilAwaited {
        OUT_OF_TURN.set(true);
    }
}

/// Where lines are not held until their worker is awaited, the end of a child is: nobody may be seen to wait for it. Where one
/// has been held in vain, a library may wait for them in a way of its own, and the others need not be held.
fn hold_to_end() {
    hold_while(|plan, me, events| {
        let holds = matches!(plan, Hold::UntilStarted(_) | Hold::UntilAllStarted { .. } | Hold::LaterFirst);
        let is_held =
            |me: Worker| !is_awaited(me, events) && !started(events).iter().any(ended_unawaited(events));
        holds && worker(me, events).is_some_and(is_held)
    });
}

/// Whether a child has come to its end with nobody seen to wait for it.
fn ended_unawaited(events: &[Event]) -> impl Fn(&Worker) -> bool {
    |worker| {
        let end = first(*worker, events, |what| matches!(what, What::End(_)));
        end.is_some_and(|end| !worker.is_thread() && !is_awaited(*worker, &events[..end]))
    }
}

/// So many times a process is held asleep in vain: its program is not one in which that leads to anything.
const MOST_ASLEEP_IN_VAIN: u32 = 2;
static ASLEEP_IN_VAIN: AtomicU32 = AtomicU32::new(0);

/// Lets a worker sleep on until its whole group has written something: they are at work at once, unless one has ended before.
fn hold_asleep() {
    if ASLEEP_IN_VAIN.load(SeqCst) >= MOST_ASLEEP_IN_VAIN {
        return;
    }
    let is_patient = hold_while(|plan, me, events| {
        let Hold::UntilStarted(groups) = plan else { return false };
        let Some(me) = worker(me, events) else { return false };
        let Some((group, size)) = group(groups, me, &started(events)) else { return false };
        let have =
            |like: fn(&What) -> bool| group.iter().filter(|worker| wrote(**worker, events, like)).count();
        have(|what| matches!(what, What::Print(_) | What::Log(_))) < size
            && have(|what| matches!(what, What::Exit(_) | What::End(_))) == 0
    });
    if !is_patient {
        ASLEEP_IN_VAIN.fetch_add(1, SeqCst);
    }
}

/// Holds while this is so. False: it has lost its patience.
fn hold_while(waits: impl Fn(&Hold, u32, &[Event]) -> bool) -> bool {
    let world = world();
    let (plan, me) = (world.plan.hold.clone(), super::me(&world));
    let explored = world.explored();
    drop(world);
    if explored || plan == Hold::Nothing {
        return true;
    }
    let _unmeasured = cpu::pause();
    let mut record = Record::default();
    let (mut progress, mut since) = (0, Instant::now());
    loop {
        let events = record.up_to_now();
        // On a busy machine it takes long to start a process: patience begins anew when somebody has got further.
        let now = progress_of_others(&plan, me, events);
        if now != progress {
            (progress, since) = (now, Instant::now());
        }
        if !waits(&plan, me, events) {
            return true;
        }
        if since.elapsed() >= patience(&plan, me, events) {
            return false;
        }
        ::std::thread::sleep(Duration::from_millis(2));
    }
}

/// How many workers the first process has started, and for its threads also how many it has seen end and what its
/// children have done; where all workers are held until they are awaited, what those of the same kind have done, too.
/// Asking again and again is no progress.
fn progress_of_others(hold: &Hold, me: u32, events: &[Event]) -> usize {
    let in_turn = *hold == Hold::UntilAwaited;
    let is_thread = worker(me, events).is_some_and(Worker::is_thread);
    let Some(first) = events.first().map(|event| event.process) else { return 0 };
    let counts = |event: &&Event| match event.what {
        What::Spawn(..) | What::SpawnProcess(..) => event.process == first,
        What::Joined(_) | What::WaitedProcess(_) => is_thread && event.process == first,
        What::Print(_) | What::End(_) if event.process != first => is_thread || in_turn,
        What::Print(_) | What::Exit(_) => is_thread && in_turn,
        _ => false,
    };
    events.iter().filter(counts).count()
}

/// Short where no more can come of it: `main` waits for this very worker.
fn patience(hold: &Hold, me: u32, events: &[Event]) -> Duration {
    let first = events.first().map(|event| event.process);
    let of_main = |event: &&Event| Some(event.process) == first && event.thread == 0;
    let last = events.iter().rfind(of_main).map(|event| &event.what);
    let me = worker(me, events);
    let awaited = match last {
        Some(What::Joining(thread) | What::Blocked(Kind::Thread, thread)) => Some(Worker::Thread(*thread)),
        Some(What::WaitingProcess(process)) => Some(Worker::Process(*process)),
        _ => None,
    };
    match me {
        Some(me) if awaited.is_none() && *hold == Hold::UntilAwaited => {
            in_turn(me, matches!(last, Some(What::Sleep(_))), events)
        }
        Some(_) if me == awaited => SHORT_PATIENCE,
        _ => PATIENCE,
    }
}

/// The patience of one that is held until it is awaited, when nobody is. They lose it one after the other, as they were
/// started: who polls until any has ended, where it should be all, is seen to leave the others alone. It is short where
/// `main` has had the long one to do something; and a child's unless `main` sleeps: nobody may be seen to wait for it
/// (it is awaited inside a library), and the first process's threads must not lose their patience together with it.
fn in_turn(me: Worker, main_sleeps: bool, events: &[Event]) -> Duration {
    let is_over =
        |worker: &Worker| wrote(*worker, events, |what| matches!(what, What::Exit(_) | What::End(_)));
    let alike = alike(me, &started(events));
    let (over, at_work): (Vec<Worker>, Vec<Worker>) =
        alike.into_iter().take_while(|worker| *worker != me).partition(is_over);
    let has_written = wrote(me, events, |what| matches!(what, What::Print(_)));
    let short = has_written || !over.is_empty() || !(me.is_thread() || main_sleeps);
    let patience = if short { SHORT_PATIENCE } else { PATIENCE };
    patience * (1 + at_work.len() as u32)
}

/// What stands in the record. Each line is read once: one that polls makes many.
#[derive(Default)]
struct Record {
    events: Vec<Event>,
    read: u64,
}

impl Record {
    fn up_to_now(&mut self) -> &[Event] {
        let text = files::text(self.read);
        let text = text.rfind('\n').map_or("", |end| &text[..=end]);
        self.read += text.len() as u64;
        // Before the first event is the plan, no line of which is one.
        let mut executions = Recording::parse(text).executions;
        self.events.extend(executions.pop().map_or(Vec::new(), |execution| execution.events));
        &self.events
    }
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

/// The workers that have been started, in order.
fn started(events: &[Event]) -> Vec<Worker> {
    workers(events).into_iter().map(|(_, worker)| worker).collect()
}

/// Those of the same kind as this one.
fn alike(me: Worker, workers: &[Worker]) -> Vec<Worker> {
    workers.iter().copied().filter(|worker| worker.is_thread() == me.is_thread()).collect()
}

/// The part of a worker's group that has been started, and the group's size. More than all groups together belong to the last
/// one: of a larger pool any may be at work.
fn group(groups: &Groups, me: Worker, workers: &[Worker]) -> Option<(Vec<Worker>, usize)> {
    let kind = alike(me, workers);
    let at = kind.iter().position(|worker| *worker == me)?;
    let sizes = if me.is_thread() { &groups.threads } else { &groups.processes };
    let mut begin = 0;
    for (group, size) in sizes.iter().enumerate() {
        let is_last = group + 1 == sizes.len();
        let end = if is_last { kind.len() } else { kind.len().min(begin + *size as usize) };
        if at < end {
            return Some((kind[begin..end].to_vec(), *size as usize));
        }
        begin = end;
    }
    None
}

/// A worker has recorded something like this.
fn wrote(worker: Worker, events: &[Event], like: impl Fn(&What) -> bool) -> bool {
    first(worker, events, like).is_some()
}

/// Where the first event of a worker stands that is like this.
fn first(worker: Worker, events: &[Event], like: impl Fn(&What) -> bool) -> Option<usize> {
    let first = events.first().map_or(0, |event| event.process);
    events.iter().position(|event| {
        like(&event.what)
            && match worker {
                Worker::Thread(thread) => event.process == first && event.thread == thread,
                Worker::Process(process) => event.process == process,
            }
    })
}

fn may_go_on(hold: &Hold, thread: u32, workers: &[Worker], events: &[Event]) -> bool {
    let Some(me) = worker(thread, events) else { return true };
    // A child may run before its parent has written down that it started it.
    let known = |process: u32| {
        events.iter().any(|event| matches!(event.what, What::SpawnProcess(started, _) if started == process))
    };
    if matches!(me, Worker::Process(process) if !known(process)) {
        return false;
    }
    // Who ends without a line is not waited for.
    let has_had_turn = |worker: Option<&Worker>| {
        let part = |what: &What| matches!(what, What::Print(_) | What::Exit(_) | What::End(_));
        worker.is_some_and(|worker| wrote(*worker, events, part))
    };
    let place = |among: &[Worker]| among.iter().position(|worker| *worker == me);
    let threads_started = workers.iter().filter(|worker| worker.is_thread()).count();
    let processes_started = workers.len() - threads_started;
    match hold {
        Hold::Nothing | Hold::LaterFirst | Hold::MainFirst => true,
        Hold::UntilStarted(groups) => group(groups, me, workers)
            .is_none_or(|(group, size)| group.len() >= size || has_done_its_part(&group, events)),
        // A thread that will start a process is known to be no worker once it has.
        Hold::UntilAllStarted { threads, processes } => {
            let all = threads_started >= *threads as usize && processes_started >= *processes as usize;
            all || has_done_its_part(&alike(me, workers), events)
        }
        Hold::Reverse { threads, processes } => {
            let alike = alike(me, workers);
            let count = if me.is_thread() { *threads } else { *processes } as usize;
            // As above: which threads are the workers is known when the processes are started.
            let clear = !me.is_thread() || processes_started >= *processes as usize;
            let is_turn = |at: usize| clear && (at + 1 >= count || has_had_turn(alike.get(at + 1)));
            let in_vain = || {
                let has_had_turn = |worker| has_had_turn(Some(worker));
                if clear { is_out_of_turn(&alike, count, events) } else { alike.iter().any(has_had_turn) }
            };
            place(&alike).is_none_or(|at| is_turn(at) || in_vain())
        }
        Hold::Forward => place(workers).is_none_or(|at| at == 0 || has_had_turn(workers.get(at - 1))),
        Hold::UntilAwaited => is_awaited(me, events),
    }
}

/// One of these has lost its patience: they are not all started before, and the others need not wait for that.
fn has_done_its_part(workers: &[Worker], events: &[Event]) -> bool {
    let part = |what: &What| matches!(what, What::Print(_) | What::Log(_) | What::End(_));
    workers.iter().any(|worker| wrote(*worker, events, part))
}

/// One of these, `count` of which should print in reverse, has lost its patience: they do not print in that order, and the
/// others need not try to.
fn is_out_of_turn(workers: &[Worker], count: usize, events: &[Event]) -> bool {
    let first_line = |worker: &Worker| first(*worker, events, |what| matches!(what, What::Print(_)));
    let lines: Vec<Option<usize>> = workers.iter().map(first_line).collect();
    (0..workers.len().min(count.saturating_sub(1))).any(|at| {
        let next = lines.get(at + 1).copied().flatten();
        lines[at].is_some_and(|line| next.is_none_or(|next| next > line))
    })
}

/// Somebody waits for a worker, or the program has ended.
fn is_awaited(me: Worker, events: &[Event]) -> bool {
    events.iter().any(|event| match event.what {
        What::Joining(thread) => me == Worker::Thread(thread),
        What::WaitingProcess(process) => me == Worker::Process(process),
        What::End(_) => event.process == events[0].process,
        _ => false,
    })
}
