//! A company that posts many documents, with its set-up at hand.

use back_office::currencies::exchange_rate;
use back_office::posting::{Posted, Request, Setup, post};
use back_office::sales::{self, DocumentType, NewDocument, Outcome, Plan, posted};
use back_office::sales_setup::DiscountPosting;
use back_office::{Result, customer_ledger, general_ledger};
use database::Engine;
use database::testing::start;
use sea_orm::{ActiveModelTrait, ColumnTrait, EntityTrait, IntoActiveModel, QueryFilter, Set};
use uuid::Uuid;

use crate::world::{World, amount, code, day};

/// What 100 euros are worth.
pub const WORTH: &str = "1137.77";

pub struct Office {
    pub world: World,
    sales: sales::Setup,
    /// By how discounts are posted, and whether what is to be paid is rounded to halves.
    posting: Vec<[Setup; 2]>,
    cx: sales::Context,
}

/// A posted invoice or credit memo, its lines, and the entry of the customer.
pub struct Told {
    pub header: posted::header::Model,
    pub lines: Vec<posted::line::Model>,
    pub entry: customer_ledger::entry::Model,
}

impl Office {
    pub async fn new(engine: Engine) -> Self {
        let world = World::new(engine).await;
        world.costing("12.34").await;
        rate(&world).await;
        let mut posting = Vec::new();
        for discounts in [DiscountPosting::No, DiscountPosting::Invoice, DiscountPosting::Line, DiscountPosting::All] {
            world.discounts(discounts).await;
            let mut of_it = Vec::new();
            for precision in ["0.01", "0.50"] {
                round_to(&world, precision).await;
                of_it.push(world.posting_setup().await);
            }
            posting.push(of_it.try_into().unwrap());
        }
        Self { sales: world.setup().await, posting, cx: world.context(), world }
    }

    pub async fn create(&self, document_type: DocumentType, new: &NewDocument) -> Uuid {
        let (setup, cx) = (&self.sales, &self.cx);
        let create = |tx| async move { sales::create(&tx, setup, document_type, new, cx).await };
        match self.world.test.db.write(create).await.unwrap() {
            Outcome::Created(id, _) => id,
            Outcome::AlreadyThere(_, number) => panic!("{number} was there already"),
        }
    }

    /// Plans to ship and invoice that, and posts it; `None`: what is planned already.
    pub async fn post(&self, id: Uuid, (discounts, rounds): (usize, bool), plans: Option<&[Plan]>) -> Result<Posted> {
        let (setup, cx) = (&self.posting[discounts][usize::from(rounds)], &self.cx);
        let write = |tx| async move {
            if let Some(plans) = plans {
                sales::plan_quantities(&tx, id, plans, cx.now).await?;
            }
            post(&tx, setup, id, &Request::SHIP_AND_INVOICE, cx).await
        };
        self.world.test.db.write(write).await
    }

    /// Takes a posted invoice back.
    pub async fn cancel(&self, invoice: Uuid, (discounts, rounds): (usize, bool)) -> Result<Posted> {
        let (sales, setup, cx) = (&self.sales, &self.posting[discounts][usize::from(rounds)], &self.cx);
        self.world.test.db.write(|tx| async move { sales::cancel(&tx, (sales, setup), invoice, cx).await }).await
    }

    /// Posted invoices and credit memos.
    pub async fn told(&self, ids: &[Uuid]) -> Vec<Told> {
        let read = |r| async move {
            use customer_ledger::entry;
            use posted::{header, line};
            let mut told = Vec::new();
            for id in ids {
                let header = header::Entity::find_by_id(*id).one(&r).await?.unwrap();
                let lines = line::Entity::find().filter(line::Column::DocumentId.eq(header.id)).all(&r).await?;
                let entry = entry::Entity::find().filter(entry::Column::DocumentNumber.eq(header.number.clone()));
                told.push(Told { lines, entry: entry.one(&r).await?.unwrap(), header });
            }
            Result::<_>::Ok(told)
        };
        self.world.test.db.read(read).await.unwrap()
    }
}

async fn rate(world: &World) {
    let row = &exchange_rate::Model {
        id: world.random.id(start()),
        currency_code: code("EUR"),
        starting_date: day("2026-01-01"),
        exchange_rate_amount: "100".parse().unwrap(),
        relational_exchange_rate_amount: WORTH.parse().unwrap(),
    };
    let write = |tx| async move {
        row.clone().into_active_model().insert(&tx).await?;
        Result::<_>::Ok(())
    };
    world.test.db.write(write).await.unwrap();
}

/// What is to be paid is rounded to that, in the company's own currency and in others.
async fn round_to(world: &World, precision: &str) {
    let precision = Set(amount(precision));
    let own =
        general_ledger::setup::ActiveModel { invoice_rounding_precision: precision.clone(), ..Default::default() };
    world.change(own).await;
    let others = back_office::currencies::ActiveModel { invoice_rounding_precision: precision, ..Default::default() };
    world.change(others).await;
}
