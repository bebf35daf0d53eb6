use anyhow::Result;
use back_office::customers::{self, NewCustomer, template};
use back_office::items::{self, ItemType, NewItem};
use database::Db;
use devstore::{CatalogItem, DemoCustomer};
use runtime::{Clock, Random};
use values::Code;
use values::money::Price;

use super::SEED;

/// Gives the back office the items that the demo's store sells and the first `count` customers who buy there, so that
/// every order finds its own.
///
/// # Errors
/// When such an item is there already.
pub async fn stock(db: &Db, clock: &Clock, random: &Random, count: usize) -> Result<()> {
    let items = &devstore::catalog().iter().map(item).collect::<Result<Vec<_>>>()?;
    let customers = &devstore::customers(count, SEED);
    let now = clock.now();
    let write = |tx| async move {
        items::create_many(&tx, items, now, random).await?;
        let template = template::find(&tx, &Code::cut("DOMESTIC")).await?;
        for customer in customers {
            customers::create(&tx, &new_customer(customer), &template, now, random).await?;
        }
        Ok::<_, back_office::Error>(())
    };
    Ok(db.write(write).await?)
}

fn item(sold: &CatalogItem) -> Result<NewItem> {
    Ok(NewItem {
        number: Code::new(&sold.number)?,
        description: sold.description(),
        item_type: ItemType::Inventory,
        gtin: sold.gtin.clone(),
        unit_price: Price::new(sold.price)?,
        price_includes_vat: true,
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
