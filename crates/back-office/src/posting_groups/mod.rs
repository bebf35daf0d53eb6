//! Posting groups: what customers, items and accounts have in common for the books.

pub mod customer;
pub mod general_business;
pub mod general_product;
pub mod inventory;
pub mod vat_business;
pub mod vat_product;
