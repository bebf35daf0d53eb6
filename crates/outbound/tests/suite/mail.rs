use std::net::SocketAddr;

use outbound::{Mail, MailError, Mailer};
use tokio::io::{AsyncBufReadExt, AsyncWriteExt, BufReader};
use tokio::net::TcpListener;
use tokio::task::JoinHandle;

fn mail(to: &str) -> Mail {
    Mail { to: to.into(), subject: "A job has failed".into(), text: "Bestilling på vent\n".into() }
}

/// A mail server that takes one mail, or answers to the recipient what it is told to, and gives all that it heard.
async fn server(to_recipient: &'static str) -> (SocketAddr, JoinHandle<String>) {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    #[expect(clippy::disallowed_methods, reason = "the other side of a connection")]
    let heard = tokio::spawn(async move {
        let (stream, _) = listener.accept().await.unwrap();
        let mut stream = BufReader::new(stream);
        let (mut all, mut in_text) = (String::new(), false);
        stream.write_all(b"220 post.example\r\n").await.unwrap();
        loop {
            let mut line = String::new();
            if stream.read_line(&mut line).await.unwrap_or(0) == 0 {
                return all;
            }
            all.push_str(&line);
            let answer = match line.split_whitespace().next().unwrap_or_default() {
                "." if in_text => "250 taken",
                _ if in_text => continue,
                "RCPT" => to_recipient,
                "DATA" => "354 go on",
                "QUIT" => "221 bye",
                _ => "250 post.example",
            };
            in_text = answer.starts_with("354");
            if stream.write_all(format!("{answer}\r\n").as_bytes()).await.is_err() {
                return all;
            }
        }
    });
    (address, heard)
}

#[tokio::test]
async fn a_mail_goes_to_the_server_with_its_text() {
    let (address, heard) = server("250 fine").await;
    let mailer = Mailer::smtp(&format!("smtp://{address}").into(), "Kobling <kobling@shop.example>").unwrap();
    mailer.send(&mail("kari@shop.example")).await.unwrap();
    drop(mailer);
    let heard = heard.await.unwrap();
    assert!(heard.contains("RCPT TO:<kari@shop.example>") && heard.contains("Subject: A job has failed"), "{heard}");
    assert!(heard.contains("Kobling <kobling@shop.example>"), "{heard}");
}

#[tokio::test]
async fn what_the_server_refuses_for_good_is_told_from_what_may_do_later() {
    let (address, _heard) = server("550 no such user").await;
    let mailer = Mailer::smtp(&format!("smtp://{address}").into(), "kobling@shop.example").unwrap();
    assert!(matches!(mailer.send(&mail("kari@shop.example")).await, Err(MailError::Refused(_))));
    let (address, _heard) = server("450 later").await;
    let mailer = Mailer::smtp(&format!("smtp://{address}").into(), "kobling@shop.example").unwrap();
    assert!(matches!(mailer.send(&mail("kari@shop.example")).await, Err(MailError::NotNow(_))));
    let wrong = mailer.send(&mail("kari at shop")).await;
    assert!(matches!(wrong, Err(MailError::Address { address, .. }) if address == "kari at shop"));
}

#[tokio::test]
async fn a_server_that_is_not_there_is_tried_again() {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    drop(listener);
    let mailer = Mailer::smtp(&format!("smtp://{address}").into(), "kobling@shop.example").unwrap();
    assert!(matches!(mailer.send(&mail("kari@shop.example")).await, Err(MailError::NotNow(_))));
}

#[test]
fn nothing_leaves_this_machine_in_the_open_and_no_password_is_shown() {
    let open = Mailer::smtp(&"smtp://kari:secret@post.example".into(), "kobling@shop.example").unwrap_err();
    assert!(open.to_string().contains("TLS") && !open.to_string().contains("secret"), "{open}");
    let sealed = Mailer::smtp(&"smtps://kari:secret@post.example".into(), "kobling@shop.example").unwrap();
    assert!(!format!("{sealed:?}").contains("secret"));
}
