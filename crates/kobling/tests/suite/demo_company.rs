//! The company to play with.

use database::Engine;
use rstest::rstest;
use serde_json::Value;

use crate::world::World;

#[rstest]
#[tokio::test]
async fn a_company_to_play_with_has_books_that_agree(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let world = World::fresh(engine).await;
    assert_eq!(world.run(&["init", "--company", "Fjell AS"]).code, 0);
    let filled = world.run(&["demo-company", "--json"]);
    assert_eq!(filled.code, 0, "{filled:?}");
    let filled: Value = serde_json::from_str(&filled.stdout).unwrap();
    assert_eq!((filled["items"].as_u64(), filled["customers"].as_u64()), (Some(31), Some(15)), "{filled}");
    assert_eq!((filled["postedDocuments"].as_u64(), filled["openOrders"].as_u64()), (Some(16), Some(6)), "{filled}");

    let checked = world.run(&["doctor", "--ledger"]);
    assert_eq!(checked.code, 0, "{checked:?}");
    assert!(!checked.stdout.contains("MEND") && checked.stdout.contains("ok    General Ledger: agrees"), "{checked:?}");

    let again = world.run(&["demo-company"]);
    assert_eq!(again.code, 1, "{again:?}");
    assert!(again.stderr.contains("has documents or entries already"), "{again:?}");
}
