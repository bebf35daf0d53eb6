use access::{Action, Area, Principal};
use back_office::items;
use back_office::items::{unit_of_measure, variant};
use database::Tx;
use sea_orm::{ActiveModelTrait, ColumnTrait, EntityTrait, IntoActiveModel, QueryFilter};
use values::Code;

use super::check::{put, require, require_open};
use crate::Error;
use crate::orders::staged::line::{Entity, Model};
use crate::orders::staged::order;

/// What a person chose for a line: what is left out stays as it is; a blank item is looked for by the next mapping.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct LineChoice {
    /// The item.
    pub item_number: Option<Code<20>>,
    /// The item's variant.
    pub variant_code: Option<Code<10>>,
    /// The unit in which it is sold.
    pub unit_of_measure_code: Option<Code<10>>,
}

/// Gives a line of an order what a person chose for it, in the turn of the order's store. Returns it as it is now.
///
/// # Errors
/// A missing permission; [`Error::OrderState`] when the order has its document; [`Error::Given`] for what is not there, and
/// for a tip or a gift card.
pub async fn choose_line(
    tx: &Tx,
    by: &Principal,
    order: &order::Model,
    line: &Model,
    choice: &LineChoice,
) -> Result<Model, Error> {
    by.require(Area::Synchronization, Action::Run)?;
    require_open(order)?;
    if line.tip || line.gift_card {
        return refused(
            "itemNumber",
            "a tip and a gift card are sold on accounts of the shop card, not as items".into(),
        );
    }
    let item = choice.item_number.as_ref().map(Code::as_str);
    require::<items::Entity>(tx, items::Column::Number, item, "itemNumber", "item").await?;
    let chosen = with(line.clone(), choice);
    check(tx, &chosen.item_number, choice).await?;
    Entity::update(chosen.clone().into_active_model().reset_all()).exec(tx).await?;
    tx.changed::<Entity>(&[chosen.id]).await?;
    tx.changed::<order::Entity>(&[order.id]).await?;
    Ok(chosen)
}

/// The line with what was chosen. A variant and a unit go with their item.
fn with(mut line: Model, choice: &LineChoice) -> Model {
    if choice.item_number.as_ref().is_some_and(|item| *item != line.item_number) {
        line.variant_code = Code::blank();
        line.unit_of_measure_code = Code::blank();
    }
    put(&mut line.item_number, choice.item_number.as_ref());
    put(&mut line.variant_code, choice.variant_code.as_ref());
    put(&mut line.unit_of_measure_code, choice.unit_of_measure_code.as_ref());
    if choice.item_number.is_some() || choice.variant_code.is_some() {
        line.item_chosen = !line.item_number.is_blank();
    }
    line
}

/// Checks that the item has what was chosen of it.
async fn check(tx: &Tx, item: &Code<20>, choice: &LineChoice) -> Result<(), Error> {
    if let Some(code) = choice.variant_code.as_ref().and_then(Code::non_blank) {
        let of_item = variant::Entity::find().filter(variant::Column::ItemNumber.eq(item.clone()));
        if of_item.filter(variant::Column::Code.eq(code.clone())).one(tx).await?.is_none() {
            return refused("variantCode", lacks(item, "variant", code));
        }
    }
    if let Some(code) = choice.unit_of_measure_code.as_ref().and_then(Code::non_blank) {
        let of_item = unit_of_measure::Entity::find().filter(unit_of_measure::Column::ItemNumber.eq(item.clone()));
        if of_item.filter(unit_of_measure::Column::Code.eq(code.clone())).one(tx).await?.is_none() {
            return refused("unitOfMeasureCode", lacks(item, "unit of measure", code));
        }
    }
    Ok(())
}

fn lacks(item: &Code<20>, what: &str, code: &Code<10>) -> String {
    match item.non_blank() {
        Some(item) => format!("the item {item} has no {what} {code}: create it, or choose another"),
        None => format!("{code} is a {what} of an item: choose the item, too"),
    }
}

fn refused<T>(name: &'static str, reason: String) -> Result<T, Error> {
    Err(Error::Given { name, reason })
}
