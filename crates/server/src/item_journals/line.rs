use std::slice::from_ref;

use back_office::item_journal::line::{Entity, Model};
use back_office::item_journal::{self, EntryType, NewLine};
use chrono::NaiveDate;
use database::Tx;
use serde::Deserialize;
use utoipa::ToSchema;
use uuid::Uuid;
use values::Code;
use values::money::{Amount, Quantity};

use crate::Error;
use crate::master::{Making, Master, Removed};
use crate::records::load;

/// A line of an item journal, or what is to be changed of one: what is left out stays as it is.
#[derive(Clone, Debug, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct ItemJournalLineBody {
    /// The batch of a new line, from `itemJournalBatches`; left out: `DEFAULT`.
    #[schema(value_type = Option<String>)]
    batch_code: Option<Code<10>>,
    /// `Positive Adjmt.`, `Negative Adjmt.` or `Transfer`.
    #[schema(value_type = Option<String>)]
    entry_type: Option<EntryType>,
    /// The day to which it is posted.
    posting_date: Option<NaiveDate>,
    /// The number of its document; blank: the next of the batch's number series, when it is posted.
    #[schema(value_type = Option<String>)]
    document_number: Option<Code<20>>,
    /// The item.
    #[schema(value_type = Option<String>)]
    item_number: Option<Code<20>>,
    /// Which variant of it.
    #[schema(value_type = Option<String>)]
    variant_code: Option<Code<10>>,
    /// Where the goods are, or were.
    #[schema(value_type = Option<String>)]
    location_code: Option<Code<10>>,
    /// Where a transfer takes them.
    #[schema(value_type = Option<String>)]
    new_location_code: Option<Code<10>>,
    /// The unit of measure; blank: the base unit.
    #[schema(value_type = Option<String>)]
    unit_of_measure_code: Option<Code<10>>,
    /// How many.
    #[schema(value_type = Option<f64>)]
    quantity: Option<Quantity>,
    /// What one costs, of goods that come; left out: what the item costs.
    #[schema(value_type = Option<f64>)]
    unit_cost: Option<Amount>,
    /// Why.
    #[schema(value_type = Option<String>)]
    reason_code: Option<Code<10>>,
    /// How many are there: of a line of a count, and of nothing else.
    #[serde(rename = "quantityPhysical")]
    #[schema(value_type = Option<f64>)]
    quantity_physical: Option<Quantity>,
}

/// Where lines go when nothing is said.
const DEFAULT_BATCH: &str = "DEFAULT";

impl ItemJournalLineBody {
    /// What is given, and the rest as it was. Another item or unit costs what it costs.
    fn over(&self, old: NewLine) -> NewLine {
        let new = self.clone();
        let is_another = |old: &NewLine| {
            new.item_number.as_ref().is_some_and(|number| *number != old.item_number)
                || new.unit_of_measure_code.as_ref().is_some_and(|code| *code != old.unit_of_measure_code)
        };
        NewLine {
            unit_cost: new.unit_cost.or(old.unit_cost.filter(|_| !is_another(&old))),
            entry_type: new.entry_type.unwrap_or(old.entry_type),
            posting_date: new.posting_date.unwrap_or(old.posting_date),
            document_number: new.document_number.unwrap_or(old.document_number),
            item_number: new.item_number.unwrap_or(old.item_number),
            variant_code: new.variant_code.unwrap_or(old.variant_code),
            location_code: new.location_code.unwrap_or(old.location_code),
            new_location_code: new.new_location_code.unwrap_or(old.new_location_code),
            unit_of_measure_code: new.unit_of_measure_code.unwrap_or(old.unit_of_measure_code),
            quantity: new.quantity.unwrap_or(old.quantity),
            reason_code: new.reason_code.unwrap_or(old.reason_code),
        }
    }
}

impl Master for Entity {
    type Body = ItemJournalLineBody;

    const ONE: &'static str = "a line of an item journal";
    const AUDITED: bool = false;
    const KEPT: &'static [&'static str] = &["batchCode"];
    const MEANT: &'static [(&'static str, &'static str)] = &[
        ("item journal batch", "batchCode"),
        ("item", "itemNumber"),
        ("item variant", "variantCode"),
        ("location", "locationCode"),
        ("location", "newLocationCode"),
        ("item unit of measure", "unitOfMeasureCode"),
        ("Quantity", "quantity"),
        ("Qty. (Phys. Inventory)", "quantityPhysical"),
        ("cost", "unitCost"),
    ];

    async fn hold(tx: &Tx, id: Uuid) -> Result<Model, Error> {
        load::<Self>(tx, id).await?;
        Ok(item_journal::held(tx, id).await?)
    }

    async fn make(at: &Making, tx: &Tx, body: &ItemJournalLineBody) -> Result<Uuid, Error> {
        if body.quantity_physical.is_some() {
            let message = "a new line is not of a count: calculate the inventory, or enter its quantity";
            return Err(Error::invalid("quantityPhysical", message));
        }
        let Some(posting_date) = body.posting_date else {
            return Err(Error::invalid("postingDate", "a line needs the day to which it is posted: enter postingDate"));
        };
        let blank = NewLine {
            entry_type: EntryType::default(),
            posting_date,
            document_number: Code::blank(),
            item_number: Code::blank(),
            variant_code: Code::blank(),
            location_code: Code::blank(),
            new_location_code: Code::blank(),
            unit_of_measure_code: Code::blank(),
            quantity: Quantity::ZERO,
            unit_cost: None,
            reason_code: Code::blank(),
        };
        let batch = body.batch_code.clone().unwrap_or_else(|| Code::cut(DEFAULT_BATCH));
        let lines = item_journal::add(tx, &batch, from_ref(&body.over(blank)), &at.context()).await?;
        Ok(lines.first().map(|line| line.id).unwrap_or_default())
    }

    async fn mend(_: &Making, tx: &Tx, old: Model, body: &ItemJournalLineBody) -> Result<(), Error> {
        match body.quantity_physical {
            Some(quantity) => item_journal::count(tx, old.id, quantity).await?,
            None => item_journal::change(tx, old.id, &body.over(NewLine::from(&old))).await?,
        };
        Ok(())
    }
}

impl Removed for Entity {
    async fn remove(_: &Making, tx: &Tx, line: &Model) -> Result<(), Error> {
        item_journal::remove(tx, from_ref(&line.id)).await?;
        Ok(())
    }
}
