use std::collections::{BTreeMap, HashMap};
use std::iter::Sum;
use std::ops::Add;

use values::Code;
use values::money::Quantity;

/// What is there of an item and what becomes of it, in base units.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Figures {
    /// How many are on hand, on whatever day they came.
    pub inventory: Quantity,
    /// How many of them are kept for sales orders.
    pub reserved: Quantity,
    /// How many sales orders ask for by the day.
    pub gross_requirement: Quantity,
    /// How many of these are kept for them.
    pub reserved_requirement: Quantity,
    /// How many come by the day: expected receipts and sales return orders.
    pub scheduled_receipt: Quantity,
}

impl Figures {
    /// What is on hand and kept for nobody.
    pub fn free(&self) -> Quantity {
        self.inventory - self.reserved
    }

    /// What will be on hand on the day, when all that is expected came and all that is asked for went.
    pub fn projected_available_balance(&self) -> Quantity {
        self.inventory + self.scheduled_receipt - self.gross_requirement
    }

    /// What may still be promised for the day.
    pub fn available_to_promise(&self) -> Quantity {
        self.free() + self.scheduled_receipt - (self.gross_requirement - self.reserved_requirement)
    }
}

impl Add for Figures {
    type Output = Self;
    fn add(self, other: Self) -> Self {
        Self {
            inventory: self.inventory + other.inventory,
            reserved: self.reserved + other.reserved,
            gross_requirement: self.gross_requirement + other.gross_requirement,
            reserved_requirement: self.reserved_requirement + other.reserved_requirement,
            scheduled_receipt: self.scheduled_receipt + other.scheduled_receipt,
        }
    }
}

impl Sum for Figures {
    fn sum<I: Iterator<Item = Self>>(figures: I) -> Self {
        figures.fold(Self::default(), Add::add)
    }
}

/// Figures by variant and location.
pub(super) type Places = BTreeMap<(Code<10>, Code<10>), Figures>;

/// The figures of items on a day, by variant and location.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Availability(pub(super) HashMap<Code<20>, Places>);

impl Availability {
    /// The figures of an item: of one variant, or of all with the item that has none; at the locations that `is_asked_for`
    /// says, of which the blank one is one. `None` for what is not counted, as a service, and for what was not read.
    pub fn of(
        &self,
        item_number: &Code<20>,
        variant_code: Option<&Code<10>>,
        is_asked_for: impl Fn(&Code<10>) -> bool,
    ) -> Option<Figures> {
        let places = self.0.get(item_number)?.iter();
        let asked = places.filter(|((variant, location), _)| {
            variant_code.is_none_or(|asked| asked == variant) && is_asked_for(location)
        });
        Some(asked.map(|(_, figures)| *figures).sum())
    }

    /// The figures of an item at all its variants and locations together.
    pub fn of_item(&self, item_number: &Code<20>) -> Option<Figures> {
        self.of(item_number, None, |_| true)
    }

    /// Variant, location and figures of an item, in their order; places of which nothing is known are left out.
    pub fn places(&self, item_number: &Code<20>) -> impl Iterator<Item = (&Code<10>, &Code<10>, &Figures)> {
        let places = self.0.get(item_number).into_iter().flatten();
        places.map(|((variant, location), figures)| (variant, location, figures))
    }
}
