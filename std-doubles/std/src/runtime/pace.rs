//! Traced: at which pace the threads of the first process go on, between what a [`Hold`] holds back.
//!
//! A thread that begins late, that goes on late after it has let others know of something, or that is overtaken between two
//! steps is seldom seen where the operating system decides. Each directed run has a pace that shows one of these.

use ::std::cell::Cell;
use ::std::sync::OnceLock;
use ::std::time::{Duration, Instant};

use threadlings_trace::Hold;

use super::{Guard, State, Task, me, trace, world};

/// How threads go on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Pace {
    /// The others do their next step only when `main` gets no further without it.
    MainFirst,
    /// `main` does its next step only when the others get no further without it.
    MainLast,
    /// Each does its next step only when `main` and those that were started earlier get no further without it.
    EarlierFirst,
    /// Each does its next step only when those that were started later get no further without it.
    LaterFirst,
    /// Each but `main` does its next step when all of them are about to do one, or get no further: those that do the same do it
    /// at once.
    InStep,
}

/// So long a thread waits for others before a step, while no child does anything: they may ask for something again and again,
/// or wait for what is not seen here.
const PATIENCE: Duration = Duration::from_millis(100);
/// And so long in all: the run has an end.
const PATIENCE_IN_ALL: Duration = Duration::from_millis(500);

static PACE: OnceLock<Pace> = OnceLock::new();

::std::thread_local! {
    /// For how long this thread may still wait.
    static LEFT: Cell<Duration> = const { Cell::new(PATIENCE_IN_ALL) };
    /// When the others had done so many steps they were waited for in vain: until they do another one they wait for what is
    /// not seen here.
    static IN_VAIN: Cell<Option<(Pace, u32)>> = const { Cell::new(None) };
}

/// The first process begins, with this plan.
pub(crate) fn set(hold: &Hold) {
    let pace = match hold {
        Hold::UntilAwaited => Pace::MainFirst,
        Hold::MainFirst => Pace::EarlierFirst,
        Hold::Forward => Pace::MainLast,
        Hold::UntilStarted(_) | Hold::UntilAllStarted { .. } => Pace::InStep,
        Hold::LaterFirst => Pace::LaterFirst,
        Hold::Reverse { .. } | Hold::Nothing => return,
    };
    let _ = PACE.set(pace);
}

/// The running thread has been started. In step all begin together, as soon as `main` gets no further.
pub(crate) fn begin() {
    if PACE.get() == Some(&Pace::InStep) {
        let_others_go_first(Pace::MainFirst);
    }
    keep();
}

/// The running thread is about to do a step, or has let others know of something.
pub(crate) fn keep() {
    if let Some(&pace) = PACE.get() {
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
    let me = me(&world());
    world().tasks[me as usize].is_about_to_step = pace == Pace::InStep;
    let (mut children, mut since) = (0, Instant::now());
    loop {
        let mut world = world();
        let now = trace::of_children();
        if now != children {
            (children, since) = (now, Instant::now());
        }
        let (steps, go_on) = others(pace, me, &world);
        let in_vain = IN_VAIN.get() == Some((pace, steps));
        let patient = since.elapsed() < PATIENCE && !LEFT.get().is_zero();
        if !go_on && pace == Pace::InStep && me != 0 {
            // They go on together with this one.
            world.tasks.iter_mut().for_each(|task| task.is_about_to_step = false);
        }
        let task = &mut world.tasks[me as usize];
        let is_released = pace == Pace::InStep && !task.is_about_to_step;
        if !go_on || is_released || in_vain || !patient {
            if go_on && !is_released {
                IN_VAIN.set(Some((pace, steps)));
            }
            task.is_about_to_step = false;
            task.steps += 1;
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
    let goes_before = |(other, task): &(u32, &Task)| match pace {
        Pace::MainFirst => me != 0 && (*other == 0 || task.is_timer && *other != me),
        Pace::MainLast => me == 0 && *other != 0,
        Pace::EarlierFirst => *other < me,
        Pace::LaterFirst => *other > me,
        Pace::InStep => me != 0 && *other != 0 && *other != me,
    };
    let goes_on = |task: &Task| match task.state {
        State::Ready => pace != Pace::InStep || !task.is_about_to_step,
        // It sleeps, or waits for a child: that will soon be over.
        State::Away | State::Sleeping { .. } => true,
        // It has a time-out: `main`, which goes first, is let to lose its patience.
        State::Blocked(waiting) => pace == Pace::MainFirst && waiting.deadline.is_some(),
        State::Finished => false,
    };
    let before = || (0..).zip(&world.tasks).filter(goes_before).map(|(_, task)| task);
    (before().map(|task| task.steps).sum(), before().any(goes_on))
}
