//! `select!`: waits for whichever of several channels is ready first.

use std::time::Duration;

use threadlings_std::runtime;

/// One arm: `fire` does the operation if it would not block, `ready` only says whether it would not.
pub struct Arm<'a> {
    /// Does it, and remembers the result.
    pub fire: &'a mut dyn FnMut() -> bool,
    /// Would not block.
    pub ready: &'a dyn Fn() -> bool,
}

/// Waits until one arm has fired. `None` waits for ever, zero not at all.
pub fn choose(arms: &mut [Arm<'_>], patience: Option<Duration>) {
    runtime::step();
    let deadline = patience.map(|patience| runtime::world().deadline(patience));
    loop {
        // When several are ready any of them may be the one: where to begin is the scheduler's choice.
        let first = runtime::pick(arms.len());
        let count = arms.len();
        for at in (0..count).map(|at| (first + at) % count) {
            if (arms[at].ready)() && (arms[at].fire)() {
                return;
            }
        }
        if patience == Some(Duration::ZERO) {
            return;
        }
        let ready = || arms.iter().any(|arm| (arm.ready)());
        if !runtime::any_channel(ready, deadline, 0) {
            return;
        }
    }
}

/// As `crossbeam_channel::select!`.
#[macro_export]
macro_rules! select {
    // Every arm is read into a list of `{kind} end, slot, pattern, body`; the names made on the way differ by hygiene.
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
    (@arms $done:tt $default:tt default => $body:expr $(, $($rest:tt)*)?) => {
        $crate::select!(@arms $done (Some(::std::time::Duration::ZERO), $body) $($($rest)*)?)
    };
    (@arms $done:tt $default:tt default() => $body:expr $(, $($rest:tt)*)?) => {
        $crate::select!(@arms $done (Some(::std::time::Duration::ZERO), $body) $($($rest)*)?)
    };
    (@arms $done:tt $default:tt default($timeout:expr) => $body:expr $(, $($rest:tt)*)?) => {
        $crate::select!(@arms $done (Some($timeout), $body) $($($rest)*)?)
    };
    (@run [$({$kind:ident $end:ident $slot:ident $message:tt $result:pat, $body:expr})*] ($patience:expr, $otherwise:expr)) => {{
        $crate::choose(
            &mut [$($crate::Arm { fire: &mut || $crate::select!(@fire $kind $end $slot), ready: &|| $end.ready() }),*],
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
        $end.send($message)
    }};
    ($($arms:tt)*) => {
        $crate::select!(@arms [] (None, unreachable!("an arm has fired")) $($arms)*)
    };
}

/// As `crossbeam_channel::select_biased!`; here it is not biased, which allows more.
#[macro_export]
macro_rules! select_biased {
    ($($arms:tt)*) => { $crate::select!($($arms)*) };
}
