//! Whole-system runs, measured.

mod import;
mod machine;
mod measure;
mod report;

pub(crate) use import::run as import;
pub(crate) use machine::Machine;
pub(crate) use measure::run as measure;
