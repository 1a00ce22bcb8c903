//! The child returns the text and the parent prints it.
fn main() {
    procspawn::init();
    let text = procspawn::spawn((), |()| "Hello Process".to_string()).join().unwrap();
    println!("{text}");
}
