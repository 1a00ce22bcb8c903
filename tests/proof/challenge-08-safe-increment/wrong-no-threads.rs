//! Wrong: prints its argument, there is no thread at all.
fn main() -> Result<(), String> {
    println!("Count safe: {}", arg(1, "THREADS", 5)?);
    Ok(())
}

fn arg(at: usize, name: &str, default: u32) -> Result<u32, String> {
    std::env::args().nth(at).map_or(Ok(default), |text| text.parse().map_err(|e| format!("{name}: {e}")))
}
