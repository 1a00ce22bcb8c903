//! Wrong: "any text, also with spaces, quotes": quotes at the two ends of NAME are taken off, so `"Ferris"` with its quotes is printed without them.

use std::env;
use std::thread;

/// The name as it was meant: `"Grace Hopper"` is quoted on the command line because of its space.
fn unquoted(arg: &str) -> &str {
    arg.strip_prefix('"')
        .and_then(|rest| rest.strip_suffix('"'))
        .unwrap_or(arg)
}

fn main() {
    let arg = env::args().nth(1).unwrap_or_else(|| "Ferris".to_string());
    let name = unquoted(&arg).to_string();

    thread::spawn(move || println!("{name}"))
        .join()
        .expect("the thread does not panic");
}
