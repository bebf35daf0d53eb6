//! Who sells: from the customer's card to the document, and to what is posted of it.

use back_office::customers::{self, Change};
use back_office::posting::Request;
use back_office::sales::posted::{self, Kind};
use back_office::sales::{ChangeDocument, DocumentType, NewDocument, header};
use back_office::{Result, salespeople};
use database::Engine;
use database::testing::start;
use rstest::rstest;
use sea_orm::{EntityTrait, QueryOrder, Set};
use uuid::Uuid;

use crate::world::{World, code, order, sold};

/// JO and KIM sell, and JO to everybody; PER may not be named any more.
async fn staffed(engine: Engine) -> World {
    let world = World::new(engine).await;
    for (name, privacy_blocked) in [("JO", false), ("KIM", false), ("PER", true)] {
        let salesperson = salespeople::Model {
            id: world.random.id(start()),
            code: code(name),
            name: name.into(),
            email: String::new(),
            phone_number: String::new(),
            job_title: String::new(),
            blocked: false,
            privacy_blocked,
        };
        world.insert(salesperson).await;
    }
    world.change(customers::ActiveModel { salesperson_code: Set(code("JO")), ..Default::default() }).await;
    world
}

fn shirt() -> NewDocument {
    order(false, vec![sold("SHIRT", 1, "100", "0")])
}

fn by(salesperson: &str) -> ChangeDocument {
    ChangeDocument { salesperson_code: Some(code(salesperson)), ..Default::default() }
}

/// Nobody may be named any more.
async fn hide_all(world: &World) {
    world.change(salespeople::ActiveModel { privacy_blocked: Set(true), ..Default::default() }).await;
}

async fn change_customer(world: &World, salesperson: &str) -> Result<customers::Model> {
    let change = &Change { salesperson_code: Some(code(salesperson)), ..Default::default() };
    let write = |tx| async move {
        let customer = customers::Entity::find().one(&tx).await?.unwrap();
        customers::change(&tx, customer, change, start()).await
    };
    world.test.db.write(write).await
}

#[rstest]
#[tokio::test]
async fn a_customer_names_a_salesperson_who_is_there(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let world = staffed(engine).await;
    assert_eq!(change_customer(&world, "KIM").await.unwrap().salesperson_code, "KIM");
    for (wrong, sentence) in [
        ("NOBODY", "there is no salesperson NOBODY: create it, or choose another"),
        ("PER", "salesperson PER is blocked: unblock it on its card, or choose another"),
    ] {
        assert_eq!(change_customer(&world, wrong).await.unwrap_err().to_string(), sentence);
    }
    assert_eq!(change_customer(&world, "").await.unwrap().salesperson_code, "");
}

#[rstest]
#[tokio::test]
async fn who_sells_follows_from_the_buyer_where_a_new_document_says_nothing(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = staffed(engine).await;
    assert_eq!(world.made(&shirt()).await.0.salesperson_code, "JO");
    let own = NewDocument { salesperson_code: code("KIM"), ..shirt() };
    assert_eq!(world.made(&own).await.0.salesperson_code, "KIM");
    let hidden = NewDocument { salesperson_code: code("PER"), ..shirt() };
    let refused = world.create(&hidden).await.unwrap_err().to_string();
    assert_eq!(refused, "salesperson PER is blocked: unblock it on its card, or choose another");
    // Whom the card still names is not named on what is new.
    hide_all(&world).await;
    assert_eq!(world.made(&shirt()).await.0.salesperson_code, "");
}

#[rstest]
#[tokio::test]
async fn another_salesperson_is_named_even_once_the_document_is_released(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = staffed(engine).await;
    let id = world.made(&shirt()).await.0.id;
    world.released(id).await;
    let changed: header::Model = world.change_document(id, by("KIM")).await.unwrap();
    assert_eq!(changed.salesperson_code, "KIM");
    let refused = world.change_document(id, by("NOBODY")).await.unwrap_err().to_string();
    assert_eq!(refused, "there is no salesperson NOBODY: create it, or choose another");
    assert_eq!(world.change_document(id, by("")).await.unwrap().salesperson_code, "");
}

#[rstest]
#[tokio::test]
async fn another_buyer_brings_its_own_salesperson(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let world = staffed(engine).await;
    let id = world.made(&NewDocument { salesperson_code: code("KIM"), ..shirt() }).await.0.id;
    let ola = customers::NewCustomer { name: "Ola".into(), ..Default::default() };
    let (new, random) = (&ola, &world.random);
    let make = |tx| async move {
        let template = customers::template::find(&tx, &code("DOMESTIC")).await?;
        customers::create(&tx, new, &template, start(), random).await
    };
    let ola = world.test.db.write(make).await.unwrap().number;
    let change = ChangeDocument { sell_to_customer: Some(ola), ..Default::default() };
    assert_eq!(world.change_document(id, change).await.unwrap().salesperson_code, "");
}

async fn posted_documents(world: &World) -> Vec<posted::header::Model> {
    let all = || posted::header::Entity::find().order_by_asc(posted::header::Column::Number);
    world.test.db.read(|r| async move { Result::<_>::Ok(all().all(&r).await?) }).await.unwrap()
}

#[rstest]
#[tokio::test]
async fn what_is_posted_and_taken_back_names_who_sold_it(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let world = staffed(engine).await;
    let id = world.document(DocumentType::Order, &NewDocument { salesperson_code: code("KIM"), ..shirt() }).await;
    let posted = world.post(id, Request::SHIP_AND_INVOICE).await.unwrap();
    let documents = posted_documents(&world).await;
    let named = |document: &posted::header::Model| (document.kind, document.salesperson_code.to_string());
    let mut named: Vec<_> = documents.iter().map(named).collect();
    named.sort_by_key(|(kind, _)| *kind == Kind::Shipment);
    assert_eq!(named, [(Kind::Invoice, "KIM".to_owned()), (Kind::Shipment, "KIM".to_owned())]);
    let invoice: Uuid = posted.invoice.unwrap().0;
    assert_eq!(world.take_back(invoice).await.unwrap().salesperson_code, "KIM");
}

#[rstest]
#[tokio::test]
async fn what_is_taken_back_names_nobody_who_is_named_no_more(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = staffed(engine).await;
    let id = world.document(DocumentType::Order, &shirt()).await;
    let invoice: Uuid = world.post(id, Request::SHIP_AND_INVOICE).await.unwrap().invoice.unwrap().0;
    hide_all(&world).await;
    assert_eq!(world.take_back(invoice).await.unwrap().salesperson_code, "");
}

#[rstest]
#[tokio::test]
async fn nothing_is_posted_in_the_name_of_whom_nobody_may_name(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = staffed(engine).await;
    let id = world.document(DocumentType::Order, &shirt()).await;
    hide_all(&world).await;
    let refused = world.refusal(id, Request::SHIP_AND_INVOICE).await;
    let sentence = "salesperson JO is blocked for privacy: choose another, or leave the field blank";
    assert!(refused.contains(sentence), "{refused}");
    world.change_document(id, by("")).await.unwrap();
    world.post(id, Request::SHIP_AND_INVOICE).await.unwrap();
}

#[rstest]
#[tokio::test]
async fn whom_a_document_or_a_card_names_is_not_deleted(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let world = staffed(engine).await;
    world.made(&shirt()).await;
    let remove = |tx| async move {
        let by_code = salespeople::Entity::find().order_by_asc(salespeople::Column::Code);
        let jo = by_code.one(&tx).await?.unwrap();
        back_office::upkeep::remove::<salespeople::Entity>(&tx, jo).await
    };
    for (user, freed) in [("Customer", true), ("Sales Order", false)] {
        let refused = world.test.db.write(remove).await.unwrap_err().to_string();
        let expected = format!(
            "the salesperson JO can't be deleted: it is used by a record of the kind {user}; change that first"
        );
        assert_eq!(refused, expected);
        if freed {
            change_customer(&world, "").await.unwrap();
        }
    }
}
