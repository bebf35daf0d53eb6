//! Lists from files: comma-separated values, captions or names of fields first, a record in each row. All of them are made
//! or none, and a trial makes none. Every problem is told with its row.

mod file;
mod list;
mod report;
mod route;
mod run;

pub use file::File;
pub(crate) use list::{Importing, KeptList, Values};
pub use report::{Problem, Report};
pub(crate) use route::serve;
pub use run::{import, import_in, importable};
