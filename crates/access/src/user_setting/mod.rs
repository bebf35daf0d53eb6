//! What a user has chosen in the pages: saved views, the theme, the language.

pub mod entity;
mod store;
