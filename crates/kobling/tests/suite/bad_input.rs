use std::net::TcpListener;

use database::Engine;
use sea_orm::ConnectionTrait;

use crate::process::run;
use crate::store::Store;
use crate::world::World;

#[tokio::test]
async fn a_command_line_that_cannot_be_read_ends_with_2() {
    let world = tempfile::tempdir().unwrap();
    for wrong in [&["tusk"][..], &[], &["serve", "--nonsense"], &["task", "run"], &["init"]] {
        assert_eq!(run(world.path(), wrong).code, 2, "{wrong:?}");
    }
}

#[tokio::test]
async fn a_value_that_cannot_be_is_one_sentence() {
    let home = tempfile::tempdir().unwrap();
    for wrong in [
        &["serve", "--listen", "here"][..],
        &["job-queue", "add", "30104", "--max-attempts", "99"],
        &["job-queue", "show", "7"],
        &["task", "run", "orders", "--shop", "SHOP"],
    ] {
        assert!(run(home.path(), wrong).sentence().contains("invalid value"), "{wrong:?}");
    }
}

#[tokio::test]
async fn a_company_that_is_not_there_is_named_with_the_command_that_makes_one() {
    let home = tempfile::tempdir().unwrap();
    for command in [&["work"][..], &["task", "list"], &["db", "check"], &["db", "migrate"], &["shop", "list"]] {
        let ended = run(home.path(), command);
        assert!(ended.sentence().contains("run `kobling init` first"), "{ended:?}");
    }
    assert_eq!(std::fs::read_dir(home.path()).unwrap().count(), 0);
}

#[tokio::test]
async fn a_wrong_token_is_told_and_the_shop_stays_disabled() {
    let world = World::new(Engine::Sqlite).await;
    let store = Store::start(world.home());
    world.add_shop(&store, "shpat_wrong");
    for command in ["test", "enable"] {
        let ended = world.run(&["shop", command, "SHOP"]);
        assert!(ended.sentence().contains("does not accept the access token"), "{ended:?}");
    }
    assert_eq!(world.run(&["shop", "list", "--json"]).json()["value"][0]["enabled"], false);
    let task = world.run(&["task", "run", "30104", "--shop", "SHOP", "--wait"]);
    assert!(task.sentence().contains("is not enabled"), "{task:?}");
    assert_eq!(world.run(&["shop", "connect", "SHOP", "--token", "shpat_devstore"]).code, 0);
    assert_eq!(world.run(&["shop", "enable", "SHOP"]).code, 0);
}

#[tokio::test]
async fn a_store_that_is_gone_is_told_and_nothing_is_imported() {
    let world = World::new(Engine::Sqlite).await;
    let store = Store::start(world.home());
    world.connect(&store);
    drop(store);
    let doctor = world.run(&["doctor"]);
    assert!(doctor.code == 1 && doctor.stdout.contains("MEND  store: SHOP: "), "{doctor:?}");
    let task = world.run(&["task", "run", "30104", "--shop", "SHOP", "--wait"]);
    assert!(task.sentence().contains("can't be reached"), "{task:?}");
    let logs = world.run(&["job-queue", "log", "--json"]).json();
    let logs = logs["value"].as_array().unwrap();
    assert!(logs.iter().all(|log| log["result"] == "Error"), "{logs:?}");
}

#[tokio::test]
async fn what_is_asked_for_and_not_there_is_told_and_no_entry_is_made() {
    let world = World::new(Engine::Sqlite).await;
    let store = Store::start(world.home());
    world.connect(&store);
    let task = |more: &[&str]| world.run(&[&["task", "run"], more].concat());
    let told = [
        (task(&["30104", "--shop", "OTHER"]), "there is no shop OTHER; there are: SHOP"),
        (task(&["99", "--shop", "SHOP"]), "there is no object 99 to run"),
        (task(&["30104", "--shop", "SHOP", "--option", "x=1"]), "there is no option 'x'"),
        (task(&["30104", "--shop", "SHOP", "--option", "x"]), "write name=value"),
        (task(&["30104", "--shop", "SHOP", "--filter", "fullyPaid"]), "write Table.field=expression"),
        (task(&["30104", "--shop", "SHOP", "--filter", "Orders.fullyPaid=true"]), "there is no filter"),
        (task(&["30104", "--shop", "SHOP", "--filter", "OrdersToImport.orderAmount=10&>"]), "at character "),
        (world.run(&["shop", "set", "SHOP", "customerMappingType=By Luck"]), "By EMail/Phone"),
        (world.run(&["shop", "set", "SHOP", "autoCreate=true"]), "autoCreateOrders"),
        (world.run(&["shop", "add", "NEW", "--domain", "not a shop", "--token", "x"]), "myshopify.com"),
    ];
    for (ended, part) in told {
        assert!(ended.sentence().contains(part), "{ended:?}");
    }
    assert!(world.entries().is_empty());
}

#[tokio::test]
async fn a_database_of_a_newer_version_is_refused() {
    let world = World::new(Engine::Sqlite).await;
    let database = sea_orm::Database::connect(world.address()).await.unwrap();
    let newer = "INSERT INTO seaql_migrations (version, applied_at) VALUES ('m9999_later', 0)";
    database.execute_unprepared(newer).await.unwrap();
    database.close().await.unwrap();
    for command in [&["serve"][..], &["db", "check"], &["db", "migrate"], &["task", "list"]] {
        let ended = world.run(command);
        assert!(ended.sentence().contains("is of a newer version: it has the migration 'm9999_later'"), "{ended:?}");
    }
}

#[tokio::test]
async fn an_address_that_is_in_use_is_told() {
    let world = World::new(Engine::Sqlite).await;
    let taken = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = taken.local_addr().unwrap().to_string();
    for command in ["serve", "devstore", "demo"] {
        let ended = world.run(&[command, "--listen", &address]);
        assert!(ended.sentence().contains(&format!("the address {address} is in use")), "{ended:?}");
    }
}

#[tokio::test]
async fn a_second_worker_on_one_file_is_told_the_first_ones_process() {
    let world = World::new(Engine::Sqlite).await;
    let (server, _) = world.serve();
    let first = format!("in use by the process {}", server.pid());
    for command in [&["work"][..], &["serve", "--listen", "127.0.0.1:0"]] {
        let ended = world.run(command);
        assert!(ended.sentence().contains(&first), "{ended:?}");
    }
    assert_eq!(server.stop(), 0);
    let worker = world.start(&["work"]);
    assert_eq!(worker.stop(), 0);
}
