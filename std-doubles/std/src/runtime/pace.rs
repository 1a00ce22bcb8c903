//! Traced: at which pace the threads of the first process go on, between what a [`Hold`] holds back.
//!
//! A thread that begins late, that goes on late after it has let others know of something, or that is overtaken between two
//! steps is seldom seen where the operating system decides. Each directed run has a pace that shows one of these.

use ::std::cell::Cell;
use ::std::sync::OnceLock;
use ::std::time::{Duration, Instant};

use threadlings_trace::Hold;

use super::{Guard, State, me, world};

/// How threads go on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Pace {
    /// The others do their next step only when `main` gets no further without it.
    MainFirst,
    /// `main` does its next step only when the others get no further without it, or wait for a child long enough.
    MainLast,
    /// Each but `main` takes its time for each step: they do the same ones at once.
    InStep,
}

/// How long a step takes.
const STEP: Duration = Duration::from_millis(10);
/// So long a thread waits for others before a step: they may ask for something again and again, or wait for what is not seen
/// here.
const PATIENCE: Duration = Duration::from_millis(200);
/// And so long in all: the run has an end.
const PATIENCE_IN_ALL: Duration = Duration::from_secs(1);

static PACE: OnceLock<Pace> = OnceLock::new();

::std::thread_local! {
    /// For how long this thread may still wait.
    static LEFT: Cell<Duration> = const { Cell::new(PATIENCE_IN_ALL) };
}

/// How far those have got that go first.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Progress {
    steps: u32,
    /// At this step they were waited for in vain: until the next one they wait for what is not seen here.
    stuck_at: Option<u32>,
}

impl Progress {
    pub(crate) const NONE: Progress = Progress { steps: 0, stuck_at: None };
}

/// The first process begins, with this plan.
pub(crate) fn set(hold: &Hold) {
    let pace = match hold {
        Hold::UntilAwaited => Pace::MainFirst,
        Hold::Forward => Pace::MainLast,
        Hold::UntilStarted(_) | Hold::UntilAllStarted { .. } => Pace::InStep,
        Hold::Reverse { .. } | Hold::Nothing => return,
    };
    let _ = PACE.set(pace);
}

/// The running thread is about to do a step, or has let others know of something.
pub(crate) fn keep() {
    let Some(&pace) = PACE.get() else { return };
    if pace == Pace::InStep {
        if me(&world()) != 0 {
            wait(STEP.min(LEFT.get()));
        }
    } else {
        let_others_go_first(pace);
    }
}

/// The running thread is about to end the process. What the others are in the middle of is seen when they have done it.
pub(crate) fn keep_at_end() {
    if PACE.get() == Some(&Pace::InStep) {
        let_others_go_first(Pace::MainLast);
    }
}

fn let_others_go_first(pace: Pace) {
    let begun = Instant::now();
    loop {
        let mut world = world();
        if goes_first(pace, me(&world)) {
            world.progress.steps += 1;
            return;
        }
        if !others_go_on(pace, &world) || world.progress.stuck_at == Some(world.progress.steps) {
            return;
        }
        if begun.elapsed() >= PATIENCE || LEFT.get().is_zero() {
            world.progress.stuck_at = Some(world.progress.steps);
            return;
        }
        drop(world);
        wait(Duration::from_micros(200));
    }
}

fn wait(duration: Duration) {
    ::std::thread::sleep(duration);
    LEFT.set(LEFT.get().saturating_sub(duration));
}

fn goes_first(pace: Pace, task: u32) -> bool {
    (task == 0) == (pace == Pace::MainFirst)
}

/// Somebody who goes first is not blocked. For a child that will soon be over `main` waits last, too.
fn others_go_on(pace: Pace, world: &Guard) -> bool {
    let goes_on = |state| match state {
        State::Ready => true,
        State::Away | State::Sleeping { .. } => pace == Pace::MainLast,
        State::Blocked(_) | State::Finished => false,
    };
    let tasks = world.tasks.iter().enumerate();
    tasks.filter(|(task, _)| goes_first(pace, *task as u32)).any(|(_, task)| goes_on(task.state))
}
