//! Invoices as files.

use database::Engine;

use crate::world::World;

#[tokio::test]
async fn a_posted_invoice_is_written_into_a_file() {
    let world = World::fresh(Engine::Sqlite).await;
    assert_eq!(world.run(&["init", "--company", "Fjell AS"]).code, 0);
    assert_eq!(world.run(&["demo-company"]).code, 0);
    let file = world.home().join("invoice.pdf");
    let name = file.display().to_string();
    let written = world.run(&["invoice", "pdf", "PI-000003", &name, "--language", "en"]);
    if cfg!(feature = "pdf") {
        assert_eq!(written.code, 0, "{written:?}");
        assert!(written.stdout.starts_with("Invoice PI-000003 is written to"), "{written:?}");
        assert!(std::fs::read(&file).unwrap().starts_with(b"%PDF-"));
    } else {
        assert_eq!(written.code, 1, "{written:?}");
        assert!(written.stderr.contains("this build of Kobling makes no PDF"), "{written:?}");
    }
    let unknown = world.run(&["invoice", "pdf", "PI-1", &name]);
    assert_eq!(unknown.code, 1, "{unknown:?}");
    assert!(unknown.stderr.contains("there is no posted invoice or credit memo PI-1"), "{unknown:?}");
    let language = world.run(&["invoice", "pdf", "PI-000003", &name, "--language", "de"]);
    assert_eq!(language.code, 1, "{language:?}");
    assert!(language.stderr.contains("choose one of en, nb"), "{language:?}");
}
