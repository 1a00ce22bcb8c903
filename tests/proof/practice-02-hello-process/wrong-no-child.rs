//! No child at all: main prints.
fn main() {
    println!("Hello Process");
}
