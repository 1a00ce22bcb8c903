//! As `std::sync::mpsc`, on the runtime's channel.

pub use ::std::sync::mpsc::{RecvError, RecvTimeoutError, SendError, TryRecvError, TrySendError};

use ::std::cell::Cell;
use ::std::fmt;
use ::std::marker::PhantomData;
use ::std::panic::Location;
use ::std::sync::Arc;
use ::std::time::Duration;

use crate::runtime::{Channel, NotReceived, NotSent, Patience, line};

/// A channel with room for any number of messages.
pub fn channel<T>() -> (Sender<T>, Receiver<T>) {
    let channel = Arc::new(Channel::new(None));
    (Sender { channel: Arc::clone(&channel) }, Receiver { channel, not_shared: PhantomData })
}

/// A channel with room for `bound` messages.
pub fn sync_channel<T>(bound: usize) -> (SyncSender<T>, Receiver<T>) {
    let channel = Arc::new(Channel::new(Some(bound)));
    (SyncSender { channel: Arc::clone(&channel) }, Receiver { channel, not_shared: PhantomData })
}

/// Sends into a channel with room for any number of messages.
pub struct Sender<T> {
    channel: Arc<Channel<T>>,
}

/// Sends into a channel of limited room.
pub struct SyncSender<T> {
    channel: Arc<Channel<T>>,
}

/// Receives; there is one.
pub struct Receiver<T> {
    channel: Arc<Channel<T>>,
    /// As in `std`, one thread receives: it can be sent, not shared.
    not_shared: PhantomData<Cell<()>>,
}

// As in `std`: that one thread receives is no matter of panics.
impl<T> ::std::panic::RefUnwindSafe for Receiver<T> {}

fn sent<T>(result: Result<(), NotSent<T>>) -> Result<(), SendError<T>> {
    result.map_err(|not| match not {
        NotSent::Full(message) | NotSent::Disconnected(message) => SendError(message),
    })
}

impl<T> Sender<T> {
    /// Sends a message.
    ///
    /// # Errors
    /// When the receiver is gone.
    #[track_caller]
    pub fn send(&self, message: T) -> Result<(), SendError<T>> {
        sent(self.channel.send(message, Patience::Forever, line(Location::caller())))
    }
}

impl<T> SyncSender<T> {
    /// Sends a message; waits for room.
    ///
    /// # Errors
    /// When the receiver is gone.
    #[track_caller]
    pub fn send(&self, message: T) -> Result<(), SendError<T>> {
        sent(self.channel.send(message, Patience::Forever, line(Location::caller())))
    }

    /// Sends a message if there is room.
    ///
    /// # Errors
    /// When there is none, or the receiver is gone.
    #[track_caller]
    pub fn try_send(&self, message: T) -> Result<(), TrySendError<T>> {
        self.channel.send(message, Patience::Try, line(Location::caller())).map_err(|not| match not {
            NotSent::Full(message) => TrySendError::Full(message),
            NotSent::Disconnected(message) => TrySendError::Disconnected(message),
        })
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

    /// Receives until all senders are gone.
    pub fn iter(&self) -> Iter<'_, T> {
        Iter { receiver: self }
    }

    /// Receives what is there.
    pub fn try_iter(&self) -> TryIter<'_, T> {
        TryIter { receiver: self }
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

impl<T> Clone for Sender<T> {
    fn clone(&self) -> Sender<T> {
        self.channel.add_sender();
        Sender { channel: Arc::clone(&self.channel) }
    }
}

impl<T> Clone for SyncSender<T> {
    fn clone(&self) -> SyncSender<T> {
        self.channel.add_sender();
        SyncSender { channel: Arc::clone(&self.channel) }
    }
}

impl<T> Drop for Sender<T> {
    fn drop(&mut self) {
        self.channel.drop_sender();
    }
}

impl<T> Drop for SyncSender<T> {
    fn drop(&mut self) {
        self.channel.drop_sender();
    }
}

impl<T> Drop for Receiver<T> {
    fn drop(&mut self) {
        self.channel.drop_receiver();
    }
}

impl<T> fmt::Debug for Sender<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Sender").finish_non_exhaustive()
    }
}

impl<T> fmt::Debug for SyncSender<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("SyncSender").finish_non_exhaustive()
    }
}

impl<T> fmt::Debug for Receiver<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Receiver").finish_non_exhaustive()
    }
}
