//! Sales documents: made, changed and deleted with their lines, released and reopened, taken back; and what may still be
//! changed of a posted shipment.
//!
//! There is one table of kinds ([`Kind`]); everything else is said once for all of them. What a body holds is read field by
//! field, so that all that is wrong with it is told at once, by line and field.

mod change;
mod correct;
mod discount;
mod document_form;
mod entered;
mod kind;
mod line_form;
mod lines;
mod make;
mod remove;
mod shipment;
mod state;

use access::{Action, Area};
use utoipa::openapi::{RefOr, Schema};

use crate::api::Api;

pub(crate) use discount::GivenDiscount;
pub(crate) use kind::{KINDS, Kind, ORDER};

/// Whoever does the daily work enters documents.
const CHANGE: (Area, Action) = (Area::BackOffice, Action::Change);

/// Adds the routes.
pub(crate) fn serve(api: &mut Api) {
    for kind in &KINDS {
        make::serve(api, kind);
        change::serve(api, kind);
        remove::serve(api, kind);
        lines::serve(api, kind);
        state::serve(api, kind);
        discount::serve(api, kind);
    }
    correct::serve(api);
    shipment::serve(api);
}

/// What documents and lines are made of, by the name of the schema.
pub(crate) fn forms() -> Vec<(String, RefOr<Schema>)> {
    let documents = KINDS.iter().map(document_form::schema);
    documents.chain(KINDS.iter().map(line_form::schema)).chain([shipment::schema()]).collect()
}

/// The fields that can be changed of the records of a set of documents or lines.
pub(crate) fn changeable(set: &str) -> Vec<&'static str> {
    let documents = KINDS.iter().filter(|kind| kind.set == set).map(document_form::names);
    let lines = KINDS.iter().filter(|kind| kind.lines == set).map(|_| line_form::names());
    let shipments = (set == shipment::SET).then(shipment::names);
    documents.chain(lines).chain(shipments).flatten().collect()
}
