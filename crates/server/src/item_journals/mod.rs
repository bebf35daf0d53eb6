//! Item journals: their lines are entered, counted and taken out, the inventory is calculated, and a batch is posted.

mod calculate;
mod line;
mod post;

use access::{Action, Area};
use back_office::item_journal::line::Entity;

use crate::api::Api;
use crate::master;

pub(crate) use calculate::{CalculatedBody, CountingBody};
pub(crate) use line::ItemJournalLineBody;
pub(crate) use post::PostedItemJournalBody;

/// Whoever does the daily work does all of this.
const CHANGE: (Area, Action) = (Area::BackOffice, Action::Change);

/// Adds the routes.
pub(crate) fn serve(api: &mut Api) {
    master::serve::<Entity>(api);
    master::serve_removal::<Entity>(api);
    calculate::serve(api);
    post::serve(api);
}
