use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use serde::{Deserialize, Deserializer, Serialize};

/// What a location has of an inventory item. A level that is not active keeps its quantities, and nothing is sold from it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Level {
    pub active: bool,
    pub created_at: DateTime<Utc>,
    pub updated_at: DateTime<Utc>,
    available: Quantity,
    committed: Quantity,
    damaged: Quantity,
    incoming: Quantity,
    quality_control: Quantity,
    reserved: Quantity,
    safety_stock: Quantity,
}

/// Pieces in one state, and since when there are so many.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
struct Quantity {
    pieces: i64,
    updated_at: Option<DateTime<Utc>>,
}

/// The states that pieces are in, as the schema names them in small letters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum QuantityName {
    Available,
    Committed,
    Damaged,
    Incoming,
    OnHand,
    QualityControl,
    Reserved,
    SafetyStock,
}

impl QuantityName {
    /// All of them, in the order of their names.
    pub(crate) const ALL: [Self; 8] = [
        Self::Available,
        Self::Committed,
        Self::Damaged,
        Self::Incoming,
        Self::OnHand,
        Self::QualityControl,
        Self::Reserved,
        Self::SafetyStock,
    ];

    /// The name in the schema's texts.
    pub(crate) const fn name(self) -> &'static str {
        match self {
            Self::Available => "available",
            Self::Committed => "committed",
            Self::Damaged => "damaged",
            Self::Incoming => "incoming",
            Self::OnHand => "on_hand",
            Self::QualityControl => "quality_control",
            Self::Reserved => "reserved",
            Self::SafetyStock => "safety_stock",
        }
    }

    /// What people are shown.
    pub(crate) const fn display_name(self) -> &'static str {
        match self {
            Self::Available => "Available",
            Self::Committed => "Committed",
            Self::Damaged => "Damaged",
            Self::Incoming => "Incoming",
            Self::OnHand => "On hand",
            Self::QualityControl => "Quality control",
            Self::Reserved => "Reserved",
            Self::SafetyStock => "Safety stock",
        }
    }

    /// The one with this name.
    pub(crate) fn of(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|known| known.name() == name)
    }

    /// Whether pieces in this state are at the location.
    pub(crate) const fn is_on_hand(self) -> bool {
        !matches!(self, Self::Incoming)
    }
}

impl Level {
    /// Nothing yet, and ready to be sold from.
    pub(crate) const fn new(now: DateTime<Utc>) -> Self {
        const NONE: Quantity = Quantity { pieces: 0, updated_at: None };
        Self {
            active: true,
            created_at: now,
            updated_at: now,
            available: NONE,
            committed: NONE,
            damaged: NONE,
            incoming: NONE,
            quality_control: NONE,
            reserved: NONE,
            safety_stock: NONE,
        }
    }

    /// How many pieces are in this state.
    pub(crate) const fn get(&self, name: QuantityName) -> i64 {
        match name {
            QuantityName::OnHand => {
                self.available.pieces
                    + self.committed.pieces
                    + self.damaged.pieces
                    + self.quality_control.pieces
                    + self.reserved.pieces
                    + self.safety_stock.pieces
            }
            QuantityName::Available => self.available.pieces,
            QuantityName::Committed => self.committed.pieces,
            QuantityName::Damaged => self.damaged.pieces,
            QuantityName::Incoming => self.incoming.pieces,
            QuantityName::QualityControl => self.quality_control.pieces,
            QuantityName::Reserved => self.reserved.pieces,
            QuantityName::SafetyStock => self.safety_stock.pieces,
        }
    }

    /// When there came to be so many; nothing when there never were others.
    pub(crate) fn changed_at(&self, name: QuantityName) -> Option<DateTime<Utc>> {
        match name {
            QuantityName::OnHand => {
                let parts = QuantityName::ALL.into_iter().filter(|part| part.is_on_hand() && *part != name);
                parts.filter_map(|part| self.changed_at(part)).max()
            }
            QuantityName::Available => self.available.updated_at,
            QuantityName::Committed => self.committed.updated_at,
            QuantityName::Damaged => self.damaged.updated_at,
            QuantityName::Incoming => self.incoming.updated_at,
            QuantityName::QualityControl => self.quality_control.updated_at,
            QuantityName::Reserved => self.reserved.updated_at,
            QuantityName::SafetyStock => self.safety_stock.updated_at,
        }
    }

    /// Adds pieces, or takes them away when `delta` is below zero. Those on hand come and go as pieces to be sold.
    pub(crate) fn add(&mut self, name: QuantityName, delta: i64, now: DateTime<Utc>) {
        if delta == 0 {
            return;
        }
        let quantity = match name {
            QuantityName::Available | QuantityName::OnHand => &mut self.available,
            QuantityName::Committed => &mut self.committed,
            QuantityName::Damaged => &mut self.damaged,
            QuantityName::Incoming => &mut self.incoming,
            QuantityName::QualityControl => &mut self.quality_control,
            QuantityName::Reserved => &mut self.reserved,
            QuantityName::SafetyStock => &mut self.safety_stock,
        };
        quantity.pieces += delta;
        quantity.updated_at = Some(now);
        self.updated_at = now;
    }

    /// How many may be sold.
    pub(crate) const fn for_sale(&self) -> i64 {
        if self.active { self.available.pieces } else { 0 }
    }
}

/// The levels of a variant as they are kept; once they were the numbers of the pieces that are to be sold.
pub(super) fn kept<'de, D: Deserializer<'de>>(deserializer: D) -> Result<BTreeMap<u64, Level>, D::Error> {
    #[derive(Deserialize)]
    #[serde(untagged)]
    enum Kept {
        Available(i64),
        Whole(Box<Level>),
    }
    let kept = BTreeMap::<u64, Kept>::deserialize(deserializer)?;
    let level = |kept| match kept {
        Kept::Whole(level) => *level,
        Kept::Available(pieces) => {
            let level = Level::new(DateTime::UNIX_EPOCH);
            Level { available: Quantity { pieces, updated_at: None }, ..level }
        }
    };
    Ok(kept.into_iter().map(|(location, kept)| (location, level(kept))).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_on_hand_is_what_is_there_whatever_state_it_is_in() {
        let mut level = Level::new(DateTime::UNIX_EPOCH);
        for name in QuantityName::ALL {
            level.add(name, 1, DateTime::UNIX_EPOCH);
        }
        // Of the eight, one adds to what is available, and what is on its way is not there yet.
        assert_eq!((level.get(QuantityName::Available), level.get(QuantityName::OnHand)), (2, 7));
    }

    #[test]
    fn levels_are_read_as_they_were_kept_also_when_that_were_numbers() {
        let mut level = Level::new(DateTime::UNIX_EPOCH);
        level.add(QuantityName::Damaged, 3, DateTime::UNIX_EPOCH);
        let json = format!("{{\"1\":12,\"2\":{}}}", serde_json::to_string(&level).unwrap());
        let levels = kept(&mut serde_json::Deserializer::from_str(&json)).unwrap();
        let old = levels[&1];
        assert_eq!((old.get(QuantityName::Available), old.get(QuantityName::OnHand), old.active), (12, 12, true));
        assert_eq!(levels[&2], level);
    }
}
