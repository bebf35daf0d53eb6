//! What stands on a document.

use back_office::customers;
use back_office::sales::{DocumentType, NewDocument, Source};
use database::Engine;
use papers::{Error, Language, Row, Sheet};
use rstest::rstest;
use sea_orm::{EntityTrait, Set};
use uuid::Uuid;
use values::money::Amount;

use crate::world::{World, abroad, code, document, fact, said, sold};

/// The sums of a document, as texts.
fn totals(sheet: &Sheet) -> Vec<(&str, &str)> {
    sheet.totals.iter().map(|total| (total.label.as_str(), total.value.as_str())).collect()
}

/// What stands in the columns of a line.
fn cells(sheet: &Sheet, line: usize) -> Vec<&str> {
    match &sheet.rows[line] {
        Row::Cells(cells) => cells.iter().map(String::as_str).collect(),
        Row::Text(text) => vec![text],
    }
}

#[rstest]
#[tokio::test]
async fn an_invoice_says_in_norwegian_at_home_what_was_posted(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    let source = Some(Source { kind: "Shopify Order".into(), id: "1".into(), number: "#1001".into() });
    let lines = vec![sold("SHIRT", "2", "500", "100"), sold("BREAD", "1.5", "40", "0"), said("Takk for handelen!")];
    let order = NewDocument {
        source,
        payment_method_code: code("BANK"),
        shipment_method_code: code("PARCEL"),
        ..document(false, lines)
    };
    let id = world.posted(DocumentType::Order, &order).await;
    let sheet = world.sheet(id, None).await;

    assert_eq!((sheet.language, sheet.title), ("nb", "Faktura"));
    assert_eq!(sheet.bill_to, ["Kari Nordmann", "Bryggen 7", "5003 Bergen"]);
    assert!(sheet.ship_to.is_empty(), "an address that is the payer's is not said twice");
    for (label, value) in [
        ("Kundenr.", "C00001"),
        ("Shopify-ordrenr.", "#1001"),
        ("Deres referanse", "PO-7"),
        ("Bokføringsdato", "02.03.2026"),
        ("Betalingsmåte", "Bank transfer"),
        ("Leveringsmåte", "Parcel"),
    ] {
        assert_eq!(fact(&sheet.facts, label), Some(value), "{label}");
    }
    let heads: Vec<_> = sheet.columns.iter().map(|column| column.label).collect();
    assert_eq!(heads, ["Nr.", "Beskrivelse", "Antall", "Enhet", "Enhetspris", "Rabatt", "MVA", "Beløp"]);
    assert_eq!(cells(&sheet, 0), ["SHIRT", "Wool shirt", "2", "PCS", "500,00", "10\u{a0}%", "25\u{a0}%", "900,00"]);
    assert_eq!(cells(&sheet, 1), ["BREAD", "Flatbread", "1,5", "PCS", "40,00", "", "15\u{a0}%", "60,00"]);
    assert_eq!(cells(&sheet, 2), ["Takk for handelen!"]);
    assert_eq!(
        totals(&sheet),
        [("Sum uten MVA", "960,00"), ("MVA", "234,00"), ("Sum inkl. MVA NOK", "1\u{202f}194,00")]
    );
    assert_eq!(sheet.vat.rows, [["25\u{a0}%", "900,00", "225,00"], ["15\u{a0}%", "60,00", "9,00"]]);
    let pay = format!(
        "Betal NOK\u{a0}1\u{202f}194,00 til konto 1234.56.78903 innen 02.03.2026, og merk betalingen {}.",
        sheet.number
    );
    assert_eq!(sheet.notes, [pay]);
    assert_eq!(fact(&sheet.footer, "Org.nr."), Some("NO 123 456 789 MVA"));
}

#[rstest]
#[tokio::test]
async fn a_customer_abroad_gets_english_and_the_vat_in_both_currencies(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    let id = world.posted(DocumentType::Invoice, &abroad(vec![sold("SHIRT", "1", "1234.5", "0")])).await;
    let sheet = world.sheet(id, None).await;
    assert_eq!((sheet.language, sheet.title), ("en", "Invoice"));
    assert_eq!(sheet.bill_to.last().map(String::as_str), Some("Germany"));
    assert_eq!(fact(&sheet.facts, "Your VAT reg. no."), Some("DE123456789"));
    assert_eq!(fact(&sheet.facts, "Due date"), Some("2\u{a0}March 2026"));
    assert_eq!(sheet.totals.last().unwrap().label, "Total incl. VAT EUR");
    assert_eq!(sheet.vat.labels, ["Rate", "Base", "VAT", "VAT in NOK"]);
    assert_eq!(sheet.vat.rows, [["0%", "1,234.50", "0.00", "0.00"]]);
    assert!(sheet.notes[0].contains("NO93 1234 5678 903"), "abroad is paid to the international number");

    let asked = world.sheet(id, Some(Language::Norwegian)).await;
    assert_eq!(asked.title, "Faktura", "who asks for a language gets it");
}

#[rstest]
#[tokio::test]
async fn what_is_posted_is_printed_as_it_was_whatever_becomes_of_its_customer(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    let id = world.posted(DocumentType::Invoice, &abroad(vec![sold("SHIRT", "1", "1234.5", "0")])).await;
    let before = world.sheet(id, None).await;
    let moved = customers::ActiveModel {
        language_code: Set(code("NOR")),
        vat_registration_number: Set("NO999".into()),
        country_region_code: Set(code("NO")),
        ..Default::default()
    };
    let change = &customers::Entity::update_many().set(moved);
    let write = |tx| async move {
        change.clone().exec(&tx).await?;
        back_office::Result::<_>::Ok(())
    };
    world.test.db.write(write).await.unwrap();
    assert_eq!(world.sheet(id, None).await, before);
}

#[rstest]
#[tokio::test]
async fn vat_in_another_currency_is_what_the_ledger_has(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let world = World::new(engine).await;
    let at_home = NewDocument { currency_code: code("EUR"), ..document(false, vec![sold("SHIRT", "1", "10", "0")]) };
    let id = world.posted(DocumentType::Invoice, &at_home).await;
    let sheet = world.sheet(id, Some(Language::English)).await;
    assert_eq!(sheet.vat.rows, [["25%", "10.00", "2.50", "28.75"]], "2.50 at 11.5");

    let id = world.posted(DocumentType::CreditMemo, &at_home).await;
    let sheet = world.sheet(id, Some(Language::English)).await;
    assert_eq!(sheet.vat.rows, [["25%", "10.00", "2.50", "28.75"]], "it has no minus on a credit memo");
}

#[rstest]
#[tokio::test]
async fn a_credit_memo_asks_for_no_money(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let world = World::new(engine).await;
    let id = world.posted(DocumentType::CreditMemo, &document(true, vec![sold("SHIRT", "1", "125", "0")])).await;
    let sheet = world.sheet(id, Some(Language::English)).await;
    assert_eq!(sheet.title, "Credit memo");
    assert_eq!(totals(&sheet), [("Total excl. VAT", "100.00"), ("VAT", "25.00"), ("Total incl. VAT NOK", "125.00")]);
    assert_eq!(fact(&sheet.facts, "Due date"), None);
    assert!(sheet.notes.is_empty());
}

#[rstest]
#[tokio::test]
async fn a_discount_on_the_whole_leads_from_the_lines_to_the_total(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
    #[values(false, true)] prices_including_vat: bool,
) {
    let world = World::new(engine).await;
    let discount: Amount = "10".parse().unwrap();
    let lines = vec![sold("SHIRT", "1", "99.99", "0"), sold("BREAD", "3", "7.77", "0")];
    let new = NewDocument { invoice_discount: discount, ..document(prices_including_vat, lines) };
    let id = world.posted(DocumentType::Invoice, &new).await;
    let sheet = world.sheet(id, Some(Language::English)).await;
    let expected = match prices_including_vat {
        false => ("Subtotal", "123.30", "113.30", 2),
        true => ("Subtotal incl. VAT", "123.30", "113.30", 4),
    };
    let sums = totals(&sheet);
    assert_eq!(sums[0], (expected.0, expected.1));
    assert_eq!(sums[1], ("Invoice discount", "−10.00"));
    assert_eq!(sums[expected.3].1, expected.2);
}

#[rstest]
#[tokio::test]
async fn what_comes_to_nothing_is_an_invoice_too(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let world = World::new(engine).await;
    let id = world.posted(DocumentType::Invoice, &document(true, vec![sold("GIFT", "1", "0", "0")])).await;
    let sheet = world.sheet(id, None).await;
    assert_eq!(totals(&sheet), [("Sum uten MVA", "0,00"), ("MVA", "0,00"), ("Sum inkl. MVA NOK", "0,00")]);
    assert!(sheet.notes.is_empty(), "nothing is to be paid");
}

#[rstest]
#[tokio::test]
async fn only_what_is_posted_is_printed(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let world = World::new(engine).await;
    let refused = world.try_sheet(Uuid::nil(), None).await.unwrap_err();
    assert!(matches!(refused, Error::NoDocument(_)), "{refused}");
}
