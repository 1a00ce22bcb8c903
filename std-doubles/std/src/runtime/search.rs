//! Which schedules are run, in which order.
//!
//! A few directed ones and a few random ones, which estimate how many there are. Few: depth first, all of them. Many: the
//! strategies in turn. The order follows from what the executions chose, and from nothing else.

use ::std::ops::Range;
use ::std::time::Instant;

use threadlings_trace::Plan;

use super::files;
use super::schedule::{self, Ran, Strategy};

/// Which schedules to run next.
#[derive(Clone)]
pub(crate) struct Search<'a> {
    pub(crate) plan: &'a Plan,
    begun: Instant,
    done: u32,
    /// The next path of the depth-first search, while that goes on.
    path: Option<Vec<u32>>,
    /// Steps of the longest execution so far.
    length: u32,
    /// Estimates of the number of schedules (Knuth 1975: the product of the options on a random path).
    estimates: Vec<f64>,
    /// Other random numbers that the first schedule is still to be tried with.
    beginnings: Range<u32>,
    /// Schedules still to be run in which atomics are what their memory orders allow; none while no access in a weak order
    /// is known.
    weak: Option<Range<u32>>,
    /// The depth-first search is complete.
    pub(crate) exhausted: bool,
}

/// How many other random numbers the first schedule is tried with, where it draws any.
const BEGINNINGS_TRIED: u32 = 8;
/// Schedules with weak memory orders, at most.
const WEAK_TRIED: u32 = 150;
/// Schedules that are the same for every program.
const DIRECTED: u32 = 5;
/// Random executions that estimate the number of schedules before a depth-first search is begun, at most.
const PROBES: u32 = 24;

/// Bytes of events after which no new execution is begun.
const MOST_RECORDED: u64 = 40 << 20;

impl Search<'_> {
    pub(crate) fn new(plan: &Plan) -> Search<'_> {
        Search {
            plan,
            begun: Instant::now(),
            done: 0,
            path: None,
            length: 1,
            estimates: Vec::new(),
            beginnings: 0..0,
            weak: None,
            exhausted: false,
        }
    }

    /// There is no time or room left for another execution.
    pub(crate) fn is_over(&self) -> bool {
        self.begun.elapsed() > self.plan.limit || files::length() > MOST_RECORDED
    }

    /// The next schedule, if there is one.
    pub(crate) fn next(&mut self) -> Option<Strategy> {
        if let Some(beginning) = self.beginnings.next() {
            return Some(Strategy::Chance { beginning });
        }
        if let Some(number) = self.weak.as_mut().and_then(Range::next) {
            return Some(Strategy::Weak { seed: self.plan.seed * 1_000_003 + u64::from(number) });
        }
        if self.exhausted {
            return None;
        }
        let index = self.done;
        self.done += 1;
        if !self.plan.replay.is_empty() {
            return self.plan.replay.get(index as usize)?.parse().ok();
        }
        let before = DIRECTED + PROBES.min(self.plan.schedules);
        if index < before {
            return Some(match index {
                0 => Strategy::MainFirst,
                1 => Strategy::MainLast,
                2 => Strategy::NewestFirst,
                3 => Strategy::LinesLast,
                4 => Strategy::InStep,
                _ => Strategy::Random {
                    seed: self.plan.seed * 2 * 1_000_003 + u64::from(index - DIRECTED) * 2,
                },
            });
        }
        if index == before && self.is_small() {
            self.path = Some(Vec::new());
        }
        if let Some(path) = &self.path {
            if index < before + self.plan.schedules * 2 {
                return Some(Strategy::Path(path.clone()));
            }
            self.path = None;
        }
        if index >= before + self.plan.schedules {
            return None;
        }
        let seed = self.plan.seed * 1_000_003 + u64::from(index);
        Some(match index % 8 {
            0..=2 => Strategy::Random { seed },
            3 if index % 16 == 3 => Strategy::Sticky { seed },
            3 => Strategy::Late { length: self.length, seed },
            kind => Strategy::Pct { depth: kind - 3, length: self.length, seed },
        })
    }

    fn is_small(&self) -> bool {
        let mean = self.estimates.iter().sum::<f64>() / self.estimates.len().max(1) as f64;
        mean < f64::from(self.plan.schedules)
    }

    /// Learns from an execution of this schedule.
    pub(crate) fn learn(&mut self, strategy: &Strategy, Ran { taken, steps, is_weak, .. }: &Ran) {
        self.length = self.length.max(*steps);
        if *is_weak && self.weak.is_none() && self.plan.replay.is_empty() {
            self.weak = Some(0..WEAK_TRIED.min(self.plan.schedules));
        }
        if let Strategy::Weak { .. } = strategy {
            return;
        }
        let asked = self.path.iter().flatten();
        if asked.zip(taken).any(|(asked, (chosen, _))| asked != chosen) {
            // What can happen depends on something else too, as the order of addresses: there is no way to have tried all.
            self.path = None;
        }
        if self.path.is_some() {
            let mut taken = taken.to_vec();
            while taken.last().is_some_and(|(chosen, count)| chosen + 1 == *count) {
                taken.pop();
            }
            let Some((chosen, _)) = taken.last_mut() else {
                self.exhausted = true;
                return;
            };
            *chosen += 1;
            self.path = Some(taken.iter().map(|(chosen, _)| *chosen).collect());
        } else {
            let first = self.estimates.is_empty() && self.plan.replay.is_empty();
            if first && schedule::has_drawn(taken) {
                self.beginnings = 1..1 + BEGINNINGS_TRIED;
            }
            self.estimates.push(taken.iter().map(|(_, count)| f64::from(*count)).product());
        }
    }
}
