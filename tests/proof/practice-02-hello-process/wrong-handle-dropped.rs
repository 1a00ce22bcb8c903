//! The handle is dropped at once, which kills the child, often before it prints.
fn main() {
    procspawn::init();
    procspawn::spawn((), |()| println!("Hello Process"));
}
