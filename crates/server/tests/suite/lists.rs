use std::collections::HashSet;

use axum::http::Method;
use database::Engine;
use rstest::rstest;
use serde_json::Value;

use crate::world::World;

const SKIPPED: &str = "/api/v1/skippedRecords";

/// Sorted: records that were made in one moment have their ids by chance.
fn ids(page: &Value) -> Vec<i64> {
    let rows = page["value"].as_array().unwrap().iter();
    let mut ids: Vec<_> = rows.map(|row| row["shopifyId"].as_i64().unwrap()).collect();
    ids.sort_unstable();
    ids
}

#[rstest]
#[tokio::test]
async fn a_filter_lets_through_what_it_says(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let world = World::new(engine).await;
    world.skip_orders(9).await;
    let found = |filter: &'static str| {
        let world = &world;
        async move { ids(&world.read(format!("{SKIPPED}?$filter={filter}")).await.expect(200)) }
    };
    assert_eq!(found("shopifyId ge 4 and shopifyId lt 6").await, [4, 5]);
    assert_eq!(found("kind eq 'Order' and endswith(documentName,'7')").await, [7]);
    assert_eq!(found("shopCode eq 'other'").await, Vec::<i64>::new());
    assert_eq!(found("not (shopifyId gt 1)").await, [1]);
}

#[rstest]
#[case("shopifyId ge", "character")]
#[case("shopifyId ge 'x'", "character")]
#[case("secret eq 1", "can't be filtered by 'secret'; they can by: id, shopCode")]
#[tokio::test]
async fn a_filter_that_cannot_be_read_says_where_and_what_would_do(
    #[case] filter: &str,
    #[case] says: &str,
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    let reply = world.read(format!("{SKIPPED}?$filter={filter}")).await;
    assert!(reply.message(400).contains(says), "{}", reply.text);
    let error = reply.expect(400)["error"].clone();
    assert_eq!((error["code"].as_str(), error["target"].as_str()), (Some("BadRequest"), Some("$filter")));
}

#[rstest]
#[case("$orderby=cause", "they can by: id, firstSeenAt, lastSeenAt")]
#[case("$orderby=firstSeenAt sideways", "asc or desc")]
#[case("$select=nothing", "they have: id, shopCode")]
#[case("$expand=lines", "can expand: nothing")]
#[case("$top=-1", "whole number")]
#[case("$skip=10001", "at most 10000")]
#[case("$count=perhaps", "true or false")]
#[case("$skiptoken=nonsense", "first page")]
#[case("filter=x", "$filter, $search")]
#[case("$top=1&$top=2", "twice")]
#[tokio::test]
async fn an_option_that_is_wrong_is_refused(#[case] options: &str, #[case] says: &str) {
    let world = World::new(Engine::Sqlite).await;
    let reply = world.read(format!("{SKIPPED}?{options}")).await;
    assert!(reply.message(400).contains(says), "{}", reply.text);
}

#[rstest]
#[tokio::test]
async fn the_links_lead_through_every_record_once(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let world = World::new(engine).await;
    world.skip_orders(23).await;
    let mut next = Some(format!("{SKIPPED}?$orderby=lastSeenAt desc&$count=true&$select=shopifyId"));
    let (mut seen, mut pages) = (HashSet::new(), 0);
    while let Some(path) = next {
        let call = world.call(Method::GET, path).header("host", "kobling.example");
        let reply = call.header("prefer", "odata.maxpagesize=5").send(&world.router).await;
        let page = reply.expect(200);
        assert_eq!(reply.headers["preference-applied"], "odata.maxpagesize=5");
        assert_eq!(page["@odata.count"], 23);
        for id in ids(&page) {
            assert!(seen.insert(id), "{id} is there twice");
        }
        pages += 1;
        let link = page["@odata.nextLink"].as_str();
        next = link.map(|link| link.strip_prefix("http://kobling.example").unwrap().to_owned());
    }
    assert_eq!((seen.len(), pages), (23, 5));
}

#[rstest]
#[tokio::test]
async fn top_is_how_many_in_all(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let world = World::new(engine).await;
    world.skip_orders(9).await;
    let page = world.read(format!("{SKIPPED}?$top=3&$skip=2")).await.expect(200);
    assert_eq!(ids(&page).len(), 3);
    assert!(page.get("@odata.nextLink").is_none());
    let path = format!("{SKIPPED}?$top=3");
    let reply = world.call(Method::GET, path).header("prefer", "maxpagesize=2").send(&world.router).await;
    let first = reply.expect(200);
    let last = world.read(first["@odata.nextLink"].as_str().unwrap().to_owned()).await.expect(200);
    assert_eq!((ids(&first).len(), ids(&last).len()), (2, 1));
    assert!(last.get("@odata.nextLink").is_none());
}

#[rstest]
#[tokio::test]
async fn only_what_is_selected_is_shown(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let world = World::new(engine).await;
    world.skip_orders(1).await;
    let page = world.read(format!("{SKIPPED}?$select=documentName,retries")).await.expect(200);
    let fields: Vec<_> = page["value"][0].as_object().unwrap().keys().cloned().collect();
    assert_eq!(fields, ["@odata.etag", "documentName", "retries"]);
}
