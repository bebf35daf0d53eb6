//! Setting a company up: what every company needs before its first document.

mod install;
mod lists;
mod new_company;
mod series;
mod templates;
mod vat;

pub use install::{SHIPPING_ACCOUNT, install};
pub use new_company::NewCompany;
