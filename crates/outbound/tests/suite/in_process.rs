//! A tower service in the place of the network.

use axum::Router;
use axum::extract::Request as Received;
use axum::routing::post;
use outbound::{Bytes, Error, Full, HeaderName, HeaderValue, Http, Request, StatusCode};

fn request(address: &str) -> Request {
    Request::post(address).unwrap().json(&serde_json::json!({"a": 1})).unwrap()
}

#[tokio::test]
async fn a_router_answers_in_the_place_of_the_network() {
    let echo = |request: Received| async move {
        let mark = request.headers()["x-mark"].clone();
        let body = axum::body::to_bytes(request.into_body(), 1000).await.unwrap();
        (StatusCode::IM_A_TEAPOT, [("x-mark", mark)], body)
    };
    let http = Http::in_process(Router::new().route("/echo", post(echo)));
    let mark =
        request("https://a.example/echo").header(HeaderName::from_static("x-mark"), HeaderValue::from_static("here"));
    let response = http.send(mark).await.unwrap();
    assert_eq!(response.status, StatusCode::IM_A_TEAPOT);
    assert_eq!(response.header("X-Mark"), Some("here"));
    assert_eq!(response.text(), r#"{"a":1}"#);
}

#[tokio::test]
async fn the_policy_holds_in_process_too() {
    let http = Http::in_process(Router::<()>::new());
    let error = http.send(request("http://a.example/")).await.unwrap_err();
    assert!(matches!(error, Error::Refused { .. }), "{error}");
}

#[tokio::test]
async fn a_broken_service_is_a_broken_network() {
    let broken = |_: axum::http::Request<Full<Bytes>>| async {
        Err::<axum::http::Response<Full<Bytes>>, _>(Error::Dns { host: "a.example".to_owned() })
    };
    let error = Http::in_process(tower::service_fn(broken)).send(request("https://a.example")).await.unwrap_err();
    assert!(matches!(error, Error::Dns { .. }) && !error.may_have_arrived(), "{error}");

    let broken = |_: axum::http::Request<Full<Bytes>>| async {
        Err::<axum::http::Response<Full<Bytes>>, _>(std::io::Error::other("gone"))
    };
    let error = Http::in_process(tower::service_fn(broken)).send(request("https://a.example")).await.unwrap_err();
    assert!(matches!(error, Error::Body { .. }) && error.may_have_arrived(), "{error}");
}

#[tokio::test]
async fn only_the_beginning_of_an_answer_is_read_where_that_is_enough() {
    let http = Http::in_process(Router::new().route("/long", post(|| async { "x".repeat(100) })));
    let answer = http.send(request("https://a.example/long").reading_the_beginning(3)).await.unwrap();
    assert_eq!((answer.status, &*answer.text()), (StatusCode::OK, "xxx"));
}
