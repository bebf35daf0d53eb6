use job_queue::entry::diagram;

/// To renew it: `KOBLING_RENEW=1 cargo test -p job-queue guide`.
#[test]
fn the_diagram_of_the_guide_is_that_of_the_table() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../../docs/job-queue.md");
    let guide = std::fs::read_to_string(path).unwrap();
    let (before, rest) = guide.split_once("```mermaid\n").unwrap();
    let (shown, after) = rest.split_once("```").unwrap();
    if std::env::var_os("KOBLING_RENEW").is_some() {
        std::fs::write(path, format!("{before}```mermaid\n{}```{after}", diagram())).unwrap();
        return;
    }
    assert_eq!(shown, diagram(), "docs/job-queue.md shows another table: renew it with KOBLING_RENEW=1");
}
