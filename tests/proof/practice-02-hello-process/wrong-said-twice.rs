//! Child and parent both print the line.
fn main() {
    procspawn::init();
    let hello = |()| println!("Hello Process");
    procspawn::spawn((), hello).join().unwrap();
    hello(());
}
