//! A company and a shop whose products say what their items do.

use access::Principal;
use back_office::{items, setup};
use chrono::{DateTime, Utc};
use connector::products::staged::{product, variant};
use connector::{Connector, shops};
use devstore::{DEFAULT_DOMAIN, DEFAULT_TOKEN};
use runtime::Random;
use sea_orm::{ConnectionTrait, IntoActiveModel};
use values::Code;

use crate::{Fallible, SHOP};

/// The variants of each product.
const SIZES: [&str; 4] = ["L", "M", "S", "XL"];
/// So many products are made in a transaction.
const AT_ONCE: usize = 1_000;
const SETTINGS: [(&str, &str); 5] = [
    ("pricesIncludingVat", "true"),
    ("vatBusPostingGroup", "DOMESTIC"),
    ("syncItem", "To Shopify"),
    ("canUpdateShopifyProducts", "true"),
    ("skuMapping", "Item No. + Variant Code"),
];

/// Stages so many variants, four to a product.
pub async fn prepare(connector: &Connector, variants: usize) -> Fallible<()> {
    let (now, random) = (connector.clock().now(), connector.random());
    let new = &setup::NewCompany {
        name: "Fjord Outfitters AS".into(),
        currency_code: Code::cut("NOK"),
        time_zone: chrono_tz::Europe::Oslo,
    };
    let install = |tx| async move {
        setup::install(&tx, new, now, random).await?;
        back_office::Result::<_>::Ok(())
    };
    connector.db().write(install).await?;
    let by = Principal::system();
    let shop = shops::NewShop {
        code: SHOP.into(),
        domain: DEFAULT_DOMAIN.into(),
        admin_url: None,
        credentials: DEFAULT_TOKEN.into(),
    };
    shops::add(connector, &by, shop).await?;
    shops::enable(connector, &by, SHOP).await?;
    let settings: Vec<_> = SETTINGS.iter().map(|(field, value)| ((*field).into(), (*value).into())).collect();
    shops::set(connector, &by, SHOP, &settings).await?;
    let ids: Vec<i64> = (1..).take(variants / SIZES.len()).collect();
    for some in ids.chunks(AT_ONCE) {
        let items = &some.iter().map(|id| item(*id)).collect::<Vec<_>>();
        let products = &some.iter().map(|id| staged(*id, random, now).into_active_model()).collect::<Vec<_>>();
        let sizes = || some.iter().flat_map(|id| SIZES.iter().zip(1..).map(move |(size, place)| (*id, *size, place)));
        let variants = &sizes().map(|one| staged_variant(one, random, now).into_active_model()).collect::<Vec<_>>();
        let of_items = &sizes().map(|one| of_item(one, random, now).into_active_model()).collect::<Vec<_>>();
        let write = |tx| async move {
            items::create_many(&tx, items, now, random).await?;
            database::insert_many(&tx, of_items.clone()).await?;
            database::insert_many(&tx, products.clone()).await?;
            database::insert_many(&tx, variants.clone()).await?;
            back_office::Result::<_>::Ok(())
        };
        connector.db().write(write).await?;
    }
    // As a database in use keeps itself.
    let tidy =
        |tx: database::Tx| async move { database::Result::<_>::Ok(tx.execute_unprepared("ANALYZE").await.map(drop)?) };
    connector.db().write(tidy).await?;
    Ok(())
}

fn number(id: i64) -> Code<20> {
    Code::cut(&format!("N{id:07}"))
}

fn title(id: i64) -> String {
    format!("Item {id}")
}

fn item(id: i64) -> items::NewItem {
    items::NewItem {
        number: number(id),
        description: title(id),
        unit_price: 100.into(),
        price_includes_vat: Some(true),
        unit_of_measure_code: Code::cut("PCS"),
        vat_product_posting_group: Code::cut("HIGH"),
        ..items::NewItem::default()
    }
}

fn of_item((id, size, _): (i64, &str, i64), random: &Random, now: DateTime<Utc>) -> items::variant::Model {
    items::variant::Model {
        id: random.id(now),
        item_number: number(id),
        code: Code::cut(size),
        description: size.to_owned(),
        blocked: false,
        sales_blocked: false,
    }
}

fn staged(id: i64, random: &Random, now: DateTime<Utc>) -> product::Model {
    product::Model {
        title: title(id),
        item_number: number(id),
        has_variants: true,
        content_hash: "told".into(),
        ..product::Model::named(random.id(now), Code::cut(SHOP), id)
    }
}

fn staged_variant((id, size, place): (i64, &str, i64), random: &Random, now: DateTime<Utc>) -> variant::Model {
    let shopify_id = id * 10 + place;
    variant::Model {
        title: title(id),
        variant_title: size.to_owned(),
        option1_name: "Variant".to_owned(),
        option1_value: size.to_owned(),
        sku: format!("{}|{size}", number(id)),
        item_number: number(id),
        variant_code: Code::cut(size),
        price: 100.into(),
        content_hash: "told".into(),
        ..variant::Model::named(random.id(now), Code::cut(SHOP), id, shopify_id)
    }
}
