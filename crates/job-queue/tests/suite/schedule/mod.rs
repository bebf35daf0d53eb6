//! Schedules: Business Central's own vectors, and what the anchored mode promises.

mod anchored;
mod bc;
mod zones;
