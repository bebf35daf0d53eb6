use chrono::{DateTime, NaiveDate, Utc};
use database::Tx;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, Set};
use values::Code;

use super::check::{Known, check_dates, check_line, check_source};
use super::create::{lock_draft, touch};
use super::list::Source;
use super::{line, list};
use crate::Result;

/// What is to be changed of a price list; `None` leaves a field as it is.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ChangeList {
    /// What it is for.
    pub description: Option<String>,
    /// For whom it is.
    pub source_type: Option<Source>,
    /// The number or the code of those.
    pub source_number: Option<Code<20>>,
    /// The currency of its prices.
    pub currency_code: Option<Code<10>>,
    /// The first day of lines that are added; `Some(None)`: none.
    pub starting_date: Option<Option<NaiveDate>>,
    /// The last day of lines that are added; `Some(None)`: none.
    pub ending_date: Option<Option<NaiveDate>>,
    /// Whether its prices have VAT in them.
    pub price_includes_vat: Option<bool>,
    /// Whose VAT that is.
    pub vat_business_posting_group_price: Option<Code<20>>,
    /// Whether lines that are added allow a discount on the line.
    pub allow_line_discount: Option<bool>,
    /// Whether lines that are added allow a discount on the whole.
    pub allow_invoice_discount: Option<bool>,
}

/// Changes a list that is not active. For whom it is, its currency and its VAT hold for its lines, too; days and what is
/// allowed are those of lines that are added from now on.
///
/// # Errors
/// [`crate::Error::ActiveList`]; [`crate::Error::Unknown`] for customers, groups and currencies that are not there;
/// [`crate::Error::Unfit`] for what does not fit, as discounts of a list that becomes one of a price group.
pub async fn change_list(tx: &Tx, list: list::Model, change: &ChangeList, now: DateTime<Utc>) -> Result<list::Model> {
    let list = lock_draft(tx, &list.code).await?;
    let new = change.clone();
    let list = list::Model {
        description: new.description.unwrap_or(list.description),
        source_type: new.source_type.unwrap_or(list.source_type),
        source_number: new.source_number.unwrap_or(list.source_number),
        currency_code: new.currency_code.unwrap_or(list.currency_code),
        starting_date: new.starting_date.unwrap_or(list.starting_date),
        ending_date: new.ending_date.unwrap_or(list.ending_date),
        price_includes_vat: new.price_includes_vat.unwrap_or(list.price_includes_vat),
        vat_business_posting_group_price: new
            .vat_business_posting_group_price
            .unwrap_or(list.vat_business_posting_group_price),
        allow_line_discount: new.allow_line_discount.unwrap_or(list.allow_line_discount),
        allow_invoice_discount: new.allow_invoice_discount.unwrap_or(list.allow_invoice_discount),
        ..list
    };
    check_dates(list.starting_date, list.ending_date)?;
    check_source(tx, &list).await?;
    let lines = line::Entity::find().filter(line::Column::ListCode.eq(list.code.clone())).all(tx).await?;
    let lines: Vec<line::Model> = lines.into_iter().map(|line| line.of(&list)).collect();
    let known = Known::read(tx, &lines).await?;
    lines.iter().try_for_each(|line| check_line(line, &known))?;
    let common = line::ActiveModel {
        source_type: Set(list.source_type),
        source_number: Set(list.source_number.clone()),
        currency_code: Set(list.currency_code.clone()),
        price_includes_vat: Set(list.price_includes_vat),
        vat_business_posting_group_price: Set(list.vat_business_posting_group_price.clone()),
        ..Default::default()
    };
    let of_list = line::Column::ListCode.eq(list.code.clone());
    line::Entity::update_many().set(common).filter(of_list).exec(tx).await?;
    touch(tx, list, now).await
}
