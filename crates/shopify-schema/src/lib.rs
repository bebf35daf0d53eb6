//! The part of Shopify's Admin API schema that Kobling uses, the ids of its objects, and what it knows of provinces.
//!
//! The schema is committed as plain SDL ([`SDL`], `schema/admin.graphql`), so that a change of what we use is a change
//! that a reviewer reads, and so that documents are checked when the program is built. It holds only the members that our documents and
//! the devstore's seed documents select; each is written exactly as in Shopify's own schema of [`API_VERSION`]. A test
//! compares the two member by member, and reports what the next version changes or drops.
//!
//! What it refuses to do: invent a member. What Shopify's schema does not have is not here.
//!
//! Invariants: the subset is a valid schema by itself; a [`gid::Gid`] that was read is written back as the same text.

pub mod gid;
pub mod provinces;
mod version;

pub use version::{API_VERSION, NotAVersion, SDL, Standing, Version};
