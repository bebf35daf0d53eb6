//! Compares products with their items, and finds that nothing changed: what `cargo xtask bench products` measures.
//!
//! `compare_products DATABASE prepare N` stages N products of a variant each, with an item each that costs what the store was
//! told; `compare_products DATABASE compare` plans an export of all their prices and prints what it took.

#![expect(clippy::print_stdout, reason = "a command line tool speaks to its user")]

use std::error::Error;
use std::sync::Arc;

use access::{Principal, Vault};
use back_office::{items, setup};
use chrono::{DateTime, Utc};
use connector::products::SYNC_PRODUCTS;
use connector::products::staged::variant;
use connector::{Connector, Sync, shops};
use database::{Db, Location, Migrations};
use devstore::{DEFAULT_DOMAIN, DEFAULT_TOKEN, Devstore, Options};
use job_queue::{Filters, Queue, Registry, Worker, WorkerOptions, log};
use outbound::Http;
use runtime::{Clock, Random};
use sea_orm::{EntityTrait, IntoActiveModel, QueryOrder};
use serde_json::json;
use uuid::Uuid;
use values::Code;

type Fallible<T> = Result<T, Box<dyn Error + Send + std::marker::Sync>>;

const SHOP: &str = "BENCH";
/// So many are made in a transaction.
const AT_ONCE: usize = 5_000;

fn migrations() -> Migrations {
    let parts = [access::migrations(), job_queue::migrations(), back_office::migrations(), connector::migrations()];
    parts.into_iter().flatten().collect()
}

#[tokio::main]
async fn main() -> Fallible<()> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let [database, command, rest @ ..] = words.as_slice() else { return Err("say the database and what to do".into()) };
    let clock = Clock::system();
    let db = Db::migrate(database.parse::<Location>()?, clock.clone(), migrations).await?;
    let random = Random::os();
    let store = Devstore::new(Options::new(clock.clone(), Random::os()))?;
    let vault = Vault::with_key([7; 32], random.clone());
    let http = Http::in_process(store.router());
    let connector = Connector::new(db.clone(), vault, http, clock.clone(), random.clone(), Uuid::from_u128(1));
    match (*command, rest) {
        ("prepare", [count]) => prepare(&connector, count.parse()?).await?,
        ("compare", []) => compare(&connector).await?,
        _ => return Err("say `prepare` and how many, or `compare`".into()),
    }
    db.close().await?;
    Ok(())
}

async fn prepare(connector: &Connector, count: usize) -> Fallible<()> {
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
    let settings = [("pricesIncludingVat", "true"), ("vatBusPostingGroup", "DOMESTIC")];
    let settings: Vec<_> = settings.iter().map(|(field, value)| ((*field).into(), (*value).into())).collect();
    shops::set(connector, &by, SHOP, &settings).await?;
    let ids: Vec<i64> = (1..).take(count).collect();
    for some in ids.chunks(AT_ONCE) {
        let items = &some.iter().map(|id| item(*id)).collect::<Vec<_>>();
        let variants = &some.iter().map(|id| staged(*id, random, now).into_active_model()).collect::<Vec<_>>();
        let write = |tx| async move {
            items::create_many(&tx, items, now, random).await?;
            database::insert_many(&tx, variants.clone()).await?;
            back_office::Result::<_>::Ok(())
        };
        connector.db().write(write).await?;
    }
    Ok(())
}

fn item(id: i64) -> items::NewItem {
    items::NewItem {
        number: Code::cut(&format!("N{id:07}")),
        description: format!("Item {id}"),
        unit_price: 100.into(),
        price_includes_vat: Some(true),
        unit_of_measure_code: Code::cut("PCS"),
        vat_product_posting_group: Code::cut("HIGH"),
        ..items::NewItem::default()
    }
}

fn staged(id: i64, random: &Random, now: DateTime<Utc>) -> variant::Model {
    variant::Model {
        title: format!("Item {id}"),
        item_number: Code::cut(&format!("N{id:07}")),
        price: 100.into(),
        content_hash: "told".into(),
        ..variant::Model::named(random.id(now), Code::cut(SHOP), id, id)
    }
}

async fn compare(connector: &Connector) -> Fallible<()> {
    let registry = Arc::new(connector::register(Registry::new(), connector));
    let queue = Queue::new(connector.db().clone(), registry, connector.clock().clone(), connector.random().clone());
    let task = Sync {
        shop: SHOP.into(),
        object: SYNC_PRODUCTS,
        options: json!({ "onlySyncPrices": true }),
        filters: Filters::new(),
        time_zone: chrono_tz::Europe::Oslo,
    };
    connector::sync(connector, &queue, &Principal::system(), &task).await?;
    let began = connector.clock().now();
    Worker::new(queue, WorkerOptions { name: "w".into(), ..WorkerOptions::default() }).work_until_idle().await?;
    let took = connector.clock().now() - began;
    let last = &log::Entity::find().order_by_desc(log::Column::EntryNumber);
    let read = |r| async move { database::Result::<_>::Ok(last.clone().one(&r).await?) };
    let log = connector.db().read(read).await?.ok_or("nothing ran")?;
    let summary = log.summary().ok_or_else(|| log.error_message.clone())?;
    println!(
        "{}",
        json!({ "variants": summary.fetched, "unchanged": summary.unchanged, "calls": summary.calls,
            "milliseconds": took.num_milliseconds() })
    );
    Ok(())
}
