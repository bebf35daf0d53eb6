//! Real sockets of this machine.

use std::io::Write;
use std::net::TcpListener;
use std::sync::Arc;
use std::thread;
use std::time::Duration;

use outbound::{Error, Http, Policy, Request, StatusCode};

fn http() -> Http {
    Http::system(Policy::default()).unwrap()
}

/// Serves one connection and says where.
fn serve(scheme: &str, talk: impl FnOnce(std::net::TcpStream) + Send + 'static) -> String {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = format!("{scheme}://{}/", listener.local_addr().unwrap());
    thread::spawn(move || talk(listener.accept().unwrap().0));
    address
}

fn read_head(stream: &mut std::net::TcpStream) {
    let mut buffer = [0; 4096];
    let _ = std::io::Read::read(stream, &mut buffer).unwrap();
}

#[tokio::test]
async fn an_answer_is_read_whole_and_a_redirect_is_not_followed() {
    let address = serve("http", |mut stream| {
        read_head(&mut stream);
        let answer = "HTTP/1.1 302 Found\r\nlocation: http://127.0.0.1:1/\r\ncontent-length: 4\r\n\r\ngone";
        stream.write_all(answer.as_bytes()).unwrap();
    });
    let response = http().send(Request::get(&address).unwrap()).await.unwrap();
    assert_eq!((response.status, &*response.text()), (StatusCode::FOUND, "gone"));
}

#[tokio::test]
async fn a_closed_port_is_a_failed_connection() {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = format!("http://{}/", listener.local_addr().unwrap());
    drop(listener);
    let error = http().send(Request::get(&address).unwrap()).await.unwrap_err();
    assert!(matches!(error, Error::Connect { .. }) && !error.may_have_arrived(), "{error}");
    assert!(error.to_string().contains("refused"), "{error}");
}

#[tokio::test]
async fn a_silent_server_is_a_time_out() {
    let (done, wait) = std::sync::mpsc::channel::<()>();
    let address = serve("http", move |mut stream| {
        read_head(&mut stream);
        let _ = wait.recv();
    });
    let request = Request::get(&address).unwrap().timeout(Duration::from_millis(50));
    let error = http().send(request).await.unwrap_err();
    drop(done);
    assert!(matches!(error, Error::Timeout { .. }) && error.may_have_arrived(), "{error}");
    assert!(error.to_string().contains("0.05 seconds"), "{error}");
}

#[tokio::test]
async fn a_connection_that_breaks_off_loses_the_answer() {
    let address = serve("http", |mut stream| {
        read_head(&mut stream);
        stream.write_all(b"HTTP/1.1 200 OK\r\ncontent-length: 100\r\n\r\nhalf").unwrap();
    });
    let error = http().send(Request::get(&address).unwrap()).await.unwrap_err();
    assert!(matches!(error, Error::Body { .. }) && error.may_have_arrived(), "{error}");
}

#[tokio::test]
async fn an_answer_that_is_too_large_is_not_read_to_its_end() {
    let address = serve("http", |mut stream| {
        read_head(&mut stream);
        stream.write_all(b"HTTP/1.1 200 OK\r\ncontent-length: 11\r\n\r\nelevenbytes").unwrap();
    });
    let http = Http::system(Policy { max_body: 10, ..Policy::default() }).unwrap();
    let error = http.send(Request::get(&address).unwrap()).await.unwrap_err();
    assert!(error.to_string().contains("larger than 10 bytes"), "{error}");
}

#[tokio::test]
async fn of_an_answer_whose_status_matters_only_the_beginning_is_read_however_it_ends() {
    for rest in ["elevenbytes", "he"] {
        let address = serve("http", move |mut stream| {
            read_head(&mut stream);
            // As many bytes are promised as nobody would read, and the line breaks before they are there.
            stream.write_all(b"HTTP/1.1 202 Accepted\r\ncontent-length: 100000000\r\n\r\n").unwrap();
            stream.write_all(rest.as_bytes()).unwrap();
        });
        let http = Http::system(Policy { max_body: 10, ..Policy::default() }).unwrap();
        let answer = http.send(Request::get(&address).unwrap().reading_the_beginning(4)).await.unwrap();
        assert_eq!((answer.status.as_u16(), &*answer.text()), (202, &rest[..rest.len().min(4)]));
    }
}

#[tokio::test]
async fn a_certificate_of_an_unknown_issuer_is_told_as_such() {
    // The client installs the provider that the server needs as well.
    let http = http();
    let certificate = include_bytes!("certificate/self_signed.crt.der").to_vec().into();
    let key = rustls::pki_types::PrivatePkcs8KeyDer::from(include_bytes!("certificate/self_signed.key.der").to_vec());
    let config =
        rustls::ServerConfig::builder().with_no_client_auth().with_single_cert(vec![certificate], key.into()).unwrap();
    let address = serve("https", move |mut stream| {
        let mut tls = rustls::ServerConnection::new(Arc::new(config)).unwrap();
        while tls.is_handshaking() && tls.complete_io(&mut stream).is_ok() {}
    });
    let error = http.send(Request::get(&address).unwrap()).await.unwrap_err();
    assert!(matches!(error, Error::Certificate { .. }) && !error.may_have_arrived(), "{error}");
    assert!(error.to_string().contains("issuer is unknown"), "{error}");
}
