use anyhow::Result;
use back_office::item_journal::{self, EntryType, NewLine};
use back_office::items::{self, ItemType, variant};
use back_office::posting::{Setup, post_item_journal};
use back_office::sales::Context;
use database::Tx;
use rust_decimal::Decimal;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder};
use values::Code;
use values::money::{Amount, Quantity};

use super::fill::Calendar;

/// How many of each come to each location.
const PLACES: [(&str, i32); 3] = [("MAIN", 60), ("EAST", 25), ("BERGEN", 8)];
/// What goods cost, of their price with VAT in it.
const COST: Decimal = Decimal::from_parts(42, 0, 0, false, 2);

/// Puts goods on hand, through the item journal.
///
/// # Errors
/// When posting is refused.
pub(super) async fn receive(tx: &Tx, days: Calendar, cx: &Context) -> Result<()> {
    let goods = items::Entity::find()
        .filter(items::Column::ItemType.eq(ItemType::Inventory))
        .order_by_asc(items::Column::Number)
        .all(tx)
        .await?;
    let variants = variant::Entity::find().order_by_asc(variant::Column::Code).all(tx).await?;
    let mut lines = Vec::new();
    for item in &goods {
        let mut codes: Vec<Code<10>> =
            variants.iter().filter(|variant| variant.item_number == item.number).map(|of| of.code.clone()).collect();
        if codes.is_empty() {
            codes.push(Code::blank());
        }
        let unit_cost = Some(Amount::rounded(item.unit_price.decimal() * COST, Decimal::ONE)?);
        for code in codes {
            lines.extend(PLACES.map(|(location, quantity)| NewLine {
                entry_type: EntryType::PositiveAdjustment,
                posting_date: days.first(),
                document_number: Code::blank(),
                item_number: item.number.clone(),
                variant_code: code.clone(),
                location_code: Code::cut(location),
                new_location_code: Code::blank(),
                unit_of_measure_code: Code::blank(),
                quantity: Quantity::from(quantity),
                unit_cost,
                reason_code: Code::blank(),
            }));
        }
    }
    let journal = Code::cut("DEFAULT");
    item_journal::add(tx, &journal, &lines, cx).await?;
    post_item_journal(tx, &Setup::read(tx).await?, &journal, cx).await?;
    Ok(())
}
