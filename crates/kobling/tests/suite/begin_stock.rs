//! The first time that stock is sent, as the command line has it.

use database::Engine;
use serde_json::json;

use crate::store::Store;
use crate::world::World;

#[tokio::test]
async fn stock_begins_once_the_differences_were_seen_and_somebody_has_said_whose_are_right() {
    let world = World::new(Engine::Sqlite).await;
    let store = Store::with(world.home(), 0).await;
    world.connect(&store);
    assert_eq!(world.run(&["shop", "set", "SHOP", "syncItem=From Shopify", "skuMapping=Item No."]).code, 0);
    let projected = "UPDATE shopify_shop_location SET stock_calculation = 'Projected Available Balance Today'";
    world.tamper(projected).await;
    for task in ["30108", "30102"] {
        let ran = world.run(&["task", "run", task, "--shop", "SHOP", "--wait"]);
        assert_eq!(ran.code, 0, "{ran:?}");
    }
    let begin = ["shop", "begin-stock", "SHOP", "--json"];
    let seen = world.run(&begin).json();
    let differing = seen["differences"].as_array().unwrap().len();
    assert!(differing > 0 && seen["begun"].is_null(), "{seen}");
    assert_eq!((&seen["differences"][0]["stock"], &seen["differences"][0]["shopifyStock"]), (&json!(0), &json!(500)));
    let text = world.run(&begin[..3]).stdout;
    assert!(text.contains("Begin with --how push-ours or --how take-over."), "{text}");

    let begun = world.run(&[&begin[..], &["--how", "take-over"]].concat()).json();
    let told = ["locations", "differences", "posted", "left"].map(|name| begun["begun"][name].clone());
    assert_eq!(told, [json!(1), json!(differing), json!(differing), json!([])]);
    assert!(begun["begun"]["started"].is_string(), "{begun}");
    let again = world.run(&[&begin[..3], &["--how", "push-ours"]].concat());
    assert!(again.code == 1 && again.sentence().contains("is sent to every location"), "{again:?}");
}
