//! Processing: a mapped order becomes a sales document.

mod addresses;
mod create;
mod fail;
mod lines;
mod new_order;
mod prove;
mod run;
#[cfg(test)]
mod tests;

#[cfg(test)]
pub(super) use new_order::new_order;
pub use run::{Run, run};
