//! `Select`: as `select!`, over operations that are gathered while the program runs.

use std::fmt;
use std::marker::PhantomData;
use std::panic::Location;
use std::time::Duration;

use threadlings_std::runtime::{self, line};
use threadlings_std::time::Instant;

use crate::select::{End, Order, Until, wait};
use crate::{
    ReadyTimeoutError, Receiver, RecvError, SelectTimeoutError, SendError, Sender, TryReadyError,
    TrySelectError,
};

/// As `crossbeam_channel::Select`.
#[derive(Clone, Default)]
pub struct Select<'a> {
    operations: Vec<Option<Operation<'a>>>,
    order: Order,
}

#[derive(Clone, Copy)]
struct Operation<'a> {
    /// The address of the sender or receiver.
    address: usize,
    end: &'a dyn End,
}

fn address<T>(end: &T) -> usize {
    std::ptr::from_ref(end).addr()
}

impl<'a> Select<'a> {
    /// No operation.
    pub fn new() -> Select<'a> {
        Select::default()
    }

    /// No operation; of several that would not block it takes the first.
    pub fn new_biased() -> Select<'a> {
        Select { order: Order::Biased, ..Select::default() }
    }

    fn add<E: End>(&mut self, end: &'a E) -> usize {
        self.operations.push(Some(Operation { address: address(end), end }));
        self.operations.len() - 1
    }

    /// Adds a receive, and gives its index.
    pub fn recv<T>(&mut self, receiver: &'a Receiver<T>) -> usize {
        self.add(receiver)
    }

    /// Adds a send, and gives its index.
    pub fn send<T>(&mut self, sender: &'a Sender<T>) -> usize {
        self.add(sender)
    }

    /// Takes an operation out; the others keep their indices.
    ///
    /// # Panics
    /// When there is none of this index.
    pub fn remove(&mut self, index: usize) {
        let operation = self.operations.get_mut(index).expect("index out of bounds");
        operation.take().expect("removing an operation that was removed before");
    }

    /// Waits until an operation would not block. `None` waits for ever, zero not at all.
    fn wait(&self, patience: Option<Duration>) -> Option<usize> {
        let operations = self.operations.iter().enumerate();
        let ends: Vec<(usize, &dyn End)> =
            operations.filter_map(|(at, operation)| Some((at, (*operation)?.end))).collect();
        runtime::step();
        wait(&ends, self.order, Until::new(patience))
    }

    fn selected(&self, at: usize) -> SelectedOperation<'a> {
        let operation = self.operations[at].expect("it was ready");
        SelectedOperation { index: at, address: operation.address, ends: PhantomData }
    }

    /// Waits for an operation that would not block. It must be completed.
    pub fn select(&mut self) -> SelectedOperation<'a> {
        assert!(self.operations.iter().any(Option::is_some), "no operations have been added to `Select`");
        self.selected(self.wait(None).expect("it waits for ever"))
    }

    /// An operation that would not block, if there is one.
    ///
    /// # Errors
    /// When there is none.
    pub fn try_select(&mut self) -> Result<SelectedOperation<'a>, TrySelectError> {
        self.wait(Some(Duration::ZERO)).map(|at| self.selected(at)).ok_or(TrySelectError)
    }

    /// Waits for an operation that would not block, but not for ever.
    ///
    /// # Errors
    /// When there was none in time.
    pub fn select_timeout(&mut self, timeout: Duration) -> Result<SelectedOperation<'a>, SelectTimeoutError> {
        self.wait(Some(timeout)).map(|at| self.selected(at)).ok_or(SelectTimeoutError)
    }

    /// Waits for an operation that would not block, until a moment.
    ///
    /// # Errors
    /// When there was none in time.
    pub fn select_deadline(
        &mut self,
        deadline: Instant,
    ) -> Result<SelectedOperation<'a>, SelectTimeoutError> {
        self.select_timeout(deadline.duration_since(Instant::now()))
    }

    /// Waits for an operation that would not block, and gives its index.
    pub fn ready(&mut self) -> usize {
        assert!(self.operations.iter().any(Option::is_some), "no operations have been added to `Select`");
        self.wait(None).expect("it waits for ever")
    }

    /// The index of an operation that would not block, if there is one.
    ///
    /// # Errors
    /// When there is none.
    pub fn try_ready(&mut self) -> Result<usize, TryReadyError> {
        self.wait(Some(Duration::ZERO)).ok_or(TryReadyError)
    }

    /// Waits for an operation that would not block, but not for ever, and gives its index.
    ///
    /// # Errors
    /// When there was none in time.
    pub fn ready_timeout(&mut self, timeout: Duration) -> Result<usize, ReadyTimeoutError> {
        self.wait(Some(timeout)).ok_or(ReadyTimeoutError)
    }

    /// Waits for an operation that would not block, until a moment, and gives its index.
    ///
    /// # Errors
    /// When there was none in time.
    pub fn ready_deadline(&mut self, deadline: Instant) -> Result<usize, ReadyTimeoutError> {
        self.ready_timeout(deadline.duration_since(Instant::now()))
    }
}

impl fmt::Debug for Select<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad("Select { .. }")
    }
}

/// As `crossbeam_channel::SelectedOperation`: an operation that would not block, as long as nothing else is done first.
#[must_use]
pub struct SelectedOperation<'a> {
    index: usize,
    address: usize,
    ends: PhantomData<&'a dyn End>,
}

impl SelectedOperation<'_> {
    /// Which one it is.
    pub fn index(&self) -> usize {
        self.index
    }

    /// Completes a receive.
    ///
    /// # Errors
    /// When all senders are gone.
    ///
    /// # Panics
    /// When another receiver was selected.
    #[track_caller]
    pub fn recv<T>(self, receiver: &Receiver<T>) -> Result<T, RecvError> {
        assert!(self.address == address(receiver), "passed a receiver that wasn't selected");
        receiver.channel.receive_at_once(line(Location::caller())).map_err(|_| RecvError)
    }

    /// Completes a send.
    ///
    /// # Errors
    /// When all receivers are gone.
    ///
    /// # Panics
    /// When another sender was selected.
    #[track_caller]
    pub fn send<T>(self, sender: &Sender<T>, message: T) -> Result<(), SendError<T>> {
        assert!(self.address == address(sender), "passed a sender that wasn't selected");
        sender.send_selected(message)
    }
}

impl fmt::Debug for SelectedOperation<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad("SelectedOperation { .. }")
    }
}
