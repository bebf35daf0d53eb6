//! On both engines.

mod changing;
mod enqueueing;
mod exclusion;
mod failing;
mod fencing;
mod foreground;
mod recurring;
mod stopping;
