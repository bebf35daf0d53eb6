//! What happens to a process from outside, at any moment: it is killed, or it is stopped and goes on.

mod kills;
mod posting;
mod sending;
mod stopped_worker;
