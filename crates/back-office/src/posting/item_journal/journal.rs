use std::collections::{HashMap, HashSet};

use database::Tx;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder};
use values::Code;
use values::money::Quantity;

use crate::general_ledger::Numbers;
use crate::item_journal::{batch, line};
use crate::item_ledger::{self, Place};
use crate::items::variant;
use crate::{Result, items, locations, number_series, sales};

/// A journal that this transaction has for itself, with all that is needed to post it.
pub(super) struct Journal {
    pub(super) batch: batch::Model,
    pub(super) lines: Vec<line::Model>,
    pub(super) items: HashMap<Code<20>, items::Model>,
    pub(super) variants: HashMap<(Code<20>, Code<10>), variant::Model>,
    pub(super) locations: HashSet<Code<10>>,
    /// What is on hand; what is left out is nothing.
    pub(super) on_hand: HashMap<Place, Quantity>,
    /// How many of it are kept for sales orders.
    pub(super) reserved: HashMap<Place, Quantity>,
}

impl Journal {
    /// Reads and locks a batch and its lines, gives a number to those without one where there is a series, and takes the
    /// ledgers: what is on hand stays as it is read.
    ///
    /// # Errors
    /// [`crate::Error::Unknown`], and those of the number series.
    pub(super) async fn lock(tx: &Tx, batch_code: &Code<10>) -> Result<(Self, Numbers)> {
        let batch = batch::lock(tx, batch_code).await?;
        let of_batch = line::Entity::find().filter(line::Column::BatchCode.eq(batch_code.clone()));
        let mut lines = of_batch.order_by_asc(line::Column::LineNumber).all(tx).await?;
        let mut named: Vec<_> = lines.iter().map(|line| line.item_number.clone()).collect();
        named.sort();
        named.dedup();
        let items = items::lock(tx, &named).await?;
        number(tx, &batch, &mut lines).await?;
        let numbers = Numbers::lock(tx).await?;
        let variants = variant::Entity::find().filter(variant::Column::ItemNumber.is_in(named.clone()));
        let variants = variants.all(tx).await?.into_iter();
        let on_hand = item_ledger::on_hand(tx, &named).await?.into_iter();
        let place = |((item, variant, location), quantity)| (Place::new(&item, &variant, &location), quantity);
        let journal = Self {
            batch,
            lines,
            items: items.into_iter().map(|item| (item.number.clone(), item)).collect(),
            variants: variants.map(|row| ((row.item_number.clone(), row.code.clone()), row)).collect(),
            locations: locations::Entity::find().all(tx).await?.into_iter().map(|row| row.code).collect(),
            on_hand: on_hand.map(place).collect(),
            reserved: sales::reserved(tx, &named, None).await?,
        };
        Ok((journal, numbers))
    }
}

/// Gives the next number of the batch's series to all lines that are posted and have none.
async fn number(tx: &Tx, batch: &batch::Model, lines: &mut [line::Model]) -> Result<()> {
    let without = |line: &line::Model| line.document_number.is_blank() && line.is_posted();
    let Some(series) = batch.number_series.non_blank() else { return Ok(()) };
    let Some(date) = lines.iter().find(|line| without(line)).map(|line| line.posting_date) else { return Ok(()) };
    let number = number_series::next(tx, series, date).await?;
    for line in lines.iter_mut().filter(|line| without(line)) {
        line.document_number = number.clone();
    }
    Ok(())
}
