//! What a person chooses for a staged order before it has its document.

use back_office::salespeople;
use back_office::shipping_agents::{self, service};
use connector::Error;
use connector::orders::by_hand::{LineChoice, OrderChoice, choose_line, choose_order, take_turn};
use connector::orders::staged::{line, order};
use database::Engine;
use rstest::rstest;
use serde_json::json;
use values::Code;

use crate::store::{self, with};
use crate::world::{World, kari};

impl World {
    async fn choose(&self, order: &order::Model, choice: &OrderChoice) -> Result<order::Model, Error> {
        let by = &kari();
        let write = |tx| async move {
            take_turn(&tx, &order.store).await?;
            choose_order(&tx, by, order, choice).await
        };
        self.test.db.write(write).await
    }

    async fn choose_item(
        &self,
        order: &order::Model,
        line: &line::Model,
        choice: &LineChoice,
    ) -> Result<line::Model, Error> {
        let by = &kari();
        let write = |tx| async move {
            take_turn(&tx, &order.store).await?;
            choose_line(&tx, by, order, line, choice).await
        };
        self.test.db.write(write).await
    }

    /// An order of a stranger's, who buys a product twice that is the item ANORAK.
    async fn of_a_stranger(&self) -> order::Model {
        self.add_items(&[("ANORAK", "HIGH"), ("JACKET", "HIGH")]).await;
        let document = "mutation($input: ProductSetInput!) { productSet(input: $input, synchronous: true) {
            product { variants(first: 1) { nodes { id } } } userErrors { message } } }";
        let input = json!({
            "title": "Anorak",
            "productOptions": [{ "name": "Title", "values": [{ "name": "Default Title" }] }],
            "variants": [{ "sku": "ANORAK", "price": "900.00", "optionValues": [{ "optionName": "Title", "name": "Default Title" }] }],
        });
        let data = store::graphql(&self.store, document, json!({ "input": input })).await;
        let variant = &data["productSet"]["product"]["variants"]["nodes"][0]["id"];
        let lines = [1, 2].map(|quantity| json!({ "variantId": variant, "quantity": quantity }));
        let person = json!({ "email": "ola@example.com", "firstName": "Ola", "lastName": "Hansen" });
        let order = with(store::order(lines.to_vec()), json!({ "customer": { "toUpsert": person } }));
        store::place(&self.store, order).await;
        assert_eq!(self.sync_orders().await.skipped, 1);
        self.staged().await.remove(0)
    }

    /// The lines of all orders, the first of them first.
    async fn lines(&self) -> Vec<line::Model> {
        let mut lines = self.all::<line::Entity>().await;
        lines.sort_by_key(|line| line.line_id);
        lines
    }
}

#[rstest]
#[tokio::test]
async fn what_a_person_chose_stays_and_is_on_the_document(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let world = World::new(engine).await;
    let order = world.of_a_stranger().await;
    let line = world.lines().await.remove(0);
    assert_eq!(line.item_number, "ANORAK", "its variant is linked");
    let jacket = LineChoice { item_number: Some(Code::cut("JACKET")), ..LineChoice::default() };
    world.choose_item(&order, &line, &jacket).await.unwrap();
    assert_eq!(world.create_sales_orders().await.skipped, 1, "nobody has said yet who buys");
    let items: Vec<_> = world.lines().await.into_iter().map(|line| line.item_number.to_string()).collect();
    assert_eq!(items, ["JACKET", "ANORAK"], "a person chose the first");

    let (buyer, payer) = (world.add_customer("liv@example.com").await, world.add_customer("per@example.com").await);
    let buys = OrderChoice { sell_to_customer_number: Some(buyer.clone()), ..OrderChoice::default() };
    let order = world.choose(&order, &buys).await.unwrap();
    assert_eq!(order.bill_to_customer_number, buyer, "who buys pays");
    let pays = OrderChoice { bill_to_customer_number: Some(payer.clone()), ..OrderChoice::default() };
    world.choose(&order, &pays).await.unwrap();
    assert_eq!(world.create_sales_orders().await.created, 1);
    let document = &world.sales_orders().await[0];
    assert_eq!((&document.sell_to_customer_number, &document.bill_to_customer_number), (&buyer, &payer));
    let sold: Vec<_> = world.sales_lines(document).await.into_iter().map(|line| line.number.to_string()).collect();
    assert_eq!(sold, ["JACKET", "ANORAK"]);

    let order = world.staged().await.remove(0);
    for refused in [world.choose(&order, &buys).await.err(), world.choose_item(&order, &line, &jacket).await.err()] {
        assert!(refused.unwrap().to_string().contains("has its sales document"));
    }
}

#[rstest]
#[tokio::test]
async fn what_is_taken_back_is_looked_for_again(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let world = World::new(engine).await;
    let order = world.of_a_stranger().await;
    let line = world.lines().await.remove(0);
    let jacket = LineChoice { item_number: Some(Code::cut("JACKET")), ..LineChoice::default() };
    let line = world.choose_item(&order, &line, &jacket).await.unwrap();
    let nothing = LineChoice { item_number: Some(Code::blank()), ..LineChoice::default() };
    world.choose_item(&order, &line, &nothing).await.unwrap();
    let buyer = world.add_customer("liv@example.com").await;
    let buys = OrderChoice { sell_to_customer_number: Some(buyer), ..OrderChoice::default() };
    let order = world.choose(&order, &buys).await.unwrap();
    let nobody = OrderChoice { sell_to_customer_number: Some(Code::blank()), ..OrderChoice::default() };
    let order = world.choose(&order, &nobody).await.unwrap();
    assert!(order.bill_to_customer_number.is_blank(), "who does not buy does not pay");
    let found = world.add_customer("ola@example.com").await;
    assert_eq!(world.create_sales_orders().await.created, 1);
    assert_eq!(world.sales_orders().await[0].sell_to_customer_number, found);
    assert_eq!(world.lines().await[0].item_number, "ANORAK");
}

#[rstest]
#[tokio::test]
async fn another_agent_has_other_services(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let world = World::new(engine).await;
    let order = world.of_a_stranger().await;
    for agent in ["POST", "BRING"] {
        world.keep::<shipping_agents::Entity>(&[("code", agent)]).await.unwrap();
    }
    world.keep::<service::Entity>(&[("shippingAgentCode", "POST"), ("code", "NEXTDAY")]).await.unwrap();
    let sent = OrderChoice {
        shipping_agent_code: Some(Code::cut("POST")),
        shipping_agent_service_code: Some(Code::cut("NEXTDAY")),
        ..OrderChoice::default()
    };
    let order = world.choose(&order, &sent).await.unwrap();
    assert_eq!(order.shipping_agent_service_code, "NEXTDAY");
    let same = OrderChoice { shipping_agent_code: Some(Code::cut("POST")), ..OrderChoice::default() };
    assert_eq!(world.choose(&order, &same).await.unwrap().shipping_agent_service_code, "NEXTDAY");
    let other = OrderChoice { shipping_agent_code: Some(Code::cut("BRING")), ..OrderChoice::default() };
    let order = world.choose(&order, &other).await.unwrap();
    assert_eq!((order.shipping_agent_code.as_str(), order.shipping_agent_service_code.as_str()), ("BRING", ""));
    let of_another = OrderChoice { shipping_agent_service_code: Some(Code::cut("NEXTDAY")), ..OrderChoice::default() };
    let refused = world.choose(&order, &of_another).await.unwrap_err().to_string();
    assert!(refused.contains("BRING has no service NEXTDAY"), "{refused}");
}

#[rstest]
#[tokio::test]
async fn who_has_sold_an_order_may_be_named_and_is_on_its_document(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    world.keep::<salespeople::Entity>(&[("code", "OLA")]).await.unwrap();
    world.keep::<salespeople::Entity>(&[("code", "SECRET"), ("privacyBlocked", "true")]).await.unwrap();
    store::place(&world.store, store::order(vec![store::line("1000", 1, "100.00")])).await;
    world.sync_orders().await;
    let order = world.staged().await.remove(0);
    let sold_by = |code: &str| OrderChoice { salesperson_code: Some(Code::cut(code)), ..OrderChoice::default() };
    for code in ["NOBODY", "SECRET"] {
        let refused = world.choose(&order, &sold_by(code)).await.unwrap_err();
        assert!(matches!(refused, Error::Given { name: "salespersonCode", .. }), "{refused}");
        assert!(refused.to_string().contains(code), "{refused}");
    }
    world.choose(&order, &sold_by("OLA")).await.unwrap();
    assert_eq!(world.create_sales_orders().await.created, 1);
    assert_eq!(world.sales_orders().await[0].salesperson_code, "OLA");
}
