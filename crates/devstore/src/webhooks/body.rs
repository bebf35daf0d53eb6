use chrono::{DateTime, SecondsFormat, Utc};
use rust_decimal::Decimal;
use serde_json::{Value, json};

use crate::store::customer::Customer;
use crate::store::draft::Draft;
use crate::store::order::{Line, Order};
use crate::store::product::Product;
use crate::store::transaction::Transaction;
use crate::store::{Happened, State, Topic};

/// The payload of what happened: the object in the form of Shopify's older interface, as far as a receiver needs it to
/// know what to read anew.
pub(super) fn payload(state: &State, happened: &Happened) -> Option<Value> {
    let writer = Writer { state };
    match happened.topic.kind() {
        "Order" => state.orders.get(&happened.id).map(|order| writer.order(order)),
        "Customer" => state.customers.get(&happened.id).map(|customer| writer.customer(customer)),
        "DraftOrder" | "Product" if matches!(happened.topic, Topic::DraftOrdersDelete | Topic::ProductsDelete) => {
            Some(json!({ "id": happened.id }))
        }
        "DraftOrder" => state.drafts.get(&happened.id).map(|draft| writer.draft(draft)),
        "Product" => state.products.get(&happened.id).map(|product| writer.product(product)),
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
        let variant = |variant: &crate::store::product::Variant| {
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
