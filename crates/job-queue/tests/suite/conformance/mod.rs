//! On both engines.

mod changing;
mod ending;
mod enqueueing;
mod exclusion;
mod failing;
mod fencing;
mod foreground;
mod keeping_house;
mod mailing;
mod recurring;
mod remarks;
mod sleeping;
mod stopping;
mod transitions;
mod waiting;
