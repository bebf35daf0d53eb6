//! What holds of whatever is sold, in whatever parts it is posted, and when it is taken back.

mod case;
mod office;

use back_office::audit::audit;
use back_office::sales::posted::Kind;
use back_office::sales::{DocumentType, LineKind, Plan, line};
use database::Engine;
use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::TestRunner;
use rstest::rstest;
use rust_decimal::Decimal;
use uuid::Uuid;
use values::money::{Amount, Quantity, round};

use self::case::{Case, case};
use self::office::{Office, Told, WORTH};

/// How many documents are made on each engine, unless `KOBLING_TEST_DOCUMENTS` says.
const DOCUMENTS: usize = 500;
/// What rounding comes to.
const ROUNDING: &str = "7775";

/// What was done.
#[derive(Debug, Default)]
struct Done {
    documents: usize,
    postings: usize,
    credited: usize,
}

#[rstest]
#[tokio::test]
async fn parts_come_to_the_whole_and_every_part_balances(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let wanted = std::env::var("KOBLING_TEST_DOCUMENTS").map_or(DOCUMENTS, |text| text.parse().unwrap());
    let mut runner = TestRunner::deterministic();
    let (office, mut done) = (Office::new(engine).await, Done::default());
    while done.documents < wanted {
        let case = case().new_tree(&mut runner).unwrap().current();
        post_in_parts(&office, &case, &mut done).await;
    }
    let found = office.world.test.db.read(|r| async move { audit(&r).await }).await.unwrap();
    assert_eq!(found.findings, []);
    println!(
        "documents: {} on {engine:?}, {} of them credit memos, in {} postings; {} G/L, {} customer and {} item ledger \
         entries hold",
        done.documents, done.credited, done.postings, found.entries.0, found.entries.1, found.entries.2
    );
}

/// How many documents are taken back on each engine.
const TAKEN_BACK: usize = 60;

#[rstest]
#[tokio::test]
async fn an_invoice_that_is_taken_back_leaves_every_account_as_it_was(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let mut runner = TestRunner::deterministic();
    let (office, mut done) = (Office::new(engine).await, Done::default());
    for _ in 0..TAKEN_BACK {
        let mut case = case().new_tree(&mut runner).unwrap().current();
        case.is_credited = false;
        office.world.costing("12.34").await;
        for invoice in post_in_parts(&office, &case, &mut done).await {
            // What the goods cost by now is not what they have cost.
            office.world.costing("98.76").await;
            office.cancel(invoice, case.setup).await.unwrap();
        }
        let books = office.world.books().await;
        assert_eq!((books.balances(), books.vat_by_rate()), Default::default(), "{case:?}");
        assert!(books.customer.iter().all(|entry| !entry.open), "{case:?}");
    }
}

async fn post_in_parts(office: &Office, case: &Case, done: &mut Done) -> Vec<Uuid> {
    let id = office.create(case.document_type(), &case.document("")).await;
    let (header, mut lines) = office.world.read(id).await;
    done.documents += 1;
    let (mut invoices, mut is_there) = (Vec::new(), true);
    for (ship, invoice) in case.steps.iter().filter(|_| case.is_order) {
        let plans: Vec<Plan> = lines
            .iter()
            .map(|line| {
                let (ship, invoice) = if case.waits(line) { (0, 0) } else { (*ship, *invoice) };
                let to_ship = at_most(ship, line.outstanding());
                let to_invoice = at_most(invoice, line.invoiceable(to_ship));
                Plan { line_number: line.line_number, to_ship, to_invoice }
            })
            .collect();
        // A part that comes to less than nothing, or to nothing at all, is refused.
        let Ok(posted) = office.post(id, case.setup, Some(&plans)).await else { continue };
        done.postings += 1;
        invoices.extend(posted.invoice.map(|(id, _)| id));
        if posted.completed {
            is_there = false;
            break;
        }
        lines = office.world.read(id).await.1;
    }
    if is_there {
        // What a part that was refused had planned, planned again with all that is left.
        let rest = |line: &line::Model| Plan {
            line_number: line.line_number,
            to_ship: line.outstanding(),
            to_invoice: line.quantity - line.quantity_invoiced,
        };
        let plans: Vec<Plan> = lines.iter().map(rest).collect();
        let last = office.post(id, case.setup, Some(&plans)).await.unwrap();
        done.postings += 1;
        invoices.extend(last.invoice.map(|(id, _)| id));
        assert!(last.completed, "{case:?}");
    }
    let told = office.told(&invoices).await;
    let sum = |of: fn(&Told) -> Amount| told.iter().map(of).sum::<Amount>();
    assert_eq!(sum(amount_of_lines), header.amount, "{case:?}");
    assert_eq!(sum(with_vat), header.amount_including_vat, "{case:?}");
    assert_eq!(sum(|told| told.header.invoice_discount_amount), header.invoice_discount_amount, "{case:?}");
    told.iter().for_each(|told| check(case, told));
    if case.is_credited {
        // One that discounts or rounding have made nothing of is not open.
        let open = told.iter().find(|told| told.entry.amount > Amount::ZERO).unwrap();
        credit(office, case, open).await;
        done.documents += 1;
        done.credited += 1;
        done.postings += 1;
    }
    invoices
}

/// Takes all of it back, and settles one of its invoices.
async fn credit(office: &Office, case: &Case, invoice: &Told) {
    let id = office.create(DocumentType::CreditMemo, &case.document(invoice.header.number.as_str())).await;
    let (header, _) = office.world.read(id).await;
    let posted = office.post(id, case.setup, None).await.unwrap();
    assert!(posted.completed);
    let told = office.told(&[invoice.header.id, posted.invoice.unwrap().0]).await;
    let [invoice, memo] = &told[..] else { panic!("{case:?}") };
    assert_eq!((memo.header.kind, with_vat(memo)), (Kind::CreditMemo, header.amount_including_vat), "{case:?}");
    check(case, memo);
    // Each goes as far as the smaller of them is.
    let rest = invoice.entry.amount + memo.entry.amount;
    let (owed, back) = if rest < Amount::ZERO { (Amount::ZERO, rest) } else { (rest, Amount::ZERO) };
    assert_eq!((invoice.entry.remaining_amount, memo.entry.remaining_amount), (owed, back), "{case:?}");
}

/// What holds of every posted document.
fn check(case: &Case, told: &Told) {
    let (header, entry) = (&told.header, &told.entry);
    let lines = || told.lines.iter();
    assert_eq!(lines().map(|line| line.amount).sum::<Amount>(), header.amount, "{case:?}");
    assert_eq!(lines().map(|line| line.amount_including_vat).sum::<Amount>(), header.amount_including_vat, "{case:?}");
    let owed = if header.kind == Kind::CreditMemo { -entry.amount } else { entry.amount };
    assert_eq!(owed, header.amount_including_vat, "{case:?}");
    if case.setup.1 {
        assert!((owed.decimal() * Decimal::TWO).fract().is_zero(), "{owed} is no round amount: {case:?}");
    }
    // What is owed in the company's own currency is what the document comes to in it, to the cent.
    let rate = if case.euros { WORTH.parse::<Decimal>().unwrap() / Decimal::ONE_HUNDRED } else { Decimal::ONE };
    let converted = round(entry.amount.decimal() * rate, Decimal::new(1, 2));
    assert_eq!(entry.amount_lcy.decimal(), converted.normalize(), "{case:?}");
}

/// What its lines come to without VAT, without what rounding has added.
fn amount_of_lines(told: &Told) -> Amount {
    own_lines(told).map(|line| line.amount).sum()
}

fn with_vat(told: &Told) -> Amount {
    own_lines(told).map(|line| line.amount_including_vat).sum()
}

fn own_lines(told: &Told) -> impl Iterator<Item = &back_office::sales::posted::line::Model> {
    told.lines.iter().filter(|line| line.kind != LineKind::Account || line.number != ROUNDING)
}

/// So many units, but no more than there are, and of what is taken back as many in the other direction.
fn at_most(units: i32, there: Quantity) -> Quantity {
    let units = Quantity::from(units);
    if there < Quantity::ZERO { (-units).max(there) } else { units.min(there) }
}
