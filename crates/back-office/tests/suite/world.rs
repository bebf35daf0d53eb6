//! A company with items, a customer and the VAT that the tests need.

use std::sync::Arc;

use back_office::items::{ItemType, NewItem};
use back_office::posting_jobs::{SourceNumber, register};
use back_office::sales::{Address, Context, DocumentType, LineKind, NewDocument, NewLine, Outcome, Setup, Source};
use back_office::{Error, Result, accounts, company, customers, items, sales, setup, vat};
use chrono::NaiveDate;
use database::testing::{TestDb, start};
use database::{Engine, Migrations, Tx, search};
use job_queue::{Queue, Registry};
use runtime::{Clock, ManualClock, Random};
use sea_orm::{ActiveModelTrait, ColumnTrait, EntityTrait, IntoActiveModel, QueryFilter, QueryOrder};
use uuid::Uuid;
use values::Code;
use values::money::{Amount, Quantity};

pub struct World {
    pub test: TestDb,
    pub random: Random,
    pub clock: ManualClock,
    pub queue: Queue,
}

/// What the back office and its jobs stand on.
fn migrations() -> Migrations {
    job_queue::migrations().into_iter().chain(back_office::migrations()).collect()
}

/// VAT product groups beside those of every company.
const VAT: [(&str, i32); 2] = [("EIGHT", 8), ("TEN", 10)];
/// Items: number, VAT product group.
const ITEMS: [(&str, &str); 5] = [("SHIRT", "HIGH"), ("CUP", "EIGHT"), ("A", "ZERO"), ("B", "ZERO"), ("LAMP", "TEN")];

impl World {
    pub async fn new(engine: Engine) -> Self {
        let (clock, manual) = Clock::manual(start());
        let test = TestDb::new(engine, clock.clone(), migrations).await;
        let source = SourceNumber { name: "webOrderNumber", caption: "Web Order No." };
        let registry = Arc::new(register(Registry::new(), Some(source)));
        let queue = Queue::new(test.db.clone(), registry, clock, Random::seeded(2));
        let world = Self { test, random: Random::seeded(1), clock: manual, queue };
        let random = &world.random;
        world.test.db.write(|tx| async move { fill(&tx, random).await }).await.unwrap();
        world
    }

    pub fn context(&self) -> Context {
        Context { now: start(), random: self.random.clone(), user: "OLA".into() }
    }

    pub async fn setup(&self) -> Setup {
        self.test.db.read(|r| async move { Setup::read(&r).await }).await.unwrap()
    }

    pub async fn create(&self, order: &NewDocument) -> Result<Outcome> {
        let (setup, cx) = (&self.setup().await, &self.context());
        self.test.db.write(|tx| async move { sales::create(&tx, setup, DocumentType::Order, order, cx).await }).await
    }

    pub async fn create_all(&self, orders: &[NewDocument]) -> Result<Vec<Result<Outcome>>> {
        let (setup, cx) = (&self.setup().await, &self.context());
        let made = self
            .test
            .db
            .write(|tx| async move { sales::create_many(&tx, setup, DocumentType::Order, orders, cx).await })
            .await;
        let kept = |r| async move {
            search::assert_kept::<sales::header::Entity>(&r).await;
            Result::<_>::Ok(())
        };
        self.test.db.read(kept).await.unwrap();
        made
    }

    /// Makes an order that must be made, and reads it.
    pub async fn made(&self, order: &NewDocument) -> (sales::header::Model, Vec<sales::line::Model>) {
        match self.create(order).await.unwrap() {
            Outcome::Created(id, _) => self.read(id).await,
            Outcome::AlreadyThere(_, number) => panic!("{number} was there already"),
        }
    }

    pub async fn read(&self, id: Uuid) -> (sales::header::Model, Vec<sales::line::Model>) {
        let read = |r| async move {
            let order = sales::header::Entity::find_by_id(id).one(&r).await?.unwrap();
            let lines = sales::line::Entity::find().filter(sales::line::Column::DocumentId.eq(id));
            Result::<_>::Ok((order, lines.order_by_asc(sales::line::Column::LineNumber).all(&r).await?))
        };
        self.test.db.read(read).await.unwrap()
    }

    pub async fn orders(&self) -> Vec<sales::header::Model> {
        let by_number = || sales::header::Entity::find().order_by_asc(sales::header::Column::Number);
        self.test.db.read(|r| async move { Result::<_>::Ok(by_number().all(&r).await?) }).await.unwrap()
    }

    /// Changes rows by hand.
    pub async fn change<A: ActiveModelTrait + Send>(&self, change: A)
    where
        <A::Entity as EntityTrait>::Model: IntoActiveModel<A>,
    {
        let change = &change;
        let update = |tx: Tx| async move {
            A::Entity::update_many().set(change.clone()).exec(&tx).await?;
            Result::<_>::Ok(())
        };
        self.test.db.write(update).await.unwrap();
    }
}

async fn fill(tx: &Tx, random: &Random) -> Result<(), Error> {
    let company = setup::NewCompany {
        name: "Fjellheim AS".into(),
        currency_code: code("NOK"),
        time_zone: chrono_tz::Europe::Oslo,
    };
    let company: company::Model = setup::install(tx, &company, start(), random).await?;
    assert_eq!(company.currency_code, "NOK");
    for (group, percent) in VAT {
        let row = vat::Model {
            id: random.id(start()),
            business_group: code("DOMESTIC"),
            product_group: code(group),
            calculation_type: vat::Calculation::Normal,
            percent: percent.into(),
            identifier: code(&format!("VAT{percent}")),
            sales_vat_account: code("2700"),
            blocked: false,
        };
        row.into_active_model().insert(tx).await?;
    }
    let freight = accounts::Model {
        id: random.id(start()),
        number: code("3065"),
        name: "Freight".into(),
        account_type: accounts::AccountType::Posting,
        direct_posting: true,
        blocked: false,
        general_product_posting_group: code("SERVICES"),
        vat_product_posting_group: code("TEN"),
        tax_group_code: code(""),
    };
    freight.into_active_model().insert(tx).await?;
    let items = ITEMS.map(|(number, group)| item(number, group));
    items::create_many(tx, &items, start(), random).await?;
    let template = customers::template::find(tx, &code("DOMESTIC")).await?;
    let customer = customers::NewCustomer {
        name: "Kari Nordmann".into(),
        email: "Kari@Example.no".into(),
        phone_number: "+47 99 88 77 66".into(),
        ..Default::default()
    };
    customers::create(tx, &customer, &template, start(), random).await?;
    Ok(())
}

pub fn code<const N: usize>(text: &str) -> Code<N> {
    text.parse().unwrap()
}

pub fn amount(text: &str) -> Amount {
    text.parse().unwrap()
}

pub fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

pub fn item(number: &str, vat_group: &str) -> NewItem {
    NewItem {
        number: code(number),
        description: format!("The {}", number.to_lowercase()),
        item_type: ItemType::Inventory,
        price_includes_vat: Some(false),
        vat_product_posting_group: code(vat_group),
        ..Default::default()
    }
}

pub fn order(prices_including_vat: bool, lines: Vec<NewLine>) -> NewDocument {
    let address = Address { name: "Kari Nordmann".into(), city: "Bergen".into(), ..Default::default() };
    NewDocument {
        sell_to_customer: code("C00001"),
        bill_to_customer: code("C00001"),
        sell_to: address.clone(),
        bill_to: address.clone(),
        ship_to: address,
        email: "kari@example.no".into(),
        phone: "+47 99887766".into(),
        order_date: day("2026-03-01"),
        document_date: day("2026-03-01"),
        posting_date: None,
        vat_reporting_date: None,
        due_date: None,
        currency_code: Code::blank(),
        tax_area: None,
        prices_including_vat,
        external_document_number: "PO-7".into(),
        shipment_method_code: Code::blank(),
        payment_method_code: Code::blank(),
        payment_terms_code: Code::blank(),
        shipping_agent_code: Code::blank(),
        shipping_agent_service_code: Code::blank(),
        salesperson_code: Code::blank(),
        applies_to_document_number: Code::blank(),
        takes_back: None,
        work_description: String::new(),
        source: None,
        number: None,
        lines,
        invoice_discount: Amount::ZERO,
    }
}

pub fn from(id: &str) -> Option<Source> {
    Some(Source { kind: "Web Order".into(), id: id.into(), number: format!("#{id}") })
}

pub fn sold(number: &str, quantity: i32, price: &str, discount: &str) -> NewLine {
    line(LineKind::Item, number, quantity, price, discount)
}

pub fn charged(account: &str, price: &str, description: &str) -> NewLine {
    NewLine { description: Some(description.into()), ..line(LineKind::Account, account, 1, price, "0") }
}

fn line(kind: LineKind, number: &str, quantity: i32, price: &str, discount: &str) -> NewLine {
    NewLine {
        kind,
        number: code(number),
        variant_code: Code::blank(),
        description: None,
        unit_of_measure_code: None,
        location_code: Code::blank(),
        quantity: Quantity::from(quantity),
        unit_price: Some(price.parse().unwrap()),
        line_discount_amount: amount(discount),
        source_id: String::new(),
    }
}
