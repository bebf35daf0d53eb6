//! What has to be told of a product: what its item says, against what Shopify last said. Pure.

use back_office::items;
use shopify::documents::product_changes::{ProductInput, VariantInput};
use shopify_schema::gid::{ProductId, ProductVariantId};

use super::collect::{Page, Staged, What};
use super::ground::Ground;
use super::missing::missing;
use super::of_product::{of_gone, of_product};
use super::of_variant::{self, Sold, of_origin};
use super::reason::Reason;
use super::units::unit;
use crate::products::options::ProductStatus;
use crate::products::staged::{product, variant};
use crate::shops::options::RemoveAction;

/// What has to be told of a product.
#[derive(Clone, Debug)]
pub(super) struct Plan {
    pub product_id: i64,
    /// What people call it.
    pub title: String,
    /// What is changed of the product, and what it is then.
    pub product: Option<(ProductInput, product::Model)>,
    /// What is changed of its variants.
    pub variants: Vec<Changed>,
    /// The variants that are added.
    pub missing: Vec<Changed>,
    /// What is left out, and why.
    pub reasons: Vec<Reason>,
}

/// What is told of a variant, and what it is when Shopify has confirmed it.
#[derive(Clone, Debug)]
pub(crate) struct Changed {
    pub input: VariantInput,
    pub then: variant::Model,
}

impl Plan {
    /// Whether there is nothing to tell Shopify.
    pub(super) fn is_silent(&self) -> bool {
        self.product.is_none() && self.variants.is_empty() && self.missing.is_empty()
    }
}

/// Plans a product of a page.
pub(super) fn plan(ground: &Ground, what: What, page: &Page, staged: &Staged) -> Plan {
    let title = staged.product.as_ref().map(|product| product.title.clone());
    let mut plan = Plan {
        product_id: staged.product_id,
        title: title.or_else(|| staged.variants.first().map(|variant| variant.title.clone())).unwrap_or_default(),
        product: None,
        variants: Vec::new(),
        missing: Vec::new(),
        reasons: Vec::new(),
    };
    let item = match &staged.product {
        Some(product) if !product.item_number.is_blank() => match page.shelf.item(&product.item_number) {
            Some(item) => Some((product, item)),
            None => {
                plan.reasons.push(Reason::Gone(format!("item {}", product.item_number)));
                plan.product = of_gone(ground, product).filter(|_| what == What::Everything);
                return plan;
            }
        },
        _ => None,
    };
    if let Some((product, item)) = item
        && let Some(reason) = gate(ground, product, item)
    {
        plan.reasons.push(reason);
        return plan;
    }
    if what == What::Everything
        && let Some((product, item)) = item
    {
        plan.product = of_product(ground, product, item, page.shelf.texts(&item.number));
    }
    for variant in staged.variants.iter().filter(|variant| !variant.item_number.is_blank()) {
        plan_variant(ground, what, page, variant, &mut plan);
    }
    if what == What::Everything
        && let Some((product, item)) = item
    {
        missing(ground, page, staged, product, item, &mut plan);
    }
    plan
}

/// Why a product of a blocked item is left as it is. One whose status is to become another is not.
fn gate(ground: &Ground, product: &product::Model, item: &items::Model) -> Option<Reason> {
    let number = || item.number.to_string();
    match (item.blocked, ground.shop.action_for_removed_products_and_blocked_items, product.status) {
        (false, ..) => None,
        (true, RemoveAction::Blank, _) => Some(Reason::ItemBlocked(number())),
        (true, RemoveAction::Archive, ProductStatus::Archived) => Some(Reason::ProductArchived(number())),
        (true, RemoveAction::Draft, ProductStatus::Draft) => Some(Reason::ProductDraft(number())),
        (true, ..) => None,
    }
}

fn plan_variant(ground: &Ground, what: What, page: &Page, staged: &variant::Model, plan: &mut Plan) {
    let (number, code) = (&staged.item_number, &staged.variant_code);
    let Some(item) = page.shelf.item(number) else {
        plan.reasons.push(Reason::Gone(format!("item {number}")));
        return;
    };
    let of_item = page.shelf.variant(number, code);
    if of_item.is_none() && !code.is_blank() {
        plan.reasons.push(Reason::Gone(format!("variant {code} of item {number}")));
        return;
    }
    let unit = match unit(staged, &page.shelf) {
        Ok(unit) => unit,
        Err(reason) => {
            plan.reasons.push(reason);
            return;
        }
    };
    let is_priced = what == What::OnlyPrices || ground.shop.sync_prices;
    let offer = if !is_priced {
        None
    } else if item.blocked || item.sales_blocked {
        plan.reasons.push(Reason::PriceOfBlockedItem(number.to_string()));
        None
    } else if of_item.is_some_and(|variant| variant.blocked || variant.sales_blocked) {
        plan.reasons.push(Reason::PriceOfBlockedVariant { item: number.to_string(), variant: code.to_string() });
        None
    } else {
        let offer = page.offers.of(&(number.clone(), code.clone(), unit.clone()));
        offer.map_err(|why| plan.reasons.push(Reason::NoPrice { item: number.to_string(), why })).ok()
    };
    if what == What::Everything {
        plan.reasons.extend(of_origin(ground, item));
    }
    let sold = Sold { item, unit: &unit, offer };
    let changed = match what {
        What::OnlyPrices => of_variant::prices(staged, &sold),
        What::Everything => of_variant::everything(ground, &page.shelf, staged, &sold),
    };
    plan.variants.extend(changed);
}

/// The global id of a product.
pub(crate) fn product_gid(id: i64) -> String {
    ProductId::new(u64::try_from(id).unwrap_or_default()).to_string()
}

/// The global id of a variant.
pub(super) fn variant_gid(id: i64) -> String {
    ProductVariantId::new(u64::try_from(id).unwrap_or_default()).to_string()
}
