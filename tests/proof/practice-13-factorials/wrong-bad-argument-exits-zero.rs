//! wrong: a bad number ends the program with exit code 0.

use std::process::{Command, ExitCode};
use std::thread;
use std::time::Duration;

use num_bigint::BigUint;

fn child(n: u32) {
    eprintln!("factorial {n}");
    thread::sleep(Duration::from_millis(100));
    println!("{}", (2..=n).fold(BigUint::from(1u8), |product, i| product * i));
}

fn main() -> ExitCode {
    let args: Vec<String> = std::env::args().collect();
    if args.len() == 3 && args[1] == "--child" {
        child(args[2].parse().unwrap());
        return ExitCode::SUCCESS;
    }
    let Ok(mut numbers) = std::env::args().skip(1).map(|s| s.parse()).collect::<Result<Vec<u32>, _>>() else {
        eprintln!("NUMBERS must be whole numbers");
        return ExitCode::SUCCESS;
    };
    if numbers.is_empty() {
        numbers = vec![100, 200, 300];
    }
    let me = std::env::current_exe().unwrap();
    let mut text = String::new();
    thread::scope(|s| {
        let mut threads = Vec::new();
        for &n in &numbers {
            let me = &me;
            threads.push(s.spawn(move || {
                let output = Command::new(me)
                    .args(["--child", &n.to_string()])
                    .stderr(std::process::Stdio::inherit())
                    .output()
                    .unwrap();
                format!("{n}! = {}", String::from_utf8(output.stdout).unwrap())
            }));
        }
        for thread in threads {
            text += &thread.join().unwrap();
        }
    });
    print!("{text}");
    ExitCode::SUCCESS
}
