use chrono::{DateTime, NaiveDate, Utc};
use database::{Tx, insert_many};
use runtime::Random;
use sea_orm::{ActiveModelTrait, ColumnTrait, EntityTrait, IntoActiveModel, QueryFilter, QuerySelect};
use values::Code;
use values::money::{Percent, Price, Quantity};

use super::check::{Known, check_dates, check_line, check_source};
use super::line::{AmountType, Asset};
use super::list::{Source, Status};
use super::{line, list};
use crate::{Error, Result};

/// Lines are numbered in steps of this.
const LINE_STEP: i32 = 10_000;

/// A price list that is to be made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewList {
    /// Its code.
    pub code: Code<20>,
    /// What it is for.
    pub description: String,
    /// For whom it is.
    pub source_type: Source,
    /// The number or the code of those; blank for everyone.
    pub source_number: Code<20>,
    /// The currency of its prices; blank is the company's own.
    pub currency_code: Code<10>,
    /// Its first day.
    pub starting_date: Option<NaiveDate>,
    /// Its last day.
    pub ending_date: Option<NaiveDate>,
    /// Whether its prices have VAT in them.
    pub price_includes_vat: bool,
    /// Whose VAT that is; blank: what the sales set-up says.
    pub vat_business_posting_group_price: Code<20>,
    /// Whether a discount on the line may be given on top of its prices.
    pub allow_line_discount: bool,
    /// Whether a discount on the whole may be given on top of its prices.
    pub allow_invoice_discount: bool,
}

impl NewList {
    /// A list in the company's own currency, without VAT in its prices, which allows discounts and holds on every day.
    pub fn new(code: Code<20>, source_type: Source, source_number: Code<20>) -> Self {
        Self {
            code,
            description: String::new(),
            source_type,
            source_number,
            currency_code: Code::blank(),
            starting_date: None,
            ending_date: None,
            price_includes_vat: false,
            vat_business_posting_group_price: Code::blank(),
            allow_line_discount: true,
            allow_invoice_discount: true,
        }
    }
}

/// A price or a discount that is to be put on a list.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct NewPrice {
    /// What is sold.
    pub asset_type: Asset,
    /// The number or the code of that.
    pub asset_number: Code<20>,
    /// Which variant; blank: all.
    pub variant_code: Code<10>,
    /// Of which unit it is; blank: of the base unit, for all.
    pub unit_of_measure_code: Code<10>,
    /// From this quantity on, in its unit.
    pub minimum_quantity: Quantity,
    /// What it gives.
    pub amount_type: AmountType,
    /// The price of one unit.
    pub unit_price: Price,
    /// The discount.
    pub line_discount_percent: Percent,
    /// Its first day; `None`: the list's.
    pub starting_date: Option<NaiveDate>,
    /// Its last day; `None`: the list's.
    pub ending_date: Option<NaiveDate>,
    /// Whether a discount on the line may be given on top; `None`: as the list says.
    pub allow_line_discount: Option<bool>,
    /// Whether a discount on the whole may be given on top; `None`: as the list says.
    pub allow_invoice_discount: Option<bool>,
}

/// Makes a price list: a draft, which holds once it is set to Active.
///
/// # Errors
/// [`Error::Exists`], [`Error::Unknown`] for customers, groups and currencies that are not there, [`Error::Unfit`].
pub async fn create_list(tx: &Tx, new: &NewList, now: DateTime<Utc>, random: &Random) -> Result<list::Model> {
    check_code(tx, &new.code).await?;
    check_dates(new.starting_date, new.ending_date)?;
    let new = new.clone();
    let list = list::Model {
        id: random.id(now),
        code: new.code,
        description: new.description,
        source_type: new.source_type,
        source_number: new.source_number,
        currency_code: new.currency_code,
        starting_date: new.starting_date,
        ending_date: new.ending_date,
        price_includes_vat: new.price_includes_vat,
        vat_business_posting_group_price: new.vat_business_posting_group_price,
        allow_line_discount: new.allow_line_discount,
        allow_invoice_discount: new.allow_invoice_discount,
        status: Status::Draft,
        last_modified_date_time: now,
        version: 1,
    };
    check_source(tx, &list).await?;
    insert_many(tx, vec![list.clone().into_active_model().reset_all()]).await?;
    tx.changed::<list::Entity>(&[list.id]).await?;
    Ok(list)
}

/// Puts prices and discounts on a list that is not active, all of them or none.
///
/// # Errors
/// [`Error::Unknown`] for a list, an item, a variant, a unit or a group that is not there, [`Error::ActiveList`],
/// [`Error::Unfit`] for what does not fit the list.
pub async fn add(
    tx: &Tx,
    list: &Code<20>,
    new: &[NewPrice],
    now: DateTime<Utc>,
    random: &Random,
) -> Result<Vec<line::Model>> {
    let list = lock_draft(tx, list).await?;
    put(tx, list, new, now, random).await
}

/// Puts prices and discounts on a list that this transaction has for itself, whether it holds or not: so do they.
///
/// # Errors
/// As [`add`], but for [`Error::ActiveList`].
pub(super) async fn put(
    tx: &Tx,
    list: list::Model,
    new: &[NewPrice],
    now: DateTime<Utc>,
    random: &Random,
) -> Result<Vec<line::Model>> {
    let last: Option<i32> = line::Entity::find()
        .select_only()
        .column_as(line::Column::LineNumber.max(), "last")
        .filter(line::Column::ListCode.eq(list.code.clone()))
        .into_tuple()
        .one(tx)
        .await?
        .flatten();
    let mut number = last.unwrap_or_default();
    let mut lines = Vec::with_capacity(new.len());
    for new in new {
        number = number.saturating_add(LINE_STEP);
        lines.push(row(&list, number, new, now, random));
    }
    let known = Known::read(tx, &lines).await?;
    lines.iter().try_for_each(|line| check_line(line, &known))?;
    insert_many(tx, lines.iter().map(|line| line.clone().into_active_model().reset_all()).collect()).await?;
    touch(tx, list, now).await?;
    Ok(lines)
}

fn row(list: &list::Model, line_number: i32, new: &NewPrice, now: DateTime<Utc>, random: &Random) -> line::Model {
    let new = new.clone();
    line::Model {
        id: random.id(now),
        list_code: list.code.clone(),
        line_number,
        source_type: list.source_type,
        source_number: list.source_number.clone(),
        asset_type: new.asset_type,
        asset_number: new.asset_number,
        variant_code: new.variant_code,
        unit_of_measure_code: new.unit_of_measure_code,
        currency_code: list.currency_code.clone(),
        starting_date: new.starting_date.or(list.starting_date),
        ending_date: new.ending_date.or(list.ending_date),
        minimum_quantity: new.minimum_quantity,
        amount_type: new.amount_type,
        unit_price: new.unit_price,
        line_discount_percent: new.line_discount_percent,
        allow_line_discount: new.allow_line_discount.unwrap_or(list.allow_line_discount),
        allow_invoice_discount: new.allow_invoice_discount.unwrap_or(list.allow_invoice_discount),
        price_includes_vat: list.price_includes_vat,
        vat_business_posting_group_price: list.vat_business_posting_group_price.clone(),
        status: list.status,
    }
}

/// Checks that a new list may have that code.
pub(super) async fn check_code(tx: &Tx, code: &Code<20>) -> Result<()> {
    if code.is_blank() {
        return Err(Error::Unfit { field: "code", caption: "Code", value: String::new(), why: "must not be blank" });
    }
    let same = list::Entity::find().filter(list::Column::Code.eq(code.clone()));
    match same.one(tx).await? {
        Some(_) => Err(Error::Exists { kind: "price list", code: code.to_string() }),
        None => Ok(()),
    }
}

/// A list that may be changed, for this transaction alone.
pub(super) async fn lock_draft(tx: &Tx, code: &Code<20>) -> Result<list::Model> {
    let found = list::Entity::find().filter(list::Column::Code.eq(code.clone())).lock_exclusive().one(tx).await?;
    let list = found.ok_or_else(|| Error::Unknown { kind: "price list", code: code.to_string() })?;
    match list.status {
        Status::Active => Err(Error::ActiveList(list.code.to_string())),
        Status::Draft | Status::Inactive => Ok(list),
    }
}

/// Counts a change of a list.
pub(super) async fn touch(tx: &Tx, list: list::Model, now: DateTime<Utc>) -> Result<list::Model> {
    let list = list::Model { last_modified_date_time: now, version: list.version + 1, ..list };
    tx.changed::<list::Entity>(&[list.id]).await?;
    Ok(list.into_active_model().reset_all().update(tx).await?)
}
