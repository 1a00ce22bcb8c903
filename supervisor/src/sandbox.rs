//! The sandbox that all processes of the program share and none can leave, and the signal that ends them all.
//!
//! They can read and run what is installed below `/usr`, read what `/proc` tells of the machine, read and write below the
//! scratch folder, and reach no other file, no TCP port, and, with their signals, no process but each other. A kernel that has only a part of this, or
//! nothing, enforces that part: Landlock came with Linux 5.13, scoped signals with 6.12.

use std::fs;
use std::io;
use std::os::unix::process::CommandExt;
use std::process::Command;

use landlock::{
    ABI, Access, AccessFs, AccessNet, CompatLevel, Compatible, RestrictionStatus, Ruleset, RulesetAttr,
    RulesetCreatedAttr, RulesetError, RulesetStatus, Scope, path_beneath_rules,
};
use rustix::io::Errno;
use rustix::process::{
    Pid, Resource, Rlimit, Signal, getppid, getrlimit, kill_process_group, setrlimit, setsid,
    test_kill_process,
};

use crate::Job;

const LINUX: ABI = ABI::V6;
const INSTALLED: [&str; 8] = [
    "/usr",
    "/bin",
    "/lib",
    "/lib64",
    "/nix/store",
    "/etc/ld.so.cache",
    "/etc/ld.so.preload",
    "/etc/localtime",
];
/// As at its author's: nothing says that the program is graded, and it has no other reason to behave otherwise.
const ORDINARY: [(&str, &str); 6] = [
    ("PATH", "/usr/local/bin:/usr/bin:/bin"),
    ("LANG", "C.UTF-8"),
    ("SHELL", "/bin/sh"),
    ("TERM", "xterm-256color"),
    ("USER", "learner"),
    ("LOGNAME", "learner"),
];
/// A program that reads these, the time since the start of the machine for one, finds them as at its author's.
const SOURCES: [&str; 8] = [
    "/dev/zero",
    "/dev/urandom",
    "/proc/cpuinfo",
    "/proc/loadavg",
    "/proc/meminfo",
    "/proc/stat",
    "/proc/uptime",
    "/proc/version",
];
/// The largest file that the program may write.
const FILE_SIZE: u64 = 64 << 20;

/// From now on this thread sends signals to nobody but the processes that it starts, and theirs.
///
/// Says whether that is so: then a signal to "every process" ends the whole program at a stroke, however fast its
/// processes multiply, and nothing else.
pub fn confine_signals() -> bool {
    let confine = || {
        Ruleset::default()
            .set_compatibility(CompatLevel::HardRequirement)
            // To move files from folder to folder must be allowed in every ruleset, also where it is about signals.
            .handle_access(AccessFs::Refer)?
            .scope(Scope::Signal)?
            .create()?
            .add_rules(path_beneath_rules(["/"], AccessFs::Refer))?
            .restrict_self()
    };
    let out_of_reach = |pid| test_kill_process(pid) == Err(Errno::PERM);
    confine().is_ok_and(|status: RestrictionStatus| status.ruleset == RulesetStatus::FullyEnforced)
        && getppid().is_some_and(out_of_reach)
}

/// Sends a signal to every process that can be reached: to be called where signals are confined.
pub fn signal_confined(signal: Signal) {
    // Process group 1 stands for all processes, see kill(2). There may be none.
    let _ = kill_process_group(Pid::INIT, signal);
}

/// Turns this process into the program of `job`, and comes back only if that fails.
pub fn become_program(job: &Job) -> io::Error {
    if let Err(error) = enter(job) {
        return error;
    }
    Command::new(&job.program)
        .args(&job.args)
        .current_dir(&job.scratch)
        .env_clear()
        .envs(ORDINARY)
        .envs(["HOME", "PWD", "TMPDIR"].map(|folder| (folder, &job.scratch)))
        .exec()
}

fn enter(job: &Job) -> io::Result<()> {
    // Away from the terminal; and the scheduler, where it gives each session a share, leaves the grader its own.
    setsid()?;
    limit(Resource::Core, 0)?;
    limit(Resource::Fsize, FILE_SIZE)?;
    // Counts all tasks of a user, and not those of root: a stopgap for bombs that grow faster than they are counted.
    limit(Resource::Nproc, all_tasks()? + 2 * job.tasks as u64)?;
    restrict(job).map_err(io::Error::other)
}

fn limit(resource: Resource, limit: u64) -> io::Result<()> {
    let limit = getrlimit(resource).maximum.map_or(limit, |maximum| maximum.min(limit));
    Ok(setrlimit(resource, Rlimit { current: Some(limit), maximum: Some(limit) })?)
}

/// How many threads there are on this machine.
pub fn all_tasks() -> io::Result<u64> {
    let load = fs::read_to_string("/proc/loadavg")?;
    let tasks = load.split(['/', ' ']).nth(4).and_then(|tasks| tasks.parse().ok());
    tasks.ok_or_else(|| io::Error::other("no number of tasks in /proc/loadavg"))
}

fn restrict(job: &Job) -> Result<(), RulesetError> {
    Ruleset::default()
        .handle_access(AccessFs::from_all(LINUX))?
        .handle_access(AccessNet::from_all(LINUX))?
        .scope(Scope::from_all(LINUX))?
        .create()?
        .add_rules(path_beneath_rules(INSTALLED, AccessFs::from_read(LINUX)))?
        .add_rules(path_beneath_rules([&job.program], AccessFs::from_read(LINUX)))?
        .add_rules(path_beneath_rules(&job.readable, AccessFs::from_read(LINUX)))?
        .add_rules(path_beneath_rules(SOURCES, AccessFs::ReadFile))?
        .add_rules(path_beneath_rules(["/dev/null"], AccessFs::ReadFile | AccessFs::WriteFile))?
        .add_rules(path_beneath_rules([&job.scratch], AccessFs::from_all(LINUX)))?
        .restrict_self()?;
    Ok(())
}
