//! The commands of the pages that lead to a first sales order, as a reader types them.

use std::process::{Command, Stdio};

use database::Engine;
use rstest::rstest;

use crate::process::{Ended, Running, ended};
use crate::world::World;

const README: &str = include_str!("../../../../README.md");
const GUIDE: &str = include_str!("../../../../docs/guide/first-store.md");

#[rstest]
#[case::readme(README, "## A first real store", "## What to expect of it")]
#[case::guide(GUIDE, "## 1. Set up Kobling", "## Without a store")]
#[tokio::test]
async fn the_commands_of_a_page_lead_to_sales_orders(#[case] page: &str, #[case] from: &str, #[case] to: &str) {
    let world = World::fresh(Engine::Sqlite).await;
    let app = "--client-id ID --client-secret hush";
    let store = format!("devstore --listen 127.0.0.1:0 --seed 20 --domain north.myshopify.com {app}");
    let store = Running::start(world.home(), &store.split(' ').collect::<Vec<_>>());
    for line in commands(page, from, to) {
        let how = typed(&world, line, &store.first_line);
        let may_leave_out = line.starts_with("kobling task run ");
        assert!(how.code == 0 || (how.code == 3 && may_leave_out), "{line}: {how:?}");
    }
    assert!(world.number("SELECT count(*) AS n FROM sales_header").await > 0, "orders have become documents");
}

/// The commands in a part of a page, but for the one that goes on until it is stopped.
fn commands<'a>(page: &'a str, from: &str, to: &str) -> impl Iterator<Item = &'a str> {
    let (_, rest) = page.split_once(from).unwrap();
    let (part, _) = rest.split_once(to).unwrap();
    let typed = part.lines().filter(|line| line.starts_with("kobling "));
    let bare = typed.map(|line| line.split_once(" # ").map_or(line, |(command, _)| command).trim());
    bare.filter(|line| *line != "kobling serve")
}

/// Runs a line in a shell: of a reader whose store answers there, and who wants its older orders, too.
fn typed(world: &World, line: &str, store: &str) -> Ended {
    let mut line = line.replace("importOrdersFrom=2026-11-01", "importOrdersFrom=");
    if line.starts_with("kobling shop add ") {
        line.push_str(" --admin-url ");
        line.push_str(store);
    }
    let program = world.command(&[]);
    let path = program.get_program().to_string_lossy();
    let mut shell = Command::new("sh");
    shell.args(["-c", &format!("kobling() {{ '{path}' \"$@\"; }}\n{line}")]);
    for (name, value) in program.get_envs() {
        match value {
            Some(value) => shell.env(name, value),
            None => shell.env_remove(name),
        };
    }
    shell.env("KOBLING_SHOP_CLIENT_SECRET", "hush").stdin(Stdio::null());
    ended(shell)
}
