use back_office::customers::{self, NewCustomer, template};
use back_office::item_journal::{self, EntryType, NewLine as Found};
use back_office::posting::{self, post_item_journal};
use back_office::sales::{
    Address, Context, DocumentType, LineKind, NewDocument, NewLine, Outcome, Setup, Source, create_many, release,
};
use back_office::{Result, company as own};
use chrono::NaiveDate;
use database::{Db, Tx};
use job_queue::Queue;
use serde_json::Value;
use values::Code;
use values::money::Amount;

use crate::company;

const ITEMS: u32 = 100;
const CUSTOMERS: u32 = 50;
/// How many are made in one transaction.
const AT_A_TIME: usize = 500;

/// Makes a company with stock and so many released sales orders of three lines.
pub async fn make(queue: &Queue, count: u32) -> crate::Result<Value> {
    let (db, random) = (queue.db(), queue.random().clone());
    let cx = &Context { now: queue.clock().now(), random, user: "LOAD".to_owned() };
    db.write(|tx| async move { company::make(&tx, ITEMS, cx).await }).await?;
    let today = db.read(|r| async move { Ok::<_, back_office::Error>(own::read(&r).await?.today(cx.now)) }).await?;
    db.write(|tx| async move { make_customers(&tx, cx).await }).await?;
    db.write(|tx| async move { fill_shelves(&tx, today, cx).await }).await?;
    let numbers: Vec<u32> = (0..count).collect();
    for numbers in numbers.chunks(AT_A_TIME) {
        sell(db, numbers, today, cx).await?;
    }
    Ok(Value::Null)
}

async fn make_customers(tx: &Tx, cx: &Context) -> Result<()> {
    let template = template::find(tx, &Code::cut("DOMESTIC")).await?;
    let customer = |at: u32| NewCustomer { name: format!("Customer {at}"), ..NewCustomer::default() };
    let all: Vec<NewCustomer> = (0..CUSTOMERS).map(customer).collect();
    customers::create_many(tx, &all, &template, cx.now, &cx.random).await?;
    Ok(())
}

/// There is enough of every item.
async fn fill_shelves(tx: &Tx, today: NaiveDate, cx: &Context) -> Result<()> {
    let journal = Code::cut("DEFAULT");
    let found = |at: u32| Found {
        entry_type: EntryType::PositiveAdjustment,
        posting_date: today,
        document_number: Code::blank(),
        item_number: company::item_number(at),
        variant_code: Code::blank(),
        location_code: Code::blank(),
        new_location_code: Code::blank(),
        unit_of_measure_code: Code::blank(),
        quantity: 1_000_000.into(),
        unit_cost: Some(Amount::from(7)),
        reason_code: Code::blank(),
    };
    item_journal::add(tx, &journal, &(0..ITEMS).map(found).collect::<Vec<_>>(), cx).await?;
    post_item_journal(tx, &posting::Setup::read(tx).await?, &journal, cx).await?;
    Ok(())
}

async fn sell(db: &Db, numbers: &[u32], today: NaiveDate, cx: &Context) -> Result<()> {
    let setup = &db.read(|r| async move { Setup::read(&r).await }).await?;
    let orders = &numbers.iter().map(|at| order(*at, today)).collect::<Vec<_>>();
    db.write(|tx| async move {
        for made in create_many(&tx, setup, DocumentType::Order, orders, cx).await? {
            if let Outcome::Created(id, _) = made? {
                release(&tx, id, cx).await?;
            }
        }
        Ok(())
    })
    .await
}

fn order(at: u32, today: NaiveDate) -> NewDocument {
    let customer: Code<20> = Code::cut(&format!("C{:05}", at % CUSTOMERS + 1));
    let address = Address {
        name: format!("Buyer {at}"),
        address: format!("Storgata {at}"),
        post_code: "5003".to_owned(),
        city: "Bergen".to_owned(),
        country_region_code: Code::cut("NO"),
        ..Address::default()
    };
    let line = |step: u32| {
        let item = (at * 3 + step * 31) % ITEMS;
        let cents = i64::from(995 + item * 50);
        NewLine {
            kind: LineKind::Item,
            number: company::item_number(item),
            quantity: i32::try_from(at % 3 + 1).unwrap_or(1).into(),
            unit_price: rust_decimal::Decimal::new(cents, 2).try_into().ok(),
            ..NewLine::default()
        }
    };
    NewDocument {
        sell_to_customer: customer.clone(),
        bill_to_customer: customer,
        sell_to: address.clone(),
        bill_to: address.clone(),
        ship_to: address,
        email: format!("buyer{at}@example.com"),
        order_date: today,
        document_date: today,
        prices_including_vat: true,
        source: Some(Source { kind: "Load".to_owned(), id: at.to_string(), number: format!("#{at}") }),
        lines: (0..3).map(line).collect(),
        ..NewDocument::default()
    }
}
