//! A double of `crossbeam-channel` 0.5 on the runtime's channels; the errors are the real ones.

mod dynamic;
mod select;

pub use dynamic::{Select, SelectedOperation};
pub use real::{
    ReadyTimeoutError, RecvError, RecvTimeoutError, SelectTimeoutError, SendError, SendTimeoutError,
    TryReadyError, TryRecvError, TrySelectError, TrySendError,
};

#[doc(hidden)]
pub use select::{Arm, End, Order, choose};

use std::fmt;
use std::iter::FusedIterator;
use std::panic::Location;
use std::sync::Arc;
use std::time::Duration;

use threadlings_std::runtime::{self, Channel, NotReceived, NotSent, Patience, line};
use threadlings_std::thread;
use threadlings_std::time::Instant;

/// A channel with room for any number of messages.
pub fn unbounded<T>() -> (Sender<T>, Receiver<T>) {
    ends(None)
}

/// A channel with room for `capacity` messages.
pub fn bounded<T>(capacity: usize) -> (Sender<T>, Receiver<T>) {
    ends(Some(capacity))
}

fn ends<T>(capacity: Option<usize>) -> (Sender<T>, Receiver<T>) {
    let channel = Arc::new(Channel::new(capacity));
    (Sender { channel: Arc::clone(&channel) }, Receiver { channel })
}

/// A channel from which nothing ever comes.
pub fn never<T>() -> Receiver<T> {
    let (sender, receiver) = unbounded();
    std::mem::forget(sender);
    receiver
}

/// A channel from which one message comes after a time, and no end.
pub fn after(duration: Duration) -> Receiver<Instant> {
    let (sender, receiver) = bounded(1);
    let timer = move || {
        thread::sleep(duration);
        // Nobody may want it any more.
        let _ = sender.send(Instant::now());
        std::mem::forget(sender);
    };
    runtime::spawn_timer(timer, Location::caller());
    receiver
}

/// A channel from which a message comes at a moment.
pub fn at(when: Instant) -> Receiver<Instant> {
    after(when.duration_since(Instant::now()))
}

/// A channel from which a message comes again and again.
pub fn tick(duration: Duration) -> Receiver<Instant> {
    let (sender, receiver) = bounded(1);
    thread::spawn(move || {
        loop {
            thread::sleep(duration);
            if let Err(TrySendError::Disconnected(_)) = sender.try_send(Instant::now()) {
                return;
            }
        }
    });
    receiver
}

/// Sends.
pub struct Sender<T> {
    channel: Arc<Channel<T>>,
}

/// Receives.
pub struct Receiver<T> {
    channel: Arc<Channel<T>>,
}

impl<T> Sender<T> {
    /// Sends a message; waits for room.
    ///
    /// # Errors
    /// When all receivers are gone.
    #[track_caller]
    pub fn send(&self, message: T) -> Result<(), SendError<T>> {
        self.channel.send(message, Patience::Forever, line(Location::caller())).map_err(|not| match not {
            NotSent::Full(message) | NotSent::Disconnected(message) => SendError(message),
        })
    }

    /// Sends a message if there is room.
    ///
    /// # Errors
    /// When there is none, or all receivers are gone.
    #[track_caller]
    pub fn try_send(&self, message: T) -> Result<(), TrySendError<T>> {
        self.channel.send(message, Patience::Try, line(Location::caller())).map_err(|not| match not {
            NotSent::Full(message) => TrySendError::Full(message),
            NotSent::Disconnected(message) => TrySendError::Disconnected(message),
        })
    }

    /// Sends a message; waits for room, but not for ever.
    ///
    /// # Errors
    /// When there was none in time, or all receivers are gone.
    #[track_caller]
    pub fn send_timeout(&self, message: T, timeout: Duration) -> Result<(), SendTimeoutError<T>> {
        self.channel.send(message, Patience::For(timeout), line(Location::caller())).map_err(
            |not| match not {
                NotSent::Full(message) => SendTimeoutError::Timeout(message),
                NotSent::Disconnected(message) => SendTimeoutError::Disconnected(message),
            },
        )
    }

    /// Sends a message; waits for room until a moment.
    ///
    /// # Errors
    /// When there was none in time, or all receivers are gone.
    #[track_caller]
    pub fn send_deadline(&self, message: T, deadline: Instant) -> Result<(), SendTimeoutError<T>> {
        self.send_timeout(message, deadline.duration_since(Instant::now()))
    }

    #[doc(hidden)]
    pub fn as_end(&self) -> &dyn End {
        self
    }

    #[doc(hidden)]
    #[track_caller]
    pub fn send_selected(&self, message: T) -> Result<(), SendError<T>> {
        self.channel.send_at_once(message, line(Location::caller())).map_err(SendError)
    }

    /// There is no room.
    pub fn is_full(&self) -> bool {
        self.channel.capacity().is_some_and(|capacity| self.channel.len() >= capacity)
    }
}

impl<T> Receiver<T> {
    /// Waits for a message.
    ///
    /// # Errors
    /// When there is none and all senders are gone.
    #[track_caller]
    pub fn recv(&self) -> Result<T, RecvError> {
        self.channel.receive(Patience::Forever, line(Location::caller())).map_err(|_| RecvError)
    }

    /// Takes a message if there is one.
    ///
    /// # Errors
    /// When there is none, or all senders are gone too.
    #[track_caller]
    pub fn try_recv(&self) -> Result<T, TryRecvError> {
        self.channel.receive(Patience::Try, line(Location::caller())).map_err(|not| match not {
            NotReceived::Empty => TryRecvError::Empty,
            NotReceived::Disconnected => TryRecvError::Disconnected,
        })
    }

    /// Waits for a message, or for a time.
    ///
    /// # Errors
    /// When none came in time, or all senders are gone.
    #[track_caller]
    pub fn recv_timeout(&self, timeout: Duration) -> Result<T, RecvTimeoutError> {
        self.channel.receive(Patience::For(timeout), line(Location::caller())).map_err(|not| match not {
            NotReceived::Empty => RecvTimeoutError::Timeout,
            NotReceived::Disconnected => RecvTimeoutError::Disconnected,
        })
    }

    /// Waits for a message, or until a moment.
    ///
    /// # Errors
    /// When none came in time, or all senders are gone.
    #[track_caller]
    pub fn recv_deadline(&self, deadline: Instant) -> Result<T, RecvTimeoutError> {
        self.recv_timeout(deadline.duration_since(Instant::now()))
    }

    #[doc(hidden)]
    pub fn as_end(&self) -> &dyn End {
        self
    }

    /// Receives until all senders are gone.
    pub fn iter(&self) -> Iter<'_, T> {
        Iter { receiver: self }
    }

    /// Receives what is there.
    pub fn try_iter(&self) -> TryIter<'_, T> {
        TryIter { receiver: self }
    }

    /// There is no room.
    pub fn is_full(&self) -> bool {
        self.channel.capacity().is_some_and(|capacity| self.channel.len() >= capacity)
    }
}

/// See [`Receiver::iter`].
#[derive(Debug)]
pub struct Iter<'a, T> {
    receiver: &'a Receiver<T>,
}

/// See [`Receiver::try_iter`].
#[derive(Debug)]
pub struct TryIter<'a, T> {
    receiver: &'a Receiver<T>,
}

/// See [`Receiver::iter`].
#[derive(Debug)]
pub struct IntoIter<T> {
    receiver: Receiver<T>,
}

impl<T> Iterator for Iter<'_, T> {
    type Item = T;
    #[track_caller]
    fn next(&mut self) -> Option<T> {
        self.receiver.recv().ok()
    }
}

impl<T> Iterator for TryIter<'_, T> {
    type Item = T;
    #[track_caller]
    fn next(&mut self) -> Option<T> {
        self.receiver.try_recv().ok()
    }
}

impl<T> Iterator for IntoIter<T> {
    type Item = T;
    #[track_caller]
    fn next(&mut self) -> Option<T> {
        self.receiver.recv().ok()
    }
}

impl<T> FusedIterator for Iter<'_, T> {}
impl<T> FusedIterator for IntoIter<T> {}

impl<'a, T> IntoIterator for &'a Receiver<T> {
    type Item = T;
    type IntoIter = Iter<'a, T>;
    fn into_iter(self) -> Iter<'a, T> {
        self.iter()
    }
}

impl<T> IntoIterator for Receiver<T> {
    type Item = T;
    type IntoIter = IntoIter<T>;
    fn into_iter(self) -> IntoIter<T> {
        IntoIter { receiver: self }
    }
}

macro_rules! end {
    ($name:ident, $add:ident, $drop:ident) => {
        impl<T> $name<T> {
            /// How many messages are in the channel.
            pub fn len(&self) -> usize {
                self.channel.len()
            }

            /// There is no message in the channel.
            pub fn is_empty(&self) -> bool {
                self.channel.is_empty()
            }

            /// How many messages have room in the channel.
            pub fn capacity(&self) -> Option<usize> {
                self.channel.capacity()
            }

            /// Both belong to the same channel.
            pub fn same_channel(&self, other: &$name<T>) -> bool {
                Arc::ptr_eq(&self.channel, &other.channel)
            }
        }

        impl<T> Clone for $name<T> {
            fn clone(&self) -> $name<T> {
                self.channel.$add();
                $name { channel: Arc::clone(&self.channel) }
            }
        }

        impl<T> Drop for $name<T> {
            fn drop(&mut self) {
                self.channel.$drop();
            }
        }

        impl<T> fmt::Debug for $name<T> {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.debug_struct(stringify!($name)).finish_non_exhaustive()
            }
        }
    };
}

end!(Sender, add_sender, drop_sender);
end!(Receiver, add_receiver, drop_receiver);
