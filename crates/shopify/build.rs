//! Gives the documents the schema that they are checked against when this crate is compiled.

use std::error::Error;
use std::path::PathBuf;

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo::rerun-if-changed=build.rs");
    let folder = PathBuf::from(std::env::var("OUT_DIR")?);
    let file = folder.join("admin.graphql");
    std::fs::write(&file, shopify_schema::SDL)?;
    cynic_codegen::register_schema("shopify").from_sdl_file(&file)?.as_default()?;
    Ok(())
}
