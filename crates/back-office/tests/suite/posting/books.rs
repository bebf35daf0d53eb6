//! What the ledgers hold, and what must always hold of them.

use std::collections::BTreeMap;

use back_office::audit::audit;
use back_office::general_ledger::{self, register, vat_entry};
use back_office::item_ledger::{self, value_entry};
use back_office::posting::{Posted, Request, Setup, post};
use back_office::sales::{self, DocumentType, NewDocument, Outcome, Plan, posted};
use back_office::{Result, customer_ledger, customers, items, sales_setup};
use database::{Read, search};
use rust_decimal::Decimal;
use sea_orm::{EntityTrait, QueryOrder, Set};
use uuid::Uuid;
use values::money::Amount;

use crate::world::{World, amount};

/// The accounts of what is owed to the state and to jurisdictions, and of what customers owe.
const VAT: [&str; 4] = ["2700", "5710", "5720", "5730"];
const RECEIVABLES: [&str; 2] = ["1500", "1510"];

/// All entries, in their order.
pub struct Books {
    pub general: Vec<general_ledger::entry::Model>,
    pub vat: Vec<vat_entry::Model>,
    pub registers: Vec<register::Model>,
    pub customer: Vec<customer_ledger::entry::Model>,
    pub detailed: Vec<customer_ledger::detailed::Model>,
    pub item: Vec<item_ledger::entry::Model>,
    pub value: Vec<value_entry::Model>,
    pub documents: Vec<posted::header::Model>,
    pub lines: Vec<posted::line::Model>,
}

impl World {
    /// Makes a document that must be made.
    pub async fn document(&self, document_type: DocumentType, new: &NewDocument) -> Uuid {
        let (setup, cx) = (&self.setup().await, &self.context());
        let create = |tx| async move { sales::create(&tx, setup, document_type, new, cx).await };
        match self.test.db.write(create).await.unwrap() {
            Outcome::Created(id, _) => id,
            Outcome::AlreadyThere(_, number) => panic!("{number} was there already"),
        }
    }

    pub async fn post(&self, id: Uuid, request: Request) -> Result<Posted> {
        let (cx, request) = (&self.context(), &request);
        let setup = &self.posting_setup().await;
        self.test.db.write(|tx| async move { post(&tx, setup, id, request, cx).await }).await
    }

    pub async fn posting_setup(&self) -> Setup {
        self.test.db.read(|r| async move { Setup::read(&r).await }).await.unwrap()
    }

    /// Takes a posted invoice back, all of it at once.
    pub async fn cancel(&self, invoice: Uuid) -> Result<Posted> {
        let (sales, posting, cx) = (&self.setup().await, &self.posting_setup().await, &self.context());
        self.test.db.write(|tx| async move { sales::cancel(&tx, (sales, posting), invoice, cx).await }).await
    }

    /// Makes a credit memo that takes a posted invoice back.
    pub async fn take_back(&self, invoice: Uuid) -> Result<sales::header::Model> {
        let (sales, cx) = (&self.setup().await, &self.context());
        let make = |tx| async move { sales::make_corrective_credit_memo(&tx, sales, invoice, cx).await };
        self.test.db.write(make).await
    }

    /// What keeps a document from being posted.
    pub async fn refusal(&self, id: Uuid, request: Request) -> String {
        self.post(id, request).await.unwrap_err().to_string()
    }

    /// Plans to ship and to invoice so many of each line.
    pub async fn plan(&self, id: Uuid, quantities: &[(i32, &str, &str)]) {
        let plan = |(line, ship, invoice): &(i32, &str, &str)| Plan {
            line_number: line * 10_000,
            to_ship: ship.parse().unwrap(),
            to_invoice: invoice.parse().unwrap(),
        };
        let (plans, now) = (&quantities.iter().map(plan).collect::<Vec<_>>(), self.context().now);
        self.test.db.write(|tx| async move { sales::plan_quantities(&tx, id, plans, now).await }).await.unwrap();
    }

    /// Gives every item that cost.
    pub async fn costing(&self, cost: &str) {
        self.change(items::ActiveModel { unit_cost: Set(amount(cost)), ..Default::default() }).await;
    }

    pub async fn discounts(&self, posting: sales_setup::DiscountPosting) {
        self.change(sales_setup::ActiveModel { discount_posting: Set(posting), ..Default::default() }).await;
    }

    pub async fn blocked(&self, blocked: customers::Blocked) {
        self.change(customers::ActiveModel { blocked: Set(blocked), ..Default::default() }).await;
    }

    /// The ledgers, of which everything holds that must always hold.
    pub async fn books(&self) -> Books {
        let books = self.test.db.read(|r| async move { Books::read(&r).await }).await.unwrap();
        books.check();
        let found = self.test.db.read(|r| async move { audit(&r).await }).await.unwrap();
        assert_eq!(found.findings, []);
        books
    }

    pub async fn is_there(&self, id: Uuid) -> bool {
        let find = |r| async move { Result::<_>::Ok(sales::header::Entity::find_by_id(id).one(&r).await?) };
        self.test.db.read(find).await.unwrap().is_some()
    }
}

impl Books {
    async fn read(r: &Read) -> Result<Self> {
        search::assert_kept::<sales::header::Entity>(r).await;
        search::assert_kept::<posted::header::Entity>(r).await;
        use customer_ledger::{detailed, entry as customer};
        use general_ledger::entry as general;
        use item_ledger::entry as item;
        Ok(Self {
            general: general::Entity::find().order_by_asc(general::Column::EntryNumber).all(r).await?,
            vat: vat_entry::Entity::find().order_by_asc(vat_entry::Column::EntryNumber).all(r).await?,
            registers: register::Entity::find().order_by_asc(register::Column::Number).all(r).await?,
            customer: customer::Entity::find().order_by_asc(customer::Column::EntryNumber).all(r).await?,
            detailed: detailed::Entity::find().order_by_asc(detailed::Column::EntryNumber).all(r).await?,
            item: item::Entity::find().order_by_asc(item::Column::EntryNumber).all(r).await?,
            value: value_entry::Entity::find().order_by_asc(value_entry::Column::EntryNumber).all(r).await?,
            documents: posted::header::Entity::find().order_by_asc(posted::header::Column::Number).all(r).await?,
            lines: posted::line::Entity::find().order_by_asc(posted::line::Column::LineNumber).all(r).await?,
        })
    }

    /// Every transaction adds up to nothing, VAT is what the VAT ledger says, what customers owe is what theirs says, and
    /// numbers have no gaps.
    fn check(&self) {
        let mut sums: BTreeMap<i64, Amount> = BTreeMap::new();
        for entry in &self.general {
            *sums.entry(entry.transaction_number).or_default() += entry.amount;
            assert_eq!(entry.debit_amount - entry.credit_amount, entry.amount);
        }
        assert!(sums.values().all(|sum| sum.is_zero()), "{sums:?}");
        assert_eq!(self.balance(&VAT), self.vat.iter().map(|entry| entry.amount).sum());
        let owed: Amount = self.customer.iter().map(|entry| entry.remaining_amount_lcy).sum();
        assert_eq!(self.balance(&RECEIVABLES), owed);
        for entry in &self.customer {
            let detailed = || self.detailed.iter().filter(|row| row.customer_ledger_entry_number == entry.entry_number);
            assert_eq!(detailed().map(|row| row.amount).sum::<Amount>(), entry.remaining_amount);
            assert_eq!(detailed().map(|row| row.amount_lcy).sum::<Amount>(), entry.remaining_amount_lcy);
            assert_eq!(entry.open, !entry.remaining_amount.is_zero());
        }
        for entry in &self.item {
            let values = || self.value.iter().filter(|row| row.item_ledger_entry_number == entry.entry_number);
            assert_eq!(values().map(|row| row.cost_amount_actual).sum::<Amount>(), entry.cost_amount_actual);
            assert_eq!(values().map(|row| row.cost_amount_expected).sum::<Amount>(), entry.cost_amount_expected);
            assert_eq!(values().map(|row| row.sales_amount_actual).sum::<Amount>(), entry.sales_amount_actual);
            assert_eq!(values().map(|row| row.sales_amount_expected).sum::<Amount>(), entry.sales_amount_expected);
        }
        in_sequence(self.general.iter().map(|entry| entry.entry_number));
        in_sequence(self.vat.iter().map(|entry| entry.entry_number));
        in_sequence(self.customer.iter().map(|entry| entry.entry_number));
        in_sequence(self.registers.iter().map(|register| register.number));
        for register in &self.registers {
            let entries = register.from_entry_number..=register.to_entry_number;
            let own = |entry: &&general_ledger::entry::Model| entry.transaction_number == register.number;
            assert!(self.general.iter().filter(own).all(|entry| entries.contains(&entry.entry_number)));
        }
    }

    /// What stands on accounts.
    pub fn balance(&self, accounts: &[&str]) -> Amount {
        let on = self.general.iter().filter(|entry| accounts.contains(&entry.account_number.as_str()));
        on.map(|entry| entry.amount).sum()
    }

    /// What stands on every account on which something stands.
    pub fn balances(&self) -> BTreeMap<String, Amount> {
        let mut balances: BTreeMap<String, Amount> = BTreeMap::new();
        for entry in &self.general {
            *balances.entry(entry.account_number.to_string()).or_default() += entry.amount;
        }
        balances.retain(|_, balance| !balance.is_zero());
        balances
    }

    /// Base and VAT of each rate and jurisdiction, where there is some.
    pub fn vat_by_rate(&self) -> BTreeMap<String, (Amount, Amount)> {
        let mut by_rate: BTreeMap<String, (Amount, Amount)> = BTreeMap::new();
        for entry in &self.vat {
            let rate = format!("{} {} {}", entry.tax_jurisdiction_code, entry.vat_identifier, entry.vat_percent);
            let (base, amount) = by_rate.entry(rate).or_default();
            *base += entry.base;
            *amount += entry.amount;
        }
        by_rate.retain(|_, sums| *sums != (Amount::ZERO, Amount::ZERO));
        by_rate
    }

    /// Account and amount of each entry of a transaction, in the order of accounts.
    pub fn transaction(&self, number: i64) -> Vec<(String, Decimal)> {
        let own = self.general.iter().filter(|entry| entry.transaction_number == number);
        sorted(own.map(|entry| (entry.account_number.to_string(), entry.amount.decimal())).collect())
    }

    /// Base and VAT of each VAT entry.
    pub fn vat(&self) -> Vec<(Amount, Amount)> {
        self.vat.iter().map(|entry| (entry.base, entry.amount)).collect()
    }

    /// The numbers of the posted documents of a kind.
    pub fn numbers(&self, kind: posted::Kind) -> Vec<&str> {
        let own = self.documents.iter().filter(|document| document.kind == kind);
        own.map(|document| document.number.as_str()).collect()
    }

    /// Nothing was posted.
    pub fn is_empty(&self) -> bool {
        self.general.is_empty() && self.registers.is_empty() && self.item.is_empty() && self.documents.is_empty()
    }
}

/// Reads "3000 -200.00, 2700 -50.00" as [`Books::transaction`] gives it.
pub fn entries(text: &str) -> Vec<(String, Decimal)> {
    let entry = |text: &str| {
        let (account, amount) = text.trim().split_once(' ').unwrap();
        (account.to_owned(), amount.parse::<Decimal>().unwrap().normalize())
    };
    sorted(text.split(',').map(entry).collect())
}

fn sorted(mut entries: Vec<(String, Decimal)>) -> Vec<(String, Decimal)> {
    entries.sort();
    entries
}

fn in_sequence(numbers: impl Iterator<Item = i64>) {
    let numbers: Vec<i64> = numbers.collect();
    assert_eq!(numbers, (1..=i64::try_from(numbers.len()).unwrap()).collect::<Vec<_>>());
}
