//! The filters of the request page on customers.

use database::Read;
use job_queue::{Context, FilterField, FilterTable, Filters, JobError};
use sea_orm::{ColumnTrait, Condition, EntityTrait, QueryFilter, QuerySelect, QueryTrait};
use values::Filter;
use values::field::Kind;

use crate::customers::staged::address;
use crate::customers::staged::customer::{Column, Entity};
use crate::sync::Chosen;
use crate::{Error, shops};

/// The table's name on the request page.
const TABLE: &str = "ShopifyCustomer";
/// The filters that the request page shows without being asked.
const OFFERED: [&str; 2] = ["shopifyCustomerId", "customerNumber"];
/// The filter that names single customers.
pub(crate) const SHOPIFY_CUSTOMER_ID: &str = "ShopifyCustomer.shopifyCustomerId";
/// The country of a customer, which its default address has.
const COUNTRY: &str = "countryRegionCode";

/// The customers on the request page.
pub(super) fn table() -> FilterTable {
    let (name, caption) = (COUNTRY, "Country/Region Code");
    let country = FilterField { name, own_name: name, caption, kind: Kind::Code, offered: true };
    FilterTable::of::<Entity>(TABLE, &OFFERED).with(country)
}

/// Which customers the filters choose.
#[derive(Clone, Debug)]
pub(super) struct Customers {
    /// By themselves.
    pub chosen: Chosen,
    /// By their countries.
    country: Filter,
}

impl Customers {
    /// What the filters choose.
    ///
    /// # Errors
    /// A filter that can't be read.
    pub fn read(cx: &Context, filters: &Filters) -> Result<Self, JobError> {
        let (table, words, name) = (&table(), &cx.words(), format!("{TABLE}.{COUNTRY}"));
        let country = filters.only(|field| field == name).resolve(table, words)?;
        let stored = &filters.only(|field| field != name);
        let chosen = if country.is_everything() {
            Chosen::read(cx, stored, table, SHOPIFY_CUSTOMER_ID)?
        } else {
            Chosen::Filtered(stored.resolve(table, words)?)
        };
        Ok(Self { chosen, country })
    }

    /// The ids in Shopify of what is chosen of the shop's store, some at a time; nothing, once, where all are.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn parts(&self, cx: &Context, shop: &shops::Model) -> Result<Vec<Option<Vec<i64>>>, JobError> {
        let store = shop.domain.as_str();
        // Who is gone is asked for only by name.
        let mut of = Condition::all().add(Column::Store.eq(store)).add(Column::Gone.eq(false));
        if !self.country.is_everything() {
            of = of.add(cx.db().read(|r| async move { living(&r, store, &self.country) }).await?);
        }
        self.chosen.parts::<Entity>(cx, Column::ShopifyCustomerId, of).await
    }
}

/// Whoever has a default address in such a country.
fn living(r: &Read, store: &str, country: &Filter) -> Result<Condition, Error> {
    let addresses = address::Entity::find()
        .select_only()
        .column(address::Column::ShopifyCustomerId)
        .filter(address::Column::Store.eq(store))
        .filter(address::Column::IsDefault.eq(true))
        .filter(database::condition::<address::Entity>(r, country)?);
    Ok(Condition::all().add(Column::ShopifyCustomerId.in_subquery(addresses.into_query())))
}
