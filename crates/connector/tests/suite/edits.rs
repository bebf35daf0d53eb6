//! What becomes of an order that Shopify changes after it was imported.

use back_office::posting::{self, Request};
use back_office::sales;
use connector::orders::updates::{self, Part, Settlement};
use database::Engine;
use database::testing::start;
use rstest::rstest;
use runtime::Random;
use serde_json::{Value, json};
use values::money::Amount;

use crate::store::{self, graphql, kroner, line, order, with};
use crate::world::{World, amount, kari};

/// A step of an edit: the mutation behind `orderEdit`, with its arguments besides the edit's id.
pub type Step = (&'static str, Value);

/// Edits an order in Shopify. `$0`, `$1` … stand for its lines.
pub async fn edit(world: &World, id: &str, steps: &[Step]) {
    let document = "mutation($id: ID!) { orderEditBegin(id: $id) {
        calculatedOrder { id lineItems(first: 50) { nodes { id } } } userErrors { message } } }";
    let begun = graphql(&world.store, document, json!({ "id": id })).await;
    let edit = &begun["orderEditBegin"]["calculatedOrder"];
    for (name, arguments) in steps {
        let (declared, variables) = match *name {
            "SetQuantity" => ("lineItemId: $a, quantity: $b", "$a: ID!, $b: Int!"),
            "AddCustomItem" => ("title: $a, quantity: $b, price: $c", "$a: String!, $b: Int!, $c: MoneyInput!"),
            "AddShippingLine" => ("shippingLine: $a", "$a: OrderEditAddShippingLineInput!"),
            _ => ("lineItemId: $a, discount: $b", "$a: ID!, $b: OrderEditAppliedDiscountInput!"),
        };
        let document = format!(
            "mutation($id: ID!, {variables}) {{ orderEdit{name}(id: $id, {declared}) {{ userErrors {{ message }} }} }}"
        );
        let mut variables = json!({ "id": edit["id"] });
        for (name, value) in ["a", "b", "c"].iter().zip(arguments.as_array().unwrap()) {
            let line = value.as_str().and_then(|text| text.strip_prefix('$')).and_then(|at| at.parse::<usize>().ok());
            variables[*name] = line.map_or(value.clone(), |at| edit["lineItems"]["nodes"][at]["id"].clone());
        }
        let data = graphql(&world.store, &document, variables).await;
        assert_eq!(data[format!("orderEdit{name}")]["userErrors"], json!([]), "{name}");
    }
    let document = "mutation($id: ID!) { orderEditCommit(id: $id) { userErrors { message } } }";
    let data = graphql(&world.store, document, json!({ "id": edit["id"] })).await;
    assert_eq!(data["orderEditCommit"]["userErrors"], json!([]));
}

/// Writes something else on an order in Shopify.
async fn rewrite(world: &World, id: &str, mut input: Value) {
    input["id"] = id.into();
    let document = "mutation($input: OrderInput!) { orderUpdate(input: $input) { userErrors { message } } }";
    let data = graphql(&world.store, document, json!({ "input": input })).await;
    assert_eq!(data["orderUpdate"]["userErrors"], json!([]));
}

fn money(amount: &str) -> Value {
    json!({ "amount": amount, "currencyCode": "NOK" })
}

fn address() -> Value {
    json!({ "firstName": "Kari", "lastName": "Nordmann", "address1": "Storgata 1", "zip": "0155", "city": "Oslo",
        "countryCode": "NO" })
}

/// A world in which an order of two of 1000 and one of 2000 has its document.
pub async fn processed(engine: Engine) -> (World, String) {
    let world = World::new(engine).await;
    world.set(&[("customLineItemNumber", "3000")]).await;
    let placed = order(vec![line("1000", 2, "125.00"), line("2000", 1, "50.00")]);
    let id = store::place(&world.store, with(placed, json!({ "shippingAddress": address() }))).await;
    world.sync_orders().await;
    assert_eq!(world.create_sales_orders().await.created, 1);
    (world, id)
}

/// The next sync, a minute later; what is told of the order then, and nothing of its document has changed.
pub async fn told(world: &World) -> Vec<(Part, String, String)> {
    let before = world.sales_orders().await;
    world.advance(1);
    world.sync_orders().await;
    assert_eq!(world.sales_orders().await, before, "the document is left alone");
    let mut told = world.all::<updates::Entity>().await;
    told.sort_by_key(|row| (row.line_id.clone(), row.part));
    let order = &world.staged().await[0];
    assert_eq!((order.has_order_state_error, order.has_error), (!told.is_empty(), !told.is_empty()));
    told.into_iter().map(|row| (row.part, row.before, row.after)).collect()
}

async fn lines(world: &World) -> Vec<(String, String, Amount)> {
    let order = &world.sales_orders().await[0];
    let lines = world.sales_lines(order).await;
    lines.iter().map(|line| (line.number.to_string(), line.quantity.to_string(), line.amount_including_vat)).collect()
}

pub async fn apply(world: &World) -> Result<(), connector::Error> {
    updates::settle(&world.connector, &kari(), world.staged().await[0].id, Settlement::Apply).await
}

#[rstest]
#[tokio::test]
async fn more_pieces_of_a_processed_order_are_told_and_applied_to_its_document(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let (world, id) = processed(engine).await;
    edit(&world, &id, &[("SetQuantity", json!(["$0", 3]))]).await;
    let expected =
        [(Part::Total, "300".to_owned(), "425".to_owned()), (Part::Quantity, "2".to_owned(), "3".to_owned())];
    assert_eq!(told(&world).await, expected);
    let message = &world.staged().await[0].error_message;
    assert!(message.contains("Quantity of Product 1000 2 → 3; "), "{message}");
    apply(&world).await.unwrap();
    let document = &world.sales_orders().await[0];
    assert_eq!(document.amount_including_vat, amount("425"));
    assert_eq!(lines(&world).await[0], ("1000".into(), "3".into(), amount("375")));
    let order = &world.staged().await[0];
    assert!(!order.has_order_state_error && !order.has_error && order.error_message.is_empty());
    assert_eq!((order.difference_amount, order.processed), (Amount::ZERO, true));
    assert_eq!(world.all::<updates::Entity>().await, []);
    let again = apply(&world).await.unwrap_err().to_string();
    assert!(again.contains("has changed nothing of #1001"), "{again}");
}

#[rstest]
#[case::more("SetQuantity", json!(["$0", 3]), &[Part::Total, Part::Quantity], "425")]
#[case::fewer("SetQuantity", json!(["$0", 1]), &[Part::Total, Part::Quantity], "175")]
#[case::none("SetQuantity", json!(["$1", 0]), &[Part::Total, Part::Line], "250")]
#[case::a_line("AddCustomItem", json!(["Engraving", 2, money("30.00")]), &[Part::Total, Part::Line], "360")]
#[case::shipping("AddShippingLine", json!([{ "title": "Express", "price": money("80.00") }]), &[Part::Total, Part::Line], "380")]
#[case::a_discount("AddLineItemDiscount", json!(["$0", { "percentValue": 10.0, "description": "Sorry" }]), &[Part::Total, Part::LineDiscount], "275")]
#[tokio::test]
async fn every_edit_of_a_processed_order_is_told_and_its_document_comes_to_the_same_once_applied(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
    #[case] step: &'static str,
    #[case] arguments: Value,
    #[case] parts: &[Part],
    #[case] total: &str,
) {
    let (world, id) = processed(engine).await;
    edit(&world, &id, &[(step, arguments)]).await;
    assert_eq!(told(&world).await.iter().map(|row| row.0).collect::<Vec<_>>(), parts);
    apply(&world).await.unwrap();
    assert_eq!(world.sales_orders().await[0].amount_including_vat, amount(total));
    assert_eq!(world.staged().await[0].difference_amount, Amount::ZERO);
    assert_eq!(told(&world).await, []);
}

#[rstest]
#[tokio::test]
async fn another_address_note_and_number_are_told_and_applied_and_what_a_person_entered_stays(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let (world, id) = processed(engine).await;
    let document = world.sales_orders().await[0].id;
    let cx = &sales::Context { now: start(), random: Random::seeded(3), user: "KARI".into() };
    let by_hand = &sales::Entry {
        document: sales::ChangeDocument { email: Some("other@example.com".into()), ..Default::default() },
        lines: vec![sales::LineEntry::Add(
            Box::new(sales::NewLine { description: Some("Thank you".into()), ..Default::default() }),
            Box::default(),
        )],
        ..Default::default()
    };
    let write = |tx| async move {
        let setup = sales::Setup::read(&tx).await?;
        sales::enter(&tx, &setup, document, None, by_hand, cx).await?;
        sales::release(&tx, document, cx).await
    };
    world.test.db.write(write).await.unwrap();

    let elsewhere = json!({ "address1": "Strandgaten 5", "zip": "5013", "city": "Bergen", "countryCode": "NO",
        "firstName": "Ola", "lastName": "Nordmann" });
    rewrite(&world, &id, json!({ "shippingAddress": elsewhere, "note": "Ring the bell", "poNumber": "PO-7" })).await;
    let told = told(&world).await;
    let parts: Vec<_> = told.iter().map(|row| row.0).collect();
    assert_eq!(parts, [Part::ShipTo, Part::WorkDescription, Part::PurchaseOrder]);
    assert!(told[0].2.contains("Strandgaten 5, 5013 Bergen"), "{}", told[0].2);
    apply(&world).await.unwrap();
    let document = &world.sales_orders().await[0];
    assert_eq!(document.status, sales::Status::Released, "it was released, and is again");
    assert_eq!((document.ship_to_city.as_str(), document.work_description.as_str()), ("Bergen", "Ring the bell"));
    assert_eq!((document.external_document_number.as_str(), document.email.as_str()), ("PO-7", "other@example.com"));
    assert_eq!(world.sales_lines(document).await.last().unwrap().description, "Thank you");
}

#[rstest]
#[tokio::test]
async fn payments_and_what_is_changed_back_are_no_conflict(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let (world, id) = processed(engine).await;
    store::pay(&world.store, &id).await;
    assert_eq!(told(&world).await, []);
    edit(&world, &id, &[("SetQuantity", json!(["$0", 4]))]).await;
    assert_eq!(told(&world).await.len(), 2);
    edit(&world, &id, &[("SetQuantity", json!(["$0", 3]))]).await;
    let row = told(&world).await.into_iter().find(|row| row.0 == Part::Quantity).unwrap();
    assert_eq!((row.1.as_str(), row.2.as_str()), ("2", "3"), "what it was when the document was made is kept");
    edit(&world, &id, &[("SetQuantity", json!(["$0", 2]))]).await;
    assert_eq!(told(&world).await, [], "it is again what the document says");
    assert_eq!(world.staged().await[0].error_message, "");
}

#[rstest]
#[tokio::test]
async fn a_document_that_is_posted_in_part_is_left_to_a_person_who_says_that_it_is_settled(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let (world, id) = processed(engine).await;
    let document = &world.sales_orders().await[0];
    let line = world.sales_lines(document).await[0].line_number;
    let cx = &sales::Context { now: start(), random: Random::seeded(3), user: "KARI".into() };
    let part = &sales::ChangeLine {
        quantity_to_ship: Some(1.into()),
        quantity_to_invoice: Some(1.into()),
        ..Default::default()
    };
    let write = |tx| async move {
        let setup = sales::Setup::read(&tx).await?;
        sales::change_line(&tx, &setup, document.id, None, line, part, cx).await?;
        let setup = posting::Setup::read(&tx).await?;
        posting::post(&tx, &setup, document.id, &Request::SHIP_AND_INVOICE, cx).await
    };
    world.test.db.write(write).await.unwrap();
    edit(&world, &id, &[("SetQuantity", json!(["$0", 3]))]).await;
    assert_eq!(told(&world).await.len(), 2);
    let before = world.sales_orders().await;
    let refused = apply(&world).await.unwrap_err().to_string();
    assert!(refused.contains("is posted: change what is left of it by hand"), "{refused}");
    assert_eq!(world.sales_orders().await, before);
    let order = world.staged().await[0].id;
    updates::settle(&world.connector, &kari(), order, Settlement::Resolve).await.unwrap();
    assert_eq!(told(&world).await, []);
}

#[rstest]
#[tokio::test]
async fn the_document_of_a_cancelled_order_is_closed_and_none_is_made_again(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let (world, id) = processed(engine).await;
    let (order, by) = (world.staged().await[0].id, kari());
    let close = || updates::settle(&world.connector, &by, order, Settlement::CloseDocument);
    let refused = close().await.unwrap_err().to_string();
    assert!(refused.contains("#1001 was not cancelled"), "{refused}");
    store::cancel(&world.store, &id).await;
    assert_eq!(told(&world).await.iter().map(|row| row.0).collect::<Vec<_>>(), [Part::Cancelled]);
    let refused = apply(&world).await.unwrap_err().to_string();
    assert!(refused.contains("close its document instead"), "{refused}");
    close().await.unwrap();
    assert_eq!(world.sales_orders().await, []);
    assert_eq!(told(&world).await, []);
    world.create_sales_orders().await;
    assert_eq!(world.sales_orders().await, []);
    let refused = close().await.unwrap_err().to_string();
    assert!(refused.contains("has no open document"), "{refused}");
}

#[rstest]
#[tokio::test]
async fn an_order_without_a_document_follows_what_shopify_says(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    let placed = order(vec![line("1000", 2, "50.00"), line("2000", 1, "30.00")]);
    let shipped = json!({ "shippingAddress": address(), "shippingLines": [{ "title": "Standard", "priceSet": kroner("20.00") }] });
    let id = store::place(&world.store, with(placed, shipped)).await;
    world.sync_orders().await;
    edit(&world, &id, &[("SetQuantity", json!(["$1", 0]))]).await;
    rewrite(
        &world,
        &id,
        json!({ "shippingAddress": { "address1": "Strandgaten 5", "city": "Bergen", "countryCode": "NO" } }),
    )
    .await;
    assert_eq!(told(&world).await, []);
    let staged = &world.staged().await[0];
    assert_eq!((staged.current_total_amount, staged.ship_to_city.as_str()), (amount("120"), "Bergen"));
    world.create_sales_orders().await;
    let numbers: Vec<_> = lines(&world).await.into_iter().map(|line| (line.0, line.2)).collect();
    assert_eq!(numbers, [("1000".to_owned(), amount("100")), ("3060".to_owned(), amount("20"))]);
    assert_eq!(world.sales_orders().await[0].ship_to_city, "Bergen");
}
