use std::collections::{BTreeSet, HashSet};

use chrono::NaiveDate;
use database::Tx;
use sea_orm::{ColumnTrait, Condition, EntityTrait, QueryFilter, QuerySelect};
use values::Code;
use values::money::{Percent, Price, Quantity};

use super::book::NAMED;
use super::line::{AmountType, Asset};
use super::list::Source;
use super::{line, list};
use crate::items::{unit_of_measure, variant};
use crate::{
    Error, Result, currencies, customer_discount_groups, customer_price_groups, customers, item_discount_groups, items,
    posting_groups,
};

/// Checks that a list is for someone who is there, in a currency and with the VAT of a group that are there.
pub(super) async fn check_source(tx: &Tx, list: &list::Model) -> Result<()> {
    let number = &list.source_number;
    if (list.source_type == Source::AllCustomers) != number.is_blank() {
        return Err(Error::Unfit {
            field: "sourceNumber",
            caption: "Source No.",
            value: number.to_string(),
            why: "must be blank for all customers, and say for whom the list is otherwise",
        });
    }
    let unknown = |kind, code: &dyn std::fmt::Display| Error::Unknown { kind, code: code.to_string() };
    match list.source_type {
        Source::AllCustomers | Source::Campaign => {}
        Source::Customer if customers::by_numbers(tx, std::slice::from_ref(number)).await?.is_empty() => {
            return Err(unknown("customer", number));
        }
        Source::Customer => {}
        Source::PriceGroup => customer_price_groups::check(tx, Some(&Code::cut(number.as_str()))).await?,
        Source::DiscountGroup => customer_discount_groups::check(tx, Some(number)).await?,
    }
    if let Some(code) = list.currency_code.non_blank() {
        use currencies::{Column, Entity};
        let found = Entity::find().filter(Column::Code.eq(code.clone())).one(tx).await?;
        found.ok_or_else(|| unknown("currency", code))?;
    }
    if let Some(code) = list.vat_business_posting_group_price.non_blank() {
        use posting_groups::vat_business::{Column, Entity};
        let found = Entity::find().filter(Column::Code.eq(code.clone())).one(tx).await?;
        found.ok_or_else(|| unknown("VAT business posting group", code))?;
    }
    Ok(())
}

/// Checks that the last day does not lie before the first.
pub(super) fn check_dates(first: Option<NaiveDate>, last: Option<NaiveDate>) -> Result<()> {
    match (first, last) {
        (Some(first), Some(last)) if last < first => {
            Err(unfit("endingDate", "Ending Date", &last, "lies before the starting date: choose a later day"))
        }
        _ => Ok(()),
    }
}

/// The items, variants, units and groups that lines name, as far as they are there.
pub(super) struct Known {
    items: HashSet<Code<20>>,
    variants: HashSet<(Code<20>, Code<10>)>,
    units: HashSet<(Code<20>, Code<10>)>,
    groups: HashSet<Code<20>>,
}

impl Known {
    /// Reads them, in one statement each.
    pub(super) async fn read(tx: &Tx, lines: &[line::Model]) -> Result<Self> {
        let numbers: BTreeSet<&Code<20>> = lines.iter().map(|line| &line.asset_number).collect();
        let items: Vec<Code<20>> = items::Entity::find()
            .select_only()
            .column(items::Column::Number)
            .filter(among(items::Column::Number, &numbers))
            .into_tuple()
            .all(tx)
            .await?;
        let variants: Vec<(Code<20>, Code<10>)> = variant::Entity::find()
            .select_only()
            .columns([variant::Column::ItemNumber, variant::Column::Code])
            .filter(among(variant::Column::ItemNumber, &numbers))
            .into_tuple()
            .all(tx)
            .await?;
        let units: Vec<(Code<20>, Code<10>)> = unit_of_measure::Entity::find()
            .select_only()
            .columns([unit_of_measure::Column::ItemNumber, unit_of_measure::Column::Code])
            .filter(among(unit_of_measure::Column::ItemNumber, &numbers))
            .into_tuple()
            .all(tx)
            .await?;
        let groups = item_discount_groups::Entity::find().all(tx).await?;
        Ok(Self {
            items: items.into_iter().collect(),
            variants: variants.into_iter().collect(),
            units: units.into_iter().collect(),
            groups: groups.into_iter().map(|group| group.code).collect(),
        })
    }
}

/// Those of some items; where there are more than a statement names, all.
fn among(column: impl ColumnTrait, numbers: &BTreeSet<&Code<20>>) -> Condition {
    if numbers.len() > NAMED {
        return Condition::all();
    }
    Condition::all().add(column.is_in(numbers.iter().map(|number| (*number).clone())))
}

/// Checks that a line names what is there, and gives what it may.
pub(super) fn check_line(line: &line::Model, known: &Known) -> Result<()> {
    check_asset(line, known)?;
    check_dates(line.starting_date, line.ending_date)?;
    let of_prices = "must be Price: a customer price group has no discounts";
    let of_discounts = "must be Discount: discount groups have no prices";
    let amount_type = &line.amount_type.caption();
    if line.source_type == Source::PriceGroup && line.amount_type != AmountType::Price {
        return Err(unfit("amountType", "Amount Type", amount_type, of_prices));
    }
    let in_group = line.source_type == Source::DiscountGroup || line.asset_type == Asset::ItemDiscountGroup;
    if in_group && line.amount_type != AmountType::Discount {
        return Err(unfit("amountType", "Amount Type", amount_type, of_discounts));
    }
    if line.minimum_quantity < Quantity::ZERO {
        return Err(unfit("minimumQuantity", "Minimum Quantity", &line.minimum_quantity, "must be 0 or greater"));
    }
    if line.unit_price < Price::ZERO {
        return Err(unfit("unitPrice", "Unit Price", &line.unit_price, "must be 0 or greater"));
    }
    let percent = line.line_discount_percent;
    if percent < Percent::ZERO || percent > 100.into() {
        return Err(unfit("lineDiscountPercent", "Line Discount %", &percent, "must lie between 0 and 100"));
    }
    Ok(())
}

fn check_asset(line: &line::Model, known: &Known) -> Result<()> {
    let number = &line.asset_number;
    let unknown = |kind, code: String| Err(Error::Unknown { kind, code });
    if line.asset_type == Asset::ItemDiscountGroup {
        if !known.groups.contains(number) {
            return unknown("item discount group", number.to_string());
        }
        if !line.variant_code.is_blank() {
            let why = "must be blank: an item discount group has no variants";
            return Err(unfit("variantCode", "Variant Code", &line.variant_code, why));
        }
        return Ok(());
    }
    if !known.items.contains(number) {
        return unknown("item", number.to_string());
    }
    let (variant, unit) = (&line.variant_code, &line.unit_of_measure_code);
    if !variant.is_blank() && !known.variants.contains(&(number.clone(), variant.clone())) {
        return unknown("item variant", format!("{variant} of item {number}"));
    }
    if !unit.is_blank() && !known.units.contains(&(number.clone(), unit.clone())) {
        return unknown("item unit of measure", format!("{unit} of item {number}"));
    }
    Ok(())
}

fn unfit(field: &'static str, caption: &'static str, value: &dyn std::fmt::Display, why: &'static str) -> Error {
    Error::Unfit { field, caption, value: value.to_string(), why }
}
