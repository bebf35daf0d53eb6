//! Companies that buy.

mod address;
mod contacts;
mod create;
mod delete;
mod head;
mod location;
mod location_input;
mod roles;

pub(crate) use address::assign_address;
pub(crate) use contacts::{
    Assigned, assign_main_contact, contact_create, contact_delete, contact_of_customer, contact_update,
    revoke_main_contact,
};
pub(crate) use create::company_create;
pub(crate) use delete::{company_delete, location_delete};
pub(crate) use head::company_update;
pub(crate) use location::{location_create, location_update, tax_settings_update};
pub(crate) use location_input::{LocationUpdate, TaxSettings};
pub(crate) use roles::{assign_role, assign_roles, assign_roles_at, revoke_roles, revoke_roles_at};
