//! Runs every program of `src/bin` and `python` in turn, several times, and writes what came out: `bench.json`,
//! `bench.txt` and the pictures, into `target/threadlings`. An argument names another folder for the pictures.
//! The launcher is `timings.rs` beside the manifest; `cargo bench` in the root calls that.

mod goals;
mod machine;
mod measure;
mod pictures;
mod programs;
mod table;

use std::path::PathBuf;
use std::{env, fs};

use anyhow::{Context, ensure};

use crate::machine::Machine;

fn main() -> anyhow::Result<()> {
    ensure!(
        !cfg!(debug_assertions),
        "only a release build tells: use `cargo bench` in the root, or `--release`"
    );
    let exe = env::current_exe()?;
    let release = exe.parent().context("the folder of the programs")?;
    let target = release.parent().context("the target folder")?.join("threadlings");
    let pictures = env::args().nth(1).map_or(target.clone(), PathBuf::from);

    let machine = Machine::look()?;
    if machine.python.is_none() {
        println!("No Python 3 on this machine: Rust is measured alone.");
    }
    let report = measure::all(machine, release)?;

    let table = table::text(&report);
    print!("{table}");

    for folder in [&target, &pictures] {
        fs::create_dir_all(folder).with_context(|| format!("making {}", folder.display()))?;
    }
    fs::write(target.join("bench.json"), serde_json::to_string_pretty(&report)?)?;
    fs::write(target.join("bench.txt"), table)?;
    pictures::draw_all(&report, &pictures)?;
    println!("Written: bench.json and bench.txt in {}, pictures in {}", target.display(), pictures.display());
    Ok(())
}
