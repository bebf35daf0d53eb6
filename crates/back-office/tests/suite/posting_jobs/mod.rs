//! Documents that the job queue posts.

mod background;
mod batches;
mod dates;
mod killed;
mod selected;
mod statements;
mod work;
