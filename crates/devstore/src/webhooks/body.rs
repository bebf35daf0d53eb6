use chrono::{DateTime, SecondsFormat, Utc};
use rust_decimal::Decimal;
use serde_json::{Value, json};

use crate::resolve::level_id;
use crate::store::customer::Customer;
use crate::store::draft::Draft;
use crate::store::fulfilment::{FulfillmentLine, Tracking};
use crate::store::level::QuantityName;
use crate::store::location::{FulfillmentService, Location};
use crate::store::order::{Line, Order};
use crate::store::payments::Dispute;
use crate::store::product::{Product, Variant};
use crate::store::transaction::Transaction;
use crate::store::{Happened, State, Topic};

/// The payload of what happened: the object in the form of Shopify's older interface, as far as a receiver needs it to
/// know what to read anew.
pub(super) fn payload(state: &State, happened: &Happened) -> Option<Value> {
    let writer = Writer { state };
    match happened.topic.kind() {
        "Order" => state.orders.get(&happened.id).map(|order| writer.order(order)),
        "Customer" | "DraftOrder" | "InventoryItem" | "Product"
            if matches!(
                happened.topic,
                Topic::CustomersDelete | Topic::DraftOrdersDelete | Topic::InventoryItemsDelete | Topic::ProductsDelete
            ) =>
        {
            Some(json!({ "id": happened.id }))
        }
        "Customer" => state.customers.get(&happened.id).map(|customer| writer.customer(customer)),
        "Fulfillment" => state.order_of(happened.id).and_then(|order| writer.parcel(order, happened.id)),
        "FulfillmentOrder" => state.order_of(happened.id).and_then(|order| writer.waiting(order, happened.id)),
        "InventoryItem" => state.variant_of_item(happened.id).map(|(_, variant)| writer.item(variant)),
        "InventoryLevel" => writer.level(happened),
        "Location" => state.location(happened.id).map(|location| writer.location(location)),
        "DraftOrder" => state.drafts.get(&happened.id).map(|draft| writer.draft(draft)),
        "Product" => state.products.get(&happened.id).map(|product| writer.product(product)),
        "ShopifyPaymentsDispute" => state.payments.disputes.get(&happened.id).map(|dispute| writer.dispute(dispute)),
        "OrderTransaction" => {
            let order = state.order_of(happened.id)?;
            Some(writer.transaction(order, order.transaction(happened.id)?))
        }
        kind => Some(json!({ "id": happened.id, "admin_graphql_api_id": gid(kind, happened.id) })),
    }
}

fn gid(kind: &str, id: u64) -> String {
    format!("gid://shopify/{kind}/{id}")
}

fn money(amount: Decimal) -> String {
    format!("{amount:.2}")
}

/// Writes in the time zone of the shop.
struct Writer<'s> {
    state: &'s State,
}

impl Writer<'_> {
    fn time(&self, time: DateTime<Utc>) -> String {
        time.with_timezone(&self.state.shop.time_zone).to_rfc3339_opts(SecondsFormat::Secs, false)
    }

    fn order(&self, order: &Order) -> Value {
        let customer = order.customer_id.and_then(|id| self.state.customers.get(&id));
        json!({
            "id": order.id,
            "admin_graphql_api_id": gid("Order", order.id),
            "name": order.name,
            "order_number": order.number,
            "confirmation_number": order.confirmation_number,
            "email": order.email,
            "phone": order.phone,
            "note": order.note,
            "tags": order.tags.join(", "),
            "test": order.test,
            "source_name": order.source_name,
            "created_at": self.time(order.created_at),
            "updated_at": self.time(order.updated_at),
            "processed_at": self.time(order.processed_at),
            "closed_at": order.closed_at.map(|time| self.time(time)),
            "currency": order.currency,
            "presentment_currency": order.presentment_currency,
            "financial_status": order.financial_status().to_lowercase(),
            "taxes_included": order.taxes_included,
            "total_price": money(order.totals.placed.total.shop),
            "subtotal_price": money(order.totals.placed.subtotal.shop),
            "total_tax": money(order.totals.placed.tax.shop),
            "total_discounts": money(order.totals.placed.discounts.shop),
            "customer": customer.map(|customer| self.customer(customer)),
            "line_items": order.lines.iter().map(|one| line("LineItem", one)).collect::<Vec<_>>(),
        })
    }

    fn draft(&self, draft: &Draft) -> Value {
        let order = &draft.offer.order;
        let customer = order.customer_id.and_then(|id| self.state.customers.get(&id));
        json!({
            "id": draft.id,
            "admin_graphql_api_id": gid("DraftOrder", draft.id),
            "name": draft.name(),
            "status": draft.status().to_lowercase(),
            "order_id": draft.order_id,
            "email": order.email,
            "note": order.note,
            "tags": order.tags.join(", "),
            "created_at": self.time(draft.created_at),
            "updated_at": self.time(draft.updated_at),
            "invoice_sent_at": draft.invoice_sent_at.map(|time| self.time(time)),
            "completed_at": draft.completed_at.map(|time| self.time(time)),
            "currency": order.currency,
            "tax_exempt": order.tax_exempt,
            "taxes_included": order.taxes_included,
            "total_price": money(order.totals.placed.total.shop),
            "subtotal_price": money(order.totals.placed.subtotal.shop),
            "total_tax": money(order.totals.placed.tax.shop),
            "customer": customer.map(|customer| self.customer(customer)),
            "line_items": order.lines.iter().map(|one| line("DraftOrderLineItem", one)).collect::<Vec<_>>(),
        })
    }

    fn customer(&self, customer: &Customer) -> Value {
        json!({
            "id": customer.id,
            "admin_graphql_api_id": gid("Customer", customer.id),
            "email": customer.email,
            "phone": customer.phone,
            "first_name": customer.first_name,
            "last_name": customer.last_name,
            "created_at": self.time(customer.created_at),
            "updated_at": self.time(customer.updated_at),
        })
    }

    fn product(&self, product: &Product) -> Value {
        let variant = |variant: &Variant| {
            json!({
                "id": variant.id,
                "admin_graphql_api_id": gid("ProductVariant", variant.id),
                "product_id": product.id,
                "sku": variant.sku,
                "price": money(variant.price),
            })
        };
        json!({
            "id": product.id,
            "admin_graphql_api_id": gid("Product", product.id),
            "title": product.title,
            "handle": product.handle,
            "vendor": product.vendor,
            "product_type": product.product_type,
            "status": product.status.to_lowercase(),
            "created_at": self.time(product.created_at),
            "updated_at": self.time(product.updated_at),
            "variants": product.variants.iter().map(variant).collect::<Vec<_>>(),
        })
    }

    fn parcel(&self, order: &Order, id: u64) -> Option<Value> {
        let parcel = order.fulfillments.iter().find(|parcel| parcel.id == id)?;
        let first = parcel.tracking.first();
        let service = self.state.location(parcel.location_id).and_then(|location| location.service.as_ref());
        let texts = |get: fn(&Tracking) -> Option<&String>| parcel.tracking.iter().filter_map(get).collect::<Vec<_>>();
        let sent = |sent: &FulfillmentLine| {
            let line = order.lines.iter().find(|line| line.id == sent.line_id)?;
            let mut json = line_item(line);
            json.as_object_mut()?.insert("quantity".to_owned(), sent.quantity.into());
            Some(json)
        };
        Some(json!({
            "id": parcel.id,
            "admin_graphql_api_id": gid("Fulfillment", parcel.id),
            "order_id": order.id,
            "name": parcel.name.replacen("-F", ".", 1),
            "status": if parcel.cancelled { "cancelled" } else { "success" },
            "shipment_status": parcel.events.last().map(|event| event.status.to_lowercase()),
            "location_id": parcel.location_id,
            "service": service.map_or_else(|| FulfillmentService::manual().handle(), FulfillmentService::handle),
            "created_at": self.time(parcel.created_at),
            "updated_at": self.time(parcel.updated_at),
            "tracking_company": first.and_then(|tracking| tracking.company.as_ref()),
            "tracking_number": first.and_then(|tracking| tracking.number.as_ref()),
            "tracking_numbers": texts(|tracking| tracking.number.as_ref()),
            "tracking_url": first.and_then(|tracking| tracking.url.as_ref()),
            "tracking_urls": texts(|tracking| tracking.url.as_ref()),
            "line_items": parcel.lines.iter().filter_map(sent).collect::<Vec<_>>(),
        }))
    }

    fn waiting(&self, order: &Order, id: u64) -> Option<Value> {
        let waiting = order.fulfillment_order(id)?;
        let (own, location) = (gid("FulfillmentOrder", id), gid("Location", waiting.location_id));
        Some(json!({
            "id": id,
            "admin_graphql_api_id": own,
            "fulfillment_order": {
                "id": own,
                "status": waiting.status.name().to_lowercase(),
                "assigned_location_id": location,
                "order_id": gid("Order", order.id),
                "updated_at": self.time(waiting.updated_at),
            },
        }))
    }

    fn item(&self, item: &Variant) -> Value {
        json!({
            "id": item.inventory_item_id,
            "admin_graphql_api_id": gid("InventoryItem", item.inventory_item_id),
            "sku": item.sku,
            "tracked": item.tracked,
            "requires_shipping": item.requires_shipping,
            "cost": item.cost.map(money),
            "country_code_of_origin": item.country_of_origin,
            "province_code_of_origin": item.province_of_origin,
            "harmonized_system_code": item.harmonized_system_code,
            "created_at": self.time(item.created_at),
            "updated_at": self.time(item.item_updated_at()),
        })
    }

    fn level(&self, happened: &Happened) -> Option<Value> {
        let (item, location) = (happened.id, happened.location?);
        if happened.topic == Topic::InventoryLevelsDisconnect {
            return Some(json!({ "inventory_item_id": item, "location_id": location }));
        }
        let level = self.state.variant_of_item(item)?.1.stock.get(&location)?;
        let number = self.state.location(location)?.level_number();
        Some(json!({
            "inventory_item_id": item,
            "location_id": location,
            "available": level.get(QuantityName::Available),
            "updated_at": self.time(level.updated_at),
            "admin_graphql_api_id": level_id(number, item),
        }))
    }

    fn location(&self, location: &Location) -> Value {
        json!({
            "id": location.id,
            "admin_graphql_api_id": gid("Location", location.id),
            "name": location.name,
            "address1": location.address1,
            "address2": location.address2,
            "city": location.city,
            "zip": location.zip,
            "province_code": location.province_code,
            "country_code": location.country_code,
            "phone": location.phone,
            "active": location.active,
            "legacy": location.service.is_some(),
            "created_at": self.time(location.created_at),
            "updated_at": self.time(location.updated_at),
        })
    }

    fn dispute(&self, dispute: &Dispute) -> Value {
        json!({
            "id": dispute.id,
            "order_id": dispute.order,
            "type": dispute.kind.to_lowercase(),
            "amount": money(dispute.amount),
            "currency": dispute.currency,
            "reason": dispute.reason.to_lowercase(),
            "network_reason_code": dispute.network_reason_code,
            "status": dispute.status.to_lowercase(),
            "evidence_due_by": dispute.evidence_due_by.map(|time| self.time(time)),
            "evidence_sent_on": dispute.evidence_sent_on.map(|time| self.time(time)),
            "finalized_on": dispute.finalized_on.map(|time| self.time(time)),
            "initiated_at": self.time(dispute.initiated_at),
        })
    }

    fn transaction(&self, order: &Order, transaction: &Transaction) -> Value {
        json!({
            "id": transaction.id,
            "admin_graphql_api_id": gid("OrderTransaction", transaction.id),
            "order_id": order.id,
            "kind": transaction.kind.to_lowercase(),
            "status": transaction.status.to_lowercase(),
            "gateway": transaction.gateway,
            "amount": money(transaction.amount.shop),
            "currency": order.currency,
            "created_at": self.time(transaction.created_at),
        })
    }
}

fn line_item(one: &Line) -> Value {
    line("LineItem", one)
}

fn line(kind: &str, line: &Line) -> Value {
    json!({
        "id": line.id,
        "admin_graphql_api_id": gid(kind, line.id),
        "title": line.title,
        "sku": line.sku,
        "quantity": line.quantity,
        "price": money(line.unit_price.shop),
        "product_id": line.product_id,
        "variant_id": line.variant_id,
    })
}
