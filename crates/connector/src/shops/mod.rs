//! Shops: one card for each store, or several for one store whose orders go different ways.
//!
//! A shop is entered with its credentials ([`Credentials`]); [`Connection`] says how it stands with its store. It is
//! bound to one installation of the program: a copy of the database talks to no store before a person says so ([`bind`]).

mod about;
mod add;
pub mod api_version;
pub mod authorize;
mod bind;
mod capability;
mod connect;
pub(crate) mod connection;
pub mod credential;
mod defaults;
mod delete;
mod disable;
mod enable;
mod entity;
mod find;
pub mod lists;
mod named;
pub mod options;
mod plan;
pub(crate) mod requested;
mod set;
mod test;

pub use add::{NewShop, add};
pub use bind::{bind, disable_others, unbind_all};
pub use capability::{Access, CAPABILITIES, Capability, compare};
pub use connect::connect;
pub use connection::Connection;
pub use credential::Credentials;
pub use delete::delete;
pub use disable::{disable, disable_where};
pub use enable::{enable, enable_where};
pub use entity::{ActiveModel, Column, Entity, Model, PrimaryKey, Relation};
pub use find::{find, list};
pub use requested::runs_for_shops;
pub use set::{SETTABLE, change, set};
pub use test::{Tested, test};

pub(crate) use capability::lacking;
pub(crate) use find::{codes_of_same_store, hold};
