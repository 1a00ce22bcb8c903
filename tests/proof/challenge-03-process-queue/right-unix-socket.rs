//! The child connects to a Unix socket of the parent and sends the sum.

use std::os::unix::net::{UnixListener, UnixStream};
use std::process::{Command, exit};
use std::time::Duration;
use std::{env, fs, io, thread};

fn main() {
    if let Ok(path) = env::var("ADD_SOCKET") {
        let numbers: Vec<i64> = env::args().skip(1).map(|arg| arg.parse().unwrap()).collect();
        eprintln!("add {} {}", numbers[0], numbers[1]);
        thread::sleep(Duration::from_millis(100));
        let mut socket = UnixStream::connect(path).unwrap();
        io::Write::write_all(&mut socket, format!("{}\n", numbers[0] + numbers[1]).as_bytes()).unwrap();
        exit(0);
    }
    let a: i32 = match std::env::args().nth(1) {
        None => 5,
        Some(s) => s.parse().unwrap_or_else(|e| {
            eprintln!("bad A {s:?}: {e}");
            std::process::exit(2)
        }),
    };
    let b: i32 = match std::env::args().nth(2) {
        None => 7,
        Some(s) => s.parse().unwrap_or_else(|e| {
            eprintln!("bad B {s:?}: {e}");
            std::process::exit(2)
        }),
    };
    let path = env::temp_dir().join(format!("add-{}.sock", std::process::id()));
    let listener = UnixListener::bind(&path).unwrap();
    let mut child = Command::new(env::current_exe().unwrap())
        .env("ADD_SOCKET", &path)
        .args([a.to_string(), b.to_string()])
        .spawn()
        .unwrap();
    let (socket, _) = listener.accept().unwrap();
    let sum = io::read_to_string(socket).unwrap();
    child.wait().unwrap();
    fs::remove_file(path).unwrap();
    print!("{sum}");
}
