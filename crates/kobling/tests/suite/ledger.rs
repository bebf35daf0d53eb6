//! Whether the books agree, as the command line says.

use database::Engine;
use serde_json::Value;

use crate::world::World;

#[tokio::test]
async fn the_doctor_reads_the_ledgers_and_names_what_does_not_hold() {
    let world = World::new(Engine::Sqlite).await;
    let well = world.run(&["doctor", "--ledger"]);
    assert_eq!(well.code, 0, "{well:?}");
    let read = "ok    ledgers: 0 G/L entries, 0 customer ledger entries and 0 item ledger entries read";
    assert!(well.stdout.contains(read) && well.stdout.contains("ok    General Ledger: agrees"), "{well:?}");
    world.tamper("UPDATE number_series_line SET last_number_used = 'PI-000002' WHERE series_code = 'S-INV+'").await;
    let ill = world.run(&["doctor", "--ledger"]);
    assert_eq!(ill.code, 1, "{ill:?}");
    let missing = "MEND  Numbers: numbers of the series S-INV+ are missing: PI-000001, PI-000002";
    assert!(ill.stdout.contains(missing) && ill.stdout.contains("ok    Inventory: agrees"), "{ill:?}");
    let shown: Value = serde_json::from_str(&world.run(&["doctor", "--ledger", "--json"]).stdout).unwrap();
    let failed = shown["value"].as_array().unwrap().iter().filter(|check| check["ok"] == false);
    assert_eq!(failed.map(|check| check["check"].as_str().unwrap()).collect::<Vec<_>>(), ["Numbers"]);
}
