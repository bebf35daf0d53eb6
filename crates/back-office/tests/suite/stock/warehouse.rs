//! A company with locations, variants and an item journal.

use back_office::availability::{self, Availability};
use back_office::item_journal::{self, EntryType, NewLine, line};
use back_office::item_ledger::Place;
use back_office::posting::{PostedItemJournal, post_item_journal};
use back_office::posting_setup::inventory;
use back_office::sales::{self, ChangeLine, DocumentType, NewDocument, Plan};
use back_office::{Result, items, locations};
use chrono::NaiveDate;
use database::testing::start;
use sea_orm::{ActiveModelTrait, EntityTrait, IntoActiveModel, QueryOrder};
use uuid::Uuid;
use values::Code;
use values::money::Quantity;

use crate::world::{World, amount, code, day, order, sold};

/// The day of the tests.
pub const TODAY: &str = "2026-03-02";

impl World {
    /// Makes locations, with the accounts of the main one.
    pub async fn locations(&self, codes: &[&str]) {
        let random = &self.random;
        let write = |tx| async move {
            for name in codes {
                let location = locations::Model { id: random.id(start()), code: code(name), name: (*name).into() };
                location.into_active_model().insert(&tx).await?;
                let place = inventory::Model {
                    id: random.id(start()),
                    location_code: code(name),
                    inventory_posting_group: code("RESALE"),
                    inventory_account: code("1460"),
                    inventory_account_interim: code("1465"),
                };
                place.into_active_model().insert(&tx).await?;
            }
            Result::<_>::Ok(())
        };
        self.test.db.write(write).await.unwrap();
    }

    pub async fn variant(&self, item: &str, variant: &str) {
        let row = &items::variant::Model {
            id: self.random.id(start()),
            item_number: code(item),
            code: code(variant),
            description: format!("{item} {variant}"),
            blocked: false,
            sales_blocked: false,
        };
        let write = |tx| async move {
            row.clone().into_active_model().insert(&tx).await?;
            Result::<_>::Ok(())
        };
        self.test.db.write(write).await.unwrap();
    }

    /// Adds lines to the default journal.
    pub async fn enter_stock(&self, lines: &[NewLine]) -> Result<Vec<line::Model>> {
        let cx = &self.context();
        self.test.db.write(|tx| async move { item_journal::add(&tx, &code("DEFAULT"), lines, cx).await }).await
    }

    pub async fn post_stock(&self) -> Result<PostedItemJournal> {
        let (setup, cx) = (&self.posting_setup().await, &self.context());
        let post = |tx| async move { post_item_journal(&tx, setup, &code("DEFAULT"), cx).await };
        self.test.db.write(post).await
    }

    /// Posts what was counted.
    pub async fn post_count(&self) -> Result<PostedItemJournal> {
        let (setup, cx) = (&self.posting_setup().await, &self.context());
        let post = |tx| async move { post_item_journal(&tx, setup, &code("PHYSINV"), cx).await };
        self.test.db.write(post).await
    }

    /// Adds lines to the default journal and posts them, which must succeed.
    pub async fn adjust(&self, lines: &[NewLine]) -> PostedItemJournal {
        self.enter_stock(lines).await.unwrap();
        self.post_stock().await.unwrap()
    }

    pub async fn entered_lines(&self) -> Vec<line::Model> {
        let lines = || line::Entity::find().order_by_asc(line::Column::LineNumber);
        self.test.db.read(|r| async move { Result::<_>::Ok(lines().all(&r).await?) }).await.unwrap()
    }

    pub async fn item(&self, number: &str) -> items::Model {
        let number = &[code(number)];
        let read = |r| async move { items::by_numbers(&r, number).await };
        self.test.db.read(read).await.unwrap().pop().unwrap()
    }

    /// What is available of items on a day.
    pub async fn available(&self, items: &[&str], until: &str) -> Availability {
        let (items, until) = (&items.iter().map(|item| code(item)).collect::<Vec<_>>(), day(until));
        self.test.db.read(|r| async move { availability::read(&r, items, until).await }).await.unwrap()
    }

    /// What is marked as changed, and takes the marks away.
    pub async fn take_marks(&self) -> Vec<Place> {
        let read = |r| async move { availability::pending(&r, None, 1_000).await };
        let marks = &self.test.db.read(read).await.unwrap();
        self.test.db.write(|tx| async move { availability::settle(&tx, marks).await }).await.unwrap();
        let place =
            |mark: &availability::change::Model| Place::new(&mark.item_number, &mark.variant_code, &mark.location_code);
        let mut places: Vec<_> = marks.iter().map(place).collect();
        places.sort();
        places
    }

    /// Makes a document of one line whose goods are sent, or come back, on a day.
    pub async fn dated(&self, kind: DocumentType, (at, quantity): (&Place, i32), date: Option<&str>) -> Uuid {
        let id = self.document(kind, &ordered(at, quantity)).await;
        let (setup, cx) = (&self.setup().await, &self.context());
        let change = &ChangeLine { shipment_date: Some(date.map(day)), ..ChangeLine::default() };
        let set = |tx| async move { sales::change_line(&tx, setup, id, None, 10_000, change, cx).await };
        self.test.db.write(set).await.unwrap();
        id
    }

    /// Plans to ship and invoice so many of the first line.
    pub async fn plan_first(&self, id: Uuid, ship: Quantity, invoice: Quantity) {
        let (plan, now) = (&[Plan { line_number: 10_000, to_ship: ship, to_invoice: invoice }], self.context().now);
        self.test.db.write(|tx| async move { sales::plan_quantities(&tx, id, plan, now).await }).await.unwrap();
    }
}

/// An order of so many at 100.00.
pub fn ordered(at: &Place, quantity: i32) -> NewDocument {
    let line = sales::NewLine {
        variant_code: at.variant_code.clone(),
        location_code: at.location_code.clone(),
        ..sold(at.item_number.as_str(), quantity, "100.00", "0")
    };
    order(false, vec![line])
}

/// Reads "SHIRT RED EAST", with "-" for what is blank.
pub fn place(text: &str) -> Place {
    let mut parts = text.split(' ').map(|part| if part == "-" { "" } else { part });
    let mut part = || parts.next().unwrap();
    let (item, variant, location) = (part(), part(), part());
    Place::new(&code(item), &code(variant), &code(location))
}

/// So many come, at that cost.
pub fn found(at: &str, quantity: &str, unit_cost: &str) -> NewLine {
    line(EntryType::PositiveAdjustment, at, quantity, Some(unit_cost))
}

/// So many are gone.
pub fn lost(at: &str, quantity: &str) -> NewLine {
    line(EntryType::NegativeAdjustment, at, quantity, None)
}

/// So many move to another location.
pub fn moved(at: &str, to: &str, quantity: &str) -> NewLine {
    NewLine { new_location_code: code(to), ..line(EntryType::Transfer, at, quantity, None) }
}

fn line(entry_type: EntryType, at: &str, quantity: &str, unit_cost: Option<&str>) -> NewLine {
    let at = place(at);
    NewLine {
        entry_type,
        posting_date: today(),
        document_number: Code::blank(),
        item_number: at.item_number,
        variant_code: at.variant_code,
        location_code: at.location_code,
        new_location_code: Code::blank(),
        unit_of_measure_code: Code::blank(),
        quantity: quantity.parse().unwrap(),
        unit_cost: unit_cost.map(amount),
        reason_code: Code::blank(),
    }
}

pub fn today() -> NaiveDate {
    day(TODAY)
}

pub fn units(text: &str) -> Quantity {
    text.parse().unwrap()
}
