//! What was sent in Shopify before is the shipment that is posted of it here. Pure.

use std::collections::BTreeMap;

use super::need::Line;
use super::plan::Waiting;
use super::staged::shipped::Pieces;

impl Waiting {
    /// The parcels that were made in Shopify and have what is needed, if they have all of it.
    pub(super) fn there_already(&mut self, needs: &[Line]) -> Vec<(i64, Pieces)> {
        let mut found: BTreeMap<i64, Pieces> = BTreeMap::new();
        let mut taken = self.taken.clone();
        for need in needs {
            let mut left = need.quantity;
            for parcel in self.order.parcels.iter().filter(|parcel| !parcel.is_off) {
                let has = parcel.pieces.get(&need.line_id).copied().unwrap_or_default();
                let of_others = taken.entry(parcel.id).or_default().entry(need.line_id).or_default();
                let count = (has - *of_others).min(left);
                if count > 0 {
                    *of_others += count;
                    left -= count;
                    *found.entry(parcel.id).or_default().entry(need.line_id).or_default() += count;
                }
            }
            if left > 0 {
                return Vec::new();
            }
        }
        self.taken = taken;
        found.into_iter().collect()
    }
}
