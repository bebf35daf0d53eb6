use std::sync::Arc;

use apollo_compiler::resolvers::{FieldError, ObjectValue, ResolveInfo, ResolvedValue};
use serde::Deserialize;
use shopify_schema::gid::Gid;

use super::arguments::{input, string};
use super::catalogs::{catalogs, markets, price_lists, publications};
use super::companies::{companies, company_locations};
use super::connection::{Window, connection};
use super::cursor::{Position, SortValue};
use super::customer::CustomerObject;
use super::delivery_profile::delivery_profiles;
use super::draft::{drafts, drafts_count};
use super::fulfilment::{assigned_orders, waiting_of_all};
use super::gift_card::gift_cards;
use super::inventory::{self, InventoryItem, LevelObject};
use super::location::location;
use super::locations::{locations, locations_count};
use super::media::files;
use super::order::OrderObject;
use super::orders::orders;
use super::part::part;
use super::payment_terms::payment_terms_templates;
use super::platform;
use super::problem::Problem;
use super::product::ProductObject;
use super::products::{owned, products, products_count};
use super::returns::return_reasons;
use super::searched::search;
use super::session::{Resolved, Session};
use super::shop::ShopObject;
use super::shopify_payments::{account, disputes};
use super::small::{ApiVersion, AppInstallation, Count};
use super::staff::staff_members;
use super::variant::VariantObject;
use crate::search::{CUSTOMERS, ORDERS, VARIANTS, VariantRow};
use crate::store::customer::Customer;

/// `QueryRoot`.
pub(crate) struct QueryRoot<'s>(pub &'s Session);

/// `CustomerIdentifierInput` and its like.
#[derive(Default, Deserialize)]
#[serde(rename_all = "camelCase", default)]
struct Identifier {
    id: Option<String>,
    handle: Option<String>,
    email_address: Option<String>,
    phone_number: Option<String>,
}

impl ObjectValue for QueryRoot<'_> {
    fn type_name(&self) -> &str {
        "QueryRoot"
    }

    fn resolve_field<'a>(&'a self, info: &'a ResolveInfo<'a>) -> Resolved<'a> {
        let session = self.0;
        match info.field_name() {
            "shop" => Ok(ResolvedValue::object(ShopObject(session.shop(), session.now))),
            "order" => self.by_id(&argument(info)?, "Order"),
            "draftOrder" => self.by_id(&argument(info)?, "DraftOrder"),
            "draftOrders" => drafts(session, info),
            "draftOrdersCount" => drafts_count(session, info),
            "paymentTermsTemplates" => payment_terms_templates(info),
            "giftCards" => gift_cards(session, info),
            "deliveryProfiles" => delivery_profiles(info),
            "shopifyPaymentsAccount" => account(session),
            "dispute" => self.by_id(&argument(info)?, "ShopifyPaymentsDispute"),
            "disputes" => disputes(session, info),
            "fulfillment" => self.by_id(&argument(info)?, "Fulfillment"),
            "fulfillmentOrder" => self.by_id(&argument(info)?, "FulfillmentOrder"),
            "fulfillmentOrders" => waiting_of_all(session, info),
            "assignedFulfillmentOrders" => assigned_orders(session, info),
            "refund" => self.by_id(&argument(info)?, "Refund"),
            "return" => self.by_id(&argument(info)?, "Return"),
            "reverseFulfillmentOrder" => self.by_id(&argument(info)?, "ReverseFulfillmentOrder"),
            "returnReasonDefinitions" => return_reasons(info),
            "job" => self.by_id(&argument(info)?, "Job"),
            "customer" => self.by_id(&argument(info)?, "Customer"),
            "product" => self.by_id(&argument(info)?, "Product"),
            "productVariant" => self.by_id(&argument(info)?, "ProductVariant"),
            "location" => match string(info, "id") {
                Some(id) => self.by_id(&id, "Location"),
                None => location(session, Some(session.shop().location_id)),
            },
            "node" => self.node(&argument(info)?),
            "nodes" => {
                let ids = info.arguments().get("ids").and_then(|ids| ids.as_array()).cloned().unwrap_or_default();
                let nodes = ids.into_iter().map(|id| self.node(id.as_str().unwrap_or_default()));
                Ok(ResolvedValue::List(Box::new(nodes)))
            }
            "orderByIdentifier" => match input::<Identifier>(info, "identifier")?.id {
                Some(id) => self.by_id(&id, "Order"),
                None => Ok(ResolvedValue::null()),
            },
            "customerByIdentifier" => self.customer_by(&input(info, "identifier")?),
            "productByIdentifier" => self.product_by(&input(info, "identifier")?),
            "orders" => orders(session, info, string(info, "query"), |_| true),
            "ordersCount" => {
                let search = search(session, info, string(info, "query").as_deref(), &ORDERS)?;
                let count = session.read(|state| session.orders(state).filter(|order| search.matches(order)).count());
                Ok(ResolvedValue::object(Count(count)))
            }
            "customers" => self.customers(info),
            "customersCount" => {
                let search = search(session, info, string(info, "query").as_deref(), &CUSTOMERS)?;
                let count =
                    session.read(|state| state.customers.values().filter(|customer| search.matches(customer)).count());
                Ok(ResolvedValue::object(Count(count)))
            }
            "products" => products(session, info, |_| true),
            "productsCount" => products_count(session, info, |_| true),
            "productOperation" => {
                let id = argument(info)?;
                let deletes = id.contains("/ProductDeleteOperation/");
                self.by_id(&id, if deletes { "ProductDeleteOperation" } else { "ProductSetOperation" })
            }
            "files" => files(session, info),
            "productVariants" => self.variants(info),
            "locations" => locations(session, info),
            "locationsCount" => locations_count(session, info),
            "inventoryItem" => self.by_id(&argument(info)?, "InventoryItem"),
            "inventoryItems" => inventory::items(session, info),
            "inventoryLevel" => self.by_id(&argument(info)?, "InventoryLevel"),
            "inventoryProperties" => Ok(ResolvedValue::object(inventory::Properties)),
            "catalog" => {
                let id = argument(info)?;
                match id.parse::<Gid>() {
                    Ok(gid) if gid.kind().ends_with("Catalog") => node(session, &gid),
                    _ => Err(invalid_id(&id).into()),
                }
            }
            "catalogs" => catalogs(session, info),
            "publications" => publications(session, info),
            "priceList" => self.by_id(&argument(info)?, "PriceList"),
            "priceLists" => price_lists(session, info),
            "markets" => markets(session, info),
            "staffMembers" => staff_members(session, info),
            "company" => self.by_id(&argument(info)?, "Company"),
            "companies" => companies(session, info),
            "companiesCount" => Ok(ResolvedValue::object(Count(session.read(|state| state.companies.len())))),
            "companyLocation" => self.by_id(&argument(info)?, "CompanyLocation"),
            "companyLocations" => company_locations(session, info),
            "collections" => collections(info),
            "currentAppInstallation" => Ok(ResolvedValue::object(AppInstallation(&session.scopes))),
            "publicApiVersions" => {
                let version = |(handle, name, supported)| ResolvedValue::object(ApiVersion { handle, name, supported });
                Ok(ResolvedValue::list(session.versions.list().into_iter().map(version)))
            }
            _ => platform::read(session, self, info),
        }
    }
}

/// There are none.
fn collections<'a>(info: &ResolveInfo<'_>) -> Resolved<'a> {
    let page = Window::read(info)?.page(std::iter::empty::<(Position, ())>());
    connection("CollectionConnection", "CollectionEdge", page, |()| Count(0))
}

fn argument(info: &ResolveInfo<'_>) -> Result<String, FieldError> {
    let id = info.arguments().get("id");
    Ok(id.and_then(|id| id.as_str()).map(str::to_owned).unwrap_or_default())
}

fn invalid_id(id: &str) -> Problem {
    Problem::new("RESOURCE_NOT_FOUND", format!("Invalid id: {id}"))
}

impl QueryRoot<'_> {
    /// The object with this id, which is one of `kind`.
    fn by_id(&self, id: &str, kind: &str) -> Resolved<'_> {
        match id.parse::<Gid>() {
            Ok(gid) if gid.kind() == kind => node(self.0, &gid),
            _ => Err(invalid_id(id).into()),
        }
    }

    fn node(&self, id: &str) -> Resolved<'_> {
        let gid: Gid = id.parse().map_err(|_| invalid_id(id))?;
        node(self.0, &gid)
    }

    fn customer_by(&self, identifier: &Identifier) -> Resolved<'_> {
        let session = self.0;
        if let Some(id) = &identifier.id {
            return self.by_id(id, "Customer");
        }
        let customer = session.read(|state| {
            let by_email = identifier.email_address.as_deref().and_then(|email| state.customer_by_email(email));
            by_email
                .or_else(|| identifier.phone_number.as_deref().and_then(|phone| state.customer_by_phone(phone)))
                .map(Arc::clone)
        });
        Ok(ResolvedValue::nullable_object(customer.map(|customer| CustomerObject { session, customer })))
    }

    fn product_by(&self, identifier: &Identifier) -> Resolved<'_> {
        let session = self.0;
        if let Some(id) = &identifier.id {
            return self.by_id(id, "Product");
        }
        let product = session.read(|state| state.product_by_handle(identifier.handle.as_deref()?).map(Arc::clone));
        Ok(ResolvedValue::nullable_object(product.map(|product| ProductObject { session, product })))
    }

    fn customers<'a>(&'a self, info: &'a ResolveInfo<'a>) -> Resolved<'a> {
        let session = self.0;
        let window = Window::read(info)?;
        let search = search(session, info, string(info, "query").as_deref(), &CUSTOMERS)?;
        let key: fn(&Customer) -> SortValue = match string(info, "sortKey").as_deref() {
            Some("CREATED_AT") => |customer| SortValue::Number(customer.created_at.timestamp_millis()),
            Some("UPDATED_AT") => |customer| SortValue::Number(customer.updated_at.timestamp_millis()),
            Some("NAME") => |customer| SortValue::Text(customer.display_name()),
            Some("LOCATION") => |customer| {
                let city = customer.addresses.first().and_then(|address| address.city.clone());
                SortValue::Text(city.unwrap_or_default())
            },
            _ => |customer| id(customer.id),
        };
        let page = session.read(|state| {
            let rows = state.customers.values().filter(|customer| search.matches(customer));
            owned(window.page(rows.map(|row| (Position { value: key(row), id: row.id }, row))))
        });
        connection("CustomerConnection", "CustomerEdge", page, move |customer: &Arc<Customer>| CustomerObject {
            session,
            customer: Arc::clone(customer),
        })
    }

    fn variants<'a>(&'a self, info: &'a ResolveInfo<'a>) -> Resolved<'a> {
        let session = self.0;
        let window = Window::read(info)?;
        let search = search(session, info, string(info, "query").as_deref(), &VARIANTS)?;
        let sort = string(info, "sortKey");
        let position = |row: &VariantRow| {
            let variant = row.variant()?;
            let value = match sort.as_deref() {
                Some("SKU") => SortValue::Text(variant.sku.clone().unwrap_or_default()),
                Some("TITLE" | "NAME") => SortValue::Text(variant.title()),
                Some("FULL_TITLE") => SortValue::Text(format!("{} {}", row.product.title, variant.title())),
                Some("INVENTORY_QUANTITY" | "INVENTORY_LEVELS_AVAILABLE") => {
                    SortValue::Number(variant.inventory_quantity())
                }
                Some("POSITION") => SortValue::Number(i64::try_from(row.place).unwrap_or(i64::MAX)),
                _ => id(variant.id),
            };
            Some(Position { value, id: variant.id })
        };
        let page = session.read(|state| {
            let rows = state.products.values().flat_map(|product| {
                (0..product.variants.len()).map(|place| VariantRow { product: Arc::clone(product), place })
            });
            window.page(rows.filter(|row| search.matches(row)).filter_map(|row| Some((position(&row)?, row))))
        });
        connection("ProductVariantConnection", "ProductVariantEdge", page, move |row: &VariantRow| VariantObject {
            session,
            product: Arc::clone(&row.product),
            place: row.place,
        })
    }
}

/// The object with this id, null when there is none.
pub(super) fn node<'a>(session: &'a Session, gid: &Gid) -> Resolved<'a> {
    let number = gid.number();
    Ok(match gid.kind() {
        "Order" => ResolvedValue::nullable_object(session.order(number).map(|order| OrderObject { session, order })),
        "Customer" => ResolvedValue::nullable_object(
            session.customer(number).map(|customer| CustomerObject { session, customer }),
        ),
        "Product" => {
            ResolvedValue::nullable_object(session.product(number).map(|product| ProductObject { session, product }))
        }
        "ProductVariant" => {
            ResolvedValue::nullable_object(session.variant(number).map(|(product, place)| VariantObject {
                session,
                product,
                place,
            }))
        }
        "InventoryItem" => ResolvedValue::nullable_object(InventoryItem::find(session, number)),
        "InventoryLevel" => ResolvedValue::nullable_object(LevelObject::find(session, gid)),
        "Location" => return location(session, Some(number)),
        "Shop" => {
            let shop = session.shop();
            ResolvedValue::nullable_object((shop.id == number).then_some(ShopObject(shop, session.now)))
        }
        _ => return part(session, gid),
    })
}

fn id(id: u64) -> SortValue {
    SortValue::Number(i64::try_from(id).unwrap_or(i64::MAX))
}
