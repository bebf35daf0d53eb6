use chrono::{DateTime, Utc};
use database::{Tx, search};
use runtime::Random;
use sea_orm::{ActiveModelTrait, ColumnTrait, EntityTrait, IntoActiveModel, NotSet, PaginatorTrait, QueryFilter};
use values::Code;
use values::money::{Price, Quantity};

use super::cost::has_entries;
use super::{ActiveModel, Entity, Model, Reserve, VariantMandatory, unit_of_measure};
use crate::{Error, Result, availability, item_discount_groups, sales_tax};

/// What is to be changed of an item; `None` leaves a field as it is.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Change {
    /// What it is.
    pub description: Option<String>,
    /// Its bar code.
    pub gtin: Option<String>,
    /// What one unit costs the customer.
    pub unit_price: Option<Price>,
    /// Whether that price has VAT in it.
    pub price_includes_vat: Option<bool>,
    /// Its VAT product posting group.
    pub vat_product_posting_group: Option<Code<20>>,
    /// Whose VAT its price has in it.
    pub vat_business_posting_group_price: Option<Code<20>>,
    /// Its tax group, where sales tax is levied.
    pub tax_group_code: Option<Code<20>>,
    /// Its item discount group.
    pub item_discount_group: Option<Code<20>>,
    /// More of that.
    pub description2: Option<String>,
    /// The unit in which it is sold; blank: the base unit.
    pub sales_unit_of_measure_code: Option<Code<10>>,
    /// Its item category.
    pub item_category_code: Option<Code<20>>,
    /// From whom we have it.
    pub vendor_number: Option<Code<20>>,
    /// By which number they know it.
    pub vendor_item_number: Option<String>,
    /// What one base unit weighs with its package.
    pub gross_weight: Option<Quantity>,
    /// What it weighs without.
    pub net_weight: Option<Quantity>,
    /// Its number in the customs tariff.
    pub tariff_number: Option<Code<20>>,
    /// The country in which it was made.
    pub country_region_of_origin_code: Option<Code<20>>,
    /// Its general product posting group.
    pub general_product_posting_group: Option<Code<20>>,
    /// Its inventory posting group.
    pub inventory_posting_group: Option<Code<20>>,
    /// Whether an invoice discount may be spread over its lines.
    pub allow_invoice_discount: Option<bool>,
    /// Whether it may not be used at all.
    pub blocked: Option<bool>,
    /// Whether it may not be sold.
    pub sales_blocked: Option<bool>,
    /// Whether a line must name one of its variants.
    pub variant_mandatory_if_exists: Option<VariantMandatory>,
    /// Whether it is kept for orders.
    pub reserve: Option<Reserve>,
}

/// Changes an item.
///
/// # Errors
/// [`Error::Unknown`] for an item discount group or a tax group that is not there; [`Error::Field`] for a weight below 0 and
/// a sales unit that the item does not have; [`Error::HasEntries`] for another inventory posting group once goods were posted.
pub async fn change(tx: &Tx, item: Model, change: &Change, now: DateTime<Utc>, random: &Random) -> Result<Model> {
    check(tx, &item, change).await?;
    if change.sales_unit_of_measure_code.as_ref().is_some_and(|unit| *unit != item.sales_unit_of_measure_code) {
        availability::mark_units(tx, &item.number, now, random).await?;
    }
    let new = change.clone();
    let item = Model {
        description: new.description.unwrap_or(item.description),
        gtin: new.gtin.unwrap_or(item.gtin),
        unit_price: new.unit_price.unwrap_or(item.unit_price),
        price_includes_vat: new.price_includes_vat.unwrap_or(item.price_includes_vat),
        vat_product_posting_group: new.vat_product_posting_group.unwrap_or(item.vat_product_posting_group),
        vat_business_posting_group_price: new
            .vat_business_posting_group_price
            .unwrap_or(item.vat_business_posting_group_price),
        tax_group_code: new.tax_group_code.unwrap_or(item.tax_group_code),
        item_discount_group: new.item_discount_group.unwrap_or(item.item_discount_group),
        description2: new.description2.unwrap_or(item.description2),
        sales_unit_of_measure_code: new.sales_unit_of_measure_code.unwrap_or(item.sales_unit_of_measure_code),
        item_category_code: new.item_category_code.unwrap_or(item.item_category_code),
        vendor_number: new.vendor_number.unwrap_or(item.vendor_number),
        vendor_item_number: new.vendor_item_number.unwrap_or(item.vendor_item_number),
        gross_weight: new.gross_weight.unwrap_or(item.gross_weight),
        net_weight: new.net_weight.unwrap_or(item.net_weight),
        tariff_number: new.tariff_number.unwrap_or(item.tariff_number),
        country_region_of_origin_code: new.country_region_of_origin_code.unwrap_or(item.country_region_of_origin_code),
        general_product_posting_group: new.general_product_posting_group.unwrap_or(item.general_product_posting_group),
        inventory_posting_group: new.inventory_posting_group.unwrap_or(item.inventory_posting_group),
        allow_invoice_discount: new.allow_invoice_discount.unwrap_or(item.allow_invoice_discount),
        blocked: new.blocked.unwrap_or(item.blocked),
        sales_blocked: new.sales_blocked.unwrap_or(item.sales_blocked),
        variant_mandatory_if_exists: new.variant_mandatory_if_exists.unwrap_or(item.variant_mandatory_if_exists),
        reserve: new.reserve.unwrap_or(item.reserve),
        last_modified_date_time: now,
        version: item.version + 1,
        ..item
    };
    search::keep::<Entity>(tx, [&item]).await?;
    tx.changed::<Entity>(&[item.id]).await?;
    // What it costs is kept by those who post.
    Ok(ActiveModel { unit_cost: NotSet, ..item.into_active_model().reset_all() }.update(tx).await?)
}

async fn check(tx: &Tx, item: &Model, change: &Change) -> Result<()> {
    item_discount_groups::check(tx, change.item_discount_group.as_ref()).await?;
    sales_tax::group::check(tx, change.tax_group_code.as_ref()).await?;
    for (field, weight) in [("grossWeight", change.gross_weight), ("netWeight", change.net_weight)] {
        if let Some(weight) = weight.filter(|weight| *weight < Quantity::ZERO) {
            return Err(Error::Field { field, problem: format!("nothing weighs {weight}: enter 0 or more") });
        }
    }
    if let Some(unit) = change.sales_unit_of_measure_code.as_ref().and_then(Code::non_blank) {
        use unit_of_measure::{Column, Entity};
        let of_item = Entity::find().filter(Column::ItemNumber.eq(item.number.clone()));
        if *unit != item.base_unit_of_measure_code
            && of_item.filter(Column::Code.eq(unit.clone())).count(tx).await? == 0
        {
            let problem =
                format!("the item {} has no unit of measure {unit}: create it, or choose another", item.number);
            return Err(Error::Field { field: "salesUnitOfMeasureCode", problem });
        }
    }
    // What was posted of it stands on the accounts of the group that it had.
    let group = change.inventory_posting_group.as_ref().filter(|group| **group != item.inventory_posting_group);
    if group.is_some() && has_entries(tx, item).await? {
        return Err(Error::HasEntries { field: "Inventory Posting Group", item: item.number.to_string() });
    }
    Ok(())
}
