use anyhow::Result;
use back_office::customers::{self, NewCustomer, template};
use back_office::items::{self, ItemType, NewItem};
use chrono::{DateTime, Utc};
use database::Tx;
use devstore::{CatalogItem, DemoCustomer};
use runtime::Random;
use values::Code;
use values::money::Price;

use super::SEED;

/// How many customers a company of one's own is given: those of a shop of 2,000 orders.
const CUSTOMERS: usize = 500;

/// The items that the demo's store sells and the customers who buy there, so that every order finds its own.
#[derive(Clone, Debug)]
pub struct Goods {
    items: Vec<NewItem>,
    customers: Vec<NewCustomer>,
}

impl Goods {
    /// All items, and the first `customers` customers.
    ///
    /// # Errors
    /// When the demo's own records are none that the back office takes.
    pub fn with(customers: usize) -> Result<Self> {
        let items = devstore::catalog().iter().map(item).collect::<Result<Vec<_>>>()?;
        Ok(Self { items, customers: devstore::customers(customers, SEED).iter().map(new_customer).collect() })
    }

    /// Those to play with in a company of one's own.
    ///
    /// # Errors
    /// As [`Goods::with`].
    pub fn of_a_company() -> Result<Self> {
        Self::with(CUSTOMERS)
    }

    /// Gives them to the back office.
    ///
    /// # Errors
    /// When such an item is there already.
    pub async fn put(&self, tx: &Tx, now: DateTime<Utc>, random: &Random) -> back_office::Result<()> {
        items::create_many(tx, &self.items, now, random).await?;
        let template = template::find(tx, &Code::cut("DOMESTIC")).await?;
        for customer in &self.customers {
            customers::create(tx, customer, &template, now, random).await?;
        }
        Ok(())
    }
}

fn item(sold: &CatalogItem) -> Result<NewItem> {
    Ok(NewItem {
        number: Code::new(&sold.number)?,
        description: sold.description(),
        item_type: ItemType::Inventory,
        template_code: Code::blank(),
        gtin: sold.gtin.clone(),
        unit_price: Price::new(sold.price)?,
        price_includes_vat: Some(true),
        unit_of_measure_code: Code::cut("PCS"),
        vat_product_posting_group: Code::cut("HIGH"),
    })
}

fn new_customer(customer: &DemoCustomer) -> NewCustomer {
    NewCustomer {
        name: customer.name(),
        address: customer.address.clone(),
        post_code: customer.post_code.clone(),
        city: customer.city.clone(),
        country_region_code: Code::cut(&customer.country_code),
        phone_number: customer.phone.clone(),
        email: customer.email.clone(),
        ..NewCustomer::default()
    }
}
