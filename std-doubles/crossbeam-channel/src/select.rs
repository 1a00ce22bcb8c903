//! `select!`: waits for whichever of several channels is ready first.

use std::time::Duration;

use threadlings_std::runtime::{self, Promise};

use crate::{Receiver, Sender};

/// One end of a channel, as one of several things to wait for.
pub trait End {
    /// The operation would not block who waits with this promise. Not a step.
    fn is_ready(&self, promise: &Promise) -> bool;
    /// From now on somebody waits here.
    fn begin(&self, promise: &Promise);
    /// No longer.
    fn end(&self, promise: &Promise);
    /// Makes the message that was promised, if it is here, the next to be received.
    fn claim(&self, promise: &Promise) -> bool;
}

impl<T> End for Sender<T> {
    fn is_ready(&self, promise: &Promise) -> bool {
        self.channel.can_send(promise)
    }

    // A sender takes up what receivers offer, and offers nothing itself.
    fn begin(&self, _promise: &Promise) {}

    fn end(&self, _promise: &Promise) {}

    fn claim(&self, _promise: &Promise) -> bool {
        false
    }
}

impl<T> End for Receiver<T> {
    fn is_ready(&self, _promise: &Promise) -> bool {
        self.channel.can_receive()
    }

    fn begin(&self, promise: &Promise) {
        self.channel.begin_to_select(promise);
    }

    fn end(&self, promise: &Promise) {
        self.channel.end_to_select(promise);
    }

    fn claim(&self, promise: &Promise) -> bool {
        self.channel.claim(promise)
    }
}

/// How long to wait.
#[derive(Clone, Copy, PartialEq)]
pub(crate) enum Until {
    Now,
    Ready,
    Deadline(u64),
}

impl Until {
    /// `None` waits for ever, zero not at all.
    pub(crate) fn new(patience: Option<Duration>) -> Until {
        match patience {
            None => Until::Ready,
            Some(Duration::ZERO) => Until::Now,
            Some(patience) => Until::Deadline(runtime::world().deadline(patience)),
        }
    }
}

/// Which one, where several are ready.
#[derive(Clone, Copy, Default)]
pub enum Order {
    /// Any.
    #[default]
    Any,
    /// The first.
    Biased,
}

/// Waits until an operation would not block, and gives its number.
pub(crate) fn wait(ends: &[(usize, &dyn End)], order: Order, until: Until) -> Option<usize> {
    let promise = Promise::default();
    let ready = || ends.iter().filter(|(_, end)| end.is_ready(&promise));
    let choose = || {
        let chosen = match (order, ready().count()) {
            (_, 0) => return None,
            (Order::Any, count) => runtime::pick(count),
            (Order::Biased, _) => 0,
        };
        ready().nth(chosen).map(|(at, _)| *at)
    };
    let chosen = choose();
    if chosen.is_some() || until == Until::Now {
        return chosen;
    }
    let deadline = if let Until::Deadline(deadline) = until { Some(deadline) } else { None };
    ends.iter().for_each(|(_, end)| end.begin(&promise));
    let found = loop {
        let in_time = runtime::any_channel(|| promise.is_given() || ready().next().is_some(), deadline, 0);
        let promised = || ends.iter().find(|(_, end)| end.claim(&promise)).map(|(at, _)| *at);
        let found = promised().or_else(choose);
        if found.is_some() || !in_time {
            break found;
        }
    };
    ends.iter().for_each(|(_, end)| end.end(&promise));
    found
}

/// One arm: `fire` does the operation if it would not block.
pub struct Arm<'a> {
    /// Does it, and remembers the result.
    pub fire: &'a mut dyn FnMut() -> bool,
    /// What it waits for.
    pub end: &'a dyn End,
}

/// Waits until one arm has fired. `None` waits for ever, zero not at all.
pub fn choose(arms: &mut [Arm<'_>], order: Order, patience: Option<Duration>) {
    runtime::step();
    let until = Until::new(patience);
    loop {
        let ends: Vec<(usize, &dyn End)> = arms.iter().map(|arm| arm.end).enumerate().collect();
        match wait(&ends, order, until) {
            Some(at) if !(arms[at].fire)() => {}
            _ => return,
        }
    }
}

/// As `crossbeam_channel::select!`.
#[macro_export]
macro_rules! select {
    // Every arm is read into a list of `{kind} end, slot, pattern, body`; the names made on the way differ by hygiene. The
    // default is an order, a patience and what to do when that is over.
    (@arms [$($done:tt)*] $default:tt) => { $crate::select!(@run [$($done)*] $default) };
    (@arms $done:tt $default:tt , $($rest:tt)*) => { $crate::select!(@arms $done $default $($rest)*) };
    (@arms [$($done:tt)*] $default:tt recv($from:expr) -> $result:pat => $body:block $($rest:tt)*) => {
        match (&$from, None) {
            (end, mut slot) => $crate::select!(@arms [$($done)* {recv end slot () $result, $body}] $default $($rest)*)
        }
    };
    (@arms [$($done:tt)*] $default:tt recv($from:expr) -> $result:pat => $body:expr $(, $($rest:tt)*)?) => {
        match (&$from, None) {
            (end, mut slot) => $crate::select!(@arms [$($done)* {recv end slot () $result, $body}] $default $($($rest)*)?)
        }
    };
    (@arms [$($done:tt)*] $default:tt send($to:expr, $message:expr) -> $result:pat => $body:block $($rest:tt)*) => {
        match (&$to, None) {
            (end, mut slot) => $crate::select!(@arms [$($done)* {send end slot ($message) $result, $body}] $default $($rest)*)
        }
    };
    (@arms [$($done:tt)*] $default:tt send($to:expr, $message:expr) -> $result:pat => $body:expr $(, $($rest:tt)*)?) => {
        match (&$to, None) {
            (end, mut slot) => $crate::select!(@arms [$($done)* {send end slot ($message) $result, $body}] $default $($($rest)*)?)
        }
    };
    (@arms $done:tt ($order:ident $($default:tt)*) default => $body:expr $(, $($rest:tt)*)?) => {
        $crate::select!(@arms $done ($order, Some(::std::time::Duration::ZERO), $body) $($($rest)*)?)
    };
    (@arms $done:tt ($order:ident $($default:tt)*) default() => $body:expr $(, $($rest:tt)*)?) => {
        $crate::select!(@arms $done ($order, Some(::std::time::Duration::ZERO), $body) $($($rest)*)?)
    };
    (@arms $done:tt ($order:ident $($default:tt)*) default($timeout:expr) => $body:expr $(, $($rest:tt)*)?) => {
        $crate::select!(@arms $done ($order, Some($timeout), $body) $($($rest)*)?)
    };
    (@run [$({$kind:ident $end:ident $slot:ident $message:tt $result:pat, $body:expr})*] ($order:ident, $patience:expr, $otherwise:expr)) => {{
        $crate::choose(
            &mut [$($crate::Arm { fire: &mut || $crate::select!(@fire $kind $end $slot), end: $end.as_end() }),*],
            $crate::Order::$order,
            $patience,
        );
        $(if let Some(fired) = $slot {
            let $result = $crate::select!(@result $kind $end fired $message);
            $body
        } else)* {
            $otherwise
        }
    }};
    (@fire recv $end:ident $slot:ident) => {
        match $end.try_recv() {
            Err($crate::TryRecvError::Empty) => false,
            other => {
                $slot = Some(other.map_err(|_| $crate::RecvError));
                true
            }
        }
    };
    (@fire send $end:ident $slot:ident) => {{
        $slot = Some(());
        true
    }};
    (@result recv $end:ident $fired:ident ()) => { $fired };
    (@result send $end:ident $fired:ident ($message:expr)) => {{
        let () = $fired;
        $end.send_selected($message)
    }};
    ($($arms:tt)*) => {
        $crate::select!(@arms [] (Any, None, unreachable!("an arm has fired")) $($arms)*)
    };
}

/// As `crossbeam_channel::select_biased!`.
#[macro_export]
macro_rules! select_biased {
    ($($arms:tt)*) => {
        $crate::select!(@arms [] (Biased, None, unreachable!("an arm has fired")) $($arms)*)
    };
}
