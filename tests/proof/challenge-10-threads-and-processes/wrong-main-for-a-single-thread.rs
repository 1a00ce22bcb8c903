//! Wrong: for COUNT 1 main starts the child and prints `Thread 0` itself while that runs, against "COUNT threads besides main" ("wherever a row speaks of COUNT … threads, main is not one of them"); shows with COUNT 1.
use std::env;
use std::process::{Child, Command, exit};
use std::thread;

fn thread_line(i: u32) {
    println!("Thread {i}");
}

fn spawn_process(i: u32) -> Child {
    let exe = env::current_exe().expect("exe");
    Command::new(exe).arg("-p").arg(i.to_string()).spawn().expect("spawn")
}

fn main() {
    let argv: Vec<String> = env::args().collect();
    if argv.len() == 3 && argv[1] == "-p" {
        println!("Process {}", argv[2]);
        return;
    }

    let count = match argv.get(1) {
        None => 2,
        Some(s) => match s.parse::<u32>() {
            Ok(v) => v,
            Err(e) => {
                eprintln!("COUNT: {e}");
                exit(1);
            }
        },
    };

    if count == 1 {
        let mut p = spawn_process(0);
        thread_line(0);
        p.wait().expect("wait");
        return;
    }

    let mut ts = vec![];
    let mut ps = vec![];
    for i in 0..count {
        ts.push(thread::spawn(move || thread_line(i)));
        ps.push(spawn_process(i));
    }
    for t in ts {
        t.join().unwrap();
    }
    for mut p in ps {
        p.wait().expect("wait");
    }
}
