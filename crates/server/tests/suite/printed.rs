//! Posted documents as PDF.

use axum::http::Method;
use back_office::sales::DocumentType;
use database::Engine;
#[cfg(feature = "pdf")]
use http_body_util::BodyExt;
use rstest::rstest;
#[cfg(feature = "pdf")]
use tower::ServiceExt;
use uuid::Uuid;

use crate::call::Call;
use crate::world::World;

const CONTENT: &str = "pdfDocument/pdfDocumentContent";

#[cfg(feature = "pdf")]
#[tokio::test]
async fn a_posted_invoice_is_given_as_a_file() {
    let world = World::new(Engine::Sqlite).await;
    world.company().await;
    let draft = world.sales_document(DocumentType::Invoice, "#1001").await;
    let (id, number) = world.post(draft).await.invoice.unwrap();
    let about = world.read(format!("/api/v1/salesInvoices({id})/pdfDocument")).await.expect(200);
    let link = about["pdfDocumentContent@odata.mediaReadLink"].as_str().unwrap().to_owned();
    assert!(link.ends_with(&format!("/api/v1/salesInvoices/{id}/{CONTENT}")), "{link}");

    let request = Call::new(Method::GET, format!("{link}?language=en")).token(&world.viewer).request();
    let file = world.router.clone().oneshot(request).await.unwrap();
    assert_eq!(file.status(), 200);
    assert_eq!(file.headers()["content-type"], "application/pdf");
    assert_eq!(file.headers()["content-disposition"], format!("inline; filename=\"Invoice-{number}.pdf\""));
    assert!(file.into_body().collect().await.unwrap().to_bytes().starts_with(b"%PDF-"));
}

#[cfg(not(feature = "pdf"))]
#[tokio::test]
async fn a_build_without_pdf_says_so() {
    let world = World::new(Engine::Sqlite).await;
    world.company().await;
    let draft = world.sales_document(DocumentType::Invoice, "#1001").await;
    let (id, _) = world.post(draft).await.invoice.unwrap();
    for path in ["pdfDocument", CONTENT] {
        let refused = world.read(format!("/api/v1/salesInvoices/{id}/{path}")).await.message(501);
        assert!(refused.contains("this build of Kobling makes no PDF"), "{refused}");
    }
}

#[rstest]
#[tokio::test]
async fn what_is_not_to_be_printed_is_refused(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let world = World::new(engine).await;
    world.company().await;
    let draft = world.sales_document(DocumentType::Invoice, "#1001").await;
    let read = |set: &str, id: Uuid, query: &str| world.read(format!("/api/v1/{set}/{id}/{CONTENT}{query}"));
    let refused = read("salesInvoices", draft, "").await.message(409);
    assert!(refused.contains("is not posted: post it, then print it"), "{refused}");
    assert_eq!(read("salesCreditMemos", draft, "").await.status, 404, "an invoice is no credit memo");
    assert_eq!(read("salesInvoices", Uuid::nil(), "").await.status, 404);
    let refused = read("salesInvoices", draft, "?language=de").await.expect(400);
    assert_eq!(refused["error"]["target"], "language");
    assert!(refused["error"]["message"].as_str().unwrap().contains("choose one of en, nb"));
    let nobody = Call::new(Method::GET, format!("/api/v1/salesInvoices/{draft}/{CONTENT}")).send(&world.router).await;
    assert_eq!(nobody.status, 401);
}
