//! Answers that are read while they come.

use std::io::{Read, Write};
use std::net::TcpListener;
use std::thread;

use axum::Router;
use axum::body::Body;
use axum::routing::get;
use futures::StreamExt;
use outbound::{Bytes, Error, Http, Policy, Request};

/// As many chunks of a megabyte, and a broken connection after them if one is wanted.
fn endless(chunks: usize, breaks: bool) -> Router {
    let answer = move || async move {
        let chunk = Bytes::from(vec![b'x'; 1 << 20]);
        let body = futures::stream::iter((0..chunks).map(move |_| Ok::<_, std::io::Error>(chunk.clone())));
        let end = futures::stream::iter(breaks.then(|| Err(std::io::Error::other("gone"))));
        Body::from_stream(body.chain(end))
    };
    Router::new().route("/", get(answer))
}

async fn read(http: &Http, address: &str) -> (usize, Option<Error>) {
    let mut incoming = http.open(Request::get(address).unwrap()).await.unwrap();
    assert_eq!(incoming.status, 200);
    let mut bytes = 0;
    loop {
        match incoming.chunk().await {
            Ok(Some(chunk)) => bytes += chunk.len(),
            Ok(None) => return (bytes, None),
            Err(error) => return (bytes, Some(error)),
        }
    }
}

/// Serves one answer of as many megabytes of those that it announces, and says where.
fn served(announced: usize, sent: usize) -> String {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = format!("http://{}/", listener.local_addr().unwrap());
    thread::spawn(move || {
        let (mut stream, _) = listener.accept().unwrap();
        let _ = stream.read(&mut [0; 4096]).unwrap();
        write!(stream, "HTTP/1.1 200 OK\r\ncontent-length: {}\r\n\r\n", announced << 20).unwrap();
        for _ in 0..sent {
            stream.write_all(&vec![b'x'; 1 << 20]).unwrap();
        }
    });
    address
}

#[tokio::test]
async fn an_answer_larger_than_the_policy_allows_is_read_part_by_part() {
    let most = Policy::default().max_body;
    let chunks = most / (1 << 20) + 1;
    let near = Http::in_process(endless(chunks, false));
    assert!(near.send(Request::get("https://a.example").unwrap()).await.is_err());
    assert_eq!(read(&near, "https://a.example").await.0, chunks << 20);
    let address = served(chunks, chunks);
    let (bytes, error) = read(&Http::system(Policy::default()).unwrap(), &address).await;
    assert_eq!((bytes, error.map(|error| error.to_string())), (chunks << 20, None));
}

#[tokio::test]
async fn a_connection_that_breaks_in_the_middle_is_told_where_it_breaks() {
    let (bytes, error) = read(&Http::in_process(endless(2, true)), "https://a.example").await;
    assert_eq!(bytes, 2 << 20);
    assert!(matches!(error, Some(Error::Body { .. })), "{error:?}");
    let address = served(3, 2);
    let (_, error) = read(&Http::system(Policy::default()).unwrap(), &address).await;
    assert!(matches!(error, Some(Error::Body { .. })), "{error:?}");
}

#[tokio::test]
async fn the_policy_holds_for_them_too() {
    let error = Http::in_process(endless(1, false)).open(Request::get("http://a.example").unwrap()).await.unwrap_err();
    assert!(matches!(error, Error::Refused { .. }), "{error}");
}
