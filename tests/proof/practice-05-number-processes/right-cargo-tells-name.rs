//! Right: names itself in its messages, and its version, as cargo tells them.
use std::env;
use std::process::{Command, exit};

fn main() {
    let args: Vec<String> = env::args().skip(1).collect();
    if let [part, number] = &args[..]
        && part == "child"
    {
        println!("{number}");
        return;
    }
    let Ok(count) = args.first().map_or(Ok(2), |a| a.parse::<u32>()) else {
        eprintln!("{} {}: COUNT must be a number", env!("CARGO_PKG_NAME"), env!("CARGO_PKG_VERSION"));
        exit(2);
    };
    let exe = env::current_exe().unwrap();
    let mut children = Vec::new();
    for i in 0..count {
        children.push(Command::new(&exe).args(["child", &i.to_string()]).spawn().unwrap());
    }
    for mut child in children {
        child.wait().unwrap();
    }
    exit(0);
}
