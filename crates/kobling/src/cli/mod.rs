//! The command line: a file for each command or group of commands.

mod db;
mod demo;
mod demo_company;
mod devstore;
mod doctor;
mod dry_run;
mod entry;
mod import;
mod init;
mod invoice;
mod job_queue;
mod key;
mod logging;
mod main;
mod order;
mod orders;
mod preview;
mod run_task;
mod schedule;
mod serve;
mod shop;
mod stock;
mod task;
mod tested;
mod token;
mod used;
mod user;
mod work;

pub use init::{Administrator, set_up};
pub use main::main;
