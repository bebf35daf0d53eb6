use std::collections::BTreeSet;

use super::super::super::part::number;
use super::super::super::user_error::UserError;
use crate::store::State;
use crate::store::price_list::PriceList;

/// A price list as it becomes, the variants that it is about, and what is wrong.
pub(super) struct Change<'s> {
    pub state: &'s State,
    pub list: PriceList,
    pub touched: BTreeSet<u64>,
    pub errors: Vec<UserError>,
}

/// A list of the input, and a place in it.
pub(super) type At = (&'static str, usize);

/// A code, and what it means.
pub(super) type Wrong = (&'static str, &'static str);

impl Change<'_> {
    /// The variant that is named there; `code` says that there is none.
    pub(super) fn variant(&mut self, id: &str, at: At, code: &'static str) -> Option<u64> {
        let found = number(id, "ProductVariant").filter(|id| self.state.variant(*id).is_some());
        if found.is_none() {
            self.say(at, (code, "Product variant ID does not exist."));
        }
        self.touched.extend(found);
        found
    }

    pub(super) fn say(&mut self, (field, place): At, (code, message): Wrong) {
        self.errors.push(UserError::new(&["input", field, &place.to_string()], message).with_code(code));
    }
}
