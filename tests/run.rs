//! Programs that do their worst: how their run ends, how long it takes, and that no process of them is left.

use std::ffi::OsString;
use std::fs::{self, File};
use std::net::TcpListener;
use std::os::linux::net::SocketAddrExt;
use std::os::unix::net::{SocketAddr, UnixListener};
use std::path::{Path, PathBuf};
use std::process::{self, Command, Stdio};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{LazyLock, Mutex};
use std::thread;
use std::time::{Duration, Instant};

use rustix::process::{Pid, Signal, kill_process};
use threadlings::run::{End, Finished, Job, Limits, RunError, run};

const FOLDER: &str = env!("CARGO_TARGET_TMPDIR");
const SECOND: Duration = Duration::from_secs(1);
/// How much longer than its limits a run may take, here where others keep the machine busy.
const GRACE: Duration = Duration::from_secs(6);

static SUPERVISOR: LazyLock<PathBuf> = LazyLock::new(|| {
    // As the grader builds it, or crates would be compiled again.
    let with = ["--package", "threadlings-watch", "--package", "threadlings-kit"];
    let supervisor = ["--package", "threadlings-supervisor", "--bin", "threadlings-supervisor"];
    let built = Command::new(env!("CARGO")).args(["build", "--quiet"]).args(with).args(supervisor).status();
    assert!(built.unwrap().success());
    Path::new(FOLDER).with_file_name("debug").join("threadlings-supervisor")
});

static HOSTILE: LazyLock<PathBuf> = LazyLock::new(|| {
    let program = Path::new(FOLDER).join(format!("hostile-{}", process::id()));
    let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/run/hostile.rs");
    let compiled = Command::new("rustc").args(["--edition=2024", "-o"]).arg(&program).arg(source).status();
    assert!(compiled.unwrap().success());
    program
});

static READABLE: LazyLock<[PathBuf; 1]> =
    LazyLock::new(|| [Path::new(env!("CARGO_MANIFEST_DIR")).join("Cargo.toml")]);

/// Held by tests that start so many processes or threads that others would find no room.
static CROWD: Mutex<()> = Mutex::new(());

/// Runs one misdeed, by default for ten seconds and with no linger, and checks what holds for all.
fn misdeed(args: &[&str], change: impl FnOnce(&mut Job)) -> Finished {
    let mark = mark();
    let scratch = Path::new(FOLDER).join(&mark);
    fs::create_dir(&scratch).unwrap();
    let args: Vec<OsString> = args.iter().copied().chain([&*mark]).map(OsString::from).collect();
    let mut job = Job { args: &args, ..job(&scratch) };
    change(&mut job);
    let supervisor = &*SUPERVISOR;
    let start = Instant::now();
    let finished = run(supervisor, &job).unwrap();
    let took = start.elapsed();
    assert!(took < job.limits.time + job.linger + GRACE, "{args:?} took {took:?}");
    assert!(processes_with(&mark).is_empty(), "{args:?}");
    fs::remove_dir_all(&scratch).unwrap();
    finished
}

fn job(scratch: &Path) -> Job<'_> {
    Job {
        program: &HOSTILE,
        args: &[],
        stdin: None,
        scratch,
        limits: Limits::default(),
        linger: Duration::ZERO,
        readable: &[],
        until_closed: None,
    }
}

/// A word that is found in the arguments of this run's processes and of no others.
fn mark() -> String {
    static NEXT: AtomicUsize = AtomicUsize::new(0);
    format!("mark-{}-{}-", process::id(), NEXT.fetch_add(1, Ordering::Relaxed))
}

/// The numbers of the processes that have `mark` in their arguments.
fn processes_with(mark: &str) -> Vec<i32> {
    let mut found = Vec::new();
    for entry in fs::read_dir("/proc").unwrap() {
        let path = entry.unwrap().path();
        let arguments = fs::read(path.join("cmdline")).unwrap_or_default();
        if String::from_utf8_lossy(&arguments).contains(mark)
            && let Some(pid) = path.file_name().and_then(|name| name.to_str()?.parse().ok())
        {
            found.push(pid);
        }
    }
    found
}

/// Whether this process has started it. Its number says nothing: numbers start anew where they have run out.
fn is_child(pid: i32) -> bool {
    let status = fs::read_to_string(format!("/proc/{pid}/status")).unwrap();
    status.lines().any(|line| line == format!("PPid:\t{}", process::id()))
}

fn as_it_is(_: &mut Job) {}

fn for_a_moment(job: &mut Job) {
    job.limits.time = Duration::from_millis(300);
}

fn text(finished: &Finished) -> &str {
    str::from_utf8(&finished.stdout.bytes).unwrap()
}

#[test]
fn an_exit_code_is_told() {
    for code in ["0", "1", "101", "255"] {
        assert_eq!(misdeed(&["exit", code], as_it_is).end, End::Exited(code.parse().unwrap()));
    }
}

#[test]
fn a_signal_is_told() {
    assert_eq!(misdeed(&["abort"], as_it_is).end, End::Signalled(6));
}

#[test]
fn stdin_is_the_given_file_or_empty() {
    let path = Path::new(FOLDER).join(mark());
    fs::write(&path, "from a file\n").unwrap();
    let finished = misdeed(&["echo"], |job| job.stdin = Some(File::open(&path).unwrap()));
    assert_eq!(text(&finished), "from a file\n");
    assert_eq!(text(&misdeed(&["echo"], as_it_is)), "");
    fs::remove_file(path).unwrap();
}

#[test]
fn the_environment_is_an_ordinary_one_and_not_the_graders() {
    let names = ["HOME", "LANG", "LOGNAME", "PATH", "PWD", "SHELL", "TERM", "TMPDIR", "USER"];
    assert_eq!(text(&misdeed(&["environment"], as_it_is)), format!("{names:?} true\n"));
}

#[test]
fn a_program_that_is_not_there_is_an_error() {
    let scratch = Path::new(FOLDER);
    let program = scratch.join("no-such-program");
    let job = Job { program: &program, ..job(scratch) };
    assert!(matches!(run(&SUPERVISOR, &job), Err(RunError::Program { .. })));
    assert!(matches!(run(&program, &job), Err(RunError::Supervisor { .. })));
}

#[test]
fn a_thousand_threads_are_fine() {
    let _alone = CROWD.lock();
    let finished = misdeed(&["threads"], as_it_is);
    assert_eq!((finished.end, text(&finished)), (End::Exited(0), "1000\n"));
}

#[test]
fn a_thousand_processes_are_fine() {
    let _alone = CROWD.lock();
    let finished = misdeed(&["processes"], |job| job.limits.time = 20 * SECOND);
    assert_eq!((finished.end, text(&finished)), (End::Exited(0), "1000\n"));
}

#[test]
fn endless_programs_time_out() {
    for args in [["sleep"], ["spin"], ["deaf"], ["stop"]] {
        let finished = misdeed(&args, for_a_moment);
        assert_eq!((finished.end, finished.left_behind), (End::TimedOut, 0), "{args:?}");
        assert!(finished.elapsed >= Duration::from_millis(300));
    }
}

#[test]
fn endless_output_is_cut() {
    let finished =
        misdeed(&["print"], |job| job.limits = Limits { time: SECOND, output: 5000, ..job.limits });
    assert_eq!(finished.end, End::TimedOut);
    for stream in [finished.stdout, finished.stderr] {
        assert_eq!((stream.bytes.len(), stream.cut), (5000, true));
    }
}

#[test]
fn much_output_is_cut_and_the_program_goes_on() {
    let finished = misdeed(&["much"], as_it_is);
    assert_eq!(finished.end, End::Exited(0));
    assert_eq!((finished.stdout.bytes.len(), finished.stdout.cut), (1 << 20, true));
    assert_eq!((finished.stderr.bytes.len(), finished.stderr.cut), (100, false));
}

#[test]
fn a_big_file_ends_the_program() {
    const SIGXFSZ: i32 = 25;
    assert_eq!(misdeed(&["big-file"], as_it_is).end, End::Signalled(SIGXFSZ));
}

#[test]
fn bombs_of_threads_and_processes_are_stopped() {
    let _alone = CROWD.lock();
    for bomb in ["thread-bomb", "busy-thread-bomb", "fork-bomb"] {
        let finished =
            misdeed(&[bomb], |job| job.limits = Limits { time: 2 * SECOND, tasks: 400, ..job.limits });
        // Busy tasks can keep each other from ever becoming that many.
        assert!(matches!(finished.end, End::TooManyTasks | End::TimedOut), "{bomb}: {:?}", finished.end);
    }
}

#[test]
fn processes_that_hand_on_and_end_are_caught() {
    let _alone = CROWD.lock();
    assert_eq!(misdeed(&["hydra"], as_it_is).end, End::Exited(0));
    let finished =
        misdeed(&["hydra-below"], |job| job.limits = Limits { time: SECOND, tasks: 500, ..job.limits });
    assert!(matches!(finished.end, End::TooManyTasks | End::TimedOut), "{:?}", finished.end);
}

#[test]
fn memory_is_limited_for_all_processes_together() {
    for bomb in [["memory"], ["shared-memory"]] {
        let finished = misdeed(&bomb, |job| job.limits.memory = 256 << 20);
        assert_eq!(finished.end, End::TooMuchMemory, "{bomb:?}");
    }
}

#[test]
fn what_is_left_behind_is_ended_and_counted() {
    for (args, left_behind) in [
        (vec!["leave-child"], 1),
        (vec!["leave-grandchild"], 1),
        (vec!["leave-daemon"], 1),
        (vec!["strange-name"], 1),
    ] {
        let finished = misdeed(&args, as_it_is);
        assert_eq!((finished.end, finished.left_behind), (End::Exited(0), left_behind), "{args:?}");
    }
    assert_eq!(misdeed(&["leave-chain", "20"], as_it_is).end, End::Exited(0));
}

#[test]
fn a_child_may_linger() {
    let finished = misdeed(&["linger", "100"], |job| job.linger = 10 * SECOND);
    assert_eq!((finished.end, text(&finished), finished.left_behind), (End::Exited(0), "late\n", 0));
    let finished = misdeed(&["linger", "100000"], |job| job.linger = SECOND / 5);
    assert_eq!((finished.end, text(&finished), finished.left_behind), (End::Exited(0), "", 1));
}

#[test]
fn a_process_without_its_first_thread_is_no_dead_process() {
    assert_eq!(misdeed(&["leaderless"], for_a_moment).end, End::TimedOut);
}

#[test]
fn signals_stay_inside() {
    assert_eq!(text(&misdeed(&["kill-parent"], as_it_is)), "[false, false, false]\n");
    assert_eq!(text(&misdeed(&["find-processes"], as_it_is)), "nobody else\n");
    assert_eq!(text(&misdeed(&["kill-own-child"], as_it_is)), "signal: 9 (SIGKILL)\n");
}

#[test]
fn files_and_sockets_outside_are_out_of_reach() {
    let secret = Path::new(FOLDER).join(mark());
    fs::write(&secret, "secret").unwrap();
    let name = SocketAddr::from_abstract_name(secret.as_os_str().as_encoded_bytes()).unwrap();
    let _abstract_socket = UnixListener::bind_addr(&name).unwrap();
    let tcp = TcpListener::bind("127.0.0.1:0").unwrap();
    let port = tcp.local_addr().unwrap().port().to_string();
    let args = ["sandbox", &port, READABLE[0].to_str().unwrap(), secret.to_str().unwrap()];
    let finished = misdeed(&args, |job| job.readable = &*READABLE);
    assert_eq!((finished.end, text(&finished)), (End::Exited(0), ""));
    fs::remove_file(secret).unwrap();
}

#[test]
fn a_supervisor_that_is_killed_is_an_error_and_leaves_nothing() {
    let mark = mark();
    let scratch = Path::new(FOLDER).join(&mark);
    fs::create_dir(&scratch).unwrap();
    let args = ["leave-chain", "19", &mark].map(OsString::from);
    let job = Job { args: &args, ..job(&scratch) };
    thread::scope(|s| {
        let running = s.spawn(|| run(&SUPERVISOR, &job));
        let mut processes = Vec::new();
        // The supervisor, and twenty of the chain.
        while processes.len() < 21 {
            assert!(!running.is_finished());
            processes = processes_with(&mark);
        }
        let supervisor = processes.into_iter().find(|pid| is_child(*pid)).unwrap();
        let supervisor = Pid::from_raw(supervisor).unwrap();
        kill_process(supervisor, Signal::KILL).unwrap();
        assert!(matches!(running.join().unwrap(), Err(RunError::Lost { .. })));
    });
    assert!(processes_with(&mark).is_empty());
    fs::remove_dir_all(&scratch).unwrap();
}

#[test]
fn when_the_grader_goes_the_supervisor_cleans_up() {
    let mark = mark();
    let scratch = Path::new(FOLDER);
    let mut supervisor = Command::new(&*SUPERVISOR)
        .args(["watch", "60000", "0", "1000", "1000000000", "1000", "0"])
        .args([scratch, &*HOSTILE])
        .args(["leave-chain", "19", &mark])
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    while processes_with(&mark).len() < 21 {
        assert_eq!(supervisor.try_wait().unwrap(), None);
    }
    drop(supervisor.stdout.take());
    supervisor.wait().unwrap();
    assert!(processes_with(&mark).is_empty());
}

#[test]
fn many_runs_at_once_do_not_disturb_each_other() {
    thread::scope(|s| {
        for code in 0..20 {
            s.spawn(move || {
                let end = misdeed(&["exit", &code.to_string()], as_it_is).end;
                assert_eq!(end, End::Exited(code));
                let finished = misdeed(&["leave-grandchild"], as_it_is);
                assert_eq!((text(&finished), finished.left_behind), ("parent\n", 1));
            });
        }
    });
}
