//! Traced: how much a thread of the learner's own computes before the last that it does for others to see, and after it. Who says
//! that it is done, and then begins to compute, is not done.

use ::std::cell::Cell;
use ::std::time::Duration;

use threadlings_trace::What;

use super::world;

/// Less is no work: a thread also has values to drop.
const LEAST: Duration = Duration::from_millis(5);

#[derive(Debug, Clone, Copy)]
struct Measured {
    /// Up to the last event.
    before: Duration,
    /// The thread's clock at the last event, or at the end of a pause.
    since: Duration,
}

::std::thread_local! {
    static MEASURED: Cell<Option<Measured>> = const { Cell::new(None) };
}

/// The processor time that this thread has used.
fn used() -> Duration {
    let mut time = libc::timespec { tv_sec: 0, tv_nsec: 0 };
    // SAFETY: fills the structure that it is given, or fails and leaves it.
    unsafe { libc::clock_gettime(libc::CLOCK_THREAD_CPUTIME_ID, &mut time) };
    Duration::new(time.tv_sec.unsigned_abs(), time.tv_nsec as u32)
}

/// From now on the running thread is measured.
pub(crate) fn begin() {
    MEASURED.set(Some(Measured { before: Duration::ZERO, since: used() }));
}

/// The running thread has done something for others to see.
pub(crate) fn event() {
    if let Some(Measured { before, since }) = MEASURED.get() {
        let now = used();
        MEASURED.set(Some(Measured { before: before + (now - since), since: now }));
    }
}

/// What the running thread computes is not its own, until this is dropped.
#[must_use]
pub(crate) struct Pause {
    begin: Option<Duration>,
}

pub(crate) fn pause() -> Pause {
    Pause { begin: MEASURED.get().map(|_| used()) }
}

impl Drop for Pause {
    fn drop(&mut self) {
        if let (Some(begin), Some(measured)) = (self.begin, MEASURED.get()) {
            MEASURED.set(Some(Measured { since: measured.since + (used() - begin), ..measured }));
        }
    }
}

/// The running thread has returned: records what it has computed since its last event, where that is most of its work.
pub(crate) fn note() {
    let Some(Measured { before, since }) = MEASURED.get() else { return };
    let after = used() - since;
    if after >= LEAST && after > before {
        world().record(0, What::Computed(after.as_nanos() as u64));
    }
}
