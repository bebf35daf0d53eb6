use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use back_office::prices::Terms;
use back_office::{customers, items};
use chrono::{DateTime, NaiveDate, Utc};
use job_queue::Context;
use runtime::Random;
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect, QueryTrait, Select};
use uuid::Uuid;
use values::Code;

use super::reason::Reason;
use crate::catalogs::options::CatalogType;
use crate::catalogs::staged::catalog;
use crate::products::prices::Goods;
use crate::products::staged::variant;
use crate::skipped::Seen;
use crate::{Error, shops};

/// A variant of the store that is an item here, and sold.
#[derive(Clone, Debug)]
pub(super) struct Mapped {
    pub shopify_variant_id: i64,
    pub shopify_product_id: i64,
    pub display_name: String,
    /// What it is here: the item, its variant, and the unit, blank for that in which the item is sold.
    pub goods: Goods,
}

/// What the prices of all catalogs of a shop stand on, read once.
#[derive(Clone, Debug)]
pub(super) struct Ground {
    pub shop: shops::Model,
    /// The company's own currency.
    pub company_currency: Code<10>,
    /// The day for which prices are found.
    pub today: NaiveDate,
    /// The customers of catalogs, by number.
    pub customers: Arc<HashMap<Code<20>, customers::Model>>,
    /// The variants that have prices.
    pub mapped: Arc<[Mapped]>,
    /// The variants that the shop knows and that are no items. What it does not know may be an item to another shop of the
    /// store, which has fixed its price.
    pub no_items: Arc<HashSet<i64>>,
    run: Uuid,
    pub now: DateTime<Utc>,
    pub random: Random,
}

impl Ground {
    pub(super) async fn read(cx: &Context, shop: shops::Model, catalogs: &[catalog::Model]) -> Result<Self, Error> {
        let (run, now, random, shop) = (cx.log_id(), cx.clock().now(), cx.random(), &shop);
        let numbers = catalogs.iter().filter_map(|catalog| catalog.customer_number.non_blank());
        let numbers: &Vec<Code<20>> = &numbers.cloned().collect::<HashSet<_>>().into_iter().collect();
        let read = |r| async move {
            let company = back_office::company::read(&r).await?;
            let customers = customers::by_numbers(&r, numbers).await?.into_iter();
            let customers: HashMap<_, _> = customers.map(|customer| (customer.number.clone(), customer)).collect();
            let (mapped, no_items) = (mapped(&r, &shop.code).await?, no_items(&r, &shop.code).await?);
            Ok::<_, Error>(Self {
                shop: shop.clone(),
                company_currency: company.currency_code.clone(),
                today: company.today(now),
                customers: Arc::new(customers),
                mapped: mapped.into(),
                no_items: Arc::new(no_items.into_iter().collect()),
                run,
                now,
                random: random.clone(),
            })
        };
        cx.db().read(read).await
    }

    /// Who leaves records out in this run.
    pub(super) fn seen(&self) -> Seen<'_> {
        Seen { run: self.run, at: self.now, random: &self.random }
    }

    /// The same a while later.
    pub(super) fn at(&self, now: DateTime<Utc>) -> Self {
        Self { now, ..self.clone() }
    }

    /// On which terms the goods of a catalog are sold: those of its customer, which a market has none of, else those that it
    /// names itself. A price list for a customer whose number is the code of the shop holds for those of whom nothing is known.
    ///
    /// # Errors
    /// That its customer is not there any more.
    pub(super) fn terms(&self, catalog: &catalog::Model) -> Result<Terms, Reason> {
        let own = Terms {
            customer_number: self.shop.code.clone(),
            customer_price_group: catalog.customer_price_group.clone(),
            customer_discount_group: catalog.customer_discount_group.clone(),
            currency_code: catalog.currency_code.clone(),
            prices_including_vat: catalog.prices_including_vat,
            vat_business_posting_group: catalog.vat_bus_posting_group.clone(),
            allow_line_discount: catalog.allow_line_disc,
            ..Terms::on(self.today)
        };
        let number = catalog.customer_number.non_blank().filter(|_| catalog.catalog_type != CatalogType::Market);
        let Some(number) = number else { return Ok(own) };
        let customer = self.customers.get(number).ok_or_else(|| Reason::CustomerGone(number.to_string()))?;
        Ok(Terms {
            customer_number: number.clone(),
            customer_price_group: customer.customer_price_group.clone(),
            customer_discount_group: customer.customer_discount_group.clone(),
            allow_line_discount: customer.allow_line_discount,
            ..own
        })
    }
}

/// The variants of a shop that are items which are not blocked.
async fn mapped(c: &impl ConnectionTrait, shop: &Code<20>) -> Result<Vec<Mapped>, Error> {
    use variant::Column;
    let items = numbers().filter(items::Column::Blocked.eq(false));
    let variants: Vec<Told> = variant::Entity::find()
        .select_only()
        .columns([Column::ShopifyVariantId, Column::ShopifyProductId])
        .columns([Column::ItemNumber, Column::VariantCode, Column::UomOptionId])
        .columns([Column::Option1Value, Column::Option2Value, Column::Option3Value])
        .columns([Column::DisplayName, Column::Title, Column::VariantTitle])
        .filter(Column::ShopCode.eq(shop.clone()))
        .filter(Column::ItemNumber.in_subquery(items.into_query()))
        .order_by_asc(Column::ShopifyVariantId)
        .into_tuple()
        .all(c)
        .await?;
    Ok(variants.into_iter().map(of_variant).collect())
}

/// The variants of a shop that are no items.
async fn no_items(c: &impl ConnectionTrait, shop: &Code<20>) -> Result<Vec<i64>, Error> {
    use variant::Column;
    let variants = variant::Entity::find()
        .select_only()
        .column(Column::ShopifyVariantId)
        .filter(Column::ShopCode.eq(shop.clone()))
        .filter(Column::ItemNumber.not_in_subquery(numbers().into_query()));
    Ok(variants.into_tuple().all(c).await?)
}

/// The numbers of items.
fn numbers() -> Select<items::Entity> {
    items::Entity::find().select_only().column(items::Column::Number)
}

/// What is read of a variant: its ids, its item, its options, its names.
type Told = (i64, i64, Code<20>, Code<10>, i32, String, String, String, String, String, String);

fn of_variant(told: Told) -> Mapped {
    let (shopify_variant_id, shopify_product_id, item, variant, option, first, second, third, ..) = &told;
    let unit = match option {
        1 => first.as_str(),
        2 => second.as_str(),
        3 => third.as_str(),
        _ => "",
    };
    let (.., display_name, title, variant_title) = &told;
    let display_name = match display_name.as_str() {
        "" => format!("{title} {variant_title}").trim().to_owned(),
        told => told.to_owned(),
    };
    Mapped {
        shopify_variant_id: *shopify_variant_id,
        shopify_product_id: *shopify_product_id,
        display_name,
        // A text that is too long for a code is no unit of an item, and neither is what is left of it.
        goods: (item.clone(), variant.clone(), Code::cut(unit)),
    }
}
