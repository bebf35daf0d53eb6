//! The files of a web UI, and in which encoding a client gets them. The texts in `tests/web` stand for encoded ones.

use axum::http::{HeaderMap, Method};
use database::Engine;
use rstest::rstest;
use rust_embed::RustEmbed;

use crate::call::{Call, Reply};
use crate::world::World;

#[derive(RustEmbed)]
#[folder = "tests/web"]
struct Files;

async fn get(path: &str, accepted: Option<&str>) -> Reply {
    let call = Call::new(Method::GET, path);
    let call = accepted.into_iter().fold(call, |call, accepted| call.header("accept-encoding", accepted));
    call.send(&server::web_ui::<Files>()).await
}

fn header<'a>(headers: &'a HeaderMap, name: &str) -> &'a str {
    headers.get(name).map_or("", |value| value.to_str().unwrap())
}

#[rstest]
#[case::a_browser_over_https("gzip, deflate, br, zstd", "br")]
#[case::a_browser_over_http("gzip, deflate", "gzip")]
#[case::all_are_liked_alike("*", "br")]
#[case::one_is_refused("br;q=0, gzip", "gzip")]
#[case::one_is_refused_and_all_others_taken("br;q=0, *", "gzip")]
#[case::with_decimals("br; q=0.000, gzip ;q=0.001", "gzip")]
#[case::all_are_refused("*;q=0", "")]
#[case::both_are_refused("br;q=0, gzip;q=0.0", "")]
#[case::the_other_is_liked_better("br;q=0.5, gzip;q=0.8", "gzip")]
#[case::the_plain_file_is_liked_better("identity, br;q=0.9", "")]
#[case::nothing_but_the_plain_file("identity", "")]
#[case::what_the_server_has_not("zstd, deflate", "")]
#[case::a_weight_that_is_none("br;q=much", "")]
#[case::in_capitals("BR;Q=1", "br")]
#[case::nothing("", "")]
#[tokio::test]
async fn a_client_gets_the_smallest_file_that_it_takes(#[case] accepted: &str, #[case] expected: &str) {
    let reply = get("/assets/both-1f2e.js", Some(accepted)).await;
    assert_eq!(reply.status, 200);
    assert_eq!(header(&reply.headers, "content-encoding"), expected);
    let text = match expected {
        "br" => "both, in Brotli\n",
        "gzip" => "both, in gzip\n",
        _ => "export const both = \"plain\"\n",
    };
    assert_eq!(reply.text, text);
    assert_eq!(header(&reply.headers, "content-type"), "text/javascript");
    assert_eq!(header(&reply.headers, "vary"), "accept-encoding");
    assert_eq!(header(&reply.headers, "cache-control"), "public, max-age=31536000, immutable");
}

#[tokio::test]
async fn a_client_that_says_nothing_gets_the_plain_file() {
    let reply = get("/assets/both-1f2e.js", None).await;
    assert_eq!((header(&reply.headers, "content-encoding"), header(&reply.headers, "vary")), ("", "accept-encoding"));
    assert_eq!(reply.text, "export const both = \"plain\"\n");
}

#[tokio::test]
async fn a_file_is_sent_as_it_is_kept_where_the_encoding_is_missing() {
    let zipped = get("/assets/zipped-3a4b.js", Some("br, gzip;q=0.5")).await;
    assert_eq!((header(&zipped.headers, "content-encoding"), zipped.text.as_str()), ("gzip", "zipped, in gzip\n"));
    let plain = get("/assets/plain-5c6d.css", Some("br, gzip")).await;
    assert_eq!(header(&plain.headers, "content-encoding"), "");
    assert_eq!(header(&plain.headers, "content-type"), "text/css");
    let icon = get("/icon.svg", Some("br")).await;
    assert_eq!((header(&icon.headers, "content-encoding"), icon.text.as_str()), ("br", "the icon, in Brotli\n"));
    assert_eq!(header(&icon.headers, "cache-control"), "no-store");
}

#[tokio::test]
async fn an_encoded_file_has_no_address_of_its_own() {
    for path in ["/assets/both-1f2e.js.br", "/assets/both-1f2e.js.gz", "/icon.svg.br", "/assets/nothing.js.br"] {
        assert_eq!(get(path, Some("br")).await.status, 404, "{path}");
    }
}

#[tokio::test]
async fn every_other_address_is_the_page_and_an_unknown_asset_is_none() {
    for path in ["/", "/index.html", "/orders/1", "/icon.svg.gz"] {
        let page = get(path, Some("br")).await;
        assert_eq!(page.text, "<!doctype html><title>The page</title>\n", "{path}");
        assert_eq!(header(&page.headers, "cache-control"), "no-store", "{path}");
    }
    assert_eq!(get("/assets/both-0000.js", None).await.status, 404);
}

#[tokio::test]
async fn the_page_in_the_binary_is_not_compressed_for_a_client_that_refuses_it() {
    let world = World::new(Engine::Sqlite).await;
    let page = Call::new(Method::GET, "/").header("accept-encoding", "gzip;q=0, br;q=0").send(&world.router).await;
    assert_eq!((page.status.as_u16(), header(&page.headers, "content-encoding")), (200, ""));
    assert!(page.text.starts_with("<!doctype html>"), "{}", page.text);
}
