use std::collections::{HashMap, HashSet};

use chrono::NaiveDate;
use database::{Tx, insert_many};
use sea_orm::sea_query::{Expr, ExprTrait};
use sea_orm::{
    ActiveModelTrait, ColumnTrait, Condition, EntityTrait, IntoActiveModel, QueryFilter, QueryOrder, QuerySelect,
};
use uuid::Uuid;
use values::Code;
use values::money::Quantity;

use super::batch::{self, TemplateType};
use super::count::counted;
use super::line::{Column, Entity, Model};
use super::lines::{LINE_STEP, last_number};
use crate::items::{self, ItemType};
use crate::sales::Context;
use crate::{Result, company, item_ledger};

/// So many items are asked for in one statement.
const MOST: usize = 1_000;

/// What is to be counted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Counting {
    /// The day on which it is counted, to which the difference is posted.
    pub posting_date: NaiveDate,
    /// The number of the document; blank: the next of the batch's series, drawn when it is posted.
    pub document_number: Code<20>,
    /// Which items; none: all.
    pub item_numbers: Vec<Code<20>>,
    /// At which locations; none: all, and the blank one.
    pub location_codes: Vec<Code<10>>,
    /// Whether also what should not be there, but once was.
    pub items_not_on_inventory: bool,
}

/// Makes a line for each item, variant and location, with how many should be there on that day. Until they are counted the
/// lines say that as many are there. Lines of an earlier count in the batch go. Blocked items are left out: they can't be
/// posted. Returns the lines, by item, variant and location.
///
/// # Errors
/// [`crate::Error::Unknown`] when there is no such batch, [`super::Refusal::OtherJournal`] when it is not of the physical
/// inventory journal.
pub async fn calculate_inventory(
    tx: &Tx,
    batch_code: &Code<10>,
    counting: &Counting,
    cx: &Context,
) -> Result<Vec<Model>> {
    batch::lock_of(tx, TemplateType::PhysicalInventory, batch_code).await?;
    let of_count = Column::BatchCode.eq(batch_code.clone()).and(Column::PhysicalInventory.eq(true));
    let earlier = Entity::find().select_only().column(Column::Id).filter(of_count.clone());
    let earlier: Vec<Uuid> = earlier.into_tuple().all(tx).await?;
    Entity::delete_many().filter(of_count).exec(tx).await?;
    tx.changed::<Entity>(&earlier).await?;
    let items = counted_items(tx, counting).await?;
    let precision = company::read(tx).await?.amount_rounding_precision.decimal();
    let (mut last, mut lines) = (last_number(tx, batch_code).await?, Vec::new());
    for (number, variant_code, location_code, quantity) in on_hand(tx, counting).await? {
        let Some(item) = items.get(&number) else { continue };
        if quantity.is_zero() && !counting.items_not_on_inventory {
            continue;
        }
        last = last.saturating_add(LINE_STEP);
        let line = Model {
            id: cx.random.id(cx.now),
            batch_code: batch_code.clone(),
            line_number: last,
            posting_date: counting.posting_date,
            document_number: counting.document_number.clone(),
            item_number: number,
            variant_code,
            description: item.description.clone(),
            location_code,
            unit_of_measure_code: item.base_unit_of_measure_code.clone(),
            quantity_per_unit_of_measure: 1.into(),
            unit_cost: item.unit_cost,
            physical_inventory: true,
            quantity_calculated: quantity,
            version: 1,
            ..Model::default()
        };
        lines.push(counted(line, quantity, precision)?);
    }
    insert_many(tx, lines.iter().map(|line| line.clone().into_active_model().reset_all()).collect()).await?;
    tx.changed::<Entity>(&lines.iter().map(|line| line.id).collect::<Vec<_>>()).await?;
    Ok(lines)
}

/// The items that can be counted, by number.
async fn counted_items(tx: &Tx, counting: &Counting) -> Result<HashMap<Code<20>, items::Model>> {
    let counted = items::Entity::find()
        .filter(items::Column::ItemType.eq(ItemType::Inventory))
        .filter(items::Column::Blocked.eq(false))
        .filter(one_of(items::Column::Number, &counting.item_numbers));
    let counted = counted.all(tx).await?;
    let is_chosen = among(&counting.item_numbers);
    let chosen = counted.into_iter().filter(|item| is_chosen(&item.number));
    Ok(chosen.map(|item| (item.number.clone(), item)).collect())
}

/// How many should be there on the day, of all that ever were there.
async fn on_hand(tx: &Tx, counting: &Counting) -> Result<Vec<(Code<20>, Code<10>, Code<10>, Quantity)>> {
    use item_ledger::entry::{Column, Entity};
    let places = [Column::ItemNumber, Column::VariantCode, Column::LocationCode];
    let sums = Entity::find()
        .select_only()
        .columns(places)
        .column_as(Expr::col(Column::Quantity).sum().cast_as("bigint"), "sum")
        .filter(Column::PostingDate.lte(counting.posting_date))
        .filter(one_of(Column::ItemNumber, &counting.item_numbers))
        .filter(one_of(Column::LocationCode, &counting.location_codes));
    let sums = places.into_iter().fold(sums, |sums, place| sums.group_by(place).order_by_asc(place));
    let mut sums: Vec<(Code<20>, Code<10>, Code<10>, Quantity)> = sums.into_tuple().all(tx).await?;
    let is_chosen = among(&counting.location_codes);
    sums.retain(|(_, _, location_code, _)| is_chosen(location_code));
    Ok(sums)
}

/// One of the codes; any, when there are none. Of more than a statement takes, too: then [`among`] leaves others out.
fn one_of<C: ColumnTrait, const N: usize>(column: C, codes: &[Code<N>]) -> Condition {
    if codes.is_empty() || codes.len() > MOST {
        Condition::all()
    } else {
        Condition::all().add(column.is_in(codes.to_vec()))
    }
}

/// Whether a code is one of those; any is, when there are none.
fn among<const N: usize>(codes: &[Code<N>]) -> impl Fn(&Code<N>) -> bool {
    let chosen: HashSet<&Code<N>> = codes.iter().collect();
    move |code: &Code<N>| chosen.is_empty() || chosen.contains(code)
}
