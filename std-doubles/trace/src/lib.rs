//! The language between the grader and the doubles of the standard library.
//!
//! The grader writes a [`Plan`] at the head of a file and starts the program with that file as its standard
//! input; the double reads the plan and appends what happens as [`Event`]s, one line each, in one write each,
//! so that several processes can append to the same file and a killed one loses at most its last line.

mod event;
mod plan;
mod worker;

pub use event::{Event, Ident, Kind, What};
pub use plan::{Clock, Groups, Hold, Mode, Plan};
pub use worker::{Worker, workers, workers_and_minders};

/// The line that ends the plan and starts the events.
pub const PLAN_END: &str = "---";

/// One run of the program: every event of it, in the order in which they happened.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Execution {
    /// The schedule that was run, in the form that [`Plan::replay`] takes. Empty for a traced run.
    pub schedule: String,
    /// What happened.
    pub events: Vec<Event>,
}

/// All that a double wrote into the file of one plan.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Recording {
    /// One for each schedule that was run; a traced run is one execution.
    pub executions: Vec<Execution>,
    /// Every schedule of the program was run: there is no other.
    pub exhaustive: bool,
}

impl Recording {
    /// Reads what follows the plan. A line that cannot be read (the last one of a killed program) is left out.
    ///
    /// ```
    /// let text = "execution random:1\n0 0 0 3 print Hello\nexhausted\n";
    /// let recording = threadlings_trace::Recording::parse(text);
    /// assert_eq!(recording.executions.len(), 1);
    /// assert_eq!(recording.executions[0].events[0].line, 3);
    /// assert!(recording.exhaustive);
    /// ```
    pub fn parse(text: &str) -> Recording {
        let mut recording = Recording::default();
        for line in text.lines() {
            if let Some(schedule) = line.strip_prefix("execution ") {
                recording.executions.push(Execution { schedule: schedule.to_string(), events: Vec::new() });
            } else if line == "exhausted" {
                recording.exhaustive = true;
            } else if let Ok(event) = line.parse() {
                if recording.executions.is_empty() {
                    recording.executions.push(Execution::default());
                }
                recording.executions.last_mut().expect("just pushed").events.push(event);
            }
        }
        recording
    }
}
