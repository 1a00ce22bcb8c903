//! A program with a misdeed for every subcommand. The last argument is a mark by which the test finds its processes.

use std::env;
use std::fs::{self, File};
use std::io::{self, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::os::linux::net::SocketAddrExt;
use std::os::unix::net::{SocketAddr, UnixListener, UnixStream};
use std::os::unix::process::{CommandExt, parent_id};
use std::path::Path;
use std::process::{self, Child, Command, Stdio};
use std::thread;
use std::time::Duration;

fn main() {
    let args: Vec<String> = env::args().skip(1).collect();
    match args[0].as_str() {
        "exit" => process::exit(args[1].parse().unwrap()),
        "abort" => process::abort(),
        "echo" => print!("{}", io::read_to_string(io::stdin()).unwrap()),
        "environment" => {
            let mut names: Vec<_> = env::vars().map(|(name, _)| name).collect();
            names.sort();
            println!(
                "{names:?} {}",
                env::var("TMPDIR").unwrap() == env::current_dir().unwrap().to_str().unwrap()
            );
        }
        "sleep" => sleep(),
        "spin" => loop {},
        "print" => loop {
            println!("{}", "x".repeat(1000));
            eprintln!("{}", "y".repeat(1000));
        },
        "much" => {
            io::stdout().write_all(&vec![b'x'; 3 << 20]).unwrap();
            io::stderr().write_all(&vec![b'y'; 100]).unwrap();
        }
        "big-file" => {
            let mut file = File::create("big").unwrap();
            loop {
                file.write_all(&[0; 1 << 16]).unwrap();
            }
        }
        "threads" => threads(1000),
        // Bombs go on where the system refuses.
        "thread-bomb" => loop {
            drop(thread::Builder::new().spawn(sleep));
        },
        "busy-thread-bomb" => loop {
            drop(thread::Builder::new().stack_size(1 << 14).spawn(|| loop {}));
        },
        "processes" => {
            let children: Vec<Child> =
                (0..1000).map(|_| myself(&["wait"]).stdin(Stdio::piped()).spawn().unwrap()).collect();
            println!("{}", children.len());
            for mut child in children {
                drop(child.stdin.take());
                assert!(child.wait().unwrap().success());
            }
        }
        "wait" => drop(io::read_to_string(io::stdin())),
        "fork-bomb" => loop {
            drop(myself(&["fork-bomb"]).spawn());
        },
        // Every process starts two and ends: none lives long, all are orphans.
        "hydra" => {
            drop(myself(&["hydra"]).spawn());
            drop(myself(&["hydra"]).spawn());
        }
        // As above, and the first process stays.
        "hydra-below" => {
            drop(myself(&["hydra"]).spawn());
            sleep();
        }
        "memory" => drop(take(usize::MAX)),
        "shared-memory" => {
            let children: Vec<Child> = (0..20).map(|_| myself(&["take", "40"]).spawn().unwrap()).collect();
            drop(children);
            sleep();
        }
        "take" => {
            let _taken = take(args[1].parse().unwrap());
            sleep();
        }
        // Children that hold stdout and stderr open.
        "leave-child" => {
            myself(&["sleep"]).spawn().unwrap();
            println!("parent");
        }
        "leave-grandchild" => {
            myself(&["leave-child"]).spawn().unwrap().wait().unwrap();
        }
        "leave-daemon" => {
            Command::new("/usr/bin/setsid")
                .arg("-f")
                .arg(env::current_exe().unwrap())
                .args(["sleep", &mark()])
                .status()
                .unwrap();
        }
        "leave-chain" => {
            let depth: u32 = args[1].parse().unwrap();
            if depth > 0 {
                myself(&["leave-chain", &(depth - 1).to_string()]).spawn().unwrap();
            }
            println!("{depth}");
            if depth < 20 {
                sleep();
            }
        }
        "linger" => {
            myself(&["late", &args[1]]).spawn().unwrap();
        }
        "late" => {
            thread::sleep(Duration::from_millis(args[1].parse().unwrap()));
            println!("late");
        }
        "deaf" => {
            let script = "trap '' TERM INT HUP QUIT; echo deaf; while :; do sleep 1; done";
            panic!("{}", Command::new("/bin/sh").args(["-c", script, &mark()]).exec());
        }
        "stop" => {
            signal(process::id(), SIGSTOP);
            sleep();
        }
        "kill-parent" => {
            println!("{:?}", [SIGSTOP, SIGTERM, SIGKILL].map(|number| signal(parent_id(), number)))
        }
        // Signal 0 asks whether a signal would arrive, and harms nobody.
        "find-processes" => {
            // The number of a thread reaches its process, too.
            let others = (1..100_000).filter(|pid| *pid != process::id() && signal(*pid, 0)).count();
            println!("{}", if others == 0 { "nobody else".into() } else { others.to_string() });
        }
        "kill-own-child" => {
            let mut child = myself(&["sleep"]).spawn().unwrap();
            child.kill().unwrap();
            println!("{}", child.wait().unwrap());
        }
        "sandbox" => sandbox(args[1].parse().unwrap(), Path::new(&args[2]), Path::new(&args[3])),
        "strange-name" => {
            use std::os::unix::ffi::OsStringExt;
            let name = std::ffi::OsString::from_vec(b"na\xffme\nPPid:\t1".to_vec());
            fs::copy(env::current_exe().unwrap(), &name).unwrap();
            let path = env::current_dir().unwrap().join(name);
            Command::new(path).arg0("strange").args(["sleep", &mark()]).spawn().unwrap();
            thread::sleep(Duration::from_millis(50));
        }
        // The leader of the process ends, another thread goes on.
        "leaderless" => {
            thread::spawn(sleep);
            unsafe { syscall(SYS_EXIT, 0) };
        }
        other => panic!("{other}?"),
    }
}

const SIGKILL: i32 = 9;
const SIGTERM: i32 = 15;
const SIGSTOP: i32 = 19;
/// Ends the calling thread alone.
const SYS_EXIT: i64 = if cfg!(target_arch = "x86_64") { 60 } else { 93 };

unsafe extern "C" {
    fn kill(pid: i32, signal: i32) -> i32;
    fn syscall(number: i64, ...) -> i64;
}

fn signal(pid: u32, number: i32) -> bool {
    unsafe { kill(pid as i32, number) == 0 }
}

fn mark() -> String {
    env::args().next_back().unwrap()
}

fn myself(args: &[&str]) -> Command {
    let mut command = Command::new(env::current_exe().unwrap());
    command.args(args).arg(mark());
    command
}

fn sleep() {
    thread::sleep(Duration::from_secs(1000));
}

fn threads(number: usize) {
    let mut handles = Vec::new();
    while handles.len() < number {
        handles.push(thread::spawn(|| thread::park_timeout(Duration::from_secs(5))));
    }
    println!("{number}");
    for handle in handles {
        handle.thread().unpark();
        handle.join().unwrap();
    }
}

/// Memory that is really there, in megabytes.
fn take(megabytes: usize) -> Vec<Vec<u8>> {
    let mut taken = Vec::new();
    while taken.len() < megabytes {
        taken.push(vec![1; 1 << 20]);
    }
    taken
}

/// Prints what went otherwise than it should: nothing.
fn sandbox(port: u16, readable: &Path, secret: &Path) {
    let expect = |what: &str, allowed: bool, result: io::Result<()>| {
        if allowed != result.is_ok() {
            println!("{what}: {result:?}");
        }
    };
    expect("read scratch", true, fs::write("file", "text").and_then(|()| fs::read("file")).map(drop));
    expect(
        "folder in scratch",
        true,
        fs::create_dir("folder").and_then(|()| fs::rename("file", "folder/file")),
    );
    expect("read readable", true, fs::read(readable).map(drop));
    expect("write readable", false, File::options().append(true).open(readable).map(drop));
    expect("read a secret", false, fs::read(secret).map(drop));
    expect("list the root", false, fs::read_dir("/").map(drop));
    expect("read /proc", false, fs::read("/proc/self/status").map(drop));
    expect("read /etc", false, fs::read("/etc/passwd").map(drop));
    expect("write /usr", false, fs::write("/usr/threadlings", ""));
    expect("write the temporary folder", false, fs::write("/tmp/threadlings", ""));
    expect("write /dev/null", true, fs::write("/dev/null", "text"));
    expect("read /dev/zero", true, File::open("/dev/zero").and_then(|mut file| file.read_exact(&mut [0; 8])));
    expect("read /dev/urandom", true, File::open("/dev/urandom").map(drop));
    expect("itself", true, fs::read(env::current_exe().unwrap()).map(drop));
    expect("run a program", true, Command::new("/bin/true").status().map(drop));
    let socket = || {
        let listener = UnixListener::bind("socket")?;
        UnixStream::connect("socket")?;
        listener.accept()
    };
    expect("unix socket in scratch", true, socket().map(drop));
    let outside = SocketAddr::from_abstract_name(secret.as_os_str().as_encoded_bytes()).unwrap();
    expect("abstract socket outside", false, UnixStream::connect_addr(&outside).map(drop));
    expect("listen on TCP", false, TcpListener::bind("127.0.0.1:0").map(drop));
    expect("connect to TCP", false, TcpStream::connect(("127.0.0.1", port)).map(drop));
}
