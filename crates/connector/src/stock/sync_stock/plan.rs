//! What is to be done with a number: nothing, send it, or look first what Shopify says. Pure.

use std::collections::HashMap;

use super::ground::Ground;
use super::reason::Reason;
use super::sold::Sold;
use super::{Calculated, Counts};
use crate::products::staged::variant;
use crate::stock::options::QuantityName;
use crate::stock::staged::inventory::Model;

/// What is stored, by variant and location.
pub(super) type Rows = HashMap<(i64, i64), Model>;

/// A number that is to be sent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Line {
    /// Its place, with the stock as it is to be there.
    pub row: Model,
    /// What Shopify must say before.
    pub change_from: i64,
    /// What it is to say.
    pub quantity: i64,
}

impl Line {
    /// What sends a place's stock, as the shop card names the quantity. What is there has on top of what can be sold what is
    /// promised, and Shopify alone knows how many those are at the moment.
    pub fn of(row: Model, name: QuantityName) -> Self {
        let (from, to) = (row.shopify_stock, row.wanted());
        let beside = match name {
            QuantityName::Available => 0,
            QuantityName::OnHand => row.shopify_on_hand - row.shopify_stock,
        };
        Self { row, change_from: from + beside, quantity: to + beside }
    }

    /// The place as it is once the number is set.
    pub fn set(self) -> Model {
        let row = self.row;
        let on_hand = row.shopify_on_hand + row.wanted() - row.shopify_stock;
        let (shopify_stock, error_message) = (row.wanted(), String::new());
        Model { shopify_stock, shopify_on_hand: on_hand, error_message, ..row }.compared()
    }
}

/// What is to be done with numbers.
#[derive(Clone, Debug, Default)]
pub(super) struct Plan {
    /// The places as they are now, also those of which nothing is sent.
    pub rows: Vec<Model>,
    /// What is sent.
    pub lines: Vec<Line>,
    /// The variants of which Shopify's numbers are to be read first.
    pub to_read: Vec<variant::Model>,
    /// How many numbers are as they should be.
    pub equal: u64,
    /// Why something is left out, by variant.
    pub reasons: Vec<(i64, Reason)>,
}

/// A place with what can be sold of it, by what is known here.
pub(super) fn worked_out(
    ground: &Ground,
    variant: &variant::Model,
    row: Model,
    (calculated, waiting): (Calculated, i64),
) -> Model {
    Model {
        shopify_product_id: variant.shopify_product_id,
        inventory_item_id: variant.inventory_item_id,
        item_number: variant.item_number.clone(),
        variant_code: variant.variant_code.clone(),
        uom_option_value: variant.uom_option_value().unwrap_or_default().to_owned(),
        display_name: variant.display_name.clone(),
        location_name: ground.places.get(&row.location_id).map(|place| place.location.name.clone()).unwrap_or_default(),
        stock: calculated.stock - waiting,
        waiting,
        last_calculated_on: Some(ground.now),
        ..row
    }
    .compared()
}

/// Plans the numbers of variants by what Shopify last said: orders that were made since, and are known here, it has taken off
/// by itself.
pub(super) fn plan(
    ground: &Ground,
    (counts, sold): (&Counts, &Sold),
    variants: &[variant::Model],
    stored: &Rows,
    force: bool,
) -> Plan {
    let mut plan = Plan::default();
    for variant in variants {
        if let Err(reason) = of_variant(ground, (counts, sold), variant, stored, (force, &mut plan)) {
            plan.rows.extend(as_they_were(ground, variant, stored, &reason));
            plan.reasons.push((variant.shopify_variant_id, reason));
        }
    }
    plan
}

/// The places of a variant that is sold by a unit which its item does not have: their numbers stay, and it is known of which
/// unit that was said. Of any other reason nothing.
pub(super) fn as_they_were(ground: &Ground, variant: &variant::Model, stored: &Rows, reason: &Reason) -> Vec<Model> {
    if !matches!(reason, Reason::UnknownUnit { .. }) {
        return Vec::new();
    }
    let told = variant.uom_option_value().unwrap_or_default();
    let at = |location: &i64| {
        let row = stored.get(&(variant.shopify_variant_id, *location))?.clone();
        Some(Model { uom_option_value: told.to_owned(), error_message: reason.to_string(), ..row })
    };
    ground.places.keys().filter_map(at).collect()
}

/// Whether what is stored of a place is of what its variant is now.
pub(super) fn is_of(row: &Model, variant: &variant::Model) -> bool {
    row.item_number == variant.item_number && row.variant_code == variant.variant_code
}

fn of_variant(
    ground: &Ground,
    (counts, sold): (&Counts, &Sold),
    variant: &variant::Model,
    stored: &Rows,
    (force, plan): (bool, &mut Plan),
) -> Result<(), Reason> {
    let (mut is_unknown, mut equal) = (false, 0);
    for (location, place) in &ground.places {
        let Some(calculated) = counts.of(variant, place)? else { return Ok(()) };
        if variant.inventory_item_id == 0 {
            return Err(Reason::NotRead { title: variant.display_name.clone() });
        }
        let id = variant.shopify_variant_id;
        let known = stored.get(&(id, *location)).filter(|row| is_of(row, variant));
        let Some((row, said_at)) = known.and_then(|row| Some((row, row.said_at?))) else {
            // A location that does not have it is asked for again when all numbers are compared.
            is_unknown |= known.is_none_or(|row| row.stocked);
            if let Some(row) = known.filter(|row| !row.stocked) {
                let waiting = sold.waiting(id, *location);
                let row = worked_out(ground, variant, row.clone(), (calculated, waiting));
                if row.wanted() > 0 && place.location.stock_begun_at.is_some() {
                    let (title, location) = (row.display_name.clone(), row.location_name.clone());
                    plan.reasons.push((id, Reason::NotStocked { title, location }));
                }
                plan.rows.push(row);
            }
            continue;
        };
        let waiting = if ground.reads_orders { sold.waiting(id, *location) } else { row.waiting };
        let shopify_stock = row.shopify_stock - sold.taken_since(id, *location, said_at);
        let said_at = sold.last_made(id, *location).map_or(said_at, |made| made.max(said_at));
        let row = Model { shopify_stock, said_at: Some(said_at), ..row.clone() };
        let row = worked_out(ground, variant, row, (calculated, waiting));
        let is_equal = row.difference == 0;
        match () {
            () if place.location.stock_begun_at.is_none() => plan.rows.push(row),
            () if is_equal && !force => {
                equal += 1;
                plan.rows.push(Model { error_message: String::new(), ..row });
            }
            // Whether Shopify counts it by now is not known, and what is there only while it is looked at.
            () if !variant.tracked || ground.shop.stock_quantity_name == QuantityName::OnHand => is_unknown = true,
            () => plan.lines.push(Line::of(row, QuantityName::Available)),
        }
    }
    if is_unknown {
        plan.to_read.push(variant.clone());
    } else {
        plan.equal += equal;
    }
    Ok(())
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;

    /// Sends 9 where Shopify has 5 to sell and 2 more that are promised.
    pub fn line(variant: i64) -> Line {
        let row = Model {
            id: uuid::Uuid::nil(),
            shop_code: values::Code::cut("DEMO"),
            shopify_variant_id: variant,
            location_id: 1,
            shopify_product_id: 1,
            inventory_item_id: variant,
            item_number: values::Code::cut("1000"),
            variant_code: values::Code::blank(),
            uom_option_value: String::new(),
            display_name: "Shirt".into(),
            location_name: "Oslo".into(),
            shopify_stock: 5,
            shopify_committed: 0,
            shopify_on_hand: 7,
            said_at: None,
            last_synced_on: None,
            stock: 9,
            last_calculated_on: None,
            waiting: 0,
            difference: 0,
            stocked: true,
            error_message: String::new(),
        };
        Line::of(row, QuantityName::Available)
    }

    #[test]
    fn what_is_there_has_on_top_what_is_promised() {
        let available = line(1);
        assert_eq!((available.change_from, available.quantity), (5, 9));
        let on_hand = Line::of(available.row, QuantityName::OnHand);
        assert_eq!((on_hand.change_from, on_hand.quantity), (7, 11));
        let set = on_hand.set();
        assert_eq!((set.shopify_stock, set.shopify_on_hand, set.difference), (9, 11, 0));
    }
}
