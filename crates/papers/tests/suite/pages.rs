//! A document as PDF.

use back_office::sales::{DocumentType, NewDocument};
use database::Engine;
use papers::{Language, pdf};

use crate::world::{World, code, document, said, sold};

#[tokio::test]
async fn the_same_document_is_the_same_file_in_each_language() {
    let world = World::new(Engine::Sqlite).await;
    let lines = vec![
        sold("SHIRT", "2", "500", "100"),
        sold("BREAD", "1.5", "40.125", "0"),
        said("Takk for handelen!"),
        sold("GIFT", "1", "0", "0"),
    ];
    let new = NewDocument {
        payment_method_code: code("BANK"),
        shipment_method_code: code("PARCEL"),
        ..document(false, lines)
    };
    let id = world.posted(DocumentType::Order, &new).await;
    let norwegian = world.sheet(id, None).await;
    let english = world.sheet(id, Some(Language::English)).await;
    let (first, other) = (pdf(&norwegian).unwrap(), pdf(&english).unwrap());
    assert!(first.starts_with(b"%PDF-1.7"));
    assert_eq!(first, pdf(&norwegian).unwrap(), "the same sheet gives the same bytes");
    assert_ne!(first, other);
    assert!(first.len() < 100_000, "the fonts have only the signs that are used: {} bytes", first.len());
}
