//! Drafts of orders, and what an input would come to as one.

mod applied_discount;
mod calculated;
mod draft_object;
mod drafts;
mod line;
mod offer;

pub(super) use calculated::CalculatedDraft;
pub(super) use draft_object::DraftObject;
pub(super) use drafts::{drafts, drafts_count};
pub(super) use line::DraftLine;
