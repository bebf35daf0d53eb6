//! A database that was copied or restored, and the key beside it.

use std::io::Write;
use std::process::Stdio;

use database::{Engine, Location};
use rstest::rstest;

use crate::process::{Ended, command, ended, run};
use crate::store::Store;
use crate::world::World;

/// Runs a command of another installation on the same database, with the same key.
fn elsewhere(world: &World, home: &std::path::Path, arguments: &[&str]) -> Ended {
    let mut command = command(home, arguments);
    command.env("KOBLING_DATABASE", world.address()).env("KOBLING_KEY_FILE", world.home().join("kobling.key"));
    ended(command)
}

#[rstest]
#[tokio::test(flavor = "multi_thread")]
async fn another_installation_on_the_same_database_leaves_the_store_alone(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    let store = Store::start(world.home());
    world.connect(&store);
    let copy = tempfile::tempdir().unwrap();
    let sync = ["task", "run", "30104", "--shop", "SHOP", "--wait"];
    let refused = elsewhere(&world, copy.path(), &sync);
    assert!(refused.sentence().contains("kobling shop bind SHOP"), "{refused:?}");
    assert!(copy.path().join("installation").exists());
    assert_eq!(world.run(&sync).code, 0, "the first one goes on");

    assert_eq!(elsewhere(&world, copy.path(), &["shop", "bind", "SHOP"]).code, 0);
    let refused = world.run(&sync);
    assert!(refused.sentence().contains("another installation"), "{refused:?}");
    assert_eq!(elsewhere(&world, copy.path(), &sync).code, 0);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_backup_is_restored_with_its_shops_disabled_until_they_are_bound() {
    let world = World::new(Engine::Sqlite).await;
    let store = Store::start(world.home());
    world.connect(&store);
    let file = world.home().join("backup.db");
    let file = file.to_str().unwrap();
    {
        let (_server, _) = world.serve();
        assert_eq!(world.run(&["db", "backup", file]).code, 0, "also while jobs run");
        let refused = world.run(&["db", "restore", file, "--force"]);
        assert!(refused.sentence().contains("is in use by the process"), "{refused:?}");
    }
    assert!(world.run(&["db", "backup", file]).sentence().contains("is there already"));
    assert!(world.run(&["db", "restore", file]).sentence().contains("--force"));
    let none = world.run(&["db", "restore", "nowhere.db", "--force"]);
    assert!(none.sentence().contains("there is no file"), "{none:?}");
    std::fs::write(world.home().join("no.db"), "no database").unwrap();
    let none = world.run(&["db", "restore", world.home().join("no.db").to_str().unwrap(), "--force"]);
    assert!(none.sentence().contains("is no backup"), "{none:?}");
    assert_eq!(world.run(&["shop", "test", "SHOP"]).code, 0, "what was refused has changed nothing");

    assert_eq!(world.run(&["shop", "set", "SHOP", "autoCreateOrders=true"]).code, 0);
    world.let_go().await;
    let restored = world.run(&["db", "restore", file, "--force", "--json"]).json();
    assert_eq!(restored["shops"], serde_json::json!(["SHOP"]));
    let shop = &world.run(&["shop", "list", "--json"]).json()["value"][0];
    assert_eq!((&shop["enabled"], &shop["connection"]), (&false.into(), &"Other Installation".into()));
    assert_eq!(shop["autoCreateOrders"], false);
    let refused = world.run(&["shop", "enable", "SHOP"]);
    assert!(refused.sentence().contains("kobling shop bind SHOP"), "{refused:?}");
    assert_eq!(world.run(&["shop", "bind", "SHOP"]).code, 0);
    assert_eq!(world.run(&["shop", "enable", "SHOP", "--json"]).json()["enabled"], true);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_database_is_not_taken_away_from_a_server_without_a_worker() {
    let world = World::new(Engine::Sqlite).await;
    world.let_go().await;
    let file = world.home().join("backup.db");
    let file = file.to_str().unwrap();
    assert_eq!(world.run(&["db", "backup", file]).code, 0);
    let server = world.start(&["serve", "--no-worker", "--listen", "127.0.0.1:0"]);
    let refused = world.run(&["db", "restore", file, "--force"]);
    assert!(refused.sentence().contains("is open in another process"), "{refused:?}");
    let address: Location = world.address().parse().unwrap();
    let Location::Sqlite(path) = address else { panic!("it is a file") };
    let left = |suffix: &str| path.with_file_name(format!("{}{suffix}", path.file_name().unwrap().display())).exists();
    assert!(left("") && !left(".restoring") && !left(".replaced"), "what was refused has changed nothing");
    assert_eq!(server.stop(), 0);
    assert_eq!(world.run(&["db", "restore", file, "--force"]).code, 0);
    assert!(left("") && !left(".restoring") && left(".replaced"));
}

#[tokio::test(flavor = "multi_thread")]
async fn postgresql_is_backed_up_by_its_own_command() {
    let world = World::new(Engine::Postgres).await;
    let address = "\"$KOBLING_DATABASE\"";
    let backup = format!("`pg_dump --format=custom --file='a b' {address}` (the address in your configuration)");
    let refused = world.run(&["db", "backup", "a b"]);
    assert!(refused.sentence().contains(&backup), "{refused:?}");
    let restore =
        format!("`pg_restore --clean --if-exists --dbname={address} 'a b'` (the address in your configuration)");
    let refused = world.run(&["db", "restore", "a b"]);
    assert!(refused.sentence().contains(&restore), "{refused:?}");
}

#[rstest]
#[tokio::test(flavor = "multi_thread")]
async fn the_key_is_changed_and_everything_still_opens(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let world = World::new(engine).await;
    let store = Store::start(world.home());
    world.connect(&store);
    let path = world.home().join("kobling.key");
    let (_server, _) = world.serve();
    let first = std::fs::read_to_string(&path).unwrap();
    assert_eq!(world.run(&["key", "rotate", "--json"]).json()["sealed"], 1, "also while jobs run");
    let second = std::fs::read_to_string(&path).unwrap();
    assert!(first != second && second.lines().count() == 1);
    assert_eq!(world.run(&["shop", "test", "SHOP"]).code, 0);
    assert_eq!(world.run(&["task", "run", "30104", "--shop", "SHOP", "--wait"]).code, 0);

    // Stopped after the new key was written, or after everything was sealed: it goes on.
    let new = world.run(&["key", "new"]).stdout;
    std::fs::write(&path, format!("{new}{second}")).unwrap();
    assert_eq!(world.run(&["shop", "test", "SHOP"]).code, 0);
    assert_eq!(world.run(&["key", "rotate"]).code, 0);
    assert_eq!(std::fs::read_to_string(&path).unwrap(), new);
    assert_eq!(world.run(&["shop", "test", "SHOP"]).code, 0);
}

#[tokio::test(flavor = "multi_thread")]
async fn the_key_may_be_in_the_environment() {
    let home = tempfile::tempdir().unwrap();
    let old = run(home.path(), &["key", "new"]).stdout.trim().to_owned();
    let with = |key: &str, arguments: &[&str]| {
        let mut command = command(home.path(), arguments);
        command.env("KOBLING_KEY", key);
        ended(command)
    };
    assert_eq!(with(&old, &["init", "--company", "Fjell AS"]).code, 0);
    assert!(!home.path().join("kobling.key").exists());
    // Nobody listens there.
    let add = ["shop", "add", "SHOP", "--domain", "x.myshopify.com", "--token", "shpat_hush"];
    assert_eq!(with(&old, &[&add[..], &["--admin-url", "http://127.0.0.1:1"]].concat()).code, 0);
    assert!(with(&old, &["key", "rotate"]).sentence().contains("KOBLING_KEY"));
    let new = with(&old, &["key", "new", "--json"]).json()["key"].as_str().unwrap().to_owned();
    assert_eq!(with(&format!("{new} {old}"), &["key", "rotate", "--json"]).json()["sealed"], 1);
    let test = |key: &str| with(key, &["shop", "test", "SHOP"]);
    let refused = test(&old);
    assert!(refused.sentence().contains("does not open"), "{refused:?}");
    let opened = test(&new);
    assert!(opened.sentence().contains("can't be reached"), "{opened:?}");
    assert!(with("no key", &["shop", "list"]).sentence().contains("KOBLING_KEY holds no key"));
}

#[tokio::test(flavor = "multi_thread")]
async fn no_secret_is_in_the_log_of_a_run_at_its_loudest() {
    let world = World::new(Engine::Sqlite).await;
    let store = Store::start(world.home());
    let key = std::fs::read_to_string(world.home().join("kobling.key")).unwrap();
    world.add_shop(&store, "shpat_devstore");
    let loud = |arguments: &[&str], input: &str| {
        let mut command = world.command(arguments);
        command.env("KOBLING_LOG", "trace").stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut child = command.spawn().unwrap();
        child.stdin.take().unwrap().write_all(input.as_bytes()).unwrap();
        let output = child.wait_with_output().unwrap();
        let said = String::from_utf8_lossy(&output.stderr).into_owned();
        (output.status.code(), said + &String::from_utf8_lossy(&output.stdout))
    };
    let mut all = String::new();
    for (arguments, input, code) in [
        (&["shop", "connect", "SHOP"][..], "shpat_devstore\n", Some(0)),
        (&["shop", "webhook-secret", "SHOP"], "wh_hush\n", Some(0)),
        (&["shop", "enable", "SHOP"], "", Some(0)),
        (&["task", "run", "30104", "--shop", "SHOP", "--wait"], "", Some(0)),
        (
            &["shop", "connect", "SHOP", "--client-id", "an-app", "--refresh-token", "-"],
            "cs_hush\nshprt_hush\n",
            Some(1),
        ),
        (&["shop", "connect", "SHOP", "--client-id", "an-app"], "cs_hush\n", Some(1)),
    ] {
        let (ended, said) = loud(arguments, input);
        assert_eq!(ended, code, "{said}");
        all.push_str(&said);
    }
    assert!(all.contains("TRACE") && all.contains("request answered"), "it was loud");
    for secret in ["shpat_devstore", "wh_hush", "cs_hush", "shprt_hush", key.trim()] {
        let line = all.lines().find(|line| line.contains(secret));
        assert_eq!(line, None, "{secret} was logged");
    }
}
