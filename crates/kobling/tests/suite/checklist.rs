//! Whether a shop is ready to go live, as the command line says.

use database::Engine;

use crate::store::Store;
use crate::world::World;

#[tokio::test]
async fn the_doctor_tells_what_is_open_before_a_shop_goes_live() {
    let world = World::new(Engine::Sqlite).await;
    let store = Store::start(world.home());
    world.connect(&store);
    let open = world.run(&["doctor", "--shop", "SHOP"]);
    assert_eq!(open.code, 1, "{open:?}");
    assert!(open.stdout.contains("ok    Connection: devstore.myshopify.com is connected and enabled."), "{open:?}");
    assert!(open.stdout.contains("MEND  Test Order: No order has come yet"), "{open:?}");
    let json = world.run(&["doctor", "--shop", "SHOP", "--json"]);
    assert_eq!(json.code, 1, "whatever form it has: {json:?}");
    let shown: serde_json::Value = serde_json::from_str(&json.stdout).unwrap();
    let checks = shown["value"].as_array().unwrap();
    let of = |state: &str| {
        let those = checks.iter().filter(|check| check["state"] == state);
        those.map(|check| check["check"].as_str().unwrap().to_owned()).collect::<Vec<_>>()
    };
    assert_eq!(of("Open"), ["testOrder", "schedules"]);
    assert_eq!(of("Attention"), ["customers", "products", "stock", "vat"]);

    let unknown = world.run(&["doctor", "--shop", "NOWHERE"]);
    assert!(
        unknown.code == 1 && unknown.sentence().contains("there is no shop NOWHERE; there are: SHOP"),
        "{unknown:?}"
    );
}
