//! Setting a company up: what every company needs before its first document.

mod chart;
mod install;
mod journals;
mod lists;
mod new_company;
mod posting;
mod series;
mod templates;
mod vat;

pub use chart::SHIPPING_ACCOUNT;
pub use install::install;
pub use new_company::NewCompany;
