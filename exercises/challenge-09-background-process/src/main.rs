//! Start this program again as a child process and end at once, without waiting for it. The child sleeps
//! one second and then prints `Background Process`.

use anyhow::Result;

fn main() -> Result<()> {
    todo!("as the parent: start the child and end; as the child: sleep, then print; end with Ok(())")
}
