use back_office::prices::list::{Entity, Model, Source, Status};
use back_office::prices::{self, ChangeList, NewList};
use chrono::NaiveDate;
use database::Tx;
use serde::Deserialize;
use utoipa::ToSchema;
use uuid::Uuid;
use values::Code;

use crate::Error;
use crate::master::{Making, Master, Removed, or_blank};

/// A price list, or what is to be changed of one: what is left out stays as it is.
#[derive(Clone, Debug, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct PriceListBody {
    /// The code of a new list.
    #[schema(value_type = Option<String>)]
    code: Option<Code<20>>,
    /// What it is for.
    description: Option<String>,
    /// For whom it is: `All Customers`, `Customer`, `Customer Price Group`, `Customer Disc. Group` or `Campaign`.
    #[schema(value_type = Option<String>)]
    source_type: Option<Source>,
    /// The number or the code of those; blank for everyone.
    #[schema(value_type = Option<String>)]
    source_number: Option<Code<20>>,
    /// The currency of its prices; blank: the company's own.
    #[schema(value_type = Option<String>)]
    currency_code: Option<Code<10>>,
    /// Its first day; `null`: none.
    #[serde(default, deserialize_with = "or_blank")]
    #[schema(value_type = Option<String>, format = Date)]
    starting_date: Option<Option<NaiveDate>>,
    /// Its last day; `null`: none.
    #[serde(default, deserialize_with = "or_blank")]
    #[schema(value_type = Option<String>, format = Date)]
    ending_date: Option<Option<NaiveDate>>,
    /// Whether its prices have VAT in them.
    #[serde(rename = "priceIncludesTax")]
    price_includes_vat: Option<bool>,
    /// Whose VAT that is; blank: what the sales set-up says.
    #[schema(value_type = Option<String>)]
    vat_business_posting_group_price: Option<Code<20>>,
    /// Whether a discount on the line may be given on top.
    allow_line_discount: Option<bool>,
    /// Whether a discount on the whole may be given on top.
    allow_invoice_discount: Option<bool>,
    /// Whether it holds: `Draft`, `Active` or `Inactive`. An active one is changed only together with this.
    #[schema(value_type = Option<String>)]
    status: Option<Status>,
}

impl From<PriceListBody> for ChangeList {
    fn from(body: PriceListBody) -> Self {
        Self {
            description: body.description,
            source_type: body.source_type,
            source_number: body.source_number,
            currency_code: body.currency_code,
            starting_date: body.starting_date,
            ending_date: body.ending_date,
            price_includes_vat: body.price_includes_vat,
            vat_business_posting_group_price: body.vat_business_posting_group_price,
            allow_line_discount: body.allow_line_discount,
            allow_invoice_discount: body.allow_invoice_discount,
        }
    }
}

impl From<PriceListBody> for NewList {
    fn from(body: PriceListBody) -> Self {
        let of = Self::new(
            body.code.unwrap_or_default(),
            body.source_type.unwrap_or_default(),
            body.source_number.unwrap_or_default(),
        );
        Self {
            description: body.description.unwrap_or_default(),
            currency_code: body.currency_code.unwrap_or_default(),
            starting_date: body.starting_date.flatten(),
            ending_date: body.ending_date.flatten(),
            price_includes_vat: body.price_includes_vat.unwrap_or_default(),
            vat_business_posting_group_price: body.vat_business_posting_group_price.unwrap_or_default(),
            allow_line_discount: body.allow_line_discount.unwrap_or(of.allow_line_discount),
            allow_invoice_discount: body.allow_invoice_discount.unwrap_or(of.allow_invoice_discount),
            ..of
        }
    }
}

impl Master for Entity {
    type Body = PriceListBody;

    const ONE: &'static str = "a price list";
    const KEPT: &'static [&'static str] = &["code"];
    const MEANT: &'static [(&'static str, &'static str)] = &[
        ("customer", "sourceNumber"),
        ("customer price group", "sourceNumber"),
        ("customer discount group", "sourceNumber"),
        ("currency", "currencyCode"),
        ("VAT business posting group", "vatBusinessPostingGroupPrice"),
    ];

    async fn make(at: &Making, tx: &Tx, body: &PriceListBody) -> Result<Uuid, Error> {
        let list = prices::create_list(tx, &NewList::from(body.clone()), at.now, &at.random).await?;
        let id = list.id;
        if let Some(status) = body.status.filter(|status| *status != list.status) {
            prices::set_status(tx, list, status, at.now).await?;
        }
        Ok(id)
    }

    /// What is no more active may be changed, and what is changed becomes active: so the order of the two.
    async fn mend(at: &Making, tx: &Tx, list: Model, body: &PriceListBody) -> Result<(), Error> {
        let change = ChangeList::from(body.clone());
        let status = body.status.filter(|status| *status != list.status);
        let first = status.filter(|_| list.status == Status::Active);
        let list = match first {
            Some(status) => prices::set_status(tx, list, status, at.now).await?,
            None => list,
        };
        let list =
            if change == ChangeList::default() { list } else { prices::change_list(tx, list, &change, at.now).await? };
        if let Some(status) = status.filter(|_| first.is_none()) {
            prices::set_status(tx, list, status, at.now).await?;
        }
        Ok(())
    }
}

impl Removed for Entity {
    async fn remove(_: &Making, tx: &Tx, list: &Model) -> Result<(), Error> {
        Ok(prices::delete_list(tx, list).await?)
    }
}
