//! A company that has posted something.

use back_office::customers::{self, NewCustomer};
use back_office::items::{self, ItemType, NewItem};
use back_office::posting::{Request, Setup, post};
use back_office::sales::{self, Address, Context, DocumentType, LineKind, NewDocument, NewLine, Outcome};
use back_office::setup::{self, NewCompany};
use back_office::{Result, company, currencies};
use chrono::NaiveDate;
use database::testing::{TestDb, start};
use database::{Engine, Migrations, Tx};
use papers::{Fact, Language, Sheet};
use runtime::{Clock, Random};
use sea_orm::{ActiveModelTrait, EntityTrait, IntoActiveModel, Set};
use uuid::Uuid;
use values::Code;
use values::money::Quantity;

pub struct World {
    pub test: TestDb,
    random: Random,
}

fn migrations() -> Migrations {
    job_queue::migrations().into_iter().chain(back_office::migrations()).collect()
}

impl World {
    pub async fn new(engine: Engine) -> Self {
        let (clock, _) = Clock::manual(start());
        let test = TestDb::new(engine, clock, migrations).await;
        let world = Self { test, random: Random::seeded(1) };
        let random = &world.random;
        world.test.db.write(|tx| async move { fill(&tx, random).await }).await.unwrap();
        world
    }

    fn context(&self) -> Context {
        Context { now: start(), random: self.random.clone(), user: "OLA".into() }
    }

    /// Makes a document and posts it.
    pub async fn posted(&self, document_type: DocumentType, new: &NewDocument) -> Uuid {
        let cx = &self.context();
        let write = |tx: Tx| async move {
            let setup = &sales::Setup::read(&tx).await?;
            let Outcome::Created(id, _) = sales::create(&tx, setup, document_type, new, cx).await? else { panic!() };
            let posted = post(&tx, &Setup::read(&tx).await?, id, &Request::SHIP_AND_INVOICE, cx).await?;
            Result::<_>::Ok(posted.invoice.unwrap().0)
        };
        self.test.db.write(write).await.unwrap()
    }

    /// What is printed of it.
    pub async fn sheet(&self, id: Uuid, language: Option<Language>) -> Sheet {
        self.try_sheet(id, language).await.unwrap()
    }

    pub async fn try_sheet(&self, id: Uuid, language: Option<Language>) -> papers::Result<Sheet> {
        self.test.db.read(|read| async move { papers::invoice(&read, id, language).await }).await
    }
}

/// What is said of a document under a label.
pub fn fact<'a>(facts: &'a [Fact], label: &str) -> Option<&'a str> {
    facts.iter().find(|fact| fact.label == label).map(|fact| fact.value.as_str())
}

/// A customer at home, one in Germany that buys in euros; a shirt, a lamp; and a company with an address.
async fn fill(tx: &Tx, random: &Random) -> Result<()> {
    let new =
        NewCompany { name: "Fjellheim AS".into(), currency_code: code("NOK"), time_zone: chrono_tz::Europe::Oslo };
    let company = company::ActiveModel {
        address: Set("Storgata 1".into()),
        post_code: Set("0155".into()),
        city: Set("Oslo".into()),
        country_region_code: Set(code("NO")),
        vat_registration_number: Set("NO 123 456 789 MVA".into()),
        bank_account_number: Set("1234.56.78903".into()),
        iban: Set("NO93 1234 5678 903".into()),
        swift_code: Set("DNBANOKK".into()),
        phone_number: Set("+47 22 00 00 00".into()),
        email: Set("post@fjellheim.example".into()),
        website: Set("fjellheim.example".into()),
        bank_name: Set("Fjordbanken".into()),
        ..setup::install(tx, &new, start(), random).await?.into_active_model()
    };
    company.update(tx).await?;
    for (customer, template) in [(at_home(), "DOMESTIC"), (in_germany(), "EXPORT")] {
        let template = customers::template::find(tx, &code(template)).await?;
        let customer = customers::create(tx, &customer, &template, start(), random).await?;
        let change = customers::Change {
            vat_registration_number: (customer.country_region_code == "DE").then(|| "DE123456789".into()),
            ..customers::Change::default()
        };
        customers::change(tx, customer, &change, start()).await?;
    }
    let item = |number: &str, name: &str, vat: &str| NewItem {
        number: code(number),
        description: name.into(),
        item_type: ItemType::NonInventory,
        unit_of_measure_code: code("PCS"),
        vat_product_posting_group: code(vat),
        ..NewItem::default()
    };
    let goods =
        [item("SHIRT", "Wool shirt", "HIGH"), item("BREAD", "Flatbread", "MEDIUM"), item("GIFT", "Gift", "ZERO")];
    items::create_many(tx, &goods, start(), random).await?;
    let euro = currencies::exchange_rate::Model {
        id: random.id(start()),
        currency_code: code("EUR"),
        starting_date: day("2026-01-01"),
        exchange_rate_amount: "1".parse().unwrap(),
        relational_exchange_rate_amount: "11.5".parse().unwrap(),
    };
    currencies::exchange_rate::Entity::insert(euro.into_active_model().reset_all()).exec_without_returning(tx).await?;
    Ok(())
}

fn at_home() -> NewCustomer {
    NewCustomer {
        name: "Kari Nordmann".into(),
        address: "Bryggen 7".into(),
        post_code: "5003".into(),
        city: "Bergen".into(),
        country_region_code: code("NO"),
        ..NewCustomer::default()
    }
}

fn in_germany() -> NewCustomer {
    NewCustomer {
        name: "Müller GmbH".into(),
        address: "Hafenstraße 3".into(),
        post_code: "20457".into(),
        city: "Hamburg".into(),
        country_region_code: code("DE"),
        ..NewCustomer::default()
    }
}

/// A document of the customer at home, in the company's own currency, with VAT in its prices or not.
pub fn document(prices_including_vat: bool, lines: Vec<NewLine>) -> NewDocument {
    for_customer("C00001", at_home(), prices_including_vat, lines)
}

/// A document of the customer in Germany, in euros.
pub fn abroad(lines: Vec<NewLine>) -> NewDocument {
    NewDocument { currency_code: code("EUR"), ..for_customer("C00002", in_germany(), false, lines) }
}

fn for_customer(number: &str, customer: NewCustomer, prices_including_vat: bool, lines: Vec<NewLine>) -> NewDocument {
    let address = Address {
        name: customer.name,
        address: customer.address,
        post_code: customer.post_code,
        city: customer.city,
        country_region_code: customer.country_region_code,
        ..Address::default()
    };
    NewDocument {
        sell_to_customer: code(number),
        bill_to_customer: code(number),
        sell_to: address.clone(),
        bill_to: address.clone(),
        ship_to: address,
        order_date: day("2026-03-01"),
        document_date: day("2026-03-02"),
        external_document_number: "PO-7".into(),
        prices_including_vat,
        lines,
        ..NewDocument::default()
    }
}

pub fn sold(number: &str, quantity: &str, price: &str, discount: &str) -> NewLine {
    NewLine {
        kind: LineKind::Item,
        number: code(number),
        quantity: quantity.parse().unwrap(),
        unit_price: Some(price.parse().unwrap()),
        line_discount_amount: discount.parse().unwrap(),
        ..NewLine::default()
    }
}

/// A line that only says something.
pub fn said(text: &str) -> NewLine {
    NewLine { description: Some(text.into()), quantity: Quantity::ZERO, ..NewLine::default() }
}

pub fn code<const N: usize>(text: &str) -> Code<N> {
    text.parse().unwrap()
}

pub fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}
