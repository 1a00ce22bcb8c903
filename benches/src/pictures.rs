//! The report as pictures, each once for a light and once for a dark page: `bench-light.svg`, `bench-dark.svg`
//! and so on. Here is what they show; how it is drawn is in `draw`.

mod draw;

use std::path::Path;

use self::draw::{Axis, Chart, Curve, DARK, LIGHT, Look, Row};
use crate::measure::{Report, Runs};

pub fn draw_all(report: &Report, folder: &Path) -> anyhow::Result<()> {
    let caption = format!("{}; medians of {} runs", report.machine, report.rounds);
    let rows = rows(report);
    let charts =
        [("scaling", scaling(report)), ("task-size", task_size(report)), ("counters", counters(report))];
    for (theme, palette) in [("light", LIGHT), ("dark", DARK)] {
        let path = |name| folder.join(format!("{name}-{theme}.svg"));
        draw::rows(&path("bench"), &rows, &caption, &palette)?;
        for (name, chart) in &charts {
            draw::chart(&path(name), chart, &caption, &palette)?;
        }
    }
    Ok(())
}

/// A row for each way of doing each pair's work.
fn rows(report: &Report) -> Vec<Row> {
    let mut rows = Vec::new();
    for program in report.programs.iter().filter(|program| program.work.is_a_pair()) {
        for rust in &program.rust.approaches {
            let python = program.python.as_ref().and_then(|python| python.approach(&rust.name));
            rows.push(Row {
                name: format!("{}, {}", program.title, rust.name),
                python: python.map(|python| python.times.median),
                rust: rust.times.median,
            });
        }
    }
    rows
}

fn scaling(report: &Report) -> Chart {
    let cores = report.machine.cores;
    let ideal = [1, 2, 4, 8].map(|workers| (f64::from(workers).log2(), cores.min(workers as usize) as f64));
    let mut chart = Chart {
        title: "CPU work shared out among 1 to 8 workers",
        x: Axis {
            title: "workers",
            ends: (0.0, 3.0),
            ticks: ticks(0, 3),
            label: |x| format!("{}", x.exp2()),
        },
        y: Axis {
            title: "speed-up over the same work in a row",
            ends: (0.0, cores.min(8) as f64 + 0.3),
            ticks: ticks(0, cores.min(8) as i32),
            label: |y| format!("{y}x"),
        },
        guide: Some(("what the cores allow", ideal.to_vec())),
        curves: Vec::new(),
    };
    let Some(program) = report.program("scaling") else { return chart };
    let mut add = |name, runs: &Runs, series, look| {
        let points = runs
            .curve(series)
            .filter_map(|(workers, approach)| Some((f64::from(workers).log2(), approach.speedup?)));
        chart.curves.push(Curve { name, look, points: points.collect() });
    };
    add("Rust threads", &program.rust, "threads", Look::Circle);
    add("Rust rayon tasks", &program.rust, "rayon tasks", Look::Triangle);
    add("Rust processes", &program.rust, "processes", Look::Square);
    if let Some(python) = &program.python {
        add("Python threads", python, "threads", Look::Ring);
        add("Python processes", python, "processes", Look::Frame);
    }
    chart
}

fn task_size(report: &Report) -> Chart {
    let mut chart = Chart {
        title: "Two CPU tasks, small to large: when does a second worker pay?",
        x: Axis {
            title: "time that one task takes",
            ends: (-5.5, 0.0),
            ticks: ticks(-5, 0),
            label: |x| draw::power_of_ten_seconds(x as i32),
        },
        y: Axis {
            title: "speed-up over the two tasks in a row; above 1x it pays",
            ends: (0.0, 2.3),
            ticks: vec![0.0, 0.5, 1.0, 1.5, 2.0],
            label: |y| format!("{y}x"),
        },
        guide: Some(("", vec![(-5.5, 1.0), (0.0, 1.0)])),
        curves: Vec::new(),
    };
    let Some(program) = report.program("task_size") else { return chart };
    let mut add = |name, runs: &Runs, series, look| {
        let points = runs.curve(series).filter_map(|(n, approach)| {
            let one_task = runs.approach(&format!("in a row {n}"))?.times.median / 2.0;
            Some((one_task.log10(), approach.speedup?))
        });
        chart.curves.push(Curve { name, look, points: points.collect() });
    };
    add("Rust threads", &program.rust, "threads", Look::Circle);
    add("Rust processes", &program.rust, "processes", Look::Square);
    if let Some(python) = &program.python {
        add("Python processes", python, "processes", Look::Frame);
    }
    chart
}

fn counters(report: &Report) -> Chart {
    let mut chart = Chart {
        title: "One counter, 1 to 8 threads that add to it (Rust)",
        x: Axis { title: "threads", ends: (1.0, 8.0), ticks: ticks(1, 8), label: |x| format!("{x}") },
        y: Axis {
            title: "million additions a second",
            ends: (0.0, 3.3),
            ticks: ticks(0, 3),
            label: |y| format!("{}", 10_f64.powf(y)),
        },
        guide: None,
        curves: Vec::new(),
    };
    let Some(program) = report.program("counters") else { return chart };
    for (name, series, look) in [
        ("a shard for each thread", "shards", Look::Circle),
        ("one atomic", "atomic", Look::Triangle),
        ("under a lock", "lock", Look::Square),
        ("through a channel", "channel", Look::Diamond),
    ] {
        let points = program.rust.curve(series).filter_map(|(threads, approach)| {
            let additions: f64 = approach.result.parse().ok()?;
            Some((f64::from(threads), (additions / 1e6 / approach.times.median).log10()))
        });
        chart.curves.push(Curve { name, look, points: points.collect() });
    }
    chart
}

fn ticks(from: i32, to: i32) -> Vec<f64> {
    (from..=to).map(f64::from).collect()
}
