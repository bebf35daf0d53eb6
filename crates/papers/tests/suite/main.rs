//! Documents are printed as they were posted.

#[cfg(feature = "pdf")]
mod pages;
mod sheets;
mod world;
