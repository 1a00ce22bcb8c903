//! The model of every channel: many senders, many receivers, bounded or not, also with no capacity at all.

use ::std::collections::VecDeque;
use ::std::sync::atomic::{AtomicBool, Ordering};
use ::std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use threadlings_trace::{Kind, What};

use super::{Guard, Id, Patience, Waiting, Wakeup, block, step, told, world};

/// Messages on their way.
#[derive(Debug)]
pub struct Channel<T> {
    id: Id,
    capacity: Option<usize>,
    inner: Mutex<Inner<T>>,
}

#[derive(Debug)]
struct Inner<T> {
    queue: VecDeque<Message<T>>,
    sent: u64,
    senders: usize,
    receivers: usize,
    /// Receivers that are blocked now: with no capacity, a sender that does not wait looks whether there is one.
    waiting: usize,
    /// The same for those that wait here among other things.
    selecting: Vec<Promise>,
}

#[derive(Debug)]
struct Message<T> {
    /// Its place in the order of sending.
    number: u64,
    /// Who is to take it, and nobody else.
    promised: Option<Promise>,
    content: T,
}

/// One wait for several things. With no capacity a sender that also waits for several may be paired with it, from where on
/// it belongs to that sender: it is set then.
#[derive(Debug, Clone, Default)]
pub struct Promise(Arc<AtomicBool>);

impl Promise {
    /// A message is on its way to it.
    pub fn is_given(&self) -> bool {
        self.0.load(Ordering::Relaxed)
    }

    fn is(&self, other: &Promise) -> bool {
        Arc::ptr_eq(&self.0, &other.0)
    }
}

impl<T> Inner<T> {
    /// With no capacity: somebody waits for a message that is not on its way yet, other than who asks.
    fn is_awaited(&self, asking: Option<&Promise>) -> bool {
        let other = |promise: &Promise| !asking.is_some_and(|asking| promise.is(asking));
        let selecting = self.selecting.iter().filter(|promise| !promise.is_given() && other(promise)).count();
        self.waiting + selecting > self.free().count()
    }

    /// The messages that anybody may take.
    fn free(&self) -> impl Iterator<Item = usize> {
        (0..self.queue.len()).filter(|at| self.queue[*at].promised.is_none())
    }

    /// With no capacity: who is to take the next message, where all that wait for nothing else have theirs.
    fn promise(&self) -> Option<Promise> {
        let chosen = self.selecting.iter().find(|promise| !promise.is_given());
        let chosen = chosen.filter(|_| self.waiting <= self.free().count())?;
        chosen.0.store(true, Ordering::Relaxed);
        Some(chosen.clone())
    }
}

/// Why a message was not sent; it is given back.
#[derive(Debug)]
pub enum NotSent<T> {
    /// There is no room (within the time given).
    Full(T),
    /// Nobody is left to receive it.
    Disconnected(T),
}

/// Why nothing was received.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NotReceived {
    /// There is no message (within the time given).
    Empty,
    /// There is none, and nobody is left to send one.
    Disconnected,
}

impl<T> Channel<T> {
    /// A channel with one sender and one receiver; `None` is room for any number of messages.
    pub fn new(capacity: Option<usize>) -> Channel<T> {
        let inner = Inner {
            queue: VecDeque::new(),
            sent: 0,
            senders: 1,
            receivers: 1,
            waiting: 0,
            selecting: Vec::new(),
        };
        Channel { id: Id::new(), capacity, inner: Mutex::new(inner) }
    }

    fn inner(&self) -> MutexGuard<'_, Inner<T>> {
        self.inner.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn deadline(world: &Guard, patience: Patience) -> Option<u64> {
        match patience {
            Patience::For(duration) => Some(world.deadline(duration)),
            Patience::Try | Patience::Forever => None,
        }
    }

    /// Puts a message in.
    ///
    /// # Errors
    /// [`NotSent`].
    pub fn send(&self, message: T, patience: Patience, line: u32) -> Result<(), NotSent<T>> {
        step();
        self.send_now(message, patience, patience == Patience::Try, line)
    }

    /// Puts a message in that was just found to have room: nobody comes between.
    ///
    /// # Errors
    /// When nobody is left to receive it; it is given back.
    pub fn send_at_once(&self, message: T, line: u32) -> Result<(), T> {
        self.send_now(message, Patience::Forever, true, line).map_err(|not| match not {
            NotSent::Full(message) | NotSent::Disconnected(message) => message,
        })
    }

    /// `meets`: with no capacity, it is sent because somebody waits for it.
    fn send_now(&self, message: T, patience: Patience, meets: bool, line: u32) -> Result<(), NotSent<T>> {
        let mut world = world();
        let on = self.id.get(&mut world);
        let deadline = Self::deadline(&world, patience);
        let wait = Waiting { kind: Kind::Channel, on, deadline };
        loop {
            let inner = self.inner();
            if inner.receivers == 0 {
                return Err(NotSent::Disconnected(message));
            }
            let room = match self.capacity {
                None => true,
                // With no capacity a message is offered, one at a time, and handed over below.
                Some(0) if patience == Patience::Try => inner.is_awaited(None),
                Some(capacity) => inner.queue.len() < capacity.max(1),
            };
            if room {
                break;
            }
            drop(inner);
            if patience == Patience::Try {
                return Err(NotSent::Full(message));
            }
            let why;
            (world, why) = block(world, wait, line);
            if why == Wakeup::TimedOut {
                return Err(NotSent::Full(message));
            }
        }
        let mut inner = self.inner();
        let number = inner.sent;
        inner.sent += 1;
        let promised = if self.capacity == Some(0) && meets { inner.promise() } else { None };
        inner.queue.push_back(Message { number, promised, content: message });
        drop(inner);
        world.record(line, What::Send(on));
        world.wake(Kind::Channel, on, true);
        if self.capacity == Some(0) && patience != Patience::Try {
            self.hand_over(world, number, wait, line)?;
        } else {
            drop(world);
        }
        told();
        Ok(())
    }

    /// No capacity: waits until the message is taken.
    fn hand_over(&self, mut world: Guard, number: u64, wait: Waiting, line: u32) -> Result<(), NotSent<T>> {
        let mut timed_out = false;
        loop {
            let mut inner = self.inner();
            let place = inner.queue.iter().position(|message| message.number == number);
            let Some(at) = place else { return Ok(()) };
            if inner.receivers == 0 || timed_out {
                let message = inner.queue.remove(at).expect("it was found there").content;
                let connected = inner.receivers > 0;
                return Err(if connected { NotSent::Full(message) } else { NotSent::Disconnected(message) });
            }
            drop(inner);
            let why;
            (world, why) = block(world, wait, line);
            timed_out = why == Wakeup::TimedOut;
        }
    }

    /// Takes a message out.
    ///
    /// # Errors
    /// [`NotReceived`].
    pub fn receive(&self, patience: Patience, line: u32) -> Result<T, NotReceived> {
        step();
        self.receive_now(patience, line)
    }

    /// Takes a message out that was just found to be there: nobody comes between.
    ///
    /// # Errors
    /// [`NotReceived::Disconnected`].
    pub fn receive_at_once(&self, line: u32) -> Result<T, NotReceived> {
        self.receive_now(Patience::Forever, line)
    }

    fn receive_now(&self, patience: Patience, line: u32) -> Result<T, NotReceived> {
        let mut world = world();
        let on = self.id.get(&mut world);
        let deadline = Self::deadline(&world, patience);
        loop {
            let mut inner = self.inner();
            let first = inner.free().next();
            if let Some(message) = first.and_then(|at| inner.queue.remove(at)) {
                drop(inner);
                world.record(line, What::Receive(on));
                world.wake(Kind::Channel, on, true);
                return Ok(message.content);
            }
            if inner.senders == 0 {
                return Err(NotReceived::Disconnected);
            }
            if patience == Patience::Try {
                return Err(NotReceived::Empty);
            }
            inner.waiting += 1;
            drop(inner);
            if self.capacity == Some(0) {
                // Who selects may send now.
                world.wake(Kind::Channel, super::ANY, true);
            }
            let why;
            (world, why) = block(world, Waiting { kind: Kind::Channel, on, deadline }, line);
            self.inner().waiting -= 1;
            if why == Wakeup::TimedOut {
                return Err(NotReceived::Empty);
            }
        }
    }

    /// One more sender.
    pub fn add_sender(&self) {
        self.inner().senders += 1;
    }

    /// One more receiver.
    pub fn add_receiver(&self) {
        self.inner().receivers += 1;
    }

    /// One sender less; the receivers see when it was the last.
    pub fn drop_sender(&self) {
        let mut world = world();
        let mut inner = self.inner();
        inner.senders -= 1;
        let last = inner.senders == 0;
        drop(inner);
        if last {
            let on = self.id.get(&mut world);
            world.wake(Kind::Channel, on, true);
            drop(world);
            told();
        }
    }

    /// One receiver less; the senders see when it was the last, and what is still in the channel is dropped.
    pub fn drop_receiver(&self) {
        let mut world = world();
        let mut inner = self.inner();
        inner.receivers -= 1;
        let last = inner.receivers == 0;
        let left = if last && self.capacity != Some(0) {
            ::std::mem::take(&mut inner.queue)
        } else {
            VecDeque::new()
        };
        drop(inner);
        if last {
            let on = self.id.get(&mut world);
            world.wake(Kind::Channel, on, true);
        }
        drop(world);
        drop(left);
    }

    /// How many messages are in it.
    pub fn len(&self) -> usize {
        step();
        if self.capacity == Some(0) { 0 } else { self.inner().queue.len() }
    }

    /// There is no message in it.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// How many messages have room in it.
    pub fn capacity(&self) -> Option<usize> {
        self.capacity
    }

    /// A receive would not block: there is a message, or nobody to send one. Not a step.
    pub fn can_receive(&self) -> bool {
        let inner = self.inner();
        inner.free().next().is_some() || inner.senders == 0
    }

    /// A send would not block: there is room (or a waiting receiver), or nobody to receive. Who asks may wait here itself,
    /// and is not its own receiver. Not a step.
    pub fn can_send(&self, asking: &Promise) -> bool {
        let inner = self.inner();
        let room = match self.capacity {
            None => true,
            Some(0) => inner.is_awaited(Some(asking)),
            Some(capacity) => inner.queue.len() < capacity,
        };
        room || inner.receivers == 0
    }

    /// From now on somebody waits here among other things.
    pub fn begin_to_select(&self, promise: &Promise) {
        if self.capacity == Some(0) {
            self.inner().selecting.push(promise.clone());
            world().wake(Kind::Channel, super::ANY, true);
        }
    }

    /// No longer.
    pub fn end_to_select(&self, promise: &Promise) {
        self.inner().selecting.retain(|other| !other.is(promise));
    }

    /// Makes the message that was promised, if it is here, the next to be received.
    pub fn claim(&self, promise: &Promise) -> bool {
        let mut inner = self.inner();
        let promised =
            |message: &Message<T>| message.promised.as_ref().is_some_and(|other| other.is(promise));
        let place = inner.queue.iter().position(promised);
        let Some(message) = place.and_then(|at| inner.queue.remove(at)) else { return false };
        inner.queue.push_front(Message { promised: None, ..message });
        true
    }
}

/// Blocks until something happens to any channel, or the deadline passes. `false`: the deadline.
pub fn any_channel(ready: impl Fn() -> bool, deadline: Option<u64>, line: u32) -> bool {
    let world = world();
    if ready() {
        return true;
    }
    let (world, why) = block(world, Waiting { kind: Kind::Channel, on: super::ANY, deadline }, line);
    drop(world);
    why != Wakeup::TimedOut
}
