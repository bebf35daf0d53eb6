//! The mutations, an area a file: each takes its fields, reads their arguments and says what the answer holds.

mod area;
mod catalogs;
mod companies;
mod company_roles;
mod customers;
mod drafts;
mod files;
mod fulfilment;
mod inventory;
mod locations;
mod money;
mod new_variants;
mod options;
mod order_edits;
mod orders;
mod price_lists;
mod products;
mod publications;
mod returns;
mod root;
mod variants;

pub(crate) use root::MutationRoot;
