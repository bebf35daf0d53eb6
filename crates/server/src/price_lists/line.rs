use std::slice::from_ref;

use back_office::prices::line::{AmountType, Asset, Entity, Model};
use back_office::prices::{self, ChangeLine, NewPrice};
use chrono::NaiveDate;
use database::Tx;
use serde::Deserialize;
use utoipa::ToSchema;
use uuid::Uuid;
use values::Code;
use values::money::{Percent, Price, Quantity};

use crate::Error;
use crate::master::{Making, Master, Removed, or_blank};
use crate::records::load;

/// A line of a price list, or what is to be changed of one: what is left out stays as it is.
#[derive(Clone, Debug, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct PriceListLineBody {
    /// The list of a new line, from `priceLists`.
    #[schema(value_type = Option<String>)]
    list_code: Option<Code<20>>,
    /// What is sold: `Item` or `Item Discount Group`.
    #[schema(value_type = Option<String>)]
    asset_type: Option<Asset>,
    /// The number or the code of that.
    #[schema(value_type = Option<String>)]
    asset_number: Option<Code<20>>,
    /// Which variant; blank: all.
    #[schema(value_type = Option<String>)]
    variant_code: Option<Code<10>>,
    /// Of which unit it is; blank: of the base unit, for all.
    #[schema(value_type = Option<String>)]
    unit_of_measure_code: Option<Code<10>>,
    /// From this quantity on.
    #[schema(value_type = Option<f64>)]
    minimum_quantity: Option<Quantity>,
    /// What it gives: `Price`, `Discount` or `Price & Discount`.
    #[schema(value_type = Option<String>)]
    amount_type: Option<AmountType>,
    /// The price of one unit.
    #[schema(value_type = Option<f64>)]
    unit_price: Option<Price>,
    /// The discount.
    #[schema(value_type = Option<f64>)]
    line_discount_percent: Option<Percent>,
    /// Its first day; left out of a new line: the list's, `null`: none.
    #[serde(default, deserialize_with = "or_blank")]
    #[schema(value_type = Option<String>, format = Date)]
    starting_date: Option<Option<NaiveDate>>,
    /// Its last day.
    #[serde(default, deserialize_with = "or_blank")]
    #[schema(value_type = Option<String>, format = Date)]
    ending_date: Option<Option<NaiveDate>>,
    /// Whether a discount on the line may be given on top; left out of a new line: as the list says.
    allow_line_discount: Option<bool>,
    /// Whether a discount on the whole may be given on top; left out of a new line: as the list says.
    allow_invoice_discount: Option<bool>,
}

impl From<PriceListLineBody> for ChangeLine {
    fn from(body: PriceListLineBody) -> Self {
        Self {
            asset_type: body.asset_type,
            asset_number: body.asset_number,
            variant_code: body.variant_code,
            unit_of_measure_code: body.unit_of_measure_code,
            minimum_quantity: body.minimum_quantity,
            amount_type: body.amount_type,
            unit_price: body.unit_price,
            line_discount_percent: body.line_discount_percent,
            starting_date: body.starting_date,
            ending_date: body.ending_date,
            allow_line_discount: body.allow_line_discount,
            allow_invoice_discount: body.allow_invoice_discount,
        }
    }
}

impl From<PriceListLineBody> for NewPrice {
    fn from(body: PriceListLineBody) -> Self {
        Self {
            asset_type: body.asset_type.unwrap_or_default(),
            asset_number: body.asset_number.unwrap_or_default(),
            variant_code: body.variant_code.unwrap_or_default(),
            unit_of_measure_code: body.unit_of_measure_code.unwrap_or_default(),
            minimum_quantity: body.minimum_quantity.unwrap_or_default(),
            amount_type: body.amount_type.unwrap_or_default(),
            unit_price: body.unit_price.unwrap_or_default(),
            line_discount_percent: body.line_discount_percent.unwrap_or_default(),
            starting_date: body.starting_date.flatten(),
            ending_date: body.ending_date.flatten(),
            allow_line_discount: body.allow_line_discount,
            allow_invoice_discount: body.allow_invoice_discount,
        }
    }
}

impl Master for Entity {
    type Body = PriceListLineBody;

    const ONE: &'static str = "a line of a price list";
    const KEPT: &'static [&'static str] = &["listCode"];
    const MEANT: &'static [(&'static str, &'static str)] = &[
        ("price list", "listCode"),
        ("item", "assetNumber"),
        ("item discount group", "assetNumber"),
        ("item variant", "variantCode"),
        ("item unit of measure", "unitOfMeasureCode"),
    ];

    async fn hold(tx: &Tx, id: Uuid) -> Result<Model, Error> {
        load::<Self>(tx, id).await?;
        Ok(prices::held(tx, id).await?)
    }

    async fn make(at: &Making, tx: &Tx, body: &PriceListLineBody) -> Result<Uuid, Error> {
        let Some(list) = &body.list_code else {
            return Err(Error::invalid("listCode", "a new line needs listCode: choose one of /api/v1/priceLists"));
        };
        let new = NewPrice::from(body.clone());
        let lines = prices::add(tx, list, from_ref(&new), at.now, &at.random).await?;
        let Some(line) = lines.into_iter().next() else { return Ok(Uuid::nil()) };
        let id = line.id;
        // Without a day although the list has one.
        let dates = ChangeLine {
            starting_date: body.starting_date.filter(|date| *date != line.starting_date),
            ending_date: body.ending_date.filter(|date| *date != line.ending_date),
            ..ChangeLine::default()
        };
        if dates != ChangeLine::default() {
            prices::change_line(tx, line, &dates, at.now).await?;
        }
        Ok(id)
    }

    async fn mend(at: &Making, tx: &Tx, line: Model, body: &PriceListLineBody) -> Result<(), Error> {
        prices::change_line(tx, line, &ChangeLine::from(body.clone()), at.now).await?;
        Ok(())
    }
}

impl Removed for Entity {
    async fn remove(at: &Making, tx: &Tx, line: &Model) -> Result<(), Error> {
        Ok(prices::delete_line(tx, line, at.now).await?)
    }
}
