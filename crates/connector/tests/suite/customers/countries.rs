//! The countries to which a store sends goods, and their provinces.

use connector::customers::{SYNC_COUNTRIES, countries};
use connector::mappings::tax_area;
use database::Engine;
use job_queue::Filters;
use rstest::rstest;

use crate::world::World;

#[rstest]
#[tokio::test]
async fn a_shop_that_is_enabled_has_its_countries_and_they_stay_as_they_are(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    let known = world.all::<countries::Entity>().await;
    assert!(known.iter().any(|row| row.country_region_code.as_str() == "NO"));
    let areas = world.all::<tax_area::Entity>().await;
    let new_york = areas.iter().find(|area| area.county == "New York").unwrap();
    assert_eq!((new_york.country_region_code.as_str(), new_york.county_code.as_str()), ("US", "NY"));

    let norway = |row: &countries::Model| row.country_region_code.as_str() == "NO";
    world.mend::<countries::Entity>(norway, &[("customerTemplateCode", "DOMESTIC")]).await.unwrap();
    let sweden = |row: &countries::Model| row.country_region_code.as_str() == "SE";
    world.remove::<countries::Entity>(sweden).await.unwrap();
    let summary = world.run_with(SYNC_COUNTRIES, Filters::new()).await;
    assert_eq!((summary.created, summary.unchanged, summary.calls, summary.points), (1, summary.fetched - 1, 1, 1));
    let again = world.all::<countries::Entity>().await;
    assert_eq!(again.len(), known.len());
    assert!(again.iter().any(|row| norway(row) && row.customer_template_code.as_str() == "DOMESTIC"));
    assert_eq!(world.all::<tax_area::Entity>().await, areas);
}
