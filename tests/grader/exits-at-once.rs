//! Does nothing, and says that all went well.

use std::process;

fn main() {
    process::exit(0);
}
