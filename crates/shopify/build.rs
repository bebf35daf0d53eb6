//! Gives the documents the schema that they are checked against when this crate is compiled.

use std::error::Error;

fn main() -> Result<(), Box<dyn Error>> {
    // From text, not from a file: Cargo would take one that is written here for a change, and build all anew each time.
    println!("cargo::rerun-if-changed=build.rs");
    cynic_codegen::register_schema("shopify").from_sdl(shopify_schema::SDL)?.as_default()?;
    Ok(())
}
