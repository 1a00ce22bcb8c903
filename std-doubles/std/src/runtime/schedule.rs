//! Who goes next: the strategies of the search.
//!
//! *Lines last* lets nobody write before all others are at work, and then who has written least; *in step* lets `main` go
//! first, and the others a step each, one after the other; *random walk* picks evenly;
//! *sticky* prefers to stay with the running task, so that long stretches without a switch are seen too; *PCT* is the
//! probabilistic concurrency testing of Burckhardt, Kothari, Musuvathi and Nagarakatte (ASPLOS 2010): random priorities and
//! `depth - 1` random points at which the running task's drops, which finds a bug of that depth with a known probability;
//! *late* holds one task up at a random point, for as long as another is to run out of attempts; *path* replays a list of
//! choices and then keeps to the first option, which stays with the running task: with the paths in order, a depth-first
//! search. *Chance* is main first once more, with other random numbers. *Weak* is random, sticky or lets lines wait, and
//! atomics are what their memory orders allow.

use ::std::fmt;
use ::std::str::FromStr;

/// One thing that can happen next.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Choice {
    pub(crate) task: u32,
    pub(crate) what: Turn,
    /// It is to write a line.
    pub(crate) writes: bool,
    /// How many times it has written lines.
    pub(crate) written: u32,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Turn {
    /// It goes on.
    Go,
    /// Its sleep ends or its deadline passes.
    Time,
    /// It is woken for no reason.
    Spurious,
}

/// How the running task came to the point of choice.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Pace {
    /// It could go on, or is blocked.
    Busy,
    /// It gave way to others.
    GaveWay,
    /// It began to sleep.
    Asleep,
}

/// How to choose; its text names the schedule, and gives the same one again.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Strategy {
    MainFirst,
    MainLast,
    NewestFirst,
    LinesLast,
    InStep,
    Random { seed: u64 },
    Sticky { seed: u64 },
    Pct { depth: u32, length: u32, seed: u64 },
    Late { length: u32, seed: u64 },
    Path(Vec<u32>),
    Chance { beginning: u32 },
    Weak { seed: u64 },
}

/// How many different beginnings the system's random numbers have. That many options make a search too large to be
/// complete, as it should not be called.
pub(crate) const BEGINNINGS: u32 = 256;

/// After so many steps, or so many for each task, every strategy chooses evenly, so that a task that spins does not starve the
/// others.
const FAIR_AFTER: (u32, u32) = (3_000, 30);

/// How many steps a task is late.
const LATE: u32 = 1_000;

/// Each choice and how many options it had.
pub(crate) type Taken = Vec<(u32, u32)>;

/// What the search learns from an execution.
#[derive(Debug, Clone)]
pub(crate) struct Ran {
    pub(crate) taken: Taken,
    pub(crate) steps: u32,
    /// It has accesses in weaker orders than `SeqCst`.
    pub(crate) is_weak: bool,
    /// It was ended, for it took more steps than there should be.
    pub(crate) is_endless: bool,
}

/// Random numbers of the system or the time of day were among the choices.
pub(crate) fn has_drawn(taken: &Taken) -> bool {
    taken.iter().any(|(_, count)| *count == BEGINNINGS)
}

pub(crate) struct Chooser {
    strategy: Strategy,
    random: u64,
    pub(crate) taken: Taken,
    /// PCT: the higher the earlier.
    priorities: Vec<u64>,
    /// PCT: the steps at which the running task's priority drops. Late: the step at which it is held up.
    drops: Vec<u32>,
    /// Who is held up.
    late: Option<u32>,
    /// PCT: below every other priority, and falling.
    lowest: u64,
    steps: u32,
    spurious_left: u32,
}

impl Chooser {
    pub(crate) const NONE: Chooser = Chooser {
        strategy: Strategy::MainFirst,
        random: 0,
        taken: Vec::new(),
        priorities: Vec::new(),
        drops: Vec::new(),
        late: None,
        lowest: 1 << 32,
        steps: 0,
        spurious_left: 0,
    };

    pub(crate) fn new(strategy: Strategy) -> Chooser {
        let seed = match &strategy {
            Strategy::Random { seed } | Strategy::Sticky { seed } => *seed,
            Strategy::Pct { seed, .. } | Strategy::Late { seed, .. } | Strategy::Weak { seed } => *seed,
            _ => 0,
        };
        // Every second random schedule has spurious wake-ups, a few; a path has one at most.
        let spurious_left = match &strategy {
            Strategy::Path(_) => 1,
            Strategy::Random { .. } | Strategy::Sticky { .. } | Strategy::Pct { .. } => 3 * (seed % 2) as u32,
            _ => 0,
        };
        let mut chooser = Chooser { strategy, random: seed, spurious_left, ..Chooser::NONE };
        let (drops, length) = match chooser.strategy {
            Strategy::Pct { depth, length, .. } => (depth.saturating_sub(1), length),
            Strategy::Late { length, .. } => (1, length),
            _ => (0, 0),
        };
        chooser.drops = (0..drops).map(|_| chooser.pick_silently(length.max(1) as usize) as u32).collect();
        chooser
    }

    pub(crate) fn add_task(&mut self) {
        let priority = (1 << 32) + (self.next_random() >> 32);
        self.priorities.push(priority);
    }

    /// Chooses one of `options`, which are not empty. The running task stands first where it can go on.
    pub(crate) fn choose(&mut self, options: &[Choice], running: u32, pace: Pace) -> usize {
        self.steps += 1;
        let gave_way = pace == Pace::GaveWay;
        let spurious =
            options.iter().position(|choice| choice.what == Turn::Spurious).unwrap_or(options.len());
        if let Strategy::Path(_) = self.strategy {
            // A task that gave way does not go first, so that a spinning one cannot spin for ever.
            let skipped = usize::from(gave_way && options[0].task == running && spurious > 1);
            let chosen = skipped + self.pick(options.len() - skipped);
            if options[chosen].what == Turn::Spurious {
                self.spurious_left = 0;
            }
            return chosen;
        }
        if spurious < options.len() && self.pick_silently(12) == 0 {
            self.spurious_left -= 1;
            let chosen = spurious + self.pick_silently(options.len() - spurious);
            return self.log(chosen, options.len());
        }
        let options_now = &options[..spurious];
        if options_now.is_empty() {
            let chosen = self.pick_silently(options.len());
            return self.log(chosen, options.len());
        }
        let chosen = if self.steps > self.fair_after() {
            self.pick_silently(options_now.len())
        } else {
            self.choose_by_strategy(options_now, running, pace)
        };
        self.log(chosen, options.len())
    }

    fn choose_by_strategy(&mut self, options: &[Choice], running: u32, pace: Pace) -> usize {
        let gave_way = pace == Pace::GaveWay;
        // The highest rank goes first; who just gave way goes last.
        let best = |rank: &dyn Fn(u64) -> u64| {
            let rank = |choice: &Choice| {
                if gave_way && choice.task == running { 0 } else { rank(choice.task.into()) }
            };
            (0..options.len()).max_by_key(|&at| rank(&options[at])).expect("there is an option")
        };
        match &self.strategy {
            Strategy::MainFirst | Strategy::Chance { .. } => best(&|task| u64::MAX - task),
            Strategy::MainLast => best(&|task| if task == 0 { 1 } else { u64::MAX - task }),
            Strategy::NewestFirst => best(&|task| task + 1),
            Strategy::LinesLast => {
                let spins = |choice: &Choice| gave_way && choice.task == running;
                let others = options.iter().position(|choice| !choice.writes && !spins(choice));
                let rank = |choice: &Choice| (spins(choice), choice.written, choice.task);
                let first = || (0..options.len()).min_by_key(|&at| rank(&options[at]));
                others.or_else(first).expect("there is an option")
            }
            Strategy::InStep => {
                let spins = gave_way && running == 0;
                let main = options.iter().position(|choice| choice.task == 0 && !spins);
                // After the last one comes the first one again.
                let next = || (0..options.len()).min_by_key(|&at| options[at].task.wrapping_sub(running + 1));
                main.or_else(next).expect("there is an option")
            }
            Strategy::Weak { seed } if seed % 3 == 0 => self.pick_silently(options.len()),
            Strategy::Weak { seed } if seed % 3 == 1 => {
                let others = (0..options.len()).filter(|&at| !options[at].writes).collect();
                self.pick_among(others, options.len())
            }
            Strategy::Sticky { .. } | Strategy::Weak { .. } => {
                let stay = !gave_way && options[0].task == running && options[0].what == Turn::Go;
                if stay && self.pick_silently(6) != 0 { 0 } else { self.pick_silently(options.len()) }
            }
            Strategy::Pct { .. } => {
                if pace != Pace::Busy || self.drops.contains(&self.steps) {
                    self.lowest -= 1;
                    self.priorities[running as usize] = self.lowest;
                }
                let priorities = &self.priorities;
                best(&|task| priorities[task as usize])
            }
            Strategy::Late { .. } => {
                if self.drops.contains(&self.steps) {
                    self.late = Some(running);
                }
                let late = self.late.filter(|_| self.steps < self.drops[0] + LATE);
                let on_time = |at: &usize| Some(options[*at].task) != late;
                let on_time = (0..options.len()).filter(on_time).collect();
                self.pick_among(on_time, options.len())
            }
            Strategy::Random { .. } | Strategy::Path(_) => self.pick_silently(options.len()),
        }
    }

    fn fair_after(&self) -> u32 {
        FAIR_AFTER.0.max(FAIR_AFTER.1 * self.priorities.len() as u32)
    }

    /// One of these options, if there are any; else one of all.
    fn pick_among(&mut self, some: Vec<usize>, all: usize) -> usize {
        match some.len() {
            0 => self.pick_silently(all),
            count => some[self.pick_silently(count)],
        }
    }

    /// May a waiter be woken for no reason?
    pub(crate) fn spurious(&self) -> bool {
        self.spurious_left > 0
    }

    /// Chooses one of `count` and notes it.
    pub(crate) fn pick(&mut self, count: usize) -> usize {
        let chosen = match &self.strategy {
            Strategy::Path(path) if self.steps <= self.fair_after() => {
                let at = self.taken.len();
                (path.get(at).copied().unwrap_or(0) as usize).min(count - 1)
            }
            _ => self.pick_silently(count),
        };
        self.log(chosen, count)
    }

    /// How the system's random numbers begin.
    pub(crate) fn beginning(&mut self) -> u32 {
        match self.strategy {
            Strategy::Chance { beginning } => self.log(beginning as usize, BEGINNINGS as usize) as u32,
            Strategy::MainFirst => self.log(0, BEGINNINGS as usize) as u32,
            _ => self.pick(BEGINNINGS as usize) as u32,
        }
    }

    fn log(&mut self, chosen: usize, count: usize) -> usize {
        if count > 1 {
            self.taken.push((chosen as u32, count as u32));
        }
        chosen
    }

    /// Chooses one of `count` and does not note it: it follows from the seed.
    pub(crate) fn pick_silently(&mut self, count: usize) -> usize {
        (self.next_random() % count as u64) as usize
    }

    /// SplitMix64 (Steele, Lea, Flood 2014).
    fn next_random(&mut self) -> u64 {
        self.random = self.random.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.random;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }
}

impl fmt::Display for Strategy {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Strategy::MainFirst => f.write_str("main-first"),
            Strategy::MainLast => f.write_str("main-last"),
            Strategy::NewestFirst => f.write_str("newest-first"),
            Strategy::LinesLast => f.write_str("lines-last"),
            Strategy::InStep => f.write_str("in-step"),
            Strategy::Random { seed } => write!(f, "random:{seed}"),
            Strategy::Sticky { seed } => write!(f, "sticky:{seed}"),
            Strategy::Pct { depth, length, seed } => write!(f, "pct:{depth}:{length}:{seed}"),
            Strategy::Late { length, seed } => write!(f, "late:{length}:{seed}"),
            Strategy::Path(path) => {
                let path: Vec<String> = path.iter().map(u32::to_string).collect();
                write!(f, "path:{}", path.join("."))
            }
            Strategy::Chance { beginning } => write!(f, "chance:{beginning}"),
            Strategy::Weak { seed } => write!(f, "weak:{seed}"),
        }
    }
}

impl FromStr for Strategy {
    type Err = ();

    fn from_str(text: &str) -> Result<Strategy, ()> {
        let parts: Vec<&str> = text.split(':').collect();
        let number = |at: usize| parts.get(at).and_then(|part| part.parse::<u64>().ok()).ok_or(());
        Ok(match parts[0] {
            "main-first" => Strategy::MainFirst,
            "main-last" => Strategy::MainLast,
            "newest-first" => Strategy::NewestFirst,
            "lines-last" => Strategy::LinesLast,
            "in-step" => Strategy::InStep,
            "random" => Strategy::Random { seed: number(1)? },
            "sticky" => Strategy::Sticky { seed: number(1)? },
            "pct" => Strategy::Pct { depth: number(1)? as u32, length: number(2)? as u32, seed: number(3)? },
            "late" => Strategy::Late { length: number(1)? as u32, seed: number(2)? },
            "path" => {
                let path = parts.get(1).ok_or(())?;
                let steps = path.split('.').filter(|step| !step.is_empty());
                Strategy::Path(steps.map(|step| step.parse().map_err(|_| ())).collect::<Result<_, ()>>()?)
            }
            "weak" => Strategy::Weak { seed: number(1)? },
            "chance" => Strategy::Chance { beginning: number(1)? as u32 % BEGINNINGS },
            _ => return Err(()),
        })
    }
}
