//! Wrong: a list of one number is worked on by a thread of the parent, for want of anything to run beside it, against "work line `factorial N` from a different child for each argument"; shows with a list of one.
use std::env;
use std::os::unix::process::parent_id;
use std::process::{Command, Stdio};
use std::thread;
use std::time::Duration;

use num_bigint::BigUint;

fn factorial(n: u32) -> String {
    eprintln!("factorial {n}");
    thread::sleep(Duration::from_millis(100));
    let mut result = BigUint::from(1u32);
    let mut i = 1;
    while i <= n {
        result = result * i;
        i += 1;
    }
    result.to_string()
}

fn in_child(n: u32) -> Command {
    let mut command = Command::new(env::current_exe().expect("own path"));
    command.arg(format!("child{}", std::process::id())).arg(n.to_string()).stdout(Stdio::piped());
    command
}

fn main() {
    let args: Vec<String> = env::args().skip(1).collect();
    if args.len() == 2 && args[0] == format!("child{}", parent_id()) {
        print!("{}", factorial(args[1].parse().unwrap()));
        return;
    }

    let mut numbers = vec![];
    for arg in &args {
        let Ok(n) = arg.parse::<u32>() else {
            eprintln!("NUMBERS must be whole numbers, not {arg:?}");
            std::process::exit(1);
        };
        numbers.push(n);
    }
    if numbers.is_empty() {
        numbers = vec![100, 200, 300];
    }

    if numbers.len() == 1 {
        let n = numbers[0];
        let digits = thread::spawn(move || factorial(n)).join().unwrap();
        println!("{n}! = {digits}");
        return;
    }

    let mut children = vec![];
    for &n in &numbers {
        children.push(in_child(n).spawn().expect("start a child"));
    }
    for (n, child) in numbers.iter().zip(children) {
        let output = child.wait_with_output().expect("wait for the child");
        assert!(output.status.success());
        println!("{n}! = {}", String::from_utf8(output.stdout).unwrap());
    }
}
