//! Customers: who buys.

mod change;
mod contacts;
mod create;
mod entity;
mod find;
mod registrations;
pub mod ship_to_address;
pub mod template;

pub use change::{Change, change, change_many, would_change};
pub use contacts::Contacts;
pub use create::{NewCustomer, create, create_many};
pub use entity::{ActiveModel, Blocked, Column, Entity, Model, PrimaryKey, Relation, ShippingAdvice};
pub use find::{by_numbers, email_key, lock, phone_key, same_phone};
pub use registrations::{Registrations, registration_key};
