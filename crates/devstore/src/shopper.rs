//! People who buy: what no mutation of an app makes, and what happens while an app is at something else.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};
use shopify_schema::gid::Gid;

use crate::devstore::{Devstore, Store, lock};
use crate::handle::PlacedOrder;
use crate::mutate::{InventoryBehaviour, LineInput, OrderInput, TaxLineInput, TransactionInput, order_create};
use crate::store::product::Variant;
use crate::store::{Shop, State};
use crate::{Error, Handle};

/// What a shopper buys.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default, deny_unknown_fields)]
pub struct Purchase {
    /// The store; the first one when none is named.
    pub store: Option<String>,
    /// The variant or its inventory item by its global id, or its SKU.
    pub item: Option<String>,
    /// The location that it is sent from, by its global id; the store finds one when none is named.
    pub location: Option<String>,
    /// How many pieces.
    pub quantity: u32,
}

impl Default for Purchase {
    fn default() -> Self {
        Self { store: None, item: None, location: None, quantity: 1 }
    }
}

impl Purchase {
    /// One piece of this: a variant or its inventory item by its global id, or a SKU.
    pub fn of(item: impl Into<String>) -> Self {
        Self { item: Some(item.into()), ..Self::default() }
    }
}

impl Handle {
    /// A shopper buys something now, and pays. As in the online store, what is sold out is not sold, unless the variant
    /// is sold on when it is.
    ///
    /// # Errors
    /// [`Error::UnknownStore`]; [`Error::Value`] for an item or a location that is not there; [`Error::Rule`] for what is
    /// sold out.
    pub fn buy(&self, purchase: &Purchase) -> Result<PlacedOrder, Error> {
        buy(self.devstore(), self.store(purchase.store.as_deref())?, purchase)
    }
}

/// Lets a shopper buy who was to buy before the next request of this operation. A purchase that names nothing is of the
/// first row that the request is about to write.
pub(crate) fn before(devstore: &Devstore, store: &Store, names: &[&str], variables: Option<&Map<String, Value>>) {
    let planned = lock(&devstore.0.faults).purchase(names);
    let Some(mut purchase) = planned else { return };
    if purchase.item.is_none()
        && let Some((item, location)) = variables.into_iter().flat_map(Map::values).find_map(first_row)
    {
        purchase.item = Some(item);
        purchase.location = purchase.location.or(location);
    }
    if let Err(error) = buy(devstore, store, &purchase) {
        tracing::info!(%error, "a shopper goes without");
    }
}

/// The item and the location of the first row that names an inventory item.
fn first_row(value: &Value) -> Option<(String, Option<String>)> {
    match value {
        Value::Object(object) => match object.get("inventoryItemId").and_then(Value::as_str) {
            Some(item) => {
                let location = object.get("locationId").and_then(Value::as_str).map(str::to_owned);
                Some((item.to_owned(), location))
            }
            None => object.values().find_map(first_row),
        },
        Value::Array(items) => items.iter().find_map(first_row),
        _ => None,
    }
}

fn buy(devstore: &Devstore, store: &Store, purchase: &Purchase) -> Result<PlacedOrder, Error> {
    let now = devstore.now();
    devstore.alter(store, now, |state| {
        let input = order(state, purchase)?;
        place(state, input, now)
    })
}

fn place(state: &mut State, input: OrderInput, now: DateTime<Utc>) -> Result<PlacedOrder, Error> {
    let behaviour = InventoryBehaviour::DecrementObeyingPolicy;
    let order = order_create(state, input, behaviour, now).map_err(Error::rule)?;
    Ok(PlacedOrder::of(&order))
}

/// The order that the purchase becomes.
fn order(state: &State, purchase: &Purchase) -> Result<OrderInput, Error> {
    if purchase.quantity == 0 {
        return Err(Error::Value("nobody buys 0 pieces: give a quantity of 1 or more".to_owned()));
    }
    let variant = variant(state, purchase)?;
    let sends_from = purchase.location.as_deref().map(|id| location(state, variant, id, purchase)).transpose()?;
    let taxes = Shop::taxes(None).into_iter().map(|tax| TaxLineInput {
        title: tax.title,
        rate: tax.rate,
        price_set: None,
        channel_liable: tax.channel_liable,
    });
    let line = LineInput {
        variant_id: Some(format!("gid://shopify/ProductVariant/{}", variant.id)),
        quantity: i64::from(purchase.quantity),
        tax_lines: Some(taxes.collect()),
        ..LineInput::default()
    };
    // What is paid is what it costs, which is known when the order is.
    let payment =
        TransactionInput { gateway: Some("vipps".to_owned()), whole_order: true, ..TransactionInput::default() };
    Ok(OrderInput {
        line_items: Some(vec![line]),
        transactions: Some(vec![payment]),
        currency: Some(state.shop.currency.clone()),
        source_name: Some("web".to_owned()),
        taxes_included: state.shop.taxes_included,
        sends_from,
        ..OrderInput::default()
    })
}

fn variant<'s>(state: &'s State, purchase: &Purchase) -> Result<&'s Variant, Error> {
    let Some(item) = &purchase.item else {
        let text = "there is nothing to buy: give the item, a variant or an inventory item by its global id, or a SKU";
        return Err(Error::Value(text.to_owned()));
    };
    let found = match item.parse::<Gid>() {
        Ok(gid) if gid.kind() == "InventoryItem" => state.variant_of_item(gid.number()),
        Ok(gid) if gid.kind() == "ProductVariant" => state.variant(gid.number()),
        Ok(_) => None,
        Err(_) => {
            let mut variants =
                state.products.values().flat_map(|product| product.variants.iter().map(move |v| (product, v)));
            variants.find(|(_, variant)| variant.sku.as_ref() == Some(item))
        }
    };
    let missing = || {
        Error::Value(format!(
            "there is no item '{item}' in the store: give a variant or an inventory item by its global id, or a SKU"
        ))
    };
    found.map(|(_, variant)| variant).ok_or_else(missing)
}

/// The location that is named, when it can send what is bought.
fn location(state: &State, variant: &Variant, id: &str, purchase: &Purchase) -> Result<u64, Error> {
    let number = id.parse::<Gid>().ok().filter(|gid| gid.kind() == "Location").map(|gid| gid.number());
    let Some(location) = number.filter(|id| state.has_active_location(*id)) else {
        return Err(Error::Value(format!("there is no active location '{id}': give the global id of one")));
    };
    let Some(level) = variant.stock.get(&location).filter(|level| level.active) else {
        return Err(Error::Rule(format!("the item is not sold at the location '{id}'")));
    };
    let enough = level.for_sale() >= i64::from(purchase.quantity);
    if variant.tracked && variant.inventory_policy == "DENY" && !enough {
        let left = level.for_sale();
        return Err(Error::Rule(format!("{left} are left at the location '{id}', and more were wanted")));
    }
    Ok(location)
}
