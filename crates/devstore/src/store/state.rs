use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use super::customer::Customer;
use super::ids::Ids;
use super::order::Order;
use super::product::{Product, Variant};
use super::shop::Shop;

/// Everything one store holds. Records are shared: a snapshot copies pointers.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct State {
    pub shop: Shop,
    pub ids: Ids,
    pub next_order_number: u64,
    pub products: BTreeMap<u64, Arc<Product>>,
    pub customers: BTreeMap<u64, Arc<Customer>>,
    pub orders: BTreeMap<u64, Arc<Order>>,
    variants: HashMap<u64, u64>,
    emails: HashMap<String, u64>,
    phones: HashMap<String, u64>,
}

impl State {
    /// An empty store.
    pub(crate) fn new(domain: &str, now: DateTime<Utc>) -> Self {
        Self {
            shop: Shop::new(domain, now),
            ids: Ids::starting_at(8_765_432_100_352),
            next_order_number: 1001,
            products: BTreeMap::new(),
            customers: BTreeMap::new(),
            orders: BTreeMap::new(),
            variants: HashMap::new(),
            emails: HashMap::new(),
            phones: HashMap::new(),
        }
    }

    pub(crate) fn put_product(&mut self, product: Product) -> Arc<Product> {
        let id = product.id;
        if self.products.contains_key(&id) {
            self.variants.retain(|_, owner| *owner != id);
        }
        self.variants.extend(product.variants.iter().map(|variant| (variant.id, id)));
        let product = Arc::new(product);
        self.products.insert(id, Arc::clone(&product));
        product
    }

    pub(crate) fn put_customer(&mut self, customer: Customer) -> Arc<Customer> {
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

    pub(crate) fn put_order(&mut self, order: Order) -> Arc<Order> {
        let order = Arc::new(order);
        self.orders.insert(order.id, Arc::clone(&order));
        order
    }

    /// The product that has this variant.
    pub(crate) fn product_of_variant(&self, variant: u64) -> Option<&Arc<Product>> {
        self.products.get(self.variants.get(&variant)?)
    }

    pub(crate) fn variant(&self, id: u64) -> Option<(&Arc<Product>, &Variant)> {
        let product = self.product_of_variant(id)?;
        Some((product, product.variant(id)?))
    }

    pub(crate) fn customer_by_email(&self, email: &str) -> Option<&Arc<Customer>> {
        self.customers.get(self.emails.get(&email.to_lowercase())?)
    }

    pub(crate) fn customer_by_phone(&self, phone: &str) -> Option<&Arc<Customer>> {
        self.customers.get(self.phones.get(phone)?)
    }
}
