//! Processing: a mapped order becomes a sales document.

mod addresses;
mod create;
mod discount;
mod fail;
mod lines;
mod new_order;
mod run;
#[cfg(test)]
mod tests;

pub use run::{Run, run};
