//! Runnable objects: what an entry can run, described well enough that a page, the API and the command line can offer it.

mod context;
mod erased;
mod failure;
mod filters;
mod parameters;
mod registry;
mod runnable;
mod stops;
mod summary;
mod table;
mod told;

pub use context::{Context, Progress};
pub use failure::{Decision, JobError};
pub use filters::Filters;
pub use parameters::Parameters;
pub use registry::{Described, Registry};
pub use runnable::{Object, Request};
pub use summary::{Outcome, Summary};
pub use table::{FilterField, FilterTable};
pub use told::{Failed, Listener};

pub(crate) use erased::Erased;
pub(crate) use stops::Stops;
