//! Sales tax, to the last cent.

mod changes;
mod documents;
mod levy;
mod lists;
mod properties;
