//! Expected receipts: goods that will come, written down, changed and taken away.

use back_office::expected_receipts::{self, Entity, Model, NewReceipt};
use chrono::NaiveDate;
use database::Tx;
use serde::Deserialize;
use utoipa::ToSchema;
use uuid::Uuid;
use values::Code;
use values::money::Quantity;

use crate::Error;
use crate::api::Api;
use crate::master::{self, Making, Master, Removed, or_blank};

/// Goods that will come, or what is to be changed of that: what is left out stays as it is.
#[derive(Clone, Debug, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct ExpectedReceiptBody {
    /// The item.
    #[schema(value_type = Option<String>)]
    item_number: Option<Code<20>>,
    /// Which variant of it.
    #[schema(value_type = Option<String>)]
    variant_code: Option<Code<10>>,
    /// Where they will be.
    #[schema(value_type = Option<String>)]
    location_code: Option<Code<10>>,
    /// On which day; `null`: it is not known, and they count at once.
    #[serde(default, deserialize_with = "or_blank")]
    #[schema(value_type = Option<String>, format = Date)]
    expected_receipt_date: Option<Option<NaiveDate>>,
    /// How many, in base units.
    #[schema(value_type = Option<f64>)]
    quantity: Option<Quantity>,
    /// From whom, or by which order.
    description: Option<String>,
}

impl ExpectedReceiptBody {
    /// What is given, and the rest as it was.
    fn over(&self, old: NewReceipt) -> NewReceipt {
        let new = self.clone();
        NewReceipt {
            item_number: new.item_number.unwrap_or(old.item_number),
            variant_code: new.variant_code.unwrap_or(old.variant_code),
            location_code: new.location_code.unwrap_or(old.location_code),
            expected_receipt_date: new.expected_receipt_date.unwrap_or(old.expected_receipt_date),
            quantity: new.quantity.unwrap_or(old.quantity),
            description: new.description.unwrap_or(old.description),
        }
    }
}

impl Master for Entity {
    type Body = ExpectedReceiptBody;

    const ONE: &'static str = "an expected receipt";
    const KEPT: &'static [&'static str] = &[];
    const MEANT: &'static [(&'static str, &'static str)] = &[
        ("item", "itemNumber"),
        ("item variant", "variantCode"),
        ("location", "locationCode"),
        ("Quantity", "quantity"),
    ];

    async fn make(at: &Making, tx: &Tx, body: &ExpectedReceiptBody) -> Result<Uuid, Error> {
        Ok(expected_receipts::add(tx, &body.over(NewReceipt::default()), &at.context()).await?.id)
    }

    async fn mend(at: &Making, tx: &Tx, old: Model, body: &ExpectedReceiptBody) -> Result<(), Error> {
        expected_receipts::change(tx, old.id, &body.over(NewReceipt::from(&old)), &at.context()).await?;
        Ok(())
    }
}

impl Removed for Entity {
    async fn remove(at: &Making, tx: &Tx, receipt: &Model) -> Result<(), Error> {
        Ok(expected_receipts::remove(tx, receipt.id, &at.context()).await?)
    }
}

/// Adds the routes.
pub(crate) fn serve(api: &mut Api) {
    master::serve::<Entity>(api);
    master::serve_removal::<Entity>(api);
}
