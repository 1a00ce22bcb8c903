//! Wrong: the starter threads are not joined: main stops as soon as the list is empty, also when children are still to be started.

use std::env;
use std::process::{Child, Command};
use std::sync::{Arc, Mutex};
use std::thread;
use std::time::Duration;

fn main() {
    if let Ok(i) = env::var("P05_I") {
        println!("{}", i);
        return;
    }
    let args: Vec<String> = env::args().collect();
    let count: u32 = if args.len() > 1 {
        match args[1].parse() {
            Ok(n) => n,
            Err(e) => {
                eprintln!("COUNT: {}", e);
                std::process::exit(1);
            }
        }
    } else {
        2
    };

    let children: Arc<Mutex<Vec<Child>>> = Arc::new(Mutex::new(vec![]));
    for i in 0..count {
        let children = Arc::clone(&children);
        thread::spawn(move || {
            let child = Command::new(env::current_exe().unwrap())
                .env("P05_I", i.to_string())
                .spawn()
                .unwrap();
            children.lock().unwrap().push(child);
        });
    }

    thread::sleep(Duration::from_millis(200)); // let them all start
    loop {
        let next = children.lock().unwrap().pop();
        match next {
            Some(mut child) => {
                child.wait().unwrap();
            }
            None => break,
        }
    }
}
