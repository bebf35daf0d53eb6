//! Who brings what a line sells.

use back_office::customers::{self, ShippingAdvice};
use back_office::posting::Request;
use back_office::sales::{ChangeDocument, ChangeLine, NewDocument, NewLine, line};
use back_office::shipping_agents::{self, service};
use back_office::{Result, upkeep};
use database::Engine;
use rstest::rstest;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, Set};

use super::shipping::{begun, equipped};
use crate::world::{charged, code, order, sold};

/// Agent and service of each line.
fn carried(lines: &[line::Model]) -> Vec<(&str, &str)> {
    lines.iter().map(|line| (line.shipping_agent_code.as_str(), line.shipping_agent_service_code.as_str())).collect()
}

fn shirt() -> NewLine {
    sold("SHIRT", 1, "1", "0")
}

/// Freight that COURIER brings by EXPRESS.
fn freight() -> NewLine {
    NewLine {
        shipping_agent_code: code("COURIER"),
        shipping_agent_service_code: code("EXPRESS"),
        ..charged("3065", "10", "Freight")
    }
}

/// An order that POST brings.
fn by_post(lines: Vec<NewLine>) -> NewDocument {
    NewDocument { shipping_agent_code: code("POST"), ..order(false, lines) }
}

fn by(agent: &str) -> ChangeLine {
    ChangeLine { shipping_agent_code: Some(code(agent)), ..Default::default() }
}

fn by_express() -> ChangeLine {
    ChangeLine { shipping_agent_service_code: Some(code("EXPRESS")), ..by("COURIER") }
}

#[rstest]
#[tokio::test]
async fn a_line_is_brought_by_whom_it_names_else_by_who_brings_the_document(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = equipped(engine).await;
    let text = NewLine { description: Some("With care".into()), ..Default::default() };
    let (header, lines) = world.made(&by_post(vec![shirt(), freight(), text])).await;
    assert_eq!(carried(&lines), [("POST", ""), ("COURIER", "EXPRESS"), ("", "")]);
    world.add_lines(header.id, &[shirt(), freight()]).await.unwrap();
    let (_, lines) = world.checked(header.id).await;
    assert_eq!(carried(&lines[3..]), [("POST", ""), ("COURIER", "EXPRESS")]);
}

#[rstest]
#[tokio::test]
async fn another_agent_of_a_document_brings_what_is_not_completely_shipped(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = equipped(engine).await;
    let in_parts = customers::ActiveModel { shipping_advice: Set(ShippingAdvice::Partial), ..Default::default() };
    world.change(in_parts).await;
    let id = world.made(&by_post(vec![shirt(), sold("SHIRT", 2, "1", "0"), shirt()])).await.0.id;
    world.plan(id, &[(1, "1", "0"), (2, "1", "0"), (3, "0", "0")]).await;
    world.post(id, Request::SHIP).await.unwrap();
    let express = ChangeDocument {
        shipping_agent_code: Some(code("COURIER")),
        shipping_agent_service_code: Some(code("EXPRESS")),
        ..Default::default()
    };
    world.change_document(id, express).await.unwrap();
    let (_, lines) = world.checked(id).await;
    assert_eq!(carried(&lines), [("POST", ""), ("COURIER", "EXPRESS"), ("COURIER", "EXPRESS")]);
}

#[rstest]
#[tokio::test]
async fn another_agent_of_a_line_has_other_services(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let world = equipped(engine).await;
    let id = world.made(&by_post(vec![shirt(), shirt()])).await.0.id;
    world.change_line(id, 1, by_express()).await.unwrap();
    assert_eq!(carried(&world.checked(id).await.1), [("COURIER", "EXPRESS"), ("POST", "")]);
    // It stays as long as the document has the same agent.
    let number = ChangeDocument { package_tracking_number: Some("70300".into()), ..Default::default() };
    world.change_document(id, number).await.unwrap();
    assert_eq!(carried(&world.checked(id).await.1), [("COURIER", "EXPRESS"), ("POST", "")]);
    world.change_line(id, 1, by("POST")).await.unwrap();
    let (header, lines) = world.checked(id).await;
    assert_eq!((carried(&lines), header.shipping_agent_code.as_str()), (vec![("POST", ""), ("POST", "")], "POST"));
}

#[rstest]
#[case(by("PIGEON"), "there is no shipping agent PIGEON: create it, or choose another")]
#[case(
    ChangeLine { shipping_agent_service_code: Some(code("EXPRESS")), ..Default::default() },
    "the shipping agent POST has no service EXPRESS: create it, or choose another"
)]
#[tokio::test]
async fn who_brings_what_a_line_sells_must_be_there(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
    #[case] change: ChangeLine,
    #[case] sentence: &str,
) {
    let world = equipped(engine).await;
    let (header, before) = world.made(&by_post(vec![shirt()])).await;
    assert_eq!(world.change_line(header.id, 1, change).await.unwrap_err().to_string(), sentence);
    assert_eq!(world.checked(header.id).await.1, before);
}

#[rstest]
#[tokio::test]
async fn who_brings_what_a_line_sells_is_not_deleted(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let world = equipped(engine).await;
    let id = begun(&world).await.id;
    world.add_lines(id, &[freight()]).await.unwrap();
    let read = |r| async move {
        let couriers = shipping_agents::Entity::find().filter(shipping_agents::Column::Code.eq("COURIER"));
        let express = service::Entity::find().one(&r).await?;
        Result::<_>::Ok((couriers.one(&r).await?.unwrap(), express.unwrap()))
    };
    let (courier, express) = &world.test.db.read(read).await.unwrap();
    let remove = |tx| async move { upkeep::remove::<shipping_agents::Entity>(&tx, courier.clone()).await };
    let of_agent: Result<()> = world.test.db.write(remove).await;
    let remove = |tx| async move { upkeep::remove::<service::Entity>(&tx, express.clone()).await };
    let of_service: Result<()> = world.test.db.write(remove).await;
    for refused in [of_agent, of_service] {
        let refused = refused.unwrap_err().to_string();
        assert!(refused.contains("used by a record of the kind Sales Order Line"), "{refused}");
    }
}
