//! Setting a company up: what every company needs before its first document.

mod install;

pub use install::{NewCompany, SHIPPING_ACCOUNT, install};
