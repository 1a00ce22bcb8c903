//! Wrong: for a negative B the child's work line says `add 5 - 3` instead of `add 5 -3`, against "it writes `add A B` to stderr"; shows with any negative B, the sum is right.
use std::env;
use std::process::{Command, Stdio, exit};
use std::thread;
use std::time::Duration;

fn work(a: i64, b: i64) -> i64 {
    if b < 0 {
        eprintln!("add {a} - {}", -b);
    } else {
        eprintln!("add {a} {b}");
    }
    thread::sleep(Duration::from_millis(100));
    a + b
}

fn arg(name: &str, n: usize, default: i32) -> i32 {
    match env::args().nth(n) {
        None => default,
        Some(s) => s.parse().unwrap_or_else(|_| {
            eprintln!("{name} must be a whole number: {s:?}");
            exit(1)
        }),
    }
}

fn main() {
    if env::args().nth(3).as_deref() == Some("work") {
        println!("{}", work(arg("A", 1, 0).into(), arg("B", 2, 0).into()));
        return;
    }

    let a = arg("A", 1, 5);
    let b = arg("B", 2, 7);
    let child = Command::new(env::current_exe().unwrap())
        .arg(a.to_string())
        .arg(b.to_string())
        .arg("work")
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let output = child.wait_with_output().unwrap();
    if !output.status.success() {
        exit(1);
    }
    let sum: i64 = String::from_utf8(output.stdout).unwrap().trim().parse().unwrap();
    println!("{sum}");
}
