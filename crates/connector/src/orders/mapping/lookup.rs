use std::collections::{HashMap, HashSet};

use back_office::customers::{self, Contacts};
use database::{Tx, upsert_many};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, IntoActiveModel, QueryFilter, QuerySelect};
use values::Code;

use super::bill_to::Namesakes;
use super::person::Person;
use super::{Ground, buyer, item};
use crate::customers::staged::{self, Whole, address, customer};
use crate::links::{self, company, company_location, variant};
use crate::orders::staged::{Sale, line};
use crate::products::mapping::{Catalogue, Keys, Match, Subject, Unit, find, is_choice, put};
use crate::{Error, shops};

/// What a batch of orders may be mapped to, read in a few statements, with what the mapping learns.
#[derive(Debug, Default)]
pub struct Lookup {
    variants: HashMap<i64, variant::Model>,
    customers: HashMap<i64, Whole>,
    companies: HashMap<i64, company::Model>,
    company_locations: HashMap<i64, company_location::Model>,
    items: Catalogue,
    product_items: HashMap<i64, Code<20>>,
    known_customers: HashSet<Code<20>>,
    contacts: Contacts,
    namesakes: Namesakes,
    learnt_variants: HashSet<i64>,
    learnt_customers: HashSet<i64>,
    learnt_addresses: HashSet<i64>,
}

impl Lookup {
    /// What `sales` may be mapped to.
    pub async fn read(connection: &impl ConnectionTrait, ground: &Ground, sales: &[Sale]) -> Result<Self, Error> {
        let lines = || sales.iter().flat_map(|sale| &sale.lines);
        let variant_ids = lines().map(|line| line.shopify_variant_id).filter(|id| *id != 0).collect();
        let customer_ids: HashSet<i64> =
            sales.iter().map(|sale| sale.order.customer_id).filter(|id| *id != 0).collect();
        let customer_ids: Vec<i64> = customer_ids.into_iter().collect();
        let variants = links::variants(connection, &ground.shop.code, variant_ids).await?;
        let store = ground.shop.domain.as_str();
        let customers = staged::by_ids(connection, store, &customer_ids).await?;
        let customers: HashMap<i64, Whole> =
            customers.into_iter().map(|whole| (whole.customer.shopify_customer_id, whole)).collect();
        let buyers = sales.iter().map(|sale| &sale.order).filter(|order| order.b2b);
        let companies =
            links::companies(connection, store, buyers.clone().map(|order| order.company_id).collect()).await?;
        let locations = buyers.map(|order| order.company_location_id).collect();
        let company_locations = links::company_locations(connection, store, locations).await?;

        let product_ids = variants.values().map(|link| link.shopify_product_id).filter(|id| *id != 0).collect();
        let product_items = links::product_items(connection, &ground.shop.code, product_ids).await?;
        let known = Self { variants, product_items, ..Self::default() };
        let mut keys = Keys::of(&ground.shop, lines().map(|line| known.subject(line)));
        lines().for_each(|line| item::add_keys(&ground.shop, line, &mut keys));
        known.variants.values().for_each(|link| keys.number(&link.item_number));
        let items = Catalogue::read(connection, &keys).await?;

        let mut wanted: HashSet<Code<20>> =
            customers.values().map(|whole| whole.customer.customer_number.clone()).collect();
        let addresses = customers.values().flat_map(|whole| &whole.addresses);
        wanted.extend(addresses.map(|address| address.customer_number.clone()));
        wanted.extend(ground.mappings.customers.default_customers().cloned());
        wanted.extend(
            sales.iter().flat_map(|sale| {
                [sale.order.sell_to_customer_number.clone(), sale.order.bill_to_customer_number.clone()]
            }),
        );
        wanted.extend(companies.values().map(|link| link.customer_number.clone()));
        wanted.extend(
            company_locations
                .values()
                .flat_map(|link| [link.sell_to_customer_number.clone(), link.bill_to_customer_number.clone()]),
        );
        wanted.insert(ground.shop.default_customer_number.clone());
        wanted.insert(ground.shop.default_company_number.clone());
        wanted.retain(|number| !number.is_blank());
        let known_customers = read_customers(connection, wanted).await?;
        let unlinked = sales.iter().filter_map(|sale| {
            let link = customers.get(&sale.order.customer_id).map(|whole| &whole.customer);
            let is_known = link.is_some_and(|link| known_customers.contains(&link.customer_number));
            (!is_known).then(|| buyer::email_and_phone(&sale.order, link))
        });
        let contacts = Contacts::read(connection, unlinked).await?;
        let namesakes = Namesakes::read(connection, ground, sales).await?;
        Ok(Self { customers, companies, company_locations, items, known_customers, contacts, namesakes, ..known })
    }

    /// Writes back what the mapping has learnt.
    pub async fn save(&self, tx: &Tx) -> Result<(), Error> {
        let variants = self.learnt_variants.iter().filter_map(|id| self.variants.get(id));
        let variants: Vec<_> = variants.cloned().map(IntoActiveModel::into_active_model).collect();
        let of_variant = [variant::Column::ItemNumber, variant::Column::VariantCode, variant::Column::MappedByItem];
        upsert_many(tx, variants, &[variant::Column::Id], &of_variant).await?;
        let customers = self.learnt_customers.iter().filter_map(|id| self.customers.get(id));
        let customers: Vec<_> = customers.map(|whole| whole.customer.clone().into_active_model()).collect();
        upsert_many(tx, customers, &[customer::Column::Id], &[customer::Column::CustomerNumber]).await?;
        let addresses = self.customers.values().flat_map(|whole| &whole.addresses);
        let addresses = addresses.filter(|address| self.learnt_addresses.contains(&address.shopify_address_id));
        let addresses: Vec<_> = addresses.map(|address| address.clone().into_active_model()).collect();
        upsert_many(tx, addresses, &[address::Column::Id], &[address::Column::CustomerNumber]).await?;
        Ok(())
    }

    /// Whether the back office has that item.
    pub fn has_item(&self, number: &Code<20>) -> bool {
        self.items.has_item(number)
    }

    /// The item that a line is, if one is found.
    pub fn find_item(&self, shop: &shops::Model, line: &line::Model) -> Option<Match> {
        find(shop, &self.subject(line), &self.items).or_else(|| item::by_sku(shop, line, &self.items))
    }

    /// What is known of the variant of a line.
    fn subject<'a>(&'a self, line: &'a line::Model) -> Subject<'a> {
        static NONE: Code<20> = Code::blank();
        let link = self.variants.get(&line.shopify_variant_id);
        let product_item = self.product_items.get(&line.shopify_product_id);
        Subject {
            sku: &line.sku,
            barcode: link.map_or("", |link| &link.barcode),
            vendor: &line.vendor,
            has_variants: is_choice(&line.variant_description),
            unit: link.and_then(Unit::of),
            item: product_item.unwrap_or(&NONE),
        }
    }

    /// The item to which a variant is linked.
    pub fn linked_item(&self, variant_id: i64) -> Option<(Code<20>, Code<10>)> {
        let link = self.variants.get(&variant_id).filter(|link| !link.item_number.is_blank())?;
        Some((link.item_number.clone(), link.variant_code.clone()))
    }

    /// Links a variant to its item.
    pub fn link_item(&mut self, variant_id: i64, found: Match) {
        if let Some(link) = self.variants.get_mut(&variant_id) {
            put(link, found);
            self.learnt_variants.insert(variant_id);
        }
    }

    /// The customer of Shopify.
    pub fn customer(&self, shopify_id: i64) -> Option<&customer::Model> {
        self.customers.get(&shopify_id).map(|whole| &whole.customer)
    }

    /// The customer of Shopify with its addresses, as far as these were read.
    pub fn whole(&self, shopify_id: i64) -> Option<&Whole> {
        self.customers.get(&shopify_id)
    }

    /// The company of Shopify.
    pub fn company(&self, shopify_id: i64) -> Option<&company::Model> {
        self.companies.get(&shopify_id)
    }

    /// The location of a company of Shopify.
    pub fn company_location(&self, shopify_id: i64) -> Option<&company_location::Model> {
        self.company_locations.get(&shopify_id)
    }

    /// Whether the back office has that customer.
    pub fn has_customer(&self, number: &Code<20>) -> bool {
        self.known_customers.contains(number)
    }

    /// Remembers a customer that was made.
    pub fn know(&mut self, customer: &customers::Model) {
        self.contacts.remember(customer);
        self.namesakes.remember(customer.clone());
        self.known_customers.insert(customer.number.clone());
    }

    /// The customer with that e-mail address or phone number.
    pub fn customer_of_contact(&self, email: &str, phone: &str) -> Option<&Code<20>> {
        self.contacts.find(email, phone)
    }

    /// The customer with exactly that name and address.
    pub(super) fn customer_of_address(&self, ground: &Ground, person: &Person<'_>) -> Option<&Code<20>> {
        self.namesakes.identical(ground, person)
    }

    /// Takes up a customer that was made of a buyer.
    pub fn take_up(&mut self, shopify_id: i64, customer: &customers::Model) {
        self.know(customer);
        self.link_customer(shopify_id, &customer.number);
    }

    /// Links a customer of Shopify to a customer, which is known from now on.
    pub fn link_customer(&mut self, shopify_id: i64, number: &Code<20>) {
        self.known_customers.insert(number.clone());
        let link = self.customers.get_mut(&shopify_id).map(|whole| &mut whole.customer);
        if let Some(link) = link.filter(|link| link.customer_number != *number) {
            link.customer_number = number.clone();
            self.learnt_customers.insert(shopify_id);
        }
    }

    /// Links an address of a customer of Shopify to a customer, which is known from now on.
    pub fn link_address(&mut self, shopify_id: i64, address_id: i64, number: &Code<20>) {
        self.known_customers.insert(number.clone());
        let addresses = self.customers.get_mut(&shopify_id).map(|whole| &mut whole.addresses);
        let mut address = addresses.into_iter().flatten().filter(|address| address.shopify_address_id == address_id);
        if let Some(address) = address.next() {
            address.customer_number = number.clone();
            self.learnt_addresses.insert(address_id);
        }
    }
}

async fn read_customers(
    connection: &impl ConnectionTrait,
    numbers: HashSet<Code<20>>,
) -> Result<HashSet<Code<20>>, Error> {
    use back_office::customers::{Column, Entity};
    if numbers.is_empty() {
        return Ok(HashSet::new());
    }
    let found: Vec<Code<20>> = Entity::find()
        .select_only()
        .column(Column::Number)
        .filter(Column::Number.is_in(numbers))
        .into_tuple()
        .all(connection)
        .await?;
    Ok(found.into_iter().collect())
}
