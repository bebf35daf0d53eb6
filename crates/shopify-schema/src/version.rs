/// The version of the Admin API that every document is written for.
pub const API_VERSION: &str = "2026-10";

/// Our subset of the Admin API's schema, as SDL.
pub const SDL: &str = include_str!("../schema/admin.graphql");
