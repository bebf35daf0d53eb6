//! Items, as they are made and mended through the API.

use back_office::items::{
    self, Change, Cost, CostingMethod, Entity, ItemType, Model, NewItem, Reserve, VariantMandatory,
};
use database::Tx;
use serde::Deserialize;
use utoipa::ToSchema;
use uuid::Uuid;
use values::Code;
use values::money::{Amount, Price, Quantity};

use crate::Error;
use crate::master::{Making, Master};

/// An item, or what is to be changed of one: what is left out stays as it is.
#[derive(Clone, Debug, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct ItemBody {
    /// The template that a new item begins with, from `itemTemplates`; left out: the first of its type.
    #[schema(value_type = Option<String>)]
    item_template_code: Option<Code<20>>,
    /// The number of a new item; left out: the next of the number series.
    #[schema(value_type = Option<String>)]
    number: Option<Code<20>>,
    /// What kind of item a new one is: `Inventory`, `Service` or `Non-Inventory`.
    #[serde(rename = "type")]
    #[schema(value_type = Option<String>)]
    item_type: Option<ItemType>,
    /// The unit in which a new item is counted and sold.
    #[schema(value_type = Option<String>)]
    base_unit_of_measure_code: Option<Code<10>>,
    /// What it is.
    display_name: Option<String>,
    /// Its bar code.
    gtin: Option<String>,
    /// What one unit costs the customer.
    #[schema(value_type = Option<f64>)]
    unit_price: Option<Price>,
    /// Whether that price has VAT in it.
    price_includes_tax: Option<bool>,
    /// Its VAT product posting group.
    #[schema(value_type = Option<String>)]
    tax_group_code: Option<Code<20>>,
    /// More of that.
    #[serde(rename = "displayName2")]
    display_name2: Option<String>,
    /// Its item category.
    #[schema(value_type = Option<String>)]
    item_category_code: Option<Code<20>>,
    /// From whom we have it.
    #[schema(value_type = Option<String>)]
    vendor_number: Option<Code<20>>,
    /// By which number they know it.
    vendor_item_number: Option<String>,
    /// What one base unit weighs with its package.
    #[schema(value_type = Option<f64>)]
    gross_weight: Option<Quantity>,
    /// What it weighs without.
    #[schema(value_type = Option<f64>)]
    net_weight: Option<Quantity>,
    /// Its number in the customs tariff.
    #[schema(value_type = Option<String>)]
    tariff_number: Option<Code<20>>,
    /// The country in which it was made.
    #[schema(value_type = Option<String>)]
    country_of_origin: Option<Code<20>>,
    /// The unit in which it is sold, of its units; blank: the base unit.
    #[schema(value_type = Option<String>)]
    sales_unit_of_measure_code: Option<Code<10>>,
    /// How its cost is worked out: `Average` or `Standard`.
    #[schema(value_type = Option<String>)]
    costing_method: Option<CostingMethod>,
    /// What one base unit costs us on average, until goods are posted.
    #[schema(value_type = Option<f64>)]
    unit_cost: Option<Amount>,
    /// What one base unit is to cost, where that is fixed.
    #[schema(value_type = Option<f64>)]
    standard_cost: Option<Amount>,
    /// Its general product posting group.
    #[serde(rename = "generalProductPostingGroupCode")]
    #[schema(value_type = Option<String>)]
    general_product_posting_group: Option<Code<20>>,
    /// Its inventory posting group; it stays once goods were posted.
    #[serde(rename = "inventoryPostingGroupCode")]
    #[schema(value_type = Option<String>)]
    inventory_posting_group: Option<Code<20>>,
    /// Whose VAT its price has in it; blank: what the sales set-up says.
    #[schema(value_type = Option<String>)]
    vat_business_posting_group_price: Option<Code<20>>,
    /// Its item discount group.
    #[schema(value_type = Option<String>)]
    item_discount_group: Option<Code<20>>,
    /// Its tax group, where sales tax is levied.
    #[schema(value_type = Option<String>)]
    sales_tax_group_code: Option<Code<20>>,
    /// Whether an invoice discount may be spread over its lines.
    allow_invoice_discount: Option<bool>,
    /// Whether it may not be used at all.
    blocked: Option<bool>,
    /// Whether it may not be sold.
    sales_blocked: Option<bool>,
    /// Whether a line must name one of its variants: `Default` (as the inventory set-up says), `No` or `Yes`.
    #[schema(value_type = Option<String>)]
    variant_mandatory_if_exists: Option<VariantMandatory>,
    /// Whether it is kept for orders: `Never`, `Optional` or `Always`.
    #[schema(value_type = Option<String>)]
    reserve: Option<Reserve>,
}

impl From<ItemBody> for NewItem {
    fn from(body: ItemBody) -> Self {
        Self {
            number: body.number.unwrap_or_default(),
            description: body.display_name.unwrap_or_default(),
            item_type: body.item_type.unwrap_or_default(),
            template_code: body.item_template_code.unwrap_or_default(),
            gtin: body.gtin.unwrap_or_default(),
            unit_price: body.unit_price.unwrap_or_default(),
            price_includes_vat: body.price_includes_tax,
            unit_of_measure_code: body.base_unit_of_measure_code.unwrap_or_default(),
            vat_product_posting_group: body.tax_group_code.unwrap_or_default(),
        }
    }
}

impl From<ItemBody> for Change {
    fn from(body: ItemBody) -> Self {
        Self {
            description: body.display_name,
            gtin: body.gtin,
            unit_price: body.unit_price,
            price_includes_vat: body.price_includes_tax,
            vat_product_posting_group: body.tax_group_code,
            description2: body.display_name2,
            sales_unit_of_measure_code: body.sales_unit_of_measure_code,
            item_category_code: body.item_category_code,
            vendor_number: body.vendor_number,
            vendor_item_number: body.vendor_item_number,
            gross_weight: body.gross_weight,
            net_weight: body.net_weight,
            tariff_number: body.tariff_number,
            country_region_of_origin_code: body.country_of_origin,
            general_product_posting_group: body.general_product_posting_group,
            inventory_posting_group: body.inventory_posting_group,
            vat_business_posting_group_price: body.vat_business_posting_group_price,
            item_discount_group: body.item_discount_group,
            tax_group_code: body.sales_tax_group_code,
            allow_invoice_discount: body.allow_invoice_discount,
            blocked: body.blocked,
            sales_blocked: body.sales_blocked,
            variant_mandatory_if_exists: body.variant_mandatory_if_exists,
            reserve: body.reserve,
        }
    }
}

impl ItemBody {
    /// What of a new item is not of [`NewItem`].
    fn rest(&self) -> Change {
        Change {
            description: None,
            gtin: None,
            unit_price: None,
            price_includes_vat: None,
            vat_product_posting_group: None,
            ..Change::from(self.clone())
        }
    }

    /// What it is to cost; nothing when nothing is said of that.
    fn cost(&self, item: &Model) -> Result<Option<Cost>, Error> {
        let method = self.costing_method.unwrap_or(item.costing_method);
        // What says nothing new is no change, as in a file that a list gave.
        let standard = self.standard_cost.filter(|cost| *cost != item.standard_cost);
        let unit = self.unit_cost.filter(|cost| *cost != item.unit_cost && Some(*cost) != self.standard_cost);
        match (method, unit, standard) {
            (_, None, None) if method == item.costing_method => Ok(None),
            (CostingMethod::Average, _, Some(_)) => {
                let message =
                    "a standard cost holds where the costing method is Standard: choose that, or leave it out";
                Err(Error::invalid("standardCost", message))
            }
            (CostingMethod::Standard, Some(_), _) => {
                let message = "the unit cost follows from the standard cost: enter that, or the costing method Average";
                Err(Error::invalid("unitCost", message))
            }
            (CostingMethod::Average, cost, None) => Ok(Some(Cost::Average(cost.unwrap_or(item.unit_cost)))),
            (CostingMethod::Standard, None, cost) => Ok(Some(Cost::Standard(cost.unwrap_or(item.standard_cost)))),
        }
    }
}

impl Master for Entity {
    type Body = ItemBody;

    const ONE: &'static str = "an item";
    const KEPT: &'static [&'static str] = &["itemTemplateCode", "number", "type", "baseUnitOfMeasureCode"];
    const MEANT: &'static [(&'static str, &'static str)] = &[
        ("item template", "itemTemplateCode"),
        ("unit of measure", "baseUnitOfMeasureCode"),
        ("item discount group", "itemDiscountGroup"),
        ("tax group", "salesTaxGroupCode"),
        ("Inventory Posting Group", "inventoryPostingGroupCode"),
        ("Costing Method", "costingMethod"),
        ("Unit Cost", "unitCost"),
        ("cost", "unitCost"),
        ("cost", "standardCost"),
    ];

    async fn make(at: &Making, tx: &Tx, body: &ItemBody) -> Result<Uuid, Error> {
        let item = items::create(tx, &NewItem::from(body.clone()), at.now, &at.random).await?;
        let (id, rest) = (item.id, body.rest());
        let item =
            if rest == Change::default() { item } else { items::change(tx, item, &rest, at.now, &at.random).await? };
        if let Some(cost) = body.cost(&item)? {
            items::change_cost(tx, item, cost, at.now).await?;
        }
        Ok(id)
    }

    async fn mend(at: &Making, tx: &Tx, item: Model, body: &ItemBody) -> Result<(), Error> {
        let cost = body.cost(&item)?;
        let item = items::change(tx, item, &Change::from(body.clone()), at.now, &at.random).await?;
        if let Some(cost) = cost {
            items::change_cost(tx, item, cost, at.now).await?;
        }
        Ok(())
    }
}
