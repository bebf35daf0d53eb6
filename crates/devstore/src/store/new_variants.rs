use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::State;

/// How many variants came on a day to a store that has many of them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct NewVariants {
    day: NaiveDate,
    count: usize,
}

impl State {
    /// Counts the variants that there were not before. False when they are more than may come in a day.
    pub(crate) fn count_new_variants(&mut self, before: &Self, day: NaiveDate, most: usize) -> bool {
        let made = self.variants_beside(before);
        let earlier = if self.new_variants.day == day { self.new_variants.count } else { 0 };
        self.new_variants = NewVariants { day, count: earlier + made };
        made == 0 || self.new_variants.count <= most
    }
}
