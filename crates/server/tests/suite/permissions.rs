use axum::http::{Method, StatusCode};
use database::Engine;
use rstest::rstest;

use crate::authentication::routes;
use crate::call::Call;
use crate::kept_lists;
use crate::world::World;

/// Only administrators see these, or change what is below them.
const USERS: [&str; 2] = ["/api/v1/users", "/api/v1/apiTokens"];

fn is_of_users(path: &str) -> bool {
    USERS.iter().any(|set| path.starts_with(set))
}

/// What belongs to a shop's set-up.
fn is_of_shops(path: &str) -> bool {
    let sets = ["/api/v1/shopifyShops", "/api/v1/shopifyDataRequests", "/api/v1/shopifySalesChannels"];
    sets.iter().any(|shops| path.starts_with(shops))
}

/// What the daily work takes of a shop.
fn is_run(path: &str) -> bool {
    let runs = ["sync", "test", "previewFirstSync", "processedElsewhere", "refresh"];
    // What is got is a list of the store.
    path.contains("/Kobling.get") || runs.iter().any(|action| path.ends_with(&format!("/Kobling.{action}")))
}

/// What is sent to ask for something, and changes nothing.
fn is_question(path: &str) -> bool {
    path.ends_with("/Kobling.count") || path.ends_with("/Kobling.preview")
}

/// What administrators alone decide about the job queue, and the lists that documents and books stand on.
fn is_set_up(path: &str) -> bool {
    let of_queue = path.starts_with("/api/v1/jobQueueSetup") || path.starts_with("/api/v1/jobQueueAdministrators");
    let set = path.trim_start_matches("/api/v1/").split('/').next().unwrap_or_default();
    // Whoever does the daily work counts, and posts what stands in a journal.
    let is_work = path.ends_with("/Kobling.post") || path.ends_with("/Kobling.calculateInventory");
    of_queue || kept_lists::SET_UP.contains(&set) && !is_work
}

/// What belongs to whoever asks.
fn is_own(path: &str) -> bool {
    path.starts_with("/api/v1/userSettings/") || path.ends_with("/Kobling.markRead")
}

#[rstest]
#[tokio::test]
async fn a_viewer_reads_and_changes_nothing(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let world = World::new(engine).await;
    for (method, path) in routes().into_iter().filter(|(_, path)| path != "/api/v1/events") {
        let reply = Call::new(method.clone(), &path).token(&world.viewer).send(&world.router).await;
        let refused = reply.status == StatusCode::FORBIDDEN;
        let changes = method != Method::GET && !is_question(&path) && !is_own(&path);
        assert_eq!(refused, changes || is_of_users(&path), "{method} {path}: {}", reply.text);
        if refused {
            assert!(reply.message(403).contains("permission set Viewer"), "{}", reply.text);
        }
    }
}

#[rstest]
#[tokio::test]
async fn a_user_changes_neither_users_nor_shops_nor_the_set_up(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    for (method, path) in routes().into_iter().filter(|(_, path)| path != "/api/v1/events") {
        let reply = Call::new(method.clone(), &path).token(&world.user).send(&world.router).await;
        let of_shops = is_of_shops(&path) && method != Method::GET && !is_run(&path);
        let of_setup = is_set_up(&path) && method != Method::GET;
        let refused = reply.status == StatusCode::FORBIDDEN;
        assert_eq!(refused, is_of_users(&path) || of_shops || of_setup, "{method} {path}: {}", reply.text);
    }
}
