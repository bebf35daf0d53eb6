//! What variants of a new item are sold for. An item has one price; that of a variant which costs something else is a line of a
//! price list, so that it is the same again when items become products.

use back_office::items;
use back_office::prices::list::Source;
use back_office::prices::{self, NewList, NewPrice};
use database::Tx;
use values::Code;
use values::money::Price;

use crate::Error;
use crate::orders::mapping::Ground;

/// The lists of these prices: of items with VAT in their prices, and of the others.
const LISTS: [(&str, bool); 2] = [("VARIANTS-VAT", true), ("VARIANTS", false)];

/// The price of a variant.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct VariantPrice {
    item: Code<20>,
    variant: Code<10>,
    price: Price,
    includes_vat: bool,
}

impl VariantPrice {
    /// What a variant of an item is sold for, where it is not what the item is.
    pub fn of(item: &items::Model, variant: &Code<10>, price: Price) -> Option<Self> {
        let includes_vat = item.price_includes_vat;
        let of_variant = Self { item: item.number.clone(), variant: variant.clone(), price, includes_vat };
        (price != item.unit_price).then_some(of_variant)
    }
}

/// Keeps prices of variants on their lists, which hold for all customers as the price of an item does.
///
/// # Errors
/// What the back office has against it: another list has the code of one of them.
pub(super) async fn keep(tx: &Tx, ground: &Ground, all: &[VariantPrice]) -> Result<(), Error> {
    for (code, with_vat) in LISTS {
        let lines: Vec<NewPrice> = all.iter().filter(|one| one.includes_vat == with_vat).map(line).collect();
        if lines.is_empty() {
            continue;
        }
        let list = NewList {
            description: "Prices of variants that products have brought".to_owned(),
            price_includes_vat: with_vat,
            ..NewList::new(Code::cut(code), Source::AllCustomers, Code::blank())
        };
        prices::keep(tx, &list, &lines, ground.now, &ground.random).await?;
    }
    Ok(())
}

fn line(of: &VariantPrice) -> NewPrice {
    NewPrice {
        asset_number: of.item.clone(),
        variant_code: of.variant.clone(),
        unit_price: of.price,
        ..NewPrice::default()
    }
}
