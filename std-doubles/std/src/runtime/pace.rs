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
    /// `main` does its next step only when the others get no further without it.
    MainLast,
    /// Each does its next step only when those that were started later get no further without it.
    LastFirst,
    /// Each but `main` takes its time for each step: they do the same ones at once.
    InStep,
}

/// How long a step takes, in step.
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
    /// When the others had done so many steps they were waited for in vain: until they do another one they wait for what is
    /// not seen here.
    static IN_VAIN: Cell<Option<u32>> = const { Cell::new(None) };
}

/// The first process begins, with this plan.
pub(crate) fn set(hold: &Hold) {
    let pace = match hold {
        Hold::UntilAwaited => Pace::MainFirst,
        Hold::Forward => Pace::MainLast,
        Hold::Reverse { .. } => Pace::LastFirst,
        Hold::UntilStarted(_) | Hold::UntilAllStarted { .. } => Pace::InStep,
        Hold::Nothing => return,
    };
    let _ = PACE.set(pace);
}

/// The running thread is about to do a step, or has let others know of something.
pub(crate) fn keep() {
    let Some(&pace) = PACE.get() else { return };
    if pace != Pace::InStep {
        let_others_go_first(pace);
    } else if me(&world()) != 0 {
        wait(STEP.min(LEFT.get()));
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
        let me = me(&world);
        let (steps, go_on) = others(pace, me, &world);
        let in_vain = IN_VAIN.get() == Some(steps);
        let patient = begun.elapsed() < PATIENCE && !LEFT.get().is_zero();
        if !go_on || in_vain || !patient {
            if go_on {
                IN_VAIN.set(Some(steps));
            }
            world.tasks[me as usize].steps += 1;
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

/// How many steps those have done that go before a task, and whether one of them goes on by itself.
fn others(pace: Pace, me: u32, world: &Guard) -> (u32, bool) {
    let goes_before = |other: u32| match pace {
        Pace::MainFirst => me != 0 && other == 0,
        Pace::MainLast => me == 0 && other != 0,
        Pace::LastFirst => other > me,
        Pace::InStep => false,
    };
    let goes_on = |state| match state {
        State::Ready => true,
        // It sleeps, or waits for a child: who is last waits for that as well.
        State::Away | State::Sleeping { .. } => pace != Pace::MainFirst,
        State::Blocked(_) | State::Finished => false,
    };
    let before = || (0..).zip(&world.tasks).filter(|(other, _)| goes_before(*other)).map(|(_, task)| task);
    (before().map(|task| task.steps).sum(), before().any(|task| goes_on(task.state)))
}
