//! The child does nothing; the parent prints.
fn main() {
    procspawn::init();
    procspawn::spawn((), |()| ()).join().unwrap();
    println!("Hello Process");
}
