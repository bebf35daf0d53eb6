use std::collections::{BTreeMap, HashMap, HashSet};
use std::sync::Arc;

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use super::attempt::Attempt;
use super::bulk::BulkOperation;
use super::catalog::Catalog;
use super::company::Company;
use super::customer::Customer;
use super::draft::Draft;
use super::edit::Edit;
use super::happened::{self, Happened, Topic};
use super::ids::Ids;
use super::location::Location;
use super::market::Market;
use super::media::Media;
use super::new_variants::NewVariants;
use super::operation::ProductOperation;
use super::order::Order;
use super::payments::Payments;
use super::price_list::PriceList;
use super::product::{Product, Variant};
use super::publication::Publication;
use super::shop::Shop;
use super::staff::StaffMember;
use super::stock;
use super::upload::Upload;
use super::webhook::{Delivery, Webhook};

/// Everything one store holds. Records are shared: a snapshot copies pointers.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct State {
    pub shop: Shop,
    pub ids: Ids,
    pub next_order_number: u64,
    #[serde(default = "first")]
    pub next_draft_number: u64,
    /// The first one is the shop's own.
    pub locations: Vec<Location>,
    #[serde(default)]
    pub staff: Vec<StaffMember>,
    pub products: BTreeMap<u64, Arc<Product>>,
    pub customers: BTreeMap<u64, Arc<Customer>>,
    pub orders: BTreeMap<u64, Arc<Order>>,
    #[serde(default)]
    pub payments: Payments,
    #[serde(default)]
    pub drafts: BTreeMap<u64, Arc<Draft>>,
    #[serde(default)]
    pub media: BTreeMap<u64, Arc<Media>>,
    #[serde(default = "Publication::of_channels")]
    pub publications: BTreeMap<u64, Arc<Publication>>,
    #[serde(default = "Catalog::of_channels")]
    pub catalogs: BTreeMap<u64, Arc<Catalog>>,
    #[serde(default)]
    pub price_lists: BTreeMap<u64, Arc<PriceList>>,
    #[serde(default)]
    pub companies: BTreeMap<u64, Arc<Company>>,
    #[serde(default = "Market::home")]
    pub markets: BTreeMap<u64, Arc<Market>>,
    #[serde(skip)]
    pub operations: BTreeMap<u64, Arc<ProductOperation>>,
    #[serde(default)]
    pub bulk: BTreeMap<u64, Arc<BulkOperation>>,
    #[serde(default)]
    pub uploads: BTreeMap<String, Arc<Upload>>,
    #[serde(default)]
    pub webhooks: BTreeMap<u64, Arc<Webhook>>,
    #[serde(default)]
    pub deliveries: BTreeMap<u64, Arc<Delivery>>,
    /// What was done under the idempotency keys that are still known.
    #[serde(default)]
    pub attempts: HashMap<String, Attempt>,
    #[serde(default)]
    pub new_variants: NewVariants,
    /// Edits of orders that are not committed.
    pub edits: BTreeMap<u64, Arc<Edit>>,
    /// Jobs, and when each is done.
    pub jobs: BTreeMap<u64, DateTime<Utc>>,
    /// The product of a handle.
    #[serde(skip)]
    handles: HashMap<String, u64>,
    variants: HashMap<u64, u64>,
    /// The variant of an inventory item.
    items: HashMap<u64, u64>,
    emails: HashMap<String, u64>,
    phones: HashMap<String, u64>,
    /// The order that a part of it belongs to, by the part's id.
    owners: HashMap<u64, u64>,
    /// What happened and was not yet told.
    #[serde(skip)]
    happened: Vec<Happened>,
}

/// The number of the first draft.
const fn first() -> u64 {
    1
}

impl State {
    /// An empty store.
    pub(crate) fn new(domain: &str, now: DateTime<Utc>) -> Self {
        let shop = Shop::new(domain, now);
        Self {
            locations: vec![Location::first(shop.location_id, now)],
            staff: Vec::new(),
            shop,
            payments: Payments::new(domain, now),
            ids: Ids::of_store(domain),
            next_order_number: 1001,
            next_draft_number: first(),
            products: BTreeMap::new(),
            customers: BTreeMap::new(),
            orders: BTreeMap::new(),
            drafts: BTreeMap::new(),
            media: BTreeMap::new(),
            publications: Publication::of_channels(),
            catalogs: Catalog::of_channels(),
            price_lists: BTreeMap::new(),
            companies: BTreeMap::new(),
            markets: Market::home(),
            operations: BTreeMap::new(),
            bulk: BTreeMap::new(),
            uploads: BTreeMap::new(),
            webhooks: BTreeMap::new(),
            deliveries: BTreeMap::new(),
            attempts: HashMap::new(),
            new_variants: NewVariants::default(),
            edits: BTreeMap::new(),
            jobs: BTreeMap::new(),
            handles: HashMap::new(),
            variants: HashMap::new(),
            items: HashMap::new(),
            emails: HashMap::new(),
            phones: HashMap::new(),
            owners: HashMap::new(),
            happened: Vec::new(),
        }
    }

    pub(crate) fn put_product(&mut self, product: Product) -> Arc<Product> {
        let id = product.id;
        let old = self.products.get(&id).map(Arc::clone);
        let topic = if old.is_some() { Topic::ProductsUpdate } else { Topic::ProductsCreate };
        self.note(topic, id);
        let known = old.as_deref().map(|old| old.variants.as_slice()).unwrap_or_default();
        self.note_all(stock::to_variants(known, &product.variants));
        let kept: HashSet<u64> = product.variants.iter().map(|variant| variant.id).collect();
        self.forget_variants(id, |old| !kept.contains(&old));
        if let Some(old) = self.products.get(&id).filter(|old| old.handle != product.handle) {
            self.handles.remove(&old.handle);
        }
        self.handles.insert(product.handle.clone(), id);
        if topic == Topic::ProductsCreate {
            for publication in self.publications.values_mut().filter(|publication| publication.auto_publish) {
                Arc::make_mut(publication).products.insert(id, product.created_at);
            }
        }
        self.variants.extend(product.variants.iter().map(|variant| (variant.id, id)));
        self.items.extend(product.variants.iter().map(|variant| (variant.inventory_item_id, variant.id)));
        let product = Arc::new(product);
        self.products.insert(id, Arc::clone(&product));
        product
    }

    /// Takes a product out, with its variants and their prices.
    pub(crate) fn delete_product(&mut self, id: u64) {
        self.forget_variants(id, |_| true);
        for publication in self.publications.values_mut().filter(|publication| publication.products.contains_key(&id)) {
            Arc::make_mut(publication).products.remove(&id);
        }
        if let Some(old) = self.products.remove(&id) {
            self.handles.remove(&old.handle);
            self.note_all(stock::to_variants(&old.variants, &[]));
        }
        self.note(Topic::ProductsDelete, id);
    }

    /// Forgets the variants of a product that are gone, and what price lists say of them.
    fn forget_variants(&mut self, product: u64, is_gone: impl Fn(u64) -> bool) {
        let Some(product) = self.products.get(&product) else { return };
        for gone in product.variants.iter().filter(|variant| is_gone(variant.id)) {
            self.variants.remove(&gone.id);
            self.items.remove(&gone.inventory_item_id);
            for list in self.price_lists.values_mut().filter(|list| list.is_about(gone.id)) {
                Arc::make_mut(list).forget(gone.id);
            }
        }
    }

    pub(crate) fn put_customer(&mut self, customer: Customer) -> Arc<Customer> {
        let known = self.customers.contains_key(&customer.id);
        self.note(if known { Topic::CustomersUpdate } else { Topic::CustomersCreate }, customer.id);
        if let Some(old) = self.customers.get(&customer.id) {
            if let Some(email) = old.email.as_ref().filter(|_| old.email != customer.email) {
                self.emails.remove(&email.to_lowercase());
            }
            if let Some(phone) = old.phone.as_ref().filter(|_| old.phone != customer.phone) {
                self.phones.remove(phone);
            }
        }
        if let Some(email) = &customer.email {
            self.emails.insert(email.to_lowercase(), customer.id);
        }
        if let Some(phone) = &customer.phone {
            self.phones.insert(phone.clone(), customer.id);
        }
        let customer = Arc::new(customer);
        self.customers.insert(customer.id, Arc::clone(&customer));
        customer
    }

    /// Takes a customer out.
    pub(crate) fn delete_customer(&mut self, id: u64) {
        let Some(old) = self.customers.remove(&id) else { return };
        if let Some(email) = &old.email {
            self.emails.remove(&email.to_lowercase());
        }
        if let Some(phone) = &old.phone {
            self.phones.remove(phone);
        }
        self.note(Topic::CustomersDelete, id);
    }

    pub(crate) fn put_order(&mut self, order: Order) -> Arc<Order> {
        let old = self.orders.get(&order.id).map(Arc::clone);
        self.happened.extend(happened::to_order(old.as_deref(), &order));
        self.commit(old.as_deref(), &order);
        self.owners.extend(order.part_ids().map(|part| (part, order.id)));
        self.book_payments(&order);
        let order = Arc::new(order);
        self.orders.insert(order.id, Arc::clone(&order));
        order
    }

    pub(crate) fn put_draft(&mut self, draft: Draft) -> Arc<Draft> {
        let known = self.drafts.contains_key(&draft.id);
        self.note(if known { Topic::DraftOrdersUpdate } else { Topic::DraftOrdersCreate }, draft.id);
        let draft = Arc::new(draft);
        self.drafts.insert(draft.id, Arc::clone(&draft));
        draft
    }

    /// Puts an order that was changed now: its totals follow.
    pub(crate) fn put_changed_order(&mut self, mut order: Order, now: DateTime<Utc>) -> Arc<Order> {
        order.updated_at = now;
        order.total();
        self.put_order(order)
    }

    /// The order that has this line, transaction, fulfilment order, parcel, refund or return.
    pub(crate) fn order_of(&self, part: u64) -> Option<&Arc<Order>> {
        self.orders.get(self.owners.get(&part)?)
    }

    /// Notes that something happened which putting a record does not tell by itself.
    pub(crate) fn note(&mut self, topic: Topic, id: u64) {
        self.happened.push(Happened::to(topic, id));
    }

    /// Notes several things that happened at once.
    pub(super) fn note_all(&mut self, happened: Vec<Happened>) {
        self.happened.extend(happened);
    }

    /// Whether nothing has happened since it was last asked what has.
    pub(crate) fn is_quiet(&self) -> bool {
        self.happened.is_empty()
    }

    /// What happened since it was last asked, oldest first.
    pub(crate) fn take_happened(&mut self) -> Vec<Happened> {
        happened::each_once(std::mem::take(&mut self.happened))
    }

    pub(crate) fn put_webhook(&mut self, webhook: Webhook) -> Arc<Webhook> {
        let webhook = Arc::new(webhook);
        self.webhooks.insert(webhook.id, Arc::clone(&webhook));
        webhook
    }

    /// Gives up a delivery, and with it the subscription that asked for it.
    pub(crate) fn end_webhook(&mut self, delivery: &Delivery) {
        self.deliveries.remove(&delivery.id);
        if let Some(subscription) = delivery.subscription {
            self.webhooks.remove(&subscription);
            self.deliveries.retain(|_, other| other.subscription != Some(subscription));
        }
    }

    pub(crate) fn put_bulk(&mut self, bulk: BulkOperation) -> Arc<BulkOperation> {
        let bulk = Arc::new(bulk);
        self.bulk.insert(bulk.id, Arc::clone(&bulk));
        bulk
    }

    /// The state as it is after it was read from a file.
    pub(crate) fn after_restart(&mut self, now: DateTime<Utc>) {
        for bulk in self.bulk.values_mut() {
            Arc::make_mut(bulk).after_restart(now);
        }
        self.handles = self.products.values().map(|product| (product.handle.clone(), product.id)).collect();
    }

    /// The product that has this handle.
    pub(crate) fn product_by_handle(&self, handle: &str) -> Option<&Arc<Product>> {
        self.products.get(self.handles.get(handle)?)
    }

    /// The product that has this variant.
    pub(crate) fn product_of_variant(&self, variant: u64) -> Option<&Arc<Product>> {
        self.products.get(self.variants.get(&variant)?)
    }

    pub(crate) fn variant(&self, id: u64) -> Option<(&Arc<Product>, &Variant)> {
        let product = self.product_of_variant(id)?;
        Some((product, product.variant(id)?))
    }

    /// How many variants there are.
    pub(crate) fn variant_count(&self) -> usize {
        self.variants.len()
    }

    /// How many variants there are that are not in the other.
    pub(super) fn variants_beside(&self, other: &Self) -> usize {
        self.variants.keys().filter(|id| !other.variants.contains_key(id)).count()
    }

    /// The variant of this inventory item, and its product.
    pub(crate) fn variant_of_item(&self, item: u64) -> Option<(&Arc<Product>, &Variant)> {
        self.variant(*self.items.get(&item)?)
    }

    pub(crate) fn customer_by_email(&self, email: &str) -> Option<&Arc<Customer>> {
        self.customers.get(self.emails.get(&email.to_lowercase())?)
    }

    pub(crate) fn customer_by_phone(&self, phone: &str) -> Option<&Arc<Customer>> {
        self.customers.get(self.phones.get(phone)?)
    }
}
