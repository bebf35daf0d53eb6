use anyhow::Result;
use back_office::item_journal::{self, EntryType, NewLine};
use back_office::posting::{Setup, post_item_journal};
use back_office::sales::Context;
use back_office::{company, upkeep};
use chrono::{DateTime, Days, Utc};
use connector::locations;
use database::Tx;
use devstore::CatalogItem;
use runtime::Random;
use sea_orm::EntityTrait;
use values::Code;
use values::field::Value;
use values::money::{Amount, Quantity};

/// Where the demo's goods are.
const LOCATION: &str = "MAIN";
/// How many of each came: as many as its store had when it opened.
const PIECES: i32 = 500;
/// So many days ago they came, before the store's first order.
const DAYS: u64 = 31;

/// Puts the demo's goods on hand, through the item journal.
///
/// # Errors
/// When posting is refused.
pub(super) async fn put(tx: &Tx, cx: &Context) -> Result<()> {
    let today = company::read(tx).await?.today(cx.now);
    let day = today.checked_sub_days(Days::new(DAYS)).unwrap_or(today);
    let line = |sold: &CatalogItem| -> Result<NewLine> {
        Ok(NewLine {
            entry_type: EntryType::PositiveAdjustment,
            posting_date: day,
            document_number: Code::blank(),
            item_number: Code::new(&sold.number)?,
            variant_code: Code::blank(),
            location_code: Code::cut(LOCATION),
            new_location_code: Code::blank(),
            unit_of_measure_code: Code::blank(),
            quantity: Quantity::from(PIECES),
            unit_cost: Some(Amount::new(sold.cost)?),
            reason_code: Code::blank(),
        })
    };
    let lines = devstore::catalog().iter().map(line).collect::<Result<Vec<_>>>()?;
    let journal = Code::cut("DEFAULT");
    item_journal::add(tx, &journal, &lines, cx).await?;
    post_item_journal(tx, &Setup::read(tx).await?, &journal, cx).await?;
    Ok(())
}

/// Says that the store's goods are sent from there, and how many can be sold: so its numbers follow those that are here.
///
/// # Errors
/// When the store's locations were not read.
pub(super) async fn tell(tx: &Tx, now: DateTime<Utc>, random: &Random) -> Result<()> {
    let said = [("defaultLocationCode", LOCATION), ("stockCalculation", "Projected Available Balance Today")];
    let said = said.map(|(field, value)| (field.to_owned(), Value::Text(value.to_owned()))).to_vec();
    for place in locations::Entity::find().all(tx).await? {
        upkeep::change::<locations::Entity>(tx, place, &said, now, random).await?;
    }
    Ok(())
}
