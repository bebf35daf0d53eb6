//! What a first import would bring, before anything is written.

use access::{Action, Area, Principal};
use back_office::{customers, items};
use database::Read;
use sea_orm::{ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter};
use shopify::documents::store_counts;

use crate::companies::staged::company;
use crate::orders::first_sync::{self, Count, Preview};
use crate::products::staged::{product, variant};
use crate::shops::options::{CompanyImport, CustomerImport, SyncItem};
use crate::{Connector, Error, shops};

/// A first import, counted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Counts {
    /// Orders.
    pub orders: Preview,
    /// Whether orders become sales documents by themselves.
    pub documents: bool,
    /// Products.
    pub products: Products,
    /// Customers.
    pub customers: Customers,
    /// Companies; none where the store has no B2B.
    pub companies: Option<Customers>,
}

/// Products, in the store and here.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Products {
    /// In the store.
    pub in_store: Count,
    /// Read already.
    pub read: u64,
    /// Variants of these that are no items.
    pub unmapped: u64,
    /// Items here.
    pub items: u64,
    /// Whether products are read.
    pub are_read: bool,
    /// Whether those that are no items become some.
    pub become_items: bool,
}

/// Customers, or companies, in the store and here.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Customers {
    /// In the store.
    pub in_store: Count,
    /// Here.
    pub here: u64,
    /// Whether all of them are read, and not only those who order.
    pub are_read: bool,
    /// Whether those who are not known become customers.
    pub become_customers: bool,
}

/// Asks the store how much there is. Nothing is written; it takes one call of thirty points beside those of
/// [`first_sync::preview`].
///
/// # Errors
/// [`Error::NoShop`], a missing permission, and why the store does not answer.
pub async fn counts(connector: &Connector, by: &Principal, shop: &str) -> Result<Counts, Error> {
    by.require(Area::Synchronization, Action::Run)?;
    let orders = first_sync::preview(connector, by, shop).await?;
    let read = |r: Read| async move {
        let shop = shops::find(&r, shop).await?;
        let products = product::Entity::find().filter(product::Column::ShopCode.eq(shop.code.clone()));
        let unmapped = variant::Entity::find()
            .filter(variant::Column::ShopCode.eq(shop.code.clone()))
            .filter(variant::Column::ItemNumber.eq(""));
        let companies = company::Entity::find().filter(company::Column::Store.eq(shop.domain.as_str()));
        let counted = [
            products.count(&r).await?,
            unmapped.count(&r).await?,
            items::Entity::find().count(&r).await?,
            customers::Entity::find().count(&r).await?,
            companies.count(&r).await?,
        ];
        Ok::<_, Error>((shop, counted))
    };
    let (shop, [read, unmapped, items, customers, companies]) = connector.db().read(read).await?;
    let client = connector.client(&shop).await?.urgent();
    let in_store = store_counts::counts(&client).await?;
    let (imports, companies_import) = (shop.customer_import_from_shopify, shop.company_import_from_shopify);
    Ok(Counts {
        orders,
        documents: shop.auto_create_orders,
        products: Products {
            in_store: Count::of(in_store.products()),
            read,
            unmapped,
            items,
            are_read: shop.sync_item == SyncItem::FromShopify,
            become_items: shop.auto_create_unknown_items,
        },
        customers: Customers {
            in_store: Count::of(in_store.customers()),
            here: customers,
            are_read: imports == CustomerImport::AllCustomers,
            become_customers: shop.auto_create_unknown_customers && imports != CustomerImport::None,
        },
        companies: in_store.companies().map(|in_store| Customers {
            in_store: Count::of(in_store),
            here: companies,
            are_read: companies_import == CompanyImport::AllCompanies,
            become_customers: shop.auto_create_unknown_companies && companies_import != CompanyImport::None,
        }),
    })
}
