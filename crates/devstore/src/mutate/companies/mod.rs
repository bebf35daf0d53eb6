//! Companies that buy.

mod address;
mod contacts;
mod create;
mod delete;
mod head;
mod location;
mod location_input;

pub(crate) use address::assign_address;
pub(crate) use contacts::{
    Assigned, assign_main_contact, assign_role, contact_create, contact_delete, contact_of_customer,
    revoke_main_contact,
};
pub(crate) use create::company_create;
pub(crate) use delete::{company_delete, location_delete};
pub(crate) use head::company_update;
pub(crate) use location::{location_create, location_update, tax_settings_update};
pub(crate) use location_input::{LocationUpdate, TaxSettings};
