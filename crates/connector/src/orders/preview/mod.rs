//! Preview: what report 30103 would make of orders, without making it.
//!
//! It is the run itself, order by order, each in a transaction that is not kept: no number is drawn, no customer made,
//! nothing written down.

mod of;

pub use self::of::{MOST_PREVIEWED, Preview, Previews, of_orders, of_shop};
pub use crate::orders::process::Previewed;
