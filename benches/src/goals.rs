//! What the course promises, held against one run. In: the measured programs. Out: a line for each promise.

use serde::Serialize;

use crate::measure::{Measured, Runs};
use crate::programs::Work;

#[derive(Serialize)]
pub struct Goal {
    pub goal: String,
    pub found: String,
    pub met: bool,
}

pub fn judge(cores: usize, programs: &[Measured]) -> Vec<Goal> {
    let mut goals = Vec::new();
    if cores >= 2 {
        goals.extend(speedup(programs, "threads 2", 1.9));
        goals.extend(speedup(programs, "processes 2", 1.85));
    }
    goals.extend(programs.iter().filter_map(wait));
    goals.extend(programs.iter().filter_map(faster_than_python));
    goals.extend(pool(programs));
    goals
}

fn rust<'a>(programs: &'a [Measured], name: &str) -> Option<&'a Runs> {
    Some(&programs.iter().find(|program| program.name == name)?.rust)
}

fn speedup(programs: &[Measured], approach: &str, goal: f64) -> Option<Goal> {
    let found = rust(programs, "scaling")?.approach(approach)?.speedup?;
    Some(Goal {
        goal: format!("CPU work, {approach}: {goal} times as fast as in a row"),
        found: format!("{found:.2} times"),
        met: found >= goal,
    })
}

fn wait(program: &Measured) -> Option<Goal> {
    let Work::Waits { longest } = program.work else { return None };
    let longest = longest.as_secs_f64();
    let at_once = program.rust.approaches.last()?.times.median;
    Some(Goal {
        goal: format!("{} at once: within 1 % of {longest} s", program.title),
        found: format!("{:+.2} %", (at_once / longest - 1.0) * 100.0),
        met: at_once <= longest * 1.01,
    })
}

fn faster_than_python(program: &Measured) -> Option<Goal> {
    if !program.work.is_a_pair() {
        return None;
    }
    let ratio = program.python.as_ref()?.whole.median / program.rust.whole.median;
    Some(Goal {
        goal: format!("{}: the Rust program faster than its Python twin", program.title),
        found: format!("{ratio:.2} times"),
        met: ratio > 1.0,
    })
}

fn pool(programs: &[Measured]) -> Option<Goal> {
    let starting = programs.iter().find(|program| program.name == "starting")?;
    let name = "pool of 4 processes";
    let python = starting.python.as_ref()?.approach(name)?.times.median;
    let rust = starting.rust.approach(name)?.times.median;
    Some(Goal {
        goal: format!("starting a {name}: no slower than Python"),
        found: format!("{:.1} ms, Python {:.1} ms", rust * 1e3, python * 1e3),
        met: rust <= python,
    })
}
