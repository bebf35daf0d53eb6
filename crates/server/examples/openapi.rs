//! Prints the description of the REST API; `cargo xtask openapi` keeps it in web/openapi.json.

#![expect(clippy::print_stdout, reason = "it is for a pipe")]

fn main() {
    print!("{}", server::openapi_json());
}
