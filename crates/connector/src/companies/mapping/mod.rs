//! Which customer a company is, as the shop card says: by the main contact's e-mail or phone, by the tax id, or always the
//! same. Pure but for what is read once for many companies.

mod find;
mod tax_id;

pub(crate) use find::Finder;
pub(crate) use tax_id::is_of_vat;
