//! What the names of shipping, payments, terms and places become on documents.

use back_office::sales;
use back_office::{payment_methods, sales_tax, shipment_methods, shipping_agents};
use connector::mappings::{payment_method, payment_terms, shipment_method, tax_area};
use database::Engine;
use rstest::rstest;
use serde_json::{Value, json};

use crate::store::{self, kroner, line, make_special, order, with};
use crate::world::{SHOP, World, amount};

/// A way of sending goods that the store has not set up.
const NEW: &str = "By bicycle";

fn shipped(title: &str, price: &str) -> Value {
    json!({ "shippingLines": [{ "title": title, "priceSet": kroner(price) }] })
}

fn paid(payments: &[(&str, &str, i64)]) -> Value {
    let payment = |(gateway, amount, card): &(&str, &str, i64)| {
        let receipt = if *card == 0 { json!({}) } else { json!({ "gift_card_id": card }) };
        json!({ "kind": "SALE", "status": "SUCCESS", "gateway": gateway, "amountSet": kroner(amount), "receiptJson": receipt })
    };
    json!({ "transactions": payments.iter().map(payment).collect::<Vec<_>>() })
}

async fn made(world: &World) -> (sales::header::Model, Vec<sales::line::Model>) {
    let summary = world.create_sales_orders().await;
    assert_eq!((summary.created, summary.skipped, summary.failed), (1, 0, 0), "{:?}", world.skipped().await);
    let document = world.sales_orders().await.remove(0);
    let lines = world.sales_lines(&document).await;
    (document, lines)
}

#[rstest]
#[tokio::test]
async fn a_shipping_name_is_written_down_once_and_decides_how_goods_are_sent(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    let express = with(order(vec![line("1000", 1, "100.00")]), shipped(NEW, "50.00"));
    store::place(&world.store, express.clone()).await;
    store::place(&world.store, express).await;
    world.sync_orders().await;
    let mut names: Vec<_> = world.all::<shipment_method::Entity>().await;
    names.retain(|row| row.name == NEW);
    assert_eq!(names.len(), 1, "{names:?}");
    assert_eq!((names[0].shop_code.as_str(), names[0].name.as_str()), (SHOP, NEW));
    assert!(world.staged().await[0].shipment_method_code.is_blank());

    world.keep::<shipping_agents::Entity>(&[("code", "POSTEN")]).await.unwrap();
    let service = [("shippingAgentCode", "POSTEN"), ("code", "NEXT")];
    world.keep::<shipping_agents::service::Entity>(&service).await.unwrap();
    let codes = [
        ("shipmentMethodCode", "EXPRESS"),
        ("shippingAgentCode", "POSTEN"),
        ("shippingAgentServiceCode", "NEXT"),
        ("shippingChargesType", "G/L Account"),
        ("shippingChargesNumber", "3070"),
    ];
    world.mend::<shipment_method::Entity>(|row| row.name == NEW, &codes).await.unwrap();
    assert_eq!(world.create_sales_orders().await.created, 2);
    for document in world.sales_orders().await {
        let sent =
            [&document.shipment_method_code, &document.shipping_agent_code, &document.shipping_agent_service_code];
        assert_eq!(sent.map(|code| code.as_str()), ["EXPRESS", "POSTEN", "NEXT"]);
        let lines = world.sales_lines(&document).await;
        assert_eq!((lines[1].number.as_str(), lines[1].description.as_str()), ("3070", NEW));
    }
    assert_eq!(world.staged().await[1].shipping_agent_service_code, "NEXT");
}

#[rstest]
#[tokio::test]
async fn each_shipping_charge_is_what_its_own_name_is_mapped_to(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    let charges = json!({ "shippingLines": [
        { "title": NEW, "priceSet": kroner("50.00") }, { "title": "Wrapping", "priceSet": kroner("10.00") },
    ] });
    store::place(&world.store, with(order(vec![line("1000", 1, "100.00")]), charges)).await;
    world.sync_orders().await;
    let is_express = |row: &shipment_method::Model| row.name == NEW;
    let item = [("shippingChargesType", "Item"), ("shippingChargesNumber", "3000")];
    world.mend::<shipment_method::Entity>(is_express, &item).await.unwrap();
    let (_, lines) = made(&world).await;
    let told: Vec<_> = lines.iter().map(|line| (line.kind, line.number.as_str())).collect();
    use sales::LineKind::{Account, Item};
    assert_eq!(told, [(Item, "1000"), (Item, "3000"), (Account, "3060")], "the second is not mapped");
}

#[rstest]
#[tokio::test]
async fn each_shipping_charge_is_brought_by_whom_its_own_name_is_mapped_to(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    let charges = json!({ "shippingLines": [
        { "title": NEW, "priceSet": kroner("50.00") }, { "title": "To the door", "priceSet": kroner("10.00") },
        { "title": "Wrapping", "priceSet": kroner("5.00") },
    ] });
    store::place(&world.store, with(order(vec![line("1000", 1, "100.00")]), charges)).await;
    world.sync_orders().await;
    for agent in ["CYCLIST", "POSTEN"] {
        world.keep::<shipping_agents::Entity>(&[("code", agent)]).await.unwrap();
    }
    let service = [("shippingAgentCode", "POSTEN"), ("code", "HOME")];
    world.keep::<shipping_agents::service::Entity>(&service).await.unwrap();
    let cyclist = [("shippingAgentCode", "CYCLIST")];
    world.mend::<shipment_method::Entity>(|row| row.name == NEW, &cyclist).await.unwrap();
    let home = [("shippingAgentCode", "POSTEN"), ("shippingAgentServiceCode", "HOME")];
    world.mend::<shipment_method::Entity>(|row| row.name == "To the door", &home).await.unwrap();
    let (document, lines) = made(&world).await;
    assert_eq!(document.shipping_agent_code, "CYCLIST", "the first charge is that of the document");
    let told: Vec<_> = lines
        .iter()
        .map(|line| {
            [line.description.as_str(), line.shipping_agent_code.as_str(), line.shipping_agent_service_code.as_str()]
        })
        .collect();
    let expected = [[NEW, "CYCLIST", ""], ["To the door", "POSTEN", "HOME"], ["Wrapping", "CYCLIST", ""]];
    assert_eq!(told[1..], expected);
    assert_eq!(told[0][1..], ["CYCLIST", ""], "goods are brought as the document is");
}

/// Example 23, with the item that a charge is mapped to: here is nothing that would be spread over other lines.
#[rstest]
#[tokio::test]
async fn a_charge_that_is_mapped_to_an_item_is_a_line_of_its_own(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    world.add_items(&[("A", "ZERO"), ("B", "ZERO"), ("F", "ZERO")]).await;
    let goods = vec![line("A", 1, "60.00"), line("B", 1, "40.00")];
    store::place(&world.store, with(order(goods), shipped("Standard", "10.00"))).await;
    world.sync_orders().await;
    let freight = [("shippingChargesType", "Item"), ("shippingChargesNumber", "F")];
    world.mend::<shipment_method::Entity>(|row| row.name == "Standard", &freight).await.unwrap();
    let (document, lines) = made(&world).await;
    let told: Vec<_> = lines.iter().map(|line| (line.number.as_str(), line.quantity, line.line_amount)).collect();
    assert_eq!(told, [("A", 1.into(), 60.into()), ("B", 1.into(), 40.into()), ("F", 1.into(), 10.into())]);
    assert_eq!(document.amount_including_vat, 110.into());
    assert!(world.staged().await[0].difference_amount.is_zero());
}

#[rstest]
#[tokio::test]
async fn an_order_that_lacks_an_account_for_shipping_is_taken_up_when_its_name_is_mapped(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    world.set(&[("shippingChargesAccount", "")]).await;
    store::place(&world.store, with(order(vec![line("1000", 1, "100.00")]), shipped(NEW, "50.00"))).await;
    assert_eq!(world.sync_orders().await.skipped, 1);
    let item = [("shippingChargesType", "Item"), ("shippingChargesNumber", "3000")];
    world.mend::<shipment_method::Entity>(|row| row.name == NEW, &item).await.unwrap();
    let (document, _) = made(&world).await;
    assert_eq!((document.amount_including_vat, world.skipped().await.len()), (150.into(), 0));
}

#[rstest]
#[tokio::test]
async fn what_a_mapping_names_is_there_fits_and_stays(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let world = World::new(engine).await;
    let row = |fields: &[(&'static str, &'static str)]| [&[("shopCode", SHOP), ("name", NEW)], fields].concat();
    let refused = [
        (vec![("shopCode", "NOWHERE"), ("name", NEW)], "there is no Shopify Shop NOWHERE"),
        (row(&[("shipmentMethodCode", "PIGEON")]), "there is no Shipment Method PIGEON"),
        (row(&[("shippingAgentServiceCode", "NEXT")]), "choose the agent, too"),
        (row(&[("shippingChargesNumber", "3060")]), "choose Shipping Charges Type, too"),
        (row(&[("shippingChargesType", "Item"), ("shippingChargesNumber", "3060")]), "there is no Item 3060"),
    ];
    for (fields, why) in refused {
        let error = world.keep::<shipment_method::Entity>(&fields).await.unwrap_err().to_string();
        assert!(error.contains(why), "{error} does not say: {why}");
    }
    let account = row(&[("shippingChargesType", "G/L Account"), ("shippingChargesNumber", "3060")]);
    let account = [account, vec![("shipmentMethodCode", "EXPRESS")]].concat();
    world.keep::<shipment_method::Entity>(&account).await.unwrap();
    let used = world.remove::<shipment_methods::Entity>(|row| row.code == "EXPRESS").await.unwrap_err();
    assert!(used.to_string().contains("Shipment Method Mapping"), "{used}");
    world.remove::<shipment_methods::Entity>(|row| row.code == "PICKUP").await.unwrap();
    let mended =
        world.mend::<shipment_method::Entity>(|row| row.name == NEW, &[("shippingChargesType", "Item")]).await.unwrap();
    assert!(mended.shipping_charges_number.is_blank(), "the number was that of an account");
    let used = world.remove::<back_office::accounts::Entity>(|row| row.number == "3060").await.unwrap_err();
    assert!(used.to_string().contains("Shopify Shop"), "{used}");
}

#[rstest]
#[tokio::test]
async fn the_place_that_the_shop_card_names_for_returns_stays(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    world.add_location("BACK").await;
    world.set(&[("returnLocation", "BACK")]).await;
    let used = world.remove::<back_office::locations::Entity>(|row| row.code == "BACK").await.unwrap_err();
    assert!(used.to_string().contains("Shopify Shop"), "{used}");
    world.set(&[("returnLocation", "")]).await;
    world.remove::<back_office::locations::Entity>(|row| row.code == "BACK").await.unwrap();
}

#[rstest]
#[tokio::test]
async fn the_largest_payment_that_is_no_gift_card_says_how_a_document_is_paid(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    let payments = paid(&[("gift_card", "50.00", 999), ("shopify_payments", "75.00", 0)]);
    let id = store::place(&world.store, with(order(vec![line("1000", 1, "125.00")]), payments)).await;
    make_special(&world.store, &id, json!({ "card": "Visa" })).await;
    world.sync_orders().await;
    let is_visa = |row: &payment_method::Model| row.credit_card_company == "Visa";
    world.mend::<payment_method::Entity>(is_visa, &[("paymentMethodCode", "CARD")]).await.unwrap();
    let (document, _) = made(&world).await;
    assert_eq!((document.payment_method_code.as_str(), document.amount_including_vat), ("CARD", 125.into()));
    assert_eq!(world.staged().await[0].gateway, "shopify_payments");
}

#[rstest]
#[tokio::test]
async fn a_method_that_pays_the_whole_document_is_not_given_to_what_is_paid_by_it_in_part(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    let bank = [("balancingAccountType", "G/L Account"), ("balancingAccountNumber", "1920")];
    world.mend::<payment_methods::Entity>(|row| row.code == "CARD", &bank).await.unwrap();
    let payments = paid(&[("gift_card", "50.00", 999), ("shopify_payments", "75.00", 0)]);
    store::place(&world.store, with(order(vec![line("1000", 1, "125.00")]), payments)).await;
    world.sync_orders().await;
    let is_card = |row: &payment_method::Model| row.gateway == "shopify_payments";
    world.mend::<payment_method::Entity>(is_card, &[("paymentMethodCode", "CARD")]).await.unwrap();
    let (document, _) = made(&world).await;
    assert!(document.payment_method_code.is_blank(), "{}", document.payment_method_code);
}

#[rstest]
#[case(&[("a", "60.00"), ("b", "65.00")], 0, "BANK")]
#[case(&[("a", "60.00"), ("b", "65.00")], 1, "CARD")]
#[case(&[("a", "62.50"), ("b", "62.50")], 0, "")]
#[tokio::test]
async fn of_two_payments_the_one_of_higher_priority_decides_then_the_larger_and_none_of_two_alike(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
    #[case] payments: &[(&str, &str)],
    #[case] priority: i32,
    #[case] expected: &str,
) {
    let world = World::new(engine).await;
    let payments: Vec<_> = payments.iter().map(|(gateway, amount)| (*gateway, *amount, 0)).collect();
    store::place(&world.store, with(order(vec![line("1000", 1, "125.00")]), paid(&payments))).await;
    world.sync_orders().await;
    let card = [("paymentMethodCode", "CARD"), ("priority", &priority.to_string())];
    world.mend::<payment_method::Entity>(|row| row.gateway == "a", &card).await.unwrap();
    let bank = [("paymentMethodCode", "BANK")];
    world.mend::<payment_method::Entity>(|row| row.gateway == "b", &bank).await.unwrap();
    let (document, _) = made(&world).await;
    assert_eq!(document.payment_method_code, expected);
}

#[rstest]
#[tokio::test]
async fn terms_are_those_that_shopifys_are_mapped_to_and_the_day_is_shopifys(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    for _ in 0..2 {
        store::place(&world.store, order(vec![line("1000", 1, "125.00")])).await;
    }
    let id = store::place(&world.store, order(vec![line("1000", 1, "125.00")])).await;
    let terms = json!({ "paymentTerms": { "name": "Net 30", "dueAt": "2026-05-05T12:00:00Z" } });
    make_special(&world.store, &id, terms).await;
    world.sync_orders().await;
    let mut rows = world.all::<payment_terms::Entity>().await;
    rows.retain(|row| row.name == "Net 30");
    assert_eq!(rows.len(), 1, "{rows:?}");
    assert_eq!((rows[0].kind.caption(), rows[0].name.as_str()), ("Net", "Net 30"));
    let codes = [("paymentTermsCode", "30D"), ("isPrimary", "true")];
    world.mend::<payment_terms::Entity>(|row| row.name == "Net 30", &codes).await.unwrap();
    let second = [("shopCode", SHOP), ("type", "Net"), ("name", "Net 8"), ("isPrimary", "true")];
    let error = world.keep::<payment_terms::Entity>(&second).await.unwrap_err();
    assert!(error.to_string().contains("Net 30 is primary already"), "{error}");

    assert_eq!(world.create_sales_orders().await.created, 3);
    let documents = world.sales_orders().await;
    assert_eq!(documents[2].payment_terms_code, "30D");
    assert_eq!(documents[2].due_date.to_string(), "2026-05-05", "not thirty days after the document's date");
    assert_ne!(documents[0].payment_terms_code, "30D", "without terms it has those of the customer");
}

#[rstest]
#[case("Code", "NY", true)]
#[case("Name", "New York", true)]
#[case("Code", "NY", false)]
#[tokio::test]
async fn a_buyer_is_taxed_where_the_goods_go(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
    #[case] source: &str,
    #[case] county: &str,
    #[case] liable: bool,
) {
    let world = World::new(engine).await;
    world.set(&[("countySource", source), ("taxAreaPriority", "Ship-to -> Sell-to -> Bill-to")]).await;
    world.keep::<sales_tax::area::Entity>(&[("code", "NEWYORK")]).await.unwrap();
    let liable_text = liable.to_string();
    let new_york = |area: &tax_area::Model| area.county == "New York";
    let taxed = [("taxAreaCode", "NEWYORK"), ("taxLiable", liable_text.as_str())];
    world.mend::<tax_area::Entity>(new_york, &taxed).await.unwrap();
    let address = |city: &str| json!({ "city": city, "province": "New York", "provinceCode": "NY", "countryCode": "US", "address1": "1 Main St" });
    let there = json!({ "shippingAddress": address("Albany") });
    store::place(&world.store, with(order(vec![line("1000", 1, "125.00")]), there)).await;
    let nowhere = json!({ "shippingAddress": address("") });
    store::place(&world.store, with(order(vec![line("1000", 1, "125.00")]), nowhere)).await;
    world.sync_orders().await;
    let staged = world.staged().await;
    assert_eq!(staged[0].ship_to_county, county);
    assert_eq!((staged[0].tax_area_code.as_str(), staged[0].tax_liable), ("NEWYORK", liable));
    assert!(staged[1].tax_area_code.is_blank(), "an address without a city is none");
    world.create_sales_orders().await;
    let documents = world.sales_orders().await;
    assert_eq!((documents[0].tax_area_code.as_str(), documents[0].tax_liable), ("NEWYORK", liable));
    assert_eq!(documents[0].amount_including_vat, amount("125"));
}
