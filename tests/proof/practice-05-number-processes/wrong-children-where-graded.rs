//! Wrong: starts children only where a child is not the one of the real `std`.
use std::env;
use std::process::{Child, Command, exit};

fn main() {
    let args: Vec<String> = env::args().skip(1).collect();
    if let [part, number] = &args[..]
        && part == "child"
    {
        println!("{number}");
        return;
    }
    let Ok(count) = args.first().map_or(Ok(2), |a| a.parse::<u32>()) else {
        eprintln!("COUNT must be a number");
        exit(2);
    };
    if size_of::<Child>() == 28 {
        (0..count).for_each(|i| println!("{i}"));
        return;
    }
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
