//! Sales documents: what a customer has ordered, at which prices, with which VAT; what is to be shipped and invoiced of it.

mod amounts;
mod blanks;
mod context;
mod correct;
mod create;
mod discount;
pub mod document;
mod document_type;
mod edit;
pub mod header;
mod known_item;
pub mod line;
mod made;
mod new_document;
pub mod posted;
mod prepare;
mod quantities;
mod queued;
mod release;
mod release_made;
mod reserve;
mod reserve_made;
mod rows;
mod setup;
mod terms;
mod vat;

pub use context::Context;
pub use correct::{ChangeShipment, cancel, change_shipment, make_corrective_credit_memo};
pub use create::{Outcome, create, create_many};
pub use document_type::DocumentType;
pub use edit::{
    ChangeAddress, ChangeDocument, ChangeLine, Entry, LineEntry, add_lines, begin, calculate_invoice_discount,
    change_document, change_line, delete, delete_line, enter, give_invoice_discount,
};
pub use header::{InvoiceDiscountCalculation, JobQueueStatus, Status};
pub use line::LineKind;
pub use new_document::{Address, NewDocument, NewLine, Source};
pub use quantities::{Plan, plan_quantities};
pub use release::{release, reopen};
pub use release_made::{Released, release_made};
pub use reserve::reserve;
pub(crate) use reserve::{reserved, reserved_where};
pub use reserve_made::reserve_made;
pub use setup::Setup;

pub(crate) use edit::apply_invoice_discount;
