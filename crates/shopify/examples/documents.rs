//! Writes every GraphQL document that can be sent to a file of its own in the folder that is given.

#![expect(clippy::print_stdout, reason = "a command line tool speaks to its user")]

use std::path::PathBuf;

fn main() -> std::io::Result<()> {
    let folder = PathBuf::from(std::env::args().nth(1).unwrap_or_else(|| "documents".to_owned()));
    std::fs::create_dir_all(&folder)?;
    for document in shopify::documents::all() {
        let path = folder.join(format!("{}.graphql", document.name));
        std::fs::write(&path, document.text)?;
        println!("{}", path.display());
    }
    Ok(())
}
