//! Journals: lines that are entered and posted together, bank accounts, and what is found of it afterwards.

use back_office::general_journal::{self, AccountType, NewLine, PostedJournal, batch, line};
use back_office::general_ledger::DocumentType as Ledger;
use back_office::posting::Request;
use back_office::sales::{DocumentType, NewDocument, Source};
use back_office::{Result, bank_accounts, find_entries, payment_methods, vat};
use database::Engine;
use rstest::rstest;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, Set};
use uuid::Uuid;

use super::books::entries;
use super::examples::euros;
use crate::world::{World, amount, code, day, order, sold};

impl World {
    async fn journal(&self, template: &str) -> Uuid {
        let query = batch::Entity::find().filter(batch::Column::TemplateName.eq(template));
        let find = |r| async move { Result::<_>::Ok(query.one(&r).await?) };
        self.test.db.read(find).await.unwrap().unwrap().id
    }

    async fn enter(&self, journal: Uuid, lines: &[NewLine]) -> Result<Vec<line::Model>> {
        let cx = &self.context();
        self.test.db.write(|tx| async move { general_journal::enter(&tx, journal, lines, cx).await }).await
    }

    async fn post_journal(&self, journal: Uuid) -> Result<PostedJournal> {
        let (setup, cx) = (&self.posting_setup().await, &self.context());
        self.test.db.write(|tx| async move { general_journal::post(&tx, setup, journal, cx).await }).await
    }

    async fn journal_lines(&self) -> Vec<line::Model> {
        let query = line::Entity::find().order_by_asc(line::Column::LineNumber);
        self.test.db.read(|r| async move { Result::<_>::Ok(query.all(&r).await?) }).await.unwrap()
    }

    async fn bank_entries(&self) -> Vec<bank_accounts::entry::Model> {
        let query = bank_accounts::entry::Entity::find().order_by_asc(bank_accounts::entry::Column::EntryNumber);
        self.test.db.read(|r| async move { Result::<_>::Ok(query.all(&r).await?) }).await.unwrap()
    }

    async fn invoice_of(&self, price: &str) {
        let id = self.document(DocumentType::Order, &order(true, vec![sold("SHIRT", 1, price, "0")])).await;
        self.post(id, Request::SHIP_AND_INVOICE).await.unwrap();
    }
}

/// What the customer has paid of an invoice.
fn paid(text: &str) -> NewLine {
    NewLine {
        posting_date: day("2026-03-02"),
        document_type: Ledger::Payment,
        account_type: AccountType::Customer,
        account_number: code("C00001"),
        amount: -amount(text),
        applies_to: Some((Ledger::Invoice, code("PI-000001"))),
        ..NewLine::default()
    }
}

fn on(account: &str, text: &str) -> NewLine {
    NewLine {
        posting_date: day("2026-03-02"),
        document_number: code("GJ-7"),
        account_number: code(account),
        amount: amount(text),
        ..NewLine::default()
    }
}

#[rstest]
#[tokio::test]
async fn a_cash_receipt_settles_its_invoice_and_stands_on_the_bank_account(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    world.invoice_of("1000.00").await;
    let journal = world.journal("CASHRCPT").await;
    let lines = world.enter(journal, &[paid("250.00"), paid("750.00")]).await.unwrap();
    assert_eq!(lines.iter().map(|line| line.line_number).collect::<Vec<_>>(), [10_000, 20_000]);
    assert_eq!((lines[0].description.as_str(), lines[0].balancing_account_number.as_str()), ("Kari Nordmann", "MAIN"));
    let posted = world.post_journal(journal).await.unwrap();
    assert_eq!(posted, PostedJournal { transaction_number: 2, lines: 2 });
    let books = world.books().await;
    assert_eq!(books.transaction(2), entries("1920 250, 1500 -250, 1920 750, 1500 -750"));
    assert!(books.customer.iter().all(|entry| !entry.open));
    assert_eq!(books.registers[1].source_code, "CASHRECJNL");
    let bank: Vec<_> =
        world.bank_entries().await.into_iter().map(|entry| (entry.document_number, entry.amount)).collect();
    assert_eq!(bank, [(code("GJ-000001"), amount("250")), (code("GJ-000002"), amount("750"))]);
    assert!(world.journal_lines().await.is_empty());
}

#[rstest]
#[tokio::test]
async fn lines_of_one_document_balance_each_other(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let world = World::new(engine).await;
    let journal = world.journal("GENERAL").await;
    world.enter(journal, &[on("1900", "100.00"), on("1580", "-60.00"), on("1920", "-40.00")]).await.unwrap();
    world.post_journal(journal).await.unwrap();
    let books = world.books().await;
    assert_eq!(books.transaction(1), entries("1900 100, 1580 -60, 1920 -40"));
    assert!(books.general.iter().all(|entry| entry.document_number == "GJ-7"));
}

#[rstest]
#[tokio::test]
async fn what_comes_from_elsewhere_says_so_in_the_ledger_and_is_posted_once(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    let journal = world.journal("GENERAL").await;
    let source = Source { kind: "Payout".into(), id: "7".into(), number: "7".into() };
    let of_payout = NewLine {
        balancing_account: Some((AccountType::General, code("1580"))),
        source: Some(source),
        ..on("1920", "100.00")
    };
    world.enter(journal, std::slice::from_ref(&of_payout)).await.unwrap();
    world.post_journal(journal).await.unwrap();
    let books = world.books().await;
    assert_eq!(books.transaction(1), entries("1920 100, 1580 -100"));
    assert!(
        books.general.iter().all(|entry| (entry.source_kind.as_str(), entry.source_id.as_str()) == ("Payout", "7"))
    );
    world.enter(journal, &[of_payout]).await.unwrap();
    let refused = world.post_journal(journal).await.unwrap_err().to_string();
    assert!(refused.contains("it is posted already: delete the line"), "{refused}");
    assert_eq!(world.books().await.general.len(), 2);
}

#[rstest]
#[tokio::test]
async fn lines_without_a_number_that_balance_each_other_share_the_next_one(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    let journal = world.journal("GENERAL").await;
    let unnumbered = |line: NewLine| NewLine { document_number: code(""), ..line };
    let lines = [on("1900", "100.00"), on("1920", "-100.00")].map(unnumbered);
    world.enter(journal, &lines).await.unwrap();
    world.post_journal(journal).await.unwrap();
    assert!(world.books().await.general.iter().all(|entry| entry.document_number == "GJ-000001"));
}

#[rstest]
#[tokio::test]
async fn all_that_is_wrong_with_a_journal_is_said_by_line_and_nothing_of_it_is_posted(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    let journal = world.journal("GENERAL").await;
    let bank = Some((AccountType::BankAccount, code("MAIN")));
    let of_nothing = NewLine { document_number: code("GJ-8"), balancing_account: bank, ..paid("250.00") };
    let lines = [on("1900", "100.00"), on("1920", "-90.00"), on("1580", "0"), of_nothing];
    world.enter(journal, &lines).await.unwrap();
    let refused = world.post_journal(journal).await.unwrap_err().to_string();
    let expected = "the journal GENERAL DEFAULT can't be posted: line 30000: Amount is 0: enter what was paid; \
         line 40000: there is no open invoice PI-000001 of customer C00001: choose another, or leave it out; \
         line 20000: the lines of document GJ-7 on 2026-03-02 are out of balance by 10: name a balancing account, or mend the \
         amounts";
    assert_eq!(refused, expected);
    assert!(world.books().await.is_empty() && world.journal_lines().await.len() == 4);
    assert_eq!(
        world.post_journal(world.journal("CASHRCPT").await).await.unwrap_err().to_string(),
        "the document has no lines"
    );
}

#[rstest]
#[case(on("9999", "1"), "there is no G/L account 9999: create it, or choose another")]
#[case(on("1500", "1"), "G/L account 1500 is blocked: unblock it on its card, or choose another")]
#[case(
    NewLine { account_type: AccountType::BankAccount, ..on("OTHER", "1") },
    "there is no bank account OTHER: create it, or choose another"
)]
#[case(
    NewLine { account_type: AccountType::Customer, ..on("C9", "1") },
    "there is no customer C9: create it, or choose another"
)]
#[case(
    NewLine { currency_code: code("XYZ"), ..on("1920", "1") },
    "there is no Currency XYZ: create it, or choose another"
)]
#[case(
    NewLine { payment_method_code: code("SHELLS"), ..on("1920", "1") },
    "there is no Payment Method SHELLS: create it, or choose another"
)]
#[tokio::test]
async fn what_can_not_be_posted_to_is_not_entered(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
    #[case] line: NewLine,
    #[case] expected: &str,
) {
    let world = World::new(engine).await;
    let journal = world.journal("GENERAL").await;
    assert_eq!(world.enter(journal, &[on("1900", "1"), line]).await.unwrap_err().to_string(), expected);
    assert!(world.journal_lines().await.is_empty());
}

#[rstest]
#[tokio::test]
async fn a_line_is_changed_and_taken_out(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let world = World::new(engine).await;
    let journal = world.journal("GENERAL").await;
    let lines = world.enter(journal, &[on("1900", "100.00"), on("1920", "-90.00")]).await.unwrap();
    let (cx, new, id) = (&world.context(), &on("1580", "-100.00"), lines[1].id);
    let change = |tx| async move { general_journal::change(&tx, id, new, cx).await };
    let changed = world.test.db.write(change).await.unwrap();
    assert_eq!((changed.account_number.as_str(), changed.line_number, changed.version), ("1580", 20_000, 2));
    let delete = || world.test.db.write(|tx| async move { general_journal::delete(&tx, id).await });
    delete().await.unwrap();
    assert_eq!(world.journal_lines().await.len(), 1);
    assert!(delete().await.is_err());
}

#[rstest]
#[tokio::test]
async fn a_bank_account_in_a_currency_takes_only_that_one(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let world = World::new(engine).await;
    euros(&world, "2026-01-01", "745").await;
    world.change(bank_accounts::ActiveModel { currency_code: Set(code("EUR")), ..Default::default() }).await;
    let journal = world.journal("GENERAL").await;
    let to_bank = |currency: &str| NewLine {
        currency_code: code(currency),
        account_type: AccountType::BankAccount,
        balancing_account: Some((AccountType::General, code("1580"))),
        ..on("MAIN", "10.00")
    };
    let crowns = world.enter(journal, &[to_bank("")]).await.unwrap();
    let refused = world.post_journal(journal).await.unwrap_err().to_string();
    assert!(refused.ends_with("bank account MAIN is kept in EUR: enter the amount in that currency"), "{refused}");
    let (cx, euros, id) = (&world.context(), &to_bank("EUR"), crowns[0].id);
    world.test.db.write(|tx| async move { general_journal::change(&tx, id, euros, cx).await }).await.unwrap();
    world.post_journal(journal).await.unwrap();
    let entry = &world.bank_entries().await[0];
    assert_eq!((entry.amount, entry.amount_lcy, entry.currency_code.as_str()), (amount("10"), amount("74.50"), "EUR"));
    assert_eq!(world.books().await.transaction(1), entries("1920 74.5, 1580 -74.5"));
}

#[rstest]
#[tokio::test]
async fn a_document_is_paid_at_once_to_the_bank_account_of_its_payment_method(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    let to_bank = payment_methods::ActiveModel {
        balancing_account_type: Set(AccountType::BankAccount),
        balancing_account_number: Set(code("MAIN")),
        ..Default::default()
    };
    world.change(to_bank).await;
    let new = NewDocument { payment_method_code: code("CARD"), ..order(false, vec![sold("SHIRT", 2, "100", "0")]) };
    let id = world.document(DocumentType::Order, &new).await;
    world.post(id, Request::SHIP_AND_INVOICE).await.unwrap();
    assert_eq!(world.books().await.transaction(1), entries("3000 -200, 2700 -50, 1500 250, 1500 -250, 1920 250"));
    let entry = &world.bank_entries().await[0];
    assert_eq!((entry.bank_account_number.as_str(), entry.amount), ("MAIN", amount("250")));
}

#[rstest]
#[tokio::test]
async fn all_that_came_of_a_document_is_found_by_its_number(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    world.invoice_of("1000.00").await;
    let find = |number: &'static str, date: Option<&'static str>| {
        let find = move |r| async move { find_entries(&r, &code(number), date.map(day)).await };
        let found = world.test.db.read(find);
        async move { found.await.unwrap().into_iter().map(|found| (found.name, found.count)).collect::<Vec<_>>() }
    };
    let expected = [("salesInvoices", 1), ("generalLedgerEntries", 3), ("vatEntries", 1), ("customerLedgerEntries", 1)];
    let found = find("PI-000001", None).await;
    assert!(expected.iter().all(|entry| found.contains(entry)), "{found:?}");
    assert!(!found.iter().any(|(name, _)| *name == "salesCreditMemos"), "{found:?}");
    assert!(find("PI-000001", Some("2026-03-02")).await.len() == found.len());
    assert!(find("PI-000001", Some("2026-03-03")).await.is_empty() && find("PI-1", None).await.is_empty());
}

#[rstest]
#[tokio::test]
async fn vat_is_summed_up_by_the_country_to_which_was_sent_and_by_rate(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    for country in ["NO", "SE", "SE"] {
        // It is the VAT date that decides.
        let mut new = order(false, vec![sold("SHIRT", 1, "100", "0"), sold("CUP", 1, "10", "0")]);
        new.ship_to.country_region_code = code(country);
        new.vat_reporting_date = Some(day("2026-02-28"));
        let id = world.document(DocumentType::Order, &new).await;
        world.post(id, Request::SHIP_AND_INVOICE).await.unwrap();
    }
    let of = |from: &'static str, to: &'static str| {
        world.test.db.read(move |r| async move { vat::statement(&r, day(from), day(to)).await })
    };
    let lines = of("2026-02-28", "2026-02-28").await.unwrap();
    let lines: Vec<_> = lines
        .iter()
        .map(|line| (line.country_region_code.as_str(), line.vat_percent.to_string(), line.base, line.amount))
        .collect();
    assert!(lines.contains(&("NO", "25".into(), amount("100"), amount("25"))), "{lines:?}");
    assert!(lines.contains(&("SE", "25".into(), amount("200"), amount("50"))), "{lines:?}");
    assert_eq!(lines.iter().map(|line| line.2).sum::<values::money::Amount>(), amount("330"));
    assert!(of("2026-03-01", "2026-12-31").await.unwrap().is_empty());
}
