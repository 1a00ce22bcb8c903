//! The child's command line is one text split at spaces: a CITY with spaces loses all but its first word.
use std::env;
use std::process::Command;

fn main() -> std::io::Result<()> {
    if env::var_os("CHILD").is_some() {
        println!("{}", env::args().nth(1).unwrap_or_default());
        return Ok(());
    }
    let city = env::args().nth(1).unwrap_or("Bangalore".to_string());
    Command::new(env::current_exe()?).args(city.split(' ')).env("CHILD", "1").status()?;
    Ok(())
}
