//! VAT of the European Union's one-stop shop (OSS): what is sold to consumers of another member state bears that state's
//! rate, so each state needs a VAT business posting group of its own, with a posting set-up for everything that is sold.
//! Businesses that are registered for VAT in another state are no consumers: they have a group together, by which they account
//! for the VAT themselves.
//!
//! [`plan`] says what would be made and changes nothing; [`create`] makes it. Both may be run again: what is there stays
//! as people have left it.

mod create;
mod group;
mod plan;
mod rates;

pub use create::{Made, create};
pub use group::{is_for_consumers, of_registered};
pub use plan::{Basis, CountryPlan, Plan, PlannedRow, Wanted, plan};
pub use rates::{is_member_state, standard_rates};
